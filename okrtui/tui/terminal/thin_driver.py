"""A driver that keeps a picture of the screen and sends only the cells that changed, as curses does.

It works on what Textual writes to a driver, since that is what a terminal has to understand too: the sequences stay
while Textual's insides change. What it cannot follow is sent unchanged, and the picture begun anew.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

from okrtui.patterns import pattern
from okrtui.tui.terminal.driver import TerminalDriver
from okrtui.tui.terminal.ordered import as_it_is, ordered
from okrtui.tui.terminal.output import MARKS, Output
from okrtui.tui.terminal.picture import Picture
from okrtui.tui.terminal.shown import Shown
from okrtui.tui.terminal.style import NotUnderstood

_DRAWS_NOTHING = pattern(
    "(?:\x07"
    "|\x1b\\](?!8;)[^\x07\x1b]*(?:\x07|\x1b\\\\)"  # titles, the clipboard, colours, shapes of the pointer
    "|\x1b\\[\\?(?:25|100[0-6]|101[56]|2004|2048)[hl]"  # the cursor, the mouse, focus, paste, size
    "|\x1b\\[\\?[0-9]+\\$p"  # questions
    "|\x1b\\[[<=>][0-9;]*u"  # keys as kitty reports them
    ")+"
)


_ERASING = ("xterm", "linux", "rxvt", "putty", "konsole", "alacritty", "foot", "wezterm")
"""How terminals call themselves that leave the colour where they erase; tmux does, though it claims to be screen."""


def _nothing_shown(environ: Mapping[str, str]) -> Shown:
    """The terminal that the environment names, of which nothing is known yet."""
    erases = environ.get("TERM", "").startswith(_ERASING) or environ.get("TERM_PROGRAM") == "tmux"
    # mlterm gives marks a column of their own, and draws a letter beside one as if it stood alone.
    return Shown(erases, as_it_is if "MLTERM" in environ else ordered)


class ThinDriver(TerminalDriver):
    """Sends what changed."""

    def __init__(self, app: Any, **options: Any) -> None:
        """As the stock driver; the app's ``environ`` says which terminal it is."""
        super().__init__(app, **options)
        self._shown = _nothing_shown(app.environ)
        self._output: Output | None = None
        self._picture = Picture.unknown(0, 0)
        self._marked = False
        terminal = sys.__stderr__  # where Textual draws
        self._terminal, self._encoding = (terminal.fileno(), terminal.encoding) if terminal else (-1, "ascii")

    def start_application_mode(self) -> None:
        """As the stock driver, but sizes are asked for one after the other, outside of the signal's handler.

        A second change that came while the handler was asking overtook the first, whose size was then kept for good.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        handler = signal.getsignal(signal.SIGWINCH)
        if callable(handler):
            soon = asyncio.get_running_loop().call_soon_threadsafe
            signal.signal(signal.SIGWINCH, lambda *_: soon(self._take_size, handler))

    def _take_size(self, handler: Callable[[int, FrameType | None], Any]) -> None:
        """Take nothing to be on the screen of another size, and let Textual look at it.

        Where it is what it was again by now, nothing changes for Textual: the picture is sent anew, since the terminal
        may have cut off what was there.
        """
        if self._output is not None:
            self._output.forget()
            if self._room() == (self._picture.width, len(self._picture.rows)):
                self._output.show(self._picture, self._marked)
        handler(signal.SIGWINCH, None)

    def close(self) -> None:
        """Send what is left."""
        if self._output is not None:
            self._output.stop()
            self._output = None
        super().close()

    def write(self, data: str) -> None:
        """Send a frame as the difference to what is on the screen, and anything else as it is."""
        output = self._output = self._output or Output(self._terminal, self._encoding, self._shown)
        if data in MARKS:
            self._marked = data == MARKS[0]
        elif _DRAWS_NOTHING.fullmatch(data):
            output.pass_on(data)
        elif data:
            self._draw(output, data)

    def _draw(self, output: Output, frame: str) -> None:
        try:
            picture = self._screen().drawn(frame)
        except NotUnderstood:
            self._picture = Picture.unknown(0, 0)
            output.pass_on_drawing(f"{MARKS[0]}{frame}{MARKS[1]}" if self._marked else frame)
            return
        if picture is not self._picture:
            self._picture = picture
            output.show(picture, self._marked)

    def _screen(self) -> Picture:
        """What the screen should show by now.

        Raises:
            NotUnderstood: Textual draws for a screen of another size, or the terminal does not take UTF-8.
        """
        size = self._room()
        if size != self._app.size or self._encoding.lower() != "utf-8":
            raise NotUnderstood("another size")
        picture = self._picture
        return picture if (picture.width, len(picture.rows)) == size else Picture.unknown(*size)

    def _room(self) -> tuple[int, int]:
        """The terminal's columns and lines; none where there is no terminal."""
        try:
            return os.get_terminal_size(self._terminal)
        except OSError:
            return (0, 0)
