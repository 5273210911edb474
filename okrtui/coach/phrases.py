"""Many phrases, looked up at a place in a sentence: the longest one that stands there."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from okrtui.coach.folding import Folded

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases with what each stands for.

    A phrase ends where a word ends, unless it is written with a ``*`` at its end, or ``open_end`` is
    set: then any ending may follow.
    """

    def __init__(self, values: Mapping[str, Value], *, open_end: bool = False) -> None:
        """``values`` are by phrase, folded as sentences are."""
        self._by_start: dict[str, list[tuple[str, bool, Value]]] = {}
        for phrase, value in values.items():
            plain = phrase.rstrip("*")
            self._by_start.setdefault(plain[:2], []).append((plain, open_end or phrase != plain, value))
        for listed in self._by_start.values():
            listed.sort(key=lambda entry: (-len(entry[0]), entry[1]))

    def match(self, folded: Folded, at: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at this place: its end and its value."""
        text = folded.text
        for start in (text[at : at + 2], text[at : at + 1]):
            for phrase, is_open, value in self._by_start.get(start, ()):
                end = at + len(phrase)
                if text.startswith(phrase, at) and (is_open or folded.is_start(end)):
                    return end, value
        return None

    def find(self, folded: Folded, starts: list[int]) -> Iterator[tuple[int, int, Value]]:
        """Every phrase that begins at one of these places: start, end, value."""
        for at in starts:
            if matched := self.match(folded, at):
                yield at, *matched
