"""Find any command by name and run it."""

from okrtui.tui import commands
from okrtui.tui.dialogs.pick import Choice, Pick


class Palette(Pick):
    """Gives the id of the command that was picked, or None."""

    def __init__(self) -> None:
        """Every command but the palette itself, those on the plan first."""
        rows = [*commands.in_scope("pane", "plan", "app"), *commands.in_scope("tree")]
        choices = [
            Choice(row.id, row.help, " ".join(map(commands.key_name, row.keys)), row.label)
            for row in rows
            if row.id != "palette"
        ]
        super().__init__("Commands", choices)
