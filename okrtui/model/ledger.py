"""The ledger of declined requests across quarters: how many there are, and which ask to be looked at again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from okrtui.model.plan import Node, Parked, Plan, RequestStatus
from okrtui.model.quarter import LAST_YEAR, Quarter
from okrtui.model.week_edits import Adopt, Park


@dataclass(frozen=True)
class Asked:
    """A request with the quarter in which it was declined."""

    quarter: Quarter
    request: Parked


def counts(requests: Iterable[Parked]) -> Counter[RequestStatus]:
    """How many requests are parked, adopted and dropped."""
    return Counter(request.status for request in requests)


def due_again(plan: Plan, earlier: Sequence[Plan]) -> list[Asked]:
    """What earlier quarters parked until this one and is not in its ledger yet, oldest quarter first."""
    here = {request.id for request in plan.not_now}
    latest = {
        request.id: Asked(before.quarter, request)
        for before in sorted(earlier, key=lambda before: before.quarter)
        for request in before.not_now
    }
    return [
        asked
        for asked in latest.values()
        if asked.request.id not in here and asked.request.status == "parked" and asked.request.revisit == plan.quarter
    ]


def taken_along(request: Parked, plan: Plan) -> Parked:
    """A request of an earlier quarter as this one parks it: to be looked at in the next."""
    known = {objective.id for objective in plan.objectives}
    displaces = request.displaces if request.displaces in known else ""
    return request.replace(status="parked", displaces=displaces, revisit=after(plan.quarter))


def after(quarter: Quarter) -> Quarter | None:
    """The next quarter; None after the last one that there can be."""
    following = quarter.shifted(1)
    return following if following.year <= LAST_YEAR else None


@dataclass(frozen=True)
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
