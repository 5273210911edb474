"""What a user does in the week: check in and correct a check-in, decline a request and decide on it later."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.edits import Add, EditError, cleaned, quoted
from okrtui.model.numbers import format_amount
from okrtui.model.plan import CheckIn, KeyResult, Node, Parked, Plan
from okrtui.model.text import display
from okrtui.model.widths import fitted

_LABEL_WIDTH = 60


@frozen
class RecordCheckIn:
    """Put a check-in on a key result; it takes the place of the one of the same date."""

    item_id: str
    check_in: CheckIn
    instead_of: dt.date | None = None
    """The date of a check-in that this one corrects, where its date was wrong, too."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the check-in, those of a key result in the order of their dates; see :class:`Edit`."""
        gone = {self.check_in.date, self.instead_of}
        check_in = self.check_in.replace(**cleaned({"note": self.check_in.note}))

        kept = (known for known in _key_result(plan, self.item_id).check_ins if known.date not in gone)
        check_ins = tuple(sorted((*kept, check_in), key=lambda known: known.date))
        return tree.update(plan, self.item_id, lambda found: found.replace(check_ins=check_ins))

    def label(self, plan: Plan) -> str:
        """``checked in "Grow MQLs": 26, was 24``, or what was corrected."""
        key_result = _key_result(plan, self.item_id)
        if self.instead_of is not None:
            day = format_date(self.instead_of, plan.start, plan.end)
            return tr("corrected the check-in of {day} on {item}", day=day, item=quoted(key_result))
        before = [known for known in key_result.check_ins if known.date < self.check_in.date]
        item, value = quoted(key_result), format_amount(self.check_in.value)
        if not before:
            return tr("checked in {item}: {value}", item=item, value=value)
        old = format_amount(max(before, key=lambda known: known.date).value)
        return tr("checked in {item}: {value}, was {old}", item=item, value=value, old=old)


@frozen
class RemoveCheckIn:
    """Take a check-in away that should not be there."""

    item_id: str
    date: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan without it; see :class:`Edit`."""
        key_result = _key_result(plan, self.item_id)
        kept = tuple(known for known in key_result.check_ins if known.date != self.date)
        if len(kept) == len(key_result.check_ins):
            raise EditError(tr("there is no check-in of {day}", day=format_date(self.date, plan.start, plan.end)))
        return tree.update(plan, self.item_id, lambda found: found.replace(check_ins=kept))

    def label(self, plan: Plan) -> str:
        """``removed the check-in of 9 Nov on "Grow MQLs"``."""
        item, day = quoted(_key_result(plan, self.item_id)), format_date(self.date, plan.start, plan.end)
        return tr("removed the check-in of {day} on {item}", day=day, item=item)


@frozen
class Park:
    """Put a declined request into the ledger."""

    request: Parked

    def apply(self, plan: Plan) -> Plan:
        """The plan with the request at the end of its ledger; see :class:`Edit`."""
        texts = {name: value for name, value in self.request.__dict__.items() if isinstance(value, str)}
        return plan.replace(not_now=(*plan.not_now, self.request.replace(**cleaned(texts))))

    def label(self, plan: Plan) -> str:  # noqa: ARG002
        """``not now: "A podcast"``."""
        # for translators: a request was declined for this quarter
        return tr("not now: {request}", request=_named(self.request))


@frozen
class ChangeRequest:
    """Set fields of a request."""

    request_id: str
    fields: Mapping[str, Any]

    def apply(self, plan: Plan) -> Plan:
        """The plan with the fields set; see :class:`Edit`."""
        _request(plan, self.request_id)
        fields = cleaned(self.fields)
        return plan.replace(
            not_now=tuple(known.replace(**fields) if known.id == self.request_id else known for known in plan.not_now)
        )

    def label(self, plan: Plan) -> str:
        """``dropped "A podcast"``, ``parked again …``, or ``changed …``."""
        request = _named(_request(plan, self.request_id))
        match self.fields.get("status") if set(self.fields) == {"status"} else None:
            case "dropped":
                return tr("dropped {request}", request=request)
            case "parked":
                return tr("parked again {request}", request=request)
            case "adopted":
                return tr("adopted {request}", request=request)
        return tr("changed {request}", request=request)


@frozen
class RemoveRequest:
    """Take a request out of the ledger, as if it had never been written."""

    request_id: str

    def apply(self, plan: Plan) -> Plan:
        """The plan without it; see :class:`Edit`."""
        _request(plan, self.request_id)
        return plan.replace(not_now=tuple(known for known in plan.not_now if known.id != self.request_id))

    def label(self, plan: Plan) -> str:
        """``deleted the request "A podcast"``."""
        return tr("deleted the request {request}", request=_named(_request(plan, self.request_id)))


@frozen
class Adopt:
    """Take a request into the plan after all, as an objective, a key result or an action."""

    request_id: str
    node: Node
    parent_id: str = ""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the new item, and the request marked as adopted; see :class:`Edit`."""
        adopted = ChangeRequest(self.request_id, {"status": "adopted"}).apply(plan)
        return Add(self.node, self.parent_id).apply(adopted)

    def label(self, plan: Plan) -> str:
        """``adopted "A podcast"``."""
        return tr("adopted {request}", request=_named(_request(plan, self.request_id)))


def _key_result(plan: Plan, item_id: str) -> KeyResult:
    placed = tree.find(plan, item_id)
    if placed is None or not isinstance(placed.node, KeyResult):
        raise EditError(tr("only key results are checked in") if placed else tr("it is no longer in the plan"))
    return placed.node


def _request(plan: Plan, request_id: str) -> Parked:
    for known in plan.not_now:
        if known.id == request_id:
            return known
    raise EditError(tr("the request is no longer there"))


def _named(request: Parked) -> str:
    if not request.request:
        return tr("a request without words")
    return tr('"{title}"', title=fitted(display(request.request), _LABEL_WIDTH))
