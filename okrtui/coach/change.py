"""The numbers of a change in a sentence: where it starts, where it ends, by how much, until when."""

from typing import Literal

from okrtui.coach.quantities import MEASURES, Quantity
from okrtui.coach.reading import Reading

Part = Literal["start", "goal", "step", "until", "at_least", "at_most"]
"""What a word right before or behind a number makes of it."""

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
