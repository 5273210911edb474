"""Dates in a sentence: days, months, quarters, years, in every language of the coach."""

import re

from okrtui.coach.folding import Folded
from okrtui.coach.lexicon import Lexicon
from okrtui.frozen import frozen

FIRST_YEAR, LAST_YEAR = 2015, 2040
"""The four-digit numbers that are taken for a year where nothing is counted."""

LAST_DAY = 0
"""Stands for the last day of a month, whichever that is."""

_YEAR_FIRST = re.compile(r"(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})(?:\.(?!\d)|\2(20\d\d|\d\d)(?!\d))")
_MONTH_SLASH = re.compile(r"(\d{1,2})/(20\d\d|[12]\d|3[01])(?![\d/])")
_HAN = re.compile(r"(?:(20\d\d) ?[年년] ?)?(?:(\d{1,2}) ?(?:月|월)(?!間|간) ?)(?:(\d{1,2}) ?[日일])?")
_HAN_YEAR = re.compile(r"(?:20)?\d\d ?(?:年度?|년도?)(?!間|간)")
_QUARTER = re.compile(
    r"(?:20\d\d[ -]?)?(?:[qt] ?[1-4]|h[12]|s[12]|fy ?'?\d{2,4})(?:[ /'-]{0,2}(?:20)?\d\d)?(?![a-z0-9])"
)
_DAY = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|er)? ?(?:of |de |d'|من )?")
_AFTER_MONTH = re.compile(r" ?(\d{1,2})(?:\.|st|nd|rd|th)?(?!\d|[.,:]\d| ?%)(?:,? (20\d\d))?")
_YEAR = re.compile(r",? ?(?:de )?(20\d\d|'\d\d)(?!\d)")
_BARE_YEAR = re.compile(r"(20\d\d)(?:[/-](?:20)?\d\d)?(?![\d.,]\d|\d)")


@frozen
class Date:
    """A date or a period with a name, as it stands in a sentence."""

    end: int
    day: tuple[int | None, int, int] | None = None
    """Year where it is given, month and day of the month, :data:`LAST_DAY` for its last; None for no single day."""


def read_date(folded: Folded, at: int, words: Lexicon) -> Date | None:
    """The date that begins at this place; None where there is none."""
    text = folded.text
    if not text[at].isdecimal():
        return _read_named(folded, at, words)
    if found := _YEAR_FIRST.match(text, at):
        return _checked(found.end(), int(found[1]), int(found[3]), int(found[4]))
    if found := _DAY_FIRST.match(text, at):
        year = int(found[4]) + (2000 if len(found[4]) == 2 else 0) if found[4] else None
        first, second = int(found[1]), int(found[3])
        day, month = (second, first) if second > 12 and found[2] == "/" else (first, second)
        return _checked(found.end(), year, month, day)
    if found := _HAN.match(text, at):
        year = int(found[1]) if found[1] else None
        if found[3]:
            return _checked(found.end(), year, int(found[2]), int(found[3]))
        last = words.month_ends_after.match(folded, found.end())
        if last and 1 <= int(found[2]) <= 12:
            return Date(last[0], (year, int(found[2]), LAST_DAY))
        return Date(found.end())
    if found := _HAN_YEAR.match(text, at):
        return Date(found.end())
    if found := _QUARTER.match(text, at):
        return Date(found.end())
    if found := _DAY.match(text, at):
        named = words.months.match(folded, found.end())
        if named and named[0] > found.end():
            return _with_year(text, named[0], named[1], int(found[1]))
    if words.month_first and (found := _MONTH_SLASH.match(text, at)):
        first, second = int(found[1]), int(found[2])
        if second > 12 and first <= 12:
            return _checked(found.end(), None, first, second) if second <= 31 else Date(found.end())
    return None


def read_year(text: str, at: int) -> Date | None:
    """A year that stands alone."""
    found = _BARE_YEAR.match(text, at)
    return Date(found.end()) if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR else None


def _read_named(folded: Folded, at: int, words: Lexicon) -> Date | None:
    text = folded.text
    if found := _QUARTER.match(text, at):
        return Date(found.end())
    if found_end := _read_month_end(folded, at, words):
        return found_end
    named = words.months.match(folded, at)
    if named is None:
        return None
    end, month = named
    if words.month_first and (found := _AFTER_MONTH.match(text, end)):
        day = int(found[1])
        if not found[2] and 1 <= day <= 31:
            return Date(found.end(), (None, month, day))
        if found[2]:
            return _checked(found.end(), int(found[2]), month, day)
    year = _YEAR.match(text, end)
    return Date(year.end() if year else end)


def _read_month_end(folded: Folded, at: int, words: Lexicon) -> Date | None:
    """The last day of a month, as its end is named: end of February."""
    lead = words.month_ends.match(folded, at)
    if lead is None:
        return None
    named = words.months.match(folded, lead[0] + folded.text.startswith(" ", lead[0]))
    return _with_year(folded.text, named[0], named[1], LAST_DAY) if named else None


def _with_year(text: str, end: int, month: int, day: int) -> Date | None:
    year = _YEAR.match(text, end)
    if not year:
        return _checked(end, None, month, day)
    return _checked(year.end(), int(year[1].replace("'", "20")), month, day)


def _checked(end: int, year: int | None, month: int, day: int) -> Date | None:
    """A date where it can be one."""
    return Date(end, (year, month, day)) if 1 <= month <= 12 and LAST_DAY <= day <= 31 else None
