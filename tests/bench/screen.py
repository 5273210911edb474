"""What a terminal shows after some output; read afterwards, so that reading costs the measured program nothing."""

import re
from collections.abc import Iterable, Sequence

import pyte

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\|\x1b\[[0-9;]*t")


class Screen:
    """An emulated terminal."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    def feed(self, data: bytes) -> None:
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column, counted from 1."""
        return self._screen.cursor.y + 1, self._screen.cursor.x + 1


def painted_after(parts: Sequence[bytes], size: tuple[int, int], titles: Iterable[str]) -> int:
    """The number of the part after which every title stood on the screen that stands there at the end.

    Raises:
        ValueError: none of the titles is on the screen at the end.
    """
    last = Screen(*size)
    last.feed(b"".join(parts))
    wanted = [title for title in titles if title in last.text]
    if not wanted:
        raise ValueError(f"no row of the plan is on the screen:\n{last.text}")
    screen = Screen(*size)
    for number, part in enumerate(parts):
        screen.feed(part)
        text = screen.text
        if all(title in text for title in wanted):
            return number
    return len(parts) - 1
