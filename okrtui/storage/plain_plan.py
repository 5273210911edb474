"""A plan made of a plain file's values without pydantic, whose checks a glance has made already.

To build pydantic's checks takes longer than all else that a start does with a plan; so they are built where something
is not plain, or with the first change.
"""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from okrtui.model.plan import (
    Action,
    Change,
    CheckIn,
    Item,
    KeyResult,
    Objective,
    Parked,
    Plan,
    Retrospective,
    Unsettled,
)
from okrtui.storage import glance

_AnyItem = TypeVar("_AnyItem", bound=Item)

_LISTS: Mapping[str, tuple[type[Item], glance.Fields]] = {
    "objectives": (Objective, glance.OBJECTIVE),
    "key_results": (KeyResult, glance.KEY_RESULT),
    "check_ins": (CheckIn, glance.CHECK_IN),
    "actions": (Action, glance.ACTION),
    "not_now": (Parked, glance.PARKED),
    "changes": (Change, glance.CHANGE),
    "conflicts": (Unsettled, glance.UNSETTLED),
}
"""The lists of items in a quarter file, by their keys."""


def plain_plan(values: Mapping[str, Any]) -> Plan | None:
    """The plan that a file's values make; None where they have to be looked at by the full reading."""
    found = glance.plain(values)
    if found is None or not _knows_all(values, glance.PLAN):
        return None
    fields = vars(found)
    schema = fields.pop("schema")
    retrospective = Retrospective.model_construct(**vars(fields.pop("retrospective")))
    return _made(Plan, {**fields, "schema_version": schema, "retrospective": retrospective})


def _knows_all(values: Mapping[str, Any], fields: glance.Fields) -> bool:
    """Whether there is no key that this version does not know: those go along with the full reading."""
    if not (values.keys() <= fields.keys() and values.get("retrospective", {}).keys() <= glance.RETROSPECTIVE.keys()):
        return False
    return all(_knows_all(item, _LISTS[key][1]) for key in _LISTS.keys() & values.keys() for item in values[key])


def _made(kind: type[_AnyItem], fields: Mapping[str, Any]) -> _AnyItem:
    """An item of fields that were checked, with the items in its lists."""
    lists = {key: tuple(_made(_LISTS[key][0], vars(it)) for it in fields[key]) for key in _LISTS.keys() & fields.keys()}
    return cast(_AnyItem, kind.model_construct(**{**fields, **lists}))
