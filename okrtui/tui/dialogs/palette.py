"""Find any command by name and run it."""

from collections.abc import Iterable, Mapping, Sequence

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.i18n_lists import clauses
from okrtui.model.text import search_key
from okrtui.tui.commands import Command
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.search_words import SEARCH_WORDS
from okrtui.tui.keys_in_use import names_of_keys

_TAKING_AWAY = frozenset({"delete", "guide_delete", "delete_request", "drop_request", "bring_back"})
"""Commands after which something is gone: they are found by their names and keys, never by what they are said to do."""


class Palette(Pick):
    """Gives the id of the command that was picked, or None."""

    def __init__(self, rows: Iterable[Command], why_not: Mapping[str, str]) -> None:
        """These commands in their order, but for the palette itself.

        ``why_not`` says of commands, by id, why they can do nothing now; those stand last.
        """
        offered = [row for row in rows if row.id != "palette"]
        offered.sort(key=lambda row: row.id in why_not)
        choices = [
            Choice(row.id, clauses([tr(row.help), why_not.get(row.id, "")]), names_of_keys(row)) for row in offered
        ]
        super().__init__(tr("Commands"), choices)
        self._ranks = {row.id: _Named(row, is_idle=row.id in why_not) for row in offered}

    def found(self, words: Sequence[str]) -> list[Choice]:
        """What the words find, the commands that are called so first."""
        ranks = {choice.id: self._ranks[choice.id].rank(words) for choice in self.choices}
        return sorted((it for it in self.choices if ranks[it.id] is not None), key=lambda it: ranks[it.id] or 0)


@frozen
class _Named:
    """A command as it is found."""

    row: Command
    is_idle: bool
    """Whether it can do nothing now."""

    def rank(self, words: Sequence[str]) -> int | None:
        """How well words find it: 0 where they are its name; None where they do not find it."""
        name = search_key(tr(self.row.label))
        called = f"{name} {search_key(names_of_keys(self.row))}"
        also = search_key(tr(SEARCH_WORDS[self.row.id])).split() if self.row.id in SEARCH_WORDS else []
        told = f"{called} {' '.join(also)} {search_key(tr(self.row.help))}"
        typed = " ".join(words)
        steps = (
            name == typed or typed in names_of_keys(self.row).split(),
            name.startswith(typed),
            all(any(part.startswith(word) for part in name.split()) for word in words),
            all(word in called or any(other.startswith(word) for other in also) for word in words),
            all(word in told for word in words) and self._is_found_by_what_it_does(words, called),
        )
        rank = next((place for place, holds in enumerate(steps) if holds), None)
        return None if rank is None else rank + len(steps) * self.is_idle

    def _is_found_by_what_it_does(self, words: Sequence[str], called: str) -> bool:
        return self.row.id not in _TAKING_AWAY or any(word in called.split() for word in words)
