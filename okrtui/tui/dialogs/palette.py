"""Find any command by name and run it."""

from okrtui.tui import commands
from okrtui.tui.dialogs.pick import Choice, Pick


class Palette(Pick):
    """Gives the id of the command that was picked, or None."""

    def __init__(self, *scopes: commands.Scope) -> None:
        """The commands of a view and of the program, moving last; not the palette itself."""
        rows = [*commands.in_scope(*scopes, "app"), *commands.in_scope("move", "tree")]
        choices = [
            Choice(row.id, row.help, " ".join(map(commands.key_name, row.keys)), row.label)
            for row in rows
            if row.id != "palette"
        ]
        super().__init__("Commands", choices)
