"""HTML as a tree of elements. Every text and every value of an attribute is escaped when the tree is written out."""

import html
from functools import cache

from okrtui.frozen import frozen

_VOID = frozenset({"meta", "br"})
"""Elements that hold nothing and have no end."""


@frozen
class Element:
    """An element with what is in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Element | Style | str", ...] = ()


@frozen
class Style:
    """A style sheet of ours, which HTML takes as it is."""

    sheet: str
    """Free of ``</``, which would end it."""


Child = Element | Style | str
"""What an element can hold; a text is never markup."""


def element(tag: str, *children: Child | None, **attributes: str | int | float | None) -> Element:
    """An element; what is None is left out.

    Args:
        tag: its name.
        children: what it holds.
        attributes: by name; ``class_`` is ``class``, ``aria_label`` is ``aria-label``.
    """
    kept = tuple([(_name(name), str(value)) for name, value in attributes.items() if value is not None])
    return Element(tag, kept, tuple([child for child in children if child is not None]))


@cache
def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def written(node: Child) -> str:
    """The HTML text."""
    pieces: list[str] = []
    _write(node, pieces)
    return "".join(pieces)


def _write(node: Child, pieces: list[str]) -> None:
    if isinstance(node, str):
        pieces.append(html.escape(node))
    elif isinstance(node, Style):
        assert "</" not in node.sheet
        pieces.append(f"<style>{node.sheet}</style>")
    else:
        pieces.append(f"<{node.tag}")
        for name, value in node.attributes:
            pieces.append(f' {name}="{html.escape(value)}"')
        pieces.append(">")
        for child in node.children:
            _write(child, pieces)
        if node.tag not in _VOID:
            pieces.append(f"</{node.tag}>")
