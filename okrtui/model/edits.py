"""What a user can do to a plan: small values, each with a label and ``apply(plan) -> plan``.

Edits name items by id, so that they can be applied again to a plan that changed meanwhile. Text is
cleaned here, once, whatever door it came through.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal, Protocol, TypeVar

from okrtui.frozen import frozen
from okrtui.i18n import mark, tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.plan import Action, Item, KeyResult, Node, Objective, Plan
from okrtui.model.record import Invalid
from okrtui.model.text import clean_line, clean_prose
from okrtui.model.widths import fitted

PROSE_FIELDS = frozenset({"why", "notes", "definition", "realistic", "note", "score_note", "reason"})
"""Fields that may hold several lines."""

ItemT = TypeVar("ItemT", bound=Item)

NodeKind = Literal["objective", "key result", "action"]
"""What a node is called; ``tr`` shows it."""

KINDS: dict[str, type[Node]] = {"objective": Objective, "key result": KeyResult, "action": Action}
"""Every kind of node by what it is called."""

_NAMES: dict[type[Item], NodeKind] = {Objective: "objective", KeyResult: "key result", Action: "action"}
_LABEL_WIDTH = 32


_QUARTER_FIELDS = {
    "focus": mark("focus"),
    "language": mark("language"),
    # for translators: the quarter's first day
    "start": mark("start"),
    # for translators: the quarter's last day
    "end": mark("end"),
}
"""Fields of the quarter that are changed by themselves, as they are called."""


class EditError(Exception):
    """An edit that cannot be done; the message says why, for the person."""


class Edit(Protocol):
    """Something a user does to a plan."""

    def apply(self, plan: Plan) -> Plan:
        """The plan after the edit; the plan given is left as it is.

        Raises:
            EditError: it cannot be done to this plan.
        """

    def label(self, plan: Plan) -> str:
        """What was done, in the past tense, for the status line; ``plan`` is the one before the edit."""


def kind_of(node: Node) -> NodeKind:
    """``objective``, ``key result`` or ``action``."""
    return _NAMES[type(node)]


def quoted(node: Node) -> str:
    """The node as a status line names it: its title in quotes, cut, or its kind where it has none."""
    title = node.title
    if not title:
        return _untitled(node)
    return tr('"{title}"', title=fitted(title, _LABEL_WIDTH))


def _untitled(node: Node) -> str:
    match node:
        case Objective():
            return tr("the objective without a title")
        case KeyResult():
            return tr("the key result without a title")
        case Action():
            return tr("the action without a title")


def cleaned(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with every text cleaned as its kind asks; an owner without the @ that a sentence has before it."""
    texts = {
        name: clean_prose(value) if name in PROSE_FIELDS else clean_line(value)
        for name, value in fields.items()
        if isinstance(value, str)
    }
    owner = {"owner": texts["owner"].lstrip("@＠ ")} if "owner" in texts else {}
    return {**fields, **texts, **owner}


@frozen
class Add:
    """Put a new node below a parent (the plan itself where ``parent_id`` is empty)."""

    node: Node
    parent_id: str = ""
    index: int = 10**6
    """Place among its siblings, from 0; past the end means last."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the node; see :class:`Edit`."""
        texts = {name: value for name, value in self.node.__dict__.items() if isinstance(value, str)}
        return _inserted(plan, self.parent_id, self.index, self.node.replace(**cleaned(texts)))

    def label(self, plan: Plan) -> str:
        """``added "Grow MQLs"``."""
        return tr("added {item}", item=quoted(self.node))


