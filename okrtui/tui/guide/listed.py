"""What the guide does with what is under the cursor of its list: items of the plan, what the quarters before left."""

from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.carry import Decision
from okrtui.model.edits import Edit, Move, Remove
from okrtui.model.plan import Plan
from okrtui.tui.guide.mending import MendingView
from okrtui.tui.guide.place import Place
from okrtui.tui.guide.sheet import Sheet
from okrtui.tui.guide.takeover import Before
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Do, Say
from okrtui.tui.widgets.row_list import RowList
from okrtui.tui.world import World


class ListedView(MendingView):
    """A screen with a list, whose items are edited, moved and deleted, taken over or left."""

    def __init__(self, world: World) -> None:
        """At the first screen, before the earlier quarters are read."""
        super().__init__(world)
        self._sheet = Sheet(world.glyphs)
        self._place = Place("focus")
        self._before: Before | None = None

    # What the keys do

    def action_guide_edit(self) -> None:
        """Open the form of the item under the cursor."""
        if placed := self.placed(self._cursor_id):
            self.open_form(placed.node, {})
        elif self._is_old:
            self.post_message(
                Say(tr("{key} takes it over; then it can be edited on the next screen", key=shown_key("take_over")))
            )

    def action_guide_delete(self) -> None:
        """Delete the item, or leave behind what was taken over."""
        if self._is_old:
            self._choose("abandon")
        elif self.placed(self._cursor_id):
            self._do(Remove(self._cursor_id))

    def action_guide_down(self) -> None:
        """Change places with the next one."""
        self._move_by(1)

    def action_guide_up(self) -> None:
        """Change places with the one before."""
        self._move_by(-1)

    def on_row_list_passed(self, event: RowList.Passed) -> None:
        """Go back to the line, the way that led to the list."""
        event.stop()
        self._sheet.line.focus()

    def action_guide_fix(self) -> None:
        """Apply the fix that a finding offers."""
        self.apply_fix(self.findings(self._cursor_id))

    def action_guide_accept(self) -> None:
        """Accept a finding."""
        self.accept(self.findings(self._cursor_id))

    def action_take_over(self) -> None:
        """Take over an objective, or make one of what was parked."""
        self._choose("keep")

    def action_take_to_change(self) -> None:
        """Take over an objective with its targets left open."""
        self._choose("change")

    def action_take_actions(self) -> None:
        """Take over an objective with its unfinished actions."""
        self._choose("keep", actions=True)

    def action_let_wait(self) -> None:
        """Let what was parked wait for another quarter."""
        if self._before and self.standing and self._place.step == "focus":
            self._do(self._before.request(self._cursor_id, self.standing.plan, adopt=False))

    # Inside

    @property
    def _cursor_id(self) -> str:
        return self._sheet.list.cursor_id

    @property
    def _is_old(self) -> bool:
        """Whether the cursor is on an objective of the quarter before."""
        return self._place.step == "focus" and bool(self._before and self._before.objective(self._cursor_id))

    def _choose(self, decision: Decision, *, actions: bool = False) -> None:
        """Decide on what the cursor is on, of what comes from the quarters before."""
        if self._before is None or self.standing is None:
            return
        plan = self.standing.plan
        if self._is_old:
            self._do(self._before.take(self._cursor_id, decision, plan, actions=actions))
        elif decision == "keep" and self._place.step == "focus":
            self._do(self._before.request(self._cursor_id, plan, adopt=True))

    def _do(self, edit: Edit | None, cursor_id: str | None = None) -> None:
        if edit is not None and not self.is_locked():
            self.post_message(Do(edit, cursor_id))

    def _move_by(self, by: int) -> None:
        placed = self.placed(self._cursor_id)
        if placed is not None and 0 <= placed.index + by < len(tree.children(placed.parent)):
            parent_id = "" if isinstance(placed.parent, Plan) else placed.parent.id
            self._do(Move(placed.node.id, parent_id, placed.index + by), placed.node.id)
