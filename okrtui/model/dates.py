"""Dates as a person types and reads them: ``15 Dec``, ``+2w``, ``friday``, ``end``.

English month and weekday names, whatever the locale; digits of every script.
"""

import calendar
import datetime as dt
import re
import unicodedata
from functools import lru_cache

from okrtui.model.quarter import FIRST_YEAR, LAST_YEAR

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Short names of the months, January first."""

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|[nr]d|th|\.)?[ -]?([a-z]{3,})\.?(?:,? ?-?(\d{4}|\d{2}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,})\.? ?(\d{1,2})(?:st|[nr]d|th)?(?:(?: |, ?)(\d{4}))?")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})(?:\.|\. ?(\d{4}|\d{2}))?")
_SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_RELATIVE = re.compile(r"([+-]) ?(\d{1,4}) ?(d|days?|w|weeks?)")


def parse_date(text: str, start: dt.date, end: dt.date, today: dt.date) -> dt.date:
    """The date that a person typed.

    It reads ``2026-12-15``, ``15 Dec``, ``Dec 15``, ``15 December 2026``, ``15.12.``, ``15.12.2026``,
    ``+2w``, ``-3d``, ``today``, ``tomorrow``, ``yesterday``, a weekday (the next one after today), ``end``.

    Args:
        text: what was typed.
        start: first day of the quarter. Where the year is left out, it is the one that puts the date
            within the quarter, else nearest to it.
        end: last day of the quarter; what ``end`` means.
        today: the day from which ``+2w`` and weekdays count.

    Raises:
        ValueError: it is no date, or could be two; the message says what to write instead.
    """
    plain = _plain(text)
    if plain == "end":
        return end
    if plain in _NEAR_DAYS:
        return _shifted(today, _NEAR_DAYS[plain])
    if (weekday := _named(plain.removesuffix("."), _DAY_NAMES)) is not None:
        return _shifted(today, (weekday - today.weekday() - 1) % 7 + 1)
    if match := _RELATIVE.fullmatch(plain):
        days = int(match[2]) * (7 if match[3].startswith("w") else 1)
        return _shifted(today, -days if match[1] == "-" else days)
    if match := _YEAR_FIRST.fullmatch(plain):
        return _dated(int(match[4]), int(match[3]), match[1], start, end)
    if match := _DOTTED.fullmatch(plain):
        return _dated(int(match[1]), int(match[2]), match[3], start, end)
    if match := _SLASHED.fullmatch(plain):
        day, month = _untangled(int(match[1]), int(match[3]))
        return _dated(day, month, match[4], start, end)
    for pattern, day_group, month_group in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        match = pattern.fullmatch(plain)
        if match and (named := _named(match[month_group], _MONTH_NAMES)) is not None:
            return _dated(int(match[day_group]), named + 1, match[3], start, end)
    raise ValueError("is no date; write it like 15 Dec, 2026-12-15 or +2w")


def nearest_date(day: int, month: int, year: int | None, start: dt.date, end: dt.date) -> dt.date:
    """The date of these numbers; without a year the one within the quarter, else nearest to it.

    Raises:
        ValueError: there is no such date.
    """
    return _dated(day, month, None if year is None else str(year), start, end)


@lru_cache(maxsize=1_024)
def format_date(day: dt.date, start: dt.date, end: dt.date) -> str:
    """The date as ``31 Dec``, or ``31 Jan 2027`` where its year is not plain from the quarter's dates.

    :func:`parse_date` reads it back as the same date.
    """
    short = f"{day.day} {MONTHS[day.month - 1]}"
    return short if _year_is_plain(day, start, end) else f"{short} {day.year}"


def short_date(day: dt.date, start: dt.date, end: dt.date) -> str:
    """The date in at most 6 columns: ``31 Dec``, or ``Jan'27`` for a month of another year."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if _year_is_plain(day, start, end) else f"{month}'{day.year % 100:02d}"


def _year_is_plain(day: dt.date, start: dt.date, end: dt.date) -> bool:
    return day.year in (start.year, end.year) and _nearest_year(day.day, day.month, start, end) == day.year


def _plain(text: str) -> str:
    """The text in lower case, with single spaces, plain digits and plain dashes."""
    digits = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-").replace("‐", "-")
    )
    return " ".join(digits.casefold().split())


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names the word is or begins, from three letters on."""
    if len(word) < 3:
        return None
    return next((index for index, name in enumerate(names) if name.startswith(word)), None)


def _untangled(first: int, second: int) -> tuple[int, int]:
    """Day and month of ``25/12`` or ``12/25``, where only one reading is a date."""
    if first > 12 or first == second:
        return first, second
    if second > 12:
        return second, first
    if not first or not second:
        raise ValueError("is no date; write it like 15 Dec or 2026-12-15")
    one, other = f"{first} {MONTHS[second - 1]}", f"{second} {MONTHS[first - 1]}"
    raise ValueError(f"could be {one} or {other}; write {one} or {other}")


def _dated(day: int, month: int, year: str | None, start: dt.date, end: dt.date) -> dt.date:
    """The date of these numbers; without a year, the one nearest to the quarter."""
    if not 1 <= month <= 12:
        raise ValueError(f"has no month {month}; write it like 15 Dec or 2026-12-15")
    longest = calendar.monthrange(2024, month)[1]
    if not 1 <= day <= longest:
        raise ValueError(f"is no date: {MONTHS[month - 1]} has {longest if month != 2 else '28 or 29'} days")
    full = _nearest_year(day, month, start, end) if year is None else int(year)
    if year is not None and len(year) == 2:
        full += 2000
    if not FIRST_YEAR <= full <= LAST_YEAR:
        raise ValueError(f"has the year {full}; years go from {FIRST_YEAR} to {LAST_YEAR}")
    if day > calendar.monthrange(full, month)[1]:
        raise ValueError(f"is no date: Feb {full} has 28 days")
    return dt.date(full, month, day)


def _nearest_year(day: int, month: int, start: dt.date, end: dt.date) -> int:
    """The year that puts the day within the quarter, else nearest to it; the later one of two."""
    dates = [
        dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
        for year in range(min(end.year + 1, dt.MAXYEAR), max(start.year - 1, dt.MINYEAR) - 1, -1)
    ]
    return min(dates, key=lambda date: max(0, (start - date).days, (date - end).days)).year


def _shifted(day: dt.date, days: int) -> dt.date:
    """The day so many days later."""
    try:
        shifted = day + dt.timedelta(days=days)
    except OverflowError:
        shifted = dt.date.max
    if not FIRST_YEAR <= shifted.year <= LAST_YEAR:
        raise ValueError("is too far away; write a date like 15 Dec")
    return shifted
