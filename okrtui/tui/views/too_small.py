"""What is shown where a window is too small for anything else."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from okrtui.i18n import tr
from okrtui.tui import commands
from okrtui.tui.keys_in_use import shown_key

LEAST = (50, 12)
"""Columns and lines that the views need."""


class TooSmall(ModalScreen[None]):
    """Says what is needed; everything is still there once the window grows."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of([commands.command("quit")])]

    async def action_quit(self) -> None:
        """Leave what is open below, as its own key would."""
        await self.app.action_quit()

    def compose(self) -> ComposeResult:
        """What to do."""
        columns, lines = LEAST
        words = tr(
            "This window is too small. okrtui needs {columns} columns and {lines} lines.", columns=columns, lines=lines
        )
        yield Static("\n".join([words, tr("{key} leaves; nothing is lost.", key=shown_key("quit"))]), markup=False)
