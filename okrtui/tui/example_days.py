"""Days that examples name: they lie in the quarter that is planned."""

import datetime as dt

from okrtui.model.dates import example_day, format_date

_EARLY = dt.timedelta(days=11)
"""After the first day of the quarter."""


def early_day(start: dt.date, end: dt.date) -> str:
    """A day at the beginning of the quarter of these dates, as it is written: ``12 Oct``."""
    return format_date(min(start + _EARLY, end), start, end)


def late_day(start: dt.date, end: dt.date) -> str:
    """A day towards the end of the quarter of these dates, as it is written: ``15 Dec``."""
    return format_date(example_day(start, end), start, end)
