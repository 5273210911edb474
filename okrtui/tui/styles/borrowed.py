"""Textual's themes as this program wears them: their own hues, far enough from their own grounds to be read."""

from collections.abc import Sequence
from dataclasses import replace

from textual.color import BLACK, WHITE, Color
from textual.theme import BUILTIN_THEMES, Theme

LEAST = 4.6
"""The contrast that WCAG asks of words at AA, 4.5, and a little, since colours are rounded on their way."""

_LETTERS_LEAST = 7.0
"""The same of ordinary letters, so that there is room for fainter ones."""
_HUES = ("primary", "accent", "success", "warning", "error")
_STEPS = 40
"""In how many steps a colour goes to white or black, until it stands out."""
_CURSOR = 0.6
"""How far the line of the cursor goes from the theme's first colour to its ground."""
_FAINTER = {"quiet": 0.12, "faint": 0.25}
"""How far each kind of letters goes to the ground, where that leaves it readable."""
_EDGE = 0.5
_EDGE_LEAST = 3.0
"""The contrast that WCAG asks of what is no word, such as a scrollbar."""
_GROUND_LEAST = 1.1
"""The contrast between a ground and what lies on it, at which one sees where a field begins."""
_FOCUS_TINT = 0.05
"""How far Textual takes the ground of a field that is written in towards the letters."""


def borrowed(theme_name: str) -> Theme:
    """One of Textual's themes with words that stand out, and with the variables that are our own.

    Raises:
        KeyError: there is none of that name.
    """
    theme = BUILTIN_THEMES[theme_name]
    generated = theme.to_color_system().generate()
    values = {name: Color.parse(generated[name]) for name in (*_HUES, "foreground", "background", "surface", "panel")}
    ground = values["background"]
    surface = standing_out(values["surface"], (ground,), _GROUND_LEAST)
    panel = standing_out(values["panel"], (ground, surface), _GROUND_LEAST)
    hues = {hue: standing_out(values[hue], (ground, surface)) for hue in _HUES}
    letters = standing_out(values["foreground"], (ground, surface, panel), _LETTERS_LEAST)
    grounds = (ground, surface, panel, panel.tint(letters.with_alpha(_FOCUS_TINT)))
    cursor = hues["primary"].blend(ground, _CURSOR)
    fainter = {name: standing_out(letters.blend(ground, share), grounds) for name, share in _FAINTER.items()}
    own = fainter | {
        "edge": standing_out(letters.blend(ground, _EDGE), (ground,), _EDGE_LEAST),
        "cursor-line": cursor,
        "cursor-text": _letters_on(cursor),
        "match-text": _letters_on(hues["accent"]),
        "bar": surface,
    }
    variables = theme.variables | {variable: colour.hex for variable, colour in own.items()}
    primary, accent, success, warning, error = (hues[hue].hex for hue in _HUES)
    return replace(
        theme,
        primary=primary,
        accent=accent,
        success=success,
        warning=warning,
        error=error,
        foreground=letters.hex,
        surface=surface.hex,
        panel=panel.hex,
        variables=variables,
    )


def standing_out(colour: Color, grounds: Sequence[Color], least: float = LEAST) -> Color:
    """The colour, as far towards white or black as it takes to be read on all of the grounds."""
    end = _letters_on(grounds[0])
    steps = (colour.blend(end, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in steps if all(contrast(shade, ground) >= least for ground in grounds)), end)


def contrast(one: Color, other: Color) -> float:
    """How much two colours differ, by WCAG: from 1, not at all, to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _letters_on(ground: Color) -> Color:
    return max(WHITE, BLACK, key=lambda letters: contrast(letters, ground))


def _luminance(colour: Color) -> float:
    """How bright a colour is, by WCAG: from 0 to 1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
