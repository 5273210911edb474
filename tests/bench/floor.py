"""The floor: the least Textual program that shows a tree.

python -m tests.bench.floor OUTLINE.json shows the tree alone; with the word "detail" after it, what an item holds
beside it.
"""

import json
import sys
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Static, Tree
from textual.widgets.tree import TreeNode

Outline = list[dict[str, Any]]


class Form(ModalScreen[None]):
    """One field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        yield Input(placeholder="title")


class Floor(App[None]):
    """A tree, and a form of one field."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "Quit"),
        Binding("e", "form", "Edit"),
        Binding("j", "move('down')", "Down"),
        Binding("k", "move('up')", "Up"),
    ]

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline

    def compose(self) -> ComposeResult:
        yield _filled(Tree("Plan"), self._outline)

    def action_form(self) -> None:
        self.push_screen(Form())

    async def action_move(self, way: str) -> None:
        await self.query_one(Tree).run_action(f"cursor_{way}")


class DetailTree(Tree[dict[str, str]]):
    """Shows the detail in the same frame as the moved cursor."""

    def watch_cursor_line(self, previous_line: int, line: int) -> None:
        super().watch_cursor_line(previous_line, line)
        if self.cursor_node is not None:
            fields = (self.cursor_node.data or {}).items()
            text = "\n".join([str(self.cursor_node.label), *(f"{name}: {value}" for name, value in fields)])
            self.screen.query_one("#detail", Static).update(text, layout=False)


class FloorWithDetail(Floor):
    """The tree, and what the item under the cursor holds beside it."""

    CSS = "#detail { dock: right; width: 40%; height: 100%; border-left: solid grey; }"

    def compose(self) -> ComposeResult:
        yield _filled(DetailTree("Plan"), self._outline)
        yield Static("", id="detail", markup=False)


def _filled(tree: Tree[dict[str, str]], outline: Outline) -> Tree[dict[str, str]]:
    tree.auto_expand = False
    _fill(tree.root, outline)
    tree.root.expand()
    return tree


def _fill(parent: TreeNode[dict[str, str]], items: Outline) -> None:
    for item in items:
        if item["below"]:
            _fill(parent.add(item["title"], data=item["fields"], expand=True), item["below"])
        else:
            parent.add_leaf(item["title"], data=item["fields"])


if __name__ == "__main__":
    plan = json.loads(Path(sys.argv[1]).read_text())
    (FloorWithDetail if "detail" in sys.argv else Floor)(plan).run()
