"""Days that a sentence names without a date: by Friday, by the end of the quarter, in 3 weeks."""

import calendar
import datetime as dt
from typing import Any, cast

from okrtui.coach.change import is_part, with_words
from okrtui.coach.numerals import read_number
from okrtui.coach.phrases import Phrases
from okrtui.coach.quantities import Quantity
from okrtui.coach.reading import Reading
from okrtui.frozen import replace
from okrtui.i18n import Code
from okrtui.model.dates import week_end
from okrtui.model.near_days import days_in, is_open_day, is_weekday, named_day, which_weekday
from okrtui.model.plan import Plan

_MOST_DAYS = 400
"""The furthest that anybody means by so many days or weeks from now."""
_MOST_WORDS = 3
"""How many words a time without a day may have: la semaine prochaine."""
_JOINTS = " ,、の"
"""What may stand between two parts of one time: Friday, next week."""


def deadline_day(reading: Reading, time: Quantity, plan: Plan, today: dt.date | None) -> dt.date | None:
    """The day of *by Friday* or *by the end of the quarter*; None of a time that is no such day, or only part of one.

    *On Friday* is one where it ends the sentence: on Friday afternoons much may be done.

    Args:
        reading: the sentence.
        time: one of its quantities.
        plan: the quarter that ends.
        today: the day from which weekdays count; None where that is not known.
    """
    is_led = is_part(reading, time, "deadline") or (is_part(reading, time, "until") and _is_last(reading, time))
    if not _is_named(time) or not is_led or not _is_whole(reading, time):
        return None
    return _named(reading, time.start, time.end, plan, today)


def whole_time(reading: Reading, time: Quantity) -> Quantity:
    """A weekday with the word beside it that says which one: *next* Monday, lundi *prochain*."""
    text, code = reading.folded.text, cast(Code, reading.words.code)
    if not is_weekday(text[time.start : time.end], code):
        return time
    before, behind = which_weekday(text[: time.start], text[time.end :], code)
    return replace(time, start=time.start - before, end=time.end + behind)


def only_day(reading: Reading, plan: Plan, today: dt.date) -> dt.date | None:
    """The day that the whole sentence names, without any other word: end of quarter."""
    end = len(reading.folded.text)
    weeks = [time for time in reading.quantities if time.week and (time.start, time.end) == (0, end)]
    return _week_end(weeks[0], plan) if weeks else _named(reading, 0, end, plan, today)


def last_day(reading: Reading, plan: Plan, today: dt.date) -> tuple[Quantity, dt.date] | None:
    """The day from today on that ends the sentence without a word that leads to it: call Ana tomorrow.

    None where the word before it needs it: the talk for Friday, the newsletter of every Friday.
    """
    last = reading.quantities[-2:]  # of Friday next week both are times
    time = next((it for it in (whole_time(reading, it) for it in last) if it.end >= last[-1].end), None)
    if time is None or not time.start or not _is_last(reading, time) or not (_is_named(time) or time.week):
        return None
    day = _week_end(time, plan) if time.week else _named(reading, time.start, time.end, plan, today)
    partly = reading.words.change["partly"]
    is_part_of_more = _is_needed(reading, time.start, partly) or led_span(reading, time) is not None  # bis Mitte KW 50
    alone = day is not None and day >= today and _is_whole(reading, time) and not is_part_of_more
    return (time, day) if day and alone else None


def short_day(reading: Reading, today: dt.date) -> tuple[Quantity, dt.date] | None:
    """The day of *by Fri* or *bis Mi.*, which ends the sentence and is one only behind a word that leads to it."""
    folded, code = reading.folded, cast(Code, reading.words.code)
    for start, end in reading.tokens[-1:]:
        time = Quantity("date", start, end + folded.text.startswith(".", end))
        is_led = is_part(reading, time, "deadline") or is_part(reading, time, "until")
        is_name = not reading.words.capital_nouns or folded.cased[start].isupper()
        if is_led and is_name and is_weekday(folded.text[start:end], code) and _is_last(reading, time):
            day = named_day(folded.text[start:end], today, code)
            return (time, day) if day else None
    return None


def open_end(reading: Reading) -> tuple[int, int] | None:
    """The *next Friday* or *next week* that ends the sentence or a part of it, as a span of the folded sentence."""
    text, code = reading.folded.text, cast(Code, reading.words.code)
    tokens = reading.tokens
    for first, last in ((tokens[at][0], end) for at in range(len(tokens)) for _, end in tokens[at : at + _MOST_WORDS]):
        ends_part = not text[last:].strip(" .!") or text[last:].startswith((",", "،", "、"))
        if ends_part and first and is_open_day(text[first:last], code) and not _is_needed(reading, first):
            return first, last
    return None


