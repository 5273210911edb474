"""The README's tables of keys, made from the commands: ``python -m okrtui.tui.key_table``."""

from okrtui.tui.commands import Command, in_scope
from okrtui.tui.key_names import key_name
from okrtui.tui.scopes import HEADINGS


def key_table() -> str:
    """A table for each place where keys work, in Markdown and English, with the names that settings know them by."""
    commands: dict[str, list[Command]] = {}
    for scope, heading in HEADINGS.items():
        commands.setdefault(heading, []).extend(in_scope(scope))
    return "\n\n".join(_table(heading, rows) for heading, rows in commands.items())


def _table(heading: str, commands: list[Command]) -> str:
    rows = [f"**{heading}**", "", "| keys | do | name |", "| --- | --- | --- |"]
    for command in commands:
        keys = " ".join(f"`{key_name(key)}`" for key in command.keys) or "`ctrl+p`, by name"
        rows.append(f"| {keys} | {command.help} | `{command.name}` |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(key_table())
