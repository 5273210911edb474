"""A quarter's file read for its numbers alone, without pydantic, which takes longer to load than all else together.

A login message must not wait. What stands in a file as the program writes it is read here, by one table of fields
that a test holds against the model; whatever else it is, however harmless, is left to the full reading, which knows
what to make of it and what to say.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, cast

from okrtui.model.language import CODES
from okrtui.model.measure import USUAL_BANDS, Bands
from okrtui.model.numbers import check_amount
from okrtui.model.quarter import FIRST_YEAR, LAST_YEAR, Quarter
from okrtui.storage.atomic import read_file
from okrtui.storage.errors import FileError
from okrtui.storage.names import quarter_file
from okrtui.storage.toml_reader import read_toml

if TYPE_CHECKING:
    from okrtui.model.plan import Plan

MAX_BYTES = 400_000
"""The largest file that is glanced at; a usual quarter has a twentieth of that."""

_MOST_ITEMS, _LONGEST_TEXT, _MOST_DAYS = 2_000, 20_000, 120
NEEDED: Final = object()
"""In the place of a default: there is none."""

Read = Callable[[Any], Any]
"""Gives a field's value for the one in the file, or raises _Unusual."""
Fields = Mapping[str, tuple[Read, Any]]
"""A table's fields by their keys: how each is read, and what it is where it is left out."""


class _Unusual(Exception):
    """Something that the full reading has to look at."""


@dataclass(frozen=True)
class Glanced:
    """The settings that numbers depend on."""

    fiscal_year_starts: int = 1
    bands: Bands = USUAL_BANDS


def glance_at_plan(directory: Path, quarter: Quarter) -> "Plan | None":
    """What stands in for the plan of a quarter wherever it is measured; None where the full reading is needed.

    It has the fields of a plan, with the same values, and none of its methods.
    """
    path = quarter_file(directory, quarter)
    try:
        values, _ = read_toml(read_file(path, MAX_BYTES), path)
    except (FileError, OSError):
        return None
    plan = plain(values)
    return cast("Plan", plan) if plan is not None and plan.quarter == quarter else None


def plain(values: Mapping[str, Any]) -> SimpleNamespace | None:
    """The fields of a plan, by the values of a file; None where the full reading has to look at them."""
    try:
        plan = _table(values, PLAN)
    except _Unusual:
        return None
    ids = [item.id for item in _items(plan)]
    is_plain = (
        "schema_version" not in values
        and 0 < (plan.end - plan.start).days <= _MOST_DAYS
        and len(set(ids)) == len(ids) <= _MOST_ITEMS
    )
    return plan if is_plain else None


def glance_at_settings(path: Path) -> Glanced | None:
    """The settings that numbers depend on; None where the full reading is needed."""
    try:
        values, _ = read_toml(read_file(path, MAX_BYTES), path)
        found = _table(values, SETTINGS)
    except (FileNotFoundError, NotADirectoryError):
        return Glanced()
    except (_Unusual, FileError, OSError):
        return None
    if not values.keys() <= SETTINGS.keys() or found.at_risk_points < found.on_track_points:
        return None
    return Glanced(found.fiscal_year_starts, Bands(found.on_track_points, found.at_risk_points, found.check_in_days))


def _table(values: object, fields: Fields) -> SimpleNamespace:
    """The fields of a table; keys that are none of them are left alone, as the model leaves them."""
    if not isinstance(values, dict):
        raise _Unusual
    found = SimpleNamespace()
    for name, (read, default) in fields.items():
        value = read(values[name]) if name in values else default
        if value is NEEDED:
            raise _Unusual
        setattr(found, name, value)
    return found


def _items(plan: SimpleNamespace) -> list[SimpleNamespace]:
    """Everything that has an id."""
    key_results = [found for objective in plan.objectives for found in objective.key_results]
    return [*plan.objectives, *key_results, *(a for found in key_results for a in found.actions), *plan.not_now]


def _that(holds: Callable[[Any], bool], make: Callable[[Any], Any] = lambda value: value) -> Read:
    """Reads a value of which something holds."""

    def read(value: Any) -> Any:
        if not holds(value):
            raise _Unusual
        return make(value)

    return read


def _one_of(*choices: str) -> Read:
    return _that(lambda value: isinstance(value, str) and value in choices)


def _whole(low: int, high: int) -> Read:
    return _that(lambda value: type(value) is int and low <= value <= high)


def _amount(low: int | None = None, high: int | None = None) -> Read:
    def read(value: Any) -> Decimal:
        if type(value) not in (int, Decimal) or (type(value) is int and abs(value) >= 10**15):
            raise _Unusual
        try:
            amount = check_amount(Decimal(value))
        except ValueError:
            raise _Unusual from None
        if (low is not None and amount < low) or (high is not None and amount > high):
            raise _Unusual
        return amount

    return read


