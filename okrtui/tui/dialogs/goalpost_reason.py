"""Ask why a goalpost moves, before it does."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from okrtui.i18n import mark, tr, tr_as, tr_n
from okrtui.model.dates import format_date
from okrtui.model.goalposts import KEY_RESULT, Moved
from okrtui.model.numbers import format_amount
from okrtui.model.text import display
from okrtui.report.standing import Standing
from okrtui.tui.dialogs.reason import Reason, reason_for
from okrtui.tui.plain import content
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.window_keys import WindowKeys
from okrtui.tui.world import World

_MOST_SHOWN = 4
_TITLE_LIMIT = 44
_NAMES = {"start": mark("first day"), "due": mark("due date"), "dropped_on": mark("dropped")}


class GoalpostReason(Reason):
    """Gives the reason, or None where the goalposts are to stay."""

    def __init__(self, moves: Sequence[Moved], standing: Standing, world: World, given: str = "") -> None:
        """``given`` is a reason that was given for the same key results today already."""
        question = tr("The quarter is committed. Why does this change?")
        draft = reason_for(standing.plan.quarter, "change", *dict.fromkeys(move.item_id for move in moves))
        super().__init__(question, tr("such as: the budget was cut"), world, draft, given)
        lines = [move_words(move, standing, world.glyphs) for move in moves[:_MOST_SHOWN]]
        if (others := len(moves) - _MOST_SHOWN) > 0:
            # for translators: the last line of a list of changes
            lines.append(tr_n("and {n} more", "and {n} more", others))
        self._lines = lines

    def compose(self) -> ComposeResult:
        """What moves, the line for the reason, what is wrong with it, keys."""
        with Vertical(classes="dialog"):
            yield Prose(content(self._title, "bold $primary"))
            yield Prose(Content("\n").join([content(f"  {line}") for line in self._lines]), classes="dialog-title")
            yield LineInput(self._value, placeholder=self._placeholder)
            yield Prose(id="problem")
            # for translators: keys with what they do
            yield WindowKeys(tr("enter changes it; the report gives the reason   esc leaves it"))


def move_words(move: Moved, standing: Standing, glyphs: Glyphs) -> str:
    """What moves, in a line: ``target 30 → 40 on 2.1``."""
    title = display(move.title, _TITLE_LIMIT) or tr("(no title)")
    placed = standing.places.get(move.item_id)
    if move.field == KEY_RESULT:
        if move.new:
            return tr('"{title}" is added', title=display(move.new, _TITLE_LIMIT))
        return tr('"{title}" is removed', title=title)
    if move.field == "dropped_on" and not (move.old and move.new):
        if move.new:
            return tr('"{title}" is dropped', title=title)
        return tr('"{title}" is taken up again', title=title)
    # for translators: a title in quotes
    where = placed.position if placed else tr('"{title}"', title=title)
    old, new = (_said(move.field, text, standing) for text in (move.old, move.new))
    # for translators: in the place of a target or a date that is not decided
    left_open = tr_as("not decided", "open")
    # for translators: a change of a key result: "target 30 → 40 on 2.1"; {arrow} is the arrow, {where} the key result
    return tr(
        "{name} {old} {arrow} {new} on {where}",
        name=tr(_NAMES.get(move.field, move.field)),
        old=old or left_open,
        arrow=glyphs.becomes,
        new=new or left_open,
        where=where,
    )


def _said(field: str, text: str, standing: Standing) -> str:
    """A value of a goalpost as people read it."""
    if text and field in {"baseline", "target"}:
        return format_amount(Decimal(text))
    if text and field in {"start", "due", "dropped_on"}:
        return format_date(dt.date.fromisoformat(text), standing.plan.start, standing.plan.end)
    if text and field == "kind":
        return tr(text.replace("_", " "))
    return display(text)
