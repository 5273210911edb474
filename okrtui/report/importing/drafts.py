"""Objectives, key results and actions while a spreadsheet is read: what each row adds to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from okrtui.i18n import tr
from okrtui.model.text import search_key
from okrtui.report.importing.field_words import field_words
from okrtui.report.importing.meanings import Item
from okrtui.report.importing.problems import shown

_JOINED = ("notes", "why")
"""Texts that several rows may add to."""


@dataclass
class Draft:
    """An item as far as it is known."""

    kind: Item
    title: str
    line: int
    """Where it first stands in the file."""
    values: dict[str, Any] = field(default_factory=dict)
    """By field."""
    lines: dict[str, int] = field(default_factory=dict)
    """Where each value stands."""
    children: list["Draft"] = field(default_factory=list)
    """In the order of the file."""
    by_name: dict[str, "Draft"] = field(default_factory=dict)
    """The children by what tells them apart."""

    def child(self, kind: Item, name: str, title: str, line: int) -> "Draft":
        """The child of this name, made where there is none yet."""
        found = self.by_name.get(name)
        if found is None:
            found = self.by_name[name] = Draft(kind, title, line)
            self.children.append(found)
        return found

    def put(self, name: str, value: Any, line: int) -> None:
        """Set a field.

        Raises:
            ValueError: another row says something else of it.
        """
        known = self.values.get(name)
        if known is None or known == value:
            self.values[name] = value
            self.lines.setdefault(name, line)
        elif name in _JOINED:
            if value not in known.split("\n"):
                self.values[name] = f"{known}\n{value}"
        else:
            # for translators: said of a cell, which stands before it; {item} is objective, key result or action
            said = tr(
                'is not what line {line} says for the same {item}, "{title}"; '
                "leave one of them empty, or give each a title of its own",
                line=self.lines[name],
                item=field_words(self.kind),
                title=shown(self.title),
            )
            raise ValueError(said)

    def walk(self) -> Iterator["Draft"]:
        """All items below this one, from top to bottom."""
        for child in self.children:
            yield child
            yield from child.walk()


def name_of(title: str) -> str:
    """What tells items apart: their title without case, width and doubled spaces."""
    return " ".join(search_key(title).split())
