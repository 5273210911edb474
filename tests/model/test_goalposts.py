"""Goalposts: whatever moves one is on record with its reason, once a day, and nothing else is."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.model.edits import Add, ChangeFields, Edit, EditError, Move, Remove, ReplacePlan, Tick
from okrtui.model.goalposts import (
    KEY_RESULT,
    WithReason,
    change_line,
    change_words,
    changes_of,
    given_reason,
    moved,
    to_explain,
)
from okrtui.model.merge import merge
from okrtui.model.plan import Change, KeyResult, Objective, Plan
from okrtui.storage.codec import decode, encode
from tests.model.merging import on, seen
from tests.model.random_edits import edits_of, grown_plan
from tests.support.plans import TODAY, small_plan

NEXT_DAY = TODAY + dt.timedelta(days=1)
MQLS = "Increase MQLs attributable to inbound marketing from 20 to 30"


def target(value: str) -> ChangeFields:
    return ChangeFields("kr0001", {"target": Decimal(value)})


def explained(edit: Edit, plan: Plan | None = None, reason: str = "Budget cut", today: dt.date = TODAY) -> Plan:
    return WithReason(edit, reason, today).apply(plan or small_plan())


def records(plan: Plan) -> list[tuple[str, str, str, str]]:
    return [(it.item, it.field, it.old, it.new) for it in plan.changes]


MOVES: dict[str, tuple[Edit, list[tuple[str, str, str, str]]]] = {
    "target": (target("40.50"), [("kr0001", "target", "30", "40.50")]),
    "baseline taken out": (ChangeFields("kr0001", {"baseline": None}), [("kr0001", "baseline", "20", "")]),
    "unit": (ChangeFields("kr0001", {"unit": "SQLs"}), [("kr0001", "unit", "MQLs", "SQLs")]),
    "kind": (ChangeFields("kr0001", {"kind": "at_least"}), [("kr0001", "kind", "reach", "at_least")]),
    "due": (
        ChangeFields("kr0001", {"due": dt.date(2026, 12, 1)}),
        [("kr0001", "due", "2026-12-31", "2026-12-01")],
    ),
    "first day": (ChangeFields("kr0001", {"start": dt.date(2026, 10, 20)}), [("kr0001", "start", "", "2026-10-20")]),
    "dropped": (ChangeFields("kr0002", {"dropped_on": TODAY}), [("kr0002", "dropped_on", "", "2026-11-12")]),
    "removed": (Remove("kr0001"), [("kr0001", KEY_RESULT, MQLS, "")]),
    "removed with its objective": (
        Remove("ob0001"),
        [("kr0001", KEY_RESULT, MQLS, ""), ("kr0002", KEY_RESULT, "Train 5 people on the CRM", "")],
    ),
    "added": (Add(KeyResult(id="new"), "ob0002"), [("new", KEY_RESULT, "", "(no title)")]),
    "several at once": (
        ChangeFields("kr0001", {"target": Decimal(40), "baseline": Decimal(25)}),
        [("kr0001", "baseline", "20", "25"), ("kr0001", "target", "30", "40")],
    ),
}


@pytest.mark.parametrize("name", MOVES)
def test_what_moves_a_goalpost_is_on_record_with_the_exact_values(name: str) -> None:
    edit, expected = MOVES[name]
    after = explained(edit)
    assert records(after) == expected
    assert {(it.date, it.reason) for it in after.changes} == {(TODAY, "Budget cut")}
    assert after.replace(changes=()) == edit.apply(small_plan()), "beside the record, the edit is what it was"
    assert WithReason(edit, "x", TODAY).label(small_plan()) == edit.label(small_plan())
    assert [(it.item_id, it.field, it.old, it.new) for it in moved(small_plan(), after)] == expected


NO_MOVES: dict[str, Edit] = {
    "a title": ChangeFields("kr0001", {"title": "Grow", "owner": "Tom", "confidence": 3}),
    "another objective": Move("kr0001", "ob0002", 0),
    "another order": Move("ob0002", "", 0),
    "an action": Tick("ac0002", TODAY),
    "an objective without key results": Remove("ob0002"),
    "the same number with other decimals": target("30.0"),
    "a check-in": ReplacePlan(seen(small_plan(), on(10, 99))),
    "a draft that is filled in": ChangeFields(
        "kr0002", {"target": Decimal(5), "unit": "people", "kind": "at_least", "due": TODAY, "start": TODAY}
    ),
}


@pytest.mark.parametrize("name", NO_MOVES)
def test_what_moves_none_asks_for_no_reason_and_leaves_no_record(name: str) -> None:
    edit = NO_MOVES[name]
    assert to_explain(small_plan(), edit.apply(small_plan()), TODAY) == ()
    assert explained(edit, reason="") == edit.apply(small_plan())


@pytest.mark.parametrize("phase", ["planning", "closed"])
def test_nothing_is_recorded_before_the_commit_or_after_the_close(phase: str) -> None:
    plan = small_plan().replace(phase=phase)
    assert moved(plan, Remove("ob0001").apply(plan)) == ()


def test_a_value_that_was_taken_out_moves_again_when_it_is_filled_in() -> None:
    cleared = explained(ChangeFields("kr0001", {"target": None}))
    assert records(explained(target("50"), cleared)) == [("kr0001", "target", "30", "50")]
    assert len(explained(target("50"), cleared, today=NEXT_DAY).changes) == 2


def test_a_key_result_that_came_late_is_filled_in_without_a_word_and_held_to_it_from_then_on() -> None:
    plan = explained(Add(KeyResult(id="new", title="Win 5 partners", target=Decimal(5)), "ob0001"))
    filled = ChangeFields("new", {"baseline": Decimal(0), "due": TODAY, "start": TODAY, "unit": "partners"})
    plan = explained(filled, plan, reason="")
    plan = explained(ChangeFields("new", {"target": Decimal(3)}), plan, today=NEXT_DAY)
    assert records(plan) == [("new", KEY_RESULT, "", "Win 5 partners"), ("new", "target", "5", "3")]


def test_a_goalpost_does_not_move_without_a_reason() -> None:
    for reason in ("", " \n"):
        with pytest.raises(EditError, match="say why"):
            explained(target("40"), reason=reason)
    assert explained(target("40"), reason="two\x1b\r\nlines").changes[0].reason == "two\nlines"


def test_a_second_change_on_one_day_keeps_the_oldest_value_and_coming_back_leaves_nothing() -> None:
    first = explained(target("40"))
    second = explained(target("35"), first, reason="A slip of the pen")
    assert records(second) == [("kr0001", "target", "30", "35")]
    assert second.changes[0].reason == "A slip of the pen"
    assert given_reason(second, moved(second, target("36").apply(second)), TODAY) == "A slip of the pen"
    assert given_reason(second, moved(second, target("36").apply(second)), NEXT_DAY) == ""
    given_up = ChangeFields("kr0001", {"dropped_on": TODAY})
    assert given_reason(second, moved(second, given_up.apply(second)), TODAY) == "", "another reason belongs there"
    assert to_explain(second, target("30.0").apply(second), TODAY) == ()
    assert explained(target("30.0"), second, reason="").changes == ()
    assert records(explained(target("30"), second, today=NEXT_DAY)) == [
        ("kr0001", "target", "30", "35"),
        ("kr0001", "target", "35", "30"),
    ]


def test_a_record_that_was_written_by_hand_may_hold_any_text() -> None:
    odd = small_plan().replace(changes=(Change(date=TODAY, item="kr0001", field="target", old="lots", new="1e999999"),))
    assert records(explained(target("40"), odd)) == [("kr0001", "target", "lots", "40")]
    assert len(change_words(odd.changes[0], odd)) < 100


def test_what_is_added_and_taken_out_on_one_day_was_never_there() -> None:
    plan = explained(Add(KeyResult(id="new", title="Win 5 partners", target=Decimal(5)), "ob0001"))
    plan = explained(ChangeFields("new", {"target": Decimal(7)}), plan)
    assert explained(Remove("new"), plan, reason="").changes == ()
    assert len(explained(Remove("new"), plan, today=NEXT_DAY).changes) == 3


def test_a_dropped_key_result_that_is_brought_back_another_day_shows_both() -> None:
    dropped = explained(ChangeFields("kr0001", {"dropped_on": TODAY}))
    assert explained(ChangeFields("kr0001", {"dropped_on": None}), dropped).changes == ()
    back = explained(ChangeFields("kr0001", {"dropped_on": None}), dropped, "The budget is back", NEXT_DAY)
    assert [change_words(it, back) for it in changes_of(back, "kr0001")] == [
        "dropped on 12 Nov: Budget cut",
        "brought back on 13 Nov, was dropped on 12 Nov: The budget is back",
    ]


# -- in words


WORDS: dict[str, tuple[Change, str]] = {
    "target": (
        Change(date=TODAY, item="kr0001", field="target", old="1250", new="2000.50", reason="budget\ncut"),
        "target 2,000.50, was 1,250 until 12 Nov: budget cut",
    ),
    "due": (
        Change(date=TODAY, item="kr0001", field="due", old="2026-12-31", new="2027-01-15"),
        "due 15 Jan 2027, was 31 Dec until 12 Nov",
    ),
    "kind": (
        Change(date=TODAY, item="kr0001", field="kind", old="reach", new="at_least"),
        "kind at least, was reach until 12 Nov",
    ),
    "cleared": (
        Change(date=TODAY, item="kr0001", field="baseline", old="20"),
        "no baseline any more, was 20 until 12 Nov",
    ),
    "first day": (
        Change(date=TODAY, item="kr0001", field="start", new="2026-10-20"),
        "start 20 Oct since 12 Nov, not set before",
    ),
    "added": (Change(date=TODAY, item="kr0001", field=KEY_RESULT, new="x", reason="Asked"), "added on 12 Nov: Asked"),
    "removed": (Change(date=TODAY, item="gone", field=KEY_RESULT, old="Win"), "removed on 12 Nov"),
    "by hand": (Change(date=TODAY, item="kr0001", field="tar\x1bget", old="[/x]"), "no tar␛get any more, was [/x]"),
    "no number": (Change(date=TODAY, item="kr0001", field="target", old="lots", new="inf"), "target inf, was lots"),
    "no date": (Change(date=TODAY, item="kr0001", field="due", old="soon", new="9999-99-99"), "due 9999-99-99"),
}


@pytest.mark.parametrize("name", WORDS)
def test_a_record_reads_as_a_sentence_and_is_safe_to_print(name: str) -> None:
    change, words = WORDS[name]
    assert change_words(change, small_plan()).startswith(words)


def test_a_record_away_from_its_key_result_names_it_even_when_it_is_gone() -> None:
    plan = explained(target("40"))
    assert change_line(plan.changes[0], plan) == f'"{MQLS}": target 40, was 30 until 12 Nov: Budget cut'
    gone = explained(Remove("kr0001"), plan, "Sales took it over", NEXT_DAY)
    assert [change_line(it, gone) for it in gone.changes] == [
        f'"{MQLS}": target 40, was 30 until 12 Nov: Budget cut',
        f'"{MQLS}" removed on 13 Nov: Sales took it over',
    ]


# -- on disk, and in two windows


def test_records_survive_save_and_load_to_the_letter() -> None:
    plan = explained(target("40.50"), reason='"Why",\nthey asked')
    plan = explained(Remove("kr0002"), plan)
    again = decode(encode(plan), Path("2026-Q4.toml"))
    assert again.changes == plan.changes
    assert b'\n[[changes]]\ndate = 2026-11-12\nitem = "kr0001"\nfield = "target"\nold = "30"\n' in encode(plan)


def test_two_windows_that_move_different_goalposts_keep_both_records() -> None:
    base = small_plan()
    ours, theirs = explained(target("40")), explained(ChangeFields("kr0001", {"unit": "leads"}), reason="Sales asked")
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert sorted(it.field for it in merged.plan.changes) == ["target", "unit"]
    assert moved(base, merged.plan) == (*moved(base, ours), *moved(base, theirs))


def test_two_windows_that_move_one_goalpost_keep_both_records_until_the_next_word_on_it() -> None:
    base = explained(target("40"))
    ours, theirs = explained(target("50"), base, "We can"), explained(target("60"), base, "They can")
    merged = merge(base, ours, theirs)
    assert [conflict.field for conflict in merged.conflicts] == ["target"]
    assert {it.reason for it in merged.plan.changes} == {"We can", "They can"}
    settled = explained(target("55"), merged.plan, "Agreed")
    assert [(it.old, it.new, it.reason) for it in settled.changes] == [("30", "55", "Agreed")]


def test_undo_takes_ones_own_record_along_and_no_other() -> None:
    before = small_plan()
    after = explained(target("40"))
    now = explained(Add(KeyResult(id="theirs", title="Theirs"), "ob0002"), after)
    undone = merge(base=after, ours=before, theirs=now)
    assert [it.field for it in undone.plan.changes] == [KEY_RESULT]
    assert undone.conflicts == ()


@given(st.data())
@settings(max_examples=40)
def test_whatever_is_edited_the_records_say_how_the_goalposts_stood_this_morning(data: st.DataObject) -> None:
    morning = plan = grown_plan().replace(phase="active")
    for edit in data.draw(edits_of(grown_plan())):
        plan = explained(edit, plan)
    changed = {(it.item_id, it.field): (it.old, it.new) for it in moved(morning, plan)}
    assert changed.items() <= {(it.item, it.field): (it.old, it.new) for it in plan.changes}.items()
    assert len({(it.item, it.field) for it in plan.changes}) == len(plan.changes)


def test_an_objective_that_comes_with_key_results_brings_a_record_of_each() -> None:
    brought = Objective(id="new", key_results=(KeyResult(id="k1", title="One"), KeyResult(id="k2", title="Two")))
    assert [it.new for it in explained(Add(brought)).changes] == ["One", "Two"]
