"""Earlier versions of a quarter in words: until when a plan was so, and what became of it then."""

import datetime as dt
from collections.abc import Iterator, Sequence

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.model.dates import full_date, month_day
from okrtui.model.goalposts import KEY_RESULT, Moved
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.model.widths import cell_width, fitted
from okrtui.report.columns import left, wrap
from okrtui.report.differences import differences, in_one_line
from okrtui.report.field_words import field_name, in_quotes

WIDTH = 80
"""The columns that lines keep to."""

_LIMIT = 32
"""The most characters shown of a title."""
_MOST = 12
"""The most differences that are listed one by one."""


@frozen
class Listed:
    """One version in the list."""

    name: str
    when: str
    changed: Sequence[str]
    """What was changed then, or that it cannot be read."""


def moment(at: dt.datetime, today: dt.date, zone: dt.tzinfo | None = None) -> str:
    """A time as people say it, in their own zone: ``today 09:30``, ``3 Nov 17:05``, ``3 Nov 2025 17:05``."""
    local = at.astimezone(zone)
    day, time = local.date(), f"{local:%H:%M}"
    if day == today:
        return tr("today {time}", time=time)
    shown = month_day(day) if day.year == today.year else full_date(day)
    # for translators: a date and the time of the day
    return tr("{day} {time}", day=shown, time=time)


def changed_then(plan: Plan, after: Plan | None) -> Sequence[str]:
    """What became of an earlier plan; nothing where ``after`` is None, since nobody can read what came then."""
    # for translators: two plans differ in how their files are written, and in nothing else
    return [] if after is None else differences(plan, after) or [tr("only how it is written")]


def unreadable(what: str, line: int | None) -> str:
    """That a version cannot be read: ``cannot be read: line 12, a text is not closed``."""
    if not line:
        return tr("cannot be read: {reason}", reason=what)
    return tr("cannot be read: line {line}, {reason}", line=line, reason=what)


def table(rows: Sequence[Listed]) -> Iterator[str]:
    """A line a version under a heading, each safe to print and cut to the width."""
    # for translators: head of a column: until when a version was the one that counts
    heads = tr("version"), tr("until"), tr("what was changed then")
    lines = [Listed(heads[0], heads[1], heads[2:]), *rows]
    name_width = max(cell_width(line.name) for line in lines)
    when_width = max(cell_width(line.when) for line in lines)
    for line in lines:
        lead = f"{left(line.name, name_width)}  {left(line.when, when_width)}  "
        changed = display(in_one_line(line.changed, WIDTH - cell_width(lead)))
        yield fitted(f"{lead}{changed}", WIDTH).rstrip()


def difference_lines(before: Plan, after: Plan) -> Iterator[str]:
    """What one plan has that the other has not, a line each; how many more there are where it is much."""
    found = differences(before, after)
    for line in found[:_MOST]:
        yield from wrap(line, WIDTH, "  ", "    ")
    if len(found) > _MOST:
        more = len(found) - _MOST
        yield f"  {tr_n('and {n} more', 'and {n} more', more)}"


def moved_words(moves: Sequence[Moved], plan: Plan) -> str:
    """Which goalposts move, on one line: ``target: "Grow MQLs" and 2 more``."""
    move = moves[0]
    title, more = in_quotes(display(move.title, _LIMIT)), len(moves) - 1
    if move.field != KEY_RESULT:
        # for translators: a field and the key result that has it: target: "Grow MQLs"
        first = tr("{field}: {title}", field=field_name(move.field, plan), title=title)
    elif move.new:
        # for translators: a key result would be in the plan again
        first = tr("{title} would come back", title=title)
    else:
        # for translators: a key result would no longer be in the plan
        first = tr("{title} would go", title=title)
    # for translators: {first} is one thing that would change, such as: target: "Grow MQLs"
    return tr_n("{first} and {n} more", "{first} and {n} more", more, first=first) if more else first
