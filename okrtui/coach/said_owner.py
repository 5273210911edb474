"""The owner that a sentence names at its end: *set up the welcome series @ben*, *…, owner Ben*."""

import re
from collections.abc import Iterator
from functools import cache

from okrtui.coach.change import Part, with_words
from okrtui.coach.folding import fold, fold_list
from okrtui.coach.language import readings
from okrtui.coach.lexicon_file import read_file
from okrtui.coach.named_days import led_span
from okrtui.coach.reading import Reading
from okrtui.frozen import replace
from okrtui.model.plan import Plan
from okrtui.model.text import search_key
from okrtui.patterns import pattern

_NAME = r"\w(?:[\w.'’-]*\w)?"
_OWNER = pattern(rf"(?:(?:^|\s)@|＠)({_NAME}(?:\s{_NAME}){{0,2}})[.,;!؛،、。]?\s*$")
_ASIDE = pattern(r"(?:[,;،、，]\s*|\s[-–—]\s|\s\()([^\W\d_][\w'’-]*)\)?[.!。]?\s*$")
_LAST_WORD = pattern(r"\s+([^\W\d_][\w'’-]*)[.!。]?\s*$")
_ANOTHER = pattern(r"(?:(?:^|\s)@|＠)[\w.'’-]+(?:\s+\S{1,3})?$")
"""A second owner right before, with a word such as *and* between: of two nobody answers for it."""
_KANJI = pattern(r"[\u3040-\u9fff]+")
"""A word that a space before it parts from all others, where no word has one."""
_EAST_ASIAN = pattern(r"[\u3040-\u9fff\uac00-\ud7a3]+")
_HONORIFIC = pattern(r"(?<=\w)(?:さん|さま|様|氏|くん|君|ちゃん|님| ?씨)$")
_COMMAS = " \u3000\xa0,;،、"
_LEADS: tuple[Part, ...] = ("until", "through", "ahead", "deadline", "week", "week_of")


def without_owner(sentence: str, plan: Plan) -> tuple[str, str]:
    """The owner, empty where none is named, and the sentence without it.

    What a word such as *of* goes before is part of the sentence: *grow the followers of @acme*. Behind the owner may
    stand when it is due, also where that is no date: *write the brief @ben by Christmas*.
    """
    for end in (len(sentence), *_time_starts(sentence, plan)):
        head = sentence[:end].rstrip()
        ways = (_marked, _behind_word, _known_aside, _known_behind_time)
        owner, rest = next(filter(None, (way(head, plan) for way in ways)), ("", ""))
        if owner:
            owner = _HONORIFIC.sub("", owner)
            comma = head[-1] if end < len(sentence) and head[-1] in _COMMAS else ""
            return owner, rest + comma + sentence[len(head) :].rstrip()
    return "", sentence


def _time_starts(sentence: str, plan: Plan) -> list[int]:
    """Where the time that ends the sentence may begin, with the words that lead to it."""
    reading = readings(sentence, plan.language)[0]
    times = reading.of_types(frozenset({"date", "ordinal"}))
    if not times or any(map(str.isalnum, reading.folded.text[times[-1].end :])):
        return []
    starts = [with_words(reading, times[-1], part)[0] for part in _LEADS]
    if led := led_span(reading, times[-1]):
        starts += [with_words(reading, replace(times[-1], start=led[0]), part)[0] for part in _LEADS]
    return sorted({reading.folded.span(start, start)[0] for start in starts})


def _marked(head: str, plan: Plan) -> tuple[str, str] | None:
    """The owner behind an @ that ends this part of the sentence, and the words before it."""
    found = _OWNER.search(head)
    rest = head[: found.start()].rstrip(_COMMAS) if found else ""
    is_one = found is not None and _ANOTHER.search(rest) is None
    is_named = found is not None and all(map(_begins_a_name, found[1].split()[1:]))
    return (found[1], rest) if found and is_named and is_one and rest and not _goes_on(rest, plan, "cut") else None


def _begins_a_name(word: str) -> bool:
    """Whether a word behind a name may be a part of it: a capital or, where nothing has one, kanji or Hangul."""
    return word[0].isupper() or _EAST_ASIAN.fullmatch(word) is not None


