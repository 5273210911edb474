"""The chart of one key result: its values over its days, beside the ideal pace, and where they are heading.

:func:`draw_chart` makes lines of text with the name of what each part is; :class:`Chart` gives them colours.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Literal

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from okrtui.frozen import frozen, replace
from okrtui.i18n import tr, tr_as
from okrtui.model.closing import State
from okrtui.model.dates import month_name, short_full_date
from okrtui.model.levels import weeks_kept
from okrtui.model.measure import KeyResultNumbers
from okrtui.model.numbers import format_short
from okrtui.model.plan import KeyResult
from okrtui.report.standing import Standing
from okrtui.tui.widgets.beside import Resized
from okrtui.tui.widgets.canvas import Canvas, Line, sample
from okrtui.tui.widgets.cells import wrapped
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.states import colour_of

Part = Literal["value", "forecast", "goal", "today", "axis", "label", "met", "missed", "silent"]
"""What a piece of a chart is: one of its lines, or what stands around them; a week met, missed, without a check-in."""

Drawn = list[tuple[str, Part]]
"""One line of a chart."""

LEAST_HEIGHT = 3
"""Lines below which there is no chart."""

_RULE_FROM = 4
"""Lines from which on a line parts the values from the dates."""
_LEGEND_FROM = 6
"""Lines from which on a chart says below what its lines are; and for so many more, on one more line."""
_LEAST_ROWS = 2
"""Lines that the lines of a chart need at least."""

_MOST_HEIGHT = 20
"""Lines from which on a chart gets no clearer."""
_AIRY = 12
"""Lines of room from which on a blank one parts the words from the chart."""
_LABEL_WIDTHS = (6, 9, 14)
"""Columns that values may take at the left: the first that keeps different ones apart."""
_COLOURS: dict[Part, str] = {
    "forecast": "$accent",
    "goal": "$quiet",
    "today": "$primary",
    "axis": "$faint",
    "label": "$quiet",
    "met": "$success",
    "missed": "$error",
    "silent": "$faint",
}
_BEYOND = Decimal("0.5")
"""How far a forecast may stretch the chart, as a share of what else it shows."""


@frozen
class Subject:
    """A key result with what a chart of it has to know."""

    key_result: KeyResult
    numbers: KeyResultNumbers
    start: dt.date
    due: dt.date
    today: dt.date
    quarter: tuple[dt.date, dt.date]
    """First and last day of the quarter."""
    state: State | None
    """How it stands, which gives its values their colour."""

    @classmethod
    def of(cls, key_result: KeyResult, standing: Standing) -> "Subject":
        """A key result of a plan."""
        plan = standing.plan
        start, due = key_result.start or plan.start, key_result.due or plan.end
        numbers = standing.key_result(key_result.id)
        if plan.phase == "closed" or key_result.dropped_on is not None:
            numbers = replace(numbers, forecast=None)
        due, span, state = max(start, due), (plan.start, plan.end), standing.state(key_result.id)
        return cls(key_result, numbers, start, due, standing.today, span, state)

    @property
    def values(self) -> list[tuple[dt.date, Decimal]]:
        """What is known today, one value a date, oldest first; from before the start the latest, as of the start."""
        check_ins = sorted(self.key_result.check_ins, key=lambda found: found.date)
        known = {max(found.date, self.start): found.value for found in check_ins if found.date <= self.today}
        return list(known.items())

    @property
    def forecast(self) -> Decimal | None:
        """Where it is heading; None where that is not known, or no question any more."""
        return None if self.numbers.pace == "done" else self.numbers.forecast

    @property
    def is_level(self) -> bool:
        """Whether it keeps a level."""
        return self.key_result.kind != "reach"

    @property
    def goal(self) -> tuple[Decimal, Decimal] | None:
        """Where the ideal pace begins and ends, or the level twice; None where it is not known."""
        begin = self.key_result.target if self.is_level else self.key_result.baseline
        end = self.key_result.target
        return None if begin is None or end is None else (begin, end)


@frozen
class _Scale:
    """From dates and values to dots."""

    first: dt.date
    last: dt.date
    low: Decimal
    high: Decimal
    columns: int
    rows: int

    def x(self, date: dt.date) -> int:
        days = max(1, (self.last - self.first).days)
        return round((date - self.first).days / days * (self.columns - 1))

    def y(self, value: Decimal) -> int:
        return round(float((self.high - value) / (self.high - self.low)) * (self.rows - 1))


def draw_chart(subject: Subject, width: int, height: int, glyphs: Glyphs) -> list[Drawn]:
    """The chart in at most so many columns and lines; nothing where there is no number or too little room."""
    known = [*(subject.goal or ()), *(value for _, value in subject.values)]
    if not known or height < LEAST_HEIGHT:
        return []
    labels = _labels(known)
    if subject.is_level and subject.goal is not None:
        sign = glyphs.at_least if subject.key_result.kind == "at_least" else glyphs.at_most
        labels[subject.goal[1]] = f"{sign}{labels[subject.goal[1]]}"
    gutter = max(map(cell_len, labels.values())) + 1
    weeks = _weeks(subject) if subject.is_level else ()
    room = width - gutter - 1
    foot = 1 + (height >= _RULE_FROM)
    rows = height - foot - bool(weeks) - (height >= _LEGEND_FROM)
    if room < 10 or rows < _LEAST_ROWS:
        return []
    canvas, scale = _drawn(subject, known, room, rows, glyphs)
    today = scale.x(subject.today) // glyphs.chart.dots[0] if scale.first <= subject.today <= scale.last else None
    legend = _legend(canvas, subject, today, width, glyphs)[: height // _LEGEND_FROM]
    if more := max(0, len(legend) - 1):
        rows -= more
        canvas, scale = _drawn(subject, known, room, rows, glyphs)
    beside = _beside(subject, labels, scale, glyphs)
    drawn = [_row(canvas, row, room, today, beside.get(row, ""), gutter, glyphs) for row in range(rows)]
    drawn += [*_foot(subject, scale, room, today, gutter, glyphs)][-foot:]
    if weeks:
        drawn.append([(" " * (gutter + 1), "axis"), *_week_marks(weeks, subject, scale, room, glyphs)])
    return [*drawn, *legend]


def _drawn(subject: Subject, known: Sequence[Decimal], room: int, rows: int, glyphs: Glyphs) -> tuple[Canvas, "_Scale"]:
    """The lines on a canvas of so many columns and lines."""
    canvas = Canvas(room, rows, glyphs.chart)
    scale = _scale(subject, known, canvas)
    _draw_lines(canvas, scale, subject)
    return canvas, scale


def _scale(subject: Subject, known: Sequence[Decimal], canvas: Canvas) -> _Scale:
    """Room for every value and the goal, and for the forecast as long as it does not press the rest flat."""
    low, high = min(known), max(known)
    margin = (high - low) * _BEYOND
    if (ahead := subject.forecast) is not None:
        low, high = min(low, max(ahead, low - margin)), max(high, min(ahead, high + margin))
    if low == high:
        room = max(Decimal(1), abs(low) / 10)
        low, high = low - room, high + room
    last = max([subject.due, *(date for date, _ in subject.values)])
    return _Scale(subject.start, last, low, high, canvas.columns, canvas.rows)


def _draw_lines(canvas: Canvas, scale: _Scale, subject: Subject) -> None:
    values, due, forecast = subject.values, subject.due, subject.forecast
    dots = [(scale.x(date), scale.y(value)) for date, value in values]
    if (goal := subject.goal) is not None:
        canvas.line((scale.x(subject.start), scale.y(goal[0])), (scale.x(due), scale.y(goal[1])), "goal")
    if forecast is not None and values and values[-1][0] < due:
        canvas.line(dots[-1], (scale.x(due), scale.y(forecast)), "forecast")
    for dot, next_dot in pairwise(dots):
        canvas.line(dot, next_dot, "value")
    for dot in dots:
        canvas.point(*dot, "value")


# What stands around the lines


def _labels(known: Iterable[Decimal]) -> dict[Decimal, str]:
    """Each value as short as keeps it apart from the others."""
    values = set(known)
    for width in _LABEL_WIDTHS:
        labels = {value: format_short(value, width) for value in values}
        if len(set(labels.values())) == len(values):
            break
    return labels


def _beside(subject: Subject, labels: dict[Decimal, str], scale: _Scale, glyphs: Glyphs) -> dict[int, str]:
    """What stands at the left, by line: goal and latest value before the others, which only fill the gaps."""
    goal, values = subject.goal or (), [value for _, value in subject.values]
    wanted = [*reversed(goal), *values[-1:], *([max(values), min(values)] if values else [])]
    beside: dict[int, str] = {}
    for value in wanted:
        row = scale.y(value) // glyphs.chart.dots[1]
        near = value not in goal and {row - 1, row + 1} & beside.keys()
        if row not in beside and not near:
            beside[row] = labels[value]
    return beside


def _row(canvas: Canvas, row: int, room: int, today: int | None, label: str, gutter: int, glyphs: Glyphs) -> Drawn:
    cells: list[tuple[str, Part]] = []
    for column in range(room):
        drawn = canvas.cell(column, row)
        blank: tuple[str, Part] = (glyphs.chart.today, "today") if column == today else (" ", "axis")
        cells.append(drawn or blank)
    side = glyphs.chart.label if label else glyphs.chart.side
    return [(f"{label.rjust(gutter - 1)} ", "label"), (side, "axis"), *_joined(cells)]


def _foot(
    subject: Subject, scale: _Scale, room: int, today: int | None, gutter: int, glyphs: Glyphs
) -> Iterator[Drawn]:
    """The line below, and the dates below that."""
    places = _dates(subject, scale, room, today, glyphs)
    marks = {middle for _, middle, _, _ in places}
    rule = "".join(glyphs.chart.date if column in marks else glyphs.rule for column in range(room))
    yield [(f"{' ' * gutter}{glyphs.chart.corner}{rule}", "axis")]
    cells: list[tuple[str, Part]] = [(" ", "axis")] * room
    for left, _, text, part in places:
        cells[left : left + cell_len(text)] = _in_cells(text, part)
    yield [(" " * (gutter + 1), "axis"), *_joined(cells)]


def _dates(
    subject: Subject, scale: _Scale, room: int, today: int | None, glyphs: Glyphs
) -> list[tuple[int, int, str, Part]]:
    """Left column, column of its date, words: the due date, the start, today, then months where there is room."""
    across = glyphs.chart.dots[0]
    wanted: list[tuple[int, str, Part]] = [
        (scale.x(subject.due) // across, short_full_date(subject.due, *subject.quarter), "label"),
        (0, short_full_date(subject.start, *subject.quarter), "label"),
    ]
    if today is not None:
        wanted.append((today, tr("today"), "today"))
    for month in _months(scale.first, scale.last):
        wanted.append((scale.x(month) // across, month_name(month.month), "axis"))
    placed: list[tuple[int, int, str, Part]] = []
    for column, text, part in wanted:
        width = cell_len(text)
        left = max(0, min(room - width, column - width // 2))
        if all(left > at + cell_len(other) or left + width < at for at, _, other, _ in placed):
            placed.append((left, column, text, part))
    return placed


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The first days of the months between two dates."""
    month = first.replace(day=1)
    while (month := (month + dt.timedelta(days=32)).replace(day=1)) < last:
        yield month


