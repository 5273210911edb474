"""What differs between two versions, as a person would say it: one line a difference, nothing passed over."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings

from okrtui.model.edits import Accept, Add, ChangeFields, Edit, Move, Remove, Tick
from okrtui.model.lifecycle import BackToPlanning, Close, SetRetrospective
from okrtui.model.plan import CheckIn, KeyResult, Parked, Plan, Unsettled
from okrtui.model.week_edits import ChangeRequest, Park, RecordCheckIn, RemoveCheckIn
from okrtui.model.widths import cell_width
from okrtui.report.differences import differences, in_one_line
from okrtui.report.version_words import changed_then
from okrtui.storage.document import same_plan
from tests.model.merging import BASE, done, node
from tests.support.plans import TODAY, plans

CRM = '"Train 5 people on the CRM"'
MQLS = f'"{node(BASE, "kr0001").title}"'
NINTH = dt.date(2026, 11, 9)
PARKED = done(Park(Parked(id="p", request="A podcast")))

SAID: dict[str, tuple[Plan, Edit, str]] = {
    "added": (BASE, Add(KeyResult(id="n", title="Win"), "ob0002"), 'added "Win"'),
    "deleted": (BASE, Remove("ob0001"), 'deleted "Build a new demand generation channel" and the 4 items below it'),
    "deleted alone": (BASE, Remove("ac0001"), 'deleted "Draft the nurture plan"'),
    "moved": (BASE, Move("kr0002", "ob0002", 0), f'moved {CRM} under "Improve funnel conversion rates"'),
    "put in order": (BASE, Move("ob0002", "", 0), "put the objectives in another order"),
    "renamed": (BASE, ChangeFields("ob0002", {"title": "New"}), 'renamed "Improve funnel conversion rates" to "New"'),
    "a goalpost": (BASE, ChangeFields("kr0001", {"target": Decimal("40.5")}), f"target 40.5, was 30: {MQLS}"),
    "a date": (BASE, ChangeFields("kr0001", {"due": None}), f"due date nothing, was 31 Dec: {MQLS}"),
    "lines": (BASE, ChangeFields("kr0002", {"notes": "a\nb"}), f"notes a / b, was nothing: {CRM}"),
    "ticked": (BASE, Tick("ac0002", TODAY), 'done: "Approve the template"'),
    "not ticked": (BASE, Tick("ac0001", TODAY), 'to do again: "Draft the nurture plan"'),
    "checked in": (
        BASE,
        RecordCheckIn("kr0001", CheckIn(date=TODAY, value=Decimal(1250))),
        f"checked in 1,250 on 12 Nov: {MQLS}",
    ),
    "corrected": (
        BASE,
        RecordCheckIn("kr0001", CheckIn(date=NINTH, value=Decimal(28), confidence=7)),
        f"corrected the check-in of 9 Nov, 28, confidence 7, it was 26, confidence 5, note Webinar helped: {MQLS}",
    ),
    "removed": (BASE, RemoveCheckIn("kr0001", NINTH), f"removed the check-in of 9 Nov: {MQLS}"),
    "accepted": (BASE, Accept("kr0002", "kr-percentage", "x"), f"accepted kr-percentage: {CRM}"),
    "parked": (BASE, Park(Parked(id="p", request="A podcast")), 'not now: "A podcast"'),
    "a request": (PARKED, ChangeRequest("p", {"asked_by": "Ana"}), 'who asked Ana, was nothing: "A podcast"'),
    "closed": (BASE, Close(TODAY), "closed"),
    "taken back": (BASE, BackToPlanning(TODAY, "x"), "taken back to planning"),
    "the retrospective": (BASE, SetRetrospective({"went_well": "All"}), "wrote the retrospective"),
}


@pytest.mark.parametrize("name", SAID)
def test_what_was_done_is_said_in_one_line(name: str) -> None:
    before, edit, said = SAID[name]
    assert differences(before, edit.apply(before)) == [said]


def test_a_line_names_two_differences_and_counts_the_rest() -> None:
    after = done(ChangeFields("kr0002", {"owner": "Ana", "unit": "people", "source": "CRM", "notes": "x"}))
    assert in_one_line(differences(BASE, after), 80).endswith("; 2 more")
    assert changed_then(BASE, BASE) == ["only how it is written"]


@pytest.mark.parametrize("width", [24, 40, 60, 200])
def test_what_was_done_takes_the_width_that_there_is(width: int) -> None:
    """Titles were cut at 32 letters in a window of 200 columns."""
    lines = ['done: "Write"', f'renamed "{"x" * 60}"', "wrote", "closed"]
    line = in_one_line(lines, width)
    assert line.startswith('done: "Write"') is (width > 24)
    assert line.endswith("; 2 more") and cell_width(line) <= width
    assert ("…" in line) is (width < 100)


def test_what_a_merge_left_open_and_what_settled_it_is_said() -> None:
    left = BASE.replace(conflicts=(Unsettled(item="kr0001", field="target", ours=1, theirs=2),))
    assert differences(BASE, left) == ["merged, with something left to choose"]
    assert differences(left, BASE) == ["settled what a merge left open"]


def test_control_codes_of_a_title_are_shown_and_not_sent() -> None:
    (line,) = differences(BASE, done(ChangeFields("ob0002", {"title": "x"}), plan=BASE.replace()))
    assert line
    evil = BASE.replace(focus="\x1b]52;c;evil\x07")
    assert all(line.isprintable() for line in differences(BASE, evil))


@settings(max_examples=30, deadline=None)
@given(plans, plans)
def test_any_two_plans_that_differ_have_something_to_be_said(one: Plan, other: Plan) -> None:
    said = differences(one, other)
    assert bool(said) or same_plan(one, other)
    assert differences(one, one) == []
    assert all("\n" not in line and "\x1b" not in line for line in said)
