"""Check-ins put into a plan as they were written: all of them, or none."""

import datetime as dt
from decimal import Decimal
from typing import Any

from okrtui.coach.typed_amount import read_value
from okrtui.i18n import Code, tr
from okrtui.i18n_lists import row_of
from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.edits import EditError, Tick
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Action, CheckIn, KeyResult, Plan
from okrtui.model.reading_values import Entry, is_skip, read_day
from okrtui.model.text import display
from okrtui.model.week_edits import RecordCheckIn
from okrtui.report.check_in_rows import Row, Rows, RowsError
from okrtui.report.field_words import in_quotes

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
            day = _day(row, plan, key_result, today)
            if is_skip(row.value) and row.line:
                continue
            edit = RecordCheckIn(key_result.id, _check_in(row, key_result, day))
            if (first := known.setdefault((key_result.id, day), row.line)) != row.line:
                raise EditError(
                    tr(
                        "{position} has a value of that day on line {line} already; delete one of them",
                        position=placed.position,
                        line=first,
                    )
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
    shown, see = display(name.strip(), _SHOWN), _see(plan)
    if not shown:
        raise EditError(tr("no key result is named; write its position, such as 2.1, or its id"))
    placed = tree.find_named(plan, name.strip())
    if placed is None:
        missing = tr("there is no key result {name} in {quarter}; {see}", name=shown, quarter=plan.quarter, see=see)
        raise EditError(missing)
    if not isinstance(placed.node, KeyResult):
        if placed.depth:
            raise EditError(tr("{name} is an action; name a key result, such as 2.1; {see}", name=shown, see=see))
        raise EditError(tr("{name} is an objective; name a key result, such as 2.1; {see}", name=shown, see=see))
    if dropped_on := placed.node.dropped_on:
        raise EditError(
            tr("{name} was dropped on {day}, so nothing is checked in; {see}", name=shown, day=dropped_on, see=see)
        )
    return placed, placed.node


def _see(plan: Plan) -> str:
    # for translators: okrtui show and the quarter are a command to type
    return tr("see: okrtui show {quarter}", quarter=plan.quarter)


def _day(row: Row, plan: Plan, key_result: KeyResult, today: dt.date) -> dt.date:
    """The day of a check-in.

    Raises:
        EditError: it is no date, is still to come, or lies before the quarter.
    """
    day = _read_day(row.date, plan, today, row.written_in)
    first = min(plan.start, key_result.start or plan.start)
    if day < first:
        raise EditError(
            tr(
                "{day} is before {quarter} begins, on {first_day}; write a later date, or name another quarter",
                day=day,
                quarter=plan.quarter,
                first_day=first,
            )
        )
    return day


def _read_day(text: str | None, plan: Plan, today: dt.date, code: Code | None = None) -> dt.date:
    """The day that was written; today where none was.

    Raises:
        EditError: it is no date, or is still to come.
    """
    try:
        return today if text is None else read_day(text, plan.start, plan.end, today, code)
    except ValueError as error:
        if not (shown := display(text or "", _SHOWN)):
            raise EditError(tr("date without a word: {problem}", problem=error)) from None
        # for translators: what was written as a date, and what is wrong with it
        raise EditError(tr("date {text}: {problem}", text=shown, problem=error)) from None


def _check_in(row: Row, key_result: KeyResult, day: dt.date) -> CheckIn:
    """The check-in of a row; what it does not say of confidence and note stays as that day's has it already."""
    # of the day after, so that +1 said twice on one day is 2 more, whoever says it
    upto = Entry(key_result, day + _DAY, written_in=row.written_in)
    fields: dict[str, Any] = {"value": _value(row.value, upto)}
    if row.confidence:
        try:
            fields["confidence"] = upto.confidence(row.confidence)
        except ValueError as error:
            # for translators: what was written as a confidence, and what is wrong with it, such as: is no number
            problem = tr("confidence {text}: it {problem}", text=display(row.confidence, _SHOWN), problem=error)
            raise EditError(problem) from None
    if row.note is not None:
        fields["note"] = row.note
    same_day = [known for known in key_result.check_ins if known.date == day]
    return same_day[-1].replace(**fields) if same_day else CheckIn(date=day, **fields)


def _value(text: str, upto: Entry) -> Decimal:
    if not text.strip() and upto.usual_value is None:
        raise EditError(tr("there is no last value yet; write the first one"))
    try:
        return read_value(upto, text)
    except ValueError as error:
        # for translators: what was written as a value, and what is wrong with it
        raise EditError(tr("value {text}: {problem}", text=display(text, _SHOWN), problem=error)) from None


def _said(edit: RecordCheckIn, position: str, key_result: KeyResult, plan: Plan, today: dt.date) -> str:
    """``checked in 2.1 "Grow MQLs": 26, was 24``, with the day where it is another, and what it takes the place of."""
    day, value = edit.check_in.date, edit.check_in.value
    entry = Entry(key_result, day)
    same_day = [known for known in key_result.check_ins if known.date == day]
    item, shown = f"{position} {named(key_result.title)}", format_amount(value)
    if day == today:
        # for translators: said when it is done: checked in 2.1 "Grow MQLs": 26
        said = [tr("checked in {item}: {value}", item=item, value=shown)]
    else:
        on = format_date(day, plan.start, plan.end)
        said = [tr("checked in {item} for {day}: {value}", item=item, day=on, value=shown)]
    if entry.last:
        # for translators: the value before
        said.append(tr("was {value}", value=format_amount(entry.last.value)))
    if same_day and same_day[-1].value != value:
        # for translators: the value whose place another one takes
        said.append(tr("in place of {value}", value=format_amount(same_day[-1].value)))
    return row_of(said)


def named(title: str) -> str:
    """A title as a line names it, safe to print."""
    return in_quotes(display(title, _TITLE)) if title else tr("(no title yet)")


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
    placed, node = _action(plan, name)
    action = f"{placed.position} {named(node.title)}"
    if node.status == "done":
        if node.done_on is None:
            return plan, tr("done already: {action}", action=action)
        on = format_date(node.done_on, plan.start, plan.end)
        return plan, tr("done already on {day}: {action}", day=on, action=action)
    day = _read_day(date, plan, today)
    if day == today:
        # for translators: an action is done now; its title stands for {action}
        said = tr("done: {action}", action=action)
    else:
        said = tr("done on {day}: {action}", day=format_date(day, plan.start, plan.end), action=action)
    if node.status == "dropped":
        # for translators: {done} is such as: done: 2.1.3 "Write the mail"
        said = tr("{done}, which was dropped", done=said)
    return Tick(node.id, day).apply(plan), said


def _action(plan: Plan, name: str) -> tuple[tree.Placed, Action]:
    """The action at a position or with an id.

    Raises:
        EditError: there is none.
    """
    shown, see, quarter = display(name.strip(), _SHOWN), _see(plan), plan.quarter
    placed = tree.find_named(plan, name.strip())
    if placed is None:
        unnamed = tr("there is no action without a name in {quarter}; {see}", quarter=quarter, see=see)
        missing = tr("there is no action {name} in {quarter}; {see}", name=shown, quarter=quarter, see=see)
        raise EditError(missing if shown else unnamed)
    if not isinstance(placed.node, Action):
        if placed.depth:
            raise EditError(tr("{name} is a key result; name an action, such as 2.1.3; {see}", name=shown, see=see))
        raise EditError(tr("{name} is an objective; name an action, such as 2.1.3; {see}", name=shown, see=see))
    return placed, placed.node
