"""The one line for a login message or a prompt: how the key results stand, what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from okrtui.model.dates import format_date
from okrtui.model.measure import Pace, PlanNumbers

if TYPE_CHECKING:  # a login message does not wait for the library that checks plans
    from okrtui.model.plan import Plan

WIDTH = 80
"""The columns that the line keeps to."""

Tone = Literal["plain", "good", "careful", "bad", "due"]
"""What a part of the line means, for who shows colours."""

_COUNTED: tuple[tuple[Pace, str, Tone], ...] = (
    ("done", "done", "good"),
    ("on track", "on track", "good"),
    ("at risk", "at risk", "careful"),
    ("off track", "off", "bad"),
    ("stale", "stale", "careful"),
    ("not started", "new", "plain"),
)
"""Every pace in its order, with its short name."""

_LEFT_OUT: tuple[Pace, ...] = ("not started", "done", "on track", "stale", "at risk", "off track")
"""The counts in the order in which they go where there is no room: what asks for nothing goes first."""


@dataclass(frozen=True)
class Part:
    """Some words of the line."""

    text: str
    tone: Tone = "plain"


def status_line(plan: Plan, numbers: PlanNumbers, today: dt.date, width: int = WIDTH) -> list[Part]:
    """The parts of the line, which make it when they are put one behind the other.

    ``2026-Q4 week 7/13: 4 on track, 2 at risk, 1 off track; 3 check-ins due, 1 action late``. Where that is
    longer than the width, the words become shorter and then fewer, but whole; what is due stays longest.

    Args:
        plan: the plan.
        numbers: its numbers on that day.
        today: the day.
        width: columns, from 1.
    """
    parts: list[Part] = []
    for parts in _ever_shorter(plan, numbers, today):
        if len(text(parts)) <= width:
            return parts
    kept = text(parts)[: width + 1].rpartition(" ")[0].rstrip(",;:")
    return [Part(kept or str(plan.quarter)[:width])]


def text(parts: Sequence[Part]) -> str:
    """The line without colours."""
    return "".join(part.text for part in parts)


def is_anything_due(numbers: PlanNumbers) -> bool:
    """Whether a check-in is due or an action late."""
    return bool(numbers.due or numbers.late_actions)


def _ever_shorter(plan: Plan, numbers: PlanNumbers, today: dt.date) -> Iterator[list[Part]]:
    """The line as it is meant to be, and then shorter and shorter."""
    head = _head(plan, numbers, today)
    counts = _objectives(plan) if plan.phase == "planning" else _paces(numbers, short=False)
    yield _line(head, counts, _due(numbers, short=False))
    due = _due(numbers, short=True)
    yield _line(head, counts, due)
    if plan.phase != "planning":
        for gone in range(len(_LEFT_OUT)):
            yield _line(head, _paces(numbers, short=True, without=_LEFT_OUT[:gone]), due)
    yield _line(head, [], due)
    yield _line(str(plan.quarter), [], due)


def _head(plan: Plan, numbers: PlanNumbers, today: dt.date) -> str:
    """The quarter and where in it one is."""
    week, weeks = numbers.week
    span = plan.start, plan.end
    if plan.phase == "closed":
        return f"{plan.quarter} closed"
    if not week:
        when = f"begins {format_date(plan.start, *span)}"
    elif today > plan.end:
        when = f"ended {format_date(plan.end, *span)}"
    else:
        when = f"week {week}/{weeks}"
    return f"{plan.quarter} {when}, still planning" if plan.phase == "planning" and week else f"{plan.quarter} {when}"


def _objectives(plan: Plan) -> list[Part]:
    key_results = sum(found.dropped_on is None for objective in plan.objectives for found in objective.key_results)
    if not plan.objectives:
        return [Part("nothing planned yet")]
    return [Part(_many(len(plan.objectives), "objective")), Part(_many(key_results, "key result"))]


def _paces(numbers: PlanNumbers, *, short: bool, without: Sequence[Pace] = ()) -> list[Part]:
    if not any(numbers.paces.values()):
        return [Part("no key results yet")]
    return [
        Part(f"{numbers.paces[pace]} {brief if short else pace}", tone)
        for pace, brief, tone in _COUNTED
        if numbers.paces[pace] and pace not in without
    ]


def _due(numbers: PlanNumbers, *, short: bool) -> list[Part]:
    due, late = len(numbers.due), len(numbers.late_actions)
    words = [(due, f"{due}" if short else _many(due, "check-in"), "due")]
    words.append((late, f"{late}" if short else _many(late, "action"), "late"))
    return [Part(f"{counted} {said}", "due") for count, counted, said in words if count]


def _line(head: str, counts: Sequence[Part], due: Sequence[Part]) -> list[Part]:
    groups = [group for group in (_listed(counts), _listed(due)) if group]
    if not groups:
        return [Part(head)]
    joined = groups[0] if len(groups) == 1 else [*groups[0], Part("; "), *groups[1]]
    return [Part(f"{head}: "), *joined]


def _listed(parts: Sequence[Part]) -> list[Part]:
    return [piece for part in parts for piece in (Part(", "), part)][1:]


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