def days_ahead(reading: Reading, time: Quantity) -> int | None:
    """How many days *in 3 weeks* are; None of any other time."""
    folded, change = reading.folded, reading.words.change
    if not _is_named(time) or time.value is None or not _is_whole(reading, time):
        return None
    lead = change["in_time"].match(folded, time.start)
    first = lead[0] + folded.text.startswith(" ", lead[0]) if lead else time.start
    number = read_number(folded, first, reading.words)
    if number is None or number.end != time.number_end:
        return None
    unit, code = folded.text[number.end : time.end].strip(), cast(Code, reading.words.code)
    if not lead:
        ends = (at for at in range(time.end) if change["in_time_after"].match(folded, at) == (time.end, True))
        unit = unit[: next(ends, time.start) - time.end].rstrip()
    each = days_in(unit, code)
    days = each * time.value if each else None
    return int(days) if days and days == int(days) and days <= _MOST_DAYS else None


def led_span(reading: Reading, time: Quantity) -> tuple[int, int] | None:
    """A time that words make a deadline of, with the one word that may stand between: by *next Friday*.

    It is a span of the folded sentence; None of any other time, and of what only counts: by the 3rd workshop.
    """
    if time.type == "ordinal" and not (reading.folded.text[time.start].isdecimal() and _is_whole(reading, time)):
        return None
    if is_part(reading, time, "deadline"):
        return time.start, time.end
    before = [token for token in reading.tokens if token[1] <= time.start][-1:]
    if not before or any(it.start < before[0][1] and it.end > before[0][0] for it in reading.quantities):
        return None
    wider = replace(time, start=before[0][0])
    return (wider.start, wider.end) if is_part(reading, wider, "deadline") else None


def _named(reading: Reading, start: int, end: int, plan: Plan, today: dt.date | None) -> dt.date | None:
    """The day that is named by exactly this part of the folded sentence."""
    folded, words = reading.folded, reading.words
    if words.quarter_ends.match(folded, start) == (end, True):
        return plan.end
    if (named := words.named_quarter_ends.match(folded, start)) and named[0] == end:
        return _quarter_end(named[1], plan)
    if today is None:
        return None
    if words.this_month_ends.match(folded, start) == (end, True):
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return named_day(folded.text[start:end], today, cast(Code, words.code))


def _quarter_end(number: int, plan: Plan) -> dt.date:
    """The last day of the quarter of this number, in the fiscal year of the plan."""
    months = plan.end.year * 12 + plan.end.month - 1 + 3 * (number - plan.quarter.number)
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _week_end(time: Quantity, plan: Plan) -> dt.date | None:
    """The Friday of a calendar week; None where there is no such week."""
    assert time.week is not None
    try:
        return week_end(*time.week, plan.start, plan.end)
    except ValueError:
        return None


def _is_needed(reading: Reading, at: int, *more: Phrases[bool]) -> bool:
    """Whether the word before this place does not end there: for, every, the; ``more`` are other such words."""
    words = reading.words
    leads: list[Phrases[Any]] = [words.objective["cut"], words.before, words.change["definite"], *more]
    for start, end in [token for token in reading.tokens if token[1] <= at][-1:]:
        found = [lead.match(reading.folded, start) for lead in leads]
        return reading.folded.text[start:end] in words.articles or any(lead and lead[0] == end for lead in found)
    return False


def _is_last(reading: Reading, time: Quantity) -> bool:
    """Whether nothing but signs stands behind the time."""
    return not any(char.isalnum() for char in reading.folded.text[time.end :])


def _is_named(time: Quantity) -> bool:
    return time.type == "date" and not (time.day or time.slashed or time.week)


def _is_whole(reading: Reading, time: Quantity) -> bool:
    """Whether nothing around the time says more of when it is: Friday noon, Friday next week."""
    first, last = with_words(reading, time, "deadline")
    text, words = reading.folded.text, reading.words
    others = [it for it in reading.quantities if it.type == "date" and not time.start <= it.start < time.end]
    gaps = [text[it.end : time.start] if it.start < time.start else text[last : it.start] for it in others]
    if not all(gap.strip(_JOINTS) for gap in gaps):
        return False
    behind = last + text.startswith(" ", last)
    if not text[behind : behind + 1].isalnum():
        return True
    if words.change["times_of_day"].match(reading.folded, behind):
        return False
    is_verb = words.capital_nouns and reading.folded.cased[behind].islower()
    return first == 0 or words.verb_last or is_verb
