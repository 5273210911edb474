"""How far a metric has moved in a quarter before: what the next target is held against.

Two key results are about the same metric where one was carried over from the other, or where they count the same unit
under much the same title. Levels that are kept have no step.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from okrtui.model.carry import current_value
from okrtui.model.plan import KeyResult, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.text import search_key

BOLD = 3
"""A step that is over this many times the best one of the past asks for a second look."""

_ALIKE = Fraction(3, 4)
"""The share of their words that two titles have in common at least to be about the same metric."""

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class PastStep:
    """What became of the metric in one quarter."""

    quarter: Quarter
    key_result: KeyResult
    """As it stands in that quarter."""
    step: Decimal
    """From its baseline to its last value, in the direction that is wanted now; below 0 where it went the other way."""


def planned_step(key_result: KeyResult) -> Decimal | None:
    """How far a key result has to move, above 0; None where there is no step: a level, or a number is missing."""
    if key_result.kind != "reach" or key_result.baseline is None or key_result.target is None:
        return None
    return abs(key_result.target - key_result.baseline) or None


def past_steps(key_result: KeyResult, earlier: Iterable[Plan]) -> tuple[PastStep, ...]:
    """The steps of the same metric in quarters before, newest first; none where the key result has no step itself.

    Args:
        key_result: the one that is planned.
        earlier: the quarters before its own, newest first.
    """
    if planned_step(key_result) is None:
        return ()
    found: list[PastStep] = []
    carried_from, words, unit = key_result.carried_from, _words(key_result), _unit(key_result)
    for plan in earlier:
        linked = [past for past in _live(plan) if carried_from and past.id == carried_from]
        alike = (past for past in _live(plan) if unit and unit == _unit(past) and _alike(words, _words(past)))
        for past in linked or alike:
            if (step := _done_step(past, key_result)) is not None:
                found.append(PastStep(plan.quarter, past, step))
        if linked:
            carried_from = linked[0].carried_from
    return tuple(found)


def best_past_step(key_result: KeyResult, earlier: Iterable[Plan]) -> PastStep | None:
    """The largest step of the same metric in a quarter before, in the direction that is wanted; None without one."""
    forward = (past for past in past_steps(key_result, earlier) if past.step > 0)
    return max(forward, key=lambda past: past.step, default=None)


def _live(plan: Plan) -> Iterable[KeyResult]:
    return (found for objective in plan.objectives for found in objective.key_results if found.dropped_on is None)


def _done_step(past: KeyResult, now: KeyResult) -> Decimal | None:
    """How far it came, in the direction of another key result; None where nobody checked in."""
    value = current_value(past)
    if past.kind != "reach" or not past.check_ins or past.baseline is None or value is None:
        return None
    assert now.baseline is not None and now.target is not None
    return value - past.baseline if now.target > now.baseline else past.baseline - value


def _unit(key_result: KeyResult) -> str:
    return " ".join(search_key(key_result.unit).split())


def _words(key_result: KeyResult) -> frozenset[str]:
    """The words of a title without its numbers, which differ from quarter to quarter."""
    return frozenset(_WORDS.findall(search_key(key_result.title)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and Fraction(len(one & other), len(one | other)) >= _ALIKE
