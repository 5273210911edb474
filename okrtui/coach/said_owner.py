"""The owner that a sentence names at its end: *set up the welcome series @ben*."""

from okrtui.coach.language import readings
from okrtui.model.plan import Plan
from okrtui.patterns import pattern

_OWNER = pattern(r"(?:^|\s)[@＠](\w[\w.'’-]*\w|\w)[.,;!؛،、。]?\s*$")


def without_owner(sentence: str, plan: Plan) -> tuple[str, str]:
    """The owner, empty where none is named, and the sentence without it.

    What a word such as *of* goes before is part of the sentence: *grow the followers of @acme*.
    """
    found = _OWNER.search(sentence)
    rest = sentence[: found.start()].rstrip(" ,;،、") if found else ""
    if not found or not rest or _goes_on(rest, plan):
        return "", sentence
    return found[1], rest


def _goes_on(rest: str, plan: Plan) -> bool:
    """Whether the last word asks for another."""
    reading = readings(rest, plan.language)[0]
    last = reading.tokens[-1][0] if reading.tokens else 0
    found = reading.words.objective["cut"].match(reading.folded, last)
    return found is not None and found[0] == len(reading.folded.text)
