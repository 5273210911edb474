"""To commit a quarter: from then on it is a promise. Only the coach can say whether it may be made."""

import datetime as dt

from okrtui.coach.findings import blocking, check_plan
from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.model import tree
from okrtui.model.edits import EditError
from okrtui.model.lifecycle import committed
from okrtui.model.plan import Plan


@frozen
class Commit:
    """Commit the quarter. The coach looks at the very plan that is committed, whatever was shown before."""

    today: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan as a promise, or why it cannot be one yet; see :class:`okrtui.model.edits.Edit`."""
        after = committed(plan, self.today)
        if problem := what_blocks(plan):
            raise EditError(problem)
        return after

    def label(self, plan: Plan) -> str:
        """``committed 2026-Q4``."""
        return tr("committed {quarter}", quarter=plan.quarter)


def what_blocks(plan: Plan) -> str:
    """What keeps a plan from being committed, in one line with its first error; empty where nothing does."""
    if not plan.objectives:
        return tr("there is no objective yet; write the first one")
    errors = blocking(check_plan(plan))
    if not errors:
        return ""
    placed = tree.find(plan, errors[0].item_id)
    # for translators: place is that of an item, such as 2.1; n is the number of what is to be mended
    return tr_n(
        "{n} to mend: {place}, {problem}",
        "{n} to mend, the first on {place}: {problem}",
        len(errors),
        place=placed.position if placed else tr("the quarter"),
        problem=errors[0].message,
    )
