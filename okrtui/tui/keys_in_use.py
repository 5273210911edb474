"""The keys in use: as hints name them, and as Textual takes them."""

from okrtui.patterns import pattern
from okrtui.tui.commands import COMMANDS, Command, command
from okrtui.tui.key_names import key_name

_FREE = pattern(r".+\+.+|f[0-9]+|escape")
"""The keys that no line of text takes."""


def keymap() -> dict[str, str]:
    """The keys in use by the ids of the commands' bindings, where they are not the usual ones."""
    return {row.binding_id: ",".join(row.keys_in_use) for row in COMMANDS if row.keys_in_use != row.keys}


def names_of_keys(row: Command) -> str:
    """All keys of a command as people write them; empty where it is found by name alone."""
    return " ".join(map(key_name, row.keys_in_use))


def shown_keys(row: Command) -> str:
    """All keys of a command as people write them; that of the palette where it is found by name alone."""
    return names_of_keys(row) or shown_key("palette")


def shown_key(command_id: str) -> str:
    """The first key of a command as people write it; that of the palette where it is found by name alone."""
    row = command(command_id)
    return key_name(row.keys_in_use[0]) if row.keys_in_use else shown_key("palette")


def typing_key(command_id: str) -> str:
    """The first key of a command that acts while a line of text is written; that of the palette where none does."""
    free = [key for key in command(command_id).keys_in_use if _FREE.fullmatch(key)]
    return key_name(free[0]) if free else shown_key("palette")
