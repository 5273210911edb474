"""A day as sentences name it, where nothing else stands: end of March, Mitte Februar, dans 3 semaines."""

import datetime as dt
from contextlib import suppress

from okrtui.coach.said_due import said_due, said_in_time
from okrtui.i18n import spoken
from okrtui.model.plan import Plan


def said_day(text: str, plan: Plan, today: dt.date) -> dt.date | None:
    """The day that the whole text names; None where it names none, or says more than that.

    Args:
        text: what was typed, with or without words such as *by*.
        plan: the quarter, in whose language it is read, else in the one that it is plainly in, or that is spoken.
        today: the day from which *in 3 weeks* counts.
    """
    plain = text.strip()
    for language in (plan.language, "auto", spoken()):
        own = plan.replace(language=language)
        for said in (said_due(plain, own, today), said_in_time(plain, own, today)):
            if said and said.span_with_words == (0, len(plain)):
                with suppress(ValueError):
                    return said.day(plan)
    return None
