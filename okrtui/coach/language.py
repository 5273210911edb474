"""Which language a sentence is in: by its script, then by the votes of the lexicons."""

from functools import lru_cache

from okrtui.coach.folding import Folded, fold
from okrtui.coach.lexicon import lexicon
from okrtui.coach.reading import Reading

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

_SPOKEN = 3
"""Votes from which Latin letters beside another script are words of the language: *Launch in 日本*, but not *A社*."""


@lru_cache(maxsize=8192)
def readings(sentence: str, language: str) -> tuple[Reading, ...]:
    """The sentence as it can be read: in its language, or in each of those that it may be in.

    ``language`` is a code or ``auto``. A sentence in another script than the language's is read as with ``auto``:
    English sentences stand in every plan. Names in Latin letters make no other sentence of one in Japanese; words do,
    and then it may be in both. What is no sentence any more is read up to ``LONGEST`` only.
    """
    folded = fold(sentence[:LONGEST])
    return tuple(Reading(folded, lexicon(code)) for code in _codes(folded, language))


def told(sentence: str, language: str) -> str:
    """The code of the language that the sentence is read in; the likeliest where several are left."""
    return readings(sentence, language)[0].words.code


def _codes(folded: Folded, language: str) -> tuple[str, ...]:
    """The languages to read the sentence in, the likeliest first."""
    script = next((code for kind, code in _SCRIPTS.items() if kind in folded.kinds), None)
    if script is not None:
        is_spoken = language in LATIN and _votes(folded, language) >= _SPOKEN
        return (language, script) if is_spoken else (script,)
    if language in LATIN:
        return (language,)
    votes = {code: _votes(folded, code) for code in LATIN}
    ranked = sorted(LATIN, key=lambda code: -votes[code])
    if votes[ranked[0]] >= votes[ranked[1]] + _LEAD:
        return (ranked[0],)
    return tuple(ranked)


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
