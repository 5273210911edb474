"""Earlier versions of a quarter in words: until when a plan was so, and what became of it then."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrtui.model.dates import MONTHS
from okrtui.model.goalposts import KEY_RESULT, Moved
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.report.columns import fitted, wrap
from okrtui.report.differences import differences, in_one_line
from okrtui.report.field_words import field_name

WIDTH = 80
"""The columns that lines keep to."""

_HEADS = ("version", "until", "what was changed then")
_LIMIT = 32
"""The most characters shown of a title."""
_MOST = 12
"""The most differences that are listed one by one."""


@dataclass(frozen=True)
class Listed:
    """One version in the list."""

    name: str
    when: str
    changed: str


def moment(at: dt.datetime, today: dt.date, zone: dt.tzinfo | None = None) -> str:
    """A time as people say it, in their own zone: ``today 09:30``, ``3 Nov 17:05``, ``3 Nov 2025 17:05``."""
    local = at.astimezone(zone)
    if local.date() == today:
        return f"today {local:%H:%M}"
    year = f" {local.year}" if local.year != today.year else ""
    return f"{local.day} {MONTHS[local.month - 1]}{year} {local:%H:%M}"


def changed_then(plan: Plan, after: Plan | None) -> str:
    """What became of an earlier plan, in one line; ``after`` is None where nobody can read what came then."""
    return "" if after is None else in_one_line(differences(plan, after))


def unreadable(what: str, line: int | None) -> str:
    """That a version cannot be read: ``cannot be read: line 12, a text is not closed``."""
    return f"cannot be read: {f'line {line}, ' if line else ''}{what}"


def table(rows: Sequence[Listed]) -> Iterator[str]:
    """A line a version under a heading, each safe to print and cut to the width."""
    lines = [_HEADS, *((row.name, row.when, row.changed) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in (0, 1)]
    for name, when, changed in lines:
        lead = f"{name:<{widths[0]}}  {when:<{widths[1]}}  "
        yield fitted(f"{lead}{display(changed)}", WIDTH).rstrip()


def difference_lines(before: Plan, after: Plan) -> Iterator[str]:
    """What one plan has that the other has not, a line each; how many more there are where it is much."""
    found = differences(before, after)
    for line in found[:_MOST]:
        yield from wrap(line, WIDTH, "  ", "    ")
    if len(found) > _MOST:
        yield f"  and {len(found) - _MOST} more"


def moved_words(moves: Sequence[Moved], plan: Plan) -> str:
    """Which goalposts move, on one line: ``target: "Grow MQLs" and 2 more``."""
    move = moves[0]
    title = f'"{display(move.title, _LIMIT)}"'
    if move.field == KEY_RESULT:
        first = f"{title} would {'come back' if move.new else 'go'}"
    else:
        first = f"{field_name(move.field, plan)}: {title}"
    return f"{first}{f' and {len(moves) - 1} more' if len(moves) > 1 else ''}"
