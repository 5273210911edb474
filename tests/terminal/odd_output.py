"""A program that sends what no frame of Textual's holds: python -m tests.terminal.odd_output stock|thin."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Static

from okrtui.tui.terminal.driver import TerminalDriver
from okrtui.tui.terminal.thin_driver import ThinDriver

ODD = (
    "\x1b[3;1Hwritten by somebody else\x1b[3;5H\x1b[3@",
    "\x07",
    "\x1b]52;c;dGhlIHBsYW4=\x07",
    "\x1b[4;1H\x1b[4:3mcurly\x1b[0m",
    "\x1b[5;1H\x1b]8;;https://example.org\x1b\\a link\x1b]8;;\x1b\\",
)


class OddOutput(App[None]):
    """Counts the keys, and sends something odd at each but the first, which only shows that the start is over."""

    environ: ClassVar[dict[str, str]] = {"TERM": "xterm"}
    CSS = "Static { background: blue; width: 100%; }"

    def compose(self) -> ComposeResult:
        self._line = Static("begun")
        yield self._line
        yield Static("calm\n" * 8)

    def on_key(self) -> None:
        if str(self._line.content) == "begun":
            self._line.update("drawn 0")
            return
        assert self._driver is not None
        for text in ODD:
            self._driver.write(text)
        self._line.update(f"drawn {int(str(self._line.content).split()[1]) + 1}")


if __name__ == "__main__":
    OddOutput(driver_class=ThinDriver if sys.argv[1] == "thin" else TerminalDriver).run(mouse=False)
