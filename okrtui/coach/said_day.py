"""A day as sentences name it, where nothing else stands: end of March, Mitte Februar, dans 3 semaines."""

import datetime as dt
from contextlib import suppress

from okrtui.coach.language import readings
from okrtui.coach.named_days import only_day
from okrtui.coach.said_due import said_due, said_in_time
from okrtui.i18n import spoken, tr
from okrtui.model.dates import NoDateError, example_day, format_date, parse_date
from okrtui.model.plan import Plan
from okrtui.model.reading_values import check_past, read_day

_DAYS_AGO = 4
"""Of the day that is named as an example of one that was."""


def typed_day(text: str, plan: Plan, today: dt.date, counted_from: dt.date | None = None) -> dt.date:
    """What :func:`parse_date` reads, and a day as sentences name it: the one reading of whatever asks for a day.

    Args:
        text: what was typed.
        plan: the quarter that dates are read against.
        today: the day from which weekdays count.
        counted_from: the day from which ``+2w`` counts; None for today.

    Raises:
        ValueError: it is no date, or could be two; the message says what to write instead.
    """
    try:
        return parse_date(text, plan.start, plan.end, counted_from or today)
    except ValueError as error:
        if day := said_day(text, plan, today):
            return day
        if not isinstance(error, NoDateError):
            raise
    example = example_day(plan.start, plan.end)
    # for translators: full is the same day by its numbers: "15 Dec, 2026-12-15, …"; friday and end of march are
    # examples of words that one may type in your language
    said = tr(
        "is no date; write it like {day}, {full}, friday, end of march or +2w",
        day=format_date(example, plan.start, plan.end),
        full=example,
    )
    raise ValueError(said)


def typed_past_day(text: str, plan: Plan, today: dt.date) -> dt.date:
    """The same for a day that was: a weekday is the last one and not the next; see :func:`read_day`.

    Raises:
        ValueError: it is no date, or has not come yet; the message says so.
    """
    try:
        return read_day(text, plan.start, plan.end, today)
    except NoDateError:
        if day := said_day(text, plan, today):
            return check_past(day, today)
    example = format_date(today - dt.timedelta(days=_DAYS_AGO), plan.start, plan.end)
    # for translators: {day} is a date; yesterday and monday are examples of words that one may type in your language
    raise ValueError(tr("is no date; write it like {day}, yesterday, monday or -3d", day=example))


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
        if day := only_day(readings(plain, language)[0], own, today):
            return day
        for said in (said_due(plain, own, today), said_in_time(plain, own, today)):
            if said and said.span_with_words == (0, len(plain)):
                with suppress(ValueError):
                    return said.day(plan)
    return None
