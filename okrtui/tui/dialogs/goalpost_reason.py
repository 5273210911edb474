"""Ask why a goalpost moves, before it does."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from okrtui.model.dates import format_date
from okrtui.model.goalposts import KEY_RESULT, Moved
from okrtui.model.numbers import format_amount
from okrtui.model.text import display
from okrtui.report.standing import Standing
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.plain import content
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.line_input import LineInput

_MOST_SHOWN = 4
_TITLE_LIMIT = 44
_NAMES = {"start": "first day", "due": "due date", "dropped_on": "dropped"}


class GoalpostReason(Prompt):
    """Gives the reason, or None where the goalposts are to stay."""

    def __init__(self, moves: Sequence[Moved], standing: Standing, glyphs: Glyphs, given: str = "") -> None:
        """``given`` is a reason that was given for the same key results today already."""
        super().__init__("This was committed. Why does it change?", "such as: budget cut in November", given)
        lines = [move_words(move, standing, glyphs) for move in moves[:_MOST_SHOWN]]
        self._lines = [*lines, *([f"and {len(moves) - _MOST_SHOWN} more"] if len(moves) > _MOST_SHOWN else [])]

    def compose(self) -> ComposeResult:
        """What moves, the line for the reason, what is wrong with it, keys."""
        with Vertical(classes="dialog"):
            yield Static(content(self._title, "bold $primary"))
            yield Static(
                Content("\n").join([content(f"  {line}") for line in self._lines]), classes="dialog-title", markup=False
            )
            yield LineInput(self._value, placeholder=self._placeholder)
            yield Static("", id="problem", markup=False)
            yield Static("enter changes it, with the reason on record   esc leaves it", classes="dialog-keys")


def move_words(move: Moved, standing: Standing, glyphs: Glyphs) -> str:
    """What moves, in a line: ``target 30 → 40 on 2.1``."""
    title = display(move.title, _TITLE_LIMIT) or "(no title)"
    placed = standing.places.get(move.item_id)
    if move.field == KEY_RESULT:
        if move.new:
            return f'"{display(move.new, _TITLE_LIMIT)}" is added'
        return f'"{title}" is removed'
    where = f"on {placed.position}" if placed else f'on "{title}"'
    old, new = (_said(move.field, text, standing) for text in (move.old, move.new))
    name = _NAMES.get(move.field, move.field)
    return f"{name} {old or 'open'} {glyphs.becomes} {new or 'open'} {where}"


def _said(field: str, text: str, standing: Standing) -> str:
    """A value of a goalpost as people read it."""
    if text and field in {"baseline", "target"}:
        return format_amount(Decimal(text))
    if text and field in {"start", "due", "dropped_on"}:
        return format_date(dt.date.fromisoformat(text), standing.plan.start, standing.plan.end)
    return display(text.replace("_", " ") if field == "kind" else text)
