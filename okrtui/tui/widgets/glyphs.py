"""The marks that stand beside words and colours, in Unicode and in plain ASCII."""

from dataclasses import dataclass

from okrtui.model.measure import Pace


@dataclass(frozen=True)
class Glyphs:
    """One set of marks, each a column wide."""

    open: str
    folded: str
    childless: str
    todo: str
    doing: str
    done: str
    dropped: str
    unlit: str
    full: str
    empty: str
    rule: str
    dash: str
    at_least: str
    at_most: str
    paces: dict[Pace, str]


UNICODE = Glyphs(
    open="▼",
    folded="▶",
    childless="▷",
    todo="•",
    doing="◔",
    done="✓",
    dropped="×",
    unlit="·",
    full="▓",
    empty="░",
    rule="─",
    dash="–",
    at_least="≥",
    at_most="≤",
    paces={
        "done": "✓",
        "on track": "●",
        "at risk": "◐",
        "off track": "✗",
        "stale": "?",
        "not started": "○",
    },
)

ASCII = Glyphs(
    open="v",
    folded=">",
    childless="-",
    todo="o",
    doing="~",
    done="x",
    dropped="/",
    unlit=".",
    full="#",
    empty=".",
    rule="-",
    dash="-",
    at_least=">",
    at_most="<",
    paces={
        "done": "x",
        "on track": "=",
        "at risk": "~",
        "off track": "!",
        "stale": "?",
        "not started": ".",
    },
)


def bar(share: float, width: int, glyphs: Glyphs) -> str:
    """A bar of ``width`` columns, filled by a share of 0 to 1."""
    filled = round(min(1.0, max(0.0, share)) * width)
    return glyphs.full * filled + glyphs.empty * (width - filled)
