"""What two sides disagree about, in a person's words."""

from okrtui.model import tree
from okrtui.model.merge import Conflict
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.report.field_words import field_name, value_words

_LIMIT = 60
"""The most characters shown of a title."""


def conflict_words(conflict: Conflict, plan: Plan) -> str:
    """One conflict in up to three lines: what it is about, what is there now, what one's own was."""
    where = _where(conflict, plan)
    if conflict.field == "deleted":
        who = "It was deleted there" if conflict.theirs else "You deleted it"
        return f"{where}: {who}, while it was changed on the other side. It is kept."
    there, yours = (value_words(conflict.field, value, plan) for value in (conflict.theirs, conflict.ours))
    return f"{where}, {field_name(conflict.field, plan)}\n  there now: {there}\n  yours:     {yours}"


def conflict_line(conflict: Conflict, plan: Plan) -> str:
    """One conflict on one line: ``1.1 Grow MQLs, target: 50 there now, 40 yours``."""
    about, *values = conflict_words(conflict, plan).split("\n")
    if not values:
        return about
    there, yours = (value_words(conflict.field, value, plan) for value in (conflict.theirs, conflict.ours))
    return f"{about}: {there} there now, {yours} yours"


def _where(conflict: Conflict, plan: Plan) -> str:
    """The item that it is about: its position and title, a request, or the quarter."""
    placed = tree.find(plan, conflict.item_id)
    if placed is not None:
        return f"{placed.position} {display(placed.node.title, _LIMIT)}".rstrip()
    request = next((found for found in plan.not_now if found.id == conflict.item_id), None)
    if request is not None:
        return f'not now "{display(request.request, _LIMIT)}"'
    return str(plan.quarter) if not conflict.item_id else "an item that is gone"
