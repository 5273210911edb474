"""Commands that can do nothing now, with why."""

from okrtui.i18n import tr
from okrtui.model.plan import Plan
from okrtui.open_plan import OpenPlan


def why_not(open_plan: OpenPlan) -> dict[str, str]:
    """Why commands of the program can do nothing as things are, by their ids; none that can."""
    plan = open_plan.plan
    reasons = why_not_in_phase(plan)
    if not plan.conflicts:
        reasons["settle"] = tr("no merge left anything open here")
    if not open_plan.not_saved:
        reasons["save_again"] = tr("everything is saved already")
    return reasons


def why_not_in_phase(plan: Plan) -> dict[str, str]:
    """Why commands that lead from one phase to another can do nothing in this one, by their ids."""
    match plan.phase:
        case "planning":
            return {"back_to_planning": tr("it is being planned already")}
        case "active":
            return {"commit": tr("it is committed already"), "guide": tr("it is committed already")}
        case _:
            closed = tr("it is closed")
            return {"commit": closed, "guide": closed, "back_to_planning": tr("it is closed; reopen it first")}
