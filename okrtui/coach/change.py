"""The numbers of a change in a sentence: where it starts, where it ends, by how much, until when."""

from itertools import pairwise
from typing import Literal, cast

from okrtui.coach.quantities import MEASURES, SHARES, Quantity
from okrtui.coach.reading import Reading
from okrtui.i18n import Code, tr
from okrtui.model.numbers import EitherWayError, parse_amount
from okrtui.patterns import pattern

Part = Literal["start", "goal", "step", "until", "through", "deadline", "at_least", "at_most"]
"""What a word right before or behind a number makes of it."""

_DIGITS = pattern(r"\d[\d.,]*(?<=\d)")
_FURTHEST = 4
"""How many words a phrase before a number may begin back."""


def start_and_goal(reading: Reading) -> tuple[Quantity | None, Quantity | None]:
    """The measured numbers of a change, where it starts and where it ends, as far as the sentence says."""
    measured = reading.of_types(MEASURES)
    start = next((quantity for quantity in measured if is_part(reading, quantity, "start")), None)
    start = start or _start_before_goal(reading)
    goals = [quantity for quantity in measured if quantity is not start]
    goal = next((quantity for quantity in goals if is_part(reading, quantity, "goal")), None)
    if start and goal is None:
        goal = next((quantity for quantity in goals if quantity.start > start.end), None)
    return start, goal


def _start_before_goal(reading: Reading) -> Quantity | None:
    """The first number of *MQLs 20 to 30*, which says where it starts without a word for it.

    Something must stand before it that is counted, and nothing but the goal behind it: *win 20 to 30 customers* only
    says about how many.
    """
    measured = reading.of_types(MEASURES)
    for first, second in pairwise(measured):
        if with_words(reading, second, "goal")[0] != _behind(reading, first.end) or first.value is None:
            continue
        falls = second.value is not None and second.value < first.value
        is_named = any(not _is_way(reading, token) for token in reading.tokens if token[1] <= first.start)
        if is_named and (falls or not _counts(reading, second) or _way(reading)):
            return first
    return None


def _counts(reading: Reading, quantity: Quantity) -> bool:
    """Whether a unit or a noun stands behind the number, rather than its end or the date that it is due."""
    behind = _behind(reading, quantity.end)
    is_due = reading.words.change["until"].match(reading.folded, behind) is not None
    return quantity.own_unit or (reading.folded.text[behind : behind + 1].isalpha() and not is_due)


def _way(reading: Reading) -> tuple[int, int] | None:
    """The word that says that something grows or falls."""
    return reading.find(reading.words.change["up"]) or reading.find(reading.words.change["down"])


def _is_way(reading: Reading, token: tuple[int, int]) -> bool:
    change = reading.words.change
    return any(change[way].match(reading.folded, token[0]) for way in ("up", "down"))


def _behind(reading: Reading, at: int) -> int:
    """Where the next word begins."""
    return at + reading.folded.text.startswith(" ", at)


def baseline_and_target(reading: Reading) -> tuple[Quantity | None, Quantity | None]:
    """The numbers that the fields of a key result take from a sentence; none of one that says a share."""
    measured = [quantity for quantity in reading.of_types(MEASURES) if quantity.value is not None]
    if not measured or reading.of_types(SHARES):
        return None, None
    start, goal = start_and_goal(reading)
    return start, goal or next((quantity for quantity in measured if quantity is not start), measured[0])


def either_way(reading: Reading, quantity: Quantity) -> str:
    """Why nobody can tell how much a number is: ``"1.250" could be 1,250 or 1.25``; empty for plain ones."""
    found = _DIGITS.search(reading.folded.text, quantity.start, quantity.end)
    try:
        parse_amount(found[0] if found else "0", cast(Code, reading.words.code))
    except EitherWayError as error:
        return tr('"{text}" {problem}', text=found[0] if found else "", problem=error)
    except ValueError:
        return ""
    return ""


def is_part(reading: Reading, quantity: Quantity, part: Part) -> bool:
    """Whether the words around the number give it this part."""
    first, last = with_words(reading, quantity, part)
    return first < quantity.start or last > quantity.end


def with_words(reading: Reading, quantity: Quantity, part: Part) -> tuple[int, int]:
    """The number together with the words that give it this part, as a span of the folded sentence."""
    text, change = reading.folded.text, reading.words.change
    first, last = quantity.start, quantity.end
    near = [at for at in reading.starts if at < quantity.start][-_FURTHEST:]
    for at in near:
        matched = change[part].match(reading.folded, at)
        if matched and matched[0] + (text[matched[0] : matched[0] + 1] == " ") == quantity.start:
            first = at
            break
    if after := change.get(f"{part}_after"):
        behind = after.match(reading.folded, last) or after.match(reading.folded, last + (text[last : last + 1] == " "))
        last = behind[0] if behind else last
    return first, last
