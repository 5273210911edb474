"""The answer to somebody whose request has to wait: one polite line, to send as it is."""

import datetime as dt

from okrtui.model.plan import Parked, Plan
from okrtui.model.text import display

_LIMIT = 240
"""The most characters that are quoted of one text."""


def answer(request: Parked, plan: Plan, today: dt.date) -> str:
    """One line that names the request, thanks, says what is done instead, and when it is looked at again.

    Args:
        request: as it stands in the ledger.
        plan: whose objectives are done instead.
        today: whether the plan's quarter is *this quarter*.
    """
    thanks = f"Thank you for your request{_quoted(request.request)}."
    when = "this quarter" if plan.start <= today <= plan.end else f"in {plan.quarter}"
    if request.status == "adopted":
        return f"{thanks} We have taken it into our plan for {when.removeprefix('in ')}."
    instead = f"{when[0].upper()}{when[1:]} {_instead(request, plan)}"
    if request.status == "dropped":
        return f"{thanks} {instead}, and have decided not to take your request up."
    if request.revisit is None:
        return f"{thanks} {instead}; your request has to wait."
    again = f"in {request.revisit}" if request.revisit > plan.quarter else "before the quarter ends"
    return f"{thanks} {instead}; we will look at your request again {again}."


def _instead(request: Parked, plan: Plan) -> str:
    """What the team does instead: the objective that would be pushed aside, else the quarter's focus."""
    titles = (objective.title for objective in plan.objectives if objective.id == request.displaces)
    if title := next(titles, ""):
        return f"we are working on{_quoted(title)} instead"
    return f"our focus is{_quoted(plan.focus)}" if plan.focus else "our time is taken"


def _quoted(text: str) -> str:
    """A text in quotes, after a space; nothing where there is none."""
    line = display(" ".join(text.split()), _LIMIT).rstrip(".")
    return f' "{line}"' if line else ""
