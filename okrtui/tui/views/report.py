"""View 6: the update as it will be sent, in each of its formats, to copy or to write to a file."""

import asyncio
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from okrtui.i18n import mark, tr
from okrtui.i18n_lists import row_of
from okrtui.model.dates import format_date
from okrtui.model.widths import cell_width
from okrtui.report.columns import wrap
from okrtui.report.standing import Standing
from okrtui.report.update.edition import Edition
from okrtui.report.update.formats import FORMATS, Format, format_of, suffix_of
from okrtui.report.update.saving import save, save_new
from okrtui.report.update.since import since_of
from okrtui.report.update.table import MARK
from okrtui.storage.drafts import Draft
from okrtui.storage.errors import FileError
from okrtui.tui import clipboard, commands
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say
from okrtui.tui.plain import content
from okrtui.tui.views.view import View
from okrtui.tui.widgets.cells import cut, two_sided
from okrtui.tui.widgets.reading import Reading
from okrtui.tui.world import World

_NAMES: dict[Format, str] = {"md": "Markdown", "text": mark("text"), "html": "HTML", "csv": "CSV", "json": "JSON"}
"""The formats in the order in which they are gone through; the first is what ``okrtui report`` prints, too."""

_READ_AS_IT_IS = ("md", "text")
"""Formats that are prose; the others are shown as their source."""

_MOST_READ = 110
"""Columns of prose: longer lines are hard to follow with the eyes."""
_WHOLE = "whole"
# for translators: what to do where a file cannot be written, at the end of a sentence
_OTHERWISE = mark("name another file")


