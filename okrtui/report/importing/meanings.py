"""What the name of a column can mean: *Fällig (KR)*, *Action owner*, *目標 / Objective*, *Target Q4*."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from okrtui.frozen import frozen
from okrtui.patterns import pattern
from okrtui.report.importing.words import fold, vocabulary

Item = Literal["objective", "key_result", "action"]
"""What a row or a column can be about."""

ITEMS: tuple[Item, ...] = ("objective", "key_result", "action")
"""Every kind of item, from top to bottom."""

WORKED_OUT = ("progress", "pace", "score", "objective_number", "key_result_number")
"""Columns whose values okrtui works out itself."""

SHARED = ("due", "owner", "status", "notes")
"""Fields that more than one kind of item has; whose they are is told by where the column stands."""

IGNORE = "ignore"
"""What a column is mapped to that is to be left out."""

_OWNER_OF: Mapping[str, Item] = {
    "why": "objective",
    **dict.fromkeys(("definition", "kind", "baseline", "target", "current", "unit"), "key_result"),
    **dict.fromkeys(("confidence", "source", "start", "realistic", "indicator", "ambition"), "key_result"),
    **dict.fromkeys(("weight", "dropped_on", "current_on", "check_in_note", *WORKED_OUT), "key_result"),
    "done_on": "action",
}
"""The kind of item that alone has a field."""

_LONGEST = 120
"""The most characters of a header."""
_BRACKETS = pattern(r"[(\[（【][^)\]）】]*[)\]）】]")
_ASIDE = pattern(r"(?<![^\W\d_])(?:q[1-4]|[1-4]q|(?:19|20)\d\d|fy ?\d\d|in|\d\d?)(?![^\W\d_])|[*#%]", re.IGNORECASE)
"""What changes nothing about a name: the quarter, the year, a number."""


@frozen
class Meaning:
    """A field that a column can hold."""

    field: str
    of: Item | None
    """Whose it is; None where the name does not say it."""
    exact: bool
    """Whether the header is the field's name and nothing else."""


def field_named(text: str) -> str | None:
    """The field that a person means, such as ``key_result`` for *Key result*; None where there is none."""
    plain = "_".join(text.lower().split())
    if plain in (*vocabulary().fields, IGNORE):
        return plain
    return next(iter(vocabulary().columns.get(fold(text), ())), None)


def item_named(cell: str) -> Item | None:
    """The kind of item that a cell names, such as *Key result*; None where it names none."""
    found = vocabulary().columns.get(fold(cell), ())
    return next((item for item in ITEMS if item in found), None)


@lru_cache(maxsize=2_048)
def meanings(header: str) -> tuple[Meaning, ...]:
    """What a header can mean, the likeliest first; nothing where it is not known."""
    if len(header) > _LONGEST:
        return ()
    if found := _named(header, exact=True):
        return found
    parts = _parts(header)
    return _common(parts) or (parts[0] if parts else ())


def names_several(header: str) -> bool:
    """Whether a header names several things, *Key result / task*, of which it means the first."""
    if len(header) > _LONGEST or _named(header, exact=True):
        return False
    parts = _parts(header)
    return len(parts) > 1 and not _common(parts)


def _parts(header: str) -> list[tuple[Meaning, ...]]:
    """What each of the names in a header can mean, where they are known; most headers are one name."""
    bare = _ASIDE.sub(" ", _BRACKETS.sub(" ", header))
    if found := _named(bare, exact=False):
        return [found]
    return [found for part in _between().split(bare) if (found := _named(part, exact=False))]


def _common(parts: Sequence[tuple[Meaning, ...]]) -> tuple[Meaning, ...]:
    """What all names of a header can mean."""
    return tuple(meaning for meaning in (parts[0] if parts else ()) if all(meaning in part for part in parts))


@cache
def _between() -> re.Pattern[str]:
    """What stands between two names of one column."""
    return re.compile(rf"[/|\n]|\s(?:{'|'.join(map(re.escape, vocabulary().ors))})\s", re.IGNORECASE)


def _named(text: str, *, exact: bool) -> tuple[Meaning, ...]:
    name = fold(text)
    found = vocabulary().columns.get(name, ())
    if found:
        return tuple(Meaning(field, _OWNER_OF.get(field), exact) for field in found)
    return next((compound for pair in _splits(name) if (compound := _compound(*pair))), ())


def _splits(name: str) -> Iterator[tuple[str, str]]:
    for at in range(len(name) - 1, 0, -1):
        yield name[:at], name[at:]
        yield name[at:], name[:at]


def _compound(item_name: str, rest: str) -> tuple[Meaning, ...]:
    """What *Action owner* and *Key result title* mean."""
    words = vocabulary()
    named = words.columns.get(item_name, ())
    items = [item for item in ITEMS if item in named]
    if items and rest in words.fillers:
        return (Meaning(items[0], None, exact=False),)
    for field in words.columns.get(rest, ()):
        owners = [item for item in items if field in SHARED or _OWNER_OF.get(field) == item]
        if owners:
            return (Meaning(field, owners[0], exact=False),)
    return ()
