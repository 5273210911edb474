"""The keys of where one is, and what the marks mean."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from okrtui.i18n import mark, tr
from okrtui.tui import commands
from okrtui.tui.keys_in_use import shown_key, shown_keys
from okrtui.tui.scopes import HEADINGS
from okrtui.tui.widgets.detail import STATUS_WORDS
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.tree_line import COLOURS, PACE_STYLE

_BADGE = (
    # for translators: the letter S of SMART is lit
    ("S", mark("specific: what counts is said")),
    # for translators: the letter M of SMART is lit
    ("M", mark("measurable: a unit and real numbers, no percentage")),
    # for translators: the letter A of SMART is lit
    ("A", mark("achievable: a confidence of 3 to 8 out of 10")),
    # for translators: the letter R of SMART is lit
    ("R", mark("realistic: why it moves the objective and is feasible")),
    # for translators: the letter T of SMART is lit
    ("T", mark("time-bound: a date within the quarter")),
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
            yield Static(tr("Keys and marks"), classes="dialog-title", markup=False)
            with VerticalScroll(can_focus=False):
                yield Static(Content("\n").join(list(self._lines())), markup=False)
            # for translators: keys with what they do
            keys = tr("↑ ↓ scroll   esc leaves   {key} finds a command by name", key=shown_key("palette"))
            yield Static(keys, classes="dialog-keys", markup=False)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def _lines(self) -> Iterator[Content]:
        heading = ""
        for row in commands.COMMANDS:
            if HEADINGS[row.scope] != heading:
                heading = HEADINGS[row.scope]
                yield from _heading(tr(heading))
            yield Content.assemble((f"  {shown_keys(row):<14}", "bold $primary"), tr(row.help))
        yield from _heading(tr("The badge of a key result: a letter is lit when it is true"))
        for letter, meaning in _BADGE:
            yield Content.assemble((f"  {letter:<14}", "bold $success"), tr(meaning))
        yield from _heading(tr("How a key result stands"))
        for pace, glyph in self._glyphs.paces.items():
            yield Content.assemble((f"  {glyph:<14}", f"bold {COLOURS[PACE_STYLE[pace]]}"), tr(pace))
        doubt = tr("the confidence does not go with that: look again")
        yield Content.assemble((f"  {self._glyphs.disagrees:<14}", "bold $warning"), doubt)
        moved = tr("what was committed was changed since; the detail says why")
        yield Content.assemble((f"  {self._glyphs.moved:<14}", "bold $warning"), moved)
        yield from _heading(tr("Actions"))
        for name, meaning in STATUS_WORDS.items():
            yield Content.assemble((f"  {getattr(self._glyphs, name):<14}", "bold"), tr(meaning))


def _heading(text: str) -> Iterator[Content]:
    yield Content("")
    yield Content.assemble((text, "bold"))
