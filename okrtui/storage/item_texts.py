"""The text of a plan, put together of the texts of its items: a save writes and reads back only what changed.

An item is a frozen value, so its text is known by the item itself. Each was read back once and gave its item again.
"""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

from okrtui.model.plan import CheckIn, Item, Parked, Plan
from okrtui.storage.document import same, to_document
from okrtui.storage.toml_writer import write_table

_Known = dict[int, tuple[Item, "_Part"]]

_known: _Known = {}
"""The parts of the plan that was written last, by the identity of the item, which stays as long."""


class Unusual(Exception):
    """A plan that has to be written and read back as a whole."""


class _Part(NamedTuple):
    """An item with all that hangs on it, as it stands in the file."""

    text: str
    ids: tuple[str, ...]
    items: int
    """How many of these are nodes of the tree."""
    check_ins: int
    below: _Known
    """The parts of what hangs on it."""


def text_of(plan: Plan, most_items: int, most_check_ins: int) -> str:
    """The text of the plan's file, every part of it read back.

    Raises:
        Unusual: it holds keys that this version does not know, or what cannot be read back, or too much.
    """
    global _known
    whole = _part(plan, "", "", _known)
    ids = set(whole.ids)
    if len(ids) < len(whole.ids) or "" in ids or whole.items > most_items or whole.check_ins > most_check_ins:
        raise Unusual
    _known = {id(plan): (plan, whole), **whole.below}
    return whole.text.lstrip("\n")


def _part(item: Item, path: str, header: str, known: _Known) -> _Part:
    """The item below its header, which stands at ``path``; the part of the last time where it is the same item."""
    if (before := known.get(id(item))) is not None:
        return before[1]
    if item.extra:
        raise Unusual
    children = [(child, _part(child, at, head, known)) for child, at, head in _children(item, path)]
    parts = [part for _, part in children]
    below: _Known = {id(child): (child, part) for child, part in children}
    for part in parts:
        below |= part.below
    own_id = () if isinstance(item, CheckIn) or not isinstance(given := getattr(item, "id", None), str) else (given,)
    return _Part(
        "".join([_written(item, header), *(part.text for part in parts)]),
        own_id + tuple(chain.from_iterable(part.ids for part in parts)),
        (len(own_id) if not isinstance(item, Parked) else 0) + sum(part.items for part in parts),
        isinstance(item, CheckIn) + sum(part.check_ins for part in parts),
        below,
    )


def _children(item: Item, path: str) -> Iterator[tuple[Item, str, str]]:
    """What hangs on an item, in the order of the file, each with its path and its header."""
    for name, value in vars(item).items():
        at = f"{path}.{name}" if path else name
        if isinstance(value, tuple):
            yield from ((part, at, f"\n[[{at}]]\n") for part in value)
        elif isinstance(value, Item) and value != type(value).made():
            yield value, at, f"\n[{at}]\n"


def _written(item: Item, header: str) -> str:
    """The item's own table with its header, without what hangs on it."""
    own: dict[str, object] = {name: () for name, value in vars(item).items() if isinstance(value, tuple)}
    own |= {name: type(value).made() for name, value in vars(item).items() if isinstance(value, Item)}
    alone = type(item).made(**{**vars(item), **own})
    document = to_document(alone)
    path = header.strip("[]\n")
    try:
        text = header + write_table(document, path)
        text.encode("utf-8")
        read = _found(tomllib.loads(text, parse_float=Decimal), path)
        type(item).read_plain(read)
    except (TypeError, ValueError, RecursionError):
        raise Unusual from None
    if not same(read, document):
        raise Unusual
    return text


def _found(values: Mapping[str, Any], path: str) -> Any:
    """The table at a path, alone in its list."""
    found: Any = values
    for key in path.split(".") if path else ():
        found = found[key]
    return found[0] if isinstance(found, list) else found
