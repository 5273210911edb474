"""A widget that draws its lines whole, so that Textual has nothing to put around them."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

_RULE = "│"


class Bare(Widget):
    """Lines as ``render_line`` draws them, between what its styles leave free at the sides, after a rule at most.

    Textual's own way asks at each line for four borders, an outline, a hatch and opacities, none of which such a
    widget has: ten times the work of the line itself.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget."""
        around, behind = self.background_colors
        ground = Style(bgcolor=behind.rich_color)
        before = self._before(ground, around)
        width = self.outer_size.width
        room = width - sum(segment.cell_length for segment in before)
        filters = self.get_line_filters()
        strips = []
        for y in crop.line_range:
            segments = [*before, *self.render_line(y).adjust_cell_length(room, ground)]
            for line_filter in filters:
                segments = line_filter.apply(segments, behind)
            strips.append(Strip(segments, width))
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _before(self, ground: Style, around: Color) -> list[Segment]:
        """What stands before each line: the rule, then what is left free."""
        styles = self.styles
        edge, colour = styles.border_left
        rule = [Segment(_RULE, ground + Style(color=(around + colour).rich_color))] if edge else []
        left = styles.padding.left
        return [*rule, Segment(" " * left, ground)] if left else rule
