"""The tree in a plan: objectives hold key results, key results hold actions. Items are found by id."""

import secrets
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain
from typing import TypeVar, cast

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.plan import Action, KeyResult, Node, Objective, Parked, Plan

Parent = Plan | Objective | KeyResult
"""What can hold nodes."""

P = TypeVar("P", bound=Parent)

_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"  # none that is mistaken for another
_ID_LENGTH = 6


@frozen
class Placed:
    """A node with its place in the plan."""

    node: Node
    parent: Parent
    index: int
    """Place among its siblings, from 0."""
    position: str
    """What people see: ``2``, ``2.1``, ``2.1.3``."""

    def __init__(self, node: Node, parent: Parent, index: int, position: str) -> None:
        """Made for every node after every edit, so without what other frozen classes look at."""
        vars(self).update(node=node, parent=parent, index=index, position=position)

    @property
    def depth(self) -> int:
        """0 for an objective, 1 for a key result, 2 for an action."""
        return self.position.count(".")


def children(parent: Parent | Action) -> tuple[Node, ...]:
    """The nodes directly below, in order."""
    match parent:
        case Plan():
            return parent.objectives
        case Objective():
            return parent.key_results
        case KeyResult():
            return parent.actions
        case Action():
            return ()


def with_children(parent: P, nodes: Sequence[Node]) -> P:
    """The parent holding these nodes instead.

    Raises:
        Invalid: nodes of a kind that this parent cannot hold.
    """
    match parent:
        case Plan():
            field = "objectives"
        case Objective():
            field = "key_results"
        case KeyResult():
            field = "actions"
    return cast(P, parent.replace(**{field: tuple(nodes)}))


def walk(plan: Plan) -> Iterator[Placed]:
    """Every node with its place, from top to bottom as people see them."""
    yield from _walk(plan, "")


def below(placed: Placed) -> Iterator[Placed]:
    """Every node below a node, with its place, in the same order."""
    if not isinstance(placed.node, Action):
        yield from _walk(placed.node, f"{placed.position}.")


def _walk(parent: Parent, prefix: str) -> Iterator[Placed]:
    for index, node in enumerate(children(parent)):
        position = f"{prefix}{index + 1}"
        yield Placed(node, parent, index, position)
        if not isinstance(node, Action):
            yield from _walk(node, f"{position}.")


def find(plan: Plan, item_id: str) -> Placed | None:
    """The node with this id and its place, or None."""
    return next((placed for placed in walk(plan) if placed.node.id == item_id), None)


def find_named(plan: Plan, name: str) -> Placed | None:
    """The node at a position such as ``2.1``, or with this id."""
    return next((placed for placed in walk(plan) if name in (placed.position, placed.node.id)), None)


def update(parent: P, item_id: str, change: Callable[[Node], Node | None]) -> P:
    """The tree with one node changed, or removed where ``change`` gives None.

    Where the id is not in the tree, the result is the very same tree.
    """
    before: list[Node] = []
    siblings = children(parent)
    for index, node in enumerate(siblings):
        changed: Node | None = node
        if node.id == item_id:
            changed = change(node)
        elif not isinstance(node, Action):
            changed = update(node, item_id, change)
        if changed is not node:
            after = siblings[index + 1 :]
            return with_children(parent, [*before, *([changed] if changed else []), *after])
        before.append(node)
    return parent


def insert(plan: Plan, parent_id: str, index: int, node: Node) -> Plan:
    """The plan with a node put below a parent (the plan itself where the id is empty).

    ``index`` is the place among the siblings; past the end means last.

    Raises:
        ValueError: there is no such parent, or it cannot hold a node of this kind.
    """

    def put(parent: P) -> P:
        siblings = children(parent)
        return with_children(parent, [*siblings[:index], node, *siblings[index:]])

    if not parent_id:
        return put(plan)
    placed = find(plan, parent_id)
    if placed is None or isinstance(placed.node, Action):
        raise ValueError(tr("there is no such parent") if placed is None else tr("nothing can be below an action"))
    return update(plan, parent_id, lambda parent: parent if isinstance(parent, Action) else put(parent))


def ids(plan: Plan) -> set[str]:
    """Every id in use, of parked requests too."""
    return {placed.node.id for placed in walk(plan)} | {parked.id for parked in plan.not_now}


def first_brought(before: Plan, after: Plan) -> str:
    """The id of the first item that only ``after`` has, else of the first that says something else there, or empty."""
    was = {placed.node.id: placed.node for placed in walk(before)} | {parked.id: parked for parked in before.not_now}
    now = [*(placed.node for placed in walk(after)), *after.not_now]
    came = (item for item in now if item.id not in was)
    others = (item for item in now if item is not was.get(item.id))
    changed = (item for item in others if _own(item) != _own(was[item.id]))
    return next((item.id for item in chain(came, changed)), "")


def _own(item: Node | Parked) -> Node | Parked:
    """An item without what hangs on it."""
    return with_children(item, ()) if isinstance(item, Objective | KeyResult) else item


def new_id(taken: Collection[str], choose: Callable[[str], str] = secrets.choice) -> str:
    """A short id that is not taken. Random, so that two windows on one plan do not pick the same."""
    while (fresh := "".join(choose(_ALPHABET) for _ in range(_ID_LENGTH))) in taken:
        pass
    return fresh
