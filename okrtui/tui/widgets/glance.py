"""The quarter at a glance: a line an objective or key result, with the columns that fit."""

from decimal import Decimal

from rich.cells import cell_len
from textual.content import Content

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_as
from okrtui.model.measure import KeyResultNumbers, ObjectiveNumbers, Pace
from okrtui.model.numbers import format_amount
from okrtui.model.plan import KeyResult, Node, Objective
from okrtui.model.quarter import elapsed_share
from okrtui.model.shares import clamp, format_share, percent
from okrtui.model.tree import Placed
from okrtui.report.outcome import state_words
from okrtui.report.standing import Standing
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets.cells import cell, cut, filled, widest
from okrtui.tui.widgets.glyphs import Glyphs, bar
from okrtui.tui.widgets.rows import value_of_target, value_width
from okrtui.tui.widgets.states import colour_of, words_width

_PERCENT, _CONFIDENCE = 5, 5
"""Columns of a share, of a confidence with the mark before it."""
_ALL_FROM = 76
"""Columns from which on every column has room."""
_LEAST_VALUE = 10
"""Columns of the value at least, so that a bar with its share fits."""
_DISAGREEING: tuple[Pace, ...] = ("on track", "off track")
"""The paces that a confidence can disagree with; a blank parts them from its mark."""
_CURSOR = "$cursor-text on $cursor-line"


@frozen
class GlanceColumns:
    """Widths of the columns at the right, in their order; 0 leaves one out."""

    value: int
    percent: int
    confidence: int

    @classmethod
    def for_width(cls, width: int, value: int) -> "GlanceColumns":
        """What fits beside a title of some twenty columns; ``value`` is the width of the widest value."""
        value = max(value, _LEAST_VALUE)
        if width < 46:
            return cls(0, 0, 1)
        if width < 60:
            return cls(value, 0, 1)
        return cls(value, _PERCENT, _CONFIDENCE if width >= _ALL_FROM else 1)


class Glance:
    """Draws the lines of one plan."""

    def __init__(self, standing: Standing, glyphs: Glyphs) -> None:
        """Everything a line is drawn with."""
        self._standing = standing
        self._glyphs = glyphs
        self._value_width = value_width(standing, glyphs)
        room = words_width(standing.plan)
        self._state_width = max(room, widest([tr(pace) for pace in _DISAGREEING], room) + 1)

    def head(self, width: int) -> Content:
        """The line above: how far the quarter is, and what the columns hold."""
        plan, progress = self._standing.plan, self._standing.numbers.progress
        columns = GlanceColumns.for_width(width, self._value_width)
        gone = percent(elapsed_share(plan.start, plan.end, self._standing.today))
        # for translators: so much of the quarter is over
        ways = [tr("{days} % of the days", days=gone)]
        if progress is not None:
            share = percent(progress)
            # for translators: how far the plan has come, and how much of the quarter is over
            both = tr("{percent} % of the way, {days} % of the days", percent=share, days=gone)
            ways = [both, tr("{percent} % of the way", percent=share)]
        right = _heads(columns, self._state_head(), self._state_width)
        room = max(0, width - right.cell_length)
        left = next((f" {way}" for way in ways if cell_len(way) < room), "")
        return Content.assemble(filled(left, room), right).stylize("$quiet")

    def whole_width(self) -> int:
        """Columns in which no title is cut."""
        right = _heads(GlanceColumns.for_width(_ALL_FROM, self._value_width), "", self._state_width).cell_length
        items = (it for it in self._standing.places.values() if isinstance(it.node, Objective | KeyResult))
        return max((cell_len(_lead(it)) + cell_len(it.node.title) for it in items), default=0) + right

    def line(self, placed: Placed, width: int, *, cursor: bool) -> Content:
        """An objective or a key result; under the cursor in the cursor's colours alone."""
        columns = GlanceColumns.for_width(width, self._value_width)
        node = placed.node
        right = self._right(node, columns)
        objective = isinstance(node, Objective)
        style = "bold" if objective else "$faint" if isinstance(node, KeyResult) and node.dropped_on else ""
        title = Content.assemble((_lead(placed), "$quiet"), content(stable(node.title) or tr("(no title yet)"), style))
        line = Content.assemble(cut(title, width - right.cell_length, pad=True), right)
        return Content.assemble((line.plain, f"{_CURSOR} bold" if objective else _CURSOR)) if cursor else line

    def _right(self, node: Node, columns: GlanceColumns) -> Content:
        if isinstance(node, KeyResult) and node.dropped_on is not None:
            dropped = cell(tr("dropped"), self._state_width, "$faint")
            return Content.assemble((f"  {self._glyphs.dropped} ", "$faint"), dropped, " " * (columns.confidence + 1))
        if isinstance(node, KeyResult):
            value = value_of_target(node, self._standing.key_result(node.id).current, self._glyphs)
            return self._columns(node.id, value.rjust(columns.value), columns)
        of_objective = self._standing.objective(node.id)
        if of_objective.progress is None:
            return self._columns(node.id, " " * columns.value, columns)
        share = float(clamp(of_objective.progress))
        beside = "" if columns.percent else f"{_share(of_objective):>{_PERCENT}}"
        value = bar(share, columns.value - len(beside), self._glyphs) + beside
        return self._columns(node.id, value, columns)

    def _columns(self, item_id: str, value: str, columns: GlanceColumns) -> Content:
        numbers, state = self._standing.numbers.of[item_id], self._standing.state(item_id)
        colour = colour_of(state)
        nothing = "" if columns.percent else self._glyphs.dash
        glyph = self._glyphs.states[state] if state else nothing
        said = state_words(numbers, self._standing.plan)
        share = _share(numbers) or self._glyphs.dash
        parts: list[tuple[str, str] | str] = [(f"  {value}", colour)] if columns.value else []
        if columns.percent:
            parts.append((f"  {share:>{columns.percent}}", colour))
        parts.append((f"  {glyph:1} {cell(said, self._state_width).plain}", colour))
        disagrees = self._standing.disagrees(item_id)
        mark = self._glyphs.disagrees if disagrees else " "
        known = None if columns.confidence == 1 else numbers.confidence
        sure = "" if known is None else format_amount(Decimal(known))
        parts.append((f"{mark}{sure:>{columns.confidence - 1}} ", "$warning" if disagrees else "$quiet"))
        return Content.assemble(*parts)

    def _state_head(self) -> str:
        """What the column is called that says how each stands."""
        if self._standing.plan.phase == "closed":
            return tr("score")
        # for translators: the head of a column: how a key result is doing
        return tr("pace")


def _lead(placed: Placed) -> str:
    """What stands before a title."""
    return f"{'   ' if placed.depth else ' '}{placed.position} "


def _heads(columns: GlanceColumns, state: str, room: int) -> Content:
    """What the columns at the right are called."""
    heads: list[Content | str] = []
    if columns.value:
        # for translators: the head of a column of at least 10 columns: the value now, and the target
        heads += ["  ", cell(tr("now/target"), columns.value, right=True)]
    if columns.percent:
        # for translators: the head of a column of 5 columns: how much of the way is done
        heads += ["  ", cell(tr_as("share", "done"), columns.percent, right=True)]
    heads += ["    ", cell(state, room)]
    if columns.confidence > 1:
        # for translators: the head of a column of 5 columns: confidence
        heads += [cell(tr("conf."), columns.confidence, right=True), " "]
    else:
        heads.append("  ")
    return Content.assemble(*heads)


def _share(numbers: KeyResultNumbers | ObjectiveNumbers) -> str:
    return format_share(numbers.progress) if numbers.progress is not None else ""
