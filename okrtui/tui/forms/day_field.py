"""A field for a day, which reads what a sentence of the plan may say, too."""

import datetime as dt
from typing import Any

from okrtui.coach.said_day import typed_day
from okrtui.model.plan import Plan
from okrtui.model.text import clean_line
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.reading import Days
from okrtui.tui.forms.specs import FieldSpec


class DayField(Field):
    """Reads ``15 Dec`` and ``end of December``; see :class:`Field`."""

    def __init__(self, spec: FieldSpec, value: dt.date | None, plan: Plan, days: Days, *, beside: bool) -> None:
        """``plan`` is the quarter, whose language is read; ``beside`` is for a field that shares its line."""
        super().__init__(spec, value, days, beside=beside)
        self._plan = plan

    def value(self) -> Any:
        """The day; see :meth:`Field.value`."""
        line = clean_line(self.text)
        return typed_day(line, self._plan, self._days.today) if self.is_changed and line else super().value()
