"""The close: final values, scores with their bands, what asks for a reason, and the questions of the retrospective."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from okrtui.frozen import frozen
from okrtui.i18n import mark
from okrtui.model import tree
from okrtui.model.measure import (
    USUAL_BANDS,
    Bands,
    KeyResultNumbers,
    ObjectiveNumbers,
    Pace,
    PlanNumbers,
    measure_plan,
)
from okrtui.model.plan import CheckIn, KeyResult, Objective, Plan
from okrtui.model.shares import clamp

Band = Literal["little", "partly", "delivered"]
"""What a score says in one word; ``tr`` shows it."""

State: TypeAlias = Pace | Band
"""How a key result or an objective stands: its pace, and once the quarter is closed what its score says."""

PARTLY, DELIVERED = Decimal("0.4"), Decimal("0.7")
"""The scores from which on it reads *partly* and *delivered*."""

QUESTIONS: Final[Mapping[str, str]] = {
    "went_well": mark("What went well?"),
    "went_badly": mark("What went badly?"),
    "change_next": mark("What will you do differently next quarter?"),
}
"""The questions of the retrospective by the field that keeps the answer; ``tr`` shows them."""

_TENTHS = 10


@frozen
class ToScore:
    """What the close asks of one key result."""

    objective: Objective
    key_result: KeyResult
    position: str
    """``2.1``"""
    last: CheckIn | None
    """The value that the score follows from, where there is one."""
    lacks_final_value: bool
    """Whether the last value is too old to be the final one: not reached, and not checked in at the end."""
    proposed: Decimal | None
    """The score that follows from the values, 0 to 1 with one decimal; None without baseline or target."""
    score: Decimal | None
    """The one set by hand, else the proposed one."""
    lacks_reason: bool
    """Whether it was committed, fell short of 1.0, and nobody has said why."""


@frozen
class ToClose:
    """All that the close walks through. Nothing of it has to be there to close a quarter."""

    rows: tuple[ToScore, ...]
    """The key results in the order of the tree, without dropped ones."""
    unanswered: tuple[str, ...]
    """The fields of the retrospective that hold nothing yet; see :data:`QUESTIONS`."""
    score: Decimal | None
    """The quarter's, 0 to 1 with one decimal."""

    @property
    def without_final_value(self) -> tuple[ToScore, ...]:
        """Those whose final value is missing."""
        return tuple(row for row in self.rows if row.lacks_final_value)

    @property
    def without_reason(self) -> tuple[ToScore, ...]:
        """Those that ask why they fell short."""
        return tuple(row for row in self.rows if row.lacks_reason)


def band(score: Decimal) -> Band:
    """What a score from 0 to 1 says: below 0.4 little, from there partly, from 0.7 delivered."""
    if score < PARTLY:
        return "little"
    return "partly" if score < DELIVERED else "delivered"


def state(numbers: KeyResultNumbers | ObjectiveNumbers, plan: Plan) -> State | None:
    """How a key result or an objective of a plan stands; None without a pace, at the close without a score."""
    if plan.phase != "closed":
        return numbers.pace
    return None if numbers.score is None else band(numbers.score)


def states(plan: Plan, numbers: PlanNumbers) -> Mapping[State, int]:
    """How many key results of a plan stand how; those that were dropped, or have no score, are not counted."""
    if plan.phase != "closed":
        return {pace: n for pace, n in numbers.paces.items() if n}
    live = [found for objective in plan.objectives for found in objective.key_results if found.dropped_on is None]
    return Counter(band(score) for found in live if (score := numbers.of[found.id].score) is not None)


def to_close(plan: Plan, today: dt.date, bands: Bands = USUAL_BANDS) -> ToClose:
    """What there is to do to close a quarter, and what is done of it already, so that one can leave and come back.

    Args:
        plan: an active plan, or a closed one to look at.
        today: the day of the close; check-ins after it do not count.
        bands: thresholds; a final value is no older than the days between two check-ins.
    """
    numbers = measure_plan(plan, today, bands)
    rows = tuple(
        _to_score(placed, plan, numbers, today, bands)
        for placed in tree.walk(plan)
        if isinstance(placed.node, KeyResult) and placed.node.dropped_on is None
    )
    answers = plan.retrospective
    unanswered = tuple(name for name in QUESTIONS if not getattr(answers, name).strip())
    return ToClose(rows, unanswered, quarter_score(plan, numbers))


def asks_why(plan: Plan, today: dt.date, bands: Bands = USUAL_BANDS) -> tuple[KeyResult, ...]:
    """The committed key results that fell short of 1.0 and do not say why."""
    return tuple(row.key_result for row in to_close(plan, today, bands).without_reason)


def quarter_score(plan: Plan, numbers: PlanNumbers) -> Decimal | None:
    """The mean of the objectives' scores as they are shown, half up to one decimal; None where none has a score."""
    scores = [score for objective in plan.objectives if (score := numbers.of[objective.id].score) is not None]
    return _in_tenths(sum(map(Fraction, scores), Fraction(0)) / len(scores)) if scores else None


def _to_score(placed: tree.Placed, plan: Plan, numbers: PlanNumbers, today: dt.date, bands: Bands) -> ToScore:
    node, objective = placed.node, placed.parent
    assert isinstance(node, KeyResult) and isinstance(objective, Objective)
    known = numbers.of[node.id]
    assert isinstance(known, KeyResultNumbers)
    last = _last(node, today)
    falls_short = node.ambition == "committed" and known.score is not None and known.score < 1
    return ToScore(
        objective=objective,
        key_result=node,
        position=placed.position,
        last=last,
        lacks_final_value=known.pace != "done" and not _is_final(last, node.due or plan.end, today, bands),
        proposed=None if known.progress is None else _in_tenths(clamp(known.progress)),
        score=known.score,
        lacks_reason=falls_short and not node.score_note.strip(),
    )


def _last(key_result: KeyResult, today: dt.date) -> CheckIn | None:
    """The latest check-in up to today; of one date the last in the file."""
    known = [found for found in key_result.check_ins if found.date <= today]
    return max(reversed(known), key=lambda found: found.date, default=None)


def _is_final(last: CheckIn | None, due: dt.date, today: dt.date, bands: Bands) -> bool:
    return last is not None and (min(due, today) - last.date).days < bands.check_in_days


def _in_tenths(share: Fraction) -> Decimal:
    """A share from 0 to 1, rounded half up to one decimal."""
    return Decimal(int(share * _TENTHS + Fraction(1, 2))).scaleb(-1)
