"""The numbers of a plan: progress, expected, pace, needed, forecast and score.

Three are kept apart: progress looks back, confidence looks forward, the score is final. Shares are exact
fractions (1 is 100 %), so that "at most 10 points" means 10 and not 10.000000000000002; amounts are
decimals in the key result's unit. Nothing here asks the clock: ``today`` comes in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from okrtui.frozen import frozen
from okrtui.model.kept import Kept
from okrtui.model.quarter import elapsed_share, week_of
from okrtui.model.shares import clamp, mean, rounded

if TYPE_CHECKING:
    from okrtui.model.plan import CheckIn, KeyResult, Kind, Objective, Plan

Pace = Literal["off track", "stale", "at risk", "not started", "on track", "done"]
"""How a key result or an objective is doing, in one word."""

PACE_ORDER: tuple[Pace, ...] = ("off track", "stale", "at risk", "not started", "on track", "done")
"""Every pace, the worst first."""

SURE = 7
"""Confidence from which on being off track is a disagreement."""
DOUBTFUL = 3
"""Confidence up to which being on track is a disagreement."""
FORECAST_CHECK_INS, FORECAST_DAYS = 3, 14
"""Check-ins that a forecast needs at least, and the days that they have to span."""

_ONE = Fraction(1)
_ZERO = Fraction(0)


@frozen
class Bands:
    """What separates one pace from the next."""

    on_track: int = 10
    """Points behind the expected progress up to which it is on track."""
    at_risk: int = 25
    """Points behind up to which it is at risk; more is off track."""
    check_in_days: int = 7
    """Days from one check-in to the next."""
    grace_days: int = 3
    """Days that a check-in may be late before the key result reads stale."""

    @property
    def stale_days(self) -> int:
        """Days without a check-in up to which the numbers are still believed."""
        return self.check_in_days + self.grace_days


USUAL_BANDS = Bands()
"""The thresholds of someone who set none."""


@frozen
class KeyResultNumbers:
    """What is known of a key result on a day; None where there is no such number."""

    current: Decimal | None
    """Value of the latest check-in."""
    progress: Fraction | None
    """Share of the way, signed and not clamped; for a level that is kept, the share of weeks met.
    0 before the first check-in, None where baseline or target is missing."""
    expected: Fraction | None
    """Elapsed share of its days, 0 to 1; None for a level that is kept."""
    pace: Pace
    needed_per_week: Decimal | None
    """What is missing, spread over the weeks left, in the unit; negative where the value has to fall;
    None from the due date on and for a level that is kept."""
    forecast: Decimal | None
    """Value at the due date, going on like this; None with too few check-ins."""
    disagreement: bool
    """Whether confidence and pace contradict each other."""
    score: Decimal | None
    """0 to 1 with one decimal: the one set by hand, else the progress clamped and rounded."""
    check_in_due: bool
    """Whether a check-in is due, ``check_in_days`` after the last one."""
    confidence: int | None
    """0 to 10: the latest one stated in a check-in, else the one at planning."""

    @property
    def is_silent(self) -> bool:
        """Whether it is stale because it never was checked in."""
        return self.pace == "stale" and self.current is None


@frozen
class ObjectiveNumbers:
    """What its key results say of an objective; dropped ones say nothing."""

    progress: Fraction | None
    """Weighted mean of the clamped progress, 0 to 1; None where there is nothing to average."""
    expected: Fraction | None
    """Weighted mean of the expected progress of those that have one."""
    pace: Pace | None
    """The worst pace; None without key results."""
    alike: bool
    """Whether all of them have that pace."""
    confidence: Decimal | None
    """Weighted mean, 0 to 10 with one decimal."""
    score: Decimal | None
    """Weighted mean of the scores, 0 to 1 with one decimal."""
    disagreement: bool
    """Whether one of its key results has a disagreement."""


@frozen
class PlanNumbers:
    """The numbers of a whole plan on a day, worked out once."""

    of: Mapping[str, KeyResultNumbers | ObjectiveNumbers]
    """By id of the key result (dropped ones too) or objective."""
    paces: Mapping[Pace, int]
    """How many key results have each pace, worst first, zeros included; dropped ones are not counted."""
    week: tuple[int, int]
    """Week of the quarter and how many there are: ``(7, 13)``."""
    due: tuple[str, ...]
    """Ids of the key results whose check-in is due; none unless the quarter is active."""
    late_actions: tuple[str, ...]
    """Ids of the open actions whose due date is past; none in a closed quarter."""
    progress: Fraction | None
    """Mean over the objectives that have a progress."""


def measure_key_result(
    key_result: KeyResult, start: dt.date, end: dt.date, today: dt.date, bands: Bands = USUAL_BANDS
) -> KeyResultNumbers:
    """The numbers of one key result.

    Args:
        key_result: the key result; check-ins may stand in any order, those after ``today`` are ignored,
            the last in the file counts among those of one date.
        start: first day of the quarter, for a key result without its own.
        end: last day of the quarter, likewise.
        today: the day on which one looks.
        bands: thresholds.
    """
    first, due = key_result.start or start, key_result.due or end
    check_ins = _known(key_result, first, today)
    latest = check_ins[-1] if check_ins else None
    stated = [check_in.confidence for check_in in check_ins if check_in.confidence is not None]
    confidence = stated[-1] if stated else key_result.confidence
    reach = key_result.kind == "reach"
    progress = _progress(key_result, check_ins) if reach else _weeks_met(key_result, check_ins, first, due)
    expected = elapsed_share(first, due, today) if reach else None
    week = week_of(first, due, latest.date) if latest else None
    if _is_done(key_result.kind, progress, week, today >= due):
        pace: Pace = "done"
    else:
        age = (today - latest.date).days if latest else None
        pace = _pace(progress, expected, (today - first).days, age, bands)
    return KeyResultNumbers(
        current=latest.value if latest else None,
        progress=progress,
        expected=expected,
        pace=pace,
        needed_per_week=_needed(key_result, latest, pace, first, due, today) if reach else None,
        forecast=_forecast(key_result, check_ins, due) if reach and today <= due else None,
        disagreement=_disagrees(confidence, pace),
        score=_score(key_result, progress),
        check_in_due=pace != "done" and _is_check_in_due(key_result, latest, first, today, bands),
        confidence=confidence,
    )


def measure_objective(
    objective: Objective, start: dt.date, end: dt.date, today: dt.date, bands: Bands = USUAL_BANDS
) -> ObjectiveNumbers:
    """The numbers of one objective; the arguments are those of :func:`measure_key_result`.

    A weight of 0 leaves a key result out of the means only: its pace still counts, for what is off track
    should not hide behind a weight.
    """
    return _measured(objective, start, end, today, bands)[1]


Measured: TypeAlias = "tuple[list[tuple[KeyResult, KeyResultNumbers]], ObjectiveNumbers]"
"""The numbers of an objective's key results, and its own."""


