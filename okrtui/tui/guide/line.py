"""The line to write in the guide: where nothing is typed, the arrows walk."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from okrtui.tui.widgets.line_input import LineInput


class GuideLine(LineInput):
    """Enter takes what is written, tab goes on with it in the form; an empty line gives its arrows away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take(True)", "Form", show=False),
        Binding("up", "to_list", "To the list", show=False),
        Binding("escape", "leave_questions", "Skip all", show=False),
    ]

    @dataclass
    class Taken(Message):
        """What is written is to be kept; nothing new where it says what stood there."""

        text: str
        go_on: bool
        """Whether the person wants the whole form now."""

    @dataclass
    class Walked(Message):
        """An arrow was pressed on a line in which nothing is typed."""

        by: int
        """1 for the next screen, -1 for the one before."""

    class ListWanted(Message):
        """The keys are to go to the list above."""

    class QuestionsLeft(Message):
        """No more answers are to be asked for, and what is typed is none."""

    def __init__(self) -> None:
        """Empty until :meth:`begin`."""
        super().__init__()
        self._at_first = ""
        self.asks = False
        """Whether it asks for an answer, which escape does not give."""

    def begin(self, at_first: str, placeholder: str, written: str = "") -> None:
        """Show what stands there at first, or what was half written."""
        self.value = at_first
        self._at_first = self.value
        self.value = written or at_first
        self.placeholder = placeholder
        self.cursor_position = len(self.value)

    def settle(self) -> None:
        """What stands there now is taken."""
        self._at_first = self.value

    @property
    def is_changed(self) -> bool:
        """Whether anything new is typed."""
        return self.value != self._at_first

    @property
    def has_news(self) -> bool:
        """Whether there is something to take: what is typed, or that nothing stands there any more."""
        return self.is_changed and bool(self.value.strip() or self._at_first)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape is for the guide where no answer is asked for."""
        return self.asks if action == "leave_questions" else super().check_action(action, parameters)

    def action_leave_questions(self) -> None:
        """Give no answer."""
        self.post_message(self.QuestionsLeft())

    async def action_submit(self) -> None:
        """Take what is written."""
        self.action_take(False)

    def action_take(self, go_on: bool) -> None:
        """Take what is written, and go on in the form; where there is nothing, tab goes to the list."""
        if self.gave_help():
            return
        if go_on and not self.is_changed:
            self.post_message(self.ListWanted())
        else:
            self.post_message(self.Taken(self.value, go_on))

    def action_to_list(self) -> None:
        """Give the keys to the list above."""
        self.post_message(self.ListWanted())

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor; behind the end of what stood there already, go on to the next screen."""
        if not self.is_changed and self.cursor_position >= len(self.value):
            self.post_message(self.Walked(1))
        else:
            super().action_cursor_right(select)

    def action_cursor_left(self, select: bool = False) -> None:
        """Move the cursor; before what stood there already, go back to the screen before."""
        if not self.value or (not self.is_changed and not self.cursor_position):
            self.post_message(self.Walked(-1))
        else:
            super().action_cursor_left(select)
