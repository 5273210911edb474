"""Names of quarters, fiscal years, weeks, and how much of a span of days has passed."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from okrtui.i18n import tr
from okrtui.model.unfit import Unfit
from okrtui.patterns import pattern

FIRST_YEAR = 1900
"""The first year that a quarter can have."""

LAST_YEAR = 2199
"""The last year that a quarter can have."""

_NAME = pattern(r"(19|20|21)([0-9]{2})-Q([1-4])")
_TYPED = pattern(r"([0-9]{4})[-/ ]?[QT]([1-4])|[QT]([1-4])[-/ ]?((?:[0-9]{2}|')?[0-9]{2})", re.IGNORECASE)
"""T is how a quarter begins in French."""


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter by its name, such as ``2026-Q4``. Names carry no dates: fiscal years differ."""

    year: int
    """The year in which the fiscal year begins, ``FIRST_YEAR`` to ``LAST_YEAR``."""
    number: int
    """1 to 4."""

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """The quarter named by the text, exactly ``2026-Q4``.

        Raises:
            ValueError: it is no name of a quarter.
        """
        match = _NAME.fullmatch(text)
        if match is None:
            # for translators: said of what somebody typed, or of a value in a file
            raise Unfit(tr("is no quarter"), tr("write it like 2026-Q4"))
        return cls(int(match[1] + match[2]), int(match[3]))

    @classmethod
    def typed(cls, text: str) -> "Quarter":
        """The quarter that somebody typed, such as ``2026-Q4``, ``2026 q4``, ``Q4 2026``, ``T4 2026`` or ``Q4 26``.

        Raises:
            ValueError: it is no name of a quarter.
        """
        match = _TYPED.fullmatch(text.strip())
        if match is None:
            return cls.parse(text)
        year = match[1] or match[4].removeprefix("'")
        return cls.parse(f"{year if len(year) > 2 else '20' + year}-Q{match[2] or match[3]}")

    @classmethod
    def of(cls, day: dt.date, first_month: int = 1) -> "Quarter":
        """The quarter that a day lies in, where the fiscal year begins with ``first_month`` (1 to 12)."""
        months = day.year * 12 + day.month - first_month
        return cls(months // 12, months % 12 // 3 + 1)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    def shifted(self, by: int) -> "Quarter":
        """The quarter ``by`` quarters later, or earlier where negative."""
        count = self.year * 4 + self.number - 1 + by
        return Quarter(count // 4, count % 4 + 1)

    def dates(self, first_month: int = 1) -> tuple[dt.date, dt.date]:
        """First and last day, where the fiscal year begins with ``first_month`` (1 to 12)."""
        first = self.year * 12 + first_month - 1 + (self.number - 1) * 3
        last = first + 2
        end_year, end_month = last // 12, last % 12 + 1
        return (
            dt.date(first // 12, first % 12 + 1, 1),
            dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]),
        )


def nearest(quarters: Sequence[Quarter], wanted: Quarter) -> Quarter | None:
    """The quarter to open where ``wanted`` may not be there: itself, else the next later one, else the latest.

    Args:
        quarters: those that are there, in any order.
        wanted: the one that today lies in.

    Returns:
        One of ``quarters``; None where there are none.
    """
    return min((found for found in quarters if found >= wanted), default=max(quarters, default=None))


def week_of(start: dt.date, end: dt.date, today: dt.date) -> tuple[int, int]:
    """Week of the span that ``today`` lies in and how many there are: ``(7, 13)``; 0 before the start."""
    weeks = max(1, round(((end - start).days + 1) / 7))
    return max(0, min(weeks, (today - start).days // 7 + 1)), weeks


def elapsed_share(start: dt.date, due: dt.date, today: dt.date) -> Fraction:
    """The share of the days that has passed: 0 on the first day, 1 from the due date on."""
    if today >= due:
        return Fraction(1)
    return max(Fraction(0), Fraction((today - start).days, max(1, (due - start).days)))
