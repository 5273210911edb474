"""Pictures of an update as inline SVG: a bar an objective, a chart a key result. Their colours come from the page."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.closing import state
from okrtui.model.numbers import format_amount, format_short
from okrtui.model.plan import CheckIn
from okrtui.model.shares import clamp
from okrtui.report.objective_words import way_words
from okrtui.report.update.content import KeyResultUpdate, ObjectiveUpdate, Update
from okrtui.report.update.elements import Element, element
from okrtui.report.update.page import TONES
from okrtui.report.update.phrases import day

WIDTH, HEIGHT = 260, 76
"""A chart's size in its own units."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 216, 9, 66
"""The edges of what is drawn; beside it stand where it began and where it should end."""
_LABEL = 6
"""The most characters of a value beside a chart."""
_BEYOND = 0.5
"""How far a forecast may stretch a chart, as a share of what else it shows."""


@frozen
class _Scale:
    """From dates and values to places."""

    first: dt.date
    last: dt.date
    low: float
    high: float

    def x(self, date: dt.date) -> float:
        days = max(1, (self.last - self.first).days)
        share = (min(max(date, self.first), self.last) - self.first).days / days
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def y(self, value: Decimal | float) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return round(_BOTTOM - min(max(share, -1), 2) * (_BOTTOM - _TOP), 1)


def bar(found: ObjectiveUpdate) -> Element | None:
    """An objective's progress, with a mark where it is expected to be; None where there is none."""
    progress, expected = found.numbers.progress, found.numbers.expected
    if progress is None:
        return None
    mark = None
    if expected is not None:
        at = round(float(expected) * 200, 1)
        mark = element("line", class_="expected", x1=at, x2=at, y1=0, y2=10)
    return element(
        "svg",
        element("rect", class_="track", x=0, y=2, width=200, height=6, rx=3),
        element("rect", class_="done", x=0, y=2, width=round(float(clamp(progress)) * 200, 1), height=6, rx=3),
        mark,
        class_="bar",
        viewBox="0 0 200 10",
        role="img",
        aria_label=way_words(found.numbers),
    )


def chart(found: KeyResultUpdate, update: Update) -> Element | None:
    """The values of a key result beside the pace that would just do; None where there are no values or no target."""
    begin = found.node.baseline if found.node.kind == "reach" else found.node.target
    end = found.node.target
    if begin is None or end is None or not found.seen:
        return None
    forecast = found.numbers.forecast if update.plan.phase == "active" and found.numbers.pace != "done" else None
    scale = _scale(found, begin, end, forecast)
    return element(
        "svg",
        *_frame(found, update, scale, begin, end),
        *_values(found.seen, scale),
        *_heading(found.seen[-1], forecast, found.due, scale),
        class_=f"chart {TONES[state(found.numbers, update.plan) or 'not started']}",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=_label(found, update, end),
    )


def _frame(found: KeyResultUpdate, update: Update, scale: _Scale, begin: Decimal, end: Decimal) -> Iterator[Element]:
    """The pace that would just do or the level to keep, today, and the values at both ends."""
    if update.plan.phase == "active" and scale.first <= update.today <= scale.last:
        x = scale.x(update.today)
        yield element("line", class_="today", x1=x, x2=x, y1=_TOP - 5, y2=_BOTTOM + 5)
    yield element("line", class_="goal", x1=_LEFT, x2=_RIGHT, y1=scale.y(begin), y2=scale.y(end))
    if found.node.kind == "reach":
        yield element("text", format_short(begin, _LABEL), x=_LEFT - 5, y=scale.y(begin) + 4, text_anchor="end")
    yield element("text", format_short(end, _LABEL), class_="target", x=_RIGHT + 5, y=scale.y(end) + 4)


def _values(seen: Sequence[CheckIn], scale: _Scale) -> Iterator[Element]:
    places = [(scale.x(found.date), scale.y(found.value)) for found in seen]
    if len(places) > 1:
        yield element("polyline", class_="values", points=" ".join(f"{x},{y}" for x, y in places))
    x, y = places[-1]
    yield element("circle", class_="now", cx=x, cy=y, r=3.5)


def _heading(latest: CheckIn, forecast: Decimal | None, due: dt.date, scale: _Scale) -> Iterator[Element]:
    """Where it is heading, where that is known."""
    if forecast is not None and latest.date < due:
        yield element(
            "line",
            class_="forecast",
            x1=scale.x(latest.date),
            x2=scale.x(due),
            y1=scale.y(latest.value),
            y2=scale.y(forecast),
        )


def _scale(found: KeyResultUpdate, begin: Decimal, end: Decimal, forecast: Decimal | None) -> _Scale:
    shown = [float(value) for value in (begin, end, *(seen.value for seen in found.seen))]
    low, high = min(shown), max(shown)
    if forecast is not None:
        room = (high - low) * _BEYOND
        low, high = max(low - room, min(low, float(forecast))), min(high + room, max(high, float(forecast)))
    if low == high:
        low, high = low - max(1.0, abs(low) / 10), high + max(1.0, abs(high) / 10)
    return _Scale(found.start, max(found.due, found.start), low, high)


def _label(found: KeyResultUpdate, update: Update, end: Decimal) -> str:
    """The chart in words."""
    first, last = found.seen[0], found.seen[-1]
    plan = update.plan
    values = {
        "now": format_amount(last.value),
        "today": day(last.date, plan),
        "target": format_amount(end),
        "due": day(found.due, plan),
    }
    if len(found.seen) == 1:
        # for translators: a picture in words: a value with its day {today}, the target with its day {due}
        return tr("Chart: {now} on {today}; the target is {target} on {due}", **values)
    # for translators: a picture in words: two values with their days, the target with its day {due}
    return tr(
        "Chart: from {first} on {begun} to {now} on {today}; the target is {target} on {due}",
        first=format_amount(first.value),
        begun=day(first.date, plan),
        **values,
    )
