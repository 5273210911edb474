from pathlib import Path

import pytest
from rich.cells import cell_len

from okrtui.coach.findings import check_plan
from okrtui.examples import EXAMPLE_DAY, EXAMPLE_QUARTER, PLANTED, example, example_bytes
from okrtui.i18n import CODES, Code, speak
from okrtui.model import tree
from okrtui.model.measure import measure_plan
from okrtui.model.plan import Action, KeyResult
from okrtui.storage.codec import decode, encode

MOST = 60


def test_the_example_is_saved_exactly_as_it_is_shipped() -> None:
    assert encode(example("en")) == example_bytes()
    assert decode(example_bytes(), Path(f"{EXAMPLE_QUARTER}.toml")) == example("en")
    assert example("en").quarter == EXAMPLE_QUARTER


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("is_told", [True, False])
def test_the_coach_finds_in_the_example_what_was_planted_and_nothing_else(code: Code, is_told: bool) -> None:
    speak(code)
    plan = example(code if is_told else "auto")
    positions = {placed.node.id: placed.position for placed in tree.walk(plan)}
    assert tuple((positions[finding.item_id], finding.code) for finding in check_plan(plan)) == PLANTED
    assert {finding.severity for finding in check_plan(plan)} == {"error", "warning", "hint"}


def test_the_example_shows_every_pace_that_a_week_can_bring() -> None:
    plan = example()
    numbers = measure_plan(plan, EXAMPLE_DAY)
    assert numbers.paces == {
        "off track": 2,
        "stale": 1,
        "at risk": 2,
        "not started": 0,
        "on track": 10,
        "done": 1,
    }
    assert numbers.week == (7, 13)
    key_results = [p.node for p in tree.walk(plan) if isinstance(p.node, KeyResult)]
    unsure = [kr for kr in key_results if numbers.of[kr.id].disagreement]
    assert [numbers.of[kr.id].pace for kr in unsure] == ["off track"]
    assert {kr.kind for kr in key_results} == {"reach", "at_least", "at_most"}
    assert len(numbers.late_actions) == 4
    assert len(numbers.due) == 3


@pytest.mark.parametrize("code", CODES)
def test_the_example_is_a_plan_that_somebody_could_have_written(code: Code) -> None:
    plan = example(code)
    nodes = [placed.node for placed in tree.walk(plan)]
    actions = [node for node in nodes if isinstance(node, Action)]
    assert len(plan.objectives) == 4
    assert 14 <= sum(isinstance(node, KeyResult) for node in nodes) <= 17
    assert 42 <= len(actions) <= 50
    assert all(15 <= cell_len(node.title) <= MOST for node in nodes)
    assert {action.status for action in actions} == {"todo", "doing", "done", "dropped"}
    assert len(plan.not_now) == 3
    assert len(plan.changes) == 1


def test_nothing_in_the_example_happens_after_the_day_it_is_shown_on() -> None:
    plan = example()
    for placed in tree.walk(plan):
        if isinstance(placed.node, KeyResult):
            assert all(check_in.date <= EXAMPLE_DAY for check_in in placed.node.check_ins)
        if isinstance(placed.node, Action):
            assert (placed.node.done_on is not None) == (placed.node.status == "done")
            assert placed.node.done_on is None or placed.node.done_on <= EXAMPLE_DAY
