"""Write one line: a reason, a name, a path."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from okrtui.i18n import tr
from okrtui.model.text import clean_line
from okrtui.tui.plain import content
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.window_keys import WindowKeys


def _needed(text: str) -> str:
    return "" if text else tr("write something, or leave with esc")


class Prompt(ModalScreen[str | None]):
    """Gives the line that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Leave", show=False)]

    def __init__(self, title: str, placeholder: str, value: str = "", check: Callable[[str], str] = _needed) -> None:
        """``check`` says what is wrong with a line; empty where it may be taken."""
        super().__init__()
        self._title = title
        self._placeholder = placeholder
        self._value = value
        self._check = check

    def compose(self) -> ComposeResult:
        """Title, line, what is wrong, keys."""
        with Vertical(classes="dialog"):
            yield Prose(content(self._title, "bold $primary"), classes="dialog-title")
            yield LineInput(self._value, placeholder=self._placeholder)
            yield Prose(id="problem")
            # for translators: keys with what they do
            yield WindowKeys(tr("enter takes it   esc leaves"))

    def on_input_changed(self) -> None:
        """What was wrong with another line says nothing of this one."""
        self.query_one("#problem", Prose).update("")

    def on_input_submitted(self) -> None:
        """Take the line where it is right, say what is wrong where not."""
        line = clean_line(self.query_one(LineInput).value)
        problem = self._check(line)
        if problem:
            self.query_one("#problem", Prose).update(content(problem, "$error"))
            self.mend()
        else:
            self.dismiss(line)

    def mend(self) -> None:
        """What is typed next takes the place of the line that was not taken."""
        self.query_one(LineInput).refuse()
