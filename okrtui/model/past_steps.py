"""How far a metric has moved in a quarter before: what the next target is held against.

Two key results are about the same metric where one was carried over from the other, or where they count the same unit
under much the same title. Levels that are kept have no step.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from okrtui.frozen import frozen
from okrtui.model.carry import current_value
from okrtui.model.plan import KeyResult, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.text import search_key
from okrtui.patterns import pattern

BOLD = 3
"""A step that is over this many times the best one of the past asks for a second look."""

_ALIKE = Fraction(3, 4)
"""The share of their words that two titles have in common at least to be about the same metric."""

_WORDS = pattern(r"[^\W\d_]+")


@frozen
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


@frozen
class Past:
    """The metrics of the quarters before one, to be found by id or by what they count. Empty unless made by `of`."""

    _quarters: tuple["_PastQuarter", ...] = ()

    @classmethod
    def of(cls, earlier: Iterable[Plan]) -> "Past":
        """``earlier`` are the quarters before, newest first."""
        return cls(tuple(_PastQuarter.of(plan) for plan in earlier))

    def steps(self, key_result: KeyResult) -> tuple[PastStep, ...]:
        """The steps of the same metric in quarters before, newest first; none where the key result has none itself."""
        if not self._quarters or planned_step(key_result) is None:
            return ()
        found: list[PastStep] = []
        carried_from, words = key_result.carried_from, _words(key_result)
        for past in self._quarters:
            linked = past.by_id.get(carried_from)
            same = [linked] if linked else [it for it in past.by_unit.get(_unit(key_result), ()) if it.alike(words)]
            for metric in same:
                if (step := _done_step(metric.key_result, key_result)) is not None:
                    found.append(PastStep(past.quarter, metric.key_result, step))
            if linked:
                carried_from = linked.key_result.carried_from
        return tuple(found)

    def best_step(self, key_result: KeyResult) -> PastStep | None:
        """The largest step of the same metric in a quarter before, in the direction wanted now; None without one."""
        forward = (past for past in self.steps(key_result) if past.step > 0)
        return max(forward, key=lambda past: past.step, default=None)


@frozen
class _Metric:
    key_result: KeyResult
    words: frozenset[str]

    def alike(self, words: frozenset[str]) -> bool:
        """Whether a title of these words is much the same."""
        return bool(words) and Fraction(len(words & self.words), len(words | self.words)) >= _ALIKE


@frozen
class _PastQuarter:
    quarter: Quarter
    by_id: Mapping[str, _Metric]
    by_unit: Mapping[str, Sequence[_Metric]]
    """Without those that have no unit: nothing says what they count."""

    @classmethod
    def of(cls, plan: Plan) -> "_PastQuarter":
        live = (it for objective in plan.objectives for it in objective.key_results if it.dropped_on is None)
        metrics = [_Metric(key_result, _words(key_result)) for key_result in live]
        by_unit: dict[str, list[_Metric]] = {}
        for metric in metrics:
            if unit := _unit(metric.key_result):
                by_unit.setdefault(unit, []).append(metric)
        return cls(plan.quarter, {metric.key_result.id: metric for metric in metrics}, by_unit)


NOTHING_BEFORE = Past()
"""Where no quarter before is known."""


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
