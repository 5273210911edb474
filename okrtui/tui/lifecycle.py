"""The end of the program, however it comes: what was being written is kept, the terminal is given back.

asyncio's own signal handlers do not run while a stalled line blocks the output, and leaving in order may then hang. So
plain signal handlers keep the draft at once and ask for the exit, and a thread makes sure of it.
"""

import asyncio
import contextlib
import os
import signal
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

GRACE = 2.0
"""Seconds in which the program may leave in order; then it is ended."""
LOOK_EVERY = 1.0
"""Seconds between looks whether the terminal is still there."""

_MODES_OFF = (2004, 2048, 1000, 1003, 1006, 1015, 1004)
_RESTORE = b"\x1b[<u" + b"".join(b"\x1b[?%dl" % mode for mode in _MODES_OFF) + b"\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"
_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT)


@contextlib.contextmanager
def guarded(keep: Callable[[], None], leave: Callable[[int], None]) -> Iterator[None]:
    """Run a program in a terminal so that it ends well.

    ``keep`` puts what is being written on disk, without waiting for anything. ``leave`` asks the program to end with an
    exit code; it is called in the program's own loop.
    """
    terminal = sys.__stdin__.fileno() if sys.__stdin__ else 0
    before = _attributes(terminal)
    ended = threading.Event()

    def end(number: int, _: FrameType | None) -> None:
        code = 128 + number
        for other in _ENDING:
            signal.signal(other, signal.SIG_IGN)
        threading.Thread(target=_make_sure, args=(ended, terminal, before, code), daemon=True).start()
        with contextlib.suppress(Exception):
            keep()
        with contextlib.suppress(RuntimeError):
            asyncio.get_running_loop().call_soon_threadsafe(leave, code)

    handlers = {number: signal.signal(number, end) for number in _ENDING}
    threading.Thread(target=_watch, args=(ended, terminal), daemon=True).start()
    try:
        yield
    finally:
        ended.set()
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _attributes(terminal: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(terminal)
    except termios.error:
        return None


def _watch(ended: threading.Event, terminal: int) -> None:
    """Where the terminal goes without a word, say the word."""
    while not ended.wait(LOOK_EVERY):
        if _attributes(terminal) is None:
            os.kill(os.getpid(), signal.SIGHUP)
            return


def _make_sure(ended: threading.Event, terminal: int, before: list[Any] | None, code: int) -> None:
    """End the program where it does not by itself, and give the terminal back without waiting for it."""
    if ended.wait(GRACE):
        return
    with contextlib.suppress(OSError, termios.error):
        termios.tcflush(terminal, termios.TCOFLUSH)
        if before is not None:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
        os.set_blocking(2, False)
        os.write(2, _RESTORE)
    os._exit(code)
