import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from okrtui.model import tree
from okrtui.model.edits import Add, ChangeFields, ChangeQuarter, Edit, Move, Remove, Tick
from okrtui.model.merge import Conflict, merge
from okrtui.model.plan import Action, Change, KeyResult, Objective, Parked, Plan
from tests.model.merging import BASE, conflicts, done, node, on, outline, seen
from tests.support.plans import TODAY

# -- the two windows that everybody has open


def test_what_two_windows_did_to_different_things_is_all_kept() -> None:
    ours = done(ChangeFields("kr0001", {"title": "Ours"}), Tick("ac0002", TODAY))
    theirs = done(ChangeFields("kr0001", {"unit": "leads"}), Add(Action(id="new"), "kr0002"))
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert (node(merged.plan, "kr0001").title, node(merged.plan, "kr0001").unit) == ("Ours", "leads")
    assert node(merged.plan, "ac0002").status == "done"
    assert outline(merged.plan) == "ob0001(kr0001(ac0001 ac0002) kr0002(new)) ob0002"


def test_a_field_that_both_changed_is_shown_with_both_values() -> None:
    ours, theirs = (done(ChangeFields("kr0001", {"title": title})) for title in ("Ours", "Theirs"))
    merged = merge(BASE, ours, theirs)
    assert node(merged.plan, "kr0001").title == "Theirs"
    assert merged.conflicts == (Conflict("kr0001", "title", node(BASE, "kr0001").title, "Ours", "Theirs"),)


def test_a_person_can_choose_our_value() -> None:
    ours = done(ChangeFields("kr0001", {"title": "Ours", "unit": "ours"}))
    theirs = done(ChangeFields("kr0001", {"title": "Theirs", "unit": "theirs"}))
    merged = merge(BASE, ours, theirs, keep_ours={("kr0001", "title")})
    assert [c.field for c in merged.conflicts] == ["unit"]
    assert (node(merged.plan, "kr0001").title, node(merged.plan, "kr0001").unit) == ("Ours", "theirs")


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    same = ChangeFields("kr0001", {"target": Decimal(40)})
    ours, theirs = done(same, ChangeQuarter({"focus": "x"})), done(same)
    assert merge(BASE, ours, theirs).conflicts == ()


def test_a_number_written_in_another_way_stays_as_it_was_typed() -> None:
    ours = done(ChangeFields("kr0001", {"target": Decimal("30.0")}))
    theirs = done(ChangeQuarter({"focus": "x"}))
    assert str(node(merge(BASE, ours, theirs).plan, "kr0001").target) == "30.0"
    assert str(node(merge(BASE, theirs, ours).plan, "kr0001").target) == "30.0"


# -- deleting


def test_what_one_side_deleted_and_the_other_left_is_deleted() -> None:
    merged = merge(BASE, done(Remove("kr0001")), done(ChangeFields("kr0002", {"title": "x"})))
    assert outline(merged.plan) == "ob0001(kr0002) ob0002"
    assert merged.conflicts == ()


def test_deleting_more_than_the_other_side_did_is_no_conflict() -> None:
    merged = merge(BASE, done(Remove("ob0001")), done(Remove("ac0001")))
    assert (outline(merged.plan), merged.conflicts) == ("ob0002", ())


@pytest.mark.parametrize("we_delete", [True, False])
@pytest.mark.parametrize(
    "edit",
    [
        ChangeFields("ob0001", {"title": "x"}),
        ChangeFields("ac0001", {"title": "x"}),
        Add(Action(id="new"), "kr0002"),
        Add(KeyResult(id="new"), "ob0001"),
        Move("ac0001", "kr0002", 0),
    ],
)
def test_what_one_side_deleted_and_the_other_worked_on_is_kept_whole(edit: Edit, we_delete: bool) -> None:
    changed, deleted = done(edit), done(Remove("ob0001"))
    merged = merge(BASE, deleted, changed) if we_delete else merge(BASE, changed, deleted)
    assert node(merged.plan, "ob0001") == node(changed, "ob0001")
    assert merged.conflicts == (Conflict("ob0001", "deleted", False, we_delete, not we_delete),)


def test_a_person_can_choose_to_delete_it_all_the_same() -> None:
    changed = done(ChangeFields("ac0001", {"title": "x"}), Add(Action(id="new"), "kr0002"))
    merged = merge(BASE, done(Remove("ob0001")), changed, keep_ours={("ob0001", "deleted")})
    assert (outline(merged.plan), merged.conflicts) == ("ob0002", ())


