"""Plain values to TOML text in which one edit is one hunk of a diff.

The headers are written here and the values by tomli-w, whose own choice between ``[[tables]]`` and
``{ inline }`` jumps with the length of a line.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

import tomli_w

from okrtui.patterns import pattern

_CONFLICT = pattern(r"^[<>|=]{7}", re.MULTILINE)
_MOST_PLACES = 15
_QUOTED = frozenset('"\\')


def write_toml(values: Mapping[str, Any]) -> str:
    """The TOML text of the values: in each table plain values first, then tables, in the order given.

    Raises:
        TypeError: a value that TOML does not have.
        ValueError: a number too long to write.
        RecursionError: the values are nested without end.
    """
    return "".join(_table(values, "")).lstrip("\n")


def write_table(values: Mapping[str, Any], path: str) -> str:
    """The lines of one table, below its header, which stands at ``path``; raises what :func:`write_toml` does."""
    return "".join(_table(values, path))


def _table(values: Mapping[str, Any], path: str) -> Iterator[str]:
    tables: list[tuple[str, Any]] = []
    for key, value in values.items():
        if isinstance(value, Mapping) or _is_tables(value):
            tables.append((f"{path}.{_key(key)}" if path else _key(key), value))
        else:
            yield _line(key, value)
    for name, value in tables:
        if isinstance(value, Mapping):
            yield f"\n[{name}]\n"
            yield from _table(value, name)
            continue
        for item in value:
            yield f"\n[[{name}]]\n"
            yield from _table(item, name)


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


@lru_cache(1000)
def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _line(key: str, value: object) -> str:
    if type(value) is str and value.isprintable() and _QUOTED.isdisjoint(value):
        return f'{_key(key)} = "{value}"\n'  # what tomli-w makes of it, in a tenth of the time
    if isinstance(value, Decimal) and value.is_finite():
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and -_MOST_PLACES <= exponent < 0:
            return f"{_key(key)} = {value:f}\n"  # 0.0000001 as it was typed, not 1e-7
    return tomli_w.dumps({key: value}, multiline_strings=_spans_lines(value))


def _spans_lines(value: object) -> bool:
    """Whether a text can stand as several lines: CR would be lost, and git's marks mean a conflict."""
    return isinstance(value, str) and "\n" in value and "\r" not in value and not _CONFLICT.search(value)
