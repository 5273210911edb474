"""A field for a day, which reads what a sentence of the plan may say, too."""

import datetime as dt
from typing import Any

from okrtui.coach.said_day import said_day
from okrtui.model.plan import Plan
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
        try:
            return super().value()
        except ValueError:
            if day := said_day(self.text, self._plan, self._days.today):
                return day
            raise
