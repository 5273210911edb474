"""The due date that a sentence says: which of its dates it is, with which words, and which day."""

import calendar
import datetime as dt
from typing import cast

from okrtui.coach.change import Part, is_part, with_words
from okrtui.coach.deadlines import LAST_DAY, WHOLE_MONTH
from okrtui.coach.language import readings
from okrtui.coach.quantities import Quantity
from okrtui.coach.reading import Reading
from okrtui.frozen import frozen
from okrtui.i18n import Code
from okrtui.model.dates import day_and_month, nearest_date
from okrtui.model.plan import Plan


@frozen
class SaidDue:
    """A date in a sentence that says when something is due."""

    reading: Reading
    date: Quantity

    @property
    def span(self) -> tuple[int, int]:
        """The date in the sentence as it was typed, in code points."""
        return self.reading.folded.span(self.date.start, self.date.end)

    @property
    def span_with_words(self) -> tuple[int, int]:
        """The same with the words that make it a due date: *by 15 Dec*."""
        return self.reading.folded.span(*with_words(self.reading, self.date, _part(self.date)))

    def day(self, plan: Plan) -> dt.date:
        """The day. A year that is not written is the one that puts it into the quarter, else nearest to it.

        Raises:
            ValueError: there is no such day, or it could be two; the message says so.
        """
        year, month, day = self._numbers()
        if day not in (LAST_DAY, WHOLE_MONTH):
            return nearest_date(day, month, year, plan.start, plan.end)
        first = nearest_date(1, month, year, plan.start, plan.end)
        return first.replace(day=calendar.monthrange(first.year, month)[1])

    def _numbers(self) -> tuple[int | None, int, int]:
        if self.date.slashed:
            year, first, second = self.date.slashed
            day, month = day_and_month(first, second, cast(Code, self.reading.words.code))
            return year, month, day
        assert self.date.day is not None
        return self.date.day


def said_due(sentence: str, plan: Plan) -> SaidDue | None:
    """The last date that the words call a due date, else the only one.

    A month alone needs such words, and so do two numbers: 16/9 may be a shape of pictures.
    """
    reading = readings(sentence, plan.language)[0]
    dates = [quantity for quantity in reading.quantities if quantity.day or quantity.slashed]
    if told := [date for date in dates if is_part(reading, date, _part(date))]:
        return SaidDue(reading, told[-1])
    days = [date for date in dates if not _is_month(date) and not (date.slashed and date.slashed[0] is None)]
    return SaidDue(reading, days[0]) if len(days) == 1 else None


def _part(date: Quantity) -> Part:
    """What the words around it have to make of a date."""
    return "through" if _is_month(date) else "until"


def _is_month(date: Quantity) -> bool:
    return date.day is not None and date.day[2] == WHOLE_MONTH
