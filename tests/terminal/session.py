"""The program in a real pseudo-terminal, its screen read by a terminal emulator."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyte

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\")
KEYS = {"enter": b"\r", "tab": b"\t", "esc": b"\x1b", "ctrl+s": b"\x13", "ctrl+e": b"\x05", "down": b"\x1b[B"}
"""What a terminal sends for keys that are no characters."""
LONGEST_WAIT = 20.0
"""Seconds after which a screen that does not come is a failure; reached only by failures."""


class Session:
    """One start of the program."""

    def __init__(self, arguments: list[str], environ: Mapping[str, str], size: tuple[int, int] = (80, 24)) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent_by_program = b""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "okrtui", *arguments], dict(environ))
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.send(KEYS.get(key, key.encode()))

    def send(self, data: bytes) -> None:
        os.write(self._terminal, data)

    def wait_for(self, text: str) -> None:
        """Read until the screen shows the text."""
        end = time.monotonic() + LONGEST_WAIT
        while text not in self.text:
            if time.monotonic() > end or not self._read(end):
                raise AssertionError(f"{text!r} did not come; the screen shows:\n{self.text}")

    def wait_for_end(self) -> int:
        """Read until the program has ended; its exit code, negative for a signal."""
        end = time.monotonic() + LONGEST_WAIT
        while self._terminal >= 0 and self._read(end):
            pass
        while time.monotonic() < end:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            select.select([], [], [], 0.01)
        raise AssertionError(f"the program did not end; the screen shows:\n{self.text}")

    def hang_up(self) -> None:
        """Close the terminal, as a dropped connection does."""
        os.close(self._terminal)
        self._terminal = -1

    def close(self) -> None:
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._terminal >= 0:
            os.close(self._terminal)

    def _read(self, end: float) -> bool:
        """Read what there is; False once the program is gone or time is up."""
        ready, _, _ = select.select([self._terminal], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        if not data:
            return False
        self.sent_by_program += data
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return True


@contextlib.contextmanager
def in_terminal(
    directory: Path, *arguments: str, size: tuple[int, int] = (80, 24), **environ: str
) -> Iterator[Session]:
    """The program on a data directory, as over ssh: 256 colours, UTF-8, a home of its own."""
    around = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        "HOME": str(directory / "home"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "OKRTUI_DATA": str(directory / "plans"),
        "OKRTUI_TODAY": "2026-11-12",
        **environ,
    }
    session = Session(list(arguments), around, size)
    try:
        yield session
    finally:
        session.close()
