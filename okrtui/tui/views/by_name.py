"""A command found by its name, and run where its keys would act."""

from textual.dom import DOMNode
from textual.screen import Screen

from okrtui.tui.commands import command
from okrtui.tui.dialogs.palette import Palette
from okrtui.tui.scopes import Scope, acting
from okrtui.tui.views.view import View


def find_by_name(screen: Screen[None], view: View, name: Scope) -> None:
    """Ask for a command of a view or of the program, and run it."""

    async def act(command_id: str) -> None:
        scope = command(command_id).scope
        owner: DOMNode = screen if scope == "app" else view
        if scope in {"move", "tree", "pane"}:
            owner = view.query("TreePane" if scope == "pane" else ".-moves").first()
        await screen.app.run_action(command_id, default_namespace=owner)

    def run(command_id: str | None) -> None:
        if command_id:
            screen.call_later(act, command_id)

    screen.app.push_screen(Palette(*acting(name)), run)
