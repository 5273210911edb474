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
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pyte

_MARKS_OF_ORDER = rb"\xe2\x80[\x8e\xab\xac]"
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\|" + _MARKS_OF_ORDER)
KEYS = {
    "enter": b"\r",
    "tab": b"\t",
    "esc": b"\x1b",
    "ctrl+e": b"\x05",
    "ctrl+s": b"\x13",
    "ctrl+z": b"\x1a",
    "down": b"\x1b[B",
    "up": b"\x1b[A",
}
"""What a terminal sends for keys that are no characters."""
PROGRAM = ("-m", "okrtui")
"""The words after the interpreter's name."""
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_SHOWN_AND_WRAPPING = {25, 7}
"""Modes of a terminal that are on before a program begins."""
LONGEST_WAIT = 20.0
"""Seconds after which a screen that does not come is a failure; reached only by failures."""
_LOOK = 0.01
"""Seconds between looks at a program that is ending."""


class Session:
    """One start of the program."""

    def __init__(
        self,
        arguments: list[str],
        environ: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        program: Sequence[str] = PROGRAM,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent_by_program = b""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, *program, *arguments], dict(environ))
        self._attributes = termios.tcgetattr(self._terminal)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.send(KEYS.get(key, key.encode()))

    def send(self, data: bytes) -> None:
        os.write(self._terminal, data)

    def send_signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def signal_to_job(self, number: signal.Signals) -> None:
        """Send a signal to what has the terminal now, as a shell's job."""
        os.killpg(os.tcgetpgrp(self._terminal), number)

    def stall(self) -> None:
        """From now on the terminal takes nothing, as on a line that hangs."""
        self._flow(termios.TCOOFF)

    def go_on(self) -> None:
        """The terminal takes what it is sent again."""
        self._flow(termios.TCOON)

    def _flow(self, action: int) -> None:
        slave = os.open(f"/proc/{self.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
        termios.tcflow(slave, action)
        os.close(slave)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def wait_for(self, text: str, *, gone: bool = False) -> None:
        """Read until the screen shows the text, or until it is ``gone``."""
        end = time.monotonic() + LONGEST_WAIT
        while (text in self.text) == gone:
            if time.monotonic() > end or not self._read(end):
                raise AssertionError(f"{text!r} did not {'go' if gone else 'come'}; the screen shows:\n{self.text}")

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Read until something holds of the screen, or of what the program wrote."""
        end = time.monotonic() + LONGEST_WAIT
        while not holds():
            self._read(time.monotonic() + _LOOK)
            assert time.monotonic() < end, f"it never came to hold; the screen shows:\n{self.text}"

    def read_at_once(self) -> bool:
        """Read what is there already; False, for use in conditions."""
        self._read_what_is_left()
        return False

    def wait_for_stop(self) -> None:
        """Read until the program has stopped, as after ctrl+z."""
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end:
            self._read(time.monotonic() + _LOOK)
            if os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)[0]:
                return
        raise AssertionError(f"the program did not stop; the screen shows:\n{self.text}")

    def assert_terminal_given_back(self) -> None:
        """Modes as they were: what is typed is seen, on the ordinary screen, with a cursor and no strange bytes."""
        self._read_what_is_left()
        assert termios.tcgetattr(self._terminal) == self._attributes
        on: dict[int, bool] = {}
        for numbers, switch in _MODE.findall(self.sent_by_program):
            on.update(dict.fromkeys(map(int, numbers.split(b";")), switch == b"h"))
        assert {mode for mode, is_on in on.items() if is_on != (mode in _SHOWN_AND_WRAPPING)} == set()
        keyboard = [self.sent_by_program.count(code) for code in (b"\x1b[>", b"\x1b[<u")]
        assert keyboard[0] <= keyboard[1]

    def wait_for_end(self, within: float = LONGEST_WAIT) -> int:
        """Read until the program has ended, in so many seconds; its exit code, negative for a signal."""
        end = time.monotonic() + within
        while self._terminal >= 0 and self._read(end):
            pass
        return self.wait_for_end_unread(max(_LOOK, end - time.monotonic()))

    def wait_for_end_unread(self, within: float) -> int:
        """Wait until the program has ended while nobody reads what it sends; see :meth:`wait_for_end`."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            select.select([], [], [], _LOOK)
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

    def _read_what_is_left(self) -> None:
        while self._read(time.monotonic()):
            pass

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


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something outside the program's screen holds."""
    end = time.monotonic() + LONGEST_WAIT
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        select.select([], [], [], _LOOK)


@contextlib.contextmanager
def in_terminal(
    directory: Path,
    *arguments: str,
    size: tuple[int, int] = (80, 24),
    program: Sequence[str] = PROGRAM,
    **environ: str,
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
    session = Session(list(arguments), around, size, program)
    try:
        yield session
    finally:
        session.close()
