"""The page where there is no plan to show: the first start, a quarter that is not there, a file that cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from okrtui.i18n import mark, tr
from okrtui.tui import commands
from okrtui.tui.dialogs.pick import Choice
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say
from okrtui.tui.plain import content
from okrtui.tui.steady import SteadyScreen
from okrtui.tui.widgets.lines import KeyLine, StatusLine
from okrtui.tui.widgets.prose import Prose

WELCOME = (
    mark("okrtui plans a quarter as OKRs, works it week by week, and answers for it."),
    mark("Objectives say where to go: 3 to 5 short sentences, without numbers."),
    mark("Key results prove it: 3 to 5 each, counted in real numbers, with a date."),
    mark("Actions get there. Nothing typed is lost; a quarter is one file."),
    mark("A spreadsheet that is there already can be imported, with a preview."),
)
"""What this is, in five lines; ``tr`` shows them."""


class StartScreen(SteadyScreen[None]):
    """Says what is the matter in a few lines and offers ways on."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings_of([commands.command("quit")])]

    @dataclass
    class Chosen(Message):
        """A way on was picked."""

        id: str

    def __init__(
        self, title: str, lines: Sequence[str], choices: Sequence[Choice], place: str, first: str = ""
    ) -> None:
        """``place`` is shown small at the foot: where the files are; ``first`` is the way on that is marked."""
        super().__init__()
        self._title = title
        self._lines = lines
        self._choices = choices
        self._place = place
        self._first = first
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """Title, lines, ways on, where the files are, keys."""
        with Vertical(id="start"):
            yield Static(content(self._title, "bold $primary"), id="start-title")
            yield Prose(Content("\n").join([content(line) for line in self._lines]), id="start-lines")
            yield _Ways(
                *[Option(content(choice.label), id=choice.id) for choice in self._choices],
                markup=False,
                compact=True,
            )
            yield Static(content(self._place, "$faint"), id="start-place")
        yield self._status
        yield KeyLine([("↑ ↓", tr("choose")), ("enter", tr("go on")), (shown_key("quit"), tr("quit"))])

    def on_mount(self) -> None:
        """The way on that suits the day is marked; the topmost where that is not offered."""
        options = self.query_one(OptionList)
        options.highlighted = next((at for at, way in enumerate(self._choices) if way.id == self._first), 0)
        options.focus()

    def on_say(self, event: Say) -> None:
        """Say something at the foot."""
        event.stop()
        self._status.say(event.text, event.colour)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand the choice on."""
        event.stop()
        self.post_message(self.Chosen(event.option.id or ""))

    def action_quit(self) -> None:
        """Leave; there is nothing to save here."""
        self.app.exit()


class _Ways(OptionList):
    """Moves as every list does."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("move")]

    def on_resize(self) -> None:
        """Keep the way under the cursor in view."""
        self.call_after_refresh(self.scroll_to_highlight)

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the way under the cursor into view where the page is longer than the window."""
        super().scroll_to_highlight(top)
        line = self._index_to_line.get(self.highlighted or 0)
        if line is not None and isinstance(self.parent, Widget):
            line += self.virtual_region.y
            self.parent.scroll_to_region(Region(0, line, 1, 1), animate=False, force=True, immediate=True)
