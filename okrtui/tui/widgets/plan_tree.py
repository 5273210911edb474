"""The tree of a plan: a list of lines drawn by need, with a cursor that stays on its item whatever changes.

Textual's own Tree keeps a node object a line and loses the cursor when nodes go. Here the plan is the tree:
each change brings a new plan, the lines are made anew from it, and only what is on the screen is drawn.
"""

from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from okrtui.i18n import mark, tr
from okrtui.model.text import search_key
from okrtui.report.columns import wrap
from okrtui.report.standing import Standing
from okrtui.tui import commands
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.widgets.bare import Bare
from okrtui.tui.widgets.glyphs import UNICODE, Glyphs
from okrtui.tui.widgets.outline import Outline
from okrtui.tui.widgets.rows import Row, build_row
from okrtui.tui.widgets.tree_line import Columns, TreeLine, whole_width

_STYLE_NAMES = (
    "objective",
    "key-result",
    "action",
    "quiet",
    "faint",
    "good",
    "fair",
    "bad",
    "lit",
    "match",
    "cursor",
)


_EMPTY = (
    mark("Nothing is planned yet."),
    "",
    # for translators: {objective} is a key
    mark("{objective} writes the first objective: where to go, in one sentence without a number."),
    # for translators: {below} and {help} are keys
    mark("{below} then adds a key result below it, and an action below that. {help} shows the keys."),
)
"""What an empty plan says in place of a tree."""

_NOTHING_FOUND = (mark("Nothing in the plan holds that."),)
"""What stands there when nothing matches."""


