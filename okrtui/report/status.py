"""The one line for a login message or a prompt: how the key results stand, what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.dates import format_date
from okrtui.model.measure import PlanNumbers
from okrtui.model.shown_words import counted
from okrtui.model.widths import cell_width, start_of
from okrtui.report import tally
from okrtui.report.uncommitted import uncommitted

if TYPE_CHECKING:  # a login message does not wait for the library that checks plans
    from okrtui.model.closing import State
    from okrtui.model.plan import Plan

WIDTH = 80
"""The columns that the line keeps to."""

CLOSE_KEY = "Z"
"""The key that closes a quarter in the program, where the settings name no other."""

Tone = Literal["plain", "good", "careful", "bad", "due"]
"""What a part of the line means, for who shows colours."""

_COUNTED: tuple[tuple[State, Tone], ...] = (
    ("done", "good"),
    ("on track", "good"),
    ("at risk", "careful"),
    ("off track", "bad"),
    ("stale", "careful"),
    ("not started", "plain"),
    ("delivered", "good"),
    ("partly", "careful"),
    ("little", "bad"),
)
"""Everything that is counted, in its order."""

_LEFT_OUT: tuple[State, ...] = (
    *("not started", "done", "on track", "stale", "at risk", "off track"),
    *("delivered", "partly", "little"),
)
"""The counts in the order in which they go where there is no room: what asks for nothing goes first."""


@frozen
class Part:
    """Some words of the line."""

    text: str
    tone: Tone = "plain"


def status_line(
    plan: Plan, numbers: PlanNumbers, today: dt.date, width: int = WIDTH, close_key: str = CLOSE_KEY
) -> list[Part]:
    """The parts of the line, which make it when they are put one behind the other.

    ``2026-Q4 week 7/13: 4 on track, 2 at risk, 1 off track; 3 check-ins due, 1 action late``. Where that is
    longer than the width, the words become shorter and then fewer, but whole; what is due stays longest. A quarter that
    is over names the way to close it.

    Args:
        plan: the plan.
        numbers: its numbers on that day.
        today: the day.
        width: columns, from 1.
        close_key: the key that closes a quarter in the program, as people write it.
    """
    parts: list[Part] = []
    for parts in _ever_shorter(plan, numbers, today, close_key):
        if cell_width(text(parts)) <= width:
            return parts
    kept = start_of(text(parts), width + 1).rpartition(" ")[0].rstrip(",;:")
    return [Part(kept or str(plan.quarter)[:width])]


def text(parts: Sequence[Part]) -> str:
    """The line without colours."""
    return "".join(part.text for part in parts)


def is_anything_due(numbers: PlanNumbers) -> bool:
    """Whether a check-in is due or an action late."""
    return bool(numbers.due or numbers.late_actions)


def _ever_shorter(plan: Plan, numbers: PlanNumbers, today: dt.date, close_key: str) -> Iterator[list[Part]]:
    """The line as it is meant to be, and then shorter and shorter."""
    head = _head(plan, numbers, today)
    counts = _objectives(plan) if plan.phase == "planning" else _states(plan, numbers, tally.states)
    due = _due_in_short(numbers)
    for closing in dict.fromkeys([_closing(plan, today, close_key), ()]):
        yield _line(head, counts, _due(numbers), closing)
        yield _line(head, counts, due, closing)
        if plan.phase != "planning":
            for gone in range(len(_LEFT_OUT)):
                yield _line(head, _states(plan, numbers, tally.states_in_short, _LEFT_OUT[:gone]), due, closing)
        yield _line(head, [], due, closing)
        yield _line(str(plan.quarter), [], due, closing)


def _head(plan: Plan, numbers: PlanNumbers, today: dt.date) -> str:
    """The quarter and where in it one is."""
    week, weeks = numbers.week
    quarter, span = plan.quarter, (plan.start, plan.end)
    if plan.phase == "closed":
        return tr("{quarter} closed", quarter=quarter)
    if not week:
        return tr("{quarter} begins {day}", quarter=quarter, day=format_date(plan.start, *span))
    if today > plan.end:
        head = tr("{quarter} ended {day}", quarter=quarter, day=format_date(plan.end, *span))
    else:
        head = tr("{quarter} week {week}/{weeks}", quarter=quarter, week=week, weeks=weeks)
    if over := uncommitted(plan, today):
        return row_of([head, over])
    # for translators: {when} is such as: 2026-Q4 week 7/13
    return tr("{when}, still planning", when=head) if plan.phase == "planning" else head


def _objectives(plan: Plan) -> list[Part]:
    key_results = sum(found.dropped_on is None for objective in plan.objectives for found in objective.key_results)
    if not plan.objectives:
        return [Part(tr("nothing planned yet"))]
    return [Part(counted("objective", len(plan.objectives))), Part(counted("key result", key_results))]


def _states(
    plan: Plan, numbers: PlanNumbers, said: Callable[[State, int], str], without: Sequence[State] = ()
) -> list[Part]:
    from okrtui.model.closing import states

    if not any(numbers.paces.values()):
        return [Part(tr("no key results yet"))]
    found = states(plan, numbers)
    return [Part(said(state, n), tone) for state, tone in _COUNTED if (n := found.get(state)) and state not in without]


def _due(numbers: PlanNumbers) -> list[Part]:
    due, late = len(numbers.due), len(numbers.late_actions)
    words = [tr_n("{n} check-in due", "{n} check-ins due", due)] if due else []
    words += [tr_n("{n} action late", "{n} actions late", late)] if late else []
    return [Part(word, "due") for word in words]


def _due_in_short(numbers: PlanNumbers) -> list[Part]:
    due, late = len(numbers.due), len(numbers.late_actions)
    # for translators: so many check-ins are due, as short as can be
    words = [tr_n("{n} due", "{n} due", due)] if due else []
    # for translators: so many actions are late, as short as can be
    words += [tr_n("{n} late", "{n} late", late)] if late else []
    return [Part(word, "due") for word in words]


def _closing(plan: Plan, today: dt.date, key: str) -> tuple[Part, ...]:
    """How a quarter is closed that is over and still open; nothing for any other."""
    if plan.phase != "active" or today <= plan.end:
        return ()
    # for translators: a command to type that opens the quarter, and the key that closes it there: Z
    return (Part(tr("{command}, then {key} closes it", command=f"okrtui {plan.quarter}", key=key)),)


def _line(head: str, *groups: Sequence[Part]) -> list[Part]:
    said = [_listed(group) for group in groups if group]
    if not said:
        return [Part(head)]
    between = Part(tr("{first}; {second}", first="", second=""))
    joined = [piece for group in said for piece in (between, *group)][1:]
    # for translators: where in the quarter one is, and how it stands; nothing stands behind {counts}
    return [Part(tr("{when}: {counts}", when=head, counts="")), *joined]


def _listed(parts: Sequence[Part]) -> list[Part]:
    between = Part(tr("{first}, {second}", first="", second=""))
    return [piece for part in parts for piece in (between, part)][1:]
