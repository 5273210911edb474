"""The day of the last update, as a person writes it."""

import datetime as dt

from okrtui.i18n import tr
from okrtui.model.dates import format_date, parse_date
from okrtui.model.plan import Plan
from okrtui.model.text import display

_SHOWN = 60
"""The most characters shown of a text that is no day."""


def since_of(text: str, plan: Plan, today: dt.date) -> dt.date:
    """The day; what came after it is news.

    Raises:
        ValueError: it is no day, or one to come; the message is safe to print.
    """
    try:
        day = parse_date(text, plan.start, plan.end, today)
    except ValueError as error:
        # for translators: what was typed, and what is wrong with it: 31 Feb is no date
        problem = tr("{text} {problem}", text=display(text, _SHOWN) or tr("nothing"), problem=error)
        raise ValueError(problem) from None
    if day > today:
        shown = format_date(day, plan.start, plan.end)
        raise ValueError(tr("{day} is still to come; name the day of the last update, such as -7d", day=shown))
    return day