class PlanTree(ScrollView, Bare, can_focus=True):
    """Draws an :class:`Outline`, and knows where the cursor is."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("move", "tree")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"plan-tree--{name}" for name in _STYLE_NAMES}

    cursor_id: var[str] = var("", init=False)
    """Id of the item under the cursor; empty on an empty plan."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        """An empty tree; :meth:`show` fills it."""
        super().__init__(id=id, classes="-moves")
        self._glyphs = glyphs
        self.outline = Outline()
        """Which lines there are."""
        self._gap: int | None = None
        self._drawer: TreeLine | None = None
        self._of_plan: Columns | None = None

    # What is shown

    def show(self, standing: Standing, cursor_id: str | None = None) -> None:
        """Show a plan; the cursor goes to ``cursor_id`` or stays on its item, or near where that was."""
        self.outline.take(standing)
        self._drawer = self._of_plan = None
        if cursor_id:
            self.outline.reveal(cursor_id)
        self._rebuild(cursor_id if cursor_id is not None else self.cursor_id)

    def search(self, text: str) -> list[str]:
        """Mark what holds the text and give the ids of the items that do, in order; empty text ends it."""
        self.outline.match = search_key(text)
        self.refresh()
        return self.outline.matches()

    def show_only(self, item_ids: list[str] | None) -> None:
        """Show these items and what they hang on; None shows everything again."""
        self.outline.narrow(item_ids)
        self._rebuild(self.cursor_id)

    def go_to(self, item_id: str) -> None:
        """Put the cursor on an item, unfolding what hides it."""
        self.outline.reveal(item_id)
        self._rebuild(item_id)

    def open_gap(self, line: int | None) -> None:
        """Leave an empty line for a title that is being written; None closes it."""
        self._gap = line
        self._resize_virtual()
        self.refresh()

    def scroll_to_line(self, line: int) -> None:
        """Bring a line into view."""
        self.scroll_to_region(Region(0, line, 1, 1), animate=False, force=True, immediate=True, x_axis=False)

    def title_column(self, item_id: str) -> int:
        """Where the title of an item that is shown begins."""
        return self._line().title_column(self._row(self.outline.line_of(item_id) or 0))

    def whole_width(self) -> int:
        """Columns in which it cuts no title of an objective or a key result."""
        standing = self.outline.standing
        if standing is None:
            return 0
        return whole_width(standing, self._columns(), self._glyphs) + self.styles.scrollbar_size_vertical

    def cuts_title(self, item_id: str) -> bool:
        """Whether the title of an item does not fit into its line; false where the item is not shown."""
        line = self.outline.line_of(item_id)
        return line is not None and self._line().cuts(self._row(line))

    def toggle_fold(self, item_id: str) -> None:
        """Fold what is open, unfold what is folded."""
        self.outline.folded ^= {item_id}
        self._rebuild(item_id)

    def unfold(self, item_id: str) -> None:
        """Show what is below an item."""
        self.outline.folded.discard(item_id)
        self._rebuild(item_id)

    # Moving

    def action_cursor_down(self) -> None:
        """Move to the next line."""
        self._move_to(self._cursor_line + 1)

    def action_cursor_up(self) -> None:
        """Move to the line before."""
        self._move_to(self._cursor_line - 1)

    def action_first(self) -> None:
        """Move to the first line."""
        self._move_to(0)

    def action_last(self) -> None:
        """Move to the last line."""
        self._move_to(len(self.outline.shown) - 1)

    def action_page_down(self) -> None:
        """Move a page down."""
        self._move_to(self._cursor_line + max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Move a page up."""
        self._move_to(self._cursor_line - max(1, self.size.height - 1))

    def action_collapse(self) -> None:
        """Fold the item, or move to its parent where it is folded or holds nothing."""
        outline, here = self.outline, self.cursor_id
        if not here:
            return
        if outline.is_foldable(here) and here not in outline.folded and not outline.narrowed:
            self.toggle_fold(here)
        elif len(path := outline.path_to(here)) > 1:
            self.cursor_id = path[-2]

    def action_expand(self) -> None:
        """Unfold the item, or move to the first below it."""
        if self.cursor_id in self.outline.folded:
            self.toggle_fold(self.cursor_id)
        elif self.outline.is_foldable(self.cursor_id):
            self._move_to(self._cursor_line + 1)

    def action_fold_all(self) -> None:
        """Fold every objective, or unfold everything where anything is folded."""
        wanted = self.cursor_id
        if self.outline.folded:
            self.outline.folded.clear()
        elif wanted:
            self.outline.fold_objectives()
            wanted = self.outline.path_to(wanted)[0]
        self._rebuild(wanted)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        if self._gap is not None:
            if line == self._gap:
                return Strip.blank(self.size.width, self._blank_style())
            line -= line > self._gap
        if line >= len(self.outline.shown):
            hint = self._hint(line)
            return Strip([Segment(set_cell_size(f"  {hint}", self.size.width), self._blank_style())])
        row = self._row(line)
        return self._line().draw(row, cursor=row.id == self.cursor_id and self._gap is None, match=self.outline.match)

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old styles."""
        self._drawer = None
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the item that was clicked."""
        line = event.y + self.scroll_offset.y
        if self._gap is None and line < len(self.outline.shown):
            self._move_to(line)

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._drawer = None
        self._resize_virtual()
        self._show_cursor()

    def watch_cursor_id(self, old: str, new: str) -> None:
        """Draw the two lines that changed, and bring the cursor into view."""
        for item_id in (old, new):
            line = self.outline.line_of(item_id)
            if line is not None:
                self.refresh(Region(0, line - self.scroll_offset.y, self.scrollable_content_region.width, 1))
        self._show_cursor()

    # Inside

    @property
    def _cursor_line(self) -> int:
        return self.outline.line_of(self.cursor_id) or 0

    def _move_to(self, line: int) -> None:
        self.cursor_id = self.outline.near(line)

    def _show_cursor(self) -> None:
        if self.outline.line_of(self.cursor_id) is not None and self.size.height:
            self.scroll_to_line(self._cursor_line)

    def _rebuild(self, wanted: str) -> None:
        """Make the lines anew, with the cursor on an item or near where it was."""
        line = self._cursor_line
        self.outline.rebuild()
        self._resize_virtual()
        self.cursor_id = wanted if self.outline.line_of(wanted) is not None else self.outline.near(line)
        self._show_cursor()
        self.refresh()

    def _resize_virtual(self) -> None:
        lines = len(self.outline.shown) + (self._gap is not None)
        self.virtual_size = Size(self.size.width, lines)

    def _row(self, line: int) -> Row:
        outline = self.outline
        assert outline.standing is not None
        return build_row(outline.shown[line], outline.standing, outline.folded, self._glyphs)

    def _line(self) -> TreeLine:
        if self._drawer is None:
            styles: dict[str, Style] = {
                name: self.get_component_rich_style(f"plan-tree--{name}") for name in _STYLE_NAMES
            }
            width = self.scrollable_content_region.width
            columns = self._columns().within(width, self.outline.standing)
            self._drawer = TreeLine(width, columns, styles, self._glyphs)
        return self._drawer

    def _columns(self) -> Columns:
        if self._of_plan is None:
            self._of_plan = Columns.of(self.outline.standing, self._glyphs)
        return self._of_plan

    def _hint(self, line: int) -> str:
        """What a line below the last item says."""
        if self.outline.shown or self._gap is not None:
            return ""
        objective, below, help_key = map(shown_key, ("add_objective", "add_child", "help"))
        hints = [
            part
            for words in (_NOTHING_FOUND if self.outline.narrowed else _EMPTY)
            for part in wrap(tr(words, objective=objective, below=below, help=help_key), self.size.width - 2, "", "")
        ]
        return hints[line - 1] if 0 < line <= len(hints) else ""

    def _blank_style(self) -> Style:
        return self.get_component_rich_style("plan-tree--quiet")
