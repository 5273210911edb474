"""Sends to the terminal without anybody waiting for it.

On a line that is slower than the program what was not sent yet is not queued: once the terminal takes more, it gets the
difference between what it shows and the newest picture.
"""

import os
import select
from collections import deque
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread

from okrtui.tui.terminal.picture import Picture
from okrtui.tui.terminal.shown import Shown

MARKS = ("\x1b[?2026h", "\x1b[?2026l")
"""Between these a terminal draws at once, if it knows them."""
_ONE_PACKET = 1_000
"""Characters that come in one piece anyway, so that marks around them would only cost."""


@dataclass(frozen=True, slots=True)
class _Unchanged:
    """A text to send as it is."""

    text: str
    before: Picture | None
    """What has to be on the screen first; None where it does not matter."""
    forget: bool
    """Nobody knows what the screen shows afterwards."""


class Output:
    """One thread that writes. The calls never wait: they only leave word."""

    def __init__(self, fileno: int, encoding: str, shown: Shown) -> None:
        """Writes to this file descriptor, at which this is ``shown`` by now."""
        self._fileno = fileno
        self._encoding = encoding
        self._unchanged: deque[_Unchanged] = deque()
        self._newest: tuple[Picture | None, bool] = (None, False)
        self._word: SimpleQueue[bool] = SimpleQueue()
        self._shown = shown
        self._gone = False
        self._thread = Thread(target=self._run, name="okrtui-output", daemon=True)
        self._thread.start()

    def show(self, picture: Picture, marked: bool) -> None:
        """Make the terminal show a picture, in one piece where it is ``marked``."""
        self._newest = (picture, marked)
        self._word.put(True)

    def pass_on(self, text: str) -> None:
        """Send something that changes nothing on the screen."""
        self._leave(_Unchanged(text, None, False))

    def pass_on_drawing(self, text: str) -> None:
        """Send something that draws in ways unknown, on top of the newest picture."""
        before, self._newest = self._newest[0], (None, False)  # in this order: the thread may look in between
        self._leave(_Unchanged(text, before, True))

    def forget(self) -> None:
        """Take nothing to be on the screen any more: what is shown next is sent whole."""
        self._unchanged.append(_Unchanged("", None, True))

    def stop(self) -> None:
        """Send what is left and end."""
        self._word.put(False)
        self._thread.join()

    def _leave(self, unchanged: _Unchanged) -> None:
        self._unchanged.append(unchanged)
        self._word.put(True)

    def _run(self) -> None:
        goes_on = True
        while goes_on:
            goes_on = self._word.get()
            while goes_on and not self._word.empty():
                goes_on = self._word.get()
            text = self._due()
            if text and not self._gone:
                self._write(text.encode(self._encoding, "backslashreplace"))

    def _due(self) -> str:
        """All that the terminal has to be sent now."""
        out: list[str] = []
        while self._unchanged:
            item = self._unchanged.popleft()
            if item.before is not None:
                out.append(self._shown.become(item.before))
            if item.text:
                out += [self._shown.rest(), item.text]
            if item.forget:
                self._shown.forget()
        picture, marked = self._newest
        if picture is not None:
            drawn = self._shown.become(picture)
            out += [MARKS[0], drawn, MARKS[1]] if marked and len(drawn) > _ONE_PACKET else [drawn]
        return "".join(out)

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        while left and not self._gone:
            try:
                left = left[os.write(self._fileno, left) :]
            except BlockingIOError:
                select.select([], [self._fileno], [])
            except OSError:
                self._gone = True  # the input sees it too, and ends the program
