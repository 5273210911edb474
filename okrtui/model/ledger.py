"""The ledger of declined requests across quarters: how many there are, and which ask to be looked at again."""

from collections import Counter
from collections.abc import Iterable

from okrtui.frozen import frozen
from okrtui.model.plan import Node, Parked, Plan, RequestStatus
from okrtui.model.quarter import LAST_YEAR, Quarter
from okrtui.model.week_edits import Adopt, Park


@frozen
class Asked:
    """A request with the quarter in which it was declined."""

    quarter: Quarter
    request: Parked


def counts(requests: Iterable[Parked]) -> Counter[RequestStatus]:
    """How many requests are parked, adopted and dropped."""
    return Counter(request.status for request in requests)


def offered(earlier: Iterable[Plan], quarter: Quarter) -> list[Asked]:
    """The requests that were parked until this quarter, or until one that has passed, and never decided on.

    Args:
        earlier: the quarters before, in any order; of a request that several have, the latest word counts.
        quarter: the one that is planned.

    Returns:
        The oldest quarter's first.
    """
    latest: dict[str, Asked] = {}
    for plan in sorted(earlier, key=lambda found: found.quarter):
        for request in plan.not_now:
            latest.pop(request.id, None)
            latest[request.id] = Asked(plan.quarter, request)
    return [
        asked
        for asked in latest.values()
        if asked.request.status == "parked" and asked.request.revisit is not None and asked.request.revisit <= quarter
    ]


def due_again(plan: Plan, earlier: Iterable[Plan]) -> list[Asked]:
    """What is offered from earlier quarters and is not in this one's ledger yet, oldest quarter first."""
    here = {request.id for request in plan.not_now}
    return [asked for asked in offered(earlier, plan.quarter) if asked.request.id not in here]


def taken_along(request: Parked, plan: Plan) -> Parked:
    """A request of an earlier quarter as this one parks it: to be looked at in the next."""
    known = {objective.id for objective in plan.objectives}
    displaces = request.displaces if request.displaces in known else ""
    return request.replace(status="parked", displaces=displaces, revisit=after(plan.quarter))


def after(quarter: Quarter) -> Quarter | None:
    """The next quarter; None after the last one that there can be."""
    following = quarter.shifted(1)
    return following if following.year <= LAST_YEAR else None


@frozen
class AdoptEarlier:
    """Take a request of an earlier quarter into the plan, with its line in this quarter's ledger."""

    request: Parked
    """As it is to stand in this quarter's ledger; see :func:`taken_along`."""
    node: Node
    parent_id: str = ""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the new item and the adopted request; see :class:`okrtui.model.edits.Edit`."""
        return self._adopt.apply(Park(self.request).apply(plan))

    def label(self, plan: Plan) -> str:
        """``adopted "A podcast"``."""
        return self._adopt.label(Park(self.request).apply(plan))

    @property
    def _adopt(self) -> Adopt:
        return Adopt(self.request.id, self.node, self.parent_id)
