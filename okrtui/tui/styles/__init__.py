"""The program's looks: two themes designed in 256 colours, each with a plain form for 16, and the style sheets."""

from pathlib import Path

from textual.theme import Theme

SHEETS = sorted(Path(__file__).parent.glob("*.tcss"))
"""Every style sheet, loaded in the order of their names."""

_DARK_VARIABLES = {
    "quiet": "#bcbcbc",
    "faint": "#a8a8a8",
    "edge": "#6c6c6c",
    "cursor-line": "#005f87",
    "cursor-text": "#ffffff",
    "match-text": "#121212",
    "bar": "#262626",
}

_LIGHT_VARIABLES = {
    "quiet": "#444444",
    "faint": "#585858",
    "edge": "#8a8a8a",
    "cursor-line": "#afd7ff",
    "cursor-text": "#000000",
    "match-text": "#ffffff",
    "bar": "#e4e4e4",
}

DARK = Theme(
    name="okrtui-dark",
    primary="#5fafd7",
    secondary="#87afaf",
    accent="#d7af5f",
    success="#87d787",
    warning="#ffd75f",
    error="#ff8787",
    foreground="#dadada",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
    dark=True,
    variables=_DARK_VARIABLES,
)

LIGHT = Theme(
    name="okrtui-light",
    primary="#005f87",
    secondary="#5f5f87",
    accent="#875f00",
    success="#005f00",
    warning="#875f00",
    error="#af0000",
    foreground="#262626",
    background="#ffffff",
    surface="#eeeeee",
    panel="#e4e4e4",
    dark=False,
    variables=_LIGHT_VARIABLES,
)

_DARK_16 = Theme(
    name=DARK.name,
    primary="#55ffff",
    secondary="#00aaaa",
    accent="#ffff55",
    success="#55ff55",
    warning="#ffff55",
    error="#ff5555",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#0000aa",
    dark=True,
    variables={
        "quiet": "#aaaaaa",
        "faint": "#aaaaaa",
        "edge": "#aaaaaa",
        "cursor-line": "#0000aa",
        "cursor-text": "#ffffff",
        "match-text": "#000000",
        "bar": "#000000",
    },
)

_LIGHT_16 = Theme(
    name=LIGHT.name,
    primary="#0000aa",
    secondary="#0000aa",
    accent="#aa00aa",
    success="#0000aa",
    warning="#aa00aa",
    error="#aa0000",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#55ffff",
    dark=False,
    variables={
        "quiet": "#555555",
        "faint": "#555555",
        "edge": "#555555",
        "cursor-line": "#00aaaa",
        "cursor-text": "#000000",
        "match-text": "#ffffff",
        "bar": "#ffffff",
    },
)


def themes(*, sixteen: bool) -> tuple[Theme, Theme]:
    """Dark and light for the colours that the terminal has.

    A terminal with 16 takes the nearest of them for every other; the soft colours of the usual form all come out white.
    """
    return (_DARK_16, _LIGHT_16) if sixteen else (DARK, LIGHT)
