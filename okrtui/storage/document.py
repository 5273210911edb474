"""A plan as the plain values of its file, and whether two of them are the same."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from okrtui.model.plan import Action, Item, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.record_fields import REQUIRED

_ALWAYS = frozenset({"schema", "id", "title", "quarter", "start", "end", "phase"})
"""Keys that are written even where they hold their default."""


def same_plan(one: Plan, other: Plan) -> bool:
    """Whether two plans make the same file; 2.5 and 2.50 differ here though they are equal."""
    return _alike(one, other)


def to_document(item: Item) -> dict[str, Any]:
    """The item as the plain values of its table, in order, what is at its default left out."""
    document: dict[str, Any] = {}
    for name, key, default, always in _layout(type(item)):  # type: ignore[arg-type]
        value = _plain(getattr(item, name))
        if value is not None and (always or not same(value, default)):
            document[key] = value
    return {**document, **item.extra}


@cache
def _layout(kind: type[Item]) -> list[tuple[str, str, object, bool]]:
    """Of each field its name, its key in the file, its plain default and whether it is always written."""
    return [
        (
            name,
            field.key,
            None if field.default is REQUIRED else _plain(field.default),
            field.key in _ALWAYS or (name == "status" and kind is Action),
        )
        for name, field in kind.FIELDS.items()
    ]


def _plain(value: object) -> object:
    match value:
        case Item():
            return to_document(value)
        case tuple():
            return [_plain(part) for part in value]
        case Quarter():
            return str(value)
        case Decimal() if value.as_tuple().exponent == 0:
            return int(value)
        case _:
            return value


def same(one: object, other: object) -> bool:
    """Equality that knows 2.5 from 2.50 and true from 1, and that holds for nan."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        exponents = one.as_tuple().exponent, other.as_tuple().exponent
        # an unknown key's 1e0 is written 1.0
        return one.as_tuple() == other.as_tuple() or (0 in exponents and one == other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def _alike(one: object, other: object) -> bool:
    """Whether two values make the same lines; quick where they share most of what they hold."""
    if one is other:
        return True
    if isinstance(one, Item) and isinstance(other, Item):
        mine, theirs = vars(one), vars(other)
        alike = type(one) is type(other) and all(_alike(value, theirs[name]) for name, value in mine.items())
        return alike and same(one.extra, other.extra)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    return same(_plain(one), _plain(other))
