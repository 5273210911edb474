"""Characters that people type and Python holds for not printable, which Textual's own fields let fall."""

from textual import events

from okrtui.model.text import one_line


def typed_beside(key: events.Key) -> str:
    """A wide or no-break space, a joiner between letters; empty for what a field takes anyway, and for commands."""
    char = key.character or ""
    return char if char and not key.is_printable and one_line(char) == char else ""
