"""Dates in a sentence: days, months, quarters, years, in every language of the coach."""

import re
from typing import cast

from okrtui.coach.folding import Folded, fold
from okrtui.coach.lexicon import Lexicon
from okrtui.coach.phrases import Phrases
from okrtui.frozen import frozen
from okrtui.i18n import Code
from okrtui.i18n_forms import FORMS
from okrtui.model.near_days import is_weekday
from okrtui.patterns import pattern

FIRST_YEAR, LAST_YEAR = 2015, 2040
"""The four-digit numbers that are taken for a year where nothing is counted."""

LAST_DAY = 0
"""Stands for the last day of a month, whichever that is."""

MIDDLE_DAY = 15
"""The day that the middle of a month is."""

WHOLE_MONTH = -1
"""Stands for all days of a month that is named alone."""

_YEAR_FIRST = pattern(r"(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = pattern(r"(\d{1,2})\.(\d{1,2})\.(?:(?!\d)|(20\d\d|\d\d)(?!\d))")
_DAY_FIRST_OPEN = pattern(r"(\d\d)\.(0[1-9]|1[0-2])(?![\d.,]\d| ?%)")
_DAY_DOT = pattern(r"(\d{1,2})\.(\d{1,2})(?![\d.,]*\d| ?%)")
_SLASHED = pattern(r"(\d{1,2})/(\d{1,2})(?:/(20\d\d|\d\d))?(?![\d/])")
_MONTH_OF_YEAR = pattern(r"(\d{1,2})/(20\d\d)(?![\d/])")
_HAN = pattern(r"(?:(20\d\d) ?[年년] ?)?(?:(\d{1,2}) ?(?:月|월)(?!間|간) ?)(?:(\d{1,2}) ?[日일])?")
_HAN_YEAR = pattern(r"(?:20)?\d\d ?(?:年度?|년도?)(?!間|간)")
_QUARTER = pattern(r"(?:20\d\d[ -]?)?(?:[qt] ?[1-4]|h[12]|s[12]|fy ?'?\d{2,4})(?:[ /'-]{0,2}(?:20)?\d\d)?(?![a-z0-9])")
_DAY = pattern(r"(\d{1,2})(?:\.|st|nd|rd|th|er)? ?(?:of |de |d'|من )?")
_AFTER_MONTH = pattern(r" ?(\d{1,2})(?:\.|st|nd|rd|th)?(?!\d|[.,:]\d| ?%)(?:,? (20\d\d))?")
_YEAR = pattern(r",? ?(?:de )?(20\d\d|'\d\d)(?!\d)")
_WEEK_NUMBER = pattern(r"(?:\. ?| )?(\d{1,2})(?:[ /-](20\d\d)|/?'(\d\d)|([/-]\d{1,2}))?(?![\d/]|[.,:-]\d| ?%)")
_BRACKETED = pattern(r" ?\(([^()]{1,10})\)")
_ENDED = pattern(r"(?:[うくすつぬむるぐぶ다기]|@\w+) $")
"""How a verb ends that ends a Japanese or a Korean sentence, and who has to do it."""
_GLUED = pattern(r"[^\W\d_]{1,3}(?=\d)")
_MOST_DAYS, _MOST_WEEKS, _MOST_MONTHS = 31, 53, 12
_LONGEST_LEAD = 30
"""How many characters the words before a due date may have."""
_BARE_YEAR = pattern(r"(20\d\d)(?:[/-](?:20)?\d\d)?(?![\d.,]\d|\d)")


@frozen
class Date:
    """A date or a period with a name, as it stands in a sentence."""

    end: int
    day: tuple[int | None, int, int] | None = None
    """Year where it is given, month and day of the month, :data:`LAST_DAY` or :data:`WHOLE_MONTH`; None for others."""
    slashed: tuple[int | None, int, int] | None = None
    """The same of 15/3, with day and month as they stand: which is which, is for the language to say."""
    week: tuple[int | None, int] | None = None
    """Of a calendar week its year, where it is given, and its number."""


def read_date(folded: Folded, at: int, words: Lexicon) -> Date | None:
    """The date that begins at this place; None where there is none."""
    text = folded.text
    if not text[at].isdecimal():
        return _read_named(folded, at, words)
    if found := _YEAR_FIRST.match(text, at):
        return _checked(found.end(), int(found[1]), int(found[3]), int(found[4]))
    if found := _DAY_FIRST.match(text, at):
        return _checked(found.end(), _full_year(found[3]), int(found[2]), int(found[1]))
    if (found := _DAY_FIRST_OPEN.match(text, at)) and _is_due(folded, at, found.end(), words, can_be_share=True):
        return _checked(found.end(), None, int(found[2]), int(found[1]))
    if (found := _DAY_DOT.match(text, at)) and (
        _lead(folded, at, words.change["till"]) is not None or _is_last_day(folded, at, found, words)
    ):
        return _checked(found.end(), None, int(found[2]), int(found[1]))
    if slashed := _read_slashed(folded, at, words):
        return slashed
    if found := _HAN.match(text, at):
        year = int(found[1]) if found[1] else None
        if found[3]:
            return _checked(found.end(), year, int(found[2]), int(found[3]))
        if not 1 <= int(found[2]) <= 12:
            return Date(found.end())
        for ways, day in ((words.month_middles_after, MIDDLE_DAY), (words.month_ends_after, LAST_DAY)):
            if part := ways.match(folded, found.end() + text.startswith(" ", found.end())):
                return Date(part[0], (year, int(found[2]), day))
        return _month(found.end(), year, int(found[2]))
    if found := _HAN_YEAR.match(text, at):
        return Date(found.end())
    if found := _QUARTER.match(text, at):
        return Date(found.end())
    if found := _DAY.match(text, at):
        named = words.months.match(folded, found.end())
        if named and named[0] > found.end():
            return _with_year(text, named[0], named[1], int(found[1]))
    return None


def read_year(text: str, at: int) -> Date | None:
    """A year that stands alone."""
    found = _BARE_YEAR.match(text, at)
    return Date(found.end()) if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR else None


def _read_slashed(folded: Folded, at: int, words: Lexicon) -> Date | None:
    """A date such as 15/3 or 3/15/2027, or a month such as 3/2027; 3/5 is one where words call it so."""
    if found := _MONTH_OF_YEAR.match(folded.text, at):
        month = int(found[1])
        return _month(found.end(), int(found[2]), month) if 1 <= month <= 12 else None
    found = _SLASHED.match(folded.text, at)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    date = Date(found.end(), slashed=(_full_year(found[3]), first, second))
    if not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    if first <= 12 or second <= 12:
        month_first = FORMS[cast(Code, words.code)].day_first is not True
        if found[3] or first > 12 or (second > 12 and month_first):
            return date
    is_due = _is_due(folded, at, date.end, words, can_be_share=first < second <= 12)
    has_weekday = past_weekday(folded.text, date.end, words) > date.end
    return date if is_due or has_weekday or _is_behind_all(folded.text, at, date.end) else None


def past_weekday(text: str, at: int, words: Lexicon) -> int:
    """Behind the weekday in brackets that may stand behind a date: 22 Jan (Fri), 1月22日（金）."""
    found = _BRACKETED.match(text, at)
    return found.end() if found and is_weekday(found[1], cast(Code, words.code)) else at


def _is_last_day(folded: Folded, at: int, found: re.Match[str], words: Lexicon) -> bool:
    """Whether 28.2 ends a sentence that says another number as a due date: from 60 to 140 by 28.2."""
    is_day = _MOST_MONTHS < int(found[1]) <= _MOST_DAYS and 1 <= int(found[2]) <= _MOST_MONTHS
    is_last = not any(map(str.isalnum, folded.text[found.end() :]))
    counts = any(map(str.isdecimal, folded.text[:at]))
    return is_day and is_last and counts and _lead(folded, at, words.change["until"]) is not None


def _is_behind_all(text: str, at: int, end: int) -> bool:
    """Whether two numbers stand behind the verb that ends a sentence, as in 見直す 2/5, or behind an owner."""
    return _ENDED.search(text, 0, at) is not None and not any(map(str.isalnum, text[end:]))


def _is_due(folded: Folded, at: int, end: int, words: Lexicon, *, can_be_share: bool) -> bool:
    """Whether words around two numbers call them a due date: by 3/5, but not *by 3/5* of something that grows."""
    change, text = words.change, folded.text
    behind = end + text.startswith(" ", end)
    is_share = can_be_share and _is_only_number(text, at, end) and _moves(folded, words)
    if after := change["until_after"].match(folded, behind):
        goal = change["goal_after"].match(folded, behind)
        return not is_share or goal is None or goal[0] < after[0]
    start = _lead(folded, at, change["until"])
    counts = can_be_share and text[behind : behind + 1].isalpha()  # pour 9/10 clients
    return start is not None and not counts and not (is_share and change["step"].match(folded, start))


def _past_word(folded: Folded, at: int, words: Phrases[bool]) -> int | None:
    """Where one of these words ends, which may have a number glued to it; None where none begins at this place."""
    if glued := _GLUED.match(folded.text, at):
        return glued.end() if words.match(fold(glued[0]), 0) == (len(glued[0]), True) else None
    found = words.match(folded, at)
    return found[0] if found else None


def _lead(folded: Folded, at: int, leads: Phrases[bool]) -> int | None:
    """Where the phrase begins that stands right before this place; None where none does."""
    for start in range(max(0, at - _LONGEST_LEAD), at):
        lead = leads.match(folded, start) if folded.is_start(start) else None
        if lead and lead[0] + folded.text.startswith(" ", lead[0]) == at:
            return start
    return None


def _is_only_number(text: str, at: int, end: int) -> bool:
    return not any(char.isdecimal() for char in text[:at] + text[end:])


def _moves(folded: Folded, words: Lexicon) -> bool:
    """Whether the sentence says that something grows or falls."""
    ways = (words.change["up"], words.change["down"])
    return any(way.match(folded, at) for at in range(len(folded.text)) if folded.is_start(at) for way in ways)


def _full_year(digits: str | None) -> int | None:
    """The year that is written with two digits or four, if one is."""
    return None if digits is None else int(digits) + (2000 if len(digits) == 2 else 0)


def _month(end: int, year: int | None, month: int) -> Date:
    return Date(end, (year, month, WHOLE_MONTH))


def _read_named(folded: Folded, at: int, words: Lexicon) -> Date | None:
    text = folded.text
    if found := _QUARTER.match(text, at):
        return Date(found.end())
    if week := _read_week(folded, at, words):
        return week
    for leads, day in ((words.month_ends, LAST_DAY), (words.month_middles, MIDDLE_DAY)):
        if part := _read_part_of_month(folded, at, words, leads, day):
            return part
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
    return _with_year(text, end, month, WHOLE_MONTH)


def _read_week(folded: Folded, at: int, words: Lexicon) -> Date | None:
    """A calendar week: KW 10. *Week 10* is one where words call it due, and where it is not that of something."""
    change = words.change
    known = _past_word(folded, at, change["weeks"])
    named = known or _past_word(folded, at, change["maybe_weeks"])
    found = _WEEK_NUMBER.match(folded.text, named) if named else None
    if found is None or not 1 <= int(found[1]) <= _MOST_WEEKS:
        return None
    end = found.end()
    week = None if found[4] else (_full_year(found[2] or found[3]), int(found[1]))
    if known:
        return Date(end, week=week)  # none of KW 10/11, which are two
    behind = end + folded.text.startswith(" ", end)
    is_alone = at == 0 and end == len(folded.text)
    if is_alone or _lead(folded, at, change["week"]) is not None:
        return Date(end, week=None if change["week_owners"].match(folded, behind) else week)
    return None


def _read_part_of_month(folded: Folded, at: int, words: Lexicon, leads: Phrases[bool], day: int) -> Date | None:
    """The day that these words make of a month: end of February, mid February."""
    lead = leads.match(folded, at)
    if lead is None:
        return None
    named = words.months.match(folded, lead[0] + folded.text.startswith(" ", lead[0]))
    return _with_year(folded.text, named[0], named[1], day) if named else None


def _with_year(text: str, end: int, month: int, day: int) -> Date | None:
    year = _YEAR.match(text, end)
    if not year:
        return _checked(end, None, month, day)
    return _checked(year.end(), int(year[1].replace("'", "20")), month, day)


def _checked(end: int, year: int | None, month: int, day: int) -> Date | None:
    """A date where it can be one."""
    return Date(end, (year, month, day)) if 1 <= month <= 12 and WHOLE_MONTH <= day <= 31 else None
