"""Whether an objective says where to go, or only names a field or a thing."""

from collections.abc import Iterator
from typing import Literal

from okrtui.coach.phrases import Phrases
from okrtui.coach.reading import Reading

Direction = Literal["said", "bare", "undecided"]
"""*said*: a verb or a verbal noun says what is to happen; *bare*: it plainly only names something."""

_FEW = 4
"""Up to so many words a name is plainly no more than its noun."""

Token = tuple[int, int]


def direction(reading: Reading) -> Direction:
    """What the sentence says of a direction."""
    dates = _dates(reading)
    tokens = _undated(reading, dates)
    if reading.folded.text.rstrip(" .").endswith(")"):
        aside = reading.folded.text.rfind("(")
        tokens = [token for token in tokens if token[0] < aside] or tokens
    if _is_said(reading, tokens, dates):
        return "said"
    if tokens and _is_bare(reading, tokens):
        return "bare"
    return "said" if is_lone(reading) else "undecided"


def is_lone(reading: Reading) -> bool:
    """Whether the words say that something is to happen and no more, neither to what nor for whom: *Grow 2027*."""
    tokens = _undated(reading, _dates(reading))
    if not tokens:
        return False
    said = reading.words.objective["alone"].match(reading.folded, tokens[0][0])
    return said is not None and said[0] == tokens[-1][1]


def _dates(reading: Reading) -> list[Token]:
    return [(quantity.start, quantity.end) for quantity in reading.quantities if quantity.type == "date"]


def _undated(reading: Reading, dates: list[Token]) -> list[Token]:
    """The words that are no part of a date."""
    return [
        (token[0], _without_date(token, dates) if reading.words.unspaced else token[1])
        for token in reading.tokens
        if not any(start <= token[0] and token[1] <= end for start, end in dates)
    ]


def _without_date(token: Token, dates: list[Token]) -> int:
    """Where a word ends that a date is glued to: 戦略2026."""
    return next((start for start, end in dates if end == token[1] and start > token[0]), token[1])


def _is_said(reading: Reading, tokens: list[Token], dates: list[Token]) -> bool:
    words, folded = reading.words, reading.folded
    starts = [at for at in reading.starts if at == 0 or folded.text[at - 1] != "-"]
    if any(words.objective["anywhere"].find(folded, starts)):
        return True
    endings = words.endings["anywhere_endings"]
    if any(folded.text.endswith(endings, start, end) for start, end in tokens):
        return True
    if words.head == "last" and not words.glued and any(_has_object(reading, *token) for token in tokens[1:]):
        return True
    return any(_first_says(reading, token) for token in _clauses(reading, tokens, dates)) or (
        bool(tokens) and _last_says(reading, *tokens[-1])
    )


def _clauses(reading: Reading, tokens: list[Token], dates: list[Token]) -> Iterator[Token]:
    """The words that a clause begins with: the first, and those behind a colon or what only says when."""
    text = reading.folded.text
    for number, (start, end) in enumerate(tokens):
        before = text[:start].rstrip()
        after_date = before[-1:] == "," and len(before.split()) <= _FEW and any(end <= len(before) for _, end in dates)
        if number == 0 or before[-1:] in (":", ";") or after_date:
            yield start, end


def _first_says(reading: Reading, token: Token) -> bool:
    words, folded = reading.words, reading.folded
    text, (at, end) = folded.text, token
    while softened := words.objective["softeners"].match(folded, at):
        at = softened[0] + (text[softened[0] : softened[0] + 1] == " ")
        if at >= len(text):
            return False
        end = next((stop for start, stop in reading.tokens if start <= at < stop), at)
    if text[at:].rstrip(" .") in words.endings["not_verbs"]:
        return False
    if (first := words.objective["first"].match(folded, at)) and text[first[0] : first[0] + 1] != "-":
        return True
    if (either := words.objective["either"].match(folded, at)) and text[either[0] : either[0] + 1] != "-":
        return words.objective["openers"].match(folded, either[0] + 1) is not None
    is_noun = text[at:end].endswith(words.endings["not_verbs"]) or _is_thing(reading, at, end)
    if is_noun or end >= len(text):
        return False
    if text[at:end].endswith(words.endings["first_endings"]):
        return True
    return _has_object(reading, at, end)


def _has_object(reading: Reading, start: int, end: int) -> bool:
    """Whether what is known follows the word at once, as it follows a verb: *guides our decisions*."""
    words, folded = reading.words, reading.folded
    if _describes(reading, start, end) or words.objective["cut"].match(folded, start) or _is_noun(reading, start):
        return False
    return folded.text[end : end + 1] == " " and words.change["definite"].match(folded, end + 1) is not None


def _last_says(reading: Reading, start: int, end: int) -> bool:
    words, folded = reading.words, reading.folded
    word = folded.text[start:end]
    if word.endswith(words.endings["not_verbs"]) or _is_noun(reading, start):
        return False
    starts = [at for at in reading.starts if start <= at < end]
    said = _longest(reading, words.objective["last"], words.endings["last_endings"], starts, end)
    if not words.glued:
        return said > 0
    return 0 < said >= _longest(reading, words.objective["things"], words.endings["thing_endings"], starts, end)


def _is_noun(reading: Reading, start: int) -> bool:
    """Whether the word has the capital of a noun, in a language that writes nouns so."""
    return reading.words.capital_nouns and reading.folded.cased[start].isupper()


def _longest(reading: Reading, phrases: Phrases[bool], endings: tuple[str, ...], starts: list[int], end: int) -> int:
    """How long the longest of these phrases and endings is that ends here; 0 where none does."""
    text = reading.folded.text
    found = [stop - at for at, stop, _ in phrases.find(reading.folded, starts) if stop == end]
    if text.endswith(endings, 0, end):
        found += [len(ending) for ending in endings if text.endswith(ending, 0, end)]
    return max(found, default=0)


def _is_bare(reading: Reading, tokens: list[Token]) -> bool:
    """Whether the noun that says what it is names a thing, and nothing else could be a verb."""
    words = reading.words
    if words.unspaced:
        end = tokens[-1][1]
        things, endings = words.objective["things"], words.endings["thing_endings"]
        return _longest(reading, things, endings, reading.starts, end) > 0
    name = _name(reading, tokens)
    if not name or not _is_thing(reading, *(name[0] if words.head == "first" else name[-1])):
        return False
    return len(name) <= _FEW or all(_is_thing(reading, *token) or _describes(reading, *token) for token in tokens)


def _name(reading: Reading, tokens: list[Token]) -> list[Token]:
    """The words of the name itself: without those before it that only describe, up to what narrows it down."""
    words, folded = reading.words, reading.folded
    name: list[Token] = []
    for start, end in tokens:
        if name and words.objective["cut"].match(folded, start):
            break
        if name or words.head == "last" or not _describes(reading, start, end):
            name.append((start, end))
    return name


def _is_thing(reading: Reading, start: int, end: int) -> bool:
    words, folded = reading.words, reading.folded
    starts = [at for at in reading.starts if start <= at < end]
    if _longest(reading, words.objective["things"], words.endings["thing_endings"], starts, end):
        return True
    cased = folded.cased[start:end]
    return len(cased) > 1 and cased.isupper() and cased.isascii()


def _describes(reading: Reading, start: int, end: int) -> bool:
    matched = reading.words.objective["describing"].match(reading.folded, start)
    return matched is not None and matched[0] >= end
