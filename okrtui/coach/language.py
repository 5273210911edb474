"""Which language a sentence is in: by its script, then by the votes of the lexicons."""

from functools import lru_cache

from okrtui.coach.folding import Folded, fold
from okrtui.coach.lexicon import lexicon
from okrtui.coach.reading import Reading
from okrtui.model.language import CODES

LATIN = ("en", "de", "fr")
"""The languages that are told apart by their words."""

_SCRIPTS = {"g": "ko", "k": "ja", "a": "ar", "h": "ja"}
"""The language of a script, the script that decides first."""

LONGEST = 2_000
"""The most characters that are read; a file may hold titles of which nobody could wait for the end."""

_SHORT = 5
"""Longer words tell a language by their ending."""

_LEAD = 1
"""By how many votes a language must be ahead to be believed."""


@lru_cache(maxsize=8192)
def readings(sentence: str, language: str) -> tuple[Reading, ...]:
    """The sentence as it can be read: in its language, or in each of those that it may be in.

    ``language`` is a code or ``auto``. A sentence without a letter of the language's script is read as
    with ``auto``: English sentences stand in every plan. What is no sentence any more is read up to ``LONGEST`` only.
    """
    folded = fold(sentence[:LONGEST])
    return tuple(Reading(folded, lexicon(code)) for code in _codes(folded, language))


def told(sentence: str, language: str) -> str:
    """The code of the language that the sentence is read in; the likeliest where several are left."""
    return readings(sentence, language)[0].words.code


def _codes(folded: Folded, language: str) -> tuple[str, ...]:
    """The languages to read the sentence in, the likeliest first."""
    script = next((code for kind, code in _SCRIPTS.items() if kind in folded.kinds), None)
    if language in CODES and (script == language or (language in LATIN and (script is None or _has_latin(folded)))):
        return (language,)
    if script is not None:
        return (script,)
    votes = {code: _votes(folded, code) for code in LATIN}
    ranked = sorted(LATIN, key=lambda code: -votes[code])
    if votes[ranked[0]] >= votes[ranked[1]] + _LEAD:
        return (ranked[0],)
    return tuple(ranked)


def _has_latin(folded: Folded) -> bool:
    return any(char.isalpha() and kind == "w" for char, kind in zip(folded.text, folded.kinds, strict=True))


def _votes(folded: Folded, code: str) -> int:
    """How much of the sentence the language knows: common words and letters of its own most, then any other word."""
    words = lexicon(code)
    votes = 2 * sum(char in words.marks for char in folded.text)
    endings = words.endings["thing_endings"]
    for start, end in Reading(folded, words).tokens:
        if vote := words.votes.match(folded, start):
            votes += vote[1]
        elif end - start > _SHORT and folded.text.endswith(endings, start, end):
            votes += 1
    return votes
