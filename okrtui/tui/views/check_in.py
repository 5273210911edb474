"""View 2: every key result whose check-in is due, one after the other, with as few keys as can be."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Region
from textual.timer import Timer
from textual.widgets import Static

from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.reading_values import Entry
from okrtui.model.week_edits import RecordCheckIn
from okrtui.storage.drafts import Draft
from okrtui.storage.errors import FileError
from okrtui.tui import commands
from okrtui.tui.dialogs.check_in_day import DayPrompt
from okrtui.tui.keys_in_use import shown_key, typing_key
from okrtui.tui.messages import Do, Go, Say
from okrtui.tui.plain import content
from okrtui.tui.views.view import View
from okrtui.tui.widgets import check_in_drafts as drafts
from okrtui.tui.widgets.check_in_lines import RoundLines
from okrtui.tui.widgets.check_in_nothing import done_already, live_key_results, next_one, nothing_due, starting_later
from okrtui.tui.widgets.check_in_round import Round
from okrtui.tui.widgets.check_in_row import HEIGHT, CheckInRow, FieldName
from okrtui.tui.widgets.check_in_summary import Summary
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER


class CheckInView(View):
    """The round: a list, the fields of one key result in it, and at its end what it came to."""

    DEFAULT_CSS = """
    CheckInView { height: 1fr; layout: vertical; }
    CheckInView #check-in-head { height: 1; width: 100%; }
    CheckInView #check-in-body { height: 1fr; width: 100%; layers: base over; }
    CheckInView RowList {
        height: 1fr; width: 1fr; layer: base; background: $background; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
    }
    CheckInView CheckInRow { layer: over; position: absolute; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("check_in")]

    def __init__(self, world: World) -> None:
        """Empty until it is turned to."""
        super().__init__(world)
        self._round = Round(world.today(), {})
        self._is_begun = False
        self._has_ended = False
        self._current = ""
        self._shown: tuple[str, Entry] | None = None
        self._is_on_disk = True
        self._keeping: Timer | None = None
        self._head = Static("", id="check-in-head", markup=False)
        self._list = RowList()
        self._row = CheckInRow()

    def compose(self) -> ComposeResult:
        """Head, list, and over the list the fields."""
        yield self._head
        with Container(id="check-in-body"):
            yield self._list
            yield self._row

    def on_mount(self) -> None:
        """The fields are not open yet."""
        self._row.display = False

    def refresh_view(self, cursor_id: str | None) -> None:  # noqa: ARG002
        """Follow the plan; which key result is open stays as it was."""
        if not self._is_begun or self.standing is None:
            return
        self._note_typed()
        self._round.take(self.standing)
        self._keep_draft()
        self._draw()
        self.tell_keys()

    def show_saved(self) -> None:
        """Say whether the check-ins of the round are on disk."""
        if not self._is_typing:
            self._draw()

    def enter(self) -> None:
        """Go on with the round; where there is nothing to go on with, begin one."""
        assert self.standing is not None
        today, old = self.world.today(), self._round
        half = drafts.HalfTyped() if self.locked else drafts.load(self.world, self.standing.plan.quarter)
        typed = half.typed if self._is_on_disk else old.typed
        if not self._is_begun or self._has_ended or not old.left() or old.began != today:
            self._begin(Round(today, typed, half.day))
        else:
            old.typed = dict(typed)
            self._begin(old)

    def leave(self) -> None:
        """Keep what is half typed."""
        self._note_typed()
        if not self.locked:
            self._is_on_disk = drafts.put_away(self.world, self._as_draft())

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do: in the fields, and elsewhere."""
        if self._is_typing:
            return [
                ("enter", tr("next")),
                *([("- enter", tr("skip"))] if self._row.is_at_value else []),
                ("↑ ↓", tr("other rows")),
                ("shift+tab", tr("field before")),
                (typing_key("round_date"), tr("date")),
                (typing_key("back_to_plan"), tr("plan")),
            ]
        if self._has_ended and self._round.ids:
            return commands.footer_entries("check_in", "app")
        is_useful = not self.locked and self.standing is not None and live_key_results(self.standing)
        useful = ["all_live", "back_to_plan"] if is_useful else ["back_to_plan"]
        return [*commands.entries(map(commands.command, useful)), *commands.footer_entries("app")]

    def on_resize(self) -> None:
        """Use the new width; the fields stay on their line."""
        self.call_after_refresh(self._fit)

    def on_descendant_focus(self) -> None:
        """The keys do other things in another field."""
        self.tell_keys()

    def on_check_in_row_changed(self, event: CheckInRow.Changed) -> None:
        """Keep what is half typed, soon."""
        event.stop()
        self._note_typed()
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def on_check_in_row_written(self, event: CheckInRow.Written) -> None:
        """Save a check-in and go on."""
        event.stop()
        corrects = self._round.entry(self._current).corrects
        self._round.sent(self._current, event.check_in)
        self.world.writing.hand_over()
        self.world.writing.begin(self._as_draft)
        self.post_message(Do(RecordCheckIn(self._current, event.check_in, corrects.date if corrects else None)))
        self._go_on()

    def on_check_in_row_skipped(self, event: CheckInRow.Skipped) -> None:
        """Leave one out and go on."""
        event.stop()
        self._round.skip(self._current)
        self.post_message(Say(tr("skipped: nothing is saved for it")))
        self._go_on()

    def on_check_in_row_passed(self, event: CheckInRow.Passed) -> None:
        """Go to another row."""
        event.stop()
        ids = self._round.ids
        here = ids.index(self._current)
        there = max(0, min(len(ids) - 1, here + event.by))
        if there != here:
            self._open(ids[there], event.field)
        elif event.by > 0 and not self._round.left():
            self._end()
        else:
            self.post_message(Say(tr("this is the last row") if event.by > 0 else tr("this is the first row")))

    def action_round_date(self) -> None:
        """Ask for the day that the values are from."""
        if not self._is_typing or self.standing is None:
            self.post_message(
                Say(
                    tr(
                        "a round has a day while it goes on; {key} begins the next one",
                        key=shown_key("view('check_in')"),
                    )
                )
            )
            return
        prompt = DayPrompt(self.standing)

        def set_day(text: str | None) -> None:
            if text:
                self._note_typed()
                self._round.day = prompt.day(text)
                self._open(self._current)

        self.app.push_screen(prompt, set_day)

    def action_all_live(self) -> None:
        """Go through every key result, due or not."""
        if self.locked:
            self.post_message(Say(self.locked, "$warning"))
        elif not self._is_typing:
            everything = Round(self.world.today(), self._round.typed)
            everything.everything = True
            self.post_message(Say(""))
            self._begin(everything)

    def action_correct(self) -> None:
        """Go back to the fields of the check-in under the cursor."""
        item_id = self._under_cursor or next(iter(self._round.ids), "")
        if item_id in self._round.ids and not self.locked:
            self._has_ended = False
            self.post_message(Say(""))
            self._open(item_id)
        else:
            self.post_message(Say(self._why_not(item_id)))

    def action_open_in_plan(self) -> None:
        """Go to the key result in the plan."""
        self.post_message(Go("plan", self._under_cursor or None))

    def action_back_to_plan(self) -> None:
        """Go back to where one was."""
        if self._is_typing and self._round.typed:
            self.post_message(
                Say(tr("what is half typed is kept; {key} goes on with it", key=shown_key("view('check_in')")))
            )
        self.post_message(Go("plan"))

    # Inside

    def _why_not(self, item_id: str) -> str:
        """Why there is nothing to correct."""
        assert self.standing is not None
        if self.locked or not item_id:
            return self.locked or tr("no check-in of today to correct")
        return tr(
            "{position} was not in this round; {go} goes to it in the plan, {key} checks it in there",
            position=self.standing.position(item_id),
            go=shown_key("open_in_plan"),
            key=shown_key("check_in"),
        )

    @property
    def _is_typing(self) -> bool:
        """Whether the fields are open."""
        return self._is_begun and bool(self._round.ids) and not self._has_ended and not self.locked

    @property
    def _under_cursor(self) -> str:
        """The key result under the cursor of the list; its lines are named ``moved id`` and the like."""
        return self._list.cursor_id.partition(" ")[2]

    def _begin(self, begun: Round) -> None:
        """Show a round, with the keys in its first field."""
        assert self.standing is not None
        before = self._round
        if begun is not before:
            self._current = ""
        self._round = begun
        self._is_begun, self._has_ended = True, False
        begun.take(self.standing)
        if not begun.ids and self.standing.plan.phase == "active":
            begun.recall(before, self.standing)
            self._has_ended = bool(begun.ids)
        if not self.locked:
            self.world.writing.begin(self._as_draft)
        if self._current not in begun.left():
            self._current = begun.next_left("") or next(iter(begun.ids), "")
        if self._is_typing:
            self._open(self._current)
        else:
            self._draw()
            self._list.focus()
            self.tell_keys()

    def _go_on(self) -> None:
        """Open the next one that is to be done; where there is none, say what the round came to."""
        following = self._round.next_left(self._current)
        if following is None:
            self._end()
        else:
            self._open(following)

    def _open(self, item_id: str, field: FieldName = "value") -> None:
        """Open the fields of a key result."""
        self._current = item_id
        self._shown = None
        self._draw()
        self._row.take_keys(field)
        self.tell_keys()

    def _end(self) -> None:
        """Say what the round came to; where a check-in is on its way, once it has arrived."""
        self._has_ended = True
        if not self._round.is_waiting:
            self._draw()
        self._list.focus()
        self.tell_keys()

    def _draw(self) -> None:
        """Show the round, what it came to, or why there is none."""
        assert self.standing is not None
        lines = RoundLines(self._round, self.standing, self.world.glyphs)
        self._row.display = self._is_typing
        if self._is_typing:
            self._draw_fields(lines)
        elif self._has_ended and self._round.ids:
            summary = Summary(self._round, self.standing, self.world.glyphs)
            self._head.update(summary.head(saved=self._is_saved()), layout=False)
            rows = [*summary.rows(), *map(plain_row, self._to_come())]
            ids = [row.id for row in rows if row.id]
            self._list.show(rows, None if self._list.cursor_id in ids else "".join(ids[:1]))
        else:
            self._head.update(content(f" {self.locked}", "$warning") if self.locked else Content(""), layout=False)
            due = [ListRow(f"due {item_id}", partial(lines.line, item_id)) for item_id in self._round.ids]
            why = nothing_due(self.standing, self.world.settings.bands())
            self._list.show(due or [plain_row(line) for line in why])

    def _to_come(self) -> list[Content]:
        """Below what a round came to: when the next one is due, where nothing is any more."""
        assert self.standing is not None
        if self.standing.numbers.due or self.standing.plan.phase != "active":
            return []
        live = live_key_results(self.standing)
        return [Content(""), *next_one(self.standing, live, self.world.settings.bands())]

    def _draw_fields(self, lines: RoundLines) -> None:
        """The list with room below the key result whose turn it is, and the fields in it."""
        assert self.standing is not None
        ids = self._round.ids
        if self._current not in ids:
            self._current = self._round.next_left("") or ids[0]
        rows: list[ListRow] = []
        for item_id in ids:
            is_open = item_id == self._current
            rows.append(ListRow(item_id, partial(lines.title if is_open else lines.line, item_id)))
            if is_open:
                rows += [plain_row(Content(""))] * HEIGHT
        if aside := [*filter(None, (done_already(self.standing, ids), starting_later(self.standing, ids)))]:
            rows += map(plain_row, [Content(""), *aside])
        self._list.show(rows, self._current)
        entry = self._round.entry(self._current)
        if self._shown != (self._current, entry):
            self._shown = (self._current, entry)
            plan = self.standing.plan
            self._row.show(entry, self._round.fields(self._current), (plan.start, plan.end))
        if self._list.size.height:
            self._fit()
        else:
            self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Put the head over its columns and the fields on their line."""
        if self._is_typing and self.standing and self._current in self._round.ids and self._list.size.height:
            lines = RoundLines(self._round, self.standing, self.world.glyphs)
            self._head.update(lines.head(self._list.scrollable_content_region.width), layout=False)
            line = self._round.ids.index(self._current)
            region = Region(0, line, 1, 1 + HEIGHT)
            self._list.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)
            self._row.styles.offset = (0, line + 1 - round(self._list.scroll_offset.y))

    def _is_saved(self) -> bool:
        """Whether the check-ins of the round stand in the file."""
        assert self.standing is not None
        try:
            plan = self.world.repository.load(self.standing.plan.quarter).plan
        except (OSError, FileError):
            return False
        found = {item_id: tree.find(plan, item_id) for item_id in self._round.checked_in()}
        return all(placed and placed.node == self.standing.places[item_id].node for item_id, placed in found.items())

    def _note_typed(self) -> None:
        if self._is_typing:
            self._round.note_typed(self._current, self._row.typed)

    def _as_draft(self) -> Draft | None:
        """What is half typed, as it is kept on disk."""
        assert self.standing is not None
        day = self._round.day if self._round.day != self._round.began else None
        return drafts.as_draft(self.standing.plan.quarter, drafts.HalfTyped(self._round.typed, day))

    def _keep(self) -> None:
        self._keeping = None
        self._keep_draft()

    def _keep_draft(self) -> None:
        """Put what is half typed on disk; where nothing is any more, take it off."""
        if self.locked or not self.display or self.app.screen is not self.screen:
            return
        if self._as_draft() is None:
            self.world.writing.end()
            self.world.writing.begin(self._as_draft)
        else:
            self.world.writing.keep()
