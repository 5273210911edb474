"""The tree with what is written into it: titles where they stand, and what to find."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.edits import Add, cleaned, kind_of
from okrtui.model.plan import Action, KeyResult, Node, Objective, Plan
from okrtui.report.standing import Standing
from okrtui.storage.drafts import Draft
from okrtui.tui import commands
from okrtui.tui.keys_in_use import shown_key, typing_key
from okrtui.tui.messages import Say
from okrtui.tui.widgets.find_bar import FindBar
from okrtui.tui.widgets.marked import PAUSE
from okrtui.tui.widgets.plan_tree import PlanTree
from okrtui.tui.widgets.title_editor import TitleEditor
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER

LAST = 10**6
"""An index past the end."""

_CHILD_TYPE: dict[type[Node], type[Node]] = {Objective: KeyResult, KeyResult: Action}
_INDENT = {Objective: 3, KeyResult: 5, Action: 7}


@frozen
class NewItem:
    """An item to be added, with its place."""

    node: Node
    parent_id: str
    """Empty for the plan itself."""
    index: int

    def with_fields(self, **fields: Any) -> Add:
        """The edit that adds it with these fields."""
        return Add(self.node.replace(**cleaned(fields)), self.parent_id, self.index)


class TreePane(Container):
    """Moves the cursor and writes titles; what was written goes up as a message."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("pane")]

    @dataclass
    class Written(Message):
        """A title was written."""

        target: Node | NewItem
        """The item that gets it."""
        title: str
        go_on: bool
        """Whether the person wants the whole form now."""

    @dataclass
    class Typing(Message):
        """A title is being written, and the keys rest."""

        target: Node | NewItem
        title: str

    class KeysChanged(Message):
        """Something is being typed now, or no longer: :attr:`hints` say what the keys do."""

    def __init__(self, world: World) -> None:
        """Empty until :meth:`show`."""
        super().__init__()
        self._writing = world.writing
        self.plan_tree = PlanTree(world.glyphs)
        self._editor = TitleEditor()
        self._find_bar = FindBar(self.plan_tree)
        self._target: Node | NewItem | None = None
        self._at_first = ""
        self._added = ""
        """The item that is being added; behind it the next one is written."""
        self._place = (0, 0)
        self._keeping: Timer | None = None
        self._standing: Standing | None = None
        self.hints: list[tuple[str, str]] = []
        """What the keys do while something is typed; empty while the keys are commands."""
        self.locked = ""
        """Why nothing may be changed; empty when it may."""

    def compose(self) -> ComposeResult:
        """The tree, and the two lines that come and go."""
        yield self.plan_tree
        yield self._editor
        yield self._find_bar

    def on_mount(self) -> None:
        """Nothing is written yet."""
        self._editor.display = False
        self._typing = self.set_interval(PAUSE, self._tell_typed, pause=True)

    @property
    def is_writing(self) -> bool:
        """Whether a title is being written."""
        return self._target is not None

    def show(self, standing: Standing, cursor_id: str | None) -> None:
        """Show a plan, with the cursor on an item or where it was."""
        self._standing = standing
        self.plan_tree.show(standing, cursor_id)
        if self._added and self._added == cursor_id:
            self._write_behind(standing.places[cursor_id])

    def action_add_sibling(self) -> None:
        """Write new items after this one, until nothing is written."""
        placed = self._current()
        if placed is None:
            self.action_add_objective()
        else:
            self._write_behind(placed)

    def action_add_child(self) -> None:
        """Write new items below this one, until nothing is written."""
        placed = self._current()
        if placed is None:
            self.action_add_objective()
        elif self._is_locked():
            return
        elif isinstance(placed.node, Action):
            key = shown_key("add_sibling")
            self.post_message(Say(tr("an action has nothing below it; {key} adds another one", key=key)))
        else:
            self.plan_tree.unfold(placed.node.id)
            line = self.plan_tree.outline.last_line_below(placed.node.id) + 1
            self._write_new(_CHILD_TYPE[type(placed.node)], placed.node.id, LAST, line)

    def action_add_objective(self) -> None:
        """Write new objectives at the end, until nothing is written."""
        self._write_new(Objective, "", LAST, len(self.plan_tree.outline.shown))

    def action_rename(self) -> None:
        """Write the title where it stands."""
        placed = self._current()
        if placed is None:
            self.action_add_objective()
        elif not self._is_locked():
            line = self.plan_tree.outline.line_of(placed.node.id) or 0
            self._open_editor(placed.node, line, self.plan_tree.title_column(placed.node.id), placed.node.title)

    def action_find(self) -> None:
        """Type what to find."""
        self._find_bar.begin()
        self._hint([("enter", tr("stay here")), ("esc", tr("go back to where you were"))])

    def action_find_next(self) -> None:
        """Go to the next match."""
        self._find_bar.step(1)

    def action_find_previous(self) -> None:
        """Go to the match before."""
        self._find_bar.step(-1)

    def action_next_finding(self) -> None:
        """Go to the next item with a finding, round and round."""
        assert self._standing is not None
        wrong = {finding.item_id for finding in self._standing.open_findings}
        order = self.plan_tree.outline.order()
        items = [item_id for item_id in order if item_id in wrong]
        if items:
            here = order.get(self.plan_tree.cursor_id, -1)
            self.plan_tree.go_to(next((item_id for item_id in items if order[item_id] > here), items[0]))
        quarter = self._standing.open_findings_of("")
        if quarter and (not items or self.plan_tree.cursor_id == items[0]):
            # for translators: what is wrong with the quarter itself
            words = tr("the quarter: {problem}", problem=quarter[0].message)
            self.post_message(Say(words, "$warning"))
        elif not items:
            self.post_message(Say(tr("nothing to mend in this plan"), "$success"))

    def on_title_editor_written(self, event: TitleEditor.Written) -> None:
        """Hand the title on, unless there is none; the next item is written once this one is in the plan."""
        event.stop()
        target, changed = self._target, self._is_changed
        if changed and not event.go_on:
            self._writing.hand_over()
        self._close_editor()
        if isinstance(target, NewItem) and changed and not event.go_on:
            self._added = target.node.id
        if target is not None and (changed or event.go_on):
            self.post_message(self.Written(target, event.text, event.go_on))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the title soon, and say what is written so far once the keys rest."""
        event.stop()
        if self._target is not None:
            self._typing.reset()
            self._typing.resume()
            self._tell_keys()
        if self._keeping is None and self._target is not None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def draft_of(self, target: Node | NewItem, texts: Mapping[str, str]) -> Draft:
        """What is written about an item that is there or a new one."""
        assert self._standing is not None
        if isinstance(target, NewItem):
            node, parent_id, index = target.node, target.parent_id, target.index
        else:
            node, placed = target, self._standing.places[target.id]
            parent_id, index = "" if isinstance(placed.parent, Plan) else placed.parent.id, placed.index
        return Draft(self._standing.plan.quarter, kind_of(node), node.id, parent_id, index, texts)

    def on_find_bar_closed(self) -> None:
        """Nothing is being typed any more."""
        self._hint([])

    def on_title_editor_cancelled(self) -> None:
        """Leave the tree as it was."""
        self._close_editor()

    def on_resize(self) -> None:
        """An editor that is open stays on its line."""
        if self._target is not None:
            self.call_after_refresh(self._place_editor)

    def _write_behind(self, placed: tree.Placed) -> None:
        """Write a sibling after an item."""
        parent_id = "" if isinstance(placed.parent, Plan) else placed.parent.id
        line = self.plan_tree.outline.last_line_below(placed.node.id) + 1
        self._write_new(type(placed.node), parent_id, placed.index + 1, line)

    def _write_new(self, kind: type[Node], parent_id: str, index: int, line: int) -> None:
        if self._is_locked() or self._standing is None:
            return
        node = kind(id=tree.new_id(tree.ids(self._standing.plan)))
        self.plan_tree.open_gap(line)
        self._open_editor(NewItem(node, parent_id, index), line, _INDENT[kind], "")

    def _open_editor(self, target: Node | NewItem, line: int, column: int, text: str) -> None:
        self._target, self._added = target, ""
        self._place = (column, line)
        editor = self._editor
        editor.value = text
        self._at_first = editor.value
        editor.cursor_position = len(editor.value)
        editor.placeholder = {
            Objective: tr("where to go, in one sentence without a number"),
            KeyResult: tr("a result that can be counted"),
            Action: tr("a step towards the key result"),
        }[type(target.node if isinstance(target, NewItem) else target)]
        self._place_editor()
        editor.display = True
        editor.focus()
        self._writing.begin(self._as_draft)
        self._tell_keys()

    def _place_editor(self) -> None:
        column, line = self._place
        self.plan_tree.scroll_to_line(line)
        self._editor.styles.offset = (column, line - round(self.plan_tree.scroll_offset.y))
        self._editor.styles.width = max(10, self.size.width - column - 1)

    def _as_draft(self) -> Draft | None:
        """The title that is being written, where it says anything new."""
        if self._target is None or not self._is_changed:
            return None
        return self.draft_of(self._target, {"title": self._editor.value})

    def _keep(self) -> None:
        self._keeping = None
        self._writing.keep()

    def _tell_typed(self) -> None:
        self._typing.pause()
        if self._target is not None and self._is_changed:
            self.post_message(self.Typing(self._target, self._editor.value))

    def _close_editor(self) -> None:
        self._typing.pause()
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        self._writing.end()
        self._target = None
        self._editor.display = False
        self.plan_tree.open_gap(None)
        self.plan_tree.focus()
        self._hint([])

    @property
    def _is_changed(self) -> bool:
        """Whether the line says anything new; blanks make no item."""
        typed = self._editor.value
        return bool(typed.strip()) if isinstance(self._target, NewItem) else typed != self._at_first

    def _tell_keys(self) -> None:
        """What enter and escape do with the line as it stands."""
        form, explain = ("tab", tr("go on in the form")), (typing_key("help"), tr(commands.command("help").label))
        if not isinstance(self._target, NewItem):
            leave = tr("leave it as it was")
        elif self._is_changed:
            leave = tr("throw it away")
        else:
            self._hint([("enter esc", tr("leave")), form, explain])
            return
        self._hint([("enter", tr("takes it")), explain, form, ("esc", leave)])

    def _hint(self, keys: list[tuple[str, str]]) -> None:
        if keys != self.hints:
            self.hints = keys
            self.post_message(self.KeysChanged())

    def _current(self) -> tree.Placed | None:
        return self._standing.places.get(self.plan_tree.cursor_id) if self._standing else None

    def _is_locked(self) -> bool:
        if self.locked:
            self.post_message(Say(self.locked, "$warning"))
        return bool(self.locked)
