"""Whether an objective says where to go, or only names a field or a thing."""

from typing import Literal

from okrtui.coach.reading import Reading

Direction = Literal["said", "bare", "undecided"]
"""*said*: a verb or a verbal noun says what is to happen; *bare*: it plainly only names something."""

_FEW = 4
"""Up to so many words a name is plainly no more than its noun."""


def direction(reading: Reading) -> Direction:
    """What the sentence says of a direction."""
    if _is_said(reading):
        return "said"
    return "bare" if _is_bare(reading) else "undecided"


def _is_said(reading: Reading) -> bool:
    words, folded = reading.words, reading.folded
    if reading.find(words.objective["anywhere"]):
        return True
    tokens = list(reading.tokens())
    if not tokens:
        return False
    return _first_says(reading, tokens) or _last_says(reading, tokens) or not any(map(str.isalpha, folded.text))


def _first_says(reading: Reading, tokens: list[tuple[int, int]]) -> bool:
    words, folded = reading.words, reading.folded
    at = tokens[0][0]
    while softened := words.objective["softeners"].match(folded, at):
        at = softened[0] + (folded.text[softened[0] : softened[0] + 1] == " ")
        if at >= len(folded.text):
            return False
    if words.objective["first"].match(folded, at):
        return True
    end = next((end for start, end in tokens if start <= at < end), at)
    if either := words.objective["either"].match(folded, at):
        return words.objective["openers"].match(folded, either[0] + 1) is not None
    word = folded.text[at:end]
    is_noun = words.objective["not_verbs"].match(folded, at) or words.objective["things"].match(folded, at)
    return len(tokens) > 1 and word.endswith(words.endings["first_endings"] or ("\n",)) and not is_noun


def _last_says(reading: Reading, tokens: list[tuple[int, int]]) -> bool:
    words, folded = reading.words, reading.folded
    start, end = tokens[-1]
    if any(start <= at < end and stop == end for at, stop, _ in words.objective["last"].find(folded, reading.starts)):
        return True
    if words.objective["not_verbs"].match(folded, start) or (words.code == "de" and folded.cased[start].isupper()):
        return False
    return folded.text[start:end].endswith(words.endings["last_endings"] or ("\n",))


def _is_bare(reading: Reading) -> bool:
    """Whether the noun that says what it is names a thing, and nothing else could be a verb."""
    words, folded = reading.words, reading.folded
    tokens = list(reading.tokens())
    if words.unspaced:
        return _ends_with_thing(reading)
    name = _name(reading, tokens)
    if not name:
        return False
    known = [_is_thing(reading, *token) or _describes(reading, *token) for token in tokens]
    head = name[0] if words.head == "first" else name[-1]
    if not _is_thing(reading, *head):
        return False
    return all(known) or len(name) <= _FEW or folded.text == ""


def _name(reading: Reading, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of the name itself: without those before it that only describe, up to what narrows it down."""
    words, folded = reading.words, reading.folded
    name: list[tuple[int, int]] = []
    for start, end in tokens:
        if name and words.objective["cut"].match(folded, start):
            break
        if name or words.head == "last" or not _describes(reading, start, end):
            name.append((start, end))
    return name


def _is_thing(reading: Reading, start: int, end: int) -> bool:
    words, folded = reading.words, reading.folded
    word = folded.text[start:end]
    starts = [at for at in reading.starts if start <= at < end]
    if any(stop == end for _, stop, _ in words.objective["things"].find(folded, starts)):
        return True
    if word.endswith(words.endings["thing_endings"] or ("\n",)):
        return True
    cased = folded.cased[start:end]
    return len(cased) > 1 and cased.isupper() and cased.isascii()


def _describes(reading: Reading, start: int, end: int) -> bool:
    matched = reading.words.objective["describing"].match(reading.folded, start)
    return matched is not None and matched[0] >= end


def _ends_with_thing(reading: Reading) -> bool:
    words, folded = reading.words, reading.folded
    end = len(folded.text)
    while end and folded.kinds[end - 1] in " .":
        end -= 1
    things = words.objective["things"].find(folded, reading.starts)
    return any(stop == end for _, stop, _ in things) or folded.text[:end].endswith(
        words.endings["thing_endings"] or ("\n",)
    )
