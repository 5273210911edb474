"""Sentences and words one after the other, as the language that is spoken puts them together; empty ones left out."""

from collections.abc import Iterable
from functools import reduce

from okrtui.i18n import mark, tr, tr_as

# for translators: two whole sentences, one after the other
_SENTENCES = mark("{first} {second}")
# for translators: words of a list, or short clauses, with what stands between two of them
_WORDS = mark("{first}, {second}")
# for translators: two clauses that could each be a sentence
_CLAUSES = mark("{first}; {second}")


def joined(sentences: Iterable[str]) -> str:
    """``One sentence. Another.``."""
    return _together(_SENTENCES, sentences)


def row_of(words: Iterable[str]) -> str:
    """``a, b, c``."""
    return _together(_WORDS, words)


def clauses(parts: Iterable[str]) -> str:
    """``one clause; another``."""
    return _together(_CLAUSES, parts)


def listed(words: Iterable[str]) -> str:
    """``a, b and c``."""
    *most, last = list(filter(None, words)) or [""]
    # for translators: the end of a list: "a, b" and "c" make "a, b and c"
    return tr("{words} and {last}", words=row_of(most), last=last) if most else last


def listed_clauses(parts: Iterable[str]) -> str:
    """``a is this, b is that and c is the other``."""
    *most, last = list(filter(None, parts)) or [""]
    # for translators: the end of a list of short clauses: "3.1 is off track" and "3.4 is stale"
    return tr_as("clauses", "{words} and {last}", words=row_of(most), last=last) if most else last


def _together(joint: str, parts: Iterable[str]) -> str:
    given = list(filter(None, parts))
    return reduce(lambda first, second: tr(joint, first=first, second=second), given) if given else ""
