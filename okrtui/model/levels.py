"""Levels that are kept, week by week: what the share of weeks met is made of."""

import datetime as dt

from okrtui.model.plan import KeyResult
from okrtui.model.quarter import week_of


def weeks_kept(key_result: KeyResult, start: dt.date, end: dt.date, today: dt.date) -> tuple[bool | None, ...]:
    """Whether the level was kept, for each week from the first to that of the latest check-in.

    The last value of a week counts, the threshold itself is met, check-ins from before the start or after
    ``today`` do not count. What is left of the days after the last week belongs to it.

    Args:
        key_result: one that keeps a level.
        start: first day of the quarter, for a key result without its own.
        end: last day of the quarter, likewise.
        today: the day on which one looks.

    Returns:
        True or False a week, None for a week without a check-in, which counts as missed; nothing where there
        is no target or no check-in.
    """
    first, due, target = key_result.start or start, key_result.due or end, key_result.target
    known = [found for found in key_result.check_ins if first <= found.date <= today]
    if target is None or not known:
        return ()
    by_week = {week_of(first, due, found.date)[0]: found.value for found in sorted(known, key=lambda it: it.date)}
    at_least = key_result.kind == "at_least"
    met = {week: value >= target if at_least else value <= target for week, value in by_week.items()}
    return tuple(met.get(week) for week in range(1, max(met) + 1))


def week_around(key_result: KeyResult, start: dt.date, end: dt.date, day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of the week that a value of ``day`` counts for; arguments as :func:`weeks_kept`.

    Weeks begin with the key result's own first day, whichever day of the week that is.
    """
    first, due = key_result.start or start, key_result.due or end
    week, weeks = week_of(first, due, day)
    begins = first + dt.timedelta(days=7 * (max(1, week) - 1))
    return begins, due if week == weeks else begins + dt.timedelta(days=6)
