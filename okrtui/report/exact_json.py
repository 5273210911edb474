"""JSON in which numbers stay as typed (2.50 is 2.50) and in which no character reaches a terminal raw."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

from okrtui.model.quarter import Quarter
from okrtui.model.text import is_clean

_MOST_PLACES = 15
_LONGEST_BITS = 4096
"""Longer whole numbers have no decimal form that Python would make; they become texts in hexadecimal."""


def to_json(value: object, *, ascii_only: bool = False, indent: int | None = None) -> str:
    """The value as JSON.

    Decimals are numbers exact as typed, those that are not finite are texts; dates, times and quarters
    are texts.

    Args:
        value: plain values, nested to any depth that a quarter file may have.
        ascii_only: escape every character that is not ASCII; else only those that a terminal may act on.
        indent: columns a level; everything on one line where None.
    """
    line = "" if indent is None else "\n"
    return "".join(_parts(value, line, " " * (indent or 0), ascii_only))


def _parts(value: object, line: str, step: str, ascii_only: bool) -> Iterator[str]:
    """The pieces of the JSON text; ``line`` is the break and indent before a piece at this level."""
    if isinstance(value, Mapping):
        pairs = [(f"{_text(str(key), ascii_only)}: ", part) for key, part in value.items()]
        ends = "{}"
    elif isinstance(value, list | tuple):
        pairs = [("", part) for part in value]
        ends = "[]"
    else:
        yield _scalar(value, ascii_only)
        return
    inner = line + step
    yield ends[0]
    for number, (key, part) in enumerate(pairs):
        yield (("," if line else ", ") if number else "") + inner + key
        yield from _parts(part, inner, step, ascii_only)
    yield (line if pairs else "") + ends[1]


def _scalar(value: Any, ascii_only: bool) -> str:
    match value:
        case None | bool() | float():
            return json.dumps(value)
        case int():
            return str(value) if value.bit_length() <= _LONGEST_BITS else _text(hex(value), ascii_only)
        case Decimal():
            return _decimal(value)
        case dt.date() | dt.time():
            return _text(value.isoformat(), ascii_only)
        case str() | Quarter():
            return _text(str(value), ascii_only)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _decimal(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return json.dumps(str(value))
    return f"{value:f}" if -_MOST_PLACES <= exponent <= _MOST_PLACES else str(value)


def _text(text: str, ascii_only: bool) -> str:
    quoted = encode_basestring_ascii(text) if ascii_only else encode_basestring(text)
    if quoted.isascii() and quoted.isprintable():
        return quoted
    return "".join(char if is_clean(char) and char != "\x7f" else _escaped(char) for char in quoted)


def _escaped(char: str) -> str:
    """The character as JSON escapes it, which ``json.dumps`` does not do for DEL and the like."""
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
