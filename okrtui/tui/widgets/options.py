"""A list of choices whose highlighted one is in the colours of the cursor alone."""

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_MOST = 55
"""Hundredths of the window's lines that the list takes at most."""


class Options(OptionList):
    """Draws what is highlighted as the lists of the views do: no colour of its own has to be read on the cursor's."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the choices need, up to a limit; one by ``max-height`` does not count in a small window."""
        return min(super().get_content_height(container, viewport, width), viewport.height * _MOST // 100)

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        strips = super()._get_option_render(option, style)
        if self.highlighted is None or self.get_option_at_index(self.highlighted) is not option:
            return strips
        return [Strip(Segment.apply_style(strip, post_style=style.rich_style), strip.cell_length) for strip in strips]