def measure_plan(
    plan: Plan, today: dt.date, bands: Bands = USUAL_BANDS, kept: Kept[Measured] | None = None
) -> PlanNumbers:
    """The numbers of a whole plan on a day; ``kept`` are those of the objectives when it was measured last.

    A closed quarter is measured on the day it was closed (at the latest), lest its key results turn stale.
    """
    day = min(today, _last_day(plan)) if plan.phase == "closed" else today
    kept = Kept() if kept is None else kept
    kept.begin((plan.start, plan.end, day, bands))
    numbers: dict[str, KeyResultNumbers | ObjectiveNumbers] = {}
    paces: dict[Pace, int] = dict.fromkeys(PACE_ORDER, 0)
    due: list[str] = []
    shares: list[Fraction] = []
    for objective in plan.objectives:
        measured, combined = kept.of(objective, partial(_measured, objective, plan.start, plan.end, day, bands))
        numbers[objective.id] = combined
        if combined.progress is not None:
            shares.append(combined.progress)
        for key_result, found in measured:
            numbers[key_result.id] = found
            if key_result.dropped_on is None:
                paces[found.pace] += 1
                if found.check_in_due and plan.phase == "active":
                    due.append(key_result.id)
    return PlanNumbers(
        of=numbers,
        paces=paces,
        week=week_of(plan.start, plan.end, day),
        due=tuple(due),
        late_actions=_late_actions(plan, day),
        progress=sum(shares, _ZERO) / len(shares) if shares else None,
    )


