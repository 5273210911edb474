"""Ask for the day that a value is from."""

import datetime as dt
from collections.abc import Callable

from okrtui.coach.said_day import typed_past_day
from okrtui.i18n import tr
from okrtui.model.dates import format_date
from okrtui.report.standing import Standing
from okrtui.tui.dialogs.prompt import Prompt

_DAYS_AGO = 4
"""Of the day that is named as an example."""


class DayPrompt(Prompt):
    """Gives the line that was written, which :meth:`day` reads, or None."""

    def __init__(self, standing: Standing, refuse: Callable[[dt.date], str] = lambda _: "") -> None:
        """``refuse`` says why a day may not be taken; empty where it may."""
        self._standing = standing
        self._refuse = refuse
        earlier = standing.today - dt.timedelta(days=_DAYS_AGO)
        day = format_date(earlier, standing.plan.start, standing.plan.end)
        # for translators: examples of days as one may type them; {day} is a date such as 9 Nov
        hint = tr("{day}, yesterday, monday, -3d, today", day=day)
        super().__init__(tr("From which day is the value?"), hint, check=self._problem)

    def day(self, text: str) -> dt.date:
        """The day that was written.

        Raises:
            ValueError: it is none that has been; the message says what to write.
        """
        return typed_past_day(text, self._standing.plan, self._standing.today)

    def _problem(self, text: str) -> str:
        try:
            return self._refuse(self.day(text))
        except ValueError as error:
            # for translators: {problem} goes on with the sentence: "is no number; write it like 30, +3 or -2"
            wrong = tr('"{text}" {problem}', text=text, problem=error)
            return wrong if text else tr("write a day, or leave with esc")
