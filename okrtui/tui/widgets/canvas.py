"""A grid of dots on which lines are drawn, read back as cells of text: Braille, or a letter a line."""

from typing import Literal

from okrtui.tui.widgets.glyphs import ChartMarks

Line = Literal["value", "forecast", "goal"]
"""What is drawn: the values, where they are heading, and the ideal pace or the level to keep."""

LINES: tuple[Line, ...] = ("value", "forecast", "goal")
"""Every line, the one that gives a cell its colour first."""

Dot = tuple[int, int]
"""Column and row of a dot, from the top left."""

_BRAILLE = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of a dot in a Braille character, by column and row."""


class Canvas:
    """So many columns and rows of text, each cell with the dots of its marks."""

    def __init__(self, width: int, height: int, marks: ChartMarks) -> None:
        """An empty canvas."""
        self._marks = marks
        self._across, self._down = marks.dots
        self.columns = width * self._across
        """Dots from left to right."""
        self.rows = height * self._down
        """Dots from top to bottom."""
        self._cells: dict[Dot, dict[Line, int]] = {}

    def dot(self, x: int, y: int, line: Line) -> None:
        """Draw one dot; outside of the canvas there is nothing to draw on."""
        if 0 <= x < self.columns and 0 <= y < self.rows:
            cell = self._cells.setdefault((x // self._across, y // self._down), {})
            cell[line] = cell.get(line, 0) | _BITS[x % self._across][y % self._down]

    def point(self, x: int, y: int, line: Line) -> None:
        """Draw a dot that is seen on its line: a cell wide and half a cell high."""
        left, top = min(x, self.columns - self._across), min(y, self.rows - max(1, self._down // 2))
        for across in range(self._across):
            for down in range(max(1, self._down // 2)):
                self.dot(left + across, top + down, line)

    def line(self, start: Dot, end: Dot, line: Line) -> None:
        """Draw from one dot to another, in the dashes of the line."""
        drawn, left_out = self._marks.dashes[line]
        steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        for step in range(steps + 1):
            if step % (drawn + left_out) < drawn:
                share = step / max(1, steps)
                x, y = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
                self.dot(x, y, line)

    @property
    def lines(self) -> set[Line]:
        """The lines of which something is to be seen."""
        return {line for drawn in self._cells.values() for line in drawn}

    def cell(self, column: int, row: int) -> tuple[str, Line] | None:
        """The character of a cell and the line that it belongs to; None where nothing was drawn.

        Where lines cross, the cell shows the first of them alone: mixed dots would read as neither.
        """
        drawn = self._cells.get((column, row))
        if drawn is None:
            return None
        first = next(line for line in LINES if line in drawn)
        if self._marks.letters:
            return self._marks.letters[first], first
        return chr(_BRAILLE + drawn[first]), first


def sample(line: Line, width: int, marks: ChartMarks) -> str:
    """How a line looks, in so many columns."""
    canvas = Canvas(width, 1, marks)
    middle = canvas.rows // 2
    canvas.line((0, middle), (canvas.columns - 1, middle), line)
    cells = (canvas.cell(column, 0) for column in range(width))
    return "".join(cell[0] if cell else " " for cell in cells)
