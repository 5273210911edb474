"""A row of cells with the marks that keep its columns in place where a terminal turns right-to-left text round."""

from functools import lru_cache
from operator import attrgetter

from okrtui.model.reading_order import LEFT_TO_RIGHT, ordering_marks
from okrtui.tui.terminal.cells import UNKNOWN, Cell, Row, marked

_LEFTWARDS = attrgetter("leftwards")
_LINE = "│"
"""Parts columns."""
_WEIGHT = frozenset({"1", "2"})
"""Bold and dim."""


def ordered(row: Row) -> Row:
    """The row with its marks; itself where all of it is read from the left."""
    return _ordered(row) if any(map(_LEFTWARDS, row)) else row


def as_it_is(row: Row) -> Row:
    """The row without marks, for a terminal that misunderstands them."""
    return row


@lru_cache(maxsize=256)
def _ordered(row: Row) -> Row:
    cells = list(row)
    marks = ordering_marks(_parted(row))
    second = next((at for at, cell in enumerate(row) if at and cell.text), len(row))
    for at, mark in (marks | {second: LEFT_TO_RIGHT + marks.get(second, "")}).items():
        _mark(cells, at, mark)
    return tuple(cells)


def _mark(cells: list[Cell], at: int, mark: str) -> None:
    """Put a mark on the character before a cell, both halves of it; on none where nobody knows it."""
    before = at - 1
    while before > 0 and not cells[before].text:
        before -= 1
    if before >= 0 and UNKNOWN not in cells[before:at]:
        cells[before:at] = [marked(cells[before], mark), *(marked(half, "") for half in cells[before + 1 : at])]


def _parted(row: Row) -> list[str]:
    """The texts of a row; a line for a blank where another part begins, as the key of a view or a field."""
    texts = [cell.text for cell in row]
    for at in range(2, len(row) - 2):
        if texts[at] == " " and row[at - 1].style is not row[at + 1].style and _part(row[at - 2 : at + 3]):
            texts[at] = _LINE
    return texts


def _part(cells: Row) -> bool:
    """Whether the blank in the midst of five parts them: by their ground, or by the look of what is no word.

    Neither a cursor, which is a ground of its own for one cell, nor what was found, which is underlined, is a part.
    """
    before, first, _, last, after = (cell.style for cell in cells)
    if first.attributes - _WEIGHT != last.attributes - _WEIGHT:
        return False
    if first.background != last.background:
        return first.background == before.background and last.background == after.background
    return not (cells[1].text[:1].isalpha() and cells[3].text[:1].isalpha())
