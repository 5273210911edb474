"""What is shown where a window is too small for anything else."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST = (50, 12)
"""Columns and lines that the views need."""


class TooSmall(ModalScreen[None]):
    """Says what is needed; everything is still there once the window grows."""

    def compose(self) -> ComposeResult:
        """One sentence."""
        columns, lines = LEAST
        yield Static(f"This window is too small. okrtui needs {columns} columns and {lines} lines.", markup=False)
