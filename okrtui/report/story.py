"""An objective over the quarters it lived in, and the scores of the quarters.

Nothing here reads a file: plans come in, and are taken one by one, so that who reads them from the disk reads no more
than the story needs. How the quarters are tied together is written down in :mod:`okrtui.model.carry`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.closing import band, quarter_score
from okrtui.model.measure import USUAL_BANDS, Bands, ObjectiveNumbers, measure_plan
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Objective, Phase, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.shares import percent


@frozen
class Chapter:
    """One objective in one quarter."""

    quarter: Quarter
    phase: Phase
    objective: Objective
    """As it stands in that quarter."""
    progress: Fraction | None
    """0 to 1; None where there is nothing to average."""
    score: Decimal | None
    """0 to 1 with one decimal; None until the quarter is closed."""
    key_result_scores: Mapping[str, Decimal]
    """By id, 0 to 1 with one decimal; empty until the quarter is closed."""


@frozen
class QuarterScore:
    """How one quarter came out."""

    quarter: Quarter
    phase: Phase
    progress: Fraction | None
    """0 to 1; None where there is nothing to average."""
    score: Decimal | None
    """0 to 1 with one decimal; None until it is closed."""


def story(
    plan: Plan,
    objective_id: str,
    today: dt.date,
    *,
    earlier: Iterable[Plan] = (),
    later: Iterable[Plan] = (),
    bands: Bands = USUAL_BANDS,
) -> tuple[Chapter, ...]:
    """The chapters of an objective's life, oldest first; nothing where the plan does not have it.

    Args:
        plan: the quarter that one looks from.
        objective_id: its id there.
        today: the day on which one looks.
        earlier: the quarters before, newest first; taken only as far back as the story goes.
        later: the quarters after, oldest first; each is taken, for the story may go on in any.
        bands: thresholds.
    """
    here = _find(plan, objective_id)
    if here is None:
        return ()
    before = [_chapter(past, found, today, bands) for past, found in _back(here, earlier)]
    after = [_chapter(next_plan, found, today, bands) for next_plan, found in _forth(here, later)]
    return (*reversed(before), _chapter(plan, here, today, bands), *after)


def story_words(chapters: Sequence[Chapter]) -> Iterator[str]:
    """A line a chapter, without titles: ``2026-Q3 score 0.6, partly``, ``2026-Q4 52 % of the way``."""
    for chapter in chapters:
        # for translators: a quarter and how it came out: 2026-Q3 score 0.6, partly
        yield tr("{quarter} {outcome}", quarter=chapter.quarter, outcome=outcome_words(chapter))


def outcome_words(outcome: Chapter | QuarterScore) -> str:
    """How it came out, or how far it is: ``score 0.6, partly``, ``52 % of the way``, ``not measured``."""
    if outcome.score is not None:
        # for translators: a number from 0 to 1, and what it says: delivered
        return tr("score {score}, {band}", score=format_amount(outcome.score), band=tr(band(outcome.score)))
    if outcome.progress is None:
        return tr("not measured")
    if outcome.phase == "planning":
        # for translators: a quarter that is planned and has not begun
        return tr("planned")
    return tr("{percent} % of the way", percent=percent(outcome.progress))


def scores_by_quarter(plans: Iterable[Plan], today: dt.date, bands: Bands = USUAL_BANDS) -> tuple[QuarterScore, ...]:
    """How each quarter came out, oldest first."""
    return tuple(_quarter(plan, today, bands) for plan in sorted(plans, key=lambda found: found.quarter))


def _quarter(plan: Plan, today: dt.date, bands: Bands) -> QuarterScore:
    numbers = measure_plan(plan, today, bands)
    score = quarter_score(plan, numbers) if plan.phase == "closed" else None
    return QuarterScore(plan.quarter, plan.phase, numbers.progress, score)


def _chapter(plan: Plan, objective: Objective, today: dt.date, bands: Bands) -> Chapter:
    of = measure_plan(plan, today, bands).of
    numbers = of[objective.id]
    assert isinstance(numbers, ObjectiveNumbers)
    if plan.phase != "closed":
        return Chapter(plan.quarter, plan.phase, objective, numbers.progress, None, {})
    scores = {it.id: score for it in objective.key_results if (score := of[it.id].score) is not None}
    return Chapter(plan.quarter, plan.phase, objective, numbers.progress, numbers.score, scores)


def _back(objective: Objective, earlier: Iterable[Plan]) -> Iterator[tuple[Plan, Objective]]:
    """Where it comes from, newest first; no plan is taken once it is known where it began."""
    wanted = objective.carried_from
    plans = iter(earlier)
    while wanted and (plan := next(plans, None)) is not None:
        if (found := _find(plan, wanted)) is not None:
            yield plan, found
            wanted = found.carried_from


def _forth(objective: Objective, later: Iterable[Plan]) -> Iterator[tuple[Plan, Objective]]:
    """What became of it, oldest first; of several that come from one, the first in the plan."""
    for plan in later:
        found = next((it for it in plan.objectives if it.carried_from == objective.id), None)
        if found is not None:
            yield plan, found
            objective = found


def _find(plan: Plan, objective_id: str) -> Objective | None:
    return next((found for found in plan.objectives if found.id == objective_id), None)
