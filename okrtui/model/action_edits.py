"""What a user does to an action from the agenda: begin it, put it off."""

import datetime as dt

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.dates import format_date
from okrtui.model.edits import ChangeFields, EditError, quoted
from okrtui.model.plan import Action, Plan
from okrtui.model.tree import find


@frozen
class Begin:
    """Mark an action as being done, or to do again where it is so already."""

    item_id: str

    def apply(self, plan: Plan) -> Plan:
        """The plan with the action begun or not; see :class:`okrtui.model.edits.Edit`."""
        status = "todo" if _action(plan, self.item_id).status == "doing" else "doing"
        return ChangeFields(self.item_id, {"status": status}).apply(plan)

    def label(self, plan: Plan) -> str:
        """``being done: "Draft the plan"``."""
        action = _action(plan, self.item_id)
        if action.status == "doing":
            return tr("to do again: {action}", action=quoted(action))
        return tr("being done: {action}", action=quoted(action))


@frozen
class PutOff:
    """Give an action another due date."""

    item_id: str
    due: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan with the action due on that day; see :class:`okrtui.model.edits.Edit`."""
        _action(plan, self.item_id)
        return ChangeFields(self.item_id, {"due": self.due}).apply(plan)

    def label(self, plan: Plan) -> str:
        """``put off to 20 Nov: "Draft the plan"``."""
        day = format_date(self.due, plan.start, plan.end)
        return tr("put off to {day}: {action}", day=day, action=quoted(_action(plan, self.item_id)))


def _action(plan: Plan, item_id: str) -> Action:
    placed = find(plan, item_id)
    if placed is None or not isinstance(placed.node, Action):
        raise EditError(tr("only actions can be begun and put off") if placed else tr("it is no longer in the plan"))
    return placed.node
