"""The method's questions, which each form asks beside its fields."""

from collections.abc import Mapping

from okrtui.coach.findings import Letter, On
from okrtui.frozen import frozen
from okrtui.i18n import mark, tr


@frozen
class Question:
    """Something to ask oneself about an item."""

    text: str
    """At most 70 characters in English; ``tr`` shows it."""
    letter: Letter | None = None
    """The group of the key result's form that it belongs to; None for the item as a whole."""


QUESTIONS: Mapping[On, tuple[Question, ...]] = {
    "quarter": (Question(mark("What is this quarter about, in one line that leadership would repeat?")),),
    "objective": (
        Question(mark("What is our department there for, in the end?")),
        Question(mark("How does this move the company's strategy?")),
        Question(mark("Does it lead to revenue, or to profit?")),
        Question(mark("Is it one of this quarter's top 3 to 5?")),
        Question(mark("If nothing else moved, would this make the quarter a success?")),
    ),
    "key result": (
        Question(mark("Is it one of the 3 to 5 results that would prove real progress?")),
        Question(mark("Does everyone agree what success looks like?"), "S"),
        Question(mark("Can it be measured precisely?"), "M"),
        Question(mark("Is it a real number rather than a percentage?"), "M"),
        Question(mark("How likely is it, from 0 to 10? Is 5 or 6, a stretch, honest?"), "A"),
        Question(mark("Does it serve this objective, and not merely the department?"), "R"),
        Question(mark("By when, within this quarter?"), "T"),
    ),
    "action": (
        Question(mark("How will I get to the key result?")),
        Question(mark("Which big milestones lie on the way?")),
        Question(mark("Could I reach the key result without this action?")),
    ),
}
"""The questions by what they are about, in the order in which they are asked."""


def questions_for(kind: On, letter: Letter | None = None) -> tuple[str, ...]:
    """What to ask about an item; with a letter, only what belongs to that part of it.

    A letter without questions of its own gets those about the item as a whole.
    """
    asked = QUESTIONS.get(kind, ())
    own = tuple(tr(question.text) for question in asked if letter and question.letter == letter)
    return own or tuple(tr(question.text) for question in asked if not letter or question.letter is None)