@frozen
class ChangeFields:
    """Set fields of a node."""

    item_id: str
    fields: Mapping[str, Any]
    today: dt.date | None = None
    """The day that an action is done on whose ``status`` becomes so, where the fields do not name it."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the fields set; see :class:`Edit`."""
        node = _found(plan, self.item_id).node
        fields = {**self._done_on(node), **self._accepted(node), **self.fields}
        return tree.update(plan, self.item_id, lambda node: _replaced(node, fields))

    def label(self, plan: Plan) -> str:
        """``renamed to "New"``, ``due 15 Dec, was 3 Jan 2027: "Grow MQLs"`` or ``changed "Grow MQLs"``."""
        node = _found(plan, self.item_id).node
        if set(self.fields) == {"title"}:
            return tr("renamed to {title}", title=quoted(_replaced(node, self.fields)))
        if set(self.fields) == {"due"} and self.fields["due"] is not None and not isinstance(node, Objective):
            return _due_words(node, self.fields["due"], plan)
        return tr("changed {item}", item=quoted(_replaced(node, self.fields)))

    def _accepted(self, node: Node) -> Mapping[str, Any]:
        """What was accepted of a sentence and its unit ends when either changes: nobody has accepted the new one."""
        if not isinstance(node, KeyResult) or not node.accepted:
            return {}
        changed = _replaced(node, self.fields)
        return {} if (changed.title, changed.unit) == (node.title, node.unit) else {"accepted": {}}

    def _done_on(self, node: Node) -> Mapping[str, dt.date | None]:
        """What goes with a new status of an action, so that nothing is done on a day and yet to do."""
        status = self.fields.get("status")
        if status is None or not isinstance(node, Action) or (status == "done") == (node.status == "done"):
            return {}
        if status == "done" and self.today is None:
            return {}
        return {"done_on": self.today if status == "done" else None}


@frozen
class ChangeQuarter:
    """Set fields of the quarter itself, such as its focus."""

    fields: Mapping[str, Any]

    def apply(self, plan: Plan) -> Plan:
        """The plan with the fields set; see :class:`Edit`."""
        return _replaced(plan, self.fields)

    def label(self, plan: Plan) -> str:
        """``changed the quarter's focus``."""
        names = row_of(tr(_QUARTER_FIELDS.get(name, name.replace("_", " "))) for name in self.fields)
        # for translators: fields are names of fields of the quarter, such as focus
        return tr("changed the quarter's {fields}", fields=names)


@frozen
class Remove:
    """Delete a node and everything below it."""

    item_id: str

    def apply(self, plan: Plan) -> Plan:
        """The plan without the node; see :class:`Edit`."""
        _found(plan, self.item_id)
        return tree.update(plan, self.item_id, lambda _: None)

    def label(self, plan: Plan) -> str:
        """``deleted "Grow MQLs" and the 3 items below it``."""
        node = _found(plan, self.item_id).node
        below = _count_below(node)
        if not below:
            return tr("deleted {item}", item=quoted(node))
        return tr_n(
            "deleted {item} and the item below it",
            "deleted {item} and the {n} items below it",
            below,
            item=quoted(node),
        )


@frozen
class Move:
    """Put a node at another place, below the same parent or another of the same kind."""

    item_id: str
    parent_id: str
    """Empty for the plan itself."""
    index: int
    """Its place among its siblings afterwards, from 0."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the node at its new place; see :class:`Edit`."""
        node = _found(plan, self.item_id).node
        without = tree.update(plan, self.item_id, lambda _: None)
        return _inserted(without, self.parent_id, self.index, node)

    def label(self, plan: Plan) -> str:
        """``moved "Grow MQLs"`` with its new parent where that changes."""
        placed = _found(plan, self.item_id)
        old_parent = "" if isinstance(placed.parent, Plan) else placed.parent.id
        if old_parent == self.parent_id:
            return tr("moved {item}", item=quoted(placed.node))
        parent = quoted(_found(plan, self.parent_id).node)
        return tr("moved {item} under {parent}", item=quoted(placed.node), parent=parent)


