"""What a merge of two versions of a file leaves open, kept in the plan until a person chooses.

Two windows settle a conflict at once; git merges while nobody is asked. So the plan takes their value, as it does
between windows, and both are written down beside it (:class:`okrtui.model.plan.Unsettled`).
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, TypeVar

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.edits import EditError, Move
from okrtui.model.merge import Conflict, merge
from okrtui.model.plan import CheckIn, Item, KeyResult, Plan, Unsettled
from okrtui.model.quarter import Quarter
from okrtui.model.record import Invalid
from okrtui.model.week_edits import RecordCheckIn, RemoveCheckIn

ItemT = TypeVar("ItemT", bound=Item)

_SPAN: Final = {("", "start"), ("", "end")}
"""The two ends of the quarter, which are only right together."""


def merge_files(base: Plan, ours: Plan, theirs: Plan) -> Plan:
    """The plan with the changes of both sides, and with what is to be chosen between; it never fails."""
    merged = merge(base, ours, theirs)
    fresh = [_left_open(conflict) for conflict in merged.conflicts]
    again = {_key(conflict) for conflict in fresh}
    known = [conflict for conflict in merged.plan.conflicts if _key(conflict) not in again]
    return merged.plan.replace(conflicts=(*known, *fresh))


def asked_first(plan: Plan) -> tuple[Unsettled, ...]:
    """What is to be chosen first: one conflict, or both ends of the quarter; nothing where all is settled."""
    first = plan.conflicts[:1]
    if first and _key(first[0]) in _SPAN:
        return tuple(conflict for conflict in plan.conflicts if _key(conflict) in _SPAN)
    return first


def as_conflict(left: Unsettled) -> Conflict:
    """The conflict that was left open."""
    return Conflict(left.item, left.field, None, left.ours, left.theirs)


@frozen
class KeepTheirs:
    """Settle conflicts for the values that the plan has."""

    conflicts: tuple[Unsettled, ...]

    def apply(self, plan: Plan) -> Plan:
        """The plan with nothing to choose there any more; see :class:`okrtui.model.edits.Edit`."""
        settled = set(map(_key, self.conflicts))
        return plan.replace(conflicts=tuple(found for found in plan.conflicts if _key(found) not in settled))

    def label(self, plan: Plan) -> str:  # noqa: ARG002
        """``kept what was there``."""
        return tr("kept what was there")


@frozen
class TakeOurs:
    """Settle conflicts for one's own values."""

    conflicts: tuple[Unsettled, ...]

    def apply(self, plan: Plan) -> Plan:
        """The plan with our values; see :class:`okrtui.model.edits.Edit`."""
        plan = KeepTheirs(self.conflicts).apply(plan)
        try:
            plan = _set(plan, {it.field: it.ours for it in self.conflicts if not it.item and "." not in it.field})
            for conflict in self.conflicts:
                if conflict.item:
                    plan = _on_item(plan, conflict)
                elif "." in conflict.field:
                    answer = {conflict.field.partition(".")[2]: conflict.ours}
                    plan = plan.replace(retrospective=_set(plan.retrospective, answer))
        except Invalid:
            problem = tr("your value does not fit into the plan any more; keep the other and change it")
            raise EditError(problem) from None
        return plan

    def label(self, plan: Plan) -> str:  # noqa: ARG002
        """``put your version in place``."""
        return tr("put your version in place")


def _on_item(plan: Plan, conflict: Unsettled) -> Plan:
    """The plan with our value of an item; as it is where the item is gone."""
    request = next((found for found in plan.not_now if found.id == conflict.item), None)
    if request is not None:
        kept = (_taken(found, conflict) if found is request else found for found in plan.not_now)
        return plan.replace(not_now=tuple(found for found in kept if found is not None))
    if conflict.field == "parent":
        return Move(conflict.item, str(conflict.ours), 10**6).apply(plan)
    placed = tree.find(plan, conflict.item)
    if placed is not None and isinstance(placed.node, KeyResult) and conflict.field.startswith("check_ins."):
        return _checked_in(plan, placed.node, conflict)
    return tree.update(plan, conflict.item, lambda node: _taken(node, conflict))


def _taken(item: ItemT, conflict: Unsettled) -> ItemT | None:
    """The item with our value; None where we deleted it."""
    if conflict.field == "deleted":
        return None if conflict.ours is True else item
    if isinstance(item, KeyResult) and conflict.field.startswith("accepted."):
        code = conflict.field.partition(".")[2]
        accepted = {**item.accepted, code: conflict.ours}
        return item.replace(accepted={found: why for found, why in accepted.items() if why is not None})
    return _set(item, {conflict.field: conflict.ours})


def _checked_in(plan: Plan, node: KeyResult, conflict: Unsettled) -> Plan:
    """The plan with our check-in of a day, or our value of one of its fields."""
    day, _, name = conflict.field.partition(".")[2].partition(".")
    found = next((known for known in node.check_ins if known.date.isoformat() == day), None)
    if name:
        return plan if found is None else RecordCheckIn(node.id, _set(found, {name: conflict.ours})).apply(plan)
    if conflict.ours is not None:
        return RecordCheckIn(node.id, CheckIn.read(conflict.ours)).apply(plan)
    return plan if found is None else RemoveCheckIn(node.id, found.date).apply(plan)


def _set(item: ItemT, fields: Mapping[str, Any]) -> ItemT:
    """The item with these values of known and unknown fields; None leaves one at its default, or out."""
    values = {**item.__dict__, **item.extra, **fields}
    return type(item).read({name: value for name, value in values.items() if value is not None})


def _left_open(conflict: Conflict) -> Unsettled:
    ours, theirs = _plain(conflict.ours), _plain(conflict.theirs)
    return Unsettled(item=conflict.item_id, field=conflict.field, ours=ours, theirs=theirs)


def _plain(value: object) -> object:
    """A value as a file holds it."""
    match value:
        case Item():
            return {
                name: _plain(part) for name, part in {**vars(value), **value.extra}.items() if part not in (None, "")
            }
        case Quarter():
            return str(value)
        case Decimal() if value.as_tuple().exponent == 0:
            return int(value)
        case _:
            return value


def _key(conflict: Unsettled) -> tuple[str, str]:
    return conflict.item, conflict.field
