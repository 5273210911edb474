"""Merging whatever comes: undo among the edits of others, files written by hand, and plans at random."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.model import tree
from okrtui.model.edits import Add, ChangeFields, Remove
from okrtui.model.merge import Conflict, merge
from okrtui.model.plan import Action, KeyResult, Objective, Plan
from tests.model.merging import BASE, done, node, outline
from tests.model.random_edits import applied, edits_of, grown_plan
from tests.support.plans import plans, typed

# -- undo


def test_undo_takes_back_ones_own_edit_and_nothing_of_another() -> None:
    after = done(Remove("kr0001"))
    now = done(ChangeFields("kr0002", {"title": "theirs"}), Add(KeyResult(id="new"), "ob0001"), plan=after)
    merged = merge(base=after, ours=BASE, theirs=now)
    assert outline(merged.plan) == "ob0001(kr0001(ac0001 ac0002) kr0002 new) ob0002"
    assert node(merged.plan, "kr0001") == node(BASE, "kr0001")
    assert node(merged.plan, "kr0002").title == "theirs"
    assert merged.conflicts == ()


def test_undo_of_an_addition_that_another_worked_on_keeps_their_work() -> None:
    after = done(Add(Action(id="new"), "kr0001"))
    now = done(ChangeFields("new", {"title": "theirs"}), plan=after)
    merged = merge(base=after, ours=BASE, theirs=now)
    assert node(merged.plan, "new").title == "theirs"
    assert merged.conflicts == (Conflict("new", "deleted", False, True, False),)


# -- files that were written by hand


def test_no_item_is_lost_where_a_file_has_an_id_twice() -> None:
    twice = BASE.replace(objectives=(Objective(id="x", title="one"), Objective(id="x", title="two")))
    ours = twice.replace(focus="ours")
    merged = merge(twice, ours, twice.replace(objectives=(*twice.objectives, Objective(id="y"))))
    assert [objective.title for objective in merged.plan.objectives] == ["one", "two", ""]
    assert len(tree.ids(merged.plan)) == 3


def test_an_id_that_two_windows_gave_to_different_kinds_is_given_once() -> None:
    ours, theirs = done(Add(Action(id="new"), "kr0001")), done(Add(KeyResult(id="new"), "ob0002"))
    merged = merge(BASE, ours, theirs)
    found = [placed.node.id for placed in tree.walk(merged.plan)]
    assert len(found) == len(set(found)) == 8


def test_the_same_item_added_twice_is_one_item_with_what_both_filled_in() -> None:
    ours = done(Add(KeyResult(id="new", title="Send 3 letters", unit="letters"), "ob0002"))
    theirs = done(Add(KeyResult(id="new", title="Send 3 letters", owner="Ana"), "ob0002"))
    merged = merge(BASE, ours, theirs)
    assert (node(merged.plan, "new").unit, node(merged.plan, "new").owner) == ("letters", "Ana")
    assert merged.conflicts == ()


# -- of any plans at all


@given(plans, plans)
@settings(max_examples=15)
def test_a_side_that_did_nothing_changes_nothing(base: Plan, other: Plan) -> None:
    assert merge(base, other, base).plan == other
    assert merge(base, base, other).plan == other
    assert merge(base, other, other).plan == other
    assert merge(base, base, base).plan == base


@given(plans, plans, typed)
@settings(max_examples=15)
def test_one_change_of_theirs_leaves_all_of_ours(base: Plan, ours: Plan, word: str) -> None:
    ours = ours.replace(language=base.language)
    language = "ko" if base.language != "ko" else "ja"
    theirs = base.replace(language=language)
    assert merge(base, ours, theirs).plan == ours.replace(language=language)
    assert merge(base, theirs, ours).plan == ours.replace(language=language)
    assert merge(base, ours, theirs).conflicts == ()


@given(plans, plans, plans)
@settings(max_examples=15)
def test_no_three_plans_break_the_merge(base: Plan, ours: Plan, theirs: Plan) -> None:
    found = [placed.node.id for placed in tree.walk(merge(base, ours, theirs).plan)]
    assert len(found) == len(set(found))


@given(st.data())
@settings(max_examples=40)
def test_no_item_of_two_windows_is_lost_or_doubled(data: st.DataObject) -> None:
    base = grown_plan()
    ours = applied(base, data.draw(edits_of(base, "mine")))
    theirs = applied(base, data.draw(edits_of(base, "other")))
    merged = merge(base, ours, theirs)
    counts = Counter(placed.node.id for placed in tree.walk(merged.plan))
    assert set(counts.values()) <= {1}
    assert tree.ids(merged.plan) <= tree.ids(ours) | tree.ids(theirs)
    assert tree.ids(merged.plan) >= tree.ids(ours) & tree.ids(theirs)
    assert tree.ids(merged.plan) >= (tree.ids(ours) | tree.ids(theirs)) - tree.ids(base)


@given(st.data(), typed, typed)
@settings(max_examples=40)
def test_edits_of_different_fields_both_survive(data: st.DataObject, mine: str, other: str) -> None:
    base = grown_plan()
    ids = st.sampled_from([placed.node.id for placed in tree.walk(base)])
    first, second = data.draw(ids), data.draw(ids)
    ours = done(ChangeFields(first, {"title": mine}), plan=base)
    theirs = done(ChangeFields(second, {"notes": other}), plan=base)
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.plan == done(ChangeFields(first, {"title": mine}), plan=theirs)


@given(st.data())
@settings(max_examples=30)
def test_undo_right_after_an_edit_is_the_plan_before(data: st.DataObject) -> None:
    before = grown_plan()
    after = applied(before, data.draw(edits_of(before)))
    assert merge(base=after, ours=before, theirs=after).plan == before
