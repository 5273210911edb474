"""Every word of the model that people read is among those to translate."""

from typing import get_args

import pytest

from okrtui.coach.findings import SHOWN_SEVERITIES, On, Severity
from okrtui.model import shown_words
from okrtui.model.carry import Decision, Fate
from okrtui.model.closing import Band
from okrtui.model.edits import NodeKind
from okrtui.model.goalposts import GOALPOSTS
from okrtui.model.measure import Pace
from okrtui.model.plan import ActionStatus, Ambition, Indicator, Kind, Phase, RequestStatus
from okrtui.model.reading_values import Direction

WORDS = [
    (Phase, shown_words.PHASES),
    (Kind, shown_words.KINDS),
    (Indicator, shown_words.INDICATORS),
    (Ambition, shown_words.AMBITIONS),
    (ActionStatus, shown_words.ACTION_STATUSES),
    (RequestStatus, shown_words.REQUEST_STATUSES),
    (Pace, shown_words.PACES),
    (Band, shown_words.BANDS),
    (Decision, shown_words.DECISIONS),
    (Fate, shown_words.FATES),
    (Direction, shown_words.DIRECTIONS),
    (Severity, SHOWN_SEVERITIES),
]


@pytest.mark.parametrize(("values", "words"), WORDS)
def test_every_value_that_is_shown_can_be_translated(values: object, words: tuple[str, ...]) -> None:
    assert words == tuple(value.replace("_", " ") for value in get_args(values))


def test_every_part_of_a_plan_can_be_named_and_counted() -> None:
    assert {*get_args(On), *get_args(NodeKind)} <= set(shown_words.ITEMS)
    assert set(shown_words.GOALPOSTS) == set(GOALPOSTS) - {"dropped_on"}  # it has sentences of its own
    counted = [(shown_words.counted(kind, 1), shown_words.counted(kind, 2)) for kind in get_args(NodeKind)]
    assert counted == [
        ("1 objective", "2 objectives"),
        ("1 key result", "2 key results"),
        ("1 action", "2 actions"),
    ]
