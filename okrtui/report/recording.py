"""Check-ins put into a plan as they were written: all of them, or none."""

import datetime as dt
from decimal import Decimal
from typing import Any

from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.edits import EditError, Tick
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Action, CheckIn, KeyResult, Plan
from okrtui.model.reading_values import Entry, is_skip, read_day
from okrtui.model.text import display
from okrtui.model.week_edits import RecordCheckIn
from okrtui.report.check_in_rows import Row, Rows, RowsError

_SHOWN = 60
"""The most characters shown of something that was written."""
_TITLE = 80
"""The most characters shown of a title."""
_DAY = dt.timedelta(days=1)


def record(plan: Plan, written: Rows, today: dt.date) -> tuple[Plan, list[str]]:
    """The plan with a check-in for every row, and what was done, a line each.

    Args:
        plan: the plan.
        written: the check-ins; one may count from what another before it says of an earlier day.
        today: the day, for dates that are left out or relative.

    Raises:
        RowsError: some rows cannot be check-ins.
    """
    said: list[str] = []
    problems = dict(written.problems)
    known: dict[tuple[str, dt.date], int] = {}
    for row in written.rows:
        try:
            placed, key_result = _key_result(plan, row.key_result)
            day = _day(row.date, plan, key_result, today)
            if is_skip(row.value) and row.line:
                continue
            edit = RecordCheckIn(key_result.id, _check_in(row, key_result, day))
            if (first := known.setdefault((key_result.id, day), row.line)) != row.line:
                raise EditError(
                    f"{placed.position} has a value of that day on line {first} already; delete one of them"
                )
            said.append(_said(edit, placed.position, key_result, plan, today))
            plan = edit.apply(plan)
        except EditError as error:
            problems[row.line] = str(error)
    if problems:
        raise RowsError(problems)
    return plan, said


def _key_result(plan: Plan, name: str) -> tuple[tree.Placed, KeyResult]:
    """The key result at a position or with an id.

    Raises:
        EditError: there is none that can be checked in.
    """
    shown = display(name.strip(), _SHOWN)
    see = f"see: okrtui show {plan.quarter}"
    if not shown:
        raise EditError("no key result is named; write its position, such as 2.1, or its id")
    placed = tree.find_named(plan, name.strip())
    if placed is None:
        raise EditError(f"there is no key result {shown} in {plan.quarter}; {see}")
    if not isinstance(placed.node, KeyResult):
        kind = "an action" if placed.depth else "an objective"
        raise EditError(f"{shown} is {kind}; name a key result, such as 2.1; {see}")
    if placed.node.dropped_on:
        raise EditError(f"{shown} was dropped on {placed.node.dropped_on}, so nothing is checked in; {see}")
    return placed, placed.node


def _day(text: str | None, plan: Plan, key_result: KeyResult, today: dt.date) -> dt.date:
    """The day of a check-in.

    Raises:
        EditError: it is no date, is still to come, or lies before the quarter.
    """
    try:
        day = today if text is None else read_day(text, plan.start, plan.end, today)
    except ValueError as error:
        raise EditError(f"date {display(text or '', _SHOWN) or 'without a word'}: {error}") from None
    first = min(plan.start, key_result.start or plan.start)
    if day < first:
        raise EditError(
            f"{day} is before {plan.quarter} begins, on {first}; write a later date, or name another quarter"
        )
    return day


def _check_in(row: Row, key_result: KeyResult, day: dt.date) -> CheckIn:
    """The check-in of a row; what it does not say of confidence and note stays as that day's has it already."""
    upto = Entry(key_result, day + _DAY)  # so that +1 said twice on one day is 2 more, whoever says it
    fields: dict[str, Any] = {"value": _value(row.value, upto)}
    if row.confidence:
        try:
            fields["confidence"] = upto.confidence(row.confidence)
        except ValueError as error:
            raise EditError(f"confidence {display(row.confidence, _SHOWN)}: it {error}") from None
    if row.note is not None:
        fields["note"] = row.note
    same_day = [known for known in key_result.check_ins if known.date == day]
    return same_day[-1].replace(**fields) if same_day else CheckIn(date=day, **fields)


def _value(text: str, upto: Entry) -> Decimal:
    if not text.strip() and upto.usual_value is None:
        raise EditError("there is no last value yet; write the first one")
    try:
        return upto.value(text)
    except ValueError as error:
        raise EditError(f"value {display(text, _SHOWN)}: {error}") from None


def _said(edit: RecordCheckIn, position: str, key_result: KeyResult, plan: Plan, today: dt.date) -> str:
    """``checked in 2.1 "Grow MQLs": 26, was 24``, with the day where it is another, and what it takes the place of."""
    day, value = edit.check_in.date, edit.check_in.value
    entry = Entry(key_result, day)
    same_day = [known for known in key_result.check_ins if known.date == day]
    late = f" for {format_date(day, plan.start, plan.end)}" if day != today else ""
    was = f", was {format_amount(entry.last.value)}" if entry.last else ""
    instead = ""
    if same_day and same_day[-1].value != value:
        instead = f", in place of {format_amount(same_day[-1].value)}"
    return f"checked in {position} {named(key_result.title)}{late}: {format_amount(value)}{was}{instead}"


def named(title: str) -> str:
    """A title as a line names it, safe to print."""
    return f'"{display(title, _TITLE)}"' if title else "(no title yet)"


def tick(plan: Plan, name: str, date: str | None, today: dt.date) -> tuple[Plan, str]:
    """The plan with an action done, and what was done; the very same plan where it is done already.

    Args:
        plan: the plan.
        name: position or id of the action.
        date: the day it was done on, as typed; today where there is none.
        today: the day.

    Raises:
        EditError: there is no such action, or no such day.
    """
    shown = display(name.strip(), _SHOWN)
    placed = tree.find_named(plan, name.strip())
    see = f"see: okrtui show {plan.quarter}"
    if placed is None:
        raise EditError(f"there is no action {shown or 'without a name'} in {plan.quarter}; {see}")
    if not isinstance(placed.node, Action):
        kind = "a key result" if placed.depth else "an objective"
        raise EditError(f"{shown} is {kind}; name an action, such as 2.1.3; {see}")
    action = f"{placed.position} {named(placed.node.title)}"
    if placed.node.status == "done":
        then = placed.node.done_on
        return plan, f"done already{f' on {format_date(then, plan.start, plan.end)}' if then else ''}: {action}"
    try:
        day = today if date is None else read_day(date, plan.start, plan.end, today)
    except ValueError as error:
        raise EditError(f"date {display(date or '', _SHOWN) or 'without a word'}: {error}") from None
    on = f" on {format_date(day, plan.start, plan.end)}" if day != today else ""
    dropped = ", which was dropped" if placed.node.status == "dropped" else ""
    return Tick(placed.node.id, day).apply(plan), f"done{on}: {action}{dropped}"
