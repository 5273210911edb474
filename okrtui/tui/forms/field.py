"""One field of a form: label and control."""

from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.types import WatchCallbackType
from textual.widget import Widget
from textual.widgets import Input, TextArea

from okrtui.i18n import tr
from okrtui.model.text import clean_line, clean_prose, display, is_clean
from okrtui.tui.forms.reading import Days, hint, read, written
from okrtui.tui.forms.specs import FieldSpec
from okrtui.tui.messages import Say
from okrtui.tui.widgets.choice import Choice
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.marked import WordMarker
from okrtui.tui.widgets.ruled import ruled
from okrtui.tui.widgets.strips import Lines
from okrtui.tui.widgets.typed import typed_beside

LABEL_WIDTH = 13
"""Columns of a label."""
_LABEL_MOST = 24
"""Columns of a label that is longer."""
_CURSOR = 1
"""Columns that are left for the cursor behind the end of a line."""
_QUOTED = 30
"""Characters that are quoted of what is written."""


class ProseInput(TextArea):
    """Several lines that grow as they are written; tab goes on to the next field."""

    def __init__(self, text: str, placeholder: str) -> None:
        """``text`` is cleaned of what a terminal would act on."""
        super().__init__(
            clean_prose(text), compact=True, tab_behavior="focus", placeholder=placeholder, highlight_cursor_line=False
        )
        self.cursor_blink = False

    def watch(self, obj: DOMNode, attribute_name: str, callback: WatchCallbackType, init: bool = True) -> None:
        """Leave the app's theme unwatched: the app would hold every prose input that ever was until it changes."""
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Its lines at this width, said in time: told of them afterwards, the form would be laid out once more."""
        self.wrapped_document.wrap(max(0, width - _CURSOR), tab_width=self.indent_width)
        self._line_cache.clear()
        height = self.wrapped_document.height
        self.set_reactive(ProseInput.virtual_size, Size(0, height))
        return height

    async def _on_key(self, event: events.Key) -> None:
        """Take in what Textual's own handler, which comes next, would let fall."""
        if char := typed_beside(event):
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard(char, *self.selection)

    def render_line(self, y: int) -> Strip:
        """One of its lines; without colours, which tell a field from its ground, on a rule."""
        line = super().render_line(y)
        return ruled(line) if self.app.no_color else line

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down; from the last one on to the next field."""
        if not select and self._row == self.wrapped_document.height - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def action_cursor_up(self, select: bool = False) -> None:
        """A line up; from the first one back to the field before."""
        if not select and self._row == 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    @property
    def _row(self) -> int:
        """The line in sight on which the cursor is, from 0."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_paste(self, event: events.Paste) -> None:
        """Leave out control characters, and say so."""
        event.stop()
        event.prevent_default()
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")
        if not is_clean(text.replace("\t", " ")):
            self.post_message(Say(tr("pasted without the control characters that were in it"), "$warning"))
        result = self._replace_via_keyboard(clean_prose(text), *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)


class Field(Lines):
    """Draws its label itself, the control beside it. Reads one field; says when it changed and when it was left."""

    @dataclass
    class Changed(Message):
        """Something was typed or chosen."""

        field: "Field"

    @dataclass
    class Left(Message):
        """The keys went elsewhere."""

        field: "Field"

    def __init__(self, spec: FieldSpec, value: Any, days: Days, *, beside: bool) -> None:
        """``beside`` is for a field that shares its line with one before it."""
        super().__init__(classes=f"field{' sized' if spec.width else ''}{' beside' if beside else ''}")
        self.spec = spec
        """What it is about."""
        self.touched = False
        """Whether it was left once; only then is it judged in sight."""
        self._days = days
        self._original = value
        self.unit = ""
        """What the form says that its numbers count, which may stand behind them."""
        self._original_text = "" if spec.reading == "choice" and value is None else written(spec, value, days)
        self._beside = beside
        self._marker = WordMarker()
        self.control = self._made()
        """What takes the keys; it holds the text before it is mounted and after it is gone, too."""

    def compose(self) -> ComposeResult:
        """The control; the label is drawn."""
        yield self.control

    def label(self, *, stacked: bool) -> None:
        """Draw the label; ``stacked`` where fields that share a line stand below each other."""
        label, width = self.spec.label, LABEL_WIDTH
        if self._beside and not stacked:
            label = f"  {label}"
            width = cell_len(label) + 1
        elif not self._beside and cell_len(label) >= LABEL_WIDTH:
            width = min(_LABEL_MOST, cell_len(label) + 1)
        self.control.styles.margin = (0, 0, 0, width)
        self.draw([Content.assemble((label, "$quiet")).truncate(width - 1)])

    def on_mount(self) -> None:
        """What stands there now counts as unchanged."""
        self._original_text = self.text

    @property
    def text(self) -> str:
        """What is written, as it is."""
        control = self.control
        if isinstance(control, TextArea):
            return control.text
        assert isinstance(control, Input | Choice)
        return control.value

    @text.setter
    def text(self, text: str) -> None:
        control = self.control
        if isinstance(control, TextArea):
            control.text = clean_prose(text)
        elif isinstance(control, Input | Choice):
            control.value = text

    def write(self, text: str) -> None:
        """Write a text in the place of what stands there, to be undone as if it had been typed."""
        if isinstance(self.control, LineInput):
            self.control.replace(text, 0, len(self.control.value))
        else:
            self.text = text

    def mark(self, spans: list[tuple[int, int]]) -> None:
        """Mark words of a line, by their first character and the one past the last."""
        if spans != self._marker.spans:
            self._marker.spans = spans
            self.control.refresh()

    @property
    def is_changed(self) -> bool:
        """Whether anything else is written than at first."""
        return self.text.rstrip() != self._original_text.rstrip()

    def value(self) -> Any:
        """What is written, as a value; the very value from before where nothing was changed.

        Raises:
            ValueError: it stands for none; the message says what to write.
        """
        return read(self.spec, self.text, self._days, self.unit) if self.is_changed else self._original

    def quoted(self, error: ValueError) -> str:
        """What :meth:`value` says is wrong, with what is written; there is nothing to quote of an empty field."""
        typed = clean_line(self.text)
        # for translators: {problem} goes on with the sentence: "is no number; write it like 30, +3 or -2"
        return tr('"{text}" {problem}', text=display(typed, _QUOTED), problem=error) if typed else str(error)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the form."""
        event.stop()
        self._tell_of_change()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the form."""
        event.stop()
        self._tell_of_change()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Tell the form."""
        event.stop()
        self._tell_of_change()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """From now on the field is judged in sight."""
        event.stop()
        self.touched = True
        self.post_message(self.Left(self))

    def _tell_of_change(self) -> None:
        self.screen.post_message(self.Changed(self))  # straight there: each widget on the way would handle it

    def _made(self) -> Widget:
        control: Widget
        if self.spec.reading == "prose":
            control = ProseInput(self._original_text, self.spec.hint)
        elif self.spec.reading == "choice":
            control = Choice(self.spec.options, self._original_text, self.spec.hint)
        else:
            control = LineInput(self._original_text, placeholder=hint(self.spec, self._days))
            control.highlighter = self._marker
        if self.spec.width:
            control.styles.width = self.spec.width
        return control
