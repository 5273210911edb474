"""What the guide and the review share: forms, fixes and acceptances, asked for from wherever an item is in sight."""

from collections.abc import Iterable, Mapping
from typing import Any

from okrtui.coach.findings import Finding, worst_first
from okrtui.model import tree
from okrtui.model.edits import ChangeFields, kind_of
from okrtui.model.plan import Node, Plan
from okrtui.storage.drafts import Draft
from okrtui.tui.forms.item_form import ItemForm
from okrtui.tui.forms.reopening import lost, target_of
from okrtui.tui.messages import Do, Say
from okrtui.tui.views import finding_keys
from okrtui.tui.views.view import View
from okrtui.tui.widgets.tree_pane import NewItem


class MendingView(View):
    """A view from which items of the plan are mended."""

    def form_closed(self) -> None:
        """A form that was opened from here is left."""

    def reopen(self, draft: Draft) -> None:
        """Open the form in which a draft was being written."""
        target = target_of(draft, self.standing) if self.standing else None
        if target is None:
            self.post_message(Say(lost(draft), "$warning"))
        else:
            self.world.writing.adopt(draft)
            self.open_form(target, draft.texts)

    def open_form(self, target: Node | NewItem, typed: Mapping[str, str], begin_at: str = "") -> None:
        """Open the form of an item that is there or a new one, with what was written already, at one of its fields."""
        if self.standing is None or self.is_locked():
            return
        parent: Node | Plan | None
        if isinstance(target, NewItem):
            node, parent_id, index = target.node, target.parent_id, target.index
            placed = self.standing.places.get(parent_id)
            parent = placed.node if placed else None
        else:
            node, at = target, self.standing.places[target.id]
            parent, index = at.parent, at.index
            parent_id = "" if isinstance(at.parent, Plan) else at.parent.id

        def keep(fields: dict[str, Any] | None) -> None:
            if isinstance(target, NewItem) and fields is not None:
                self.post_message(Do(target.with_fields(**fields), node.id))
            elif fields:
                self.post_message(Do(ChangeFields(node.id, fields, self.world.today())))
            self.form_closed()

        draft = Draft(self.standing.plan.quarter, kind_of(node), node.id, parent_id, index, typed)
        form = ItemForm(node, self.standing, parent, self.world, draft)
        form.begin_at = begin_at
        self.app.push_screen(form, keep)

    def apply_fix(self, findings: Iterable[Finding]) -> None:
        """Apply the fix of the worst finding that offers one."""
        if not self.is_locked():
            finding_keys.fix(self, findings, "guide_edit")

    def accept(self, findings: Iterable[Finding]) -> None:
        """Ask for the reason and accept the worst finding that can be."""
        if not self.is_locked():
            finding_keys.accept(self, findings)

    def is_locked(self) -> bool:
        """Whether nothing may be changed; says why."""
        if self.locked:
            self.post_message(Say(self.locked, "$warning"))
        return bool(self.locked)

    def placed(self, item_id: str) -> tree.Placed | None:
        """An item with its place; None where it is not in the plan."""
        return self.standing.places.get(item_id) if self.standing else None

    def findings(self, item_id: str) -> list[Finding]:
        """What is to be said of an item and was not accepted, the worst first."""
        found = self.standing.findings_of.get(item_id, ()) if self.standing else ()
        return worst_first(finding for finding in found if not finding.accepted)
