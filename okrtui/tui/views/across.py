"""Across quarters: the life of an objective, and how each quarter came out. Other quarters are read here alone."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from okrtui.i18n import tr, tr_n
from okrtui.model.carry import current_value
from okrtui.model.closing import band
from okrtui.model.measure import Bands
from okrtui.model.plan import KeyResult, Objective
from okrtui.model.tree import Placed
from okrtui.report.story import Chapter, QuarterScore, outcome_words, scores_by_quarter, story
from okrtui.storage.around import Around, read_around
from okrtui.storage.errors import FileError
from okrtui.tui import commands
from okrtui.tui.close.score_words import BAND_COLOURS, score_number, titled
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Go, Say
from okrtui.tui.plain import content, stable
from okrtui.tui.views.view import View
from okrtui.tui.widgets.beside import WIDE
from okrtui.tui.widgets.cells import filled, two_sided, wrapped
from okrtui.tui.widgets.glyphs import bar
from okrtui.tui.widgets.reading import Reading
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.widgets.rows import value_of_target
from okrtui.tui.world import World

_BAR = 20
"""Columns of a bar."""
_SINCE = 12
"""Columns at least of how many quarters an objective has lived."""


class AcrossView(View):
    """The scores by quarter, the plan's objectives, and the story of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("across")]
    DEFAULT_CSS = """
    AcrossView { height: 1fr; layout: vertical; }
    AcrossView.-wide { layout: horizontal; }
    AcrossView RowList {
        height: auto; max-height: 40%; width: 1fr; background: $background;
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
    }
    AcrossView.-wide RowList { height: 1fr; max-height: 100%; }
    AcrossView Reading { border-top: solid $edge; height: 1fr; }
    AcrossView.-wide Reading { border-top: none; border-left: solid $edge; height: 1fr; width: 50%; }
    """

    def __init__(self, world: World) -> None:
        """Nothing is read before it is turned to."""
        super().__init__(world)
        self._list = RowList()
        self._story = Reading()
        self._around: Around | None = None
        self._wanted = ""
        self._told: dict[str, tuple[Chapter, ...]] = {}

    def compose(self) -> ComposeResult:
        """The quarters and objectives; beside or below, one story."""
        yield self._list
        yield self._story

    def on_mount(self) -> None:
        """Follow the cursor."""
        self._place()
        self.watch(self._list, "cursor_id", self._show_story, init=False)

    def on_resize(self) -> None:
        """Put the story beside the list where there is room."""
        self._place()
        if self._around is not None:
            self._draw()

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the plan; ``cursor_id`` may be that of anything below an objective."""
        self._wanted = self._objective_of(cursor_id or "") or self._list.cursor_id
        if self._around is not None:
            self._draw()

    def enter(self) -> None:
        """Read the quarters around, as they are now."""
        assert self.standing is not None
        try:
            self._around = read_around(self.world.repository, self.standing.plan.quarter)
        except FileError as error:
            self._around = Around()
            self.post_message(Say(str(error), "$warning"))
        self._draw()
        self._list.focus()
        self.tell_keys()

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [("↑ ↓", tr("another objective")), ("tab", tr("scroll")), *commands.footer_entries("across", "app")]

    def action_leave_history(self) -> None:
        """Go back to where one came from: to the same row, unless another objective was gone to."""
        here = self._list.cursor_id
        self.post_message(Go(None, here if here != self._wanted else None))

    # Inside

    @property
    def _bands(self) -> Bands:
        return self.world.settings.bands()

    def _place(self) -> None:
        self.set_class(self.app.size.width >= WIDE, "-wide")

    def _objective_of(self, item_id: str) -> str:
        """The objective that an item stands under, or the item itself."""
        assert self.standing is not None
        placed: Placed | None = self.standing.places.get(item_id)
        while placed is not None and not isinstance(placed.node, Objective):
            parent = placed.parent
            placed = self.standing.places.get(parent.id) if isinstance(parent, Objective | KeyResult) else None
        return placed.node.id if placed else ""

    def _draw(self) -> None:
        self._told = {}
        self._list.show(list(self._rows()), self._wanted or None)
        self._show_story()

    def _rows(self) -> Iterator[ListRow]:
        assert self.standing is not None
        plan = self.standing.plan
        yield plain_row(_heading(tr("Objectives of {quarter}", quarter=plan.quarter)))
        for number, objective in enumerate(plan.objectives, 1):
            yield ListRow(objective.id, partial(self._objective, number, objective))
        if not plan.objectives:
            yield plain_row(_note(tr("there is none yet")))
        if self.has_class("-wide") or not plan.objectives:
            yield plain_row(Content(""))
            yield from map(plain_row, self._scores())

    def _scores(self) -> Iterator[Content]:
        """How each quarter came out, oldest first."""
        assert self.standing is not None and self._around is not None
        around, plan = self._around, self.standing.plan
        yield _heading(tr("Scores by quarter"))
        if around.older:
            left_out = tr_n(
                "{n} older quarter is not read; {key} goes there",
                "{n} older quarters are not read; {key} goes there",
                around.older,
                key=shown_key("previous_quarter"),
            )
            yield _note(left_out, "$faint")
        everything = [*around.earlier, plan, *around.later]
        outcomes = {it.quarter: it for it in scores_by_quarter(everything, self.standing.today, self._bands)}
        unread = dict(around.unread)
        for quarter in sorted([*outcomes, *unread]):
            if quarter in outcomes:
                yield self._outcome(outcomes[quarter], here=quarter == plan.quarter)
            else:
                words = tr("cannot be read: {reason}", reason=unread[quarter])
                yield content(f"   {quarter}  {words}", "$warning")

    def _outcome(self, outcome: QuarterScore, *, here: bool) -> Content:
        share = outcome.score if outcome.score is not None else outcome.progress
        share = None if outcome.phase == "planning" else share
        drawn = bar(float(share), _BAR, self.world.glyphs) if share is not None else " " * _BAR
        colour = self._colour(outcome)
        lead = (f"   {outcome.quarter}  ", "bold" if here else "")
        return Content.assemble(lead, (f"{drawn}  ", colour), (outcome_words(outcome), colour))

    def _objective(self, number: int, objective: Objective, width: int) -> Content:
        chapters = len(self._chapters(objective.id))
        since = tr_n("{n} quarter", "{n} quarters", chapters) if chapters > 1 else tr("new")
        room = max(_SINCE, cell_len(since))
        title = titled(f"{number}", objective.title, width - room - 1, strong=True)
        return Content.assemble(title, (f"{filled(since, room, right=True)} ", "$quiet"))

    def _show_story(self) -> None:
        if self.standing is None or self._around is None:
            return
        placed = self.standing.places.get(self._list.cursor_id)
        self._story.display = placed is not None
        if placed is not None and isinstance(placed.node, Objective):
            chapters, title = self._chapters(placed.node.id), placed.node.title
            lead = (f" {placed.position}  ", "bold $primary")
            head = Content.assemble(lead, content(title or tr("(no title yet)"), "bold"))
            self._story.show(lambda width: self._lines(head, chapters, title, width))
            self._story.scroll_home(animate=False)

    def _lines(self, head: Content, chapters: tuple[Chapter, ...], title: str, width: int) -> Iterator[Content]:
        """The objective through its quarters, each with its key results."""
        yield from (
            Content.assemble("" if at == 0 else "    ", part) for at, part in enumerate(wrapped(head, width - 4))
        )
        if chapters and chapters[0].objective.carried_from:
            yield _note(tr("it began in a quarter that is not here or not read"), "$faint")
        for chapter in chapters:
            colour = self._colour(chapter)
            yield Content("")
            quarter = (f" {chapter.quarter}  ", "bold")
            yield Content.assemble(quarter, (outcome_words(chapter), colour), _note(tr(chapter.phase)))
            if chapter.objective.title != title:
                called = tr('then called "{title}"', title=stable(chapter.objective.title))
                yield _note(called)
            for found in chapter.objective.key_results:
                yield self._key_result(found, chapter.key_result_scores.get(found.id), width)
        if not self.has_class("-wide"):
            yield Content("")
            yield from self._scores()

    def _key_result(self, found: KeyResult, score: Decimal | None, width: int) -> Content:
        """Its title, and how far it came."""
        glyphs, dropped = self.world.glyphs, tr("dropped")
        mark = f"{glyphs.dropped} {dropped}  " if found.dropped_on else ""
        title = _note(mark + (stable(found.title) or tr("(no title yet)")))
        scored = "" if score is None else f"  {score_number(score)}"
        came = f"{value_of_target(found, current_value(found), glyphs)}{scored} "
        colour = "$quiet" if score is None else BAND_COLOURS[band(score)]
        return two_sided(title, content(came, colour), width)

    def _colour(self, outcome: Chapter | QuarterScore) -> str:
        return BAND_COLOURS[band(outcome.score)] if outcome.score is not None else "$quiet"

    def _chapters(self, objective_id: str) -> tuple[Chapter, ...]:
        """The story of an objective, told once."""
        assert self.standing is not None and self._around is not None
        if objective_id not in self._told:
            self._told[objective_id] = story(
                self.standing.plan,
                objective_id,
                self.standing.today,
                earlier=self._around.earlier,
                later=self._around.later,
                bands=self._bands,
            )
        return self._told[objective_id]


def _heading(text: str) -> Content:
    return content(f" {text}", "bold $primary")


def _note(text: str, style: str = "$quiet") -> Content:
    return content(f"   {text}", style)
