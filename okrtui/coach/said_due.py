"""The due date that a sentence says: which of its dates it is, with which words, and which day."""

import calendar
import datetime as dt
from typing import cast

from okrtui.coach.change import Part, is_part, with_words
from okrtui.coach.deadlines import LAST_DAY, WHOLE_MONTH
from okrtui.coach.language import readings
from okrtui.coach.named_days import days_ahead, deadline_day, last_day, short_day, whole_time
from okrtui.coach.quantities import Quantity
from okrtui.coach.reading import Reading
from okrtui.frozen import frozen, replace
from okrtui.i18n import Code
from okrtui.model.dates import day_and_month, nearest_date, week_end
from okrtui.model.near_days import is_weekday
from okrtui.model.plan import Plan

_FRIDAY = 4
_EDGES = " \u3000\xa0,;:–-،、"
"""What is left over where a date was cut out."""
_COMMAS = ",;،、"
_MONTHS = 12
_MONTH_FIRST = ("ja", "ko")
"""Of these, what still parts the words before a date from those behind it."""
_BRACKETS = ("()", "[]", "（）", "［］", "【】")
_CLOSING = ".!?…)]}»”’؟"
"""What stands at the end of a word."""


@frozen
class SaidDue:
    """A date in a sentence that says when something is due."""

    reading: Reading
    date: Quantity
    named: dt.date | None = None
    """The day where it is named without a date: by Friday."""

    @property
    def part(self) -> Part:
        """What the words around it have to make of it."""
        if self.named is not None:
            return "deadline" if is_part(self.reading, self.date, "deadline") else "until"
        if self.date.week:
            return "week"
        if is_part(self.reading, self.date, "week_of"):
            return "week_of"
        if not _is_month(self.date):
            return "until"
        return "ahead" if is_part(self.reading, self.date, "ahead") else "through"

    @property
    def span(self) -> tuple[int, int]:
        """The date in the sentence as it was typed, in code points."""
        return self.reading.folded.span(self.date.start, self.date.end)

    @property
    def span_with_words(self) -> tuple[int, int]:
        """The same with the words that make it a due date, and its weekday: *by 15 Dec*, *by Friday, 20 Nov*."""
        first, last = with_words(self.reading, self.date, self.part)
        if since_weekday := self._since_weekday():
            spans = [with_words(self.reading, since_weekday, part) for part in ("deadline", "until")]
            first = min(start for start, _ in spans)
        return self.reading.folded.span(first, last)

    @property
    def is_told(self) -> bool:
        """Whether words make a due date of it, rather than that it is the only date."""
        return self.named is not None or is_part(self.reading, self.date, self.part)

    def first_day(self, last: dt.date) -> dt.date:
        """The first of the days that it may mean, of which ``last`` is the last: those of a whole month or week."""
        if self.date.week:
            return last - dt.timedelta(days=last.weekday())
        return last.replace(day=1) if _is_month(self.date) else last

    def day(self, plan: Plan) -> dt.date:
        """The day. A year that is not written is the one that puts it into the quarter, else nearest to it.

        Raises:
            ValueError: there is no such day, or it could be two; the message says so.
        """
        if self.named is not None:
            return self.named
        if self.date.week:
            return week_end(*self.date.week, plan.start, plan.end)
        year, month, day = self._numbers()
        if day not in (LAST_DAY, WHOLE_MONTH):
            said = nearest_date(day, month, year, plan.start, plan.end)
            to_friday = (_FRIDAY - said.weekday()) % 7 if self.part == "week_of" else 0
            return said + dt.timedelta(days=to_friday)
        first = nearest_date(1, month, year, plan.start, plan.end)
        if self.part == "ahead":
            return first - dt.timedelta(days=1)
        return first.replace(day=calendar.monthrange(first.year, month)[1])

    def left_of(self, sentence: str) -> str:
        """The sentence without the date and the words that make it a due date; whole where it ends a span of days."""
        if self.ends_a_span:
            return sentence
        first, last = self.span_with_words
        before, after = sentence[:first].rstrip(_EDGES), sentence[last:].lstrip(_EDGES)
        if f"{before[-1:]}{after[:1]}" in _BRACKETS:
            before, after = before[:-1].rstrip(_EDGES), after[1:].lstrip(_EDGES)
        is_spaced = not self.reading.words.unspaced or sentence[first - 1 : first].isspace()
        gap = " " if before and after and is_spaced and after[0] not in _CLOSING else ""
        sign = sentence[last:].removesuffix(after).strip() if before and after else ""
        return f"{before}{sign if sign in _COMMAS else ''}{gap}{after}"

    @property
    def ends_a_span(self) -> bool:
        """Whether the day is the last of several: *from 2 to 15 March*, 1月10日〜1月20日."""
        folded, links = self.reading.folded, self.reading.words.change["links"]
        first, _ = with_words(self.reading, self.date, self.part)
        for time in [time for time in self.reading.quantities if time.end <= self.date.start]:
            if time.type == "date" and folded.text[time.end : self.date.start].strip() in ("~", "-"):
                return True
            here = time.end + folded.text.startswith(" ", time.end)
            link = links.match(folded, here)
            past = link[0] + folded.text.startswith(" ", link[0]) if link else here
            if past == self.date.start or here == first < self.date.start:
                return is_part(self.reading, time, "since")
        return False

    def _since_weekday(self) -> Quantity | None:
        """The date from the day of the week on that stands right before it."""
        text, code = self.reading.folded.text, cast(Code, self.reading.words.code)
        for start, end in [token for token in self.reading.tokens if token[1] <= self.date.start][-1:]:
            if text[end : self.date.start].strip(" ,.") == "" and is_weekday(text[start:end], code):
                return replace(self.date, start=start)
        return None

    def _numbers(self) -> tuple[int | None, int, int]:
        if self.date.slashed:
            year, first, second = self.date.slashed
            day, month = day_and_month(first, second, cast(Code, self.reading.words.code))
            return year, month, day
        assert self.date.day is not None
        return self.date.day


