"""Days that are named from today, such as ``tomorrow``, ``friday``, ``next week`` and ``+2w``.

The words of the language that is spoken are read, English ones beside them, digits of every script.
"""

import calendar
import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from okrtui.i18n import Code, spoken
from okrtui.i18n_forms import FORMS, Forms
from okrtui.patterns import pattern

_RELATIVE = pattern(r"([+-]) ?(\d{1,4}) ?([^\W\d_]+)")
_WEEK = 7


def is_weekday(text: str, code: Code | None = None) -> bool:
    """Whether a weekday was typed, of which the next one is meant."""
    return _weekday(plain_words(text), languages(code)) is not None


def is_open_day(text: str, code: Code) -> bool:
    """Whether it names a time to come of which later nobody can tell the day: ``next friday``, ``next week``."""
    plain, known = plain_words(text), languages(code)
    periods = (word for own in known for word in (*own.next_week, *own.next_month))
    forms = (form for own in known for form in (*own.next_weekday, *own.coming_weekday, *own.in_next_week))
    return is_one_of(plain, periods) or _led_weekday(plain, forms, known) is not None


def which_weekday(before: str, behind: str, code: Code) -> tuple[int, int]:
    """How many letters right before a weekday and behind it say which one it is: next Monday, Friday next week."""
    forms = (form for own in languages(code) for form in (*own.next_weekday, *own.coming_weekday, *own.in_next_week))
    parts = (form.split("{}") for form in forms)
    found = [
        (len(lead), len(rest))
        for lead, rest in parts
        if _folded(before[len(before) - len(lead) :]) == _folded(lead) and _folded(behind[: len(rest)]) == _folded(rest)
    ]
    return max(found, key=sum, default=(0, 0))


def named_day(text: str, today: dt.date, code: Code) -> dt.date | None:
    """The day of ``friday``, ``tomorrow`` or ``next week``, counted from today; None of anything else."""
    days = _named_days_on(plain_words(text), today, languages(code))
    return None if days is None else today + dt.timedelta(days=days)


def days_in(unit: str, code: Code) -> int | None:
    """How many days one ``day`` or ``week`` has, by the words of a language; None of anything else."""
    return _days_in(plain_words(unit), languages(code))


def is_one_of(word: str, words: Iterable[str]) -> bool:
    """Whether it is one of these words; it is what :func:`plain_words` gives."""
    return any(_folded(known) == word for known in words)


def days_on(plain: str, today: dt.date, known: Sequence[Forms]) -> int | None:
    """How many days later a day is that is named from today: ``tomorrow``, ``friday``, ``+2w``; None for others."""
    if (days := _named_days_on(plain, today, known)) is not None:
        return days
    if is_one_of(plain, (word for own in known for word in own.next_month)):
        return calendar.monthrange(today.year, today.month)[1] - today.day + 1
    if (match := _RELATIVE.fullmatch(plain)) and (each := _days_in(match[3], known)):
        return int(match[1] + match[2]) * each
    return None


def _named_days_on(plain: str, today: dt.date, known: Sequence[Forms]) -> int | None:
    """The same of a day or a week that has a name."""
    if (days := _near_day(plain, known)) is not None:
        return days
    if is_one_of(plain, (word for own in known for word in own.next_week)):
        return _WEEK - today.weekday()
    in_next_week = _led_weekday(plain, (form for own in known for form in own.in_next_week), known)
    if in_next_week is not None:
        return _WEEK - today.weekday() + in_next_week
    if (weekday := _weekday(plain, known)) is not None:
        return _days_until(weekday, today)
    last = _led_weekday(plain, (form for own in known for form in own.last_weekday), known)
    if last is not None:
        return _days_until(last, today) - _WEEK or -_WEEK
    coming = _led_weekday(plain, (form for own in known for form in own.coming_weekday), known)
    if coming is not None:
        return _days_until(coming, today)
    days = _next_weekday(plain, today, known)
    return days if days is not None and today.weekday() + days >= _WEEK else None


def either_day(plain: str, today: dt.date, known: Sequence[Forms]) -> int | None:
    """In how many days the first of two is that ``next friday`` could be; None of anything else.

    One that has been in this week can only be the next week's.
    """
    days = _next_weekday(plain, today, known)
    return days if days is not None and today.weekday() + days < _WEEK else None


def _next_weekday(plain: str, today: dt.date, known: Sequence[Forms]) -> int | None:
    weekday = _led_weekday(plain, (form for own in known for form in own.next_weekday), known)
    return None if weekday is None else _days_until(weekday, today)


def _led_weekday(plain: str, forms: Iterable[str], known: Sequence[Forms]) -> int | None:
    """The day of the week that stands in one of these forms, such as ``next {}``; None where none does."""
    for form in forms:
        first, last = map(_folded, form.split("{}"))
        name = plain.removeprefix(first).removesuffix(last)
        if name == plain[len(first) : len(plain) - len(last)] and (weekday := _weekday(name, known)) is not None:
            return weekday
    return None


def _near_day(plain: str, known: Iterable[Forms]) -> int | None:
    """How many days later ``tomorrow`` is, and its like; None for other words."""
    return next((days for own in known for word, days in own.near_days.items() if _folded(word) == plain), None)


def _days_until(weekday: int, today: dt.date) -> int:
    """In how many days it is that day of the week for the next time, 1 to 7."""
    return (weekday - today.weekday() - 1) % 7 + 1


def _days_in(unit: str, known: Sequence[Forms]) -> int | None:
    """How many days a unit has; None where it is none."""
    if is_one_of(unit, (word for own in known for word in own.day_units)):
        return 1
    return 7 if is_one_of(unit, (word for own in known for word in own.week_units)) else None


def _weekday(plain: str, known: Iterable[Forms]) -> int | None:
    """Which day of the week, from 0 for Monday, the word is."""
    return which(
        plain.removesuffix("."),
        (names for own in known for names in (own.weekday_names, own.weekdays, own.weekday_stems)),
    )


def which(word: str, lists: Iterable[tuple[str, ...]]) -> int | None:
    """Which name of a list the word is, or begins from three letters on; None where it could be two of them."""
    for names in lists:
        found = [index for index, name in enumerate(names) if _is_named(word, _folded(name).removesuffix("."))]
        if len(found) == 1:
            return found[0]
    return None


def _is_named(word: str, name: str) -> bool:
    return word == name or (len(word) >= 3 and name.startswith(word))


def plain_words(text: str) -> str:
    """The text in lower case, with single spaces, plain digits and plain dashes, and without accents."""
    bare = _folded(text.replace("−", "-").replace("–", "-").replace("‐", "-").replace("’", "'"))
    return " ".join("".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in bare).split())


@lru_cache(maxsize=1_024)
def _folded(text: str) -> str:
    """The text in lower case, without accents and other marks on letters."""
    apart = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFKC", "".join(char for char in apart if not unicodedata.combining(char))).casefold()


def languages(code: Code | None) -> tuple[Forms, ...]:
    """Whose words are read: those of the language that something is written in, before the English ones."""
    own = FORMS[code or spoken()]
    return (own,) if own is FORMS["en"] else (own, FORMS["en"])
