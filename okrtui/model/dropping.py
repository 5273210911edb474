"""Giving something up in a running quarter: it is dropped, and stays in sight, instead of being deleted."""

import datetime as dt

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.edits import ChangeFields, EditError, quoted
from okrtui.model.plan import Action, KeyResult, Node, Plan
from okrtui.model.tree import find


def can_be_dropped(node: Node, plan: Plan) -> bool:
    """Whether it was promised and is still to come: a key result, or an open action, of a running quarter."""
    if plan.phase != "active":
        return False
    if isinstance(node, Action):
        return node.status in {"todo", "doing"}
    return isinstance(node, KeyResult) and node.dropped_on is None


@frozen
class Drop:
    """Give up a key result or an action, which stays in the plan."""

    item_id: str
    today: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan with the item dropped; see :class:`okrtui.model.edits.Edit`."""
        is_action = isinstance(_found(plan, self.item_id), Action)
        fields = {"status": "dropped"} if is_action else {"dropped_on": self.today}
        return ChangeFields(self.item_id, fields).apply(plan)

    def label(self, plan: Plan) -> str:
        """``dropped "Grow MQLs"``."""
        # for translators: a key result or an action was given up and stays in the plan
        return tr("dropped {item}", item=quoted(_found(plan, self.item_id)))


def _found(plan: Plan, item_id: str) -> KeyResult | Action:
    placed = find(plan, item_id)
    if placed is None:
        raise EditError(tr("it is no longer in the plan"))
    assert isinstance(placed.node, KeyResult | Action), "objectives are not dropped"
    return placed.node
