"""The cells of a screen, and which of them every terminal gives the same width.

Textual and terminals do not agree about the width of joined emoji, some marks and some scripts. Such cells are
*delicate*: what stands after them is placed by column, and they are never written over in part.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rich.cells import get_character_cell_size, split_graphemes

from okrtui.model.reading_order import is_leftwards
from okrtui.patterns import pattern
from okrtui.tui.terminal.style import PLAIN, NotUnderstood, Style, restyled

_PART = pattern("\x1b\\[([0-9;]*)m|([^\x00-\x1f\x7f-\x9f\ud800-\udfff]+)")
_JOINING = (range(0x0900, 0x1200), range(0x1780, 0x18B0))
"""Scripts of India and South East Asia, and the parts of Hangul: letters that terminals may join."""


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One cell. Two that look the same are the same object, as long as both are remembered."""

    text: str
    """A character with the marks on it; empty in the second half of a wide one."""
    style: Style
    delicate: bool = False
    leftwards: bool = False
    """Whether it is of a script that is read from the right."""


UNKNOWN = Cell("", PLAIN)
"""What nobody can say."""

Row = tuple[Cell, ...]


class _Cells(dict[str, Cell]):
    """The cells of one style, by their text."""

    def __init__(self, style: Style, delicate: bool) -> None:
        super().__init__()
        self._style = style
        self._delicate = delicate

    def __missing__(self, text: str) -> Cell:
        seen = self._style.blank if text == " " else self._style
        own = seen is self._style
        cell = Cell(text, seen, self._delicate, is_leftwards(text)) if own else _cells(seen, self._delicate)[text]
        self[text] = cell
        return cell


@cache
def _cells(style: Style, delicate: bool = False) -> _Cells:
    return _Cells(style, delicate)


@lru_cache(maxsize=512)
def cells_of(text: str) -> Row:
    """The cells that a text with SGR sequences fills, begun and ended in the terminal's own style.

    Raises:
        NotUnderstood: it holds other sequences or control characters, begins with a mark that belongs to the cell
            before, or does not end in the terminal's own style.
    """
    cells: list[Cell] = []
    style, at = PLAIN, 0
    for part in _PART.finditer(text):
        if part.start() != at:
            break
        at = part.end()
        if part[2] is None:
            style = restyled(style, part[1])
        else:
            _add(cells, part[2], style)
    if at != len(text) or style is not PLAIN:
        raise NotUnderstood(text)
    return tuple(cells)


def marked(cell: Cell, mark: str) -> Cell:
    """The cell with a mark behind it that fills no column, in most terminals."""
    return _cells(cell.style, True)[cell.text + mark]


def _add(cells: list[Cell], text: str, style: Style) -> None:
    known = _cells(style)
    if text.isascii():
        cells += [known[char] for char in text]
        return
    widths = [_agreed_width(char) for char in text]
    if 0 not in widths:
        for char, width in zip(text, widths, strict=True):
            cells += [known[char]] if width == 1 else [known[char], known[""]]
        return
    for start, end, width in split_graphemes(text)[0]:
        _add_cluster(cells, text[start:end], width, style)


def _add_cluster(cells: list[Cell], cluster: str, width: int, style: Style) -> None:
    if not width:
        _add_mark(cells, cluster)
        return
    known = _cells(style, len(cluster) > 1 or not _agreed_width(cluster))
    cells += [known[cluster], *[known[""]] * (width - 1)]


def _add_mark(cells: list[Cell], mark: str) -> None:
    """Put a mark on the character before it, which a sequence stood between."""
    at = len(cells) - 1
    while at >= 0 and not cells[at].text:
        at -= 1
    if at < 0:
        raise NotUnderstood(mark)
    cells[at:] = [marked(cells[at], mark), *[_cells(cells[at].style, True)[""]] * (len(cells) - at - 1)]


@lru_cache(maxsize=4096)
def _agreed_width(char: str) -> int:
    """1 or 2 where all terminals agree; 0 where they may not.

    They agree on what Unicode 3.2 had already and gave the width that it has today.
    """
    point = ord(char)
    category = unicodedata.category(char)
    if category[0] in "MC" or category in {"Zl", "Zp"} or any(point in script for script in _JOINING):
        return 0
    if unicodedata.ucd_3_2_0.category(char) == "Cn":
        return 0
    wide = {unicodedata.east_asian_width(char) in "WF", unicodedata.ucd_3_2_0.east_asian_width(char) in "WF"}
    width = get_character_cell_size(char)
    return width if wide == {width == 2} else 0
