"""A command found by its name, and run where its keys would act."""

from collections.abc import Mapping

from textual.dom import DOMNode
from textual.screen import Screen

from okrtui.tui.commands import command, in_scope
from okrtui.tui.dialogs.palette import Palette
from okrtui.tui.scopes import Scope, acting
from okrtui.tui.views.view import View


def find_by_name(screen: Screen[None], view: View, name: Scope, why_not: Mapping[str, str]) -> None:
    """Ask for a command of a view or of the program, and run it; ``why_not`` says what can do nothing now."""

    async def act(command_id: str) -> None:
        scope = command(command_id).scope
        owner: DOMNode = screen if scope == "app" else view
        if scope in {"move", "tree", "pane"}:
            owner = view.query("TreePane" if scope == "pane" else ".-moves").first()
        writing = screen.focused
        screen.set_focus(None)  # in a line that is written keys are letters, and no command is run
        await screen.app.run_action(command_id, default_namespace=owner)
        if screen.focused is None:
            screen.set_focus(writing)

    def run(command_id: str | None) -> None:
        if command_id:
            screen.call_later(act, command_id)

    rows = [*in_scope(*acting(name), "app"), *in_scope("move", "tree")]
    screen.app.push_screen(Palette(rows, why_not), run)
