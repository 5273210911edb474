"""The keys of where one is, and what the marks mean."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from okrtui.tui import commands
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.tree_line import COLOURS, PACE_STYLE

_BADGE = (
    ("S", "specific: what counts is said"),
    ("M", "measurable: a unit and real numbers, no percentage"),
    ("A", "achievable: a confidence of 3 to 8 out of 10"),
    ("R", "realistic: why it moves the objective and is feasible"),
    ("T", "time-bound: a date within the quarter"),
)


class Help(ModalScreen[None]):
    """Read and leave; the arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss(None)", "Leave", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "scroll(12)", "Page down", show=False),
        Binding("pageup", "scroll(-12)", "Page up", show=False),
    ]

    def __init__(self, glyphs: Glyphs) -> None:
        """Everything that is shown comes from the command table."""
        super().__init__()
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The keys by what they are for, then the marks."""
        with Vertical(classes="dialog tall"):
            yield Static("Keys and marks", classes="dialog-title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(Content("\n").join(list(self._lines())), markup=False)
            yield Static("↑ ↓ scroll   esc leaves   ctrl+p finds a command by name", classes="dialog-keys")

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def _lines(self) -> Iterator[Content]:
        heading = ""
        for row in commands.COMMANDS:
            if commands.HEADINGS[row.scope] != heading:
                heading = commands.HEADINGS[row.scope]
                yield from _heading(heading)
            keys = " ".join(map(commands.key_name, row.keys)) or "ctrl+p"
            yield Content.assemble((f"  {keys:<14}", "bold $primary"), row.help)
        yield from _heading("The badge of a key result: a letter is lit when it is true")
        for letter, meaning in _BADGE:
            yield Content.assemble((f"  {letter:<14}", "bold $success"), meaning)
        yield from _heading("How a key result stands")
        for pace, glyph in self._glyphs.paces.items():
            yield Content.assemble((f"  {glyph:<14}", f"bold {COLOURS[PACE_STYLE[pace]]}"), pace)
        doubt = "the confidence does not go with that: look again"
        yield Content.assemble((f"  {self._glyphs.disagrees:<14}", "bold $warning"), doubt)
        moved = "what was committed was changed since; the detail says why"
        yield Content.assemble((f"  {self._glyphs.moved:<14}", "bold $warning"), moved)
        yield from _heading("Actions")
        marks = {"todo": "to do", "doing": "being done", "done": "done", "dropped": "dropped"}
        for name, meaning in marks.items():
            yield Content.assemble((f"  {getattr(self._glyphs, name):<14}", "bold"), meaning)


def _heading(text: str) -> Iterator[Content]:
    yield Content("")
    yield Content.assemble((text, "bold"))
