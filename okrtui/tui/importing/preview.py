"""The preview of an import: what would be added, or what keeps it out, and what the file is still to be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from okrtui.frozen import replace
from okrtui.i18n import mark, tr, tr_n
from okrtui.i18n_lists import clauses
from okrtui.model.numbers import format_count
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.report.columns import wrap
from okrtui.report.importing import AddImported, fields
from okrtui.report.importing.amounts import Decimals
from okrtui.report.importing.days import Order
from okrtui.report.importing.field_words import field_words
from okrtui.tui import commands
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.importing.trial import Answers, Trial, try_out
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut
from okrtui.tui.widgets.lines import KeyLine, StatusLine
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.reading import Reading
from okrtui.tui.world import World

_MOST_LINES = 1_000
"""The most lines that are shown; a plan of a quarter has some hundred."""
_MOST_ROWS = 100
"""The most rows of which is said what is wrong."""
_FILE = ("f", mark("let the file tell"))
_ORDERS: dict[str, Order] = {"d": "dmy", "m": "mdy"}
_DECIMALS: dict[str, Decimals] = {"p": "point", "c": "comma"}
_DATES = (
    # for translators: what 10/11 means
    ("d", mark("day first: 10 November")),
    # for translators: what 10/11 means
    ("m", mark("month first: 11 October")),
    _FILE,
)
_NUMBERS = (("p", mark("a point: 2.5")), ("c", mark("a comma: 2,5")), _FILE)


class ImportPreview(ModalScreen[AddImported | None]):
    """Gives the edit that adds what the file holds, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("import")]
    DEFAULT_CSS = """
    ImportPreview { layout: vertical; background: $background; }
    ImportPreview #import-bar { height: 1; background: $bar; }
    ImportPreview #import-head { height: auto; padding: 1; }
    ImportPreview Reading { padding: 0 0 0 1; }
    """

    @dataclass
    class Tried(Message):
        """The file was read."""

        trial: Trial

    def __init__(self, path: Path, plan: Plan, world: World, *, is_new: bool) -> None:
        """``is_new`` says that the plan is yet to be made."""
        super().__init__()
        self._path = path
        self._plan = plan
        self._world = world
        self._is_new = is_new
        self._answers = Answers()
        self._trial: Trial | None = None
        self._bar = Static("", id="import-bar", markup=False)
        self._head = Prose(id="import-head")
        self._body = Reading()
        self._status = StatusLine()
        self._keys = KeyLine([])

    def compose(self) -> ComposeResult:
        """What it is and what would come of it, line by line; the last act; keys."""
        yield self._bar
        yield self._head
        yield self._body
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Read the file."""
        self._body.focus()
        self._read()

    def on_resize(self) -> None:
        """Use the new width."""
        self._show_head()

    def on_say(self, event: Say) -> None:
        """Say something at the foot."""
        event.stop()
        self._status.say(event.text, event.colour)

    def on_import_preview_tried(self, event: Tried) -> None:
        """Show what came of it."""
        event.stop()
        self._trial = event.trial
        self._show_head()
        self._body.show(self._lines)
        self._body.scroll_home(animate=False)

    # What the keys do

    def action_take_import(self) -> None:
        """Give what was read, where nothing keeps it out."""
        if self._trial is None:
            self._status.say(tr("the file is still being read"))
        elif self._trial.edit is None:
            self._status.say(tr("nothing can be imported before that is mended"), "$warning")
        else:
            self.dismiss(self._trial.edit)

    def action_import_dates(self) -> None:
        """Say what stands first in a date."""

        def decide(answer: str | None) -> None:
            if answer:
                self._say_of_file(replace(self._answers, dates=_ORDERS.get(answer)))

        self.app.push_screen(Ask(tr("What is 10/11/2026 in this file?"), _said(_DATES)), decide)

    def action_import_numbers(self) -> None:
        """Say what stands before decimals."""

        def decide(answer: str | None) -> None:
            if answer:
                self._say_of_file(replace(self._answers, decimal=_DECIMALS.get(answer)))

        self.app.push_screen(Ask(tr("What stands before decimals in this file?"), _said(_NUMBERS)), decide)

    def action_import_columns(self) -> None:
        """Say what a column holds."""
        columns = self._trial.columns if self._trial else ()
        if not columns:
            self._status.say(tr("no columns can be told in this file"), "$warning")
            return
        choices = [
            # for translators: the name of a column, and what it is taken for
            Choice(str(place), tr("{header}: {field}", header=display(header), field=_meaning(field)))
            for place, (header, field) in enumerate(columns)
        ]

        def decide(chosen: str | None) -> None:
            if chosen is not None:
                self._ask_meaning(columns[int(chosen)][0])

        self.app.push_screen(Pick(tr("Which column is taken for the wrong thing?"), choices), decide)

    def action_read_again(self) -> None:
        """Read the file again, after it was mended."""
        self._read()

    def action_leave_import(self) -> None:
        """Leave; nothing was written."""
        self.dismiss(None)

    # Inside

    def _ask_meaning(self, header: str) -> None:
        choices = [Choice(name, tr("leave it out") if name == "ignore" else field_words(name)) for name in fields()]

        def decide(meaning: str | None) -> None:
            if meaning is not None:
                self._say_of_file(replace(self._answers, columns={**self._answers.columns, header: meaning}))

        question = tr('What does "{header}" hold?', header=display(header, 40))
        self.app.push_screen(Pick(question, choices), decide)

    def _say_of_file(self, answers: Answers) -> None:
        self._answers = answers
        self._read()

    def _read(self) -> None:
        self._trial = None
        self._show_head()
        self._try_out(self._answers)

    @work(thread=True, exclusive=True)
    def _try_out(self, answers: Answers) -> None:
        """Read the file beside the interface: a large one takes seconds."""
        self.post_message(self.Tried(try_out(self._path, answers, self._plan, self._world)))

    def _show_head(self) -> None:
        name = self._world.shown(self._path)
        known, new = mark("Import {file} into {quarter}"), mark("Import {file} into {quarter}, a new quarter")
        what = tr(new if self._is_new else known, file=SLOT, quarter=self._plan.quarter)
        title = Content.assemble(" ", around(what, content(name, "bold $primary"), "bold"))
        self._bar.update(cut(title, self.app.size.width), layout=False)
        self._head.update(Content("\n").join(self._verdict()))
        rows = commands.in_scope("import")
        fine = self._trial is not None and self._trial.edit is not None
        self._keys.show(commands.entries(row for row in rows if fine or row.id != "take_import"))

    def _verdict(self) -> Iterator[Content]:
        """What would come of it, and what there is to do."""
        trial = self._trial
        if trial is None:
            yield content(tr("It is being read …"), "$quiet")
        elif trial.edit is None:
            rows = len(trial.lines)
            if rows == 1:
                said = tr("This keeps it from being imported; nothing is written")
            else:
                said = tr_n(
                    "{count} row keeps it from being imported; nothing is written",
                    "{count} rows keep it from being imported; nothing is written",
                    rows,
                    count=format_count(rows),
                )
            yield content(said, "bold $error")
            yield content(
                tr(
                    "{dates}, {numbers} and {columns} say how to read it; or mend the file, then press {again}",
                    dates=shown_key("import_dates"),
                    numbers=shown_key("import_numbers"),
                    columns=shown_key("import_columns"),
                    again=shown_key("read_again"),
                ),
                "$quiet",
            )
        else:
            yield content(trial.counted, "bold $success")
            key = shown_key("take_import")
            next_act = tr("nothing is written yet; {key} imports it", key=key)
            if self._plan.phase == "active":
                next_act = tr("nothing is written yet; {key} imports it, and asks why: it is committed", key=key)
            yield content(next_act, "$quiet")

    def _lines(self, width: int) -> Iterator[Content]:
        """The file's answers, then what would be added or what is wrong, for a width."""
        if said := clauses(self._answers.words()):
            answers = tr("As you said: {answers}.", answers=display(said))
            yield from (content(line, "$primary") for line in wrap(answers, width, "", "  "))
        trial = self._trial or Trial()
        most = _MOST_LINES if trial.edit else _MOST_ROWS
        for line in trial.lines[:most]:
            indent = line[: len(line) - len(line.lstrip())]
            yield from map(content, wrap(line, width, indent, f"{indent}  ") if line else [""])
        if more := len(trial.lines) - most if len(trial.lines) > most else 0:
            lines = tr_n("and {count} more line", "and {count} more lines", more, count=format_count(more))
            rows = tr_n("and {count} more row", "and {count} more rows", more, count=format_count(more))
            yield content(lines if trial.edit else rows, "$quiet")


def _said(answers: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, tr(label)) for key, label in answers]


def _meaning(field: str) -> str:
    """What a column is taken for, in words."""
    return field_words(field) if field else tr("not read")
