"""From lines of words to what a widget draws line by line."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from okrtui.tui.widgets.bare import Bare


def strip_of(line: Content, style: Style, widget: Widget) -> Strip:
    """The line on the widget's screen; ``style`` is what its words have where they say nothing else."""
    parts = line.render(style, end="", parse_style=widget.app.stylesheet.parse_style)
    return Strip([Segment(text, part.rich_style) for text, part in parts])


class Lines(Bare):
    """Lines that fit its size; where others take their place, only those are drawn that differ."""

    _lines: Sequence[Content] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join(line.plain for line in self._lines)

    def draw(self, lines: Sequence[Content]) -> None:
        """Show these lines from the top, in the place of those before."""
        pairs = enumerate(zip_longest(self._lines, lines))
        changed = [Region(0, y, self.size.width, 1) for y, (old, new) in pairs if not _alike(old, new)]
        self._lines = lines
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        width, style = self.size.width, self.visual_style
        if y >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        return strip_of(self._lines[y].truncate(width, pad=True), style, self)


def _alike(one: Content | None, other: Content | None) -> bool:
    """Whether two lines look the same, which for Content being equal is not enough: it compares the words alone."""
    return one is not None and other is not None and one.is_same(other)
