"""The first step of the close: the final value of each key result."""

import datetime as dt
from decimal import Decimal

from textual.content import Content

from okrtui.coach.typed_amount import read_value
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.closing import ToScore
from okrtui.model.dates import format_date, short_date
from okrtui.model.numbers import format_amount, with_unit
from okrtui.model.plan import CheckIn, KeyResult
from okrtui.model.reading_values import Entry, entry_on, is_skip
from okrtui.model.week_edits import RecordCheckIn
from okrtui.tui.close.asking import VALUE, AskingStep
from okrtui.tui.keys_in_use import shown_key, typing_key
from okrtui.tui.messages import Do
from okrtui.tui.widgets.cells import filled, widest
from okrtui.tui.widgets.rows import value_of_target
from okrtui.tui.world import World

_LONG_FROM = 70
"""Columns of the window from which on it is said how to come back."""
_MOST_STATE = 20
"""The most columns of what is to be said of a value."""


class ValuesStep(AskingStep):
    """A final value is a check-in of today, or of the quarter's last day once that has passed."""

    name_of_draft = "value"

    def __init__(self, world: World) -> None:
        """Nothing was asked twice yet."""
        super().__init__(world)
        self._asked: tuple[str, str] | None = None
        """The key result and what was written, where that is kept only once enter is pressed again."""

    def words(self) -> str:
        """What is still to be written, and of which day it will be."""
        assert self.standing is not None
        left, plan = len(self.closing.without_final_value), self.standing.plan
        if self.standing.today < plan.end:
            end = format_date(plan.end, plan.start, plan.end)
            return tr("The quarter runs until {day}; what you write now counts as of today.", day=end)
        if not left:
            return tr("Every key result has its final value; tab goes on.")
        return tr_n(
            "{n} key result has no value from the end of the quarter yet.",
            "{n} key results have no value from the end of the quarter yet.",
            left,
        )

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        leave = tr("leave, and come back with {key}", key=shown_key("view('close')"))
        return [
            ("enter", tr("takes it")),
            ("↑ ↓", tr("rows")),
            ("tab", tr("scores")),
            (typing_key("leave_close"), leave if self.app.size.width >= _LONG_FROM else tr("leave")),
        ]

    def begins_at(self) -> str:
        """The first one without a final value."""
        return next((row.key_result.id for row in self.closing.without_final_value), "")

    def cells(self, row: ToScore, width: int) -> Content:
        """``26/30  ✓ final``, ``26/30  of 2 Nov``."""
        assert self.standing is not None
        glyphs = self.world.glyphs
        last = row.last.value if row.last else None
        value = f" {value_of_target(row.key_result, last, glyphs):>11}  " if width >= 50 else " "
        # for translators: the key result has its value from the end of the quarter
        is_final = tr("final")
        is_missing = tr("no value yet")
        final, none_yet = f"{glyphs.holds} {is_final}", f"? {is_missing}"
        if not row.lacks_final_value:
            state, colour = final, "$success"
        elif row.last is None:
            state, colour = none_yet, "$warning"
        else:
            state, colour = self._state_of(row.last.date), "$warning"
        width = widest([final, none_yet, self._state_of(self.standing.plan.end)], _MOST_STATE)
        return Content.assemble((value, "$quiet"), (filled(state, width), colour))

    def prompt(self, row: ToScore) -> tuple[str, str, str, str]:
        """What it was, where it is to go, how the typed value reads."""
        entry, key_result = self._entry(row), row.key_result
        known = []
        if row.last:
            value = format_amount(row.last.value)
            known.append(tr("was {value} on {day}", value=value, day=self._day(row.last.date)))
        known.append(_goal(key_result))
        usual, text = entry.usual_value, self.line.value.strip()
        shown = "" if usual is None else format_amount(usual)
        if text:
            hints = [_reading(entry, text, key_result.unit)]
        elif not shown:
            hints = [tr("- leaves it open")]
        else:
            keeps = tr("enter keeps {value}", value=shown)
            takes = tr("enter takes the baseline, {value}", value=shown)
            hints = [takes if row.last is None else keeps, tr("- leaves it open")]
        hints.append(tr("as of {day}", day=self._day(entry.date)))
        return tr(VALUE), shown, row_of(known), "   ".join(filter(None, hints))

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
            value = read_value(entry, text)
        except ValueError as error:
            # for translators: what was typed, and what is wrong with it: "abc" is no number; write it like 30
            return tr('"{text}" {problem}', text=text.strip(), problem=error) if text.strip() else str(error)
        asked = (row.key_result.id, text)
        if self._asked != asked and (question := _question(row, entry, text, value)):
            self._asked = asked
            return question
        self._asked = None
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

    def _state_of(self, day: dt.date) -> str:
        # for translators: a value of that day
        words = tr("of {day}", day=self._short(day))
        return f"? {words}"

    def _day(self, day: dt.date) -> str:
        assert self.standing is not None
        return format_date(day, self.standing.plan.start, self.standing.plan.end)

    def _short(self, day: dt.date) -> str:
        assert self.standing is not None
        return short_date(day, self.standing.plan.start, self.standing.plan.end)


def _question(row: ToScore, entry: Entry, text: str, value: Decimal) -> str:
    """What is asked before a value is taken that looks mistyped, or that nobody measured; empty where nothing is."""
    if not text.strip() and row.last is None:
        baseline = format_amount(value)
        return tr("it was never measured: enter again takes the baseline, {value}, as its final value", value=baseline)
    doubt = entry.doubt(value)
    return tr("that is {doubt}: enter again keeps it", doubt=doubt) if doubt else ""


def _goal(key_result: KeyResult) -> str:
    """``target 30 MQLs``, ``at most 5 days``; empty where there is no target yet."""
    if key_result.target is None:
        return ""
    amount = with_unit(format_amount(key_result.target), key_result.unit)
    match key_result.kind:
        case "reach":
            return tr("target {amount}", amount=amount)
        case "at_least":
            return tr("at least {amount}", amount=amount)
        case "at_most":
            return tr("at most {amount}", amount=amount)


def _reading(entry: Entry, text: str, unit: str) -> str:
    """How a typed value reads; empty where it does not yet."""
    try:
        amount = with_unit(format_amount(read_value(entry, text)), unit)
    except ValueError:
        return ""
    return tr("reads as {amount}; enter takes it", amount=amount)
