"""The numbers of a change in a sentence: where it starts, where it ends, by how much, until when."""

from typing import Literal, cast

from okrtui.coach.quantities import MEASURES, SHARES, Quantity
from okrtui.coach.reading import Reading
from okrtui.i18n import Code, tr
from okrtui.model.numbers import EitherWayError, parse_amount
from okrtui.patterns import pattern

Part = Literal["start", "goal", "step", "until", "through", "at_least", "at_most"]
"""What a word right before or behind a number makes of it."""

_DIGITS = pattern(r"\d[\d.,]*(?<=\d)")
_FURTHEST = 4
"""How many words a phrase before a number may begin back."""


def start_and_goal(reading: Reading) -> tuple[Quantity | None, Quantity | None]:
    """The measured numbers of a change, where it starts and where it ends, as far as the sentence says."""
    measured = reading.of_types(MEASURES)
    start = next((quantity for quantity in measured if is_part(reading, quantity, "start")), None)
    goals = [quantity for quantity in measured if quantity is not start]
    goal = next((quantity for quantity in goals if is_part(reading, quantity, "goal")), None)
    if start and goal is None:
        goal = next((quantity for quantity in goals if quantity.start > start.end), None)
    return start, goal


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
