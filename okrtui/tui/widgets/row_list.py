"""A list of lines with a cursor that stays on its item, drawn by need; headings are passed over."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from okrtui.frozen import frozen
from okrtui.tui import commands
from okrtui.tui.widgets.bare import Bare
from okrtui.tui.widgets.cells import cut
from okrtui.tui.widgets.strips import strip_of


@frozen
class ListRow:
    """One line."""

    id: str
    """What it is about; empty for a heading or a blank line, which the cursor passes over."""
    draw: Callable[[int], Content]
    """Its words at a width; called when the line comes into sight."""


def plain_row(line: Content) -> ListRow:
    """A heading, or any other line that is no item."""
    return ListRow("", lambda width: cut(line, width))


class RowList(ScrollView, Bare, can_focus=True):
    """Shows rows; :attr:`cursor_id` says which one the keys are about."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("move")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor"}
    DEFAULT_CSS = """
    RowList > .row-list--cursor { color: $cursor-text; background: $cursor-line; }
    """

    cursor_id: var[str] = var("", init=False)
    """Id of the item under the cursor; empty where there is none."""

    class Passed(Message):
        """Somebody went further down than the last item."""

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until :meth:`show`."""
        super().__init__(id=id, classes="-moves")
        self._rows: Sequence[ListRow] = ()
        self._lines: dict[str, int] = {}

    def show(self, rows: Sequence[ListRow], cursor_id: str | None = None) -> None:
        """Show these rows; the cursor goes to an item, or stays on its own, or near where that was."""
        near = self._lines.get(self.cursor_id, 0)
        self._rows = rows
        self._lines = {row.id: line for line, row in enumerate(rows) if row.id}
        self.virtual_size = Size(self.size.width, len(rows))
        wanted = cursor_id if cursor_id is not None else self.cursor_id
        self.cursor_id = wanted if wanted in self._lines else self._nearest(near)
        self.refresh()
        self.call_after_refresh(self._show_cursor)

    @property
    def ids(self) -> list[str]:
        """The items, in order."""
        return list(self._lines)

    def action_cursor_down(self) -> None:
        """Move to the next item, or on to what stands below the list."""
        here = self.cursor_id
        self._step(1)
        if self.cursor_id == here:
            self.post_message(self.Passed())

    def action_cursor_up(self) -> None:
        """Move to the item before."""
        self._step(-1)

    def action_first(self) -> None:
        """Move to the first item."""
        self._step(-len(self._rows))

    def action_last(self) -> None:
        """Move to the last item."""
        self._step(len(self._rows))

    def go_to(self, item_id: str) -> None:
        """Move to an item; to the last where it is not there."""
        if item_id in self._lines:
            self.cursor_id = item_id
        else:
            self.action_last()

    def action_page_down(self) -> None:
        """Move a page down."""
        self._step(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Move a page up."""
        self._step(-max(1, self.size.height - 1))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        style = self.visual_style
        if line >= len(self._rows):
            return Strip.blank(width, style.rich_style)
        row = self._rows[line]
        drawn = cut(row.draw(width), width, pad=True)
        if row.id and row.id == self.cursor_id:
            # a partial style would lose its background; one colour for all words keeps them readable on it
            style = self.get_visual_style("row-list--cursor")
            drawn = drawn.stylize(Style(foreground=style.foreground))
        return strip_of(drawn, style, self)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the item that was clicked."""
        line = event.y + self.scroll_offset.y
        if line < len(self._rows) and self._rows[line].id:
            self.cursor_id = self._rows[line].id

    def on_resize(self) -> None:
        """Draw for the new width."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._show_cursor()

    def watch_cursor_id(self, old: str, new: str) -> None:
        """Draw the two lines that changed, and bring the cursor into view."""
        for item_id in (old, new):
            if item_id in self._lines:
                self.refresh(Region(0, self._lines[item_id] - self.scroll_offset.y, self.size.width, 1))
        self._show_cursor()

    def _step(self, by: int) -> None:
        """Move by so many lines, to the next item from there."""
        here = self._lines.get(self.cursor_id, 0)
        wanted = max(0, min(len(self._rows) - 1, here + by))
        ahead = range(wanted, len(self._rows)) if by > 0 else range(wanted, -1, -1)
        back = range(wanted, -1, -1) if by > 0 else range(wanted, len(self._rows))
        self.cursor_id = next((self._rows[line].id for line in (*ahead, *back) if self._rows[line].id), "")

    def _nearest(self, line: int) -> str:
        lines = list(self._lines.values())
        return self._rows[min(lines, key=lambda at: abs(at - line))].id if lines else ""

    def _show_cursor(self) -> None:
        line = self._lines.get(self.cursor_id)
        if line is None or not self.size.height:
            return
        above = line - 1 if line and not self._rows[line - 1].id else line
        region = Region(0, above, 1, 1 + line - above)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)
