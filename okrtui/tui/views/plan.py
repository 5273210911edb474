"""View 1: the tree of objectives, key results and actions, with the detail of the one under the cursor."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from okrtui.coach.findings import Finding, check_item
from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.dropping import Drop, can_be_dropped
from okrtui.model.edits import ChangeFields, Edit, Move, Remove, Tick, cleaned
from okrtui.model.plan import Action, KeyResult, Node, Objective, Plan
from okrtui.storage.drafts import Draft
from okrtui.tui import commands
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Do, Go, Say
from okrtui.tui.scopes import Scope
from okrtui.tui.views import finding_keys
from okrtui.tui.views.view import View
from okrtui.tui.widgets.beside import WIDE, width_beside
from okrtui.tui.widgets.detail import Detail
from okrtui.tui.widgets.filled import filled_words, found_in_line, owner_tip
from okrtui.tui.widgets.lines import ItemLine
from okrtui.tui.widgets.tree_pane import LAST, NewItem, TreePane
from okrtui.tui.world import World


class PlanView(View):
    """Turns keys into edits; the screen around it applies them and hands down the new standing."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("plan")]

    def __init__(self, world: World) -> None:
        """An empty view; :meth:`show` fills it."""
        super().__init__(world)
        self.pane = TreePane(world)
        """The tree and what is written into it."""
        self._detail = Detail(world.glyphs)
        self._item_line = ItemLine()
        self._detail_wanted = True

    def compose(self) -> ComposeResult:
        """Tree and detail side by side, the item's lines below."""
        with Horizontal():
            yield self.pane
            yield self._detail
        yield self._item_line

    def on_mount(self) -> None:
        """Follow the cursor, in the same frame."""
        self._place_detail()
        self.watch(self.pane.plan_tree, "cursor_id", self._show_item, init=False)
        self.pane.plan_tree.focus()

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the plan."""
        assert self.standing is not None
        self.pane.locked = self.sealed
        self.pane.show(self.standing, cursor_id)
        self._place_detail()
        self._show_item()

    def enter(self) -> None:
        """Take the keys."""
        self.pane.plan_tree.focus()
        self.tell_keys()

    def on_resize(self) -> None:
        """Put the detail beside the tree where there is room."""
        self._place_detail()
        self.call_after_refresh(self._show_item)

    def on_resized(self) -> None:
        """Say it in the room that the detail has now."""
        self._show_item()

    def action_edit(self) -> None:
        """Open the form."""
        placed = self._current()
        if placed is None:
            self.pane.action_add_objective()
        elif not self.is_sealed():
            self._open_form(placed.node)

    def action_tick(self) -> None:
        """Tick an action, fold anything else."""
        placed = self._current()
        if placed is None:
            return
        if isinstance(placed.node, Action):
            self.post_message(Do(Tick(placed.node.id, self.world.today())))
        elif self.pane.plan_tree.outline.is_foldable(placed.node.id):
            self.pane.plan_tree.toggle_fold(placed.node.id)
        else:
            add = shown_key("add_child")
            objective = tr("nothing below this objective to fold; {key} adds something", key=add)
            key_result = tr("nothing below this key result to fold; {key} adds something", key=add)
            self.post_message(Say(objective if isinstance(placed.node, Objective) else key_result))

    def action_check_in(self) -> None:
        """Check in the key result, or correct what it was checked in with."""
        placed = self._current()
        if placed is None or self.standing is None or not isinstance(placed.node, KeyResult):
            self.post_message(
                Say(
                    tr(
                        "key results are checked in: go to one, or press {key} for all that are due",
                        key=shown_key("view('check_in')"),
                    )
                )
            )
        elif self.locked:
            self.post_message(Say(self.locked, "$warning"))
        else:
            from okrtui.tui.dialogs.check_ins import CheckIns

            self.app.push_screen(CheckIns(self.standing, placed.node.id, self.world), self._do)

    def action_delete(self) -> None:
        """Delete the item, and go to its neighbour; what was promised can be dropped instead."""
        placed = self._current()
        if placed is None or self.standing is None:
            return
        siblings = tree.children(placed.parent)
        near = [*siblings[placed.index + 1 : placed.index + 2], *siblings[: placed.index][-1:]]
        parent_id = "" if isinstance(placed.parent, Plan) else placed.parent.id
        delete = Do(Remove(placed.node.id), near[0].id if near else parent_id)
        if self.locked or not can_be_dropped(placed.node, self.standing.plan):
            self.post_message(delete)
            return

        from okrtui.tui.dialogs.giving_up import GivingUp

        drop = Do(Drop(placed.node.id, self.world.today()))

        def take(answer: str | None) -> None:
            if answer:
                self.post_message(drop if answer == GivingUp.DROP else delete)

        self.app.push_screen(GivingUp(placed), take)

    def action_move_down(self) -> None:
        """Change places with the next sibling."""
        self._move_by(1)

    def action_move_up(self) -> None:
        """Change places with the sibling before."""
        self._move_by(-1)

    def action_move_under(self) -> None:
        """Pick another parent."""
        from okrtui.tui.dialogs.pick import Choice, Pick

        placed = self._current()
        if placed is None or isinstance(placed.node, Objective):
            self.post_message(
                Say(
                    tr(
                        "objectives stand on their own; {down} and {up} move them",
                        down=shown_key("move_down"),
                        up=shown_key("move_up"),
                    )
                )
            )
            return
        if self.is_sealed():
            return
        assert self.standing is not None
        node, old = placed.node, placed.parent
        wanted, untitled = Objective if isinstance(node, KeyResult) else KeyResult, tr("(no title yet)")
        choices = [
            Choice(parent.node.id, f"{parent.position}  {parent.node.title or untitled}")
            for parent in self.standing.places.values()
            if isinstance(parent.node, wanted) and parent.node is not old
        ]
        if not choices:
            self.post_message(Say(tr("there is no other place for it")))
            return

        def move(parent_id: str | None) -> None:
            if parent_id:
                self.post_message(Do(Move(node.id, parent_id, LAST), node.id))

        title = tr("Move key result under") if isinstance(node, KeyResult) else tr("Move action under")
        self.app.push_screen(Pick(title, choices), move)

    def action_apply_fix(self) -> None:
        """Apply the fix of the worst finding here that offers one."""
        if not self.is_sealed():
            finding_keys.fix(self, self._findings_here(), "edit")

    def action_accept(self) -> None:
        """Ask for the reason and accept the worst finding here that can be."""
        if not self.is_sealed():
            finding_keys.accept(self, self._findings_here())

    def action_copy(self) -> None:
        """Send the item to the clipboard as one line."""
        self.copy_item(self.pane.plan_tree.cursor_id)

    def action_plan_history(self) -> None:
        """Show the objective over the quarters."""
        self.post_message(Go("across", self.pane.plan_tree.cursor_id))

    def action_toggle_detail(self) -> None:
        """Show or hide the detail."""
        self._detail_wanted = not self._detail_wanted
        self._place_detail()
        if self.app.size.width < WIDE:
            self.post_message(Say(tr("the detail stands beside the tree from {n} columns on", n=WIDE)))

    def on_tree_pane_keys_changed(self) -> None:
        """Show the keys that count now; once nothing is typed any more, the item under the cursor again."""
        if self.pane.hints:
            self.tell_keys()
        else:
            self._show_item()

    def on_tree_pane_typing(self, event: TreePane.Typing) -> None:
        """Show what the title fills in and what is to be said of it, before it is taken."""
        assert self.standing is not None
        target, plan = event.target, self.standing.plan
        fields = self._fields(target, event.title)
        if isinstance(target, NewItem):
            node, above = target.node, self._placed(target.parent_id)
        else:
            node, above = target, None
        written = node.replace(**cleaned(fields))
        parent = above.node if above else None
        found = found_in_line(check_item(written, parent, plan), fields)
        needs_owner = not isinstance(node, Objective) and not node.owner
        tip = owner_tip(fields, event.title, plan) if needs_owner else ""
        self._item_line.show_writing(filled_words(written, fields, plan), found, tip)

    def on_tree_pane_written(self, event: TreePane.Written) -> None:
        """Keep a title that was written in the tree, or go on with it in the form."""
        target = event.target
        if event.go_on:
            from okrtui.tui.forms.reading import Days, texts

            assert self.standing is not None
            days = Days(self.standing.plan.start, self.standing.plan.end, self.world.today())
            self._open_form(target, texts(self._fields(target, event.title), days))
        elif isinstance(target, NewItem):
            self.post_message(Do(target.with_fields(**self._fields(target, event.title)), target.node.id))
        else:
            self.post_message(Do(ChangeFields(target.id, self._fields(target, event.title))))

    def reopen(self, draft: Draft) -> None:
        """Open the form in which a draft was being written; check-ins that are half typed stand in their round."""
        if draft.kind == "check-in":
            self.post_message(Go("check_in"))
            return
        from okrtui.tui.forms.reopening import lost, target_of

        assert self.standing is not None
        target = target_of(draft, self.standing)
        if target is None:
            self.post_message(Say(lost(draft), "$warning"))
        else:
            self.world.writing.adopt(draft)
            self._open_form(target, draft.texts)

    def _open_form(self, target: Node | NewItem, typed: Mapping[str, str] | None = None) -> None:
        from okrtui.tui.forms.item_form import ItemForm

        if self.locked or self.standing is None:
            self.post_message(Say(self.locked, "$warning"))
            return
        parent: Plan | Node | None
        if isinstance(target, NewItem):
            node, placed = target.node, self._placed(target.parent_id)
            parent = placed.node if placed else None
        else:
            node, parent = target, self.standing.places[target.id].parent

        def keep(fields: dict[str, Any] | None) -> None:
            if isinstance(target, NewItem) and fields is not None:
                self.post_message(Do(target.with_fields(**fields), node.id))
            elif fields:
                self.post_message(Do(ChangeFields(node.id, fields, self.world.today()), node.id))

        draft = self.pane.draft_of(target, typed or {})
        self.app.push_screen(ItemForm(node, self.standing, parent, self.world, draft), keep)

    def _do(self, edit: Edit | None) -> None:
        if edit is not None:
            self.post_message(Do(edit))

    def _move_by(self, by: int) -> None:
        placed = self._current()
        if placed is None:
            return
        index = placed.index + by
        if not 0 <= index < len(tree.children(placed.parent)):
            last = tr("it is the last one already; {key} moves it under another parent", key=shown_key("move_under"))
            first = tr("it is the first one already; {key} moves it under another parent", key=shown_key("move_under"))
            self.post_message(Say(last if by > 0 else first))
            return
        parent_id = "" if isinstance(placed.parent, Plan) else placed.parent.id
        self.post_message(Do(Move(placed.node.id, parent_id, index), placed.node.id))

    def _show_item(self) -> None:
        if self.standing is not None:
            self.tell_keys()
            shown = self.pane.plan_tree.cursor_id
            if self.pane.is_writing:
                self._item_line.show_writing("", self._findings_here())
            else:
                is_cut = not self._detail.display and self.pane.plan_tree.cuts_title(shown)
                self._item_line.show(self.standing, shown, is_cut=is_cut)
            if self._detail.display:
                self._detail.show(self.standing, shown)

    @property
    def unfinished(self) -> str:
        """A line over the tree belongs to the item that it lies on; commands would move that away under it."""
        if not self.pane.hints:
            return ""
        return tr("enter or esc first; then {key} finds a command", key=shown_key("palette"))

    def keys(self) -> list[tuple[str, str]]:
        """What the footer says here: space ticks an action and folds anything else."""
        if self.pane.hints:
            return self.pane.hints
        placed = self._current()
        scopes: tuple[Scope, ...] = ("pane", "plan", "app")
        if self.standing is not None and self.standing.plan.phase == "closed":
            return _keys_once_closed(placed.node if placed else None)
        if placed is None:
            first = [commands.command(name) for name in ("add_objective", "guide", "edit_quarter")]
            return [*commands.entries(first), *commands.footer_entries("app")]
        labels = {} if isinstance(placed.node, Action) else {"tick": tr("fold")}
        if self.standing is not None and self.standing.plan.phase == "planning":
            names = ("add_sibling", "add_child", "edit", "tick", "guide", "find")
            rows = [commands.command(name) for name in names]
            return [*commands.entries(rows, **labels), *commands.footer_entries("app")]
        without = "" if isinstance(placed.node, KeyResult) else "check_in"
        return commands.footer_entries(*scopes, without=without, **labels)

    def _place_detail(self) -> None:
        """Show the detail where there is room, in the columns that the titles of the plan leave it."""
        total = self.app.size.width
        self._detail.display = self._detail_wanted and total >= WIDE
        if self._detail.display and self.standing is not None:
            self._detail.styles.width = width_beside(total, self.pane.plan_tree.whole_width())

    def _placed(self, item_id: str) -> tree.Placed | None:
        return self.standing.places.get(item_id) if self.standing else None

    def _current(self) -> tree.Placed | None:
        return self._placed(self.pane.plan_tree.cursor_id)

    def _fields(self, target: Node | NewItem, title: str) -> Mapping[str, Any]:
        """What a title that was written fills in: the fields that the sentence names, too, where they are empty."""
        node = target.node if isinstance(target, NewItem) else target
        if self.standing is None or isinstance(node, Objective) or title == node.title:
            return {"title": title}
        from okrtui.coach.quick_add import fields_written_anew

        return fields_written_anew(node, title, self.standing.plan, self.world.today())

    def _findings_here(self) -> tuple[Finding, ...]:
        assert self.standing is not None
        return self.standing.open_findings_of(self.pane.plan_tree.cursor_id)


def _keys_once_closed(node: Node | None) -> list[tuple[str, str]]:
    """What can be done with an item of a closed quarter: look, check late values in, and go to where it is reopened."""
    here = {KeyResult: ["tick", "check_in"], Objective: ["tick"]}.get(type(node), [])
    rows = [commands.command(name) for name in (*here, "view('close')", "find")]
    labels = {"tick": tr("fold"), "view('close')": tr("the close")}
    return [*commands.entries(rows, **labels), *commands.footer_entries("app")]
