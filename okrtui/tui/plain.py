"""The one door through which text of the plan enters a widget: literal, without markup or control codes."""

from textual.content import Content

from okrtui.model.text import display

_WIDTH_BREAKERS = {0xFE0E: None, 0xFE0F: None, **{code: None for code in range(0x1F3FB, 0x1F400)}}
# Terminals disagree on the width of emoji with these behind them (2 against 4 columns); without, they agree.


def stable(text: str) -> str:
    """One safe line whose width all terminals agree on; for rows of aligned columns."""
    shown = display(text)
    return shown if shown.isascii() else shown.translate(_WIDTH_BREAKERS)


def content(text: str, style: str = "") -> Content:
    """One safe line for a widget that takes content."""
    return Content.assemble((display(text), style)) if style else Content(display(text))


def prose(text: str) -> str:
    """Several safe lines."""
    return "\n".join(map(display, text.split("\n")))
