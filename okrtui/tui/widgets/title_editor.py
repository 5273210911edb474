"""Writing a title where it stands in the tree."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from okrtui.tui.widgets.line_input import LineInput


class TitleEditor(LineInput):
    """One line over the tree: enter keeps the title, tab goes on in the form, escape leaves it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Leave", show=False),
        Binding("tab", "go_on", "Form", show=False),
        Binding("shift+tab", "submit", "Keep", show=False),
    ]

    @dataclass
    class Written(Message):
        """The title is written."""

        text: str
        go_on: bool
        """Whether the person wants the whole form now."""

    class Cancelled(Message):
        """The title stays as it was."""

    async def action_submit(self) -> None:
        """Keep the title."""
        self._take(go_on=False)

    def action_go_on(self) -> None:
        """Keep the title and open the form."""
        self._take(go_on=True)

    def action_cancel(self) -> None:
        """Leave the title as it was."""
        self.post_message(self.Cancelled())

    def _take(self, *, go_on: bool) -> None:
        if not self.gave_help():
            self.post_message(self.Written(self.value, go_on))