def _list_of(fields: Fields) -> Read:
    return _that(lambda value: isinstance(value, list), lambda value: tuple(_table(item, fields) for item in value))


def _quarter(value: object) -> Quarter:
    try:
        return Quarter.parse(value if isinstance(value, str) else "")
    except ValueError:
        raise _Unusual from None


def _reasons(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _Unusual
    return {code: _text(reason) for code, reason in value.items()}


def _fields(read: Read, default: object, *names: str) -> Fields:
    """Fields that are all read in one way."""
    return dict.fromkeys(names, (read, default))


_text = _that(lambda value: isinstance(value, str) and len(value) <= _LONGEST_TEXT)
_id = _that(lambda value: isinstance(value, str) and 0 < len(value) <= _LONGEST_TEXT)
_date = _that(lambda value: type(value) is dt.date)
_usual_date = _that(lambda value: type(value) is dt.date and FIRST_YEAR <= value.year <= LAST_YEAR)
_language = _one_of("auto", *CODES)
_tenths = _whole(0, 10)

CHECK_IN: Fields = {
    "date": (_date, NEEDED),
    "value": (_amount(), NEEDED),
    "confidence": (_tenths, None),
    "note": (_text, ""),
}
ACTION: Fields = {
    "id": (_id, NEEDED),
    "status": (_one_of("todo", "doing", "done", "dropped"), "todo"),
    **_fields(_date, None, "due", "done_on"),
    **_fields(_text, "", "title", "owner", "notes"),
}
KEY_RESULT: Fields = {
    "id": (_id, NEEDED),
    "kind": (_one_of("reach", "at_least", "at_most"), "reach"),
    "indicator": (_one_of("leading", "lagging"), None),
    "ambition": (_one_of("committed", "aspirational"), "committed"),
    **_fields(_amount(), None, "baseline", "target"),
    **_fields(_date, None, "start", "due", "dropped_on"),
    "confidence": (_tenths, None),
    "weight": (_amount(0), Decimal(1)),
    "score": (_amount(0, 1), None),
    "accepted": (_reasons, {}),
    "check_ins": (_list_of(CHECK_IN), ()),
    "actions": (_list_of(ACTION), ()),
    **_fields(_text, "", "title", "definition", "unit", "realistic", "owner", "source", "notes", "carried_from"),
    **_fields(_text, "", "score_note"),
}
OBJECTIVE: Fields = {
    "id": (_id, NEEDED),
    "key_results": (_list_of(KEY_RESULT), ()),
    **_fields(_text, "", "title", "why", "notes", "carried_from"),
}
PARKED: Fields = {
    "id": (_id, NEEDED),
    "asked_on": (_date, None),
    "revisit": (_quarter, None),
    "status": (_one_of("parked", "adopted", "dropped"), "parked"),
    **_fields(_text, "", "request", "asked_by", "reason", "displaces"),
}
CHANGE: Fields = {
    "date": (_date, NEEDED),
    **_fields(_text, NEEDED, "item", "field"),
    **_fields(_text, "", "old", "new", "reason"),
}
UNSETTLED: Fields = {
    **_fields(_text, NEEDED, "item", "field"),
    **_fields(lambda value: value, None, "ours", "theirs"),
}
RETROSPECTIVE: Fields = _fields(_text, "", "went_well", "went_badly", "change_next")
PLAN: Fields = {
    "schema": (_whole(1, 1), 1),
    "quarter": (_quarter, NEEDED),
    **_fields(_usual_date, NEEDED, "start", "end"),
    "phase": (_one_of("planning", "active", "closed"), "planning"),
    **_fields(_date, None, "committed_on", "closed_on"),
    "language": (_language, "auto"),
    "focus": (_text, ""),
    "objectives": (_list_of(OBJECTIVE), ()),
    "not_now": (_list_of(PARKED), ()),
    "changes": (_list_of(CHANGE), ()),
    "retrospective": (lambda value: _table(value, RETROSPECTIVE), _table({}, RETROSPECTIVE)),
    "conflicts": (_list_of(UNSETTLED), ()),
}
"""What the model knows of a quarter; a test holds it against the model."""

SETTINGS: Fields = {
    "theme": (_text, None),
    "colours": (_that(lambda value: value in ("auto", "none", "16", "256", "truecolor")), "auto"),
    **_fields(_language, "auto", "language", "plan_language"),
    "fiscal_year_starts": (_whole(1, 12), 1),
    "on_track_points": (_whole(0, 100), 10),
    "at_risk_points": (_whole(0, 100), 25),
    "check_in_days": (_whole(1, 92), 7),
    **_fields(_that(lambda value: isinstance(value, bool)), False, "ascii", "mouse", "thin_output"),
}
"""The settings; one that is not named here is left to the full reading, with all others."""
