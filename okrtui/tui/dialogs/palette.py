"""Find any command by name and run it."""

from okrtui.i18n import tr
from okrtui.tui import commands
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.keys_in_use import shown_keys
from okrtui.tui.scopes import Scope


class Palette(Pick):
    """Gives the id of the command that was picked, or None."""

    def __init__(self, *scopes: Scope) -> None:
        """The commands of a view and of the program, moving last; not the palette itself."""
        rows = [*commands.in_scope(*scopes, "app"), *commands.in_scope("move", "tree")]
        choices = [Choice(row.id, tr(row.help), shown_keys(row), tr(row.label)) for row in rows if row.id != "palette"]
        super().__init__(tr("Commands"), choices)
