"""Cells that hold a date, as people and spreadsheets write it: ``15.12.2026``, ``12/15/2026``, ``2026年12月15日``.

What ``10/11/2026`` is depends on the file: one cell such as ``15/11/2026`` tells how all are written.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from okrtui.coach.folding import fold_list
from okrtui.coach.lexicon_file import read_file
from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.dates import month_day, month_name, nearest_date
from okrtui.model.language import CODES
from okrtui.model.quarter import Quarter
from okrtui.patterns import pattern
from okrtui.report.importing.problems import both_ways, cell_on_line
from okrtui.report.importing.words import fold, vocabulary

Order = Literal["dmy", "mdy"]
"""Whether day or month stands first."""

_LONGEST = 80
"""The most characters of a cell that may hold a date."""
_FAR = 3
"""Years from the quarter at which a date is taken for a slip of the pen."""
_CLOCK = pattern(r"[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: ?z|[+-]\d{2}:?\d{2})?$")
_IN_BRACKETS = pattern(r"\([^()\d]*\)")
_YEAR_FIRST = pattern(r"(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_DOTTED = pattern(r"(\d{1,2})\. ?(\d{1,2})(?:\.|\. ?(\d{4}|\d{2}))?")
_SLASHED = pattern(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_HAN = pattern(r"(?:(\d{4}|\d{2}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_DAY_MONTH = pattern(r"(\d{1,2})(?:\.|st|nd|rd|th|er|e)?[ -]?(?:of |de |d'|من )?([^\W\d][^\d]*?)[ ,-]*(\d{4}|'?\d{2})?")
_MONTH_DAY = pattern(r"([^\W\d][^\d]*?)[ -]?(\d{1,2})(?:\.|st|nd|rd|th)?(?:[ ,-]+(\d{4}))?")
_QUARTER_END = pattern(r"(?:end of |ende |fin )?(?:(\d{4})[ -]?)?q([1-4])(?:[ /-]?(\d{4}))?")
_SERIAL = pattern(r"[2-9]\d{4}(?:\.\d+)?")


@frozen
class Day:
    """A date as it is written."""

    first: int
    """Day of the month, or the month where ``order`` is ``mdy``."""
    second: int
    """The other one."""
    year: str
    """Empty where it is left out; may have two digits."""
    order: Order | None
    """None where it could be either."""
    tells: bool = False
    """Whether the way it is written tells how others are."""


@frozen
class DayOrder:
    """How the dates of a file are written."""

    order: Order | None = None
    """None where nothing tells it."""
    because: str = ""
    """What tells it: ``as in 15/12/2026 on line 4``; empty where nothing does."""
    chosen: bool = False
    """Whether the person said it."""


@lru_cache(maxsize=4_096)
def scan(text: str) -> Day | None:
    """The date in a cell; None where it is none."""
    if len(text) > _LONGEST:
        return None
    plain = _bare(_CLOCK.sub("", _IN_BRACKETS.sub("", _plain(text)).strip()).strip())
    if found := _YEAR_FIRST.fullmatch(plain):
        return Day(int(found[4]), int(found[3]), found[1], "dmy")
    if found := _HAN.fullmatch(plain):
        return Day(int(found[3]), int(found[2]), found[1] or "", "dmy")
    if found := _DOTTED.fullmatch(plain):
        return Day(int(found[1]), int(found[2]), found[3] or "", "dmy")
    if found := _SLASHED.fullmatch(plain):
        first, second = int(found[1]), int(found[3])
        if first == second:
            return Day(first, second, found[4] or "", "dmy")
        order: Order | None = "dmy" if first > 12 else "mdy" if second > 12 else None
        return Day(first, second, found[4] or "", order, tells=order is not None)
    for form, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        found = form.fullmatch(plain)
        if found and (number := _months().get(fold_list(found[month]).strip(" .,"))):
            return Day(int(found[day]), number, (found[3] or "").removeprefix("'"), "dmy")
    return None


def decide(cells: Iterable[tuple[int, str]], chosen: Order | None) -> DayOrder:
    """How the dates of a file are written, from all of its cells, each with its line."""
    if chosen:
        return DayOrder(chosen, chosen=True)
    seen: dict[Order, str] = {}
    for line, text in cells:
        day = scan(text)
        if day and day.tells and day.order:
            seen.setdefault(day.order, cell_on_line(text, line))
    if len(seen) == 1:
        ((order, where),) = seen.items()
        return DayOrder(order, tr("as in {where}", where=where))
    return DayOrder(None, both_ways(seen["dmy"], seen["mdy"])) if seen else DayOrder()


def read_day(text: str, order: DayOrder, quarter: Quarter, start: dt.date, end: dt.date) -> dt.date:
    """The date in a cell. A year that is left out is the one nearest to the quarter, from ``start`` to ``end``.

    Raises:
        ValueError: it is none, could be two, or lies years away from the quarter.
    """
    day = scan(text)
    if day is None:
        return _end_of_quarter(text, quarter, end)
    if order.chosen and day.tells and day.order != order.order:
        # for translators: said of a cell, which stands before it
        raise ValueError(tr("does not go with {option}; write it as the other dates", option=f"--dates {order.order}"))
    chosen = day.order or order.order
    if chosen is None:
        raise ValueError(_either(day, order.because))
    first, second = (day.first, day.second) if chosen == "dmy" else (day.second, day.first)
    year = int(day.year) + (2000 if len(day.year) == 2 else 0) if day.year else None
    date = nearest_date(first, second, year, start, end)
    if not start.year - _FAR <= date.year <= end.year + _FAR:
        # for translators: said of a cell, which stands before it
        said = tr(
            "has the year {year}, far from {quarter}; write it like {day}", year=date.year, quarter=quarter, day=end
        )
        raise ValueError(said)
    return date


def _end_of_quarter(text: str, quarter: Quarter, end: dt.date) -> dt.date:
    """The quarter's last day where the cell names the quarter itself: ``Q4``, ``Q4 2026``.

    Raises:
        ValueError: it does not, and is no date.
    """
    plain = _plain(text)
    if found := _QUARTER_END.fullmatch(plain):
        years = {int(year) for year in (found[1], found[3]) if year} or {quarter.year}
        if (years, int(found[2])) == ({quarter.year}, quarter.number):
            return end
        # for translators: said of a cell, which stands before it
        raise ValueError(tr("is another quarter than {quarter}; write the day, like {day}", quarter=quarter, day=end))
    if _SERIAL.fullmatch(plain):
        # for translators: said of a cell, which stands before it
        said = tr("is a date as spreadsheets count days; format that column as a date and save it again")
        raise ValueError(said)
    # for translators: said of a cell, which stands before it
    raise ValueError(tr("is no date; write it like {day}", day="2026-12-15"))


def _either(day: Day, because: str) -> str:
    if because:
        # for translators: said of a cell, which stands before it; {reason} is "this file has both … and …"
        return tr("could be two dates, as {reason}; write them all in one way", reason=because)
    one = f"{_day_of(day.first, day.second)} (--dates dmy)"
    other = f"{_day_of(day.second, day.first)} (--dates mdy)"
    return tr("could be {one} or {other}; say which with that option", one=one, other=other)


def _day_of(day: int, month: int) -> str:
    """A day of a month, both at most 12; either can be a 0 from the file."""
    if day and month:
        return month_day(dt.date(2024, month, day))
    return f"{day} {month_name(month) if month else '?'}"


def _plain(text: str) -> str:
    """The text in lower case, with single spaces, plain digits and plain dashes."""
    digits = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", text).translate(str.maketrans("−–‐’\u200e\u200f", "---'  "))
    )
    return " ".join(digits.casefold().split())


def _bare(text: str) -> str:
    """The text without a weekday or a word such as *by* before the date."""
    for _ in range(2):
        word, space, rest = text.partition(" ")
        name = fold(word)
        known = name in vocabulary().weekdays or name in vocabulary().before_dates
        if not (space and known and rest and (rest[0].isdecimal() or name in vocabulary().weekdays)):
            break
        text = rest
    return text


@cache
def _months() -> dict[str, int]:
    """The names of the months in every language of the coach, with their numbers."""
    names: dict[str, int] = {}
    for code in CODES:
        for number, entries in enumerate(read_file(code).months, start=1):
            for entry in entries:
                names.setdefault(entry.strip(" ."), number)
    return names
