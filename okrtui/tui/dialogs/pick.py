"""Pick one of a list, narrowed while one types: quarters, parents, commands."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.text import search_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import filled, labelled
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.options import Options
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.window_keys import WindowKeys

_WIDEST, _FRAME = 80, 6
"""Columns of the window, as its style sheet has them, and those that no line takes: one is left before a scrollbar."""
_LEAST_LABEL = 28
"""Columns below which a long label does not stand beside its hint."""
_MOST_LINES = 6
"""Lines that one choice may take."""


@frozen
class Choice:
    """One thing to pick."""

    id: str
    label: str
    hint: str = ""
    """Shown before the label: a key, a quarter's name."""
    also: str = ""
    """Words that find it beside those that are shown."""


class Pick(ModalScreen[str | None]):
    """Gives the id of what was picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", show=False),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "move(8)", "Page down", show=False, priority=True),
        Binding("pageup", "move(-8)", "Page up", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], current: str = "") -> None:
        """``current`` is the id that is highlighted at first."""
        super().__init__()
        self._title = title
        self.choices = list(choices)
        self._current = current
        self._hint_width = max((cell_len(choice.hint) for choice in choices), default=0)

    def compose(self) -> ComposeResult:
        """Title, filter, list, keys."""
        with Vertical(classes="dialog"):
            yield Prose(content(self._title, "bold $primary"), classes="dialog-title")
            yield LineInput(placeholder=tr("type to narrow the list"))
            yield Options(markup=False, compact=True)
            # for translators: keys with what they do
            yield WindowKeys(tr("enter takes it   esc leaves"))

    def on_mount(self) -> None:
        """Show everything."""
        self._fill("")
        self.query_one(LineInput).focus()

    def on_resize(self) -> None:
        """Break the lines for the new width."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self._current = options.get_option_at_index(options.highlighted).id or ""
        self._fill(self.query_one(LineInput).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Take what is highlighted."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        self.dismiss(event.option.id)

    def found(self, words: Sequence[str]) -> list[Choice]:
        """The choices that these words, which are search keys, find; the best first."""
        texts = ((choice, search_key(f"{choice.label} {choice.hint} {choice.also}")) for choice in self.choices)
        return [choice for choice, text in texts if all(word in text for word in words)]

    def action_move(self, by: int) -> None:
        """Move the highlight."""
        options = self.query_one(OptionList)
        if options.option_count:
            here = options.highlighted or 0
            options.highlighted = max(0, min(options.option_count - 1, here + by))

    def _fill(self, text: str) -> None:
        words = search_key(text).split()
        shown = self.found(words) if words else self.choices
        options = self.query_one(OptionList)
        width = min(_WIDEST, self.app.size.width) - _FRAME
        options.clear_options()
        options.add_options([Option(self._line(choice, width), id=choice.id) for choice in shown])
        if not shown:
            options.add_option(Option(content(tr("nothing matches"), "$quiet"), disabled=True))
        ids = [choice.id for choice in shown]
        options.highlighted = (ids.index(self._current) if self._current in ids else 0) if shown else None

    def _line(self, choice: Choice, width: int) -> Content:
        """A choice; what does not fit beside its hint goes on below its label, or all of it below the hint."""
        hint = f"{filled(choice.hint, self._hint_width)}  " if self._hint_width else ""
        lead, label = Content.styled(hint, "$primary"), content(choice.label)
        if lead.cell_length + label.cell_length <= width:
            return Content.assemble(lead, label)
        if width - lead.cell_length < _LEAST_LABEL:
            below = labelled(Content("  "), choice.label, width, _MOST_LINES)
            return Content("\n").join([lead.rstrip(), *below])
        return Content("\n").join(labelled(lead, choice.label, width, _MOST_LINES))
