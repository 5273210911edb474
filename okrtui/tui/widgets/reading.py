"""Lines to read, wrapped for the width that there is and drawn by need; the arrows scroll."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from okrtui.tui import commands
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut
from okrtui.tui.widgets.strips import strip_of


class Reading(ScrollView, can_focus=True):
    """Shows lines, thousands of them if need be; takes the keys so that they can be scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("move")]
    DEFAULT_CSS = """
    Reading {
        height: 1fr; background: $background; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
        scrollbar-color-hover: $edge; scrollbar-background-hover: $background;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until :meth:`show`."""
        super().__init__(id=id, classes="-moves")
        self._lines: Callable[[int], Iterable[Content | str]] = lambda _: ()
        self._shown: Sequence[Content | str] = ()

    def show(self, lines: Callable[[int], Iterable[Content | str]]) -> None:
        """Show what ``lines`` gives for a width in columns, now and after each change of the window.

        A line that is a mere text is made safe to show when it comes into sight.
        """
        self._lines = lines
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def action_cursor_down(self) -> None:
        """Scroll a line down."""
        self.scroll_down(animate=False)

    def action_cursor_up(self) -> None:
        """Scroll a line up."""
        self.scroll_up(animate=False)

    def action_first(self) -> None:
        """Scroll to the first line."""
        self.scroll_home(animate=False)

    def action_last(self) -> None:
        """Scroll to the last line."""
        self.scroll_end(animate=False)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self.scroll_page_up(animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        width, style = self.scrollable_content_region.width, self.visual_style
        if line >= len(self._shown):
            return Strip.blank(width, style.rich_style)
        words = self._shown[line]
        drawn = content(words) if isinstance(words, str) else words
        return strip_of(cut(drawn, width, pad=True), style, self)

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0:
            self._shown = [*self._lines(width)]
            self.virtual_size = Size(width, len(self._shown))
            self.refresh()
