import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.model import tree
from okrtui.model.edits import (
    Accept,
    Add,
    ChangeFields,
    ChangeQuarter,
    Edit,
    EditError,
    Move,
    Remove,
    ReplacePlan,
    Tick,
)
from okrtui.model.plan import Action, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode, encode
from tests.model.random_edits import applied, edits_of, grown_plan, moves_of
from tests.support.plans import TODAY, small_plan

EDITS: dict[str, tuple[Edit, str]] = {
    "add": (Add(Action(id="new", title="Call Ana"), "kr0002"), 'added "Call Ana"'),
    "add an objective": (Add(Objective(id="new"), index=0), "added the objective without a title"),
    "rename": (
        ChangeFields("ob0002", {"title": "Improve the pipeline"}),
        'renamed to "Improve the pipeline"',
    ),
    "change": (ChangeFields("kr0002", {"target": Decimal(5)}), 'changed "Train 5 people on the CRM"'),
    "change the quarter": (ChangeQuarter({"focus": "Less"}), "changed the quarter's focus"),
    "remove one": (Remove("ac0001"), 'deleted "Draft the nurture plan"'),
    "remove many": (
        Remove("ob0001"),
        'deleted "Build a new demand generation c…" and the 4 items below it',
    ),
    "move": (Move("ob0002", "", 0), 'moved "Improve funnel conversion rates"'),
    "move below another": (
        Move("kr0002", "ob0002", 0),
        'moved "Train 5 people on the CRM" under "Improve funnel conversion rates"',
    ),
    "tick": (Tick("ac0002", TODAY), 'done: "Approve the template"'),
    "untick": (Tick("ac0001", TODAY), 'to do again: "Draft the nurture plan"'),
    "accept": (
        Accept("kr0002", "kr-percentage", "Agreed", "a share hides how many there are"),
        'accepted on "Train 5 people on the CRM": a share hides how many there are',
    ),
    "by hand": (ReplacePlan(Plan.empty(Quarter(2026, 4))), "edited the file by hand"),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_says_what_it_did_and_leaves_the_plan_before_it_for_undo(name: str) -> None:
    edit, label = EDITS[name]
    plan = small_plan()
    after = edit.apply(plan)
    assert edit.label(plan) == label
    assert plan == small_plan()
    assert after != plan


IMPOSSIBLE: dict[str, tuple[Edit, str]] = {
    "change what is gone": (ChangeFields("gone", {"title": "x"}), "it is no longer in the plan"),
    "remove what is gone": (Remove("gone"), "it is no longer in the plan"),
    "move what is gone": (Move("gone", "", 0), "it is no longer in the plan"),
    "move to what is gone": (Move("kr0001", "gone", 0), "it is no longer in the plan"),
    "add below what is gone": (Add(Action(id="new"), "gone"), "it is no longer in the plan"),
    "tick what is gone": (Tick("gone", TODAY), "it is no longer in the plan"),
    "tick a key result": (Tick("kr0001", TODAY), "only actions can be ticked"),
    "accept on an objective": (Accept("ob0001", "x", "y"), "only findings on key results can be accepted"),
    "an action below an objective": (Move("ac0001", "ob0002", 0), "an action cannot go there"),
    "a key result at the top": (Move("kr0001", "", 0), "a key result cannot go there"),
    "a target that is no number": (ChangeFields("kr0001", {"target": "many"}), "target: "),
    "another quarter's file": (
        ReplacePlan(Plan.empty(Quarter(2027, 1))),
        "the file says quarter 2027-Q1, not 2026-Q4",
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_an_impossible_edit_says_why_and_changes_nothing(name: str) -> None:
    edit, message = IMPOSSIBLE[name]
    plan = small_plan()
    with pytest.raises(EditError, match=message):
        edit.apply(plan)
    assert plan == small_plan()


@pytest.mark.parametrize(
    "edit",
    [
        Move("ob0001", "kr0001", 0),
        Move("ob0001", "ob0001", 0),
        Move("kr0001", "ac0001", 0),
        Move("ac0001", "ac0002", 0),
        Add(Action(id="new"), "ac0001"),
    ],
)
def test_an_item_is_not_lost_below_itself_or_an_action(edit: Edit) -> None:
    with pytest.raises(EditError):
        edit.apply(small_plan())


def test_an_edit_cleans_what_was_typed() -> None:
    plan = Add(Action(id="new", title=" a\x1b[31m\nb ", notes="one\ntwo\x00"), "kr0002").apply(small_plan())
    plan = ChangeFields("kr0001", {"definition": "one\r\ntwo", "title": "x\u202e"}).apply(plan)
    added, changed = tree.find(plan, "new"), tree.find(plan, "kr0001")
    assert added is not None and changed is not None
    assert (added.node.title, added.node.notes) == ("a[31m b", "one\ntwo")
    assert isinstance(changed.node, KeyResult)
    assert (changed.node.definition, changed.node.title) == ("one\ntwo", "x")


def test_ticking_twice_is_as_before_but_for_a_date_that_was_set() -> None:
    plan = small_plan()
    once = Tick("ac0002", TODAY).apply(plan)
    done = tree.find(once, "ac0002")
    assert done is not None and isinstance(done.node, Action)
    assert (done.node.status, done.node.done_on) == ("done", TODAY)
    assert Tick("ac0002", TODAY + dt.timedelta(days=1)).apply(once) == plan


STATUSES: dict[str, tuple[ChangeFields, str, dt.date | None]] = {
    "done": (ChangeFields("ac0002", {"status": "done"}, TODAY), "done", TODAY),
    "done, the day not known": (ChangeFields("ac0002", {"status": "done"}), "done", None),
    "done on a day of its own": (
        ChangeFields("ac0002", {"status": "done", "done_on": dt.date(2026, 11, 1)}, TODAY),
        "done",
        dt.date(2026, 11, 1),
    ),
    "done already": (ChangeFields("ac0001", {"status": "done"}, TODAY), "done", dt.date(2026, 10, 12)),
    "under way again": (ChangeFields("ac0001", {"status": "doing"}, TODAY), "doing", None),
    "dropped, the day not known": (ChangeFields("ac0001", {"status": "dropped"}), "dropped", None),
    "renamed": (ChangeFields("ac0001", {"title": "x"}, TODAY), "done", dt.date(2026, 10, 12)),
}


@pytest.mark.parametrize("name", STATUSES)
def test_an_action_is_done_on_a_day_exactly_while_it_is_done(name: str) -> None:
    edit, status, done_on = STATUSES[name]
    placed = tree.find(edit.apply(small_plan()), edit.item_id)
    assert placed is not None and isinstance(placed.node, Action)
    assert (placed.node.status, placed.node.done_on) == (status, done_on)


def test_a_long_title_is_cut_in_the_status_line() -> None:
    label = Add(Action(id="new", title="x" * 60)).label(small_plan())
    assert label == f'added "{"x" * 31}…"'


@given(st.data())
def test_a_move_keeps_every_item(data: st.DataObject) -> None:
    plan = grown_plan()
    edit = data.draw(moves_of(plan))
    after = edit.apply(plan)
    assert Counter(p.node.id for p in tree.walk(after)) == Counter(p.node.id for p in tree.walk(plan))
    placed = tree.find(after, edit.item_id)
    assert placed is not None
    assert ("" if isinstance(placed.parent, Plan) else placed.parent.id) == edit.parent_id


@given(st.data())
@settings(max_examples=50)
def test_no_edit_touches_the_plan_that_undo_goes_back_to(data: st.DataObject) -> None:
    plan = grown_plan()
    snapshot = decode(encode(plan), Path("snapshot.toml"))
    after = applied(plan, data.draw(edits_of(plan)))
    assert plan == snapshot
    assert ReplacePlan(plan).apply(after) == snapshot
