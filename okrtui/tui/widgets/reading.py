"""Lines to read, drawn for the width that there is; the arrows scroll."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Reading(VerticalScroll):
    """Shows lines; takes the keys so that they can be scrolled."""

    DEFAULT_CSS = """
    Reading {
        height: 1fr; background: $background; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $faint; scrollbar-background: $background;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Down", show=False),
        Binding("k", "scroll_up", "Up", show=False),
        Binding("g", "scroll_home", "Top", show=False),
        Binding("G", "scroll_end", "Bottom", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until :meth:`show`."""
        super().__init__(id=id)
        self._lines: Callable[[int], Iterable[Content]] = lambda _: ()
        self._text = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    def show(self, lines: Callable[[int], Iterable[Content]]) -> None:
        """Show what ``lines`` gives for a width in columns, now and after each change of the window."""
        self._lines = lines
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0:
            shown = [line.truncate(width, ellipsis=True) for line in self._lines(width)]
            self._text.update(Content("\n").join(shown))
