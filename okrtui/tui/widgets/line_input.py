"""An input of one line that keeps what is pasted and lets nothing through that a terminal would act on."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from okrtui.i18n import tr
from okrtui.model.text import clean_line, is_clean, one_line
from okrtui.tui.messages import Say
from okrtui.tui.widgets.ruled import ruled
from okrtui.tui.widgets.typed import typed_beside

_CALLS_FOR_HELP = frozenset("?\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}")
"""What somebody types alone who does not know what to write."""


class LineInput(Input):
    """Textual's input without a blinking cursor. Whatever becomes its value is cleaned first.

    A paste of several lines is joined, and the status says so.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "undo_typing", show=False)]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As in a widget, but that one more letter lays nothing else out anew."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        """``value`` is what stands there at first."""
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._typed: list[tuple[str, int]] = []
        """What stood here before each word that was typed, and before each piece that was pasted or deleted."""
        self._left = value
        """What the last change that was typed left here; anything else has nothing to go back to."""

    def render_line(self, y: int) -> Strip:
        """What is written; without colours, which tell a field from its ground, on a rule."""
        line = super().render_line(y)
        return ruled(line) if self.app.no_color else line

    def validate_value(self, value: str) -> str:
        """What may stand in the line: spaces at its ends stay while one types."""
        return value if value.isascii() and value.isprintable() else one_line(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in the place of what stands there, to be undone a word at a time."""
        before = self.value
        if text == " " and before and {start, end} == {0, len(before)}:
            return  # one space too many, from a field before that takes it, does not write over what is selected
        if before != self._left:
            self._typed.clear()
        goes_on = len(text) == 1 and start == end and not (text != " " and before[start - 1 : start] == " ")
        if not (self._typed and goes_on):
            self._typed.append((before, self.cursor_position))
        super().replace(text, start, end)
        self._left = self.value

    def insert_text_at_cursor(self, text: str) -> None:
        """Put a text, such as a paste, in the place of what is selected."""
        self.replace(text, *self.selection)

    def action_undo_typing(self) -> None:
        """Go back to what stood here before the last word was typed; the shell is for where nothing is typed."""
        if self._typed and self.value == self._left:
            self.value, self.cursor_position = self._typed.pop()
            self._left = self.value

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is on the screen; Textual's own is a column further at the end of what is written."""
        place = super().cursor_screen_offset
        return place - (1, 0) if self.cursor_at_end else place

    def on_blur(self) -> None:
        """Show what is written from its beginning, wherever the cursor was."""
        self._show_place(0)

    def on_focus(self) -> None:
        """Show where the cursor is again."""
        self._show_place(self._cursor_offset)

    def _show_place(self, column: int) -> None:
        if self.content_width > self.size.width:
            self.scroll_to_region(Region(column, 0, 1, 1), force=True, animate=False)

    def refuse(self) -> None:
        """Show what was refused from its beginning, and have what is typed next take its place."""
        self.selection = Selection(len(self.value), 0)

    @property
    def asks_for_help(self) -> bool:
        """Whether nothing but a question mark stands here."""
        return self.value.strip() in _CALLS_FOR_HELP

    def gave_help(self) -> bool:
        """Show the help of here where a lone question mark asks for it, and take that back; whether one stood here."""
        if not self.asks_for_help:
            return False
        self.value = ""
        self.call_later(self.run_action, "screen.help")
        return True

    async def _on_key(self, event: events.Key) -> None:
        """Take in what Textual's own handler, which comes next, would let fall."""
        if char := typed_beside(event):
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(char)

    def _on_paste(self, event: events.Paste) -> None:
        """Join the lines of what is pasted, leave out control characters, and say what was done."""
        text = event.text.replace("\r\n", "\n").replace("\r", "\n").strip()
        if not is_clean(text):
            self.post_message(Say(tr("pasted without the control characters that were in it"), "$warning"))
        elif "\n" in text:
            self.post_message(Say(tr("pasted as one line: line breaks became spaces"), "$warning"))
        self.insert_text_at_cursor(clean_line(text))
        event.stop()
        event.prevent_default()
