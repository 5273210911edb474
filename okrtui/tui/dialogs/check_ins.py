"""Check in one key result; correct or remove what it was checked in with before."""

import datetime as dt
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from okrtui.i18n import mark, tr
from okrtui.model.dates import format_date
from okrtui.model.edits import Edit
from okrtui.model.numbers import format_amount
from okrtui.model.plan import CheckIn, KeyResult
from okrtui.model.reading_values import Entry, entry_on
from okrtui.model.week_edits import RecordCheckIn, RemoveCheckIn
from okrtui.report.standing import Standing
from okrtui.storage.drafts import Draft
from okrtui.tui.dialogs.check_in_day import DayPrompt
from okrtui.tui.messages import Say
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets import check_in_drafts as drafts
from okrtui.tui.widgets.cells import cut, filled
from okrtui.tui.widgets.check_in_row import CheckInRow
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.row_list import ListRow, RowList
from okrtui.tui.widgets.window_keys import WindowKeys
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER

_FRAME = 12
"""Lines that the window takes beside its list, with two of them for the keys."""
# for translators: keys with what they do
_WRITING_KEYS = mark("enter next   ↓ past check-ins   ctrl+d another day   esc leaves")
# for translators: keys with what they do
_LIST_KEYS = mark("enter corrects   d removes   ↑ back to the fields   esc leaves")


class PastCheckIns(RowList):
    """The check-ins of a key result, the latest first."""

    class Left(Message):
        """The keys want to go back above the list."""

    def action_cursor_up(self) -> None:
        """Move to the item before, and out of the list from the first."""
        if self.ids and self.cursor_id != self.ids[0]:
            super().action_cursor_up()
        else:
            self.post_message(self.Left())


