"""Lines that moved up or down as a block: the terminal moves them itself for a few bytes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import is_not

from okrtui.tui.terminal.cells import UNKNOWN, Row

_FEWEST_LINES = 4
"""Lines that have to agree about a move."""
_LEAST_GAIN = 60
"""Cells that have to be spared; a move costs some twenty bytes."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """The lines from ``top`` to ``bottom`` move up by so many lines; down where that is less than 0."""

    top: int
    bottom: int
    by: int

    @property
    def sequence(self) -> str:
        """What tells the terminal; where the cursor is afterwards, terminals differ about."""
        moved = f"{abs(self.by) if abs(self.by) > 1 else ''}{'M' if self.by > 0 else 'L'}"
        # The lines of a region are taken out and put in: what scrolls a region by name, not every terminal knows.
        return f"\x1b[{self.top + 1};{self.bottom + 1}r\x1b[{self.top + 1}H\x1b[{moved}\x1b[r"

    def of(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """The rows after the move; nobody knows how the new ones look."""
        block = list(rows[self.top : self.bottom + 1])
        new = [(UNKNOWN,) * len(rows[0])] * abs(self.by)
        block = block[self.by :] + new if self.by > 0 else new + block[: self.by]
        return (*rows[: self.top], *block, *rows[self.bottom + 1 :])


def worth_a_scroll(old: Sequence[Row], new: Sequence[Row]) -> Scroll | None:
    """The move after which clearly fewer cells differ; None where there is none."""
    changed = [y for y, (was, row) in enumerate(zip(old, new, strict=True)) if was is not row and was != row]
    if len(changed) < _FEWEST_LINES:
        return None
    # The left half decides, since what stands at the right often shows something else for every line.
    half = len(new[0]) // 2
    stood = {row[:half]: y for y, row in enumerate(old)}
    moves = Counter(stood[key] - y for y in changed if (key := new[y][:half]) in stood)
    moves.pop(0, None)
    if not moves:
        return None
    by, lines = moves.most_common(1)[0]
    if lines < _FEWEST_LINES:
        return None
    moved = [y for y in changed if stood.get(new[y][:half]) == y + by]
    scroll = Scroll(min(moved) + min(0, by), max(moved) + max(0, by), by)
    return scroll if _differing(old, new) - _differing(scroll.of(old), new) >= _LEAST_GAIN else None


def _differing(old: Sequence[Row], new: Sequence[Row]) -> int:
    """How many cells differ."""
    return sum(sum(map(is_not, was, row)) for was, row in zip(old, new, strict=True) if was is not row)