def _behind_word(head: str, plan: Plan) -> tuple[str, str] | None:
    """The same behind a word that says that it is one: *owner: Ben*."""
    folded = fold(head)
    found = _owner_words().search(folded.text)
    if found is None:
        return None
    first, last = found.span("name")
    is_name = not any(word[0].islower() for word in folded.cased[first:last].split()[1:])
    rest = head[: folded.span(found.start(), last)[0]].rstrip(_COMMAS)
    is_part = not found["sign"] and _goes_on(rest, plan, "cut", "describing")
    return (head[slice(*folded.span(first, last))].strip(), rest) if is_name and rest and not is_part else None


def _known_aside(head: str, plan: Plan) -> tuple[str, str] | None:
    """The same behind a comma or in brackets, of somebody who owns something in the plan already: *…, Ben*."""
    found = _ASIDE.search(head)
    if found is None or search_key(found[1]) not in map(search_key, _owners(plan)):
        return None
    rest = head[: found.start()].rstrip(_COMMAS)
    return (found[1], rest) if rest else None


def _known_behind_time(head: str, plan: Plan) -> tuple[str, str] | None:
    """The same right behind a date, of somebody who owns something in the plan already: *… 22.1. ben*."""
    found = _LAST_WORD.search(head)
    if found is None or search_key(found[1]) not in map(search_key, _owners(plan)):
        return None
    reading = readings(head, plan.language)[0]
    dates = (reading.folded.span(it.start, it.end)[1] for it in reading.of_types(frozenset({"date"})))
    return (found[1], head[: found.start()]) if found.start() in dates else None


@cache
def _owner_words() -> re.Pattern[str]:
    """What leads to the name of an owner at the end of a folded sentence, with the sign before it, and the name."""
    listed = sorted(read_file("shared").owners, key=len, reverse=True)
    words, kanji = ("|".join(map(re.escape, some)) for some in (listed, filter(_KANJI.fullmatch, listed)))
    name = r"(?P<name>[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,2}?)"
    behind_sign = rf"(?P<sign> ?[,;،、.(-] ?)(?:{words})(?: ?: ?| )"
    with_colon = rf"(?: |(?<=[\d\u3040-\u9fff]))(?:{words}) ?: ?"
    return pattern(rf"(?:{behind_sign}|{with_colon}| (?:{kanji}) ){name}\)?[.,;،、。!]?$")


def unmarked_owner(title: str, sentence: str, plan: Plan) -> str:
    """The name at the end of *write the brief, Ann* or *(Ann)*, which names no owner; empty where none is there.

    It may be a thing: only a capital tells a name, and where nouns have one, that it stands beside when it is due.
    ``title`` is what is left of the sentence.
    """
    found = _ASIDE.search(title)
    if found is None:
        return ""
    name, reading = found[1], readings(sentence, plan.language)[0]
    is_named = name.istitle() and (not reading.words.capital_nouns or _is_beside_time(title, sentence, reading))
    return name if is_named else ""


def _is_beside_time(title: str, sentence: str, reading: Reading) -> bool:
    if sentence.startswith(title) and sentence != title:
        return True  # when it is due has left the end
    found = _ASIDE.search(sentence)
    times = reading.of_types(frozenset({"date"}))
    return found is not None and any(reading.folded.span(it.start, it.end)[1] == found.start() for it in times)


def _owners(plan: Plan) -> Iterator[str]:
    for objective in plan.objectives:
        for key_result in objective.key_results:
            yield key_result.owner
            yield from (action.owner for action in key_result.actions)


def as_known(owner: str, plan: Plan) -> str:
    """The owner as somebody of that name is spelled in the plan already: *Aylin* for *aylin*, not the other way."""
    known = next((name for name in _owners(plan) if search_key(name) == search_key(owner)), owner)
    return owner if known.islower() else known


def is_oneself(owner: str) -> bool:
    """Whether an owner is whoever wrote it, as *me*, which says nothing to anybody else."""
    return fold_list(owner).strip() in _oneself()


@cache
def _oneself() -> frozenset[str]:
    return frozenset(read_file("shared").oneself)


def _goes_on(rest: str, plan: Plan, *lists: str) -> bool:
    """Whether the last word asks for another, as the words of these lists do."""
    reading = readings(rest, plan.language)[0]
    last = reading.tokens[-1][0] if reading.tokens else 0
    found = [reading.words.objective[name].match(reading.folded, last) for name in lists]
    return any(it is not None and it[0] == len(reading.folded.text) for it in found)
