"""Many phrases, looked up at a place in a sentence: the longest one that stands there."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from okrtui.coach.folding import Folded

Value = TypeVar("Value")

_KEY = 3
"""How many characters phrases are filed by; shorter ones by all that they have."""


class Phrases(Generic[Value]):
    """Phrases with what each stands for.

    A phrase ends where a word ends, unless it is written with a ``*`` at its end: then any ending may
    follow. With ``open_end`` that holds for all that do not end in a Latin letter or a digit.
    """

    def __init__(self, values: Mapping[str, Value], *, open_end: bool = False) -> None:
        """``values`` are by phrase, folded as sentences are."""
        self._by_start: dict[str, list[tuple[str, bool, Value]]] = {}
        for phrase, value in values.items():
            plain = phrase[:-1] if phrase[-1] == "*" else phrase
            is_open = plain is not phrase or (open_end and not plain[-1].isascii())
            self._by_start.setdefault(plain[:_KEY], []).append((plain, is_open, value))

    def match(self, folded: Folded, at: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at this place: its end and its value."""
        text = folded.text
        longest: tuple[int, Value] | None = None
        for start in (text[at : at + _KEY], text[at : at + 2], text[at : at + 1]):
            for phrase, is_open, value in self._by_start.get(start, ()):
                if text.startswith(phrase, at):
                    end = at + len(phrase)
                    if (longest is None or end > longest[0]) and (is_open or folded.is_start(end)):
                        longest = end, value
        return longest

    def find(self, folded: Folded, starts: list[int]) -> Iterator[tuple[int, int, Value]]:
        """Every phrase that begins at one of these places: start, end, value."""
        for at in starts:
            if matched := self.match(folded, at):
                yield at, *matched
