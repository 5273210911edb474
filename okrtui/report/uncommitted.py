"""What is said of a quarter that is over and was no promise: there was a plan, and nothing to be scored by."""

import datetime as dt
from typing import TYPE_CHECKING

from okrtui.i18n import tr

if TYPE_CHECKING:  # a login message does not wait for the library that checks plans
    from okrtui.model.plan import Plan


def uncommitted(plan: "Plan", today: dt.date) -> str:
    """What became of a plan whose last day is past, as one clause; empty before that, and where it was committed."""
    if plan.phase != "planning" or today <= plan.end:
        return ""
    if plan.committed_on is None:
        # for translators: said of a quarter that is over
        return tr("planned but never committed")
    # for translators: said of a quarter that is over: it was committed once, and that was taken back
    return tr("taken back to planning and not committed again")
