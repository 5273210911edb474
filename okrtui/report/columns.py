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
    line, used, empty = indent, cell_width(indent), True
    for word in text.split():
        left = cell_width(word)
        joint = "" if empty else " "
        if not empty and used + 1 + left > width:
            yield line
            line, used, joint = hanging, cell_width(hanging), ""
        line, used = line + joint, used + len(joint)
        done = 0
        while used + left > width:
            end, taken = _end(word, done, max(1, width - used))
            if end == len(word):
                break
            yield line + word[done:end]
            line, used = hanging, cell_width(hanging)
            done, left = end, left - taken
        line, used, empty = line + word[done:], used + left, False
    yield line


def fitted(text: str, width: int) -> str:
    """The text in at most ``width`` columns, which ends in ``…`` where it is cut."""
    if cell_width(text) <= width:
        return text
    return f"{start_of(text, max(1, width - 1)).rstrip()}…"


def start_of(text: str, width: int) -> str:
    """As much of the text as goes into ``width`` columns, from 1; one character at least."""
    end, _ = _end(text, 0, width)
    return text[:end]


def left(text: str, width: int) -> str:
    """The text at the left edge of a column."""
    return text + " " * (width - cell_width(text))


def right(text: str, width: int) -> str:
    """The text at the right edge of a column."""
    return " " * (width - cell_width(text)) + text


def _end(word: str, start: int, width: int) -> tuple[int, int]:
    """Where the columns end that begin at ``start``, one character later at least, and how many are used."""
    used = 0
    for place in range(start, len(word)):
        char = _char_width(word[place])
        if used + char > width and place > start:
            return place, used
        used += char
    return len(word), used


def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
