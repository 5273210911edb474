"""The objectives of a spreadsheet added to a plan, as one edit that can be undone."""

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.model import tree
from okrtui.model.edits import EditError
from okrtui.model.numbers import format_count
from okrtui.model.plan import KeyResult, Node, Objective, Plan
from okrtui.storage.codec import MAX_ITEMS


@frozen
class AddImported:
    """Put imported objectives behind those that a plan has."""

    objectives: tuple[Objective, ...]

    def apply(self, plan: Plan) -> Plan:
        """The plan with the objectives.

        Raises:
            EditError: the plan is closed, or would hold too much.
        """
        if plan.phase == "closed":
            raise EditError(
                tr("{quarter} is closed, and nothing is added to it; reopen it first", quarter=plan.quarter)
            )
        taken = tree.ids(plan)
        after = plan.replace(objectives=(*plan.objectives, *(_with_free_ids(node, taken) for node in self.objectives)))
        if (items := sum(1 for _ in tree.walk(after))) > MAX_ITEMS:
            raise EditError(
                tr_n(
                    "{quarter} would hold {count} item, and may hold {most}; import fewer",
                    "{quarter} would hold {count} items, and may hold {most}; import fewer",
                    items,
                    quarter=plan.quarter,
                    count=format_count(items),
                    most=format_count(MAX_ITEMS),
                )
            )
        return after

    def label(self, plan: Plan) -> str:  # noqa: ARG002 - every edit takes the plan
        """``imported 3 objectives``."""
        return tr_n("imported {n} objective", "imported {n} objectives", len(self.objectives))


def _with_free_ids(objective: Objective, taken: set[str]) -> Objective:
    """The objective with another id for every item whose id the plan has already."""

    def free(item_id: str) -> str:
        return tree.new_id(taken) if item_id in taken else item_id

    def key_result(node: KeyResult) -> KeyResult:
        return node.replace(id=free(node.id), actions=tuple(a.replace(id=free(a.id)) for a in node.actions))

    below: list[Node] = [
        objective,
        *objective.key_results,
        *(a for node in objective.key_results for a in node.actions),
    ]
    if not any(node.id in taken for node in below):
        return objective
    return objective.replace(id=free(objective.id), key_results=tuple(map(key_result, objective.key_results)))
