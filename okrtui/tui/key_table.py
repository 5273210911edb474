"""The README's table of keys, made from the commands: ``python -m okrtui.tui.key_table``."""

from okrtui.tui.commands import COMMANDS
from okrtui.tui.key_names import key_name


def key_table() -> str:
    """The usual keys, in Markdown and English, with the names that the settings know the commands by."""
    rows = ["| keys | do | name |", "| --- | --- | --- |"]
    for row in COMMANDS:
        keys = " ".join(f"`{key_name(key)}`" for key in row.keys) or "`ctrl+p`, by name"
        where = " (in forms)" if row.scope == "form" else ""
        rows.append(f"| {keys} | {row.help}{where} | `{row.name}` |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(key_table())