@frozen
class Tick:
    """Mark an action done, or to do again where it is done already."""

    item_id: str
    today: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan with the action ticked or not; see :class:`Edit`."""
        action = self._action(plan)
        fields: dict[str, Any] = (
            {"status": "todo", "done_on": None}
            if action.status == "done"
            else {"status": "done", "done_on": self.today}
        )
        return tree.update(plan, self.item_id, lambda node: node.replace(**fields))

    def label(self, plan: Plan) -> str:
        """``done: "Draft the plan"``."""
        action = self._action(plan)
        if action.status == "done":
            return tr("to do again: {action}", action=quoted(action))
        return tr("done: {action}", action=quoted(action))

    def _action(self, plan: Plan) -> Action:
        node = _found(plan, self.item_id).node
        if not isinstance(node, Action):
            raise EditError(tr("only actions can be ticked"))
        return node


@frozen
class Accept:
    """Accept a finding on a key result on purpose, with a reason."""

    item_id: str
    code: str
    reason: str
    finding: str = ""
    """What was found, in words; the code stands for it where nothing is given."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the acceptance kept in the key result; see :class:`Edit`."""
        node = _found(plan, self.item_id).node
        if not isinstance(node, KeyResult):
            raise EditError(tr("only findings on key results can be accepted"))
        accepted = {**node.accepted, self.code: clean_line(self.reason)}
        return tree.update(plan, self.item_id, lambda found: found.replace(accepted=accepted))

    def label(self, plan: Plan) -> str:
        """``accepted on "Grow MQLs": no unit``."""
        item = quoted(_found(plan, self.item_id).node)
        # for translators: finding says what is wrong, and is accepted as it is
        return tr("accepted on {item}: {finding}", item=item, finding=self.finding or self.code)


@frozen
class ReplacePlan:
    """Put a whole plan in place, as edited by hand in an editor."""

    plan: Plan

    def apply(self, plan: Plan) -> Plan:
        """The plan as edited; see :class:`Edit`."""
        if self.plan.quarter != plan.quarter:
            asked = self.plan.quarter
            raise EditError(tr("the file says quarter {other}, not {quarter}", other=asked, quarter=plan.quarter))
        return self.plan

    def label(self, plan: Plan) -> str:
        """``edited the file by hand``."""
        return tr("edited the file by hand")


@frozen
class BringBack:
    """Make what an earlier version of the plan holds the present.

    The quarter's phase stays, and so does what is on record: the past brings no promise back that was changed with a
    reason, and takes none away.
    """

    plan: Plan
    named: str
    """What the version is called, such as ``12 Nov 09:30``."""

    def apply(self, plan: Plan) -> Plan:
        """The earlier plan in the present phase; see :class:`Edit`."""
        if self.plan.quarter != plan.quarter:
            found = self.plan.quarter
            raise EditError(tr("that version is of {other}, not of {quarter}", other=found, quarter=plan.quarter))
        stays = ("phase", "committed_on", "closed_on", "changes")
        return self.plan.replace(**{name: getattr(plan, name) for name in stays})

    def label(self, plan: Plan) -> str:
        """``brought back the plan of 12 Nov 09:30``."""
        return tr("brought back the plan of {when}", when=self.named)


def _due_words(node: KeyResult | Action, due: dt.date, plan: Plan) -> str:
    """What another due date comes to, with the one before."""
    day = format_date(due, plan.start, plan.end)
    if node.due is None:
        return tr("due {day}: {item}", day=day, item=quoted(node))
    old = format_date(node.due, plan.start, plan.end)
    return tr("due {day}, was {old}: {item}", day=day, old=old, item=quoted(node))


def _found(plan: Plan, item_id: str) -> tree.Placed:
    placed = tree.find(plan, item_id)
    if placed is None:
        raise EditError(tr("it is no longer in the plan"))
    return placed


def _replaced(item: ItemT, fields: Mapping[str, Any]) -> ItemT:
    try:
        return item.replace(**cleaned(fields))
    except Invalid as error:
        first = error.details[0]
        problem = first["msg"].removeprefix("Value error, ")
        # for translators: field is the name of a field in the file, such as due; problem says what is wrong with it
        raise EditError(tr("{field}: {problem}", field=first["loc"][0], problem=problem)) from error


def _inserted(plan: Plan, parent_id: str, index: int, node: Node) -> Plan:
    if parent_id:
        _found(plan, parent_id)
    try:
        return tree.insert(plan, parent_id, index, node)
    except ValueError as error:
        raise EditError(_misplaced(node)) from error


def _misplaced(node: Node) -> str:
    match node:
        case Objective():
            return tr("an objective cannot go there")
        case KeyResult():
            return tr("a key result cannot go there")
        case Action():
            return tr("an action cannot go there")


def _count_below(node: Node) -> int:
    return sum(1 + _count_below(child) for child in tree.children(node))
