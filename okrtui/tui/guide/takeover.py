"""What comes from the quarters before: objectives to take over, requests that were parked until now."""

import datetime as dt
from collections.abc import Sequence

from okrtui.frozen import frozen
from okrtui.model import tree
from okrtui.model.carry import CarryOver, Decision, default_decisions
from okrtui.model.edits import Edit, Remove
from okrtui.model.ledger import AdoptEarlier, Asked, offered, taken_along
from okrtui.model.measure import Bands, measure_plan
from okrtui.model.plan import Objective, Plan
from okrtui.model.shares import format_share
from okrtui.model.week_edits import Park


@frozen
class Rechosen:
    """Take an objective over in another way than before: the earlier copy goes."""

    carry: CarryOver
    gone: str
    """Id of the copy in the new quarter."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the new copy; see :class:`okrtui.model.edits.Edit`."""
        return self.carry.apply(Remove(self.gone).apply(plan))

    def label(self, plan: Plan) -> str:
        """``carried over 1 objective from 2026-Q3``."""
        return self.carry.label(Remove(self.gone).apply(plan))


@frozen
class Before:
    """What the quarters before hold for the one that is planned."""

    old: Plan | None
    """The last quarter before; None where there is none."""
    suggested: dict[str, Decision]
    """What is usual for each of its objectives, by id."""
    reached: dict[str, str]
    """How far each of them came, in words."""
    parked: tuple[Asked, ...]
    """Requests whose time has come, decided on or not."""

    @classmethod
    def of(cls, earlier: Sequence[Plan], plan: Plan, today: dt.date, bands: Bands) -> "Before":
        """``earlier`` are the quarters before, newest first."""
        parked = tuple(offered(earlier, plan.quarter))
        if not earlier:
            return cls(None, {}, {}, parked)
        old = earlier[0]
        numbers = measure_plan(old, min(today, old.end), bands)
        reached = {
            found.id: format_share(progress)
            for found in old.objectives
            if (progress := numbers.of[found.id].progress) is not None
        }
        return cls(old, default_decisions(old, numbers), reached, parked)

    def objective(self, item_id: str) -> Objective | None:
        """The old quarter's objective with this id."""
        return next((it for it in self.old.objectives if it.id == item_id), None) if self.old else None

    def undecided(self, plan: Plan) -> list[Asked]:
        """The requests that this quarter's ledger does not hold yet."""
        here = {request.id for request in plan.not_now}
        return [asked for asked in self.parked if asked.request.id not in here]

    def take(self, item_id: str, decision: Decision, plan: Plan, *, actions: bool = False) -> Edit | None:
        """The edit that takes an old objective over, or leaves it behind; None where nothing changes."""
        copy = copy_of(item_id, plan)
        if decision == "abandon":
            return Remove(copy.id) if copy else None
        assert self.old is not None
        carry = CarryOver(self.old, {item_id: decision}, unfinished_actions=actions)
        return Rechosen(carry, copy.id) if copy else carry

    def request(self, request_id: str, plan: Plan, *, adopt: bool) -> Edit | None:
        """The edit that takes a parked request into the plan as an objective, or lets it wait; None without it."""
        asked = next((it for it in self.parked if it.request.id == request_id), None)
        if asked is None:
            return None
        along = taken_along(asked.request, plan)
        if not adopt:
            return Park(along)
        return AdoptEarlier(along, Objective(id=tree.new_id(tree.ids(plan)), title=asked.request.request))


def copy_of(item_id: str, plan: Plan) -> Objective | None:
    """The objective that an old one was carried over as."""
    return next((it for it in plan.objectives if it.carried_from == item_id), None)


def decided(item_id: str, plan: Plan) -> Decision:
    """What was decided on an old objective, read from the plan itself."""
    copy = copy_of(item_id, plan)
    if copy is None:
        return "abandon"
    return "change" if copy.key_results and all(it.target is None for it in copy.key_results) else "keep"
