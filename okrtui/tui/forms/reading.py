"""What is typed into a field, to a value and back."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from okrtui.coach.typed_amount import read_amount
from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.dates import format_date, parse_date
from okrtui.model.numbers import format_amount, parse_amount, parse_tenths, without_unit
from okrtui.model.text import clean_line, clean_prose
from okrtui.tui.forms.specs import FieldSpec


@frozen
class Days:
    """The days that dates are read against."""

    start: dt.date
    end: dt.date
    today: dt.date
    due: dt.date | None = None
    """By when what the form is about is to be done at the latest; None for the end."""


def read(spec: FieldSpec, text: str, days: Days, unit: str = "") -> Any:
    """The value that a text stands for; None or empty where nothing is written.

    Args:
        spec: what the field holds.
        text: what is written.
        days: what dates are read against.
        unit: what the key result is counted in, which may stand behind its numbers.

    Raises:
        ValueError: it stands for none; the message says what to write.
    """
    if spec.reading == "prose":
        return clean_prose(text)
    line = clean_line(text)
    if spec.name == "unit" and _is_number(line):
        # for translators: goes on behind a number that was typed where the unit is to stand: "60 %" is a number
        raise ValueError(tr("is a number; write what it counts, such as customers"))
    if spec.reading in {"line", "choice"}:
        return line if spec.reading == "line" or line else None
    if not line:
        return Decimal(1) if spec.name == "weight" else None
    if spec.reading == "amount":
        amount = read_amount(line if spec.name == "weight" else without_unit(line, unit))
        if spec.name == "weight" and amount < 0:
            # for translators: what is wrong with the weight that was typed; it stands behind the number
            raise ValueError(tr("is below 0; 0 leaves it out of the objective's progress"))
        return amount
    if spec.reading == "tenths":
        return parse_tenths(line, read_amount)
    return parse_date(line, days.start, days.end, days.today)


def written(spec: FieldSpec, value: Any, days: Days) -> str:
    """The text that stands in the field for a value."""
    return "" if spec.name == "weight" and value == 1 else _text(value, days)


def _text(value: Any, days: Days) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return format_amount(value)
        case dt.date():
            return format_date(value, days.start, days.end)
        case _:
            return str(value)


def texts(fields: Mapping[str, Any], days: Days) -> dict[str, str]:
    """The texts that stand in a form for these values, by field."""
    return {name: _text(value, days) for name, value in fields.items()}


def hint(spec: FieldSpec, days: Days) -> str:
    """What an empty field shows: for a date, the one that is usual in this quarter, where it counts without a word."""
    usual = {"start": days.start, "due": days.due or days.end}.get(spec.name)
    if not usual or not spec.hint:
        return spec.hint
    day = format_date(usual, days.start, days.end)
    # for translators: a day that is proposed in an empty field; it must not look as if it had been written there
    return day if spec.name == "start" else tr("{day}?", day=day)


def _is_number(line: str) -> bool:
    """Whether nothing but a number was typed, with a sign such as % beside it or without."""
    if not any(map(str.isdecimal, line)):
        return False
    try:
        parse_amount(line)
    except ValueError:
        return not any(map(str.isalpha, line))
    return True
