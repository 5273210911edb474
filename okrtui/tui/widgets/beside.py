"""How a list of titles shares the screen with what is to be known of one of them: by the plan and the size alone."""

from textual.message import Message

WIDE = 100
"""From this many columns on, it stands beside the list."""

_LEAST, _MOST = 37, 64
"""Columns of what stands beside the list."""
_MOST_SHARE = 0.42

_LOWEST, _HIGHEST = 7, 20
"""Lines of what stands below the list, with the line between."""
_USUAL_SHARE = 0.6


class Resized(Message):
    """What stands beside or below the list has another size: what is in it fits no longer."""


def width_beside(total: int, whole: int) -> int:
    """Columns of what stands beside a list, of so many in all; ``whole`` are those in which the list cuts no title."""
    most = min(_MOST, round(total * _MOST_SHARE))
    return max(_LEAST, min(most, total - whole))


def height_below(total: int, rows: int) -> int:
    """Lines of what stands below a list, of so many in all: where they do not leave room for it, the list scrolls."""
    left = total - rows
    return min(_HIGHEST, left if left >= _LOWEST else round(total * _USUAL_SHARE))
