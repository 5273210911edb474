"""What tests of merging share: a plan to start from, edits done to it, and ways to look at what came out."""

import datetime as dt
from decimal import Decimal
from typing import Any

from okrtui.model import tree
from okrtui.model.edits import ChangeFields, Edit
from okrtui.model.merge import merge
from okrtui.model.plan import CheckIn, Node, Plan
from tests.support.plans import small_plan

BASE = small_plan()


def done(*edits: Edit, plan: Plan = BASE) -> Plan:
    for edit in edits:
        plan = edit.apply(plan)
    return plan


def outline(plan: Plan) -> str:
    """The tree in one line: ``o(k(aa)k)o`` with ids."""

    def one(node: Node) -> str:
        below = " ".join(map(one, tree.children(node)))
        return f"{node.id}({below})" if below else node.id

    return " ".join(map(one, plan.objectives))


def node(plan: Plan, item_id: str) -> Any:
    placed = tree.find(plan, item_id)
    assert placed is not None, f"{item_id} is lost"
    return placed.node


def conflicts(base: Plan, ours: Plan, theirs: Plan) -> list[tuple[str, str, Any, Any, Any]]:
    found = merge(base, ours, theirs).conflicts
    return [(c.item_id, c.field, c.base, c.ours, c.theirs) for c in found]


def seen(plan: Plan, *check_ins: CheckIn) -> Plan:
    return done(ChangeFields("kr0001", {"check_ins": check_ins}), plan=plan)


def on(day: int, value: int, **fields: Any) -> CheckIn:
    return CheckIn(date=dt.date(2026, 11, day), value=Decimal(value), **fields)