def _measured(objective: Objective, start: dt.date, end: dt.date, today: dt.date, bands: Bands) -> Measured:
    found = [(each, measure_key_result(each, start, end, today, bands)) for each in objective.key_results]
    return found, _combined(found)


def _known(key_result: KeyResult, start: dt.date, today: dt.date) -> list[CheckIn]:
    """The check-ins up to today, one a date, oldest first; for a level, none from before its start."""
    earliest = dt.date.min if key_result.kind == "reach" else start
    by_date = {found.date: found for found in key_result.check_ins if earliest <= found.date <= today}
    return [by_date[date] for date in sorted(by_date)]


def _progress(key_result: KeyResult, check_ins: Sequence[CheckIn]) -> Fraction | None:
    """``(current - baseline) / (target - baseline)``; where both are the same, 1 at the target, else 0."""
    if key_result.baseline is None or key_result.target is None:
        return None
    if not check_ins:
        return _ZERO  # where nobody looked yet, it stands at its baseline
    current, baseline, target = (
        Fraction(value) for value in (check_ins[-1].value, key_result.baseline, key_result.target)
    )
    if target == baseline:
        return _ONE if current == target else _ZERO
    return (current - baseline) / (target - baseline)


def _weeks_met(key_result: KeyResult, check_ins: Sequence[CheckIn], start: dt.date, due: dt.date) -> Fraction | None:
    """Weeks met / weeks from the start to the latest check-in's week.

    The last value of a week counts, the threshold itself is met, a week without a check-in is not met.
    What is left of the days at the end of the last week, or comes after it, belongs to the last week.
    """
    target = key_result.target
    if target is None:
        return None
    by_week = {week_of(start, due, check_in.date)[0]: check_in.value for check_in in check_ins}
    if not by_week:
        return _ZERO
    at_least = key_result.kind == "at_least"
    met = sum(value >= target if at_least else value <= target for value in by_week.values())
    return Fraction(met, max(by_week))


def _is_done(kind: Kind, progress: Fraction | None, week: tuple[int, int] | None, ended: bool) -> bool:
    """Whether the target is reached, or a level was kept in every week up to the due date.

    ``week`` is the one of the latest check-in, ``ended`` whether the due date has come.
    """
    if week is None or progress is None or progress < 1:
        return False
    return kind == "reach" or (ended and week[0] == week[1])


def _pace(progress: Fraction | None, expected: Fraction | None, days: int, age: int | None, bands: Bands) -> Pace:
    """The pace of what is not done, ``days`` after its start, ``age`` days after its latest check-in.

    Old news come first: without a check-in in ``stale_days`` the numbers say nothing. Then the gap in
    points decides; a level should have been kept in all weeks, so its gap is to 1. Where there is no
    progress to speak of, since baseline or target is missing, it cannot have started.
    """
    if age is None:
        return "not started" if days < bands.stale_days else "stale"
    if age > bands.stale_days:
        return "stale"
    if progress is None:
        return "not started"
    gap = ((_ONE if expected is None else expected) - progress) * 100
    if gap <= bands.on_track:
        return "on track"
    return "at risk" if gap <= bands.at_risk else "off track"


def _needed(
    key_result: KeyResult, latest: CheckIn | None, pace: Pace, start: dt.date, due: dt.date, today: dt.date
) -> Decimal | None:
    """``(target - current) / weeks left``; from the baseline where there was no check-in, 0 when done."""
    current = latest.value if latest else key_result.baseline
    days_left = (due - max(today, start)).days
    if key_result.target is None or current is None or days_left <= 0:
        return None
    missing = _ZERO if pace == "done" else Fraction(key_result.target) - Fraction(current)
    return rounded(missing * 7 / days_left, _places(key_result))


