"""A sentence with a part that looks different: a key, a day, a number."""

from textual.content import Content

SLOT = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a message for the value that looks different, so that each language may put it where it belongs."""


def around(sentence: str, part: Content | tuple[str, str], style: str = "") -> Content:
    """The sentence with the part in place of its :data:`SLOT`; ``style`` is that of the words around it."""
    before, _, after = sentence.partition(SLOT)
    return Content.assemble((before, style), part, (after, style))
