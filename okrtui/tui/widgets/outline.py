"""Which lines a tree shows: what is folded, what is searched for, and where each item stands. Knows no screen."""

from okrtui.model import tree
from okrtui.model.text import search_key
from okrtui.report.standing import Standing
from okrtui.tui.widgets.rows import visible


class Outline:
    """The lines of one plan, from top to bottom; made anew by :meth:`rebuild` after every change."""

    def __init__(self) -> None:
        """Nothing is shown."""
        self.standing: Standing | None = None
        """The plan."""
        self.shown: list[tree.Placed] = []
        """What is shown, a node a line."""
        self.folded: set[str] = set()
        """Ids whose children are hidden."""
        self.match = ""
        """The search key that titles are marked by; empty where nothing is searched for."""
        self.narrowed = False
        """Whether only what was found is shown."""
        self._only: set[str] | None = None
        self._line_of: dict[str, int] = {}

    def take(self, standing: Standing) -> None:
        """Show another plan, or another version of it."""
        self.standing = standing
        places = standing.places
        self.folded = {it for it in self.folded if it in places and tree.children(places[it].node)}

    def rebuild(self) -> None:
        """Find out what is shown now."""
        assert self.standing is not None
        self.shown = visible(self.standing, self.folded, self._only)
        self._line_of = {placed.node.id: line for line, placed in enumerate(self.shown)}

    def line_of(self, item_id: str) -> int | None:
        """The line that an item is on, from 0; None where it is not shown."""
        return self._line_of.get(item_id)

    def near(self, line: int) -> str:
        """The id on a line, or on the nearest there is; empty where there is none."""
        return self.shown[max(0, min(line, len(self.shown) - 1))].node.id if self.shown else ""

    def last_line_below(self, item_id: str) -> int:
        """The last line of an item and what is shown below it."""
        line = self._line_of[item_id]
        depth = self.shown[line].depth
        while line + 1 < len(self.shown) and self.shown[line + 1].depth > depth:
            line += 1
        return line

    def is_foldable(self, item_id: str) -> bool:
        """Whether there is anything below the item."""
        line = self._line_of.get(item_id)
        return line is not None and bool(tree.children(self.shown[line].node))

    def order(self) -> dict[str, int]:
        """The place of every item in the plan, folded or not, from top to bottom."""
        return {item_id: number for number, item_id in enumerate(self.standing.places if self.standing else ())}

    def matches(self) -> list[str]:
        """Ids of the items that hold what is searched for, in order."""
        if not self.match or self.standing is None:
            return []
        places = self.standing.places.items()
        return [item_id for item_id, placed in places if self.match in search_key(placed.node.title)]

    def narrow(self, item_ids: list[str] | None) -> None:
        """Show these items and what they hang on, folded or not; None shows everything again."""
        self.narrowed = item_ids is not None
        self._only = None
        if item_ids is not None:
            self._only = {parent for item_id in item_ids for parent in self.path_to(item_id)}

    def path_to(self, item_id: str) -> list[str]:
        """Ids from the objective down to the item itself."""
        assert self.standing is not None
        path = [item_id]
        placed = self.standing.places[item_id]
        while placed.depth:
            placed = self.standing.places[placed.parent.id]  # type: ignore[union-attr]
            path.insert(0, placed.node.id)
        return path

    def reveal(self, item_id: str) -> None:
        """Unfold what hides an item."""
        if self.standing is not None and item_id in self.standing.places:
            self.folded -= set(self.path_to(item_id)[:-1])

    def fold_objectives(self) -> None:
        """Fold every objective that holds anything."""
        if self.standing is not None:
            self.folded = {objective.id for objective in self.standing.plan.objectives if objective.key_results}