def _forecast(key_result: KeyResult, check_ins: Sequence[CheckIn], due: dt.date) -> Decimal | None:
    """Where the least-squares line over the check-ins is at the due date."""
    if len(check_ins) < FORECAST_CHECK_INS or (check_ins[-1].date - check_ins[0].date).days < FORECAST_DAYS:
        return None
    places = _places(key_result)
    days = [(check_in.date - due).days for check_in in check_ins]  # 0 at the due date
    values = [int(check_in.value.scaleb(places)) for check_in in check_ins]  # whole, for speed
    squares = sum(day * day for day in days)
    products = sum(day * value for day, value in zip(days, values, strict=True))
    spread = len(days) * squares - sum(days) ** 2
    at_due = Fraction(sum(values) * squares - sum(days) * products, spread)
    return rounded(at_due / 10**places, places)


def _disagrees(confidence: int | None, pace: Pace) -> bool:
    """Confidence of 7 or more while off track, or of 3 or less while on track."""
    if confidence is None:
        return False
    return (pace == "off track" and confidence >= SURE) or (pace == "on track" and confidence <= DOUBTFUL)


def _score(key_result: KeyResult, progress: Fraction | None) -> Decimal | None:
    if key_result.score is not None:
        return key_result.score
    return None if progress is None else rounded(clamp(progress), 1)


def _is_check_in_due(
    key_result: KeyResult, latest: CheckIn | None, start: dt.date, today: dt.date, bands: Bands
) -> bool:
    """Whether it is time for the next check-in."""
    if latest is None and key_result.kind != "reach":
        return today >= start  # the first week counts too, and is not met without a check-in
    return (today - (latest.date if latest else start)).days >= bands.check_in_days


def _combined(measured: Iterable[tuple[KeyResult, KeyResultNumbers]]) -> ObjectiveNumbers:
    """An objective's numbers from those of its key results."""
    counting = [(key_result, found) for key_result, found in measured if key_result.dropped_on is None]
    weighted = [(Fraction(key_result.weight), found) for key_result, found in counting]
    score = mean((weight, found.score) for weight, found in weighted)
    confidence = mean((weight, found.confidence) for weight, found in weighted)
    paces = {found.pace for _, found in counting}
    return ObjectiveNumbers(
        progress=mean(
            (weight, None if found.progress is None else clamp(found.progress)) for weight, found in weighted
        ),
        expected=mean((weight, found.expected) for weight, found in weighted if found.progress is not None),
        pace=min(paces, key=PACE_ORDER.index, default=None),
        alike=len(paces) == 1,
        confidence=None if confidence is None else rounded(confidence, 1),
        score=None if score is None else rounded(score, 1),
        disagreement=any(found.disagreement for _, found in counting),
    )


def _last_day(plan: Plan) -> dt.date:
    """The day on which a closed quarter was closed, or the date of a check-in that came later still."""
    key_results = (key_result for objective in plan.objectives for key_result in objective.key_results)
    dates = (check_in.date for key_result in key_results for check_in in key_result.check_ins)
    return max([plan.closed_on or plan.end, *dates])


def _late_actions(plan: Plan, today: dt.date) -> tuple[str, ...]:
    if plan.phase == "closed":
        return ()
    return tuple(
        action.id
        for objective in plan.objectives
        for key_result in objective.key_results
        if key_result.dropped_on is None
        for action in key_result.actions
        if action.status in ("todo", "doing") and action.due is not None and action.due < today
    )


def _places(key_result: KeyResult) -> int:
    """One decimal more than the key result's own amounts have."""
    values = [key_result.baseline, key_result.target, *(check_in.value for check_in in key_result.check_ins)]
    exponents = [value.as_tuple().exponent for value in values if value is not None]
    return 1 + max([0, *(-exponent for exponent in exponents if isinstance(exponent, int))])
