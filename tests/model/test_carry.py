"""Carrying over: what goes on goes on from where it stands, and nothing of the old quarter counts twice."""

import datetime as dt
from collections.abc import Collection
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.model import tree
from okrtui.model.carry import CarryOver, Decision, carry_over, default_decisions, fate
from okrtui.model.edits import ChangeFields, EditError
from okrtui.model.measure import measure_plan
from okrtui.model.plan import Action, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode, encode
from tests.model.merging import done, node, on
from tests.support.plans import plans, small_plan

Q3, Q4, Q1 = Quarter(2026, 3), Quarter(2026, 4), Quarter(2027, 1)
END = dt.date(2026, 12, 31)
DECISIONS: list[Decision] = ["keep", "change", "abandon"]


def empty() -> Plan:
    return Plan.empty(Q1)


def numbered() -> Any:
    """Ids in a row: n1, n2, ..."""
    numbers = count(1)

    def make(taken: Collection[str]) -> str:
        return next(fresh for number in numbers if (fresh := f"n{number}") not in taken)

    return make


def carried(plan: Plan, decision: Decision = "keep", **how: Any) -> Plan:
    return carry_over(plan, empty(), dict.fromkeys([it.id for it in plan.objectives], decision), numbered(), **how)


def one(**fields: Any) -> KeyResult:
    """One of 20 to 30 that stands at 26, as it begins the next quarter."""
    key_result = KeyResult(
        id="k", baseline=Decimal(20), target=Decimal(30), check_ins=(on(9, 26),), due=END, confidence=6
    ).replace(**fields)
    after = carried(small_plan().replace(objectives=(Objective(id="o", key_results=(key_result,)),)))
    (found,) = after.objectives[0].key_results
    return found


@given(plans, st.data())
@settings(max_examples=40)
def test_no_check_in_score_acceptance_or_id_ever_comes_along(old: Plan, data: st.DataObject) -> None:
    decisions = {it.id: data.draw(st.sampled_from(DECISIONS)) for it in old.objectives}
    unfinished, reached = data.draw(st.booleans()), data.draw(st.booleans())
    snapshot = encode(old)
    after = carry_over(old, empty(), decisions, unfinished_actions=unfinished, reached=reached)
    assert not tree.ids(after) & tree.ids(old)
    assert len(tree.ids(after)) == sum(1 for _ in tree.walk(after))
    kept = [it for it in old.objectives if decisions[it.id] != "abandon"]
    assert [it.carried_from for it in after.objectives] == [it.id for it in kept]
    for placed in tree.walk(after):
        found = placed.node
        if isinstance(found, KeyResult):
            source = node(old, found.carried_from)
            assert (found.check_ins, found.accepted, found.score, found.score_note) == ((), {}, None, "")
            assert (found.confidence, found.start, found.due, found.dropped_on) == (None, None, None, None)
            assert source.dropped_on is None
            assert (found.title, found.unit, found.definition) == (source.title, source.unit, source.definition)
            assert unfinished or not found.actions
        elif isinstance(found, Action):
            assert found.status in ("todo", "doing") and found.done_on is None
            assert found.due is None or found.due >= after.start
    assert encode(old) == snapshot
    assert decode(encode(after), Path("2027-Q1.toml")) == after
    assert carry_over(old, after, decisions, unfinished_actions=unfinished, reached=reached) == after, "not twice"


def test_a_key_result_goes_on_from_its_last_value_with_all_that_still_holds() -> None:
    after = carried(small_plan())
    mqls, draft = after.objectives[0].key_results
    assert mqls == KeyResult(
        id="n1",
        title="Increase MQLs attributable to inbound marketing from 20 to 30",
        definition="A contact that asked for a demo",
        unit="MQLs",
        baseline=Decimal(26),
        target=Decimal(30),
        indicator="leading",
        realistic="Two nurture tracks are funded",
        owner="Ana",
        carried_from="kr0001",
    )
    assert (draft.carried_from, draft.baseline, draft.target) == ("kr0002", None, None)
    assert after.objectives[0].replace(key_results=()) == Objective(
        id="n3",
        title="Build a new demand generation channel",
        why="Half of next year's pipeline",
        carried_from="ob0001",
    )


