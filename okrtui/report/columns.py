"""Text in terminal columns without a terminal's help: widths, and lines wrapped at a width."""

import re
from collections.abc import Iterator
from itertools import pairwise

from okrtui.model.widths import cell_width, end_of
from okrtui.patterns import pattern

_WORD = pattern(r"[^ \t\n\r\f\v]+")
"""What stands between blanks; a blank that does not break, as French has it before a colon, is within a word."""
_BREAKING = pattern(r"[^\S\u00a0\u2007\u202f]+")
"""Blanks and line breaks, but no blank that does not break."""
_OPENING = frozenset("（「『【〔〈《([{")
"""What ends no line, but stands before its neighbour."""
_CLOSING = frozenset(
    "、。，．）」』】〕〉》！？：；・ー々〜～…‥ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%,.:;!?)]}"
)
"""What begins no line, but stands behind its neighbour."""
_UNSPACED = pattern(
    rf"(?<![{re.escape(''.join(_OPENING))}])"
    r"(?:(?<=[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef])|"
    r"(?=[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]))"
    rf"(?![{re.escape(''.join(_CLOSING))}])"
)
"""Where a line may end within a word: at Chinese characters and kana, but at no mark that belongs to its neighbour."""
_BEHIND = "%…"
"""What stays with the word before it although a blank is between them."""
_MARK = 2
"""The most characters of a mark before a text."""
_BACK = 4
"""How many characters at most a line that is cut within a word ends before its room does."""


def one_line(text: str) -> str:
    """The words of a text with one blank between them; a blank that does not break stays, as French numbers have it."""
    return _BREAKING.sub(" ", text).strip()


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
            cut = end_of(text[:last], start, max(1, room))
            if cut == last:
                break
            cut = _end_of_line(text, start, cut)
            yield start, cut
            start, used, room = cut, used - cell_width(text[start:cut]), further
    yield start, end


def left(text: str, width: int) -> str:
    """The text at the left edge of a column."""
    return text + " " * (width - cell_width(text))


def right(text: str, width: int) -> str:
    """The text at the right edge of a column."""
    return " " * (width - cell_width(text)) + text


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where what stays together begins and ends."""
    for first, body, last in _words(text):
        breaks = [] if text.isascii() else [at.start() for at in _UNSPACED.finditer(text, body + 1, last)]
        yield from pairwise([first, *(at for at in breaks if at < last), last])


def _words(text: str) -> list[tuple[int, int, int]]:
    """Where each word begins, where its first letter stands, and where it ends.

    A percent sign or an ellipsis stays with the word before it, and a mark such as *!* with the text that it is before.
    """
    words: list[tuple[int, int, int]] = []
    for found in _WORD.finditer(text):
        first, last = found.span()
        if len(words) == 1 and _is_mark(text[words[0][0] : words[0][2]]):
            words = [(words[0][0], first, last)]
        elif words and text[first] in _BEHIND:
            words[-1] = (*words[-1][:2], last)
        else:
            words.append((first, first, last))
    return words


def _is_mark(word: str) -> bool:
    return len(word) <= _MARK and not any(char.isalnum() for char in word)


def _end_of_line(text: str, start: int, most: int) -> int:
    """Where a line that begins at ``start`` ends best, at ``most`` or a few characters earlier."""
    places = range(most, max(start, most - _BACK), -1)
    return next((at for at in places if text[at] not in _CLOSING and text[at - 1] not in _OPENING), most)
