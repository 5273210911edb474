"""The way of a quarter: what can be done when, what is on record of it, and what a closed quarter still lets in."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.model.edits import ChangeFields, ChangeQuarter, Edit, EditError, Remove, ReplacePlan
from okrtui.model.goalposts import WithReason, change_words
from okrtui.model.lifecycle import BackToPlanning, Close, Reopen, SetRetrospective, SetScore, committed, refusal
from okrtui.model.plan import Plan, Retrospective
from okrtui.model.week_edits import RecordCheckIn, RemoveCheckIn
from okrtui.storage.codec import decode, encode
from tests.model.merging import done, node, on
from tests.model.random_edits import applied, edits_of, grown_plan
from tests.support.plans import TODAY, small_plan

END = dt.date(2026, 12, 31)
LATER = dt.date(2027, 1, 8)
CLOSED = Close(END).apply(small_plan())


def test_a_quarter_that_goes_back_and_forth_keeps_its_first_day_and_says_the_rest() -> None:
    plan = committed(small_plan().replace(phase="planning"), dt.date(2026, 10, 5))
    assert (plan.phase, plan.committed_on, plan.changes) == ("active", dt.date(2026, 10, 5), ())
    plan = BackToPlanning(TODAY, "The budget was halved").apply(plan)
    assert plan.phase == "planning"
    plan = committed(plan, TODAY)
    plan = Close(END).apply(plan)
    assert (plan.phase, plan.closed_on) == ("closed", END)
    plan = Reopen(LATER, "An invoice was missing").apply(plan)
    assert (plan.phase, plan.closed_on) == ("active", None)
    plan = Close(LATER).apply(plan)
    assert (plan.committed_on, plan.closed_on) == (dt.date(2026, 10, 5), LATER)
    assert [change_words(it, plan) for it in plan.changes] == [
        "back to planning on 12 Nov: The budget was halved",
        "committed again on 12 Nov",
        "reopened on 8 Jan 2027: An invoice was missing",
        "closed again on 8 Jan 2027",
    ]
    assert decode(encode(plan), Path("2026-Q4.toml")) == plan


LABELS: dict[str, tuple[Edit, Plan, str]] = {
    "back": (BackToPlanning(TODAY, "x"), small_plan(), "took 2026-Q4 back to planning"),
    "close": (Close(END), small_plan(), "closed 2026-Q4"),
    "reopen": (Reopen(END, "x"), CLOSED, "reopened 2026-Q4"),
    "score": (
        SetScore("kr0002", Decimal("0.7"), "Half were trained twice"),
        small_plan(),
        'scored "Train 5 people on the CRM" 0.7',
    ),
    "score taken back": (
        SetScore("kr0002", None),
        done(ChangeFields("kr0002", {"score": Decimal(1)})),
        'took the score of "Train 5 people on the CRM" from its values',
    ),
    "reason": (SetScore("kr0002", None, "Ana left"), small_plan(), 'said why on "Train 5 people on the CRM"'),
    "reason taken out": (
        SetScore("kr0002", None),
        done(ChangeFields("kr0002", {"score_note": "x"})),
        'cleared why on "Train 5 people on the CRM"',
    ),
    "retrospective": (SetRetrospective({"went_well": "The webinar"}), small_plan(), "wrote the retrospective"),
    "retrospective again": (
        SetRetrospective({"went_well": "Both"}),
        small_plan().replace(retrospective=Retrospective(went_badly="x")),
        "changed the retrospective",
    ),
    "with a reason": (WithReason(Remove("kr0002"), "x", TODAY), small_plan(), 'deleted "Train 5 people on the CRM"'),
}


@pytest.mark.parametrize("name", LABELS)
def test_every_step_says_in_the_past_tense_what_was_done(name: str) -> None:
    edit, plan, label = LABELS[name]
    after = edit.apply(plan)
    assert after != plan
    assert edit.label(plan) == label
    assert label.split()[0].endswith("ed") or label.split()[0] in {"took", "said", "wrote"}


IMPOSSIBLE: dict[str, tuple[Edit, Plan, str]] = {
    "to plan what is planned": (BackToPlanning(TODAY, "x"), small_plan().replace(phase="planning"), "planned already"),
    "to plan what is closed": (BackToPlanning(TODAY, "x"), CLOSED, "reopen it first"),
    "to plan again without a reason": (BackToPlanning(TODAY, " "), small_plan(), "say why it goes back"),
    "to close what was never promised": (Close(END), small_plan().replace(phase="planning"), "never committed"),
    "to close twice": (Close(END), CLOSED, "closed already"),
    "to reopen what is open": (Reopen(END, "x"), small_plan(), "not closed"),
    "to reopen without a reason": (Reopen(END, ""), CLOSED, "say why it is opened"),
    "to score a plan": (
        SetScore("kr0001", None, "x"),
        small_plan().replace(phase="planning"),
        "before it is committed",
    ),
    "to score an objective": (SetScore("ob0001", None, "x"), small_plan(), "only key results"),
    "to score what is gone": (SetScore("gone", None, "x"), small_plan(), "no longer in the plan"),
    "to override without a note": (SetScore("kr0001", Decimal("0.7")), small_plan(), "say why the score"),
    "to score over one": (SetScore("kr0001", Decimal("1.1"), "x"), small_plan(), "from 0 to 1"),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_be_done_is_refused_with_a_reason(name: str) -> None:
    edit, plan, message = IMPOSSIBLE[name]
    with pytest.raises(EditError, match=message):
        edit.apply(plan)


def test_a_score_by_hand_and_the_retrospective_are_kept_as_typed() -> None:
    plan = done(SetScore("kr0001", Decimal("0.8"), " Two came on 2 Jan\r\nand count "), plan=small_plan())
    assert (node(plan, "kr0001").score, node(plan, "kr0001").score_note) == (
        Decimal("0.8"),
        "Two came on 2 Jan\nand count",
    )
    plan = SetRetrospective({"went_well": " The webinar\x00 "}).apply(plan)
    plan = SetRetrospective({"change_next": "Start\nearlier"}).apply(plan)
    assert plan.retrospective == Retrospective(went_well="The webinar", change_next="Start\nearlier")


# -- a closed quarter


LATE: dict[str, Edit] = {
    "a value that comes late": RecordCheckIn("kr0001", on(30, 31)),
    "a value that was wrong": RecordCheckIn("kr0001", on(9, 27), instead_of=dt.date(2026, 11, 9)),
    "a value that should not be there": RemoveCheckIn("kr0001", dt.date(2026, 11, 9)),
    "the score that follows": SetScore("kr0001", Decimal("0.9"), "One is disputed"),
    "the reason": SetScore("kr0001", None, "The trade fair was cancelled"),
    "all once it is open": Reopen(LATER, "An invoice was missing"),
}


@pytest.mark.parametrize("name", LATE)
def test_a_closed_quarter_still_takes(name: str) -> None:
    after = LATE[name].apply(CLOSED)
    assert after != CLOSED
    assert refusal(CLOSED, after) == ""


LOCKED: dict[str, Edit] = {
    "a title": ChangeFields("ob0001", {"title": "Something we did reach"}),
    "a target": ChangeFields("kr0001", {"target": Decimal(26)}),
    "an action": ChangeFields("ac0002", {"status": "done"}),
    "the focus": ChangeQuarter({"focus": "Less"}),
    "the close": ChangeQuarter({"closed_on": LATER}),
    "the retrospective": SetRetrospective({"went_well": "All"}),
    "the records": ChangeQuarter({"changes": ({"date": LATER, "item": "", "field": "x"},)}),
    "a file edited by hand": ReplacePlan(small_plan().replace(phase="planning")),
    "a reopening with something in its sleeve": ReplacePlan(small_plan().replace(focus="Less")),
}


@pytest.mark.parametrize("name", LOCKED)
def test_a_closed_quarter_keeps(name: str) -> None:
    after = LOCKED[name].apply(CLOSED)
    assert after != CLOSED
    assert refusal(CLOSED, after) == (
        "2026-Q4 is closed; check-ins and scores can be corrected, for all else reopen it"
    )


@given(st.data())
@settings(max_examples=40)
def test_no_edit_of_the_tree_gets_into_a_closed_quarter_and_each_into_an_open_one(data: st.DataObject) -> None:
    edits = data.draw(edits_of(grown_plan()))
    for phase in ("planning", "active", "closed"):
        fields: dict[str, Any] = {"phase": phase}
        before = grown_plan().replace(**fields)
        after = applied(before, edits)
        assert bool(refusal(before, after)) == (phase == "closed" and after != before)
