"""The program's looks: two themes designed in 256 colours, and the style sheets beside this file."""

from pathlib import Path

from textual.theme import Theme

SHEETS = sorted(Path(__file__).parent.glob("*.tcss"))
"""Every style sheet, loaded in the order of their names."""

DEFAULT_VARIABLES = {
    "quiet": "#949494",
    "faint": "#6c6c6c",
    "cursor-line": "#005f87",
    "cursor-text": "#ffffff",
    "bar": "#262626",
}
"""Our own variables, for themes that do not define them."""

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
    variables=DEFAULT_VARIABLES,
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
    variables={
        "quiet": "#5f5f5f",
        "faint": "#8a8a8a",
        "cursor-line": "#afd7ff",
        "cursor-text": "#000000",
        "bar": "#e4e4e4",
    },
)
