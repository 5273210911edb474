"""View 3: the quarter at a glance, with a chart and some words of what is under the cursor."""

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from okrtui.i18n import mark, tr, tr_n
from okrtui.model.plan import KeyResult, Objective
from okrtui.model.tree import Placed
from okrtui.report.objective_words import objective_words
from okrtui.report.outcome import state_word, state_words
from okrtui.report.words import disagreement_words, key_result_words
from okrtui.tui import commands
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Go, Say
from okrtui.tui.plain import content, stable
from okrtui.tui.views.view import View
from okrtui.tui.widgets.beside import WIDE, height_below, width_beside
from okrtui.tui.widgets.cells import cut, filled, wrapped
from okrtui.tui.widgets.chart import Chart, Subject
from okrtui.tui.widgets.glance import Glance
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.widgets.states import colour_of, words_width
from okrtui.tui.world import World

_NOTHING_PLANNED = (
    mark("Nothing is planned yet."),
    # for translators: one sentence in two lines of about the same length
    mark("Here you will see how far every objective is,\nand a chart a key result."),
    mark("{plan} turns to the plan; {objective} writes the first objective."),
)
_LOW = 6
"""Lines up to which a title is given one alone; of more lines, two or such a part."""
_RAGGED = 12
"""Columns that the lines of a title may lose where its words do not fill them."""


