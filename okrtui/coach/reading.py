"""A sentence as the rules on wording read it: in one language, with its quantities."""

from collections.abc import Iterator
from functools import cached_property

from okrtui.coach.folding import Folded
from okrtui.coach.lexicon import Lexicon
from okrtui.coach.phrases import Phrases
from okrtui.coach.quantities import Quantity, Type, scan
from okrtui.frozen import frozen

_SIGNS = frozenset("€$£¥₩₹#[<{_?%×○〇●◯~±+.§°¼½¾")
"""Signs that a quantity may begin with."""


@frozen
class Reading:
    """One sentence in one language."""

    folded: Folded
    words: Lexicon

    @cached_property
    def starts(self) -> list[int]:
        """Where words and quantities may begin."""
        kinds, text = self.folded.kinds, self.folded.text
        unspaced, glued = self.words.unspaced, self.words.glued
        found = [
            at
            for at, kind in enumerate(kinds)
            if (kind == "." and text[at] in _SIGNS)
            or (kind not in " ." and (at == 0 or kinds[at - 1] != kind or (unspaced and kind in "khg")))
            or (glued and text[at].isdecimal() and text[at - 1].isalpha())
        ]
        return self._with_prefixes(found) if self.words.prefixes else found

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities in it."""
        return scan(self.folded, self.words, self.starts)

    def of_types(self, types: frozenset[Type]) -> tuple[Quantity, ...]:
        """The quantities of these types."""
        return tuple(quantity for quantity in self.quantities if quantity.type in types)

    def find(self, phrases: Phrases[bool]) -> tuple[int, int] | None:
        """The first of these phrases, as a span of the folded sentence."""
        for start, end, _ in phrases.find(self.folded, self.starts):
            return start, end
        return None

    @cached_property
    def tokens(self) -> list[tuple[int, int]]:
        """The words: runs of letters of any script, joined by hyphens and the like."""
        return list(self._runs())

    def _runs(self) -> Iterator[tuple[int, int]]:
        kinds, text = self.folded.kinds, self.folded.text
        at, length = 0, len(text)
        while at < length:
            if kinds[at] in " .":
                at += 1
                continue
            end = at + 1
            while end < length and (
                kinds[end] not in " ." or (text[end] in "-&./" and end + 1 < length and kinds[end + 1] not in " .")
            ):
                end += 1
            yield at, end
            at = end

    def _with_prefixes(self, starts: list[int]) -> list[int]:
        """The starts, with those behind the letters that may be glued before a word."""
        text, found = self.folded.text, []
        for at in starts:
            found.append(at)
            for prefix in self.words.prefixes:
                here = at + len(prefix)
                if text.startswith(prefix, at) and here < len(text) and self.folded.kinds[here] == "a":
                    found.append(here)
        return sorted(set(found))
