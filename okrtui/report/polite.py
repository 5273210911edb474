"""The answer to somebody whose request has to wait: one polite line, to send as it is."""

import datetime as dt

from okrtui.i18n import tr
from okrtui.i18n_lists import joined
from okrtui.model.plan import Parked, Plan
from okrtui.model.text import display
from okrtui.report.columns import one_line

_LIMIT = 240
"""The most characters that are quoted of one text."""


def answer(request: Parked, plan: Plan, today: dt.date) -> str:
    """One line that names the request, thanks, says what is done instead, and when it is looked at again.

    Args:
        request: as it stands in the ledger.
        plan: whose objectives are done instead.
        today: whether the plan's quarter is *this quarter*.
    """
    words = _line(request.request)
    named = tr('Thank you for your request "{request}".', request=words)
    thanks = named if words else tr("Thank you for your request.")
    return joined([thanks, _decision(request, plan, plan.start <= today <= plan.end)])


def _decision(request: Parked, plan: Plan, is_now: bool) -> str:
    """What becomes of the request; ``is_now`` is whether the plan's quarter is *this quarter*."""
    if request.status == "adopted":
        taken = tr("We have taken it into our plan for {quarter}.", quarter=plan.quarter)
        return tr("We have taken it into our plan for this quarter.") if is_now else taken
    instead = _instead(request, plan, is_now)
    if request.status == "dropped":
        # for translators: {instead} is such as: This quarter we are working on "Win customers" instead
        return tr("{instead}, and have decided not to take your request up.", instead=instead)
    if request.revisit is None:
        return tr("{instead}; your request has to wait.", instead=instead)
    if (then := request.revisit) > plan.quarter:
        return tr("{instead}; we will look at your request again in {quarter}.", instead=instead, quarter=then)
    return tr("{instead}; we will look at your request again before the quarter ends.", instead=instead)


def _instead(request: Parked, plan: Plan, is_now: bool) -> str:
    """What the team does instead: the objective that would be pushed aside, else the quarter's focus."""
    quarter = plan.quarter
    titles = (_line(objective.title) for objective in plan.objectives if objective.id == request.displaces)
    if title := next(titles, ""):
        then = tr('In {quarter} we are working on "{objective}" instead', quarter=quarter, objective=title)
        return tr('This quarter we are working on "{objective}" instead', objective=title) if is_now else then
    if focus := _line(plan.focus):
        then = tr('In {quarter} our focus is "{focus}"', quarter=quarter, focus=focus)
        return tr('This quarter our focus is "{focus}"', focus=focus) if is_now else then
    return tr("This quarter our time is taken") if is_now else tr("In {quarter} our time is taken", quarter=quarter)


def _line(text: str) -> str:
    """A text on one line, as it is quoted; its own full stop would end the sentence."""
    return display(one_line(text), _LIMIT).rstrip(".")
