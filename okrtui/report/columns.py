"""Text in terminal columns without a terminal's help: widths, and lines wrapped at a width."""

import unicodedata
from collections.abc import Iterator


def cell_width(text: str) -> int:
    """The columns that a terminal gives to the text: none to marks that combine, two to wide characters."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def wrap(text: str, width: int, indent: str, hanging: str) -> Iterator[str]:
    """The text in lines of at most ``width`` columns where words allow; longer words are cut into pieces.

    Args:
        text: one line, safe to print.
        width: columns, indents included.
        indent: what the first line begins with.
        hanging: what each further line begins with.
    """
    line, empty = indent, True
    for word in text.split():
        joint = "" if empty else " "
        if not empty and cell_width(line) + 1 + cell_width(word) > width:
            yield line
            line, joint = hanging, ""
        line += joint
        while cell_width(line) + cell_width(word) > width:
            room = max(1, width - cell_width(line))
            piece = _start(word, room)
            if len(piece) == len(word):
                break
            yield line + piece
            line, word = hanging, word[len(piece) :]
        line, empty = line + word, False
    yield line


def _start(word: str, width: int) -> str:
    """As much of the word as fits in the columns, one character at least."""
    used = 0
    for count, char in enumerate(word):
        used += _char_width(char)
        if used > width and count:
            return word[:count]
    return word


def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
