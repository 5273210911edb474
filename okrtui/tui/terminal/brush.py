"""Writes cells with as few bytes as terminals of all kinds understand."""

from collections.abc import Iterable
from operator import is_

from okrtui.tui.terminal.cells import UNKNOWN, Cell, Row
from okrtui.tui.terminal.style import PLAIN, Style, change

_LONGEST_BRIDGE = 12
"""Most cells that are written again rather than stepped over; longer ones never cost less."""

_SHORTEST_TAIL, _SHORTEST_ERASURE, _SHORTEST_SKIP = 4, 6, 11
"""Fewest blanks that are erased rather than written: to the end of the row, to the end of a run, inside of one."""

_REPEATED = b"\1" * (_SHORTEST_TAIL - 1)
"""So many cells that are each as the one before."""

Place = tuple[int, int]
"""Row and column, from 0."""


class Brush:
    """Where the terminal's cursor is and what it writes in, and the sequences that were decided so far."""

    def __init__(self, style: Style | None, place: Place | None, width: int, erases: bool) -> None:
        """Begins in a style and at a place, None where nobody knows, on rows of this width.

        ``erases`` says that the terminal erases cells, and leaves them in the colour that it writes on.
        """
        self.style = style
        self.place = place
        self._width = width
        self._erases = erases
        self._out: list[str] = []

    @property
    def written(self) -> str:
        """All that has to be sent."""
        return "".join(self._out)

    def pass_on(self, sequence: str, place: Place | None) -> None:
        """Send a sequence that leaves the cursor at a place."""
        self._out.append(sequence)
        self.place = place

    def move(self, place: Place) -> None:
        """Put the cursor at a place."""
        if place != self.place:
            self.pass_on(_step(self.place, place), place)

    def run(self, row: Row, y: int, start: int, end: int) -> None:
        """Write the cells of a row from ``start`` up to ``end``; what lies before them too, where that is less."""
        if self.place is not None and self.place[0] == y and 0 < start - self.place[1] <= _LONGEST_BRIDGE:
            self._bridge(row, start)
        tail = _tail(row)
        while start < end:
            self.move((y, start))
            blanks, after = self._blanks(row, start, end, tail)
            self._put(row[start:blanks], y, blanks)
            if blanks < after:
                self._erase(row[blanks], y, blanks, after)
            start = after

    def run_with_care(self, row: Row, y: int, start: int, end: int) -> None:
        """Write the cells as ``run`` does; delicate ones on emptied cells, and what comes after them by its column."""
        for first, last in _spans(row, start, end):
            if row[first].delicate:
                self.move((y, first))
                self._put([Cell(" ", cell.style) for cell in row[first:last]], y, None)
            self.move((y, first))
            self._put(row[first:last], y, None if row[first].delicate else last)

    def rest(self) -> None:
        """Leave the terminal writing in its own style."""
        self._out.append(change(self.style, PLAIN))
        self.style = PLAIN

    def _bridge(self, row: Row, start: int) -> None:
        """Write again what lies between the cursor and ``start`` where that costs less than to step over it."""
        y, x = self.place or (0, 0)
        between = row[x:start]
        if UNKNOWN in between or not between[0].text:
            return
        text, style = _sequences(between, self.style)
        over = _step(self.place, (y, start)) + change(self.style, row[start].style)
        if len((text + change(style, row[start].style)).encode()) <= len(over):
            self._out.append(text)
            self.style, self.place = style, (y, start)

    def _blanks(self, row: Row, start: int, end: int, tail: int) -> tuple[int, int]:
        """The first stretch of blanks that costs less erased than written, from and up to; else the end twice."""
        repeats = bytes(map(is_, row[start:end], row[start + 1 : end])) + b"\0"
        first = repeats.find(_REPEATED)
        while first >= 0:
            after = repeats.index(0, first)
            blank = row[start + first]
            reach = self._width if start + first >= tail else start + after + 1
            if blank.text == " " and reach - start - first >= self._shortest_erasure(blank, reach, end):
                return start + first, reach
            first = repeats.find(_REPEATED, after)
        return end, end

    def _shortest_erasure(self, blank: Cell, after: int, end: int) -> int:
        style = blank.style
        if style.attributes or not (self._erases or (not style.background and after == self._width)):
            return self._width + 1
        if after == self._width:
            return _SHORTEST_TAIL
        return _SHORTEST_ERASURE if after == end else _SHORTEST_SKIP

    def _erase(self, blank: Cell, y: int, start: int, end: int) -> None:
        if not _goes_unseen(blank, self.style):
            self._out.append(change(self.style, blank.style))
            self.style = blank.style
        self.pass_on("\x1b[K" if end == self._width else f"\x1b[{end - start}X", (y, start))

    def _put(self, cells: Iterable[Cell], y: int, end: int | None) -> None:
        text, self.style = _sequences(cells, self.style)
        # Behind the last column terminals differ about where the cursor is.
        self.pass_on(text, (y, end) if end is not None and end < self._width else None)


def _sequences(cells: Iterable[Cell], style: Style | None) -> tuple[str, Style | None]:
    """What writes these cells from a style on, and the style it ends in."""
    out: list[str] = []
    for cell in cells:
        wanted = cell.style
        if wanted is not style and not _goes_unseen(cell, style):
            out.append(change(style, wanted))
            style = wanted
        out.append(cell.text)
    return "".join(out), style


def _goes_unseen(cell: Cell, style: Style | None) -> bool:
    """Whether the cell looks the same written in another style: the second half of a character, or a blank."""
    return not cell.text or (cell.text == " " and style is not None and style.blank is cell.style)


def _tail(row: Row) -> int:
    """Where a row's last cell begins to repeat."""
    at = len(row)
    while at and row[at - 1] is row[-1]:
        at -= 1
    return at


def _spans(row: Row, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The stretches of a row that are delicate, and those that are not."""
    first = start
    for at in range(start + 1, end + 1):
        if at == end or row[at].delicate != row[first].delicate:
            yield first, at
            first = at


def _step(before: Place | None, after: Place) -> str:
    """The shortest way of the cursor from one place to another."""
    y, x = after
    column = f";{x + 1}" if x else ""
    ways = [f"\x1b[{y + 1}{column}H" if y or x else "\x1b[H"]
    if before is not None and before[0] == y:
        by = x - before[1]
        ways.append(f"\x1b[{x + 1}G")
        ways.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'C' if by > 0 else 'D'}")
        ways += ["\b" * -by] if by < 0 else []
        ways += ["\r"] if x == 0 else []
    elif before is not None and before[1] == x:
        by = y - before[0]
        ways.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'B' if by > 0 else 'A'}")
    return min(ways, key=len)
