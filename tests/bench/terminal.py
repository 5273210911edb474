"""A program in a pseudo-terminal: its output with the time at which each part came, keys sent to it."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.bench.answers import Answers
from tests.bench.screen import Screen

KEYS = {
    "enter": b"\r",
    "esc": b"\x1b",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "home": b"\x1b[H",
    "pgup": b"\x1b[5~",
    "pgdn": b"\x1b[6~",
    "ctrl+u": b"\x15",
    "space": b" ",
}
"""What a terminal sends for keys that are no characters."""
QUIET = 0.08
"""Seconds of silence after which the answer to a key is over."""
LONG_QUIET = 0.4
"""Seconds of silence after which a start is over."""
_LONGEST = 60.0
"""Seconds after which a program that does not come, or does not end, is given up."""
_LONGEST_ANSWER = 5.0
"""Seconds after which no silence is waited for any more: a cursor may blink for ever."""
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_ON_BEFORE = {7, 25}
"""Wrapping and the cursor are on before a program begins."""


@dataclass(frozen=True)
class Part:
    """Some output."""

    at: float
    """Seconds on the clock of ``time.perf_counter``."""
    data: bytes


class Terminal:
    """One start of a program, in a terminal that answers as xterm does."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int]) -> None:
        self.size = size
        self.parts: list[Part] = []
        self._answers = Answers(lambda: self._screen().cursor)
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execve(command[0], list(command), dict(environ))
        self._attributes = termios.tcgetattr(self._terminal)
        self._ended = os.pidfd_open(self.pid)

    @property
    def text(self) -> str:
        """What the screen shows."""
        return self._screen().text

    def wait_for(self, text: str) -> None:
        """Read until the screen shows a text and the program has been silent for long.

        Raises:
            RuntimeError: it never comes.
        """
        end = time.perf_counter() + _LONGEST
        while True:
            self.settle(LONG_QUIET, LONG_QUIET)
            if text in (shown := self.text):
                return
            if time.perf_counter() > end or self._is_gone():
                raise RuntimeError(f"{text!r} did not come; the screen shows:\n{shown}")

    def press(self, key: str) -> None:
        os.write(self._terminal, KEYS.get(key) or key.encode())

    def settle(self, quiet: float = QUIET, patience: float = 3.0) -> None:
        """Read until nothing came for so many seconds; where nothing comes at all, for ``patience``."""
        end = time.perf_counter() + _LONGEST_ANSWER
        wait = patience
        while self.read(wait) and time.perf_counter() < end:
            wait = quiet

    def read(self, seconds: float) -> bool:
        """Wait so long for output; whether some came."""
        ready, _, _ = select.select([self._terminal], [], [], max(0.0, seconds))
        return bool(ready) and self._take()

    def read_for(self, seconds: float) -> None:
        """Read what comes in that time."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if not self.read(left) and self._is_gone():
                raise RuntimeError(f"the program ended:\n{self.text}")

    def wait_for_end(self) -> float:
        """Read until the program has ended; the time at which it had.

        Raises:
            RuntimeError: it does not end.
        """
        end = time.perf_counter() + _LONGEST
        while time.perf_counter() < end:
            ready, _, _ = select.select([self._terminal, self._ended], [], [], 1)
            if self._ended in ready:
                ended = time.perf_counter()
                while self.read(0):
                    pass
                return ended
            if self._terminal in ready and not self._take():
                select.select([self._ended], [], [], 1)
        raise RuntimeError(f"the program did not end:\n{self.text}")

    def modes_left_on(self) -> int:
        """How many modes of the terminal are not as they were before the program."""
        sent = b"".join(part.data for part in self.parts)
        on: dict[int, bool] = {}
        for numbers, switch in _MODE.findall(sent):
            on.update(dict.fromkeys(map(int, numbers.split(b";")), switch == b"h"))
        left = [mode for mode, is_on in on.items() if is_on != (mode in _ON_BEFORE)]
        keyboard = len(re.findall(rb"\x1b\[>[0-9]+u", sent)) > sent.count(b"\x1b[<u")
        return len(left) + keyboard + (termios.tcgetattr(self._terminal) != self._attributes)

    def close(self) -> None:
        """End the program, where it has not ended."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._ended)
        os.close(self._terminal)

    def _take(self) -> bool:
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:
            return False
        self.parts.append(Part(time.perf_counter(), data))
        if answer := self._answers.to(data):
            os.write(self._terminal, answer)
        return bool(data)

    def _is_gone(self) -> bool:
        return bool(select.select([self._ended], [], [], 0)[0])

    def _screen(self) -> Screen:
        screen = Screen(*self.size)
        screen.feed(b"".join(part.data for part in self.parts))
        return screen
