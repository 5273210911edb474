"""How it looks how a key result or an objective stands: a style, a colour, and room for its words."""

from typing import get_args

from okrtui.i18n import tr
from okrtui.model.closing import DELIVERED, PARTLY, Band, State
from okrtui.model.measure import PACE_ORDER
from okrtui.model.plan import Plan
from okrtui.report.outcome import scored
from okrtui.tui.widgets.cells import widest

_STYLES: dict[State, str] = {
    "done": "good",
    "on track": "good",
    "at risk": "fair",
    "off track": "bad",
    "stale": "fair",
    "not started": "faint",
    "delivered": "good",
    "partly": "fair",
    "little": "bad",
}

_COLOURS = {"good": "$success", "fair": "$warning", "bad": "$error", "faint": "$faint"}

_LEAST, _MOST = 11, 16
"""Columns of the words, within bounds."""


def style_of(state: State | None) -> str:
    """The name of the style that goes with it: good, fair, bad or faint."""
    return _STYLES[state] if state else "faint"


def colour_of(state: State | None) -> str:
    """The theme colour that goes with it."""
    return _COLOURS[style_of(state)]


def word_width(plan: Plan) -> int:
    """Columns that the widest word takes for how something stands in a plan."""
    words = get_args(Band) if plan.phase == "closed" else PACE_ORDER
    return widest([tr(word) for word in words], _MOST, _LEAST)


def words_width(plan: Plan) -> int:
    """The same with the score before it, where there is one."""
    if plan.phase != "closed":
        return word_width(plan)
    return widest([*map(scored, (0 * PARTLY, PARTLY, DELIVERED)), tr("not scored")], _MOST, _LEAST)
