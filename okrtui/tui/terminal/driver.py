"""Textual's driver with an input thread that nothing a terminal sends can end, and that sleeps until something comes.

The stock one ends the program at one byte that is not UTF-8 (upstream issue 6456), and wakes ten times a second.
"""

import os
import select
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

WIDEST = 1_000
"""The most columns or lines that a terminal is believed to have, when it tells its size."""
_READ_SIZE = 4096
_ESCAPE_WAIT = 0.1
"""Seconds between looks while the parser may wait for the rest of a key."""
_TURNS_AFTER_INPUT = 10
_FROM_SCRATCH = "\x1b(B\x0f\x1b[r\x1b[?7l\x1b[?25l\x1b[m\x1b[2J"
"""Letters as letters, no region, no wrapping, no cursor, no style, nothing on the screen."""

_NOTHING_LEFT = "\x1b[m\x1b[H\x1b[2J"
"""No style, the cursor at the top, nothing on the screen."""


class TerminalDriver(LinuxDriver):
    """Reads keys until told to stop; where the terminal is gone it raises a hang-up in its own process."""

    def __init__(self, app: Any, **options: Any) -> None:
        """As the stock driver."""
        super().__init__(app, **options)
        self._wake_reader, self._wake_writer = os.pipe()
        self._parser = XTermParser(self._debug)
        self._stopping = False

    def clear(self) -> None:
        """Clear the screen, and undo what something else may have done to the terminal."""
        self.write(_FROM_SCRATCH)

    def stop_application_mode(self) -> None:
        """As the stock driver, and nothing is left for what comes next to be written into.

        The Linux console and screen have no second screen to go back from.
        """
        self.write(_NOTHING_LEFT)
        super().stop_application_mode()

    def report_mouse(self) -> bool:
        """Have the terminal tell what the mouse does, or no longer; whether it does now."""
        if self._mouse:
            self._disable_mouse_support()
            self.write("\x1b[?1016l")  # which the terminal may have been told where it knows of pixels
        self._mouse = not self._mouse
        self._enable_mouse_support()
        self.flush()
        return self._mouse

    def disable_input(self) -> None:
        """Wake the input thread, so that it ends at once."""
        self._stopping = True
        os.write(self._wake_writer, b"x")
        super().disable_input()
        self._stopping = False

    def _run_input_thread(self) -> None:
        """Read keys; what goes wrong is told as in any other thread, not as a traceback with exit code 0."""
        self.run_input_thread()

    def run_input_thread(self) -> None:
        """Hand on what the terminal sends, until input is disabled."""
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        turns = 0
        while not self._stopping:
            ready, _, _ = select.select([self.fileno, self._wake_reader], [], [], _ESCAPE_WAIT if turns else None)
            turns = max(0, turns - 1)
            if self._wake_reader in ready:
                os.read(self._wake_reader, 1)
                continue
            if self.fileno in ready:
                data = self._read()
                if not data:
                    os.kill(os.getpid(), signal.SIGHUP)
                    return
                turns = _TURNS_AFTER_INPUT
                self._hand_on(self._understood(decode(data)))
            self._hand_on(self._parser.tick())

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ_SIZE)
        except OSError:
            return b""

    def _understood(self, text: str) -> list[Message]:
        """What a text from the terminal means; a sequence that means nothing is left out, and only that."""
        if not text:
            return []
        try:
            return list(self._parser.feed(text))
        except Exception:
            self._parser = XTermParser(self._debug)  # the old one ended at what it tripped over
            return [message for char in text for message in self._understood(char)] if len(text) > 1 else []

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if not isinstance(message, events.Resize) or max(message.size) <= WIDEST:
                self.process_message(message)
