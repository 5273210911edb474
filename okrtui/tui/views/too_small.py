"""What is shown where a window is too small for anything else."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from okrtui.i18n import tr

LEAST = (50, 12)
"""Columns and lines that the views need."""


class TooSmall(ModalScreen[None]):
    """Says what is needed; everything is still there once the window grows."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.quit", "Quit", show=False)]

    def compose(self) -> ComposeResult:
        """What to do."""
        columns, lines = LEAST
        words = tr(
            "This window is too small. okrtui needs {columns} columns and {lines} lines.", columns=columns, lines=lines
        )
        yield Static("\n".join([words, tr("q leaves; nothing is lost.")]), markup=False)
