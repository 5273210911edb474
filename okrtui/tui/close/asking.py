"""A step that asks one thing of each key result: a list of them, and below it a line to write in."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from okrtui.i18n import mark, tr
from okrtui.model.closing import ToScore
from okrtui.tui.close.score_words import titled
from okrtui.tui.close.step import Step
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import widest
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.world import World

VALUE, SCORE, WHY = (
    # for translators: stands before the line in which the value of a key result is written
    mark("value"),
    # for translators: stands before the line in which a score from 0 to 1 is written
    mark("score"),
    # for translators: stands before the line in which it is written why a key result fell short
    mark("why"),
)
"""What the line is for."""

_MOST_LABEL = 16
"""The most columns of it."""


class AskingStep(Step):
    """Asks row by row. A kind of step says what a row shows, what the line is for, and what enter does."""

    DEFAULT_CSS = """
    AskingStep { height: 1fr; }
    AskingStep RowList {
        height: 1fr; background: $background; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable; scrollbar-color: $edge; scrollbar-background: $background;
    }
    AskingStep > Static { height: 1; background: $surface; text-wrap: nowrap; text-overflow: ellipsis; padding: 0 1; }
    AskingStep > Prose { height: auto; max-height: 3; }
    AskingStep > Horizontal { height: auto; max-height: 3; background: $surface; padding: 0 1; }
    AskingStep Horizontal Static { height: 1; width: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    AskingStep .asking-label { color: $quiet; }
    AskingStep .asking-known { height: auto; width: 1fr; margin-left: 2; color: $quiet; }
    AskingStep LineInput { width: 16; background: $panel; }
    AskingStep LineInput.-long { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "row(1)", "Next row", show=False),
        Binding("up", "row(-1)", "Row before", show=False),
        Binding("pagedown", "row(8)", "Rows after", show=False),
        Binding("pageup", "row(-8)", "Rows before", show=False),
    ]

    def __init__(self, world: World) -> None:
        """Empty until it is shown a plan."""
        super().__init__(world)
        self.list = RowList()
        """The key results; the line below is about the one under the cursor."""
        self.line = LineInput()
        """What is written."""
        self._label = Static("", classes="asking-label", markup=False)
        self._label.styles.width = widest([tr(VALUE), tr(SCORE), tr(WHY)], _MOST_LABEL) + 2
        self._known = Prose(classes="asking-known")
        self._about = Static("", markup=False)
        self._message = Prose()

    # What a kind of step says

    name_of_draft: ClassVar[str]
    """What half-typed texts of this step are called."""

    def cells(self, row: ToScore, width: int) -> Content:
        """What stands at the right of a row."""
        raise NotImplementedError

    def submit(self, row: ToScore, text: str) -> str:
        """Take what was written; gives what is wrong with it, or nothing."""
        raise NotImplementedError

    def prompt(self, row: ToScore) -> tuple[str, str, str, str]:
        """Label and placeholder of the line, what is known beside it, and what the keys do in it."""
        raise NotImplementedError

    def begins_at(self) -> str:
        """Id of the first row that asks for something; empty for the first one."""
        raise NotImplementedError

    # What they share

    def compose(self) -> ComposeResult:
        """The rows, the title of the one that is asked about, the line, what is to be said."""
        yield self.list
        yield self._about
        with Horizontal():
            yield self._label
            yield self.line
            yield self._known
        yield self._message

    def refresh_step(self) -> None:
        """Draw the rows as they stand now."""
        self.list.show(list(self._rows()))
        self.ask()

    def enter(self) -> None:
        """Begin where something is asked for."""
        if not self.line.value and (start := self.begins_at()):
            self.list.cursor_id = start
        self.ask()
        (self.line if self.row else self.list).focus()

    def half_typed(self) -> dict[str, str]:
        """The line, where something stands in it."""
        row = self.row
        return {f"{self.name_of_draft} {row.key_result.id}": self.line.value} if row and self.line.value.strip() else {}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a half-typed line back to its key result."""
        for about, text in texts.items():
            name, _, item_id = about.partition(" ")
            if name == self.name_of_draft and item_id in self.list.ids:
                self.list.cursor_id = item_id
                self.write(text)

    def write(self, text: str) -> None:
        """Put a text into the line, the cursor behind it."""
        self.line.value = text
        self.line.cursor_position = len(text)
        self.ask()

    @property
    def row(self) -> ToScore | None:
        """The key result that is asked about."""
        return next((row for row in self.closing.rows if row.key_result.id == self.list.cursor_id), None)

    def go_to(self, item_id: str) -> None:
        """Ask about another key result; an empty id goes on to the next step."""
        self.line.value = ""
        if item_id:
            self.list.cursor_id = item_id
            self.ask()
        else:
            self.post_message(self.Passed(1))

    def after(self, row: ToScore) -> str:
        """Id of the key result below a row; empty at the end."""
        ids = self.list.ids
        at = ids.index(row.key_result.id) + 1
        return ids[at] if at < len(ids) else ""

    def action_row(self, by: int) -> None:
        """Go to another row; what is half typed is dropped only where it is empty."""
        ids = self.list.ids
        if not ids:
            return
        at = ids.index(self.list.cursor_id)
        there = max(0, min(len(ids) - 1, at + by))
        if there == at:
            return
        if self.line.value.strip():
            self.complain(tr("enter takes what is written first; an empty line may be left"))
            return
        self.go_to(ids[there])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Forget what was wrong; the walk keeps what is typed."""
        if event.input is self.line:
            self.ask()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is written, and go on."""
        event.stop()
        row = self.row
        if row is None:
            self.post_message(self.Passed(1))
        elif problem := self.submit(row, self.line.value):
            self.complain(problem)
            self.line.refuse()

    def complain(self, problem: str, colour: str = "$error") -> None:
        """Say below the line what is wrong."""
        self._message.update(Content.assemble(("! ", f"bold {colour}"), content(problem, colour)))

    def ask(self) -> None:
        """Say what is asked about the row under the cursor."""
        row = self.row
        self.line.display = row is not None
        if row is None:
            for static in (self._about, self._label, self._known):
                static.update("", layout=False)
            self._message.update()
            return
        label, placeholder, known, keys = self.prompt(row)
        position = (f"{row.position}  ", "bold $primary")
        title = content(row.key_result.title or tr("(no title yet)"), "bold")
        self._about.update(Content.assemble(position, title), layout=False)
        self._label.update(content(label), layout=False)
        self._known.update(content(known))
        self._known.display = bool(known)
        self.line.placeholder = placeholder
        self._message.update(content(keys, "$quiet"))

    # Inside

    def _rows(self) -> Iterator[ListRow]:
        objective_id = ""
        for row in self.closing.rows:
            if row.objective.id != objective_id:
                objective_id = row.objective.id
                number = row.position.partition(".")[0]
                yield ListRow("", partial(_heading, number, row.objective.title))
            yield ListRow(row.key_result.id, partial(self._row, row))
        if not self.closing.rows:
            words = content(tr("There is no key result to ask about; tab goes on."), "$quiet")
            yield plain_row(Content.assemble(" ", words))

    def _row(self, row: ToScore, width: int) -> Content:
        cells = self.cells(row, width)
        title = titled(row.position, row.key_result.title, width - cells.cell_length - 1)
        return Content.assemble(title, cells, " ")


def _heading(number: str, title: str, width: int) -> Content:
    return titled(number, title, width, strong=True)
