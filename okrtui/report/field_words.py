"""Fields of a plan and their values, in the words of the person who fills them in."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.numbers import check_amount, format_amount
from okrtui.model.plan import CheckIn, Plan
from okrtui.model.text import display

_LIMIT = 120
"""The most characters shown of one value."""

_NAMES = {
    "why": "what it serves",
    "definition": "what counts",
    "start": "first day",
    "due": "due date",
    "realistic": "what makes it feasible",
    "source": "where it is read",
    "dropped_on": "day it was dropped",
    "done_on": "day it was done",
    "score_note": "reason for the score",
    "asked_by": "who asked",
    "asked_on": "day it was asked",
    "displaces": "what it would push aside",
    "revisit": "when to look again",
    "end": "last day",
    "committed_on": "day of the commit",
    "closed_on": "day of the close",
    "parent": "place",
    "went_well": "what went well",
    "went_badly": "what went badly",
    "change_next": "what to do differently",
}
"""Names of fields that the file calls otherwise."""


def field_name(field: str, plan: Plan) -> str:
    """A field as :class:`okrtui.model.merge.Conflict` names it, in words: ``target``, ``check-in of 9 Nov, note``."""
    first, _, rest = field.partition(".")
    if first == "accepted" and rest:
        return f"acceptance of {display(rest, _LIMIT)}"
    if first == "check_ins" and rest:
        day, _, name = rest.partition(".")
        return f"check-in of {_day(day, plan)}{f', {field_name(name, plan)}' if name else ''}"
    last = rest if first == "retrospective" and rest else field
    return _NAMES.get(last) or display(last.replace("_", " "), _LIMIT)


def value_words(field: str, value: Any, plan: Plan) -> str:
    """A value of that field on one line, safe to print: ``1,250``, ``31 Dec``, ``nothing``."""
    if value is None or value == "":
        return "nothing"
    if field == "parent":
        placed = tree.find(plan, str(value))
        return f"{placed.position} {display(placed.node.title, _LIMIT)}" if placed else "an item that is gone"
    if isinstance(value, CheckIn):
        value = {name: part for name, part in vars(value).items() if part not in (None, "")}
    if isinstance(value, Mapping):
        words = [f"{_name_of(name)}{value_words(name, part, plan)}" for name, part in value.items() if name != "date"]
        return ", ".join(words) or "nothing"
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _amount(Decimal(value))
    if isinstance(value, dt.date):
        return format_date(value, plan.start, plan.end)
    text = str(value).replace("_", " ") if field == "kind" else " / ".join(str(value).split("\n"))
    return display(text, _LIMIT)


def _name_of(field: str) -> str:
    """What stands before a value of a check-in; its value speaks for itself."""
    return "" if field == "value" else f"{display(field, _LIMIT)} "


def _amount(value: Decimal) -> str:
    try:
        return format_amount(check_amount(value))
    except ValueError:  # under a key that nobody knows, a file may hold any number
        return str(value)[:_LIMIT]


def _day(text: str, plan: Plan) -> str:
    try:
        return format_date(dt.date.fromisoformat(text), plan.start, plan.end)
    except ValueError:
        return display(text, _LIMIT)
