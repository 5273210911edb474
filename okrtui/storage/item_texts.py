"""The text of a plan, put together of the texts of its items: a save writes and reads back only what changed.

An item is a frozen value, so its text is known by the item itself. Each was read back once and gave its item again.
"""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from okrtui.model.plan import CheckIn, Item, Parked, Plan
from okrtui.storage.document import same, to_document
from okrtui.storage.toml_writer import write_table

_known: dict[int, tuple[Item, str]] = {}
"""The texts of the items of the plan that was written last, by the identity of the item, which stays as long."""


class Unusual(Exception):
    """A plan that has to be written and read back as a whole."""


def text_of(plan: Plan, most_items: int, most_check_ins: int) -> str:
    """The text of the plan's file, every part of it read back.

    Raises:
        Unusual: it holds keys that this version does not know, or what cannot be read back, or too much.
    """
    global _known
    fresh: dict[int, tuple[Item, str]] = {}
    parts: list[str] = []
    ids: set[str] = set()
    counted = check_ins = items = 0
    for item, header in _walk(plan, ""):
        known = _known.get(id(item)) or (item, _written(item, header))
        fresh[id(item)] = known
        parts.append(known[1])
        if isinstance(item, CheckIn):
            check_ins += 1
        elif isinstance(item_id := getattr(item, "id", None), str):
            ids.add(item_id)
            counted += 1
            items += not isinstance(item, Parked)
    if len(ids) < counted or "" in ids or items > most_items or check_ins > most_check_ins:
        raise Unusual
    _known = fresh
    return "".join(parts).lstrip("\n")


def _walk(item: Item, path: str, header: str = "") -> Iterator[tuple[Item, str]]:
    """The items in the order of the file, each with its header."""
    if item.extra:
        raise Unusual
    yield item, header
    for name, value in vars(item).items():
        below = f"{path}.{name}" if path else name
        if isinstance(value, tuple):
            for part in value:
                yield from _walk(part, below, f"\n[[{below}]]\n")
        elif isinstance(value, Item) and value != type(value).made():
            yield from _walk(value, below, f"\n[{below}]\n")


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
