"""The marks that stand beside words and colours, in Unicode and in plain ASCII."""

from okrtui.frozen import frozen
from okrtui.model.closing import State


@frozen
class ChartMarks:
    """What a chart is drawn with. Its lines are named *value*, *forecast* and *goal*."""

    dots: tuple[int, int]
    """Columns and rows of dots in one cell."""
    letters: dict[str, str]
    """The character of each line; empty where lines are drawn in Braille dots."""
    dashes: dict[str, tuple[int, int]]
    """How many dots of each line are drawn, and how many are then left out."""
    today: str
    side: str
    label: str
    """Where a value stands beside the side."""
    corner: str
    date: str
    """Where a date stands below the foot."""


@frozen
class Glyphs:
    """One set of marks, each a column wide."""

    open: str
    folded: str
    childless: str
    todo: str
    doing: str
    done: str
    dropped: str
    parked: str
    holds: str
    """What is true, adopted or walked through."""
    unlit: str
    full: str
    empty: str
    rule: str
    dash: str
    at_least: str
    at_most: str
    disagrees: str
    """Confidence and pace contradict each other."""
    moved: str
    """What was committed was changed since."""
    becomes: str
    """Stands between an old value and a new one."""
    states: dict[State, str]
    """How a key result or an objective stands."""
    chart: ChartMarks


UNICODE = Glyphs(
    open="▼",
    folded="▶",
    childless="▷",
    todo="•",
    doing="◔",
    done="✓",
    dropped="×",
    parked="○",
    holds="✓",
    unlit="·",
    full="▓",
    empty="░",
    rule="─",
    dash="–",
    at_least="≥",
    at_most="≤",
    disagrees="≠",
    moved="↷",
    becomes="→",
    states={
        "done": "✓",
        "on track": "●",
        "at risk": "◐",
        "off track": "✗",
        "stale": "?",
        "not started": "○",
        "delivered": "✓",
        "partly": "◐",
        "little": "✗",
    },
    chart=ChartMarks(
        dots=(2, 4),
        letters={},
        dashes={"value": (1, 0), "forecast": (3, 3), "goal": (1, 3)},
        today="┊",
        side="│",
        label="┤",
        corner="└",
        date="┬",
    ),
)

ASCII = Glyphs(
    open="v",
    folded=">",
    childless="-",
    todo="o",
    doing="~",
    done="x",
    dropped="/",
    parked=".",
    holds="+",
    unlit=".",
    full="#",
    empty=".",
    rule="-",
    dash="-",
    at_least=">",
    at_most="<",
    disagrees="^",
    moved="*",
    becomes=">",
    states={
        "done": "x",
        "on track": "=",
        "at risk": "~",
        "off track": "!",
        "stale": "?",
        "not started": ".",
        "delivered": "x",
        "partly": "~",
        "little": "!",
    },
    chart=ChartMarks(
        dots=(1, 1),
        letters={"value": "*", "forecast": "~", "goal": "."},
        dashes={"value": (1, 0), "forecast": (1, 0), "goal": (1, 1)},
        today=":",
        side="|",
        label="+",
        corner="+",
        date="+",
    ),
)


def bar(share: float, width: int, glyphs: Glyphs) -> str:
    """A bar of ``width`` columns, filled by a share of 0 to 1."""
    filled = round(min(1.0, max(0.0, share)) * width)
    return glyphs.full * filled + glyphs.empty * (width - filled)