class ReportView(View):
    """Shows the update; changes nothing in the plan."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("report")]
    DEFAULT_CSS = """
    ReportView { height: 1fr; layout: vertical; }
    ReportView #report-head { height: 1; background: $surface; }
    """

    def __init__(self, world: World) -> None:
        """Nothing is worked out yet."""
        super().__init__(world)
        self._format: Format = next(iter(_NAMES))
        self._since: dt.date | None = None
        """The day of the last update; None for a week ago."""
        self._objective_id = ""
        """The one objective that is told of; empty for all."""
        self._edition: Edition | None = None
        self._told: Standing | None = None
        """The plan that :attr:`_edition` tells of."""
        self._working = asyncio.Lock()
        self._head = Static("", id="report-head", markup=False)
        self._reading = Reading()

    def compose(self) -> ComposeResult:
        """What is shown, and below it the whole text."""
        yield self._head
        yield self._reading

    def on_resize(self) -> None:
        """Use the new width."""
        if self._edition is not None:
            self.call_after_refresh(self._show)

    def refresh_view(self, cursor_id: str | None) -> None:  # noqa: ARG002
        """Show the update of the plan as it stands; the same plan is not worked out again."""
        if self._told is not self.standing:
            self._begin()

    def enter(self) -> None:
        """The arrows scroll."""
        self._reading.focus()
        self.tell_keys()

    def reopen(self, draft: Draft) -> None:
        """Nothing is written here."""

    def keys(self) -> list[tuple[str, str]]:
        """What the footer says here."""
        return commands.footer_entries("report", "app")

    # What the keys do

    def action_next_format(self) -> None:
        """Show the next format."""
        self._step(1)

    def action_previous_format(self) -> None:
        """Show the format before."""
        self._step(-1)

    @work(group="sending")
    async def action_copy_shown(self) -> None:
        """Send the text to the clipboard."""
        text = await self._text(self._format)
        self.post_message(
            clipboard.copy_report(
                self.app, text, self.world.environ, tr("{key} writes it to a file", key=shown_key("write_report"))
            )
        )

    def action_write_report(self) -> None:
        """Ask for the file, then write the text to it."""
        assert self.standing is not None
        usual = f"{self.standing.plan.quarter}-report{suffix_of(self._format)}"

        def write(answer: str | None) -> None:
            if answer:
                path = self.world.path(answer)
                self._write(path / usual if os.path.isdir(path) else path)  # noqa: PTH112 - never raises

        placeholder = tr("a path; .md .txt .html .csv .json say the format")
        self.app.push_screen(Prompt(tr("Write the report to which file?"), placeholder, usual), write)

    def action_report_since(self) -> None:
        """Ask for the day of the last update."""
        assert self.standing is not None
        plan, today = self.standing.plan, self.standing.today
        if plan.phase != "active":
            self.post_message(Say(tr("only the report of a quarter that runs tells what is new since a day")))
            return

        def wrong(text: str) -> str:
            try:
                since_of(text or "today", plan, today)
            except ValueError as error:
                return str(error)
            return ""

        def take(text: str | None) -> None:
            if text is not None:
                self._since = since_of(text, plan, today) if text else None
                self._begin()

        shown = format_date(self._since, plan.start, plan.end) if self._since else ""
        # for translators: examples of what may be typed, as dates are written in this language
        day = format_date(today - dt.timedelta(days=14), plan.start, plan.end)
        hint = tr("-14d or {day}; empty: a week ago", day=day)
        self.app.push_screen(Prompt(tr("News since which day?"), hint, shown, wrong), take)

    def action_report_objective(self) -> None:
        """Ask for the objective to tell of alone."""
        assert self.standing is not None
        places = self.standing.places
        choices = [Choice(_WHOLE, tr("the whole plan"))]
        choices += [
            Choice(found.id, found.title or tr("(no title yet)"), places[found.id].position)
            for found in self.standing.plan.objectives
        ]

        def take(chosen: str | None) -> None:
            if chosen:
                self._objective_id = "" if chosen == _WHOLE else chosen
                self._begin()
                self._reading.action_first()

        # for translators: objectives to choose from stand below it
        self.app.push_screen(Pick(tr("Report on"), choices, self._objective_id), take)

    # Inside

    def _begin(self) -> None:
        """Tell of the plan as it stands, as it was chosen."""
        assert self.standing is not None
        if self._objective_id not in self.standing.places:
            self._objective_id = ""
        self._told = self.standing
        self._edition = Edition(self.standing, self.world.settings.bands(), self._since, self._objective_id)
        self._show()

    def _step(self, by: int) -> None:
        names = [*_NAMES]
        self._format = names[(names.index(self._format) + by) % len(names)]
        self._show()
        self._reading.action_first()

    def _show(self) -> None:
        self._show_head()
        self._show_text()

    @work(exclusive=True, group="showing")
    async def _show_text(self) -> None:
        """Show the text, its lines broken away from the keys: those of a large plan take a while."""
        name, width = self._format, self.app.size.width - 1
        if name in _READ_AS_IT_IS:
            width = min(width, _MOST_READ)
        text = await self._text(name)
        lines = await asyncio.to_thread(lambda: [*_lines(text, name, width)])
        self._reading.show(lambda _: lines)

    async def _text(self, name: Format) -> str:
        """The update in a format; worked out away from the keys, and not twice at a time."""
        async with self._working:
            assert self._edition is not None
            return await asyncio.to_thread(self._edition.text, name)

    def _show_head(self) -> None:
        """The formats, and what is told of."""
        names = [
            (f" {tr(word)} ", "bold $primary reverse" if name == self._format else "$quiet")
            for name, word in _NAMES.items()
        ]
        formats, width = Content.assemble(*names), self.app.size.width
        scope = self._scope(width - formats.cell_length - 3)
        self._head.update(two_sided(formats, scope, width), layout=False)

    def _scope(self, room: int) -> Content:
        """Of what and since when it tells; what is not as usual alone where both do not fit."""
        assert self.standing is not None
        plan = self.standing.plan
        place = self.standing.places.get(self._objective_id)
        words = tr("objective {position}", position=place.position) if place else tr("the whole plan")
        if plan.phase == "active":
            since = format_date(self._since, plan.start, plan.end) if self._since else ""
            # for translators: what the report tells of
            news = tr("news since {day}", day=since) if since else tr("news since a week ago")
            both = row_of([words, news])
            words = both if cell_width(both) <= room else words if place else news
        return cut(content(words, "$quiet"), room)

    @work(group="sending")
    async def _write(self, path: Path) -> None:
        """Write the text where nothing stands yet; else ask."""
        text, plans = await self._text(format_of(path) or self._format), self.world.repository.directory
        try:
            save_new(text, path, plans, tr(_OTHERWISE))
        except FileExistsError:
            self._ask_to_replace(text, path)
        except FileError as error:
            self._say_not_written(error)
        else:
            self._say_written(path)

    def _ask_to_replace(self, text: str, path: Path) -> None:
        shown = self.world.shown(path.absolute())
        if path.is_symlink():
            words = tr("{file} is a link to another place; {advice}", file=shown, advice=tr(_OTHERWISE))
            self.post_message(Say(words, "$error"))
            return

        def replace(answer: str | None) -> None:
            if answer != "r":
                self.post_message(Say(tr("nothing was written")))
                return
            try:
                save(text, path, self.world.repository.directory, tr(_OTHERWISE))
            except FileError as error:
                self._say_not_written(error)
            else:
                self._say_written(path)

        question = tr("{file} is there already.", file=shown)
        self.app.push_screen(Ask(question, [("r", tr("replace it"))], leave=tr("keep it")), replace)

    def _say_not_written(self, error: FileError) -> None:
        """Without the name, which was just typed and may fill the line."""
        # for translators: problem is such as: cannot be written; advice: name another file
        words = tr("that file {problem}; {advice}", problem=error.what, advice=error.do)
        self.post_message(Say(words, "$error"))

    def _say_written(self, path: Path) -> None:
        self.post_message(Say(tr("wrote {file}", file=self.world.shown(path.absolute())), "$success"))


def _lines(text: str, name: Format, width: int) -> Iterator[str]:
    """The lines of the text; longer ones go on below, under their own words, sources a little further in."""
    further = 0 if name in _READ_AS_IT_IS else 2
    for line in text.removeprefix(MARK).removesuffix("\n").split("\n"):
        shown = line.rstrip("\r")
        if cell_width(shown) < width:
            yield f" {shown}"
            continue
        body = shown.lstrip(" ")
        own = 1 + len(shown) - len(body)
        hanging = own + further + (2 if body.startswith("- ") else 0)
        yield from wrap(body, width, " " * own, " " * hanging)


assert set(_NAMES) == set(FORMATS)