def test_an_item_moved_out_of_what_the_other_side_deleted_survives() -> None:
    merged = merge(BASE, done(Move("kr0001", "ob0002", 0), Remove("ob0001")), done(Tick("ac0002", TODAY)))
    assert outline(merged.plan) == "ob0002(kr0001(ac0001 ac0002))"
    assert node(merged.plan, "ac0002").status == "done"
    assert merged.conflicts == ()


def test_an_item_moved_into_what_the_other_side_deleted_is_not_lost() -> None:
    merged = merge(BASE, done(Remove("ob0002")), done(Move("kr0001", "ob0002", 0)))
    assert outline(merged.plan) == "ob0001(kr0002) ob0002(kr0001(ac0001 ac0002))"
    assert [(c.item_id, c.field) for c in merged.conflicts] == [("ob0002", "deleted")]


def test_choosing_to_delete_a_parent_does_not_lose_what_was_moved_into_it() -> None:
    ours, theirs = done(Remove("ob0002")), done(Move("kr0001", "ob0002", 0))
    merged = merge(BASE, ours, theirs, keep_ours={("ob0002", "deleted")})
    assert tree.ids(merged.plan) >= {"kr0001", "ac0001", "ac0002"}


# -- moving and order


def test_a_move_and_an_edit_of_the_same_item_are_both_kept() -> None:
    merged = merge(BASE, done(Move("kr0002", "ob0002", 0)), done(ChangeFields("kr0002", {"title": "x"})))
    assert outline(merged.plan) == "ob0001(kr0001(ac0001 ac0002)) ob0002(kr0002)"
    assert node(merged.plan, "kr0002").title == "x"
    assert merged.conflicts == ()


def test_an_item_moved_to_two_places_is_in_one_of_them() -> None:
    base = done(Add(Objective(id="ob0003")))
    ours = done(Move("kr0002", "ob0002", 0), plan=base)
    theirs = done(Move("kr0002", "ob0003", 0), plan=base)
    merged = merge(base, ours, theirs)
    assert outline(merged.plan) == "ob0001(kr0001(ac0001 ac0002)) ob0002 ob0003(kr0002)"
    assert merged.conflicts == (Conflict("kr0002", "parent", "ob0001", "ob0002", "ob0003"),)


def listed(*ids: str) -> Plan:
    return BASE.replace(objectives=tuple(Objective(id=found, title=found) for found in ids))


ORDERS = {
    "ours reordered": ("a b c", "c a b", "a b c", "c a b"),
    "theirs reordered": ("a b c", "a b c", "b a c", "b a c"),
    "both reordered": ("a b c", "c a b", "b a c", "c a b"),
    "both added in the middle": ("a b", "a x b", "a y b", "a x y b"),
    "both added last": ("a b", "a b x", "a b y", "a b y x"),
    "both added first": ("a b", "x a b", "y a b", "x y a b"),
    "one reordered, the other added last": ("a b", "b a", "a b y", "b a y"),
    "one reordered, the other added after one": ("a b c", "c b a", "a y b c", "c b a y"),
    "one deleted, the other reordered": ("a b c", "a c", "c b a", "c a"),
    "both deleted": ("a b c", "a c", "a b", "a"),
    "both began with nothing": ("", "x", "y", "y x"),
}


@pytest.mark.parametrize("name", ORDERS)
def test_the_order_that_somebody_gave_is_kept(name: str) -> None:
    base, ours, theirs, result = (listed(*ids.split()) for ids in ORDERS[name])
    assert outline(merge(base, ours, theirs).plan) == outline(result)


# -- what is no tree


def test_check_ins_of_both_sides_are_kept_by_date() -> None:
    base = seen(BASE, on(2, 20))
    ours, theirs = seen(base, on(2, 20), on(9, 22)), seen(base, on(2, 21), on(16, 24))
    merged = merge(base, ours, theirs)
    assert node(merged.plan, "kr0001").check_ins == (on(2, 21), on(16, 24), on(9, 22))
    assert merged.conflicts == ()


def test_two_check_ins_of_one_day_are_merged_or_shown() -> None:
    base = seen(BASE, on(2, 20))
    ours = seen(base, on(2, 20, note="ours"), on(9, 22))
    theirs = seen(base, on(2, 20, confidence=3), on(9, 23))
    assert conflicts(base, ours, theirs) == [("kr0001", "check_ins.2026-11-09.value", None, 22, 23)]
    merged = merge(base, ours, theirs)
    assert node(merged.plan, "kr0001").check_ins == (on(2, 20, note="ours", confidence=3), on(9, 23))