def said_due(sentence: str, plan: Plan, today: dt.date | None = None) -> SaidDue | None:
    """The last date that the words call a due date, else the only one.

    A month alone needs such words, and so do two numbers: 16/9 may be a shape of pictures. A weekday needs to know
    ``today``, which is None for a sentence of an unknown day.
    """
    reading = readings(sentence, plan.language)[0]
    times = [time for time in reading.quantities if not _begins_something(reading, time)]
    told = [due for time in times if (due := _told(reading, time, plan, today))]
    if told:
        return told[-1]
    if today and (short := short_day(reading, today)):
        return SaidDue(reading, *short)
    if len(times) < len(reading.quantities):
        return None
    dates = [time for time in times if time.day or time.slashed]
    days = [date for date in dates if not _is_month(date) and not _may_be_a_shape(reading, date, plan)]
    return SaidDue(reading, days[0]) if len(days) == 1 else None


def said_in_time(sentence: str, plan: Plan, today: dt.date) -> SaidDue | None:
    """The day of *in 3 weeks*, counted from today."""
    reading = readings(sentence, plan.language)[0]
    for time in reading.quantities:
        if days := days_ahead(reading, time):
            return SaidDue(reading, time, today + dt.timedelta(days=days))
    return None


def said_last(sentence: str, plan: Plan, today: dt.date) -> SaidDue | None:
    """The day that ends the sentence: call Ana tomorrow."""
    reading = readings(sentence, plan.language)[0]
    found = last_day(reading, plan, today)
    return SaidDue(reading, *found) if found else None


def _told(reading: Reading, time: Quantity, plan: Plan, today: dt.date | None) -> SaidDue | None:
    """The due date that words make of a time; None where they make none of it."""
    if time.day or time.slashed or time.week:
        due = SaidDue(reading, time)
        return due if is_part(reading, time, due.part) or due.ends_a_span else None
    time = whole_time(reading, time)
    day = deadline_day(reading, time, plan, today)
    return SaidDue(reading, time, day) if day else None


def _may_be_a_shape(reading: Reading, date: Quantity, plan: Plan) -> bool:
    """Whether two numbers may be a shape or a share.

    All but a day of the quarter that a comma sets apart, or that has its weekday behind it, or ends the sentence and
    is none of twelve: 3/31. Japanese and Koreans write all their days so.
    """
    if date.slashed is None or date.slashed[0] is not None:
        return False
    try:
        day = SaidDue(reading, date).day(plan)
    except ValueError:
        return True
    text = reading.folded.text
    is_apart = text[: date.start].rstrip().endswith(tuple(_COMMAS))
    is_last = not any(map(str.isalnum, text[date.end :]))
    is_plain = max(date.slashed[1:]) > _MONTHS or reading.words.code in _MONTH_FIRST
    is_day = is_apart or text[: date.end].endswith(")") or (is_last and is_plain)
    return not (is_day and plan.start <= day <= plan.end)


def _begins_something(reading: Reading, time: Quantity) -> bool:
    """Whether it is the day from which on something is done: from 1 February."""
    is_date = bool(time.day or time.slashed or time.week)
    return is_date and is_part(reading, time, "since") and not is_part(reading, time, "week_of")


def _is_month(date: Quantity) -> bool:
    return date.day is not None and date.day[2] == WHOLE_MONTH
