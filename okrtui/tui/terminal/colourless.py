"""Text without colours: what stands on a light ground in the colourless theme is reversed, the rest is plain."""

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

_LIGHT = 384
"""The sum of red, green and blue from which a ground is light."""
_REVERSED = Style(reverse=True)


class Colourless(LineFilter):
    """Takes every colour out of the lines, for NO_COLOR and the setting of that kind."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments without colours."""
        return [Segment(text, style and _plain(style), control) for text, style, control in segments]


def filters(before: Iterable[LineFilter], *, colourless: bool) -> list[LineFilter]:
    """An app's filters with or without this one, in the place of Textual's own for NO_COLOR, which leave greys."""
    others = [known for known in before if not isinstance(known, Monochrome | NoColor | Colourless)]
    return [*others, Colourless()] if colourless else others


@lru_cache(1024)
def _plain(style: Style) -> Style:
    ground = style.bgcolor
    is_light = ground is not None and ground.triplet is not None and sum(ground.triplet) >= _LIGHT
    plain = style.without_color
    return plain + _REVERSED if is_light and not style.reverse else plain