def _weeks(subject: Subject) -> tuple[bool | None, ...]:
    return weeks_kept(subject.key_result, *subject.quarter, subject.today)


def _week_marks(
    weeks: Sequence[bool | None], subject: Subject, scale: _Scale, room: int, glyphs: Glyphs
) -> Iterator[tuple[str, Part]]:
    """A mark below the middle of each week."""
    cells: list[tuple[str, Part]] = [(" ", "axis")] * room
    for number, met in enumerate(weeks):
        middle = min(subject.start + dt.timedelta(days=7 * number + 3), scale.last)
        cells[scale.x(middle) // glyphs.chart.dots[0]] = _week_mark(met, glyphs)
    return _joined(cells)


def _week_mark(met: bool | None, glyphs: Glyphs) -> tuple[str, Part]:
    if met is None:
        return glyphs.unlit, "silent"
    return (glyphs.done, "met") if met else (glyphs.states["off track"], "missed")


def _legend(canvas: Canvas, subject: Subject, today: int | None, width: int, glyphs: Glyphs) -> list[Drawn]:
    """What is drawn, as it is drawn, on as many lines as that takes."""
    drawn = canvas.lines
    words: dict[Line, str] = {
        # for translators: a line of a chart: the values that were checked in
        "value": tr("values"),
        # for translators: a line of a chart: the level that is to be kept, or the even way from start to target
        "goal": tr("level") if subject.is_level else tr("ideal pace"),
        # for translators: a line of a chart: where the values are heading
        "forecast": tr("forecast"),
    }
    entries = [(sample(line, 3, glyphs.chart), line, words[line]) for line in ("value", "goal", "forecast")]
    found: list[tuple[str, Part, str]] = [(look, part, word) for look, part, word in entries if part in drawn]
    kinds = set(_weeks(subject)) if subject.is_level else set()
    met_word = tr_as("a level", "met")
    for met, word in ((True, met_word), (False, tr("missed")), (None, tr("no check-in"))):
        if met in kinds:
            found.append((*_week_mark(met, glyphs), word))
    if today is not None:
        found.append((glyphs.chart.today, "today", tr("today")))
    legend: list[Drawn] = [[]]
    for look, part, word in found:
        entry: Drawn = [(f" {look}", part), (f" {word} ", "label")]
        if legend[-1] and sum(cell_len(text) for text, _ in [*legend[-1], *entry]) > width:
            legend.append([])
        legend[-1] += entry
    return legend


def _in_cells(text: str, part: Part) -> list[tuple[str, Part]]:
    """A text, a cell a column: a wide character is followed by an empty one, a mark stands with what it is on."""
    cells: list[tuple[str, Part]] = []
    for char in text:
        width = cell_len(char)
        if not width and cells:
            cells[-1] = (cells[-1][0] + char, part)
        cells += [(char, part), ("", part)][:width]
    return cells


def _joined(cells: Iterable[tuple[str, Part]]) -> Iterator[tuple[str, Part]]:
    """Neighbouring cells of one part as one piece."""
    for part, pieces in groupby(cells, key=lambda cell: cell[1]):
        yield "".join(text for text, _ in pieces), part


# On the screen


class Chart(Static):
    """Lines of words, and below them the chart of a key result in the room that is left."""

    def __init__(self, glyphs: Glyphs) -> None:
        """Empty until :meth:`show`."""
        super().__init__("", markup=False)
        self._glyphs = glyphs

    def on_resize(self) -> None:
        """Ask to be shown anew."""
        self.post_message(Resized())

    def show(self, words: Sequence[Content], subject: Subject | None) -> None:
        """Show words, and a chart where there is a key result to draw."""
        width, height = self.content_size
        if not width or not height:
            return
        lines = [part for line in words for part in wrapped(line, width)]
        if subject is not None:
            began = subject.state not in {None, "not started"}
            colours = {**_COLOURS, "value": colour_of(subject.state) if began else "$foreground"}
            room = height - len(lines)
            if room > _AIRY:
                lines.append(Content(""))
                room = min(room - 1, _MOST_HEIGHT)
            for drawn in draw_chart(subject, width, room, self._glyphs):
                lines.append(Content.assemble(*((text, colours[part]) for text, part in drawn)))
        if len(lines) > height:
            lines[height - 1 :] = [Content.assemble(("…", "$faint"))]
        self.update(Content("\n").join(lines), layout=False)
