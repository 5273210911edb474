"""Commands that can do nothing now, with why."""

from okrtui.i18n import tr
from okrtui.model.plan import Plan
from okrtui.open_plan import OpenPlan

_SEALED = (
    *("add_sibling", "add_child", "add_objective", "rename", "edit", "delete", "move_down", "move_up", "move_under"),
    *("apply_fix", "accept", "tick_action", "begin", "put_off", "edit_action"),
    *("add_request", "edit_request", "adopt", "drop_request", "park_here", "delete_request"),
    *("edit_quarter", "import_file"),
)
"""The commands that change what a closed quarter keeps as it is."""


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
    """Why commands can do nothing in the phase of the plan, by their ids."""
    match plan.phase:
        case "planning":
            return {"back_to_planning": tr("it is being planned already")}
        case "active":
            return {"commit": tr("it is committed already"), "guide": tr("it is committed already")}
        case _:
            closed, first = tr("it is closed"), tr("it is closed; reopen it first")
            return {"commit": closed, "guide": closed, **dict.fromkeys(("back_to_planning", *_SEALED), first)}
