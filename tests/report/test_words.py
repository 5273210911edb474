"""Numbers in words, each sentence written down by hand."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from okrtui.model.levels import weeks_kept
from okrtui.model.plan import KeyResult, Objective, Plan
from okrtui.model.shares import percent
from okrtui.report.objective_words import objective_words
from okrtui.report.standing import Standing, stand
from okrtui.report.words import disagreement_words, key_result_words
from tests.model.measuring import Seen, Value, kept, level, reach, sure
from tests.report.updates import made
from tests.support.plans import TODAY, small_plan

# Days are counted from 1 October: 39 is 9 November, 42 is TODAY, 91 is 31 December.


def standing(*key_results: KeyResult, today: dt.date = TODAY, **fields: Any) -> Standing:
    objective = Objective(id="ob", title="Go there", key_results=key_results)
    return stand(small_plan().replace(**{"objectives": (objective,), **fields}), today)


def to(baseline: Value | None, target: Value | None, seen: Seen = (), unit: str = "MQLs", **fields: Any) -> KeyResult:
    return reach(baseline, target, seen, unit=unit, **fields)


def holding(kind: str, target: Value | None, seen: Seen = (), **fields: Any) -> KeyResult:
    return level(kind, target, seen, unit="customers", **fields)


# key result, the day on which one looks, and what is said
SENTENCES: dict[str, tuple[KeyResult, int, str]] = {
    "no line through two check-ins": (
        to(20, 30, [(25, 23), (39, 26)]),
        42,
        "26 of 30 MQLs. Expected 25 today. Needs 0.6 a week until 31 Dec.",
    ),
    "a line through three": (
        to(20, 30, [(0, 20), (20, 23), (40, 26)]),
        42,
        "26 of 30 MQLs. Expected 25 today. Needs 0.6 a week; at this rate 34 on 31 Dec.",
    ),
    "large amounts are rounded, typed ones are not": (
        to(14000, 25000, [(0, 14000), (20, 16200), (40, "18400.0")], "readers"),
        42,
        "18,400.0 of 25,000 readers. Expected 19,076.9 today. Needs 942.9 a week; at this rate 24,010 on 31 Dec.",
    ),
    "small amounts get a decimal": (
        to(0, 3, [(35, 1)], "events"),
        42,
        "1 of 3 events. Expected 1.4 today. Needs 0.3 a week until 31 Dec.",
    ),
    "a tenth of nothing a week": (
        to(0, 30, [(40, "29.99")], ""),
        42,
        "29.99 of 30. Expected 13.85 today. Needs 0.001 a week until 31 Dec.",
    ),
    "less than can be said": (
        to(0, 1000, [(40, 999)], ""),
        49,
        "999 of 1,000. Expected 538 today. Needs 0.2 a week until 31 Dec.",
    ),
    "a value that has to fall": (
        to(9, 4, [(0, 9), (20, 8), (40, "6.5")], "days"),
        42,
        "6.5 days, from 9 down to 4. Expected 6.7 today. Has to fall by 0.36 a week; at this rate 3.4 on 31 Dec.",
    ),
    "negative values": (
        to(-10, 5, [(40, -3)], "points"),
        42,
        "-3 points, from -10 up to 5. Expected -3 today. Needs 1.1 a week until 31 Dec.",
    ),
    "below the baseline": (
        to(20, 30, [(40, "17.5")]),
        42,
        "17.5 of 30 MQLs, below the 20 it began with. Expected 24.6 today. Needs 1.8 a week until 31 Dec.",
    ),
    "it should fall and rose": (
        to(9, 4, [(40, 10)], "days"),
        42,
        "10 days, above the 9 it began with, on the way to 4. Expected 6.7 today. "
        "Has to fall by 0.9 a week until 31 Dec.",
    ),
    "no unit yet": (to(0, 10, [(40, 5)], ""), 42, "5 of 10. Expected 5 today. Needs 0.7 a week until 31 Dec."),
    "a unit with a code for terminals in it": (
        to(0, 10, [(40, 5)], "\x1b[2J"),
        42,
        "5 of 10 ␛[2J. Expected 5 today. Needs 0.7 a week until 31 Dec.",
    ),
    "checked in before it began": (
        to(0, 10, [(40, 5)], start=dt.date(2026, 12, 1)),
        42,
        "5 of 10 MQLs. Needs 1.2 a week until 31 Dec.",
    ),
    "due before it begins, as only a file by hand can say": (
        to(0, 10, [(40, 5)], start=dt.date(2026, 12, 20), due=dt.date(2026, 12, 10)),
        42,
        "5 of 10 MQLs. It is due on 10 Dec.",
    ),
    "stale": (
        to(0, 7, [(25, 3)], "data sources"),
        42,
        "3 of 7 data sources, 17 days ago. Expected 3.2 today; a check-in shows where it stands.",
    ),
    "done to the point": (to(20, 30, [(20, 30), (39, 30)]), 42, "Done on 21 Oct: 30 of 30 MQLs."),
    "more than all": (
        to(20, 30, [(20, 31), (30, 29), (39, 32)]),
        42,
        "Done on 9 Nov: 32 of 30 MQLs, 2 more than planned.",
    ),
    "fallen further than planned": (
        to(9, 4, [(39, "3.5")], "days"),
        42,
        "Done on 9 Nov: 3.5 days, from 9 down to 4, 0.5 less than planned.",
    ),
    "nowhere to go and there": (to(30, 30, [(39, 30)]), 42, "Done on 9 Nov: 30 of 30 MQLs."),
    "nowhere to go and past it": (
        to(30, 30, [(39, 37)]),
        42,
        "37 of 30 MQLs. Expected 30 today. Has to fall by 1 a week until 31 Dec.",
    ),
    "due today": (to(20, 30, [(88, 24)]), 91, "24 of 30 MQLs. It is due today, 6 away from the target."),
    "due past": (
        to(20, 30, [(60, 24)], due=dt.date(2026, 12, 10)),
        80,
        "24 of 30 MQLs. It was due on 10 Dec, 6 away from the target.",
    ),
    "not checked in yet": (to(20, 30), 5, "Not checked in yet. From 20 to 30 MQLs by 31 Dec: 0.8 a week."),
    "never checked in": (
        to(20, 30),
        42,
        "Never checked in, and it began 42 days ago. From 20 to 30 MQLs by 31 Dec: 1.4 a week.",
    ),
    "never checked in and past": (
        to(20, 30, due=dt.date(2026, 11, 1)),
        42,
        "Never checked in, and it was due on 1 Nov.",
    ),
    "not begun": (
        to(20, 30, start=dt.date(2026, 12, 1)),
        42,
        "It begins on 1 Dec. From 20 to 30 MQLs by 31 Dec.",
    ),
    "a check-in of tomorrow is not known yet": (
        to(20, 30, [(6, 26)]),
        5,
        "Not checked in yet. From 20 to 30 MQLs by 31 Dec: 0.8 a week.",
    ),
    "no target": (
        to(20, None, [(39, 26)]),
        42,
        "26 MQLs on 9 Nov. There is no target yet, so there is no pace to tell.",
    ),
    "no baseline": (
        to(None, 30, [(39, 26)]),
        42,
        "26 MQLs on 9 Nov. There is no baseline yet, so there is no progress to tell.",
    ),
    "nothing at all": (to(None, None), 42, "Not checked in yet. There is no target yet, so there is no pace to tell."),
    "dropped": (
        to(20, 30, [(10, 22)], dropped_on=dt.date(2026, 11, 3)),
        42,
        "Dropped on 3 Nov. It stood at 22 MQLs.",
    ),
    "dropped before anybody looked": (to(20, 30, dropped_on=dt.date(2026, 11, 3)), 42, "Dropped on 3 Nov."),
    "a level kept in some weeks": (
        holding("at_least", 5, kept(6, missed=2)),
        42,
        "5 customers now. At least 5 in 4 of 6 weeks.",
    ),
    "a level with a week of silence": (
        holding("at_most", 5, [(0, 4), (14, 6), (35, 5)]),
        42,
        "5 customers now. At most 5 in 2 of 6 weeks; 3 weeks without a check-in count as missed.",
    ),
    "a level in its first week": (
        holding("at_most", 5, [(0, 4)]),
        2,
        "4 customers now. At most 5 in 1 of 1 week.",
    ),
    "a level nobody looked at lately": (
        holding("at_least", 5, kept(4)),
        42,
        "At least 5 customers in 4 of 4 weeks. "
        "The last value, 5 customers, is 21 days old; a check-in shows where it stands.",
    ),
    "a level kept to the end": (holding("at_least", 5, kept(13)), 92, "Done: at least 5 customers in 13 of 13 weeks."),
    "a level not kept to the end": (
        holding("at_least", 5, kept(13, missed=2)),
        92,
        "At least 5 customers in 11 of 13 weeks. It ended on 31 Dec.",
    ),
    "a level not checked in yet": (
        holding("at_least", 5),
        5,
        "Not checked in yet. At least 5 customers, every week until 31 Dec.",
    ),
    "a level without a threshold": (
        holding("at_least", None, [(39, 5)]),
        42,
        "5 customers on 9 Nov. There is no target yet, so there is no pace to tell.",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_key_result_is_told_as_one_would_say_it(name: str) -> None:
    key_result, days, sentence = SENTENCES[name]
    today = dt.date(2026, 10, 1) + dt.timedelta(days=days)
    assert key_result_words(key_result, standing(key_result, today=today)) == sentence


@pytest.mark.parametrize(
    ("key_result", "sentence"),
    [
        (to(20, 30, [(88, 24)]), "24 of 30 MQLs at the close; score 0.4."),
        (to(20, 30), "Never checked in; score 0.0."),
        (to(20, 30, [(88, 24)], score=Decimal("0.7")), "24 of 30 MQLs at the close; score 0.7."),
        (holding("at_least", 5, kept(13, missed=2)), "At least 5 customers in 11 of 13 weeks at the close; score 0.8."),
    ],
)
def test_a_closed_quarter_says_how_it_ended_and_no_longer_what_is_needed(key_result: KeyResult, sentence: str) -> None:
    closed = standing(key_result, today=dt.date(2027, 5, 1), phase="closed", closed_on=dt.date(2027, 1, 4))
    assert key_result_words(key_result, closed) == sentence


ON_TRACK, BEHIND, SILENT = to(0, 10, [(40, 5)], id="a"), to(0, 10, [(40, 1)], id="b"), to(0, 10, id="c")
ONCE = to(0, 10, [(20, 5)], id="once")


@pytest.mark.parametrize(
    ("key_results", "days", "sentence"),
    [
        ([], 42, "There is no key result to measure it by yet."),
        ([to(0, None, id="n")], 5, "Its key result has no target yet."),
        ([to(0, None, id="n"), to(0, None, id="m")], 5, "Its key results have no target yet."),
        ([to(None, 9, id="n"), to(0, None, id="m")], 5, "Its key results still lack a baseline or a target."),
        (
            [ON_TRACK, *(SILENT.replace(id=name) for name in "lmnop")],
            42,
            "8 % of the way, 46 % expected. 5 key results have no check-in yet.",
        ),
        ([ON_TRACK], 42, "50 % of the way, 46 % expected. It is not behind."),
        ([ON_TRACK, ON_TRACK.replace(id="x")], 42, "50 % of the way, 46 % expected. Nothing is behind."),
        (
            [ON_TRACK, BEHIND, SILENT],
            42,
            "20 % of the way, 46 % expected. 1.2 is off track and 1.3 has no check-in yet.",
        ),
        ([ON_TRACK, ONCE], 42, "50 % of the way, 46 % expected. 1.2 is stale."),
        ([BEHIND, BEHIND.replace(id="x")], 42, "10 % of the way, 46 % expected. 1.1 and 1.2 are off track."),
        (
            [BEHIND.replace(id=name) for name in "lmnop"],
            42,
            "10 % of the way, 46 % expected. 5 key results are off track.",
        ),
        ([SILENT, SILENT.replace(id="x")], 5, "0 % of the way, 5 % expected. Nothing is checked in yet."),
        (
            [ON_TRACK.replace(due=dt.date(2026, 11, 30))],
            42,
            "50 % of the way, 70 % expected going by the dates of its key results. 1.1 is at risk.",
        ),
        ([BEHIND.replace(dropped_on=TODAY), ON_TRACK], 42, "50 % of the way, 46 % expected. It is not behind."),
        ([holding("at_least", 5, kept(6), id="d")], 42, "100 % of the way. It is not behind."),
    ],
)
def test_an_objective_names_the_key_results_that_hold_it_back(
    key_results: list[KeyResult], days: int, sentence: str
) -> None:
    on = standing(*key_results, today=dt.date(2026, 10, 1) + dt.timedelta(days=days))
    assert objective_words(on.plan.objectives[0], on) == sentence


def test_an_objective_with_a_part_on_its_way_is_not_called_not_started() -> None:
    done, untouched = to(0, 10, [(1, 10)], id="a"), to(0, 10, id="b", due=dt.date(2026, 12, 1))
    early = dt.date(2026, 10, 5)
    for key_results, word in (((done, untouched), "(begun)"), ((untouched,), "(not started)")):
        report = made(standing(*key_results, today=early).plan, "md", early)
        assert f"- **1 Go there** {word}" in report.splitlines()


def test_an_objective_of_a_closed_quarter_has_its_score() -> None:
    on = standing(ON_TRACK, phase="closed", closed_on=TODAY)
    assert objective_words(on.plan.objectives[0], on) == "50 % of the way at the close; score 0.5."


def test_confidence_that_does_not_go_with_the_pace_is_pointed_out() -> None:
    glad, gloomy, fine = sure(8, 20, 40), sure(2, 27, 40).replace(id="x"), sure(6, 27, 40).replace(id="y")
    on = standing(glad, gloomy, fine)
    said = [disagreement_words(on.key_result(found.id)) for found in (glad, gloomy, fine)]
    assert said == [
        "Confidence is 8 of 10 although it is off track: look again.",
        "Confidence is 2 of 10 although it is on track: look again.",
        "",
    ]
    assert "look again" in disagreement_words(on.objective("ob"))


@pytest.mark.parametrize(
    "seen", [kept(6), kept(6, missed=2), [(0, 4), (14, 6), (35, 5)], [(6, 5), (6, 4), (50, 5)], [(42, 9)], []]
)
@pytest.mark.parametrize("kind", ["at_least", "at_most"])
def test_the_weeks_that_are_told_are_those_that_are_measured(kind: str, seen: Seen) -> None:
    """The chart's marks and the sentence would contradict the per cent beside them."""
    key_result = level(kind, 5, seen)
    on = standing(key_result)
    weeks = weeks_kept(key_result, on.plan.start, on.plan.end, TODAY)
    progress = on.key_result(key_result.id).progress
    assert progress is not None
    assert percent(progress) == round(100 * weeks.count(True) / len(weeks) if weeks else 0)


def test_the_example_of_the_tests_is_told_whole() -> None:
    plan: Plan = small_plan()
    on = stand(plan, TODAY)
    assert [key_result_words(found, on) for found in plan.objectives[0].key_results] == [
        "26 of 30 MQLs. Expected 25 today. Needs 0.6 a week until 31 Dec.",
        "Not checked in yet. There is no target yet, so there is no pace to tell.",
    ]
