"""The keys of where one is, and what the marks mean, narrowed while one types."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from okrtui.coach.findings import Severity
from okrtui.frozen import frozen
from okrtui.i18n import mark, tr
from okrtui.model.text import search_key
from okrtui.tui import commands
from okrtui.tui.keys_in_use import shown_key, shown_keys
from okrtui.tui.plain import content
from okrtui.tui.scopes import HEADINGS, Scope
from okrtui.tui.widgets.cells import filled, labelled
from okrtui.tui.widgets.detail import STATUS_WORDS
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.lines import SEVERITY_MARK
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.states import colour_of
from okrtui.tui.widgets.window_keys import WindowKeys

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

_FOUND: dict[Severity, str] = {
    # for translators: what the mark of an error means
    "error": mark("an error: it keeps the plan from being committed"),
    # for translators: what the mark of a warning means
    "warning": mark("a warning: worth a look, or accepted on purpose"),
    # for translators: what the mark of a hint means
    "hint": mark("a hint: good to know"),
}

_LEAST_SHOWN, _MOST_SHOWN = 14, 22
"""Columns of the keys, before what they do."""
_MOST_LINES = 3
"""Lines that one entry may take."""


@frozen
class Entry:
    """A key or a mark with what it means."""

    shown: str
    """The keys, or the mark."""
    meaning: str
    style: str = "bold $primary"
    name: str = ""
    """A word or two that find it beside those that are shown."""

    def is_key(self, text: str) -> bool:
        """Whether the text is one of its keys; letters of both sizes are keys of their own."""
        return text in self.shown.split()

    def says(self, text: str) -> bool:
        """Whether every word of the text stands in its keys, in its name, or in what it means."""
        said = search_key(f"{self.shown} {self.name} {self.meaning}")
        return all(word in said for word in search_key(text).split())


@frozen
class Section:
    """Entries under a heading."""

    heading: str
    entries: list[Entry]


class Help(ModalScreen[None]):
    """Read, type to narrow the list, and leave; the arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", show=False, priority=True),
        Binding("down", "scroll(1)", "Down", show=False, priority=True),
        Binding("up", "scroll(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "scroll(12)", "Page down", show=False, priority=True),
        Binding("pageup", "scroll(-12)", "Page up", show=False, priority=True),
    ]

    def __init__(self, glyphs: Glyphs, *here: Scope) -> None:
        """Everything that is shown comes from the command table; the scopes of ``here`` come first."""
        super().__init__()
        self._sections = [*_commands(here), *_marks(glyphs), *_commands(_elsewhere(here))]
        widths = [cell_len(entry.shown) for section in self._sections for entry in section.entries]
        self._width = max(_LEAST_SHOWN, min(_MOST_SHOWN, max(widths) + 1))
        self._list = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """The line to type in, the keys by what they are for, the marks."""
        with Vertical(classes="dialog tall"):
            yield Prose(content(tr("Keys and marks"), "bold $primary"), classes="dialog-title")
            yield LineInput(placeholder=tr("type to narrow the list"))
            with VerticalScroll(can_focus=False):
                yield self._list
            # for translators: keys with what they do
            yield WindowKeys(tr("↑ ↓ scroll   esc leaves   {key} finds a command by name", key=shown_key("palette")))
            own = tr("{key} opens the settings: any command can have a key of your own", key=shown_key("settings"))
            yield Prose(content(own, "$quiet"))

    def on_mount(self) -> None:
        """Take what is typed."""
        self.query_one(LineInput).focus()

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self._draw)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._draw()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def on_input_submitted(self) -> None:
        """Leave: it was found."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def _draw(self) -> None:
        typed = self.query_one(LineInput).value.strip()
        width = self._list.size.width
        lines: list[Content] = []
        for section in _narrowed(self._sections, typed):
            lines += [Content(""), content(section.heading, "bold")]
            for entry in section.entries:
                lead = Content.assemble("  ", (filled(entry.shown, self._width), entry.style))
                lines += labelled(lead, entry.meaning, width, _MOST_LINES)
        self._list.update(Content("\n").join(lines or [Content(""), content(tr("nothing matches"), "$quiet")]))


def _narrowed(sections: Sequence[Section], typed: str) -> Iterator[Section]:
    """What the text finds: what it does where it is a single key, else what has all its words."""
    is_key = len(typed) == 1 and any(entry.is_key(typed) for section in sections for entry in section.entries)
    for section in sections:
        found = [entry for entry in section.entries if (entry.is_key(typed) if is_key else entry.says(typed))]
        if found:
            yield Section(section.heading, found)


def _elsewhere(here: Sequence[Scope]) -> list[Scope]:
    return [scope for scope in HEADINGS if scope not in here]


def _commands(scopes: Sequence[Scope]) -> Iterator[Section]:
    """The commands of the scopes, in their order; those with one heading under one."""
    entries: dict[str, list[Entry]] = {}
    for scope in scopes:
        entries.setdefault(HEADINGS[scope], []).extend(
            Entry(shown_keys(row), tr(row.help), name=tr(row.label)) for row in commands.in_scope(scope)
        )
    yield from (Section(tr(heading), found) for heading, found in entries.items())


def _marks(glyphs: Glyphs) -> Iterator[Section]:
    badge = [Entry(letter, tr(meaning), "bold $success") for letter, meaning in _BADGE]
    yield Section(tr("The badge of a key result: a letter is lit when it is true"), badge)
    states = [Entry(glyph, tr(state), f"bold {colour_of(state)}") for state, glyph in glyphs.states.items()]
    doubt = tr("the confidence does not go with that: look again")
    moved = tr("what was committed was changed since; the detail says why")
    more = [Entry(glyphs.disagrees, doubt, "bold $warning"), Entry(glyphs.moved, moved, "bold $warning")]
    yield Section(tr("How a key result stands"), [*states, *more])
    found = [Entry(sign, tr(_FOUND[severity]), f"bold {colour}") for severity, (sign, colour) in SEVERITY_MARK.items()]
    # for translators: what the mark of a question means
    question = Entry("?", tr("a question to ask yourself"), "bold $accent")
    yield Section(tr("What the coach says"), [*found, question])
    statuses = [Entry(getattr(glyphs, name), tr(meaning), "bold") for name, meaning in STATUS_WORDS.items()]
    yield Section(tr("Actions"), statuses)
