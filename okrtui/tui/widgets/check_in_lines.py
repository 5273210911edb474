"""The lines of a check-in round: a key result a line, with what it was and what was written."""

import datetime as dt

from textual.content import Content

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_as, tr_n
from okrtui.model.dates import short_date
from okrtui.model.numbers import format_short
from okrtui.report.standing import Standing
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets.cells import cell, cut, filled
from okrtui.tui.widgets.check_in_round import Round, State
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.states import colour_of

_VALUE, _DATE = 9, 6
_NEW = 16
_WIDE, _WIDEST = 66, 100
"""From how many columns on the last value has room beside the title, and from how many all has plenty."""
_MOST = 120
"""The most columns of a line: across more, the eye does not find the rest of it."""
_STATES: dict[State, str] = {
    "open": "$quiet",
    "half typed": "$warning",
    "checked in": "$success",
    "skipped": "$faint",
}


@frozen
class RoundLines:
    """Draws the lines of one round over one plan."""

    round: Round
    standing: Standing
    glyphs: Glyphs

    def heading(self) -> Content:
        """How far the round is, and the day that its values are from."""
        done, every = len(self.round.checked_in()), len(self.round.ids)
        late, date = (self.standing.today - self.round.day).days, self._day(self.round.day)
        day = (tr("today, {day}", day=date), "bold")
        if late:
            words = tr_n("{day}, entered {n} day late", "{day}, entered {n} days late", late, day=date)
            day = (words, "bold $accent")
        # for translators: {day} is such as "today, 12 Nov" or "9 Nov, entered 3 days late"
        heading = around(tr("Check-in for {day}", day=SLOT), day, "$quiet")
        so_far = tr("{done} of {every} done", done=done, every=every)
        return Content.assemble(" ", heading, "   ", (so_far, "$quiet"))

    def head(self, width: int) -> Content:
        """The heading, and over the columns what they are."""
        # for translators: heads of narrow columns: the last value, the day that it is from, and the value now
        was, on, now = tr("was"), tr_as("head of a column of dates", "on"), tr("now")
        names = [(was, _VALUE, " "), (on, _DATE, " ")] if width >= _WIDE else []
        cells = [f"{gap}{cell(name, room, right=True).plain}" for name, room, gap in [*names, (now, _VALUE, "  ")]]
        right = Content.assemble(("".join(cells) + " " * (_last_width(width) - _VALUE), "$faint"))
        room = max(0, min(width, _MOST) - right.cell_length)
        return Content.assemble(cut(self.heading(), room, pad=True), right)

    def title(self, item_id: str, width: int) -> Content:
        """The line of the key result whose fields are open: its title, and how it stands."""
        numbers = self.standing.key_result(item_id)
        word = tr("no value yet") if numbers.is_silent else tr(numbers.pace)  # nothing was there to grow stale
        right = (f" {self.glyphs.states[numbers.pace]} {word} ", colour_of(numbers.pace))
        return self._beside(item_id, Content.assemble(right), width)

    def line(self, item_id: str, width: int) -> Content:
        """The line of any other: its title, what it was, what was written."""
        entry, state = self.round.entry(item_id), self.round.state(item_id)
        was = format_short(entry.last_value, _VALUE) if entry.last_value is not None else self.glyphs.dash
        # for translators: in the place of a date, before the first check-in: the value is that of the start
        when = cell(self._day(entry.last.date) if entry.last else tr("start"), _DATE, "$quiet", right=True)
        last = Content.assemble((f" {filled(was, _VALUE, right=True)} ", "$quiet"), when)
        new = filled(self._written(item_id, state), _last_width(width))
        right = Content.assemble(last if width >= _WIDE else "", (f"  {new}", _STATES[state]))
        return self._beside(item_id, right, width)

    def _written(self, item_id: str, state: State) -> str:
        if state == "half typed":
            return tr("not saved yet")
        if state != "checked in":
            return tr("skipped") if state == "skipped" else ""
        written = self.round.entry(item_id).written
        known = self.round.entry(item_id).corrects
        value = filled(format_short(known.value, _VALUE) if known else "", _VALUE, right=True)
        return f"{value}  {written.confidence}/10" if written.confidence else value

    def _beside(self, item_id: str, right: Content, width: int) -> Content:
        """Mark, position and title, cut to what the rest leaves."""
        placed = self.standing.places[item_id]
        state = self.round.state(item_id)
        mark = {"checked in": self.glyphs.done, "half typed": self.glyphs.doing, "skipped": self.glyphs.dropped}
        left = Content.assemble(
            (f" {mark.get(state, ' ')} ", _STATES[state]),
            (f"{placed.position} ", "$primary"),
            content(stable(placed.node.title) or tr("(no title yet)"), "$faint" if state == "skipped" else ""),
        )
        room = max(0, min(width, _MOST) - right.cell_length)
        return Content.assemble(cut(left, room, pad=True), right)

    def _day(self, day: dt.date) -> str:
        return short_date(day, self.standing.plan.start, self.standing.plan.end)


def _last_width(width: int) -> int:
    """Columns of what was written: its value and the confidence, with room beside it where there is plenty."""
    return _NEW + 8 * (width >= _WIDEST)
