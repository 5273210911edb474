"""What the terminal shows, and what to send so that it shows something else."""

from collections.abc import Callable, Iterator
from itertools import compress, count, islice, repeat
from operator import and_, attrgetter, is_not

from okrtui.tui.terminal.brush import Brush, Place
from okrtui.tui.terminal.cells import UNKNOWN, Row
from okrtui.tui.terminal.ordered import ordered
from okrtui.tui.terminal.picture import Picture
from okrtui.tui.terminal.scrolling import worth_a_scroll
from okrtui.tui.terminal.style import PLAIN, Style, change

_DELICATE = attrgetter("delicate")


class Shown:
    """A terminal after all that was sent to it."""

    def __init__(self, erases: bool, order: Callable[[Row], Row] = ordered) -> None:
        """Nothing is known but how it ``erases``, see :class:`Brush`, and what keeps a row in ``order`` there."""
        self._erases = erases
        self._order = order
        self._picture = Picture.unknown(0, 0)
        self._style: Style | None = None
        self._place: Place | None = None

    def forget(self) -> None:
        """Know nothing any more, since something was sent that this program does not follow."""
        self._picture = Picture.unknown(0, 0)
        self._style = None
        self._place = None

    def rest(self) -> str:
        """What leaves the terminal in its own style, as sequences expect that are sent unchanged."""
        sequence = change(self._style, PLAIN)
        self._style = PLAIN
        return sequence

    def become(self, wanted: Picture) -> str:
        """What makes the terminal show a picture; empty where it does already. What the picture leaves open, stays."""
        before = self._picture
        if (before.width, len(before.rows)) != (wanted.width, len(wanted.rows)):
            before = Picture.unknown(wanted.width, len(wanted.rows))
        brush = Brush(self._style, self._place, wanted.width, self._erases)
        shown = before.rows
        asked = [new if new is old else self._order(new) for old, new in zip(shown, wanted.rows, strict=True)]
        if scroll := worth_a_scroll(shown, asked):
            brush.pass_on(scroll.sequence, None)
            shown = scroll.of(shown)
        rows = []
        for y, (old, new) in enumerate(zip(shown, asked, strict=True)):
            if new is old or new == old:
                rows.append(old)
                continue
            _paint(brush, y, old, new)
            rows.append(_merged(old, new))
        if wanted.cursor is not None:
            brush.move(wanted.cursor)
        self._picture = Picture(wanted.width, tuple(rows))
        self._style, self._place = brush.style, brush.place
        return brush.written


def _merged(old: Row, new: Row) -> Row:
    if UNKNOWN not in new:
        return new
    return tuple(was if cell is UNKNOWN else cell for was, cell in zip(old, new, strict=True))


def _paint(brush: Brush, y: int, old: Row, new: Row) -> None:
    runs = list(_runs(old, new))
    delicate = _first_delicate(old, new)
    if delicate is None or not runs or delicate > runs[-1][1]:
        for start, end in runs:
            brush.run(new, y, start, end)
        return
    # Nobody knows how many cells a delicate one fills: from there on the row is written anew, with the cell before,
    # which it may have been drawn into.
    first = _whole(new, min(runs[0][0], max(0, delicate - 1)))
    for start, end in _known(new, first):
        brush.run_with_care(new, y, start, end)


def _runs(old: Row, new: Row) -> Iterator[tuple[int, int]]:
    """Where two rows differ, from and up to; wide characters whole."""
    differs = bytes(map(is_not, old, new))
    if UNKNOWN in new:
        differs = bytes(map(and_, differs, map(is_not, new, repeat(UNKNOWN))))
    end, width = 0, len(new)
    while (at := differs.find(1, end)) >= 0:
        start, end = _whole(new, at), differs.find(0, at)
        end = width if end < 0 else end
        while end < width and _is_second_half(new, end):
            end += 1
        yield start, end


def _known(row: Row, start: int) -> Iterator[tuple[int, int]]:
    """The stretches of a row, from a cell on, that are known."""
    first: int | None = None
    for at in range(start, len(row) + 1):
        known = at < len(row) and row[at] is not UNKNOWN
        if known and first is None:
            first = at
        elif not known and first is not None:
            yield first, at
            first = None


def _first_delicate(*rows: Row) -> int | None:
    return min((at for row in rows for at in islice(compress(count(), map(_DELICATE, row)), 1)), default=None)


def _whole(row: Row, at: int) -> int:
    """The first cell of the character that this cell belongs to."""
    while at > 0 and _is_second_half(row, at):
        at -= 1
    return at


def _is_second_half(row: Row, at: int) -> bool:
    return not row[at].text and row[at] is not UNKNOWN
