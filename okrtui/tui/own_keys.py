"""The keys that the person chose for commands; a process has one person, and takes them once at its start."""

from collections.abc import Mapping

NO_KEY = "f24"
"""A key that no keyboard has, for a command without one: the person may give it another."""

_chosen: dict[str, tuple[str, ...]] = {}


def use_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Take these keys, in Textual's names, for commands by their names in the settings; the others keep theirs."""
    _chosen.clear()
    _chosen.update(chosen)


def keys_for(name: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a command: those that were chosen, else the usual ones."""
    return _chosen.get(name, usual)
