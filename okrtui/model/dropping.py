"""Giving a key result up in a running quarter: it is dropped, and stays in sight, instead of being deleted."""

import datetime as dt

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.edits import ChangeFields, EditError, quoted
from okrtui.model.plan import KeyResult, Node, Plan
from okrtui.model.tree import find


def can_be_dropped(node: Node, plan: Plan) -> bool:
    """Whether it was promised and is still to come: a key result of a running quarter."""
    return isinstance(node, KeyResult) and node.dropped_on is None and plan.phase == "active"


@frozen
class Drop:
    """Give up a key result, which stays in the plan."""

    item_id: str
    today: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan with the key result dropped; see :class:`okrtui.model.edits.Edit`."""
        return ChangeFields(self.item_id, {"dropped_on": self.today}).apply(plan)

    def label(self, plan: Plan) -> str:
        """``dropped "Grow MQLs"``."""
        if (placed := find(plan, self.item_id)) is None:
            raise EditError(tr("it is no longer in the plan"))
        # for translators: a key result was given up and stays in the plan
        return tr("dropped {item}", item=quoted(placed.node))
