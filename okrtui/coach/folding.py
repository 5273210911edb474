"""A sentence in one spelling: digits, widths, cases and marks folded, with the way back to what was typed."""

import unicodedata
from functools import lru_cache

from okrtui.frozen import frozen

_SPACE, _SIGN, _WORD = " ", ".", "w"

_SAME = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("’‘ʼ´`", "'"),
    **dict.fromkeys("أإآٱ", "ا"),
    **{"ى": "ي", "٪": "%", "٫": ".", "٬": ",", "〜": "~"},
}
"""Signs and letters that people use for one another."""

_VOWEL_MARKS = "\u0640\u0670" + "".join(map(chr, range(0x64B, 0x656)))
_SIGNS = frozenset(_SAME) | frozenset(_VOWEL_MARKS)


@frozen
class Folded:
    """A sentence as the coach reads it."""

    text: str
    """In lower case, with ASCII digits and single spaces; Arabic without vowel marks."""
    cased: str
    """The same, in the case in which it was typed; as long as ``text``."""
    origins: tuple[int, ...]
    """For each character of ``text`` the code point that it comes from; one more, for the end."""
    kinds: str
    """For each character one that is the same within a word: a script's, the space's or that of signs."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of ``text`` as a span of what was typed, in code points, combining marks included."""
        return self.origins[start], self.origins[end]

    def is_start(self, at: int) -> bool:
        """Whether no word of the same script goes on here."""
        return at == 0 or at >= len(self.kinds) or self.kinds[at - 1] != self.kinds[at] or self.kinds[at] in " ."


def fold(sentence: str) -> Folded:
    """Fold any text; what cannot be read stays as it is."""
    if sentence.isascii():
        return _fold_plain(sentence)
    return _fold_marked(sentence)


def fold_list(words: str) -> str:
    """A list of words, folded as sentences are; quick, for the many words of a lexicon."""
    if words.isascii():
        return words.lower()
    if unicodedata.is_normalized("NFKC", words):
        for sign in _SIGNS.intersection(words):
            words = words.replace(sign, _SAME.get(sign, ""))
        return words.lower()
    return fold(words).text


def _fold_plain(sentence: str) -> Folded:
    """The quick way for ASCII, where each character stands for itself."""
    cased: list[str] = []
    origins: list[int] = []
    for at, char in enumerate(sentence):
        shown = " " if char <= " " else char
        if shown != " " or (cased and cased[-1] != " "):
            cased.append(shown)
            origins.append(at)
    return _folded("".join(cased), origins, len(sentence))


def _fold_marked(sentence: str) -> Folded:
    cased: list[str] = []
    origins: list[int] = []
    at, length = 0, len(sentence)
    while at < length:
        end = at + 1
        while end < length and _continues(sentence[end]):
            end += 1
        for char in _unit(sentence[at:end]):
            if char != " " or (cased and cased[-1] != " "):
                cased.append(char)
                origins.append(at)
        at = end
    return _folded("".join(cased), origins, length)


def _folded(cased: str, origins: list[int], length: int) -> Folded:
    if cased.endswith(" "):
        cased = cased[:-1]
        length = origins.pop()
    text = cased.lower()
    if len(text) != len(cased):  # a letter whose lower case is two
        text = "".join(low if len(low := char.lower()) == 1 else char for char in cased)
    return Folded(text, cased, (*origins, length), "".join(map(_kind, text)))


@lru_cache(maxsize=4096)
def _unit(cluster: str) -> str:
    """A letter with its marks, in one spelling; may be empty or several characters."""
    folded = ""
    for char in unicodedata.normalize("NFKC", "".join(_SAME.get(char, char) for char in cluster)):
        char = _SAME.get(char, char)
        if char.isdecimal():
            folded += str(unicodedata.decimal(char))
        elif char.isspace() or unicodedata.category(char) in {"Zs", "Cc"}:
            folded += " "
        elif not (_is_vowel_mark(char) or unicodedata.category(char) == "Cf"):
            folded += char
    return folded


@lru_cache(maxsize=4096)
def _continues(char: str) -> bool:
    """Whether the character belongs to the letter before it: a mark, or a vowel of a Korean syllable."""
    return unicodedata.category(char) in {"Mn", "Mc", "Me"} or "\u1160" <= char <= "\u11ff"


def _is_vowel_mark(char: str) -> bool:
    return char in _VOWEL_MARKS


@lru_cache(maxsize=4096)
def _kind(char: str) -> str:
    if char == " ":
        return _SPACE
    code = ord(char)
    if code < 0x250:
        return _WORD if char.isalnum() else _SIGN
    if 0x3040 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF:
        return _SIGN if char == "・" else "k"
    if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000 or char in "々〇":
        return "h"
    if 0xAC00 <= code <= 0xD7AF or 0x1100 <= code <= 0x11FF or 0x3130 <= code <= 0x318F:
        return "g"
    if 0x0600 <= code <= 0x06FF or 0x0750 <= code <= 0x077F or 0x08A0 <= code <= 0x08FF:
        return "a" if char.isalpha() else _SIGN
    return _WORD if char.isalnum() else _SIGN
