"""Themes for terminals as they are: their own palette, or no colour at all."""

from textual.theme import Theme

ANSI_DARK = Theme(
    name="ansi-dark",
    ansi=True,
    primary="ansi_bright_cyan",
    secondary="ansi_cyan",
    accent="ansi_bright_yellow",
    success="ansi_bright_green",
    warning="ansi_bright_yellow",
    error="ansi_bright_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "quiet": "ansi_default",
        "faint": "ansi_default",
        "cursor-line": "ansi_blue",
        "cursor-text": "ansi_bright_white",
        "bar": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-background": "ansi_blue",
        "input-cursor-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-cursor-text-style": "none",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
    },
)
"""The terminal's own sixteen colours, on a dark ground."""

ANSI_LIGHT = Theme(
    name="ansi-light",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_magenta",
    success="ansi_green",
    warning="ansi_magenta",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=False,
    variables={
        "quiet": "ansi_default",
        "faint": "ansi_default",
        "cursor-line": "ansi_blue",
        "cursor-text": "ansi_bright_white",
        "bar": "ansi_default",
        "ansi-background": "ansi_white",
        "ansi-foreground": "ansi_black",
        "border": "ansi_blue",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-background": "ansi_blue",
        "input-cursor-background": "ansi_black",
        "input-cursor-foreground": "ansi_bright_white",
        "input-cursor-text-style": "none",
        "input-selection-background": "ansi_blue",
        "input-selection-foreground": "ansi_bright_white",
    },
)
"""The terminal's own sixteen colours, on a light ground."""

COLOURLESS = Theme(
    name="okrtui-colourless",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffffff",
    success="#ffffff",
    warning="#ffffff",
    error="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    dark=True,
    variables={
        "quiet": "#ffffff",
        "faint": "#ffffff",
        "cursor-line": "#ffffff",
        "cursor-text": "#000000",
        "bar": "#000000",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "input-cursor-text-style": "none",
        "input-selection-background": "#ffffff",
        "input-selection-foreground": "#000000",
    },
)
"""White and black alone; ``terminal/colourless.py`` makes ordinary and reversed text of them."""

TERMINAL_THEMES = (ANSI_DARK, ANSI_LIGHT, COLOURLESS)
"""All of them; the first two in the place of Textual's of these names, which lack our own variables."""
