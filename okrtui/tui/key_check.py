"""The keys of the settings, understood and checked: commands that there are, keys that arrive, none for two things."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from textual.keys import Keys, _character_to_key

from okrtui.i18n import tr
from okrtui.tui.commands import COMMANDS, Command
from okrtui.tui.key_names import key_name
from okrtui.tui.scopes import Scope

_VIEWS: tuple[Scope, ...] = (
    "check_in",
    "progress",
    "actions",
    "not_now",
    "report",
    "guide",
    "review",
    "close",
    "carry",
    "across",
    "versions",
)
_PLACES: tuple[frozenset[Scope], ...] = (
    frozenset({"move", "tree", "pane", "plan", "app"}),
    *(frozenset({"move", view, "app"}) for view in _VIEWS),
    frozenset({"move", "import"}),
    frozenset({"form"}),
)
"""Where keys count together."""

_SAME_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace"}
"""Keys that terminals send as others."""

Chosen = Mapping[str, tuple[str, ...]]
"""Keys of commands by the commands' names."""


class KeyChoiceError(Exception):
    """A key of the settings that cannot be taken."""

    def __init__(self, command: str, what: str, do: str) -> None:
        """``command`` is the name in the settings; what is wrong with it, and what to do."""
        super().__init__(command, what, do)
        self.command, self.what, self.do = command, what, do


def understood(written: Chosen) -> dict[str, tuple[str, ...]]:
    """The keys in Textual's names.

    Raises:
        KeyChoiceError: a command or a key that is none, that does not arrive, or that does another thing already.
    """
    names = {row.name for row in COMMANDS}
    chosen: dict[str, tuple[str, ...]] = {}
    for name, keys in written.items():
        if name not in names:
            near = get_close_matches(name, names, 1)
            do = tr("write {name}?", name=near[0]) if near else tr("the table of keys in the README has the names")
            raise KeyChoiceError(name, tr("is no command"), do)
        rows = [row for row in COMMANDS if row.name == name]
        chosen[name] = tuple(_key(text, name, rows) for text in keys)
    for name in chosen:
        _refuse_clash(name, chosen)
    return chosen


def _key(text: str, name: str, rows: list[Command]) -> str:
    key = _known_as(text)
    if key is None:
        raise KeyChoiceError(name, tr("{key} is no key", key=text), tr("write it like g, ctrl+g, f5, space, pgdn or ?"))
    if all(key in row.keys for row in rows):
        return key
    if problem := _swallowed(key):
        raise KeyChoiceError(name, problem, tr("write a letter, a sign, f5 or the like, or ctrl+ and a letter"))
    if any(row.scope == "form" for row in rows) and "+" not in key and len(key_name(key)) == 1:
        raise KeyChoiceError(
            name, tr("{key} is a character that is typed in forms", key=text), tr("write ctrl+ and a letter")
        )
    return key


def _known_as(text: str) -> str | None:
    """Textual's name for a key that somebody wrote; None where it is no key."""
    if len(text) == 1:
        return _written_names().get(text) or (_character_to_key(text) if text.isprintable() else None)
    *modifiers, last = text.split("+")
    named = _written_names().get(last.lower() if len(last) > 1 else last, last)
    known = _names()
    if modifiers:
        combined = "+".join([*(word.lower() for word in modifiers), named])
        is_modifier = {word.lower() for word in modifiers} <= {"ctrl", "shift", "alt", "meta", "super", "hyper"}
        return combined if is_modifier and (len(named) == 1 or named in known) else None
    return named if named in known else None


@cache
def _written_names() -> dict[str, str]:
    """Textual's names by how people write keys."""
    usual = {key_name(key): key for row in COMMANDS for key in row.keys}
    return {**usual, "esc": "escape", "pgdn": "pagedown", "pgup": "pageup", "return": "enter", "del": "delete"}


@cache
def _names() -> frozenset[str]:
    """Every name of a key that Textual knows."""
    signs = {_character_to_key(chr(code)) for code in range(0x20, 0x7F)}
    return frozenset({key.value for key in Keys if not key.value.startswith("<")} | signs)


def _swallowed(key: str) -> str:
    """Why a key does not arrive, or not as itself; empty where it does."""
    shown = "+".join(map(key_name, key.split("+")))
    *modifiers, last = key.split("+")
    if key in _SAME_AS:
        return tr("{key} arrives as {other} in a terminal", key=shown, other=_SAME_AS[key])
    if key == "ctrl+c":
        return tr("{key} is what ends programs in a terminal", key=shown)
    if key == "ctrl+z":
        return tr("{key} is what goes back to the shell", key=shown)
    if key == "ctrl+q":
        return tr("{key} always leaves", key=shown)
    if key in {"tab", "shift+tab"}:
        return tr("{key} goes from field to field", key=shown)
    is_letter = len(last) == 1 and "a" <= last.lower() <= "z"
    if modifiers and not (modifiers == ["ctrl"] and is_letter):
        return tr("{key} does not arrive through ssh, tmux or many a terminal", key=shown)
    return ""


def _refuse_clash(name: str, chosen: Chosen) -> None:
    """Refuse a command's keys where another command of the same place has one of them, and had it not before."""
    for mine, other in _neighbours(name):
        for key in chosen[name]:
            if key in chosen.get(other.name, other.keys) and not (key in mine.keys and key in other.keys):
                raise KeyChoiceError(
                    name,
                    tr("{key} is the key of {command} already", key=key_name(key), command=other.name),
                    tr("write another key, or give {command} another one", command=other.name),
                )


def _neighbours(name: str) -> Iterator[tuple[Command, Command]]:
    """Each row of a command with each other command whose keys count in the same place."""
    for mine in COMMANDS:
        if mine.name == name:
            for other in COMMANDS:
                if other.name != name and any({mine.scope, other.scope} <= place for place in _PLACES):
                    yield mine, other
