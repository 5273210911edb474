"""Fields of a plan and their values, in the words of the person who fills them in."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from okrtui.i18n import mark, tr
from okrtui.i18n_lists import row_of
from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.numbers import check_amount, format_amount
from okrtui.model.plan import CheckIn, Plan
from okrtui.model.text import display

_LIMIT = 120
"""The most characters shown of one value."""

_NAMES = {
    # for translators: all of these are names of fields: in a sentence, before a value
    "title": mark("title"),
    "why": mark("what it serves"),
    "definition": mark("what counts"),
    "kind": mark("kind"),
    "baseline": mark("baseline"),
    "target": mark("target"),
    "unit": mark("unit"),
    "start": mark("first day"),
    "due": mark("due date"),
    "realistic": mark("what makes it feasible"),
    "source": mark("where it is read"),
    # for translators: a field that says whether a number leads or lags
    "indicator": mark("indicator"),
    # for translators: a field that says whether a key result is a promise or set high on purpose
    "ambition": mark("ambition"),
    # for translators: a field: how much a key result counts
    "weight": mark("weight"),
    # for translators: a field: how sure one is to reach the target, 0 to 10
    "confidence": mark("confidence"),
    # for translators: a field: who answers for it
    "owner": mark("owner"),
    "notes": mark("notes"),
    "value": mark("value"),
    "note": mark("note"),
    "date": mark("date"),
    # for translators: a field: todo, doing, done or dropped
    "status": mark("status"),
    "dropped_on": mark("day it was dropped"),
    "done_on": mark("day it was done"),
    "score": mark("score"),
    "score_note": mark("reason for the score"),
    "carried_from": mark("carried from"),
    "request": mark("request"),
    "reason": mark("reason"),
    "asked_by": mark("who asked"),
    "asked_on": mark("day it was asked"),
    "displaces": mark("what it would push aside"),
    "revisit": mark("when to look again"),
    # for translators: a field: planning, active or closed
    "phase": mark("phase"),
    "language": mark("language"),
    # for translators: a field: what the quarter is about, in a line
    "focus": mark("focus"),
    "end": mark("last day"),
    "committed_on": mark("day of the commit"),
    "closed_on": mark("day of the close"),
    # for translators: the place of an item in the plan
    "parent": mark("place"),
    "went_well": mark("what went well"),
    "went_badly": mark("what went badly"),
    "change_next": mark("what to do differently"),
}
"""Fields as people call them."""

_WORDS = ("kind", "indicator", "ambition", "status", "phase")
"""Fields whose values are words of the program's own."""


def field_name(field: str, plan: Plan) -> str:
    """A field as :class:`okrtui.model.merge.Conflict` names it, in words: ``target``, ``check-in of 9 Nov, note``."""
    first, _, rest = field.partition(".")
    if first == "accepted" and rest:
        # for translators: that a warning, by its code, was accepted on purpose
        return tr("acceptance of {code}", code=display(rest, _LIMIT))
    if first == "check_ins" and rest:
        day, _, name = rest.partition(".")
        if not name:
            return tr("check-in of {day}", day=_day(day, plan))
        return tr("check-in of {day}, {field}", day=_day(day, plan), field=field_name(name, plan))
    last = rest if first == "retrospective" and rest else field
    return tr(_NAMES[last]) if last in _NAMES else display(last.replace("_", " "), _LIMIT)


def value_words(field: str, value: Any, plan: Plan) -> str:
    """A value of that field on one line, safe to print: ``1,250``, ``31 Dec``, ``nothing``."""
    if value is None or value == "":
        # for translators: in the place of a value that there is not
        return tr("nothing")
    if field == "parent":
        placed = tree.find(plan, str(value))
        return f"{placed.position} {display(placed.node.title, _LIMIT)}" if placed else tr("an item that is gone")
    if isinstance(value, CheckIn):
        value = {name: part for name, part in vars(value).items() if part not in (None, "")}
    if isinstance(value, Mapping):
        words = [_named(name, value_words(name, part, plan)) for name, part in value.items() if name != "date"]
        return row_of(words) or tr("nothing")
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _amount(Decimal(value))
    if isinstance(value, dt.date):
        return format_date(value, plan.start, plan.end)
    if field in _WORDS:
        return display(tr(str(value).replace("_", " ")), _LIMIT)
    return display(" / ".join(str(value).split("\n")), _LIMIT)


def in_quotes(title: str) -> str:
    """A title or a request, safe to print, as it stands in a line."""
    # for translators: quotation marks around a title
    return tr('"{title}"', title=title)


def _named(field: str, words: str) -> str:
    """A value of a check-in with its field; what was counted speaks for itself."""
    if field == "value":
        return words
    name = tr(_NAMES[field]) if field in ("confidence", "note") else display(field, _LIMIT)
    # for translators: a field and its value: confidence 6
    return tr("{field} {value}", field=name, value=words)


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
