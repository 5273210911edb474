"""Keys that are pressed while an input method or the layout of another script is on: commands are Latin letters."""

import unicodedata

from textual import events
from textual.keys import _character_to_key


def narrow(key: events.Key) -> events.Key:
    """The key without the width that an input method gives it: ｑ is q. Any other as it is."""
    wide = key.character or ""
    typed = unicodedata.normalize("NFKC", wide)
    if typed == wide or not (len(typed) == 1 and typed.isascii() and typed.isprintable()):
        return key
    return events.Key(typed if typed.isalnum() else _character_to_key(typed), typed)


def other_letter(key: events.Key) -> str:
    """A letter of a script that no command is typed in; empty for all other keys."""
    typed = key.character or ""
    return typed if typed.isalpha() and unicodedata.category(typed[0]) == "Lo" else ""
