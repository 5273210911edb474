"""Dates as a person types and reads them: ``15 Dec``, ``+2w``, ``friday``, ``end``.

They are shown as in the language that is spoken. Its words are read, English ones beside them, digits of every script.
"""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache

from okrtui.i18n import Code, spoken, tr, tr_n
from okrtui.i18n_forms import FORMS, Forms, forms
from okrtui.model.near_days import days_on, either_day, is_one_of, languages, plain_words, which
from okrtui.model.quarter import FIRST_YEAR, LAST_YEAR
from okrtui.patterns import pattern

_YEAR_FIRST = pattern(r"(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_WITH_SIGNS = pattern(r"(?:(\d{4}|\d{2}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?")
_DAY_MONTH = pattern(r"(\d{1,2})(?:st|[nr]d|th|er|\.)?[ -]?([^\W\d_]{3,})\.?(?:,? ?-?(\d{4}|\d{2}))?")
_MONTH_DAY = pattern(r"([^\W\d_]{3,})\.? ?(\d{1,2})(?:st|[nr]d|th)?(?:(?: |, ?)(\d{4}))?")
_DOTTED = pattern(r"(\d{1,2})\. ?(\d{1,2})(?:\.|\. ?(\d{4}|\d{2}))?")
_SLASHED = pattern(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")


class EitherDayError(ValueError):
    """What was typed could be two days; the message goes on with what was typed, and says what to write instead."""


class NoDateError(ValueError):
    """What was typed is like no date at all."""


def parse_date(text: str, start: dt.date, end: dt.date, today: dt.date, code: Code | None = None) -> dt.date:
    """The date that a person typed.

    It reads ``2026-12-15``, ``15 Dec``, ``Dec 15``, ``15 December 2026``, ``15.12.``, ``15.12.2026``,
    ``+2w``, ``-3d``, ``today``, ``tomorrow``, ``yesterday``, a weekday (the next one after today), ``end``,
    ``next week`` (its Monday), ``next month`` (its first day).

    Args:
        text: what was typed; other languages have their own ways to write it, such as ``15. Dez.`` and ``12月15日``.
        start: first day of the quarter. Where the year is left out, it is the one that puts the date
            within the quarter, else nearest to it.
        end: last day of the quarter; what ``end`` means.
        today: the day from which ``+2w`` and weekdays count.
        code: the language that it is written in; None for the one that is spoken.

    Raises:
        NoDateError: it is like no date; the message says what to write instead.
        ValueError: it is a day that there is not, or could be two; the message says so, or what to write instead.
    """
    plain, known = plain_words(text), languages(code)
    day_first = known[0].day_first
    if is_one_of(plain, (word for own in known for word in own.ends)):
        return end
    if (days := days_on(plain, today, known)) is not None:
        return _shifted(today, days, example=_example(start, end))
    if (days := either_day(plain, today, known)) is not None:
        one, other = (_shifted(today, later, example=_example(start, end)) for later in (days, days + 7))
        raise _either(format_date(one, start, end), format_date(other, start, end))
    if match := _YEAR_FIRST.fullmatch(plain):
        return _dated(int(match[4]), int(match[3]), match[1], start, end)
    if match := _WITH_SIGNS.fullmatch(plain):
        return _dated(int(match[3]), int(match[2]), match[1], start, end)
    if match := _DOTTED.fullmatch(plain):
        day, month = _ordered(int(match[1]), int(match[2]), day_first=day_first is not False)
        return _dated(day, month, match[3], start, end)
    if match := _SLASHED.fullmatch(plain):
        day, month = day_and_month(int(match[1]), int(match[3]), code)
        return _dated(day, month, match[4], start, end)
    for form, day_group, month_group in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        match = form.fullmatch(plain)
        if match and (number := which(match[month_group], _months(known))) is not None:
            return _dated(int(match[day_group]), number + 1, match[3], start, end)
    example, iso = _example(start, end), example_day(start, end).isoformat()
    # for translators: full is the same day by its numbers: "15 Dec, 2026-12-15 or +2w"
    raise NoDateError(tr("is no date; write it like {day}, {full} or +2w", day=example, full=iso))


def nearest_date(day: int, month: int, year: int | None, start: dt.date, end: dt.date) -> dt.date:
    """The date of these numbers; without a year the one within the quarter, else nearest to it.

    Raises:
        ValueError: there is no such date.
    """
    return _dated(day, month, None if year is None else str(year), start, end)


def week_end(year: int | None, week: int, start: dt.date, end: dt.date) -> dt.date:
    """The Friday of a calendar week, as ISO counts them; without a year the one within the quarter, else nearest to it.

    Raises:
        ValueError: there is no such week.
    """
    years = range(end.year + 1, start.year - 2, -1) if year is None else (year,)
    fridays = [dt.date.fromisocalendar(each, week, 5) for each in years if week <= _weeks_in(each)]
    if not fridays:
        raise ValueError(tr("is no week: {year} has 52 weeks", year=year or start.year))
    friday = min(fridays, key=lambda day: max(0, (start - day).days, (day - end).days))
    return _dated(friday.day, friday.month, str(friday.year), start, end)


def day_and_month(first: int, second: int, code: Code | None = None) -> tuple[int, int]:
    """Day and month of ``25/12`` or ``12/25``, where only one reading is a date or the language has an order.

    Raises:
        ValueError: it could be two dates; the message says what to write instead.
    """
    if first > 12 or first == second or not first or not second:
        return first, second
    if second > 12:
        return second, first
    day_first = FORMS[code or spoken()].day_first
    if day_first is not None:
        return (first, second) if day_first else (second, first)
    one, other = (month_day(dt.date(2024, month, day)) for day, month in ((first, second), (second, first)))
    raise _either(one, other)


def example_day(start: dt.date, end: dt.date) -> dt.date:
    """A day towards the end of the quarter of these dates, to say how one is written."""
    return max(end - _BEFORE_THE_END, start)


def format_date(day: dt.date, start: dt.date, end: dt.date) -> str:
    """The date as ``31 Dec``, or ``31 Jan 2027`` where its year is not plain from the quarter's dates.

    :func:`parse_date` reads it back as the same date.
    """
    return _formatted(spoken(), day, start, end)


@lru_cache(maxsize=1_024)
def _formatted(code: Code, day: dt.date, start: dt.date, end: dt.date) -> str:
    own = FORMS[code]
    return _filled(own.day if year_is_plain(day, start, end) else own.full_day, own, day)


def short_date(day: dt.date, start: dt.date, end: dt.date) -> str:
    """The date in at most 6 columns: ``31 Dec``, or ``Jan'27`` for a month of another year."""
    return _shortened(spoken(), day, start, end)


@lru_cache(maxsize=1_024)
def _shortened(code: Code, day: dt.date, start: dt.date, end: dt.date) -> str:
    own = FORMS[code]
    return _filled(own.short if year_is_plain(day, start, end) else own.short_month, own, day)


def short_full_date(day: dt.date, start: dt.date, end: dt.date) -> str:
    """The date in at most 9 columns: ``31 Dec``, or ``31 Jan'27`` for a day of another year."""
    return _shortened_full(spoken(), day, start, end)


@lru_cache(maxsize=1_024)
def _shortened_full(code: Code, day: dt.date, start: dt.date, end: dt.date) -> str:
    own = FORMS[code]
    return _filled(own.short if year_is_plain(day, start, end) else own.short_full, own, day)


def month_day(day: dt.date) -> str:
    """The date without its year: ``31 Dec``."""
    return _filled(forms().day, forms(), day)


def full_date(day: dt.date) -> str:
    """The date with its year: ``31 Dec 2026``."""
    return _filled(forms().full_day, forms(), day)


def span_of_days(first: dt.date, last: dt.date) -> str:
    """Two days in their order: ``1 Oct to 31 Dec 2026``; a year that both have is said once, where a date has it."""
    from_day, to_day = full_date(first), full_date(last)
    if first.year == last.year and forms().full_day.startswith("{year}"):
        to_day = month_day(last)
    elif first.year == last.year:
        from_day = month_day(first)
    # for translators: two days or two quarters
    return tr("{first} to {last}", first=from_day, last=to_day)


def month_name(number: int) -> str:
    """The short name of a month, 1 to 12: ``Dec``."""
    return forms().months[number - 1]


def weekday_name(day: dt.date) -> str:
    """The short name of its weekday: ``Fri``."""
    return forms().weekdays[day.weekday()]


def year_is_plain(day: dt.date, start: dt.date, end: dt.date) -> bool:
    """Whether the date can do without its year beside a quarter of these dates."""
    return day.year in (start.year, end.year) and _nearest_year(day.day, day.month, start, end) == day.year


_BEFORE_THE_END = dt.timedelta(days=16)


def _example(start: dt.date, end: dt.date) -> str:
    return format_date(example_day(start, end), start, end)


def _filled(form: str, own: Forms, day: dt.date) -> str:
    month, nth = own.months[day.month - 1], own.first if day.day == 1 else day.day
    return form.format(day=day.day, nth=nth, month=month, number=day.month, year=day.year, years=day.year % 100)


def _months(known: Iterable[Forms]) -> Iterator[tuple[str, ...]]:
    for own in known:
        yield from (own.month_names, own.months)


def _either(one: str, other: str) -> EitherDayError:
    # for translators: somebody typed 5/12 or next friday, which could be either of two days
    return EitherDayError(tr("could be {one} or {other}; write {one} or {other}", one=one, other=other))


def _ordered(first: int, second: int, *, day_first: bool) -> tuple[int, int]:
    """Day and month in the order of the language; in the other one where only that is a date."""
    day, month = (first, second) if day_first else (second, first)
    return (month, day) if month > 12 >= day and not day_first else (day, month)


def _dated(day: int, month: int, year: str | None, start: dt.date, end: dt.date) -> dt.date:
    """The date of these numbers; without a year, the one nearest to the quarter."""
    if not 1 <= month <= 12:
        example, iso = _example(start, end), example_day(start, end).isoformat()
        # for translators: full is the same day by its numbers: "15 Dec or 2026-12-15"
        words = tr("has no month {number}; write it like {day} or {full}", number=month, day=example, full=iso)
        raise ValueError(words)
    longest = calendar.monthrange(2024, month)[1]
    if day < 1 or (day > longest and month != 2):
        raise ValueError(_too_few_days(month, longest))
    full = _nearest_year(day, month, start, end) if year is None else int(year)
    if year is not None and len(year) == 2:
        full += 2000
    if not FIRST_YEAR <= full <= LAST_YEAR:
        words = tr("has the year {year}; years go from {first} to {last}", year=full, first=FIRST_YEAR, last=LAST_YEAR)
        raise ValueError(words)
    if day > (last := calendar.monthrange(full, month)[1]):
        raise ValueError(tr("is no date: {month} {year} has {n} days", month=month_name(month), year=full, n=last))
    return dt.date(full, month, day)


def _too_few_days(month: int, longest: int) -> str:
    name = month_name(month)
    if month == 2:
        return tr("is no date: {month} has 28 or 29 days", month=name)
    return tr_n("is no date: {month} has {n} day", "is no date: {month} has {n} days", longest, month=name)


def _weeks_in(year: int) -> int:
    """The number of its last calendar week, in which its 28 December always is."""
    return dt.date(year, 12, 28).isocalendar().week


def _nearest_year(day: int, month: int, start: dt.date, end: dt.date) -> int:
    """The year that puts the day within the quarter, else nearest to it; the later one of two."""
    dates = [
        dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
        for year in range(min(end.year + 1, dt.MAXYEAR), max(start.year - 1, dt.MINYEAR) - 1, -1)
    ]
    return min(dates, key=lambda date: max(0, (start - date).days, (date - end).days)).year


def _shifted(day: dt.date, days: int, *, example: str) -> dt.date:
    """The day so many days later; ``example`` is one that may be written."""
    try:
        shifted = day + dt.timedelta(days=days)
    except OverflowError:
        shifted = dt.date.max
    if not FIRST_YEAR <= shifted.year <= LAST_YEAR:
        raise ValueError(tr("is too far away; write a date like {day}", day=example))
    return shifted