class CheckIns(ModalScreen[Edit | None]):
    """Gives the edit that was asked for, or None."""

    DEFAULT_CSS = """
    CheckIns { align: center middle; background: $background 70%; }
    CheckIns:nocolor { background: $background; }
    #check-ins {
        width: 100; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $edge; padding: 0 1;
    }
    #check-ins-title { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    CheckIns CheckInRow { padding: 0; margin-bottom: 1; }
    CheckIns RowList { background: $surface; overflow-x: hidden; scrollbar-size-vertical: 1; }
    CheckIns RowList > .row-list--cursor { color: $foreground; background: $surface; }
    CheckIns RowList:focus > .row-list--cursor { color: $cursor-text; background: $cursor-line; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("enter", "correct", "Correct", show=False),
        Binding("d,delete", "remove", "Remove", show=False),
        Binding("ctrl+d", "day", "Day", show=False),
    ]

    def __init__(self, standing: Standing, item_id: str, world: World) -> None:
        """``item_id`` is that of a key result in the plan."""
        super().__init__()
        node = standing.places[item_id].node
        assert isinstance(node, KeyResult)
        self._standing = standing
        self._key_result = node
        self._world = world
        self._half = drafts.load(world, standing.plan.quarter)
        self._day = standing.today
        self._chosen: CheckIn | None = None
        self._keeping: Timer | None = None
        self._about = Prose()
        self._row = CheckInRow()
        self._list = PastCheckIns()
        self._keys = WindowKeys()

    def compose(self) -> ComposeResult:
        """Title, what is being written, fields, what was written before, keys."""
        with Vertical(id="check-ins"):
            title = stable(self._key_result.title) or tr("(no title yet)")
            position = self._standing.position(self._key_result.id)
            yield Static(
                Content.assemble((f"{position} ", "bold $primary"), content(title, "bold")), id="check-ins-title"
            )
            yield self._about
            yield self._row
            yield Prose(tr("Past check-ins") if self._key_result.check_ins else tr("No check-in yet"), markup=False)
            yield self._list
            yield self._keys

    def on_mount(self) -> None:
        """Begin with today's check-in."""
        past = sorted(self._key_result.check_ins, key=lambda known: known.date, reverse=True)
        self._list.show([ListRow(known.date.isoformat(), partial(self._line, known)) for known in past])
        self._place_list()
        self._world.writing.begin(self._as_draft)
        self._show()

    def on_resize(self) -> None:
        """Show as many of the past ones as there is room for."""
        self._place_list()

    def on_descendant_focus(self) -> None:
        """Say what the keys do here."""
        self._keys.show(tr(_LIST_KEYS if self._list.has_focus else _WRITING_KEYS))

    def on_check_in_row_changed(self) -> None:
        """Keep what is half typed, soon."""
        self._note_typed()
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def on_check_in_row_written(self, event: CheckInRow.Written) -> None:
        """Hand the check-in on."""
        self._world.writing.hand_over()
        instead_of = self._entry.corrects.date if self._entry.corrects else None
        self._close(RecordCheckIn(self._key_result.id, event.check_in, instead_of))

    def on_check_in_row_skipped(self) -> None:
        """Nothing is to be written after all."""
        self._close(None)

    def on_check_in_row_passed(self, event: CheckInRow.Passed) -> None:
        """Go to the past ones."""
        if event.by > 0 and self._list.ids:
            self._list.focus()

    def on_past_check_ins_left(self) -> None:
        """Go back to the fields."""
        self._row.take_keys()

    def on_say(self, event: Say) -> None:
        """Say something at the foot."""
        event.stop()
        self._keys.show(event.text, event.colour)

    def action_correct(self) -> None:
        """Put the past check-in under the cursor into the fields."""
        chosen = self._under_cursor
        if chosen is not None:
            self._note_typed()
            self._chosen, self._day = chosen, chosen.date
            self._show()

    def action_remove(self) -> None:
        """Take the past check-in under the cursor away."""
        chosen = self._under_cursor
        if chosen is not None:
            self._note_typed()
            self.dismiss(RemoveCheckIn(self._key_result.id, chosen.date))

    def action_day(self) -> None:
        """Ask for the day that the value is from."""
        prompt = DayPrompt(self._standing, self._refuse_day)

        def set_day(text: str | None) -> None:
            if text:
                self._note_typed()
                self._day = prompt.day(text)
                self._show()

        self.app.push_screen(prompt, set_day)

    def action_leave(self) -> None:
        """Leave; what is half typed is kept for the next time."""
        self._note_typed()
        self.dismiss(None)

    def dismiss(self, result: Edit | None = None) -> AwaitComplete:
        """Close the window; what is half typed stays on disk."""
        drafts.put_away(self._world, self._as_draft())
        return super().dismiss(result)

    # Inside

    @property
    def _entry(self) -> Entry:
        """What is being written."""
        if self._chosen is not None:
            return Entry(self._key_result, self._day, self._chosen)
        return entry_on(self._key_result, self._day)

    @property
    def _slot(self) -> str:
        """What the half-typed fields are kept under."""
        return f"{self._key_result.id}@{self._chosen.date}" if self._chosen else self._key_result.id

    @property
    def _under_cursor(self) -> CheckIn | None:
        """The past check-in under the cursor, where the list has the keys."""
        if not self._list.has_focus:
            return None
        known = (known for known in self._key_result.check_ins if known.date.isoformat() == self._list.cursor_id)
        return next(known, None)

    def _show(self) -> None:
        """Show what is being written, and go on in its first field."""
        entry, plan = self._entry, self._standing.plan
        self._about.update(content(self._what_is_written(entry), "$accent" if self._chosen else "$quiet"))
        self._row.show(entry, self._half.typed.get(self._slot) or entry.written, (plan.start, plan.end))
        self._row.take_keys()

    def _what_is_written(self, entry: Entry) -> str:
        """Which check-in the fields make."""
        plan = self._standing.plan
        day, today = format_date(self._day, plan.start, plan.end), self._day == self._standing.today
        if self._chosen is not None:
            old = format_date(self._chosen.date, plan.start, plan.end)
            if self._chosen.date == self._day:
                return tr("Correcting the check-in of {day}", day=old)
            # for translators: the check-in was of one day, and is to be of another
            return tr("Correcting the check-in of {old}, now of {new}", old=old, new=day)
        if entry.corrects is not None:
            if today:
                return tr("There is a check-in of today already: this corrects it")
            return tr("There is a check-in of {day} already: this corrects it", day=day)
        # for translators: {day} is such as "today, 12 Nov" or "9 Nov, entered 3 days late"
        return tr("Check-in for {day}", day=tr("today, {day}", day=day) if today else day)

    def _line(self, known: CheckIn, width: int) -> Content:
        """One past check-in."""
        plan = self._standing.plan
        sure = f"{known.confidence}/10" if known.confidence is not None else ""
        line = Content.assemble(
            (f" {filled(format_date(known.date, plan.start, plan.end), 11, right=True)}", "$quiet"),
            (f"  {format_amount(known.value):>9}", "bold"),
            (f"  {sure:>5}  ", "$quiet"),
            content(stable(known.note)),
        )
        return cut(line, width)

    def _place_list(self) -> None:
        most = max(1, self.app.size.height - _FRAME)
        self._list.styles.height = min(len(self._list.ids), most)

    def _refuse_day(self, day: dt.date) -> str:
        taken = {known.date for known in self._key_result.check_ins if known != self._chosen}
        if self._chosen is not None and day in taken:
            return tr("that day has a check-in of its own; leave with esc and remove that one first")
        return ""

    def _note_typed(self) -> None:
        if self._row.typed == self._entry.written:
            self._half.typed.pop(self._slot, None)
        else:
            self._half.typed[self._slot] = self._row.typed

    def _close(self, edit: Edit | None) -> None:
        self._half.typed.pop(self._slot, None)
        self.dismiss(edit)

    def _as_draft(self) -> Draft | None:
        return drafts.as_draft(self._standing.plan.quarter, self._half)

    def _keep(self) -> None:
        self._keeping = None
        self._world.writing.keep()
