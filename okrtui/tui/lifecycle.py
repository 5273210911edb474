"""The end of the program, however it comes: what was being written is kept, the terminal is given back.

asyncio's own signal handlers do not run while a stalled line blocks the output, and leaving in order may then hang. So
plain signal handlers keep the draft at once and ask for the exit, and a thread, told by the system itself, makes sure
of it.
"""

import asyncio
import contextlib
import os
import select
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

GRACE = 1.5
"""Seconds in which the program may leave in order; then it is ended."""
LOOK_EVERY = 1.0
"""Seconds between looks whether the terminal is still there."""
_REST = 0.1
"""Seconds for what is being written to get through, once the terminal takes it, so that it does not come last."""

_MODES_OFF = (2004, 2048, 1000, 1003, 1006, 1015, 1004)
_MODES_RESET = b"".join(b"\x1b[?%dl" % mode for mode in _MODES_OFF)
_RESTORE = b"\x1b[r\x1b[<u" + _MODES_RESET + b"\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"
_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGINT)
_SIGNALLED = 128
_MANY = 256


@contextlib.contextmanager
def guarded(keep: Callable[[], None], leave: Callable[[int], None]) -> Iterator[None]:
    """Run a program in a terminal so that it ends well.

    ``keep`` puts what is being written on disk, without waiting for anything. ``leave`` asks the program to end with an
    exit code; it is called in the program's own loop.
    """
    terminal = sys.__stdin__.fileno() if sys.__stdin__ else 0
    is_ending = False

    def end(number: int, _: FrameType | None) -> None:
        nonlocal is_ending
        is_ending = True
        for other in _ENDING:
            signal.signal(other, signal.SIG_IGN)
        with contextlib.suppress(Exception):
            keep()
        if _is_lent(terminal):
            os._exit(_SIGNALLED + number)
        with contextlib.suppress(RuntimeError):
            asyncio.get_running_loop().call_soon_threadsafe(leave, _SIGNALLED + number)

    handlers = {number: signal.signal(number, end) for number in _ENDING}
    told, tell = os.pipe()
    os.set_blocking(tell, False)
    # The system writes the number of each signal there itself, even where the program is stuck in a system call.
    before = signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    threading.Thread(target=_guard, args=(told, terminal, _attributes(terminal)), daemon=True).start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)
        os.close(tell)
        if not is_ending:
            for number, handler in handlers.items():
                signal.signal(number, handler)


def _attributes(terminal: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(terminal)
    except termios.error:
        return None


def _is_lent(terminal: int) -> bool:
    """Whether another program has the terminal, as the shell has after ctrl+z: then it is not to be touched."""
    try:
        return os.tcgetpgrp(terminal) != os.getpgrp()
    except OSError:
        return False


def _guard(told: int, terminal: int, before: list[Any] | None) -> None:
    """Where the terminal goes without a word, say the word; end the program where a signal does not."""
    number = 0
    while not number:
        if select.select([told], [], [], LOOK_EVERY)[0]:
            numbers = os.read(told, _MANY)
            if not numbers:
                return
            number = next((found for found in numbers if found in _ENDING), 0)
        elif _attributes(terminal) is None:
            number = signal.SIGHUP
    # Handlers run in the main thread alone, which a signal that reached another one does not wake, as in an editor.
    signal.pthread_kill(threading.main_thread().ident or 0, number)
    if not _has_left(told):
        _give_back(terminal, before)
        os._exit(_SIGNALLED + number)


def _has_left(told: int) -> bool:
    """Whether the program comes to its end within the grace."""
    end = time.monotonic() + GRACE
    while (left := end - time.monotonic()) > 0 and select.select([told], [], [], left)[0]:
        if not os.read(told, _MANY):
            return True
    return False


def _give_back(terminal: int, before: list[Any] | None) -> None:
    """Put the terminal back as it was, without waiting for it."""
    with contextlib.suppress(OSError, termios.error):
        termios.tcflush(terminal, termios.TCOFLUSH)
        termios.tcflow(terminal, termios.TCOON)
        time.sleep(_REST)
        if before is not None:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
        os.set_blocking(2, False)
        try:
            os.write(2, _RESTORE)
        finally:
            os.set_blocking(2, True)  # the shell reads and writes through the same open terminal
