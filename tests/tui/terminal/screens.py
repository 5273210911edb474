"""A terminal emulator beside another: one is sent what Textual draws, the other what the thin driver makes of it."""

import pyte
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from okrtui.tui.terminal.picture import Picture
from okrtui.tui.terminal.shown import Shown

CONSOLE = Console(color_system="256", force_terminal=True, width=200)
WIDTH, HEIGHT = 20, 5
NO_WRAPPING = "\x1b[?7l"
"""What Textual's driver tells a terminal at the start."""


class Screen:
    """What an emulated terminal shows."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self._screen)
        self.feed(NO_WRAPPING)

    def feed(self, text: str) -> None:
        self._stream.feed(text.replace("\n", "\r\n"))  # as the terminal's line discipline does

    @property
    def text(self) -> list[str]:
        return [line.rstrip() for line in self._screen.display]

    def column(self, x: int) -> str:
        """The characters of a column, from the top."""
        return "".join(self._screen.buffer[y][x].data for y in range(self._screen.lines))

    @property
    def cells(self) -> list[list[tuple[object, ...]]]:
        """Every cell as it is seen: of an empty one that is the background alone."""
        return [
            [_seen(self._screen.buffer[y][x]) for x in range(self._screen.columns)] for y in range(self._screen.lines)
        ]

    @property
    def cursor(self) -> tuple[int, int]:
        return self._screen.cursor.y, self._screen.cursor.x


def _seen(char: pyte.screens.Char) -> tuple[object, ...]:
    if char.data == " " and not (char.underscore or char.reverse or char.strikethrough):
        return (" ", char.bg)
    return tuple(char)


class Thin:
    """A terminal that is sent the differences alone."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT, *, erases: bool = True) -> None:
        self.screen = Screen(width, height)
        self.picture = Picture.unknown(width, height)
        self.shown = Shown(erases)

    def draw(self, frame: str) -> str:
        """Draw a frame; gives what was sent."""
        self.picture = self.picture.drawn(frame)
        sent = self.shown.become(self.picture)
        self.screen.feed(sent)
        return sent


def strip(*parts: tuple[str, str]) -> Strip:
    """A line of Textual's, of texts with their styles."""
    return Strip([Segment(text, Style.parse(style) if style else None) for text, style in parts])


def whole(lines: list[Strip], cursor: tuple[int, int] = (0, 0)) -> str:
    """A frame of the whole screen, as Textual draws it after laying it out."""
    region = Region(0, 0, WIDTH, len(lines))
    padded = [[line.adjust_cell_length(WIDTH)] for line in lines]
    return LayoutUpdate(padded, region).render_segments(CONSOLE) + _at(cursor)  # type: ignore[arg-type]


def partly(pieces: dict[int, dict[int, Strip]], cursor: tuple[int, int] = (0, 0)) -> str:
    """A frame of a few pieces, by row and column, as Textual draws it after a widget changed."""
    chops = [pieces.get(y, {}) for y in range(HEIGHT)]
    ends = [[x + piece.cell_length for x, piece in row.items()] for row in chops]
    spans = [(y, 0, WIDTH) for y in sorted(pieces)]
    return ChopsUpdate(chops, spans, ends).render_segments(CONSOLE) + _at(cursor)


def _at(cursor: tuple[int, int]) -> str:
    return f"\x1b[{cursor[0] + 1};{cursor[1] + 1}H"