class ProgressView(View):
    """Shows where the plan stands; changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("progress")]
    DEFAULT_CSS = """
    ProgressView { height: 1fr; layout: vertical; }
    ProgressView.-wide { layout: horizontal; }
    ProgressView RowList {
        height: 1fr; width: 1fr; background: $background;
        overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
        scrollbar-color-hover: $edge; scrollbar-background-hover: $background;
    }
    ProgressView Chart { border-top: solid $edge; padding: 0 1; }
    ProgressView.-wide Chart { border-top: none; border-left: solid $edge; }
    """

    def __init__(self, world: World) -> None:
        """An empty view; :meth:`show` fills it."""
        super().__init__(world)
        self._list = RowList()
        self._chart = Chart(world.glyphs)
        self._whole_width = 0
        """Columns in which the list cuts no title."""

    def compose(self) -> ComposeResult:
        """The quarter, and beside or below it what is under the cursor."""
        yield self._list
        yield self._chart

    def on_mount(self) -> None:
        """Follow the cursor, in the same frame."""
        self.watch(self._list, "cursor_id", self._show_item, init=False)

    def on_resize(self) -> None:
        """Put the chart beside the quarter where there is room."""
        self._place_chart()

    def on_resized(self) -> None:
        """Draw in the room that there is now."""
        self._show_item()

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the plan."""
        self._list.show(list(self._rows()), cursor_id)
        self._chart.display = bool(self._list.ids)
        self._place_chart()
        self._show_item()

    def enter(self) -> None:
        """Take the keys."""
        self._list.focus()
        self.tell_keys()

    def keys(self) -> list[tuple[str, str]]:
        """What the footer says here."""
        return commands.footer_entries("progress", "app")

    def action_open_in_plan(self) -> None:
        """Go to the item in the plan."""
        if self._list.cursor_id:
            self.post_message(Go("plan", self._list.cursor_id))
        else:
            self.post_message(Say(tr("nothing is planned yet; {key} turns to the plan", key=shown_key("view('plan')"))))

    def action_copy(self) -> None:
        """Send the item to the clipboard as one line."""
        self.copy_item(self._list.cursor_id)

    def action_progress_history(self) -> None:
        """Show the objective over the quarters."""
        self.post_message(Go("across", self._list.cursor_id))

    def _rows(self) -> Iterator[ListRow]:
        assert self.standing is not None
        if self.locked:
            yield plain_row(content(f" {self.locked}", "$warning"))
        if not self.standing.plan.objectives:
            keys = {"plan": shown_key("view('plan')"), "objective": shown_key("add_objective")}
            lines = "\n\n".join(tr(words, **keys) for words in _NOTHING_PLANNED).split("\n")
            yield from (plain_row(content(f" {line}".rstrip(), "$quiet")) for line in lines)
            return
        glance = Glance(self.standing, self.world.glyphs)
        self._whole_width = glance.whole_width() + self._list.styles.scrollbar_size_vertical
        yield ListRow("", glance.head)
        for placed in self.standing.places.values():
            if isinstance(placed.node, Objective | KeyResult):
                yield self._row(placed, glance)

    def _row(self, placed: Placed, glance: Glance) -> ListRow:
        item_id = placed.node.id
        return ListRow(item_id, lambda width: glance.line(placed, width, cursor=item_id == self._list.cursor_id))

    def _place_chart(self) -> None:
        """Put the chart beside the list or below it, in the room that the list leaves it."""
        wide = self.app.size.width >= WIDE
        self.set_class(wide, "-wide")
        if wide:
            self._chart.styles.height = "1fr"
            self._chart.styles.width = width_beside(self.app.size.width, self._whole_width)
        else:
            self._chart.styles.height = height_below(self.size.height, self._list.virtual_size.height)
            self._chart.styles.width = "100%"

    def _show_item(self) -> None:
        if self.standing is None or not self._chart.content_size.width:
            return
        placed = self.standing.places.get(self._list.cursor_id)
        if placed is None:
            self._chart.show([], None)
            return
        node = placed.node
        lead = (f"{placed.position}  ", "bold $primary")
        title = Content.assemble(lead, content(node.title or tr("(no title yet)"), "bold"))
        width, height = self._chart.content_size
        lines = max(2, height // _LOW) if height > _LOW else 1
        title = cut(title, lines * width - _RAGGED if lines > 1 else width)
        if isinstance(node, KeyResult):
            self._chart.show([title, *self._key_result(node)], Subject.of(node, self.standing))
        elif isinstance(node, Objective):
            self._chart.show([*self._objective(node, title)], None)

    def _key_result(self, node: KeyResult) -> Iterator[Content]:
        assert self.standing is not None
        numbers = self.standing.key_result(node.id)
        words = content(key_result_words(node, self.standing))
        if node.dropped_on is None:
            state = f"{self._mark(node)} {state_word(numbers, self.standing.plan)}  "
            yield Content.assemble((state, colour_of(self.standing.state(node.id))), words)
            if self.standing.disagrees(node.id):
                doubt = disagreement_words(numbers)
                yield content(f"{self.world.glyphs.disagrees} {doubt}", "$warning")
        else:
            yield words
        yield from self._to_begin()

    def _objective(self, node: Objective, title: Content) -> Iterator[Content]:
        """Its title, a sentence, and how its key results stand; of those without room how many they are."""
        assert self.standing is not None
        width, height = self._chart.content_size
        words = [title, content(objective_words(node, self.standing)), *self._to_begin(), Content("")]
        above = [part for line in words for part in wrapped(line, width)]
        below = [list(self._below(found, width)) for found in node.key_results]
        shown = len(below)
        while shown and len(above) + sum(map(len, below[:shown])) + (shown < len(below)) > height:
            shown -= 1
        yield from above
        yield from chain.from_iterable(below[:shown])
        if left := len(below) - shown:
            # for translators: so many key results are not shown, for want of room
            yield content(tr_n("{n} more key result", "{n} more key results", left), "$quiet")

    def _below(self, found: KeyResult, width: int) -> Iterator[Content]:
        """How a key result of an objective stands; what there is to say of it where there is room."""
        assert self.standing is not None
        position = (f"{self.standing.position(found.id)} ", "bold $primary")
        title = content(stable(found.title) or tr("(no title yet)"))
        yield cut(Content.assemble(self._state(found), position, title), width)
        if self.has_class("-wide"):
            words = content(key_result_words(found, self.standing), "$quiet")
            yield from (Content.assemble("  ", part) for part in wrapped(words, width - 2))

    def _state(self, node: KeyResult) -> Content:
        """How a key result stands with its mark, and another where its confidence does not go with it."""
        assert self.standing is not None
        glyphs, plan = self.world.glyphs, self.standing.plan
        room = words_width(plan)
        if node.dropped_on is not None:
            dropped = filled(tr("dropped"), room + 2)
            return Content.assemble((f"{glyphs.dropped} {dropped}", "$faint"))
        sign = glyphs.disagrees if self.standing.disagrees(node.id) else " "
        words = filled(state_words(self.standing.key_result(node.id), plan), room)
        colour = colour_of(self.standing.state(node.id))
        return Content.assemble((f"{self._mark(node)} {words} ", colour), (f"{sign} ", "$warning"))

    def _mark(self, node: KeyResult) -> str:
        assert self.standing is not None
        state = self.standing.state(node.id)
        return self.world.glyphs.states[state] if state else self.world.glyphs.dash

    def _to_begin(self) -> Iterator[Content]:
        """What to press where there is nothing to see yet."""
        assert self.standing is not None
        plan = self.standing.plan
        if any(found.check_ins for objective in plan.objectives for found in objective.key_results):
            return
        if plan.phase == "planning":
            words = tr(
                "This quarter is being planned: {plan} goes on with it. Once it runs, press {check_in} to check values "
                "in.",
                plan=shown_key("view('plan')"),
                check_in=shown_key("view('check_in')"),
            )
        else:
            words = tr(
                "Press {key} to check the first values in; they appear here beside the ideal pace.",
                key=shown_key("view('check_in')"),
            )
        yield content(words, "$quiet")