def test_a_check_in_that_one_side_deleted_and_the_other_corrected_stays() -> None:
    base = seen(BASE, on(2, 20), on(9, 22))
    gone, corrected = seen(base, on(9, 22)), seen(base, on(2, 21), on(9, 22))
    for ours, theirs in ((gone, corrected), (corrected, gone)):
        assert node(merge(base, ours, theirs).plan, "kr0001").check_ins == (on(2, 21), on(9, 22))
        assert [(c.item_id, c.field) for c in merge(base, ours, theirs).conflicts] == [
            ("kr0001", "check_ins.2026-11-02")
        ]
    untouched = done(ChangeQuarter({"focus": "x"}), plan=base)
    assert node(merge(base, gone, untouched).plan, "kr0001").check_ins == (on(9, 22),)


def test_accepted_findings_are_merged_by_code() -> None:
    base = done(ChangeFields("kr0001", {"accepted": {"a": "1", "b": "1"}}))
    ours = done(ChangeFields("kr0001", {"accepted": {"a": "2", "b": "1", "c": "ours"}}), plan=base)
    theirs = done(ChangeFields("kr0001", {"accepted": {"a": "1", "c": "theirs"}}), plan=base)
    merged = merge(base, ours, theirs)
    assert node(merged.plan, "kr0001").accepted == {"a": "2", "c": "theirs"}
    assert merged.conflicts == (Conflict("kr0001", "accepted.c", None, "ours", "theirs"),)


def test_keys_of_a_newer_version_are_merged_by_name() -> None:
    def extended(**extra: Any) -> Plan:
        return Plan.read({**BASE.__dict__, **extra})

    base = extended(colour="red", mood=[1])
    merged = merge(base, extended(colour="blue", mood=[1], sign="x"), extended(colour="red", owner={"a": 1}))
    assert merged.plan.extra == {"colour": "blue", "owner": {"a": 1}, "sign": "x"}
    assert merged.conflicts == ()
    assert conflicts(base, extended(colour="blue", mood=[1]), extended(colour="green", mood=[1])) == [
        ("", "colour", "red", "blue", "green")
    ]


def change(reason: str) -> Change:
    return Change(date=TODAY, item="kr0001", field="target", old="30", new="40", reason=reason)


def test_the_log_of_moved_goalposts_keeps_the_entries_of_both_sides() -> None:
    def logged(*reasons: str) -> Plan:
        return BASE.replace(changes=tuple(map(change, reasons)))

    merged = merge(logged("a", "b"), logged("a", "b", "ours"), logged("a", "theirs", "theirs"))
    assert [found.reason for found in merged.plan.changes] == ["a", "theirs", "theirs", "ours"]
    assert merged.conflicts == ()


def test_declined_requests_are_merged_like_items() -> None:
    def parked(**statuses: Any) -> Plan:
        return BASE.replace(not_now=tuple(Parked(id=key, **fields) for key, fields in statuses.items()))

    base = parked(a={"request": "Podcast"}, b={})
    ours = parked(a={"request": "Podcast", "reason": "no time"}, b={}, c={})
    theirs = parked(a={"request": "A podcast"})
    merged = merge(base, ours, theirs)
    assert merged.plan.not_now == (Parked(id="a", request="A podcast", reason="no time"), Parked(id="c"))


def test_the_quarter_and_its_retrospective_are_merged_by_field() -> None:
    def looked_back(**texts: str) -> Plan:
        return BASE.replace(retrospective=BASE.retrospective.replace(**texts))

    merged = merge(BASE, looked_back(went_well="x"), looked_back(went_badly="y"))
    assert (merged.plan.retrospective.went_well, merged.plan.retrospective.went_badly) == ("x", "y")
    assert conflicts(BASE, looked_back(went_well="x"), looked_back(went_well="y")) == [
        ("", "retrospective.went_well", "", "x", "y")
    ]


def test_dates_that_make_no_quarter_together_are_not_mixed() -> None:
    ours = BASE.replace(start=dt.date(2026, 12, 1))
    theirs = BASE.replace(end=dt.date(2026, 11, 30))
    merged = merge(BASE, ours, theirs)
    assert (merged.plan.start, merged.plan.end) == (theirs.start, theirs.end)
    assert [c.field for c in merged.conflicts] == ["start", "end"]
    far = merge(BASE, BASE.replace(start=dt.date(2025, 12, 1)), BASE.replace(end=dt.date(2027, 1, 31))).plan
    assert (far.start, far.end) == (BASE.start, dt.date(2027, 1, 31)), "a quarter of 14 months"
    chosen = merge(BASE, ours, theirs, keep_ours={("", "start"), ("", "end")})
    assert (chosen.plan.start, chosen.plan.end, chosen.conflicts) == (ours.start, ours.end, ())
