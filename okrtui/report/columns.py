"""Text in terminal columns without a terminal's help: widths, and lines wrapped at a width."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_WORD = re.compile(r"[^ \t\n\r\f\v]+")
"""What stands between blanks; a blank that does not break, as French has it before a colon, is within a word."""
_UNSPACED = re.compile(
    r"(?<![（「『【〔〈《(\[{])"
    r"(?:(?<=[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef])|"
    r"(?=[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]))"
    r"(?![、。，．）」』】〕〉》！？：；・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％%,.:;!?)\]}])"
)
"""Where a line may end within a word: at Chinese characters and kana, but at no mark that belongs to its neighbour."""


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
    words = " ".join(_WORD.findall(text))
    rooms = (width - cell_width(indent), width - cell_width(hanging))
    for number, (start, end) in enumerate(line_spans(words, *rooms)):
        yield (hanging if number else indent) + words[start:end]


def line_spans(text: str, room: int, further: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends when the text is wrapped; a blank at the end of a line is in none.

    Args:
        text: one line, safe to print.
        room: columns of the first line.
        further: columns of each further line.
    """
    start = end = used = 0
    for first, last in _pieces(text):
        gap, own = cell_width(text[end:first]), cell_width(text[first:last])
        if end > 0 and used + gap + own > room:
            yield start, end
            start, used, gap, room = first, 0, 0, further
        used, end = used + gap + own, last
        while used > room:
            cut, taken = _end(text[:last], start, max(1, room))
            if cut == last:
                break
            yield start, cut
            start, used, room = cut, used - taken, further
    yield start, end


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


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where what stays together begins and ends; a percent sign stays with its number."""
    words = [found.span() for found in _WORD.finditer(text)]
    for number, (first, last) in enumerate(words):
        if number and text[first] == "%":
            continue
        if number + 1 < len(words) and text[words[number + 1][0]] == "%":
            last = words[number + 1][1]
        breaks = [] if text.isascii() else [at.start() for at in _UNSPACED.finditer(text, first + 1, last)]
        yield from pairwise([first, *(at for at in breaks if at < last), last])


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
