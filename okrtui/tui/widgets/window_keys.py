"""The foot of a small window: its keys, on as many lines as they need."""

from rich.cells import cell_len
from textual.content import Content

from okrtui.tui.key_names import spelled
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import wrapped
from okrtui.tui.widgets.prose import Prose

_GAP = "   "
"""What parts one key with what it does from the next."""


class WindowKeys(Prose):
    """Keys with what they do; where they need two lines, none of them is broken between the two."""

    DEFAULT_CSS = """
    WindowKeys { margin-top: 1; color: $quiet; }
    """

    def __init__(self, keys: str = "") -> None:
        """``keys`` are parted by wide gaps: ``enter takes it   esc leaves``."""
        super().__init__("", markup=False)
        self._keys = keys
        self._colour = ""

    def show(self, keys: str, colour: str = "") -> None:
        """Show others, or something to be said in their place, in a theme colour."""
        self._keys, self._colour = keys, colour
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Content]:
        """The keys, in lines of at most so many columns."""
        lines = _packed(spelled(self._keys), width)
        return [part for line in lines for part in wrapped(content(line, self._colour), width)]


def _packed(entries: str, width: int) -> list[str]:
    """Entries that wide gaps part, as many on a line as fit."""
    lines: list[str] = []
    for entry in entries.split(_GAP):
        if lines and cell_len(f"{lines[-1]}{_GAP}{entry}") <= width:
            lines[-1] = f"{lines[-1]}{_GAP}{entry}"
        else:
            lines.append(entry)
    return lines
