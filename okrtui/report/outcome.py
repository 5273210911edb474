"""How a key result or an objective stands, in words: its pace, and once the quarter is closed what it came to."""

from decimal import Decimal

from okrtui.i18n import tr, tr_as
from okrtui.model.closing import band, state
from okrtui.model.measure import KeyResultNumbers, ObjectiveNumbers
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Plan
from okrtui.report.objective_words import objective_pace


def phase_word(phase: str, *, has_begun: bool) -> str:
    """Where a quarter is in its life; one that is agreed on and has not begun is not active yet."""
    return tr(phase) if has_begun or phase != "active" else tr_as("a quarter", "committed")


def state_word(numbers: KeyResultNumbers | ObjectiveNumbers, plan: Plan) -> str:
    """How it stands in a word: ``on track``; once the quarter is closed ``delivered``; empty without key results."""
    if plan.phase == "closed":
        found = state(numbers, plan)
        return tr(found) if found is not None else tr("not scored")
    return objective_pace(numbers) if isinstance(numbers, ObjectiveNumbers) else tr(numbers.pace)


def state_words(numbers: KeyResultNumbers | ObjectiveNumbers, plan: Plan) -> str:
    """The same with the score before its word, where there is one: ``0.7 delivered``."""
    if plan.phase == "closed" and numbers.score is not None:
        return scored(numbers.score)
    return state_word(numbers, plan)


def scored(score: Decimal) -> str:
    """A score from 0 to 1, and what it says: ``0.8 delivered``."""
    # for translators: a number from 0 to 1, and what it says: 0.8 delivered
    return tr("{score} {band}", score=format_amount(score), band=tr(band(score)))
