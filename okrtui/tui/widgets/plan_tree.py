"""The tree of a plan: a list of lines drawn by need, with a cursor that stays on its item whatever changes.

Textual's own Tree keeps a node object a line and loses the cursor when nodes go. Here the plan is the tree:
each change brings a new plan, the lines are made anew from it, and only what is on the screen is drawn.
"""

from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from okrtui.model import tree
from okrtui.model.plan import Action
from okrtui.model.text import search_key
from okrtui.report.standing import Standing
from okrtui.tui import commands
from okrtui.tui.widgets.glyphs import UNICODE, Glyphs
from okrtui.tui.widgets.rows import Row, build_row, value_width, visible
from okrtui.tui.widgets.tree_line import TreeLine

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
    "Nothing is planned yet.",
    "",
    "o writes the first objective: where to go, in one sentence without a number.",
    "A then adds a key result below it, and an action below that. ? shows the keys.",
)
"""What an empty plan says in place of a tree."""

_NOTHING_FOUND = ("Nothing in the plan holds that.",)
"""What stands there when nothing matches."""


class PlanTree(ScrollView, can_focus=True):
    """Shows a :class:`Standing`; knows what is folded, what is searched for and where the cursor is."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("tree")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"plan-tree--{name}" for name in _STYLE_NAMES}

    cursor_id: var[str] = var("", init=False)
    """Id of the item under the cursor; empty on an empty plan."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        """An empty tree; :meth:`show` fills it."""
        super().__init__(id=id)
        self._glyphs = glyphs
        self._standing: Standing | None = None
        self._folded: set[str] = set()
        self._only: set[str] | None = None
        self._match = ""
        self._shown: list[tree.Placed] = []
        self._line_of: dict[str, int] = {}
        self._gap: int | None = None
        self._drawer: TreeLine | None = None

    # What is shown

    def show(self, standing: Standing, cursor_id: str | None = None) -> None:
        """Show a plan; the cursor goes to ``cursor_id`` or stays on its item, or near where that was."""
        self._standing = standing
        self._drawer = None
        wanted = cursor_id if cursor_id is not None else self.cursor_id
        self._folded &= {item_id for item_id, placed in standing.places.items() if tree.children(placed.node)}
        if cursor_id:
            self._unfold_to(cursor_id)
        self._rebuild(wanted)

    def search(self, text: str) -> list[str]:
        """Mark what holds the text and give the ids of the items that do, in order; empty text ends it."""
        self._match = search_key(text)
        self.refresh()
        return self.matches()

    def matches(self) -> list[str]:
        """Ids of the items that hold what was searched for last, in order."""
        if not self._match or self._standing is None:
            return []
        places = self._standing.places.items()
        return [item_id for item_id, placed in places if self._match in search_key(placed.node.title)]

    def order(self) -> dict[str, int]:
        """The place of every item in the plan, folded or not, from top to bottom."""
        return {item_id: number for number, item_id in enumerate(self._standing.places if self._standing else ())}

    def show_only(self, item_ids: list[str] | None) -> None:
        """Show these items and what they hang on; None shows everything again."""
        self._only = None
        if item_ids is not None and self._standing is not None:
            self._only = {parent for item_id in item_ids for parent in self._path_to(item_id)}
        self._rebuild(self.cursor_id)

    def go_to(self, item_id: str) -> None:
        """Put the cursor on an item, unfolding what hides it."""
        self._unfold_to(item_id)
        self._rebuild(item_id)

    def open_gap(self, line: int | None) -> None:
        """Leave an empty line for a title that is being written; None closes it."""
        self._gap = line
        self._resize_virtual()
        self.refresh()

    def scroll_to_line(self, line: int) -> None:
        """Bring a line into view."""
        self.scroll_to_region(Region(0, line, 1, 1), animate=False, force=True, immediate=True, x_axis=False)

    @property
    def line_count(self) -> int:
        """How many items are shown."""
        return len(self._shown)

    def line_of(self, item_id: str) -> int:
        """The line that an item is on, from 0; -1 where it is not shown."""
        return self._line_of.get(item_id, -1)

    def last_line_below(self, item_id: str) -> int:
        """The last line of an item and what is shown below it."""
        line = self._line_of[item_id]
        depth = self._shown[line].depth
        while line + 1 < len(self._shown) and self._shown[line + 1].depth > depth:
            line += 1
        return line

    def title_column(self, item_id: str) -> int:
        """Where the title of an item that is shown begins."""
        return self._line().title_column(self._row(self._line_of[item_id]))

    def is_foldable(self, item_id: str) -> bool:
        """Whether there is anything below the item."""
        line = self._line_of.get(item_id)
        return line is not None and bool(tree.children(self._shown[line].node))

    def toggle_fold(self, item_id: str) -> None:
        """Fold what is open, unfold what is folded."""
        self._folded ^= {item_id}
        self._rebuild(item_id)

    def unfold(self, item_id: str) -> None:
        """Show what is below an item."""
        self._folded.discard(item_id)
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
        self._move_to(len(self._shown) - 1)

    def action_page_down(self) -> None:
        """Move a page down."""
        self._move_to(self._cursor_line + max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Move a page up."""
        self._move_to(self._cursor_line - max(1, self.size.height - 1))

    def action_collapse(self) -> None:
        """Fold the item, or move to its parent where it is folded or holds nothing."""
        if not self.cursor_id:
            return
        placed = self._shown[self._cursor_line]
        if self.is_foldable(self.cursor_id) and self.cursor_id not in self._folded and self._only is None:
            self.toggle_fold(self.cursor_id)
        elif isinstance(placed.node, Action) or placed.depth > 0:
            self.cursor_id = self._path_to(self.cursor_id)[-2]

    def action_expand(self) -> None:
        """Unfold the item, or move to the first below it."""
        if not self.cursor_id:
            return
        if self.cursor_id in self._folded:
            self.toggle_fold(self.cursor_id)
        elif self.is_foldable(self.cursor_id):
            self._move_to(self._cursor_line + 1)

    def action_fold_all(self) -> None:
        """Fold every objective, or unfold everything where anything is folded."""
        if self._standing is None:
            return
        if self._folded:
            self._folded.clear()
            self._rebuild(self.cursor_id)
        else:
            objective = self._path_to(self.cursor_id)[0] if self.cursor_id else ""
            self._folded = {o.id for o in self._standing.plan.objectives if o.key_results}
            self._rebuild(objective)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = y + self.scroll_offset.y
        if self._gap is not None:
            if line == self._gap:
                return Strip.blank(self.size.width, self._blank_style())
            line -= line > self._gap
        if line >= len(self._shown):
            hint = self._hint(line)
            return Strip([Segment(set_cell_size(f"  {hint}", self.size.width), self._blank_style())])
        row = self._row(line)
        return self._line().draw(row, cursor=row.id == self.cursor_id and self._gap is None, match=self._match)

    def notify_style_update(self) -> None:
        """Forget what was drawn with the old styles."""
        self._drawer = None
        super().notify_style_update()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._drawer = None
        self._resize_virtual()
        self._show_cursor()

    def watch_cursor_id(self, old: str, new: str) -> None:
        """Draw the two lines that changed, and bring the cursor into view."""
        for item_id in (old, new):
            if item_id in self._line_of:
                self.refresh(Region(0, self._line_of[item_id] - self.scroll_offset.y, self.size.width, 1))
        self._show_cursor()

    # Inside

    @property
    def _cursor_line(self) -> int:
        return self._line_of.get(self.cursor_id, 0)

    def _move_to(self, line: int) -> None:
        if self._shown:
            self.cursor_id = self._shown[max(0, min(line, len(self._shown) - 1))].node.id

    def _show_cursor(self) -> None:
        if self.cursor_id in self._line_of and self.size.height:
            self.scroll_to_line(self._cursor_line)

    def _rebuild(self, wanted: str) -> None:
        assert self._standing is not None
        line = self._cursor_line
        self._shown = visible(self._standing, self._folded, self._only)
        self._line_of = {placed.node.id: number for number, placed in enumerate(self._shown)}
        self._resize_virtual()
        if wanted not in self._line_of:
            wanted = self._shown[min(line, len(self._shown) - 1)].node.id if self._shown else ""
        self.cursor_id = wanted
        self._show_cursor()
        self.refresh()

    def _resize_virtual(self) -> None:
        lines = len(self._shown) + (self._gap is not None)
        self.virtual_size = Size(self.size.width, lines)

    def _row(self, line: int) -> Row:
        assert self._standing is not None
        return build_row(self._shown[line], self._standing, self._folded, self._glyphs)

    def _line(self) -> TreeLine:
        if self._drawer is None:
            styles: dict[str, Style] = {
                name: self.get_component_rich_style(f"plan-tree--{name}") for name in _STYLE_NAMES
            }
            width = self.scrollable_content_region.width
            self._drawer = TreeLine(width, value_width(self._standing, self._glyphs), styles, self._glyphs)
        return self._drawer

    def _hint(self, line: int) -> str:
        """What a line below the last item says."""
        if self._shown or self._gap is not None:
            return ""
        words = _EMPTY if self._only is None else _NOTHING_FOUND
        return words[line - 1] if 0 < line <= len(words) else ""

    def _blank_style(self) -> Style:
        return self.get_component_rich_style("plan-tree--quiet")

    def _path_to(self, item_id: str) -> list[str]:
        """Ids from the objective down to the item itself."""
        assert self._standing is not None
        path = [item_id]
        placed = self._standing.places[item_id]
        while placed.depth:
            placed = self._standing.places[placed.parent.id]  # type: ignore[union-attr]
            path.insert(0, placed.node.id)
        return path

    def _unfold_to(self, item_id: str) -> None:
        if self._standing is not None and item_id in self._standing.places:
            self._folded -= set(self._path_to(item_id)[:-1])
