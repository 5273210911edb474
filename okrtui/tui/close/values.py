"""The first step of the close: the final value of each key result."""

import datetime as dt

from textual.content import Content

from okrtui.model.closing import ToScore
from okrtui.model.dates import format_date, short_date
from okrtui.model.numbers import format_amount
from okrtui.model.plan import CheckIn
from okrtui.model.reading_values import Entry, entry_on, is_skip
from okrtui.model.week_edits import RecordCheckIn
from okrtui.tui.close.asking import AskingStep
from okrtui.tui.messages import Do
from okrtui.tui.widgets.rows import value_of_target
from okrtui.tui.world import World

_STATE = 14
"""Columns of what is to be said of a value."""


class ValuesStep(AskingStep):
    """A final value is a check-in of today, or of the quarter's last day once that has passed."""

    name_of_draft = "value"

    def __init__(self, world: World) -> None:
        """Nothing was asked twice yet."""
        super().__init__(world)
        self._asked = ""

    def words(self) -> str:
        """What is still to be written, and of which day it will be."""
        assert self.standing is not None
        left, plan = len(self.closing.without_final_value), self.standing.plan
        if self.standing.today < plan.end:
            end = format_date(plan.end, plan.start, plan.end)
            return f"The quarter runs until {end}; what you write now counts as of today."
        if not left:
            return "Every key result has its final value; tab goes on."
        return f"{left} key result{'s have' if left > 1 else ' has'} no value from the end of the quarter yet."

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [("enter", "takes it"), ("↑ ↓", "rows"), ("tab", "scores"), ("esc", "leave, and come back with Z")]

    def begins_at(self) -> str:
        """The first one without a final value."""
        return next((row.key_result.id for row in self.closing.without_final_value), "")

    def cells(self, row: ToScore, width: int) -> Content:
        """``26/30  ✓ final``, ``26/30  of 2 Nov``."""
        glyphs = self.world.glyphs
        last = row.last.value if row.last else None
        value = f"{value_of_target(row.key_result, last, glyphs):>11}  " if width >= 50 else ""
        if not row.lacks_final_value:
            state, colour = f"{glyphs.done} final", "$success"
        elif row.last is None:
            state, colour = "? no value yet", "$warning"
        else:
            state, colour = f"? of {self._short(row.last.date)}", "$warning"
        return Content.assemble((value, "$quiet"), (f"{state:<{_STATE}}", colour))

    def prompt(self, row: ToScore) -> tuple[str, str, str, str]:
        """What it was, where it is to go, how the typed value reads."""
        entry, key_result = self._entry(row), row.key_result
        known = [f"was {format_amount(row.last.value)} on {self._day(row.last.date)}"] if row.last else []
        if key_result.target is not None:
            word = {"reach": "target", "at_least": "at least", "at_most": "at most"}[key_result.kind]
            known.append(f"{word} {format_amount(key_result.target)} {key_result.unit}".rstrip())
        usual = entry.usual_value
        hints = [f"enter keeps {format_amount(usual)}"] if usual is not None and not self.line.value.strip() else []
        if usual is not None and row.last is None and hints:
            hints = [f"enter takes the baseline, {format_amount(usual)}"]
        text = self.line.value.strip()
        if text:
            try:
                hints = [f"reads as {format_amount(entry.value(text))} {key_result.unit}".rstrip() + "; enter takes it"]
            except ValueError:
                hints = []
        else:
            hints.append("- leaves it open")
        shown = "" if usual is None else format_amount(usual)
        return "value", shown, ", ".join(known), "   ".join([*hints, f"as of {self._day(entry.date)}"])

    def submit(self, row: ToScore, text: str) -> str:
        """Record the value, and go on to the next key result that has none."""
        left = [found.key_result.id for found in self.closing.without_final_value if found is not row]
        ids = self.list.ids
        at = ids.index(row.key_result.id)
        following = next((item_id for item_id in left if ids.index(item_id) > at), left[0] if left else "")
        if is_skip(text):
            below = [item_id for item_id in left if ids.index(item_id) > at]
            self.go_to(below[0] if below else "")
            return ""
        if not text.strip() and not row.lacks_final_value:
            self.go_to(self.after(row))
            return ""
        entry = self._entry(row)
        try:
            value = entry.value(text)
        except ValueError as error:
            return f'"{text.strip()}" {error}' if text.strip() else str(error)
        if (doubt := entry.doubt(value)) and self._asked != text:
            self._asked = text
            return f"that is {doubt}: enter again keeps it"
        self._asked = ""
        old = entry.corrects or CheckIn(date=entry.date, value=value)
        self.post_message(Do(RecordCheckIn(row.key_result.id, old.replace(value=value))))
        self.go_to(following)
        return ""

    # Inside

    def _entry(self, row: ToScore) -> Entry:
        """What is written: today's value, the last day's once that has passed, or a later one that is there."""
        assert self.standing is not None
        day = min(self.standing.today, self.standing.plan.end)
        return entry_on(row.key_result, max(day, row.last.date) if row.last else day)

    def _day(self, day: dt.date) -> str:
        assert self.standing is not None
        return format_date(day, self.standing.plan.start, self.standing.plan.end)

    def _short(self, day: dt.date) -> str:
        assert self.standing is not None
        return short_date(day, self.standing.plan.start, self.standing.plan.end)