BASELINES: dict[str, tuple[KeyResult, str | None, str | None]] = {
    "on the way up": (one(), "26", "30"),
    "on the way down": (one(baseline=Decimal(9), target=Decimal(5), check_ins=(on(9, 7),)), "7", "5"),
    "further away than it began": (one(check_ins=(on(9, 12),)), "12", "30"),
    "never checked in": (one(check_ins=()), "20", "30"),
    "the last in the file among one date": (one(check_ins=(on(12, 24), on(9, 22), on(12, 25))), "25", "30"),
    "no target yet": (one(target=None), "26", None),
    "no baseline yet": (one(baseline=None), "26", "30"),
    "a floor": (one(kind="at_least", baseline=None, check_ins=(on(9, 26), on(16, 31))), None, "30"),
    "a ceiling that was kept": (one(kind="at_most", check_ins=(on(9, 26),)), None, "30"),
}


@pytest.mark.parametrize("name", BASELINES)
def test_the_new_baseline_is_the_last_value_and_a_target_stays_where_it_lies_ahead(name: str) -> None:
    found, baseline, target = BASELINES[name]
    assert (found.baseline, found.target) == (baseline and Decimal(baseline), target and Decimal(target))


def test_what_is_reached_or_dropped_stays_behind_unless_it_is_asked_for() -> None:
    reached = ChangeFields("kr0001", {"check_ins": (on(9, 31),)})
    plan = done(reached, ChangeFields("kr0002", {"dropped_on": END}))
    assert [fate(it) for it in plan.objectives[0].key_results] == ["reached", "dropped"]
    assert [it.key_results for it in carried(plan).objectives] == [(), ()]
    (again,) = carried(plan, reached=True).objectives[0].key_results
    assert (again.baseline, again.target) == (Decimal(31), None)


def test_to_change_an_objective_leaves_every_target_open_so_that_the_coach_asks() -> None:
    changed = carried(small_plan(), "change").objectives[0]
    assert [it.target for it in changed.key_results] == [None, None]
    assert changed.key_results[0].baseline == Decimal(26)
    assert carried(small_plan(), "abandon").objectives == ()


def test_unfinished_actions_come_on_request_without_dates_that_are_past() -> None:
    later = ChangeFields("kr0002", {"actions": (Action(id="ac", status="doing", due=dt.date(2027, 1, 20)),)})
    after = carried(done(later), unfinished_actions=True)
    actions = [it for found in after.objectives[0].key_results for it in found.actions]
    assert [(it.title, it.status, it.due) for it in actions] == [
        ("Approve the template", "todo", None),
        ("", "doing", dt.date(2027, 1, 20)),
    ]


def test_by_default_an_objective_is_kept_while_one_of_its_key_results_is_below_its_target() -> None:
    def of(*key_results: KeyResult) -> Plan:
        return small_plan().replace(objectives=(Objective(id="o", key_results=key_results),))

    def decided(*key_results: KeyResult) -> Decision:
        plan = of(*key_results)
        return default_decisions(plan, measure_plan(plan, END))["o"]

    below = KeyResult(id="a", baseline=Decimal(0), target=Decimal(9), check_ins=(on(9, 8),))
    reached = below.replace(id="b", check_ins=(on(9, 9),))
    kept = KeyResult(id="c", kind="at_least", target=Decimal(5), start=dt.date(2026, 11, 9), check_ins=(on(9, 5),))
    missed = kept.replace(id="d", check_ins=(on(9, 4),))
    assert decided(reached, below) == "keep"
    assert decided(reached, missed) == "keep"
    assert decided(reached, kept) == "abandon"
    assert decided(reached, below.replace(dropped_on=END)) == "abandon"
    assert decided(KeyResult(id="draft")) == "keep"
    assert decided() == "abandon"


def test_carrying_over_is_one_edit_that_puts_it_after_what_is_there_and_says_how_much() -> None:
    there = Objective(id="ob0001", title="Planned already")
    plan = empty().replace(objectives=(there,))
    edit = CarryOver(small_plan(), {"ob0001": "keep", "ob0002": "abandon", "gone": "keep"}, new_id=numbered())
    after = edit.apply(plan)
    assert [it.carried_from for it in after.objectives] == ["", "ob0001"]
    assert edit.label(plan) == "carried over 1 objective from 2026-Q4"
    assert edit.apply(after) == after
    with pytest.raises(EditError, match="same quarter"):
        edit.apply(small_plan())


def test_keys_of_a_newer_version_stay_where_they_mean_something() -> None:
    key_result = KeyResult.read({"id": "k", "forecast_score": Decimal(1)})
    plan = small_plan().replace(objectives=(Objective(id="o", key_results=(key_result,)),))
    assert carried(plan).objectives[0].key_results[0].extra == {}
