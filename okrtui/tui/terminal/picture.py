"""What the screen should show: a value that a frame of Textual turns into the next one."""

from dataclasses import dataclass

from okrtui.frozen import replace
from okrtui.patterns import pattern
from okrtui.tui.terminal.cells import UNKNOWN, Cell, Row, cells_of
from okrtui.tui.terminal.style import NotUnderstood

_MOVE = pattern("\x1b\\[([0-9]{1,4});([0-9]{1,4})H")
_FIELDS = 3
"""Parts between one move and the next: row, column, text."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All cells of a screen, and where its cursor is."""

    width: int
    rows: tuple[Row, ...]
    cursor: tuple[int, int] | None = None
    """Row and column, from 0; None where it does not matter."""

    @classmethod
    def unknown(cls, width: int, height: int) -> "Picture":
        """A screen of which nothing is known."""
        return cls(width, ((UNKNOWN,) * width,) * height)

    def drawn(self, frame: str) -> "Picture":
        """The picture once a frame was drawn on it; itself where that changes nothing.

        Raises:
            NotUnderstood: the frame does something other than to go to places and write styled text there.
        """
        before, *parts = _MOVE.split(frame)
        if before or not parts or parts[-1].endswith("\n"):
            raise NotUnderstood(frame)
        touched: dict[int, list[Cell]] = {}
        y = x = 0
        for at in range(0, len(parts), _FIELDS):
            y, x = int(parts[at]) - 1, int(parts[at + 1]) - 1
            text = parts[at + 2]
            if text.endswith("\n") and y < len(self.rows) - 1:
                text = text[:-1]
            cells = cells_of(text) if text else ()
            if not (0 <= y < len(self.rows) and 0 <= x <= self.width - len(cells)):
                raise NotUnderstood(frame)
            if cells:
                _lay(touched.setdefault(y, list(self.rows[y])), x, cells)
            x += len(cells)
        return self._with(touched, (y, x) if x < self.width else None)

    def _with(self, touched: dict[int, list[Cell]], cursor: tuple[int, int] | None) -> "Picture":
        rows = list(self.rows)
        changed = cursor != self.cursor
        for y, cells in touched.items():
            row = tuple(cells)
            if row != rows[y]:
                rows[y] = row
                changed = True
        return replace(self, rows=tuple(rows), cursor=cursor) if changed else self


def _lay(row: list[Cell], x: int, cells: Row) -> None:
    """Put cells into a row; of a wide character that is covered in part, nobody knows what remains."""
    end = x + len(cells)
    before, after = x, end
    while before > 0 and before < len(row) and _is_second_half(row[before]):
        before -= 1
        row[before] = UNKNOWN
    while after < len(row) and _is_second_half(row[after]):
        row[after] = UNKNOWN
        after += 1
    row[x:end] = cells


def _is_second_half(cell: Cell) -> bool:
    return not cell.text and cell is not UNKNOWN
