"""The owner that a sentence names at its end: *set up the welcome series @ben*."""

from collections.abc import Iterator
from functools import cache

from okrtui.coach.folding import fold_list
from okrtui.coach.language import readings
from okrtui.coach.lexicon_file import read_file
from okrtui.model.plan import Plan
from okrtui.model.text import search_key
from okrtui.patterns import pattern

_OWNER = pattern(r"(?:^|\s)[@＠](\w[\w.'’-]*\w|\w)[.,;!؛،、。]?\s*$")
_BEHIND_COMMA = pattern(r"[,;،、，]\s*([^\W\d_][\w'’-]*)[.!。]?\s*$")


def without_owner(sentence: str, plan: Plan) -> tuple[str, str]:
    """The owner, empty where none is named, and the sentence without it.

    What a word such as *of* goes before is part of the sentence: *grow the followers of @acme*.
    """
    found = _OWNER.search(sentence)
    rest = sentence[: found.start()].rstrip(" ,;،、") if found else ""
    if not found or not rest or _goes_on(rest, plan):
        return "", sentence
    return found[1], rest


def unmarked_owner(title: str, plan: Plan) -> str:
    """The name at the end of *write the brief, Ann*, which names no owner as it stands; empty where none is there.

    It may be a thing: only a capital tells a name, and where nouns have one, that somebody owns something already.
    """
    found = _BEHIND_COMMA.search(title)
    if found is None:
        return ""
    is_named = found[1].istitle() and not readings(title, plan.language)[0].words.capital_nouns
    return found[1] if is_named or search_key(found[1]) in map(search_key, _owners(plan)) else ""


def _owners(plan: Plan) -> Iterator[str]:
    for objective in plan.objectives:
        for key_result in objective.key_results:
            yield key_result.owner
            yield from (action.owner for action in key_result.actions)


def is_oneself(owner: str) -> bool:
    """Whether an owner is whoever wrote it, as *me*, which says nothing to anybody else."""
    return fold_list(owner).strip() in _oneself()


@cache
def _oneself() -> frozenset[str]:
    return frozenset(read_file("shared").oneself)


def _goes_on(rest: str, plan: Plan) -> bool:
    """Whether the last word asks for another."""
    reading = readings(rest, plan.language)[0]
    last = reading.tokens[-1][0] if reading.tokens else 0
    found = reading.words.objective["cut"].match(reading.folded, last)
    return found is not None and found[0] == len(reading.folded.text)
