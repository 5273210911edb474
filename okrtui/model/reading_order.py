"""Marks that keep columns apart where a terminal turns right-to-left text round.

Such a terminal turns a whole line at once: two columns with nothing but blanks, numbers or lines between them change
places. The marks, which fill no column, tell it where a text ends.
"""

from collections.abc import Iterator, Sequence

from okrtui.patterns import pattern

LEFT_TO_RIGHT = "\u200e"
"""Begins a line that is read from the left."""
_BEGIN, _END = "\u202b", f"\u202c{LEFT_TO_RIGHT}"
"""Around a text that is read from the right; what follows it is read from the left again."""

_LEFTWARDS = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LEFTWARDS_MARK = "،؛؟"
"""What stands behind a word or number that belongs to the text."""
_OPENING = "«“„‘\"'([*"
"""What stands before a word that belongs to the text."""
_AMOUNT = pattern(r"[(*«]*(?![1-9]\.[1-9])[0-9]+(?:[.,][0-9]+)*(?: ?%)?[.,:]? ")
"""A number that belongs to the text behind it; 1.2 is the place of a key result, and stands for itself."""
_PHRASE = pattern("[^ |\u2500-\u259f]+(?: [^ |\u2500-\u259f]+)*")
"""What stands in one column: words with one blank between them; lines and bars part columns as well."""


def is_leftwards(text: str) -> bool:
    """Whether a character of a script that is read from the right is among these."""
    return not text.isascii() and _LEFTWARDS.search(text) is not None


def ordering_marks(cells: Sequence[str]) -> dict[int, str]:
    """The marks that a line needs, by the cell that they stand before; behind the last one at its length.

    Args:
        cells: the characters of a line, each with the marks on it; empty where a wide one fills a second cell.
    """
    firsts = "".join(cell[:1] or "_" for cell in cells)
    marks: dict[int, str] = {}
    for phrase in _PHRASE.finditer(firsts):
        for start, end in _leftwards(phrase[0]):
            marks[phrase.start() + start] = _BEGIN
            marks[phrase.start() + end] = _END
    return marks


def in_order(line: str) -> str:
    """A line of text with its marks, for a terminal; itself where all of it is read from the left."""
    if not is_leftwards(line):
        return line
    marks = ordering_marks(line)
    return LEFT_TO_RIGHT + "".join(marks.get(at, "") + char for at, char in enumerate(line)) + marks.get(len(line), "")


def _leftwards(phrase: str) -> Iterator[tuple[int, int]]:
    """The part of a phrase that is read from the right, from and up to; a mark, a place or a key before it is not."""
    found = [match.start() for match in _LEFTWARDS.finditer(phrase)]
    if found:
        before, after = phrase[: found[0]], phrase[found[-1] + 1 :]
        if any(map(str.isalpha, before)) and any(map(str.isalpha, after)):  # a sentence of another script names it
            yield found[0], found[-1] + 1
        elif phrase[found[0]] in _LEFTWARDS_MARK or _AMOUNT.fullmatch(before):
            yield 0, len(phrase)
        else:
            yield len(before.rstrip(_OPENING)), len(phrase)
