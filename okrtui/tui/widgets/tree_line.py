"""One line of the tree as a strip of cells: the title cut to what is left, the columns aligned at the right."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from okrtui.frozen import frozen, replace
from okrtui.i18n import tr
from okrtui.model.numbers import format_amount
from okrtui.model.shares import clamp, format_share, percent
from okrtui.model.text import search_key
from okrtui.model.tree import Placed
from okrtui.model.widths import fitted
from okrtui.report.standing import Standing
from okrtui.tui.widgets.cells import filled
from okrtui.tui.widgets.glyphs import Glyphs, bar
from okrtui.tui.widgets.rows import DUE_WIDTH, VALUE_WIDTH, Row, build_row, due_width, value_width
from okrtui.tui.widgets.states import style_of, word_width

Styles = Mapping[str, Style]
"""By name: objective, key-result, action, quiet, faint, good, fair, bad, lit, match, cursor."""

_STATE_FROM = 94
"""Columns from which on a word stands beside the mark of how something stands."""
_DEPTH_STYLE = ("objective", "key-result", "action")


@frozen
class Columns:
    """Widths of the columns at the right, in the order in which they stand; 0 leaves one out."""

    badge: int = 5
    value: int = VALUE_WIDTH
    progress: int = 7
    state: int = 0
    due: int = DUE_WIDTH

    @classmethod
    def of(cls, standing: Standing | None, glyphs: Glyphs) -> "Columns":
        """What the values and the dates of a plan take; nothing before its first key result."""
        if standing is not None and not any(it.key_results for it in standing.plan.objectives):
            return cls(badge=0, value=0, progress=0, due=0)
        return cls(value=value_width(standing, glyphs), due=due_width(standing))

    def within(self, width: int, standing: Standing | None) -> "Columns":
        """What fits beside a readable title: letters give way to dates, but while the quarter is planned."""
        if width >= 62:
            words = word_width(standing.plan) if standing and width >= _STATE_FROM else 0
            return replace(self, state=words)
        value = self.value if width >= 50 else 0
        planning = standing is None or standing.plan.phase == "planning"
        return replace(self, value=value, due=0) if planning else replace(self, value=value, badge=0)


def whole_width(standing: Standing, columns: Columns, glyphs: Glyphs) -> int:
    """Columns in which no title of an objective or a key result is cut; ``columns`` are those of the plan."""
    rows = [build_row(placed, standing, (), glyphs) for placed in _longest(standing)]
    width = 0
    for least in (_STATE_FROM - 1, _STATE_FROM):
        line = TreeLine(least, columns.within(least, standing), {}, glyphs)
        width = max(map(line.whole, rows), default=0)
        if width <= least:
            break
    return width


def _longest(standing: Standing) -> Iterator[Placed]:
    """The objective and the key result with the longest titles."""
    objectives = standing.plan.objectives
    for nodes in (objectives, [key_result for objective in objectives for key_result in objective.key_results]):
        placed = [standing.places[node.id] for node in nodes]
        yield from sorted(placed, key=lambda found: cell_len(found.node.title) + len(found.position))[-1:]


class TreeLine:
    """Draws rows at one width in one set of styles."""

    def __init__(self, width: int, columns: Columns, styles: Styles, glyphs: Glyphs) -> None:
        """Everything a row is drawn with."""
        self._width = width
        self._styles = styles
        self._glyphs = glyphs
        self._columns = columns

    def draw(self, row: Row, *, cursor: bool, match: str = "") -> Strip:
        """The row; ``match`` is a search key that is marked in the title."""
        right = self._right(row)
        taken = sum(cell_len(text) for text, _ in right)
        left = self._styled(self._left(row, self._width - taken, match))
        blank = self._styled([(" " * (self._width - taken - sum(segment.cell_length for segment in left)), "quiet")])
        if cursor:  # on the words alone: to light a whole row sends three times as much
            left[1:] = Segment.apply_style(left[1:], post_style=self._styles["cursor"])
        return Strip([*left, *blank, *self._styled(right)], self._width)

    def cuts(self, row: Row) -> bool:
        """Whether the title of a row is longer than its place."""
        return self.whole(row) > self._width

    def whole(self, row: Row) -> int:
        """Columns in which the title of a row is not cut."""
        taken = sum(cell_len(text) for text, _ in self._right(row))
        return len(self._lead(row)) + cell_len(row.title) + 1 + taken

    def title_column(self, row: Row) -> int:
        """Where the title begins."""
        return len(self._lead(row))

    def _styled(self, parts: Iterable[tuple[str, str]]) -> list[Segment]:
        return [Segment(text, self._styles[style]) for text, style in parts if text]

    def _lead(self, row: Row) -> str:
        number = f"{row.position} " if row.position else ""
        return f" {'  ' * row.depth}{row.marker} {number}"

    def _left(self, row: Row, width: int, match: str) -> list[tuple[str, str]]:
        """Marker, position and title, and one blank behind it where there is room."""
        style = "faint" if row.out else _DEPTH_STYLE[row.depth]
        lead = self._lead(row)
        marker_style = row.due_tone if row.depth == 2 and row.due_tone in {"good", "bad"} else "quiet"
        room = max(0, width - len(lead))
        whole = row.title or tr("(no title yet)")
        shown = whole
        if cell_len(whole) > room:
            shown = set_cell_size(whole, max(0, room - 1)).rstrip() + "…" if room else ""
        words = lead.lstrip()
        parts = [
            (lead.removesuffix(words), "quiet"),
            (words, marker_style),
            *_marked(whole, shown, match, style if row.title else "faint"),
        ]
        return [*parts, (" " if cell_len(shown) < room else "", style)]

    def _right(self, row: Row) -> list[tuple[str, str]]:
        columns = self._columns
        if row.depth == 2:
            wide = filled(row.due, columns.due, right=True)
            return [("  ", "quiet"), (wide, row.due_tone or "quiet"), (" ", "quiet")] if wide else []
        parts: list[tuple[str, str]] = []
        if row.moved:
            parts += [(" ", "quiet"), (self._glyphs.moved, "fair")]
        if row.badge and columns.badge:
            parts.append((" " if row.moved else "  ", "quiet"))
            parts.extend(
                (letter, "faint" if letter == self._glyphs.unlit else "lit")
                for letter in row.badge.ljust(columns.badge)
            )
        if columns.value:
            value = row.value
            if row.depth == 0 and row.progress is not None:
                share = clamp(row.progress) if row.score is None else row.score  # what stands beside it
                value = bar(float(share), columns.value, self._glyphs)
            parts.append((f"  {filled(value, columns.value, right=True)}", style_of(row.state)))
        if columns.progress:
            parts.append((f" {self._glyphs.disagrees if row.disagreement else ' '}", "fair"))
            parts.append((self._progress(row).rjust(columns.progress), style_of(row.state)))
        if columns.state:
            word = fitted(tr(row.state), columns.state) if row.state else ""
            parts.append((f"  {filled(word, columns.state)}", style_of(row.state)))
        if columns.due:
            overflow = max(0, cell_len(row.due) - columns.due)
            if overflow and parts:
                text, style = parts[-1]
                parts[-1] = (set_cell_size(text, max(0, cell_len(text) - overflow)), style)
            parts.append((f"  {filled(row.due, columns.due, right=True)}", row.due_tone or "quiet"))
        return [*parts, (" ", "quiet")]

    def _progress(self, row: Row) -> str:
        """How far it is, or the score that it came to."""
        if row.state is None:
            return self._glyphs.dash if not row.out else ""
        share = _share(row.progress) if row.progress is not None else self._glyphs.dash
        far = share if row.score is None else format_amount(row.score)
        return f"{self._glyphs.states[row.state]} {far.rjust(5)}"


def _marked(whole: str, shown: str, match: str, style: str) -> list[tuple[str, str]]:
    """The part of a title that is shown, with the first place that matches in a style of its own."""
    key = search_key(whole)
    start = key.find(match) if match else -1
    visible = len(shown) - shown.endswith("…")
    if start < 0 or len(key) != len(whole) or start >= visible:
        return [(shown, style)]
    end = min(start + len(match), visible)
    return [(shown[:start], style), (shown[start:end], "match"), (shown[end:], style)]


def _share(progress: Fraction) -> str:
    """Progress in at most five columns."""
    whole = percent(progress)
    return format_share(progress) if -100 < whole < 1000 else ">999%" if whole > 0 else "<-99%"
