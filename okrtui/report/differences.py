"""What differs between two plans of one quarter, in lines like those of the status line: what was done to the first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.edits import quoted
from okrtui.model.plan import Action, CheckIn, Item, KeyResult, Node, Objective, Parked, Phase, Plan
from okrtui.model.text import display
from okrtui.model.tree import Placed
from okrtui.report.field_words import field_name, value_words

_APART = frozenset(
    {"id", "objectives", "key_results", "actions", "check_ins", "accepted", "not_now", "changes", "conflicts"}
    | {"retrospective", "phase", "schema_version"}
)
"""Fields that have lines of their own, or follow from what has."""
_LIMIT = 32
"""The most characters shown of a value or a request in a line."""
_SAID = 2
"""How many differences one line names."""

_PHASES: dict[tuple[Phase, Phase], str] = {
    ("planning", "active"): "committed",
    ("active", "planning"): "taken back to planning",
    ("active", "closed"): "closed",
    ("closed", "active"): "reopened",
}


def differences(before: Plan, after: Plan) -> list[str]:
    """Every difference as one line, safe to print: ``target 40, was 30: "Grow MQLs"``; the quarter's first."""
    said = [*_of_quarter(before, after), *_of_tree(before, after), *_of_requests(before, after)]
    if not said and before.changes != after.changes:
        said.append("changed the record of what moved")
    return [display(line) for line in said]


def in_one_line(lines: Sequence[str]) -> str:
    """The first differences and how many more there are; that there is none where there is none."""
    left = len(lines) - _SAID
    return "; ".join(lines[:_SAID]) + (f"; {left} more" if left > 0 else "") or "only how it is written"


def _of_quarter(before: Plan, after: Plan) -> Iterator[str]:
    if before.phase != after.phase:
        yield _PHASES.get((before.phase, after.phase), f"{after.phase}, was {before.phase}")
        before = before.replace(committed_on=after.committed_on, closed_on=after.closed_on)
    yield from _fields(before, after, "", after)
    if before.retrospective != after.retrospective:
        yield "wrote the retrospective"
    if len(after.conflicts) < len(before.conflicts):
        yield "settled what a merge left open"
    elif before.conflicts != after.conflicts:
        yield "merged, with something left to choose"


def _of_tree(before: Plan, after: Plan) -> Iterator[str]:
    """What was deleted, added, moved and changed, each with its number of items below it."""
    old = {placed.node.id: placed for placed in tree.walk(before)}
    new = {placed.node.id: placed for placed in tree.walk(after)}
    yield from _lone("deleted", old, new)
    yield from _lone("added", new, old)
    for item_id, now in new.items():
        if (was := old.get(item_id)) is None:
            continue
        if _parent_id(was) != _parent_id(now):
            yield f"moved {quoted(now.node)}{_under(now)}"
        yield from _of_node(was.node, now.node, after)
    yield from _orders(before, after)


def _lone(verb: str, there: Mapping[str, Placed], other: Mapping[str, Placed]) -> Iterator[str]:
    """Items that one plan alone has; those below them are counted."""
    for item_id, placed in there.items():
        if item_id in other or (_parent_id(placed) and _parent_id(placed) not in other):
            continue
        below = sum(found.id not in other for found in _below(placed.node))
        tail = f" and the {below} items below it" if below > 1 else " and the item below it" if below else ""
        yield f"{verb} {quoted(placed.node)}{tail}"


def _of_node(was: Node, now: Node, plan: Plan) -> Iterator[str]:
    if was is now or was == now:
        return
    if isinstance(was, KeyResult) and isinstance(now, KeyResult):
        yield from _of_check_ins(was, now, plan)
        for code in sorted({**was.accepted, **now.accepted}):
            if was.accepted.get(code) != now.accepted.get(code):
                verb = "accepted" if code in now.accepted else "no longer accepted"
                yield f"{verb} {code}: {quoted(now)}"
    if isinstance(was, Action) and isinstance(now, Action) and (was.status == "done") != (now.status == "done"):
        yield f"done: {quoted(now)}" if now.status == "done" else f"to do again: {quoted(now)}"
        was = was.replace(status=now.status, done_on=now.done_on)
    if was.title and was.title != now.title:
        yield f"renamed {quoted(was)} to {quoted(now)}"
        was = was.replace(title=now.title)
    yield from _fields(was, now, quoted(now), plan)


def _of_check_ins(was: KeyResult, now: KeyResult, plan: Plan) -> Iterator[str]:
    old, new = _by_day(was), _by_day(now)
    for day in sorted({*old, *new}):
        on = format_date(day, plan.start, plan.end)
        if day not in new:
            yield f"removed the check-in of {on}: {quoted(now)}"
        elif day not in old:
            yield f"checked in {value_words('value', new[day].value, plan)} on {on}: {quoted(now)}"
        elif old[day] != new[day]:
            said, said_before = (value_words("check_ins", found[day], plan) for found in (new, old))
            yield f"corrected the check-in of {on}, {said}, it was {said_before}: {quoted(now)}"


def _orders(before: Plan, after: Plan) -> Iterator[str]:
    """Lists that are in another order, apart from what came and went."""
    parents: list[tuple[str, Sequence[Item], Sequence[Item]]] = [
        ("the objectives", before.objectives, after.objectives),
        ("what is not now", before.not_now, after.not_now),
    ]
    old = {placed.node.id: placed.node for placed in tree.walk(before)}
    for placed in tree.walk(after):
        if not isinstance(placed.node, Action) and (was := old.get(placed.node.id)) is not None:
            parents.append((f"what is below {quoted(placed.node)}", tree.children(was), tree.children(placed.node)))
    for name, was_there, is_there in parents:
        first, second = _ids(was_there), _ids(is_there)
        both = set(first) & set(second)
        if [it for it in first if it in both] != [it for it in second if it in both]:
            yield f"put {name} in another order"


def _of_requests(before: Plan, after: Plan) -> Iterator[str]:
    old, new = ({found.id: found for found in plan.not_now} for plan in (before, after))
    yield from (f"deleted the request {_request(found)}" for key, found in old.items() if key not in new)
    for key, now in new.items():
        was = old.get(key)
        if was is None:
            yield f"not now: {_request(now)}"
        elif was != now:
            yield from _fields(was, now, _request(now), after)


def _fields(was: Item, now: Item, whose: str, plan: Plan) -> Iterator[str]:
    """Every plain field that differs, known or not."""
    old, new = ({**it.__dict__, **it.extra} for it in (was, now))
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        if name in _APART or (before == after and str(before) == str(after)):
            continue
        said, said_before = (display(value_words(name, value, plan), _LIMIT) for value in (after, before))
        yield f"{field_name(name, plan)} {said}, was {said_before}{f': {whose}' if whose else ''}"


def _below(node: Node) -> Iterator[Node]:
    for child in tree.children(node):
        yield child
        yield from _below(child)


def _parent_id(placed: Placed) -> str:
    return "" if isinstance(placed.parent, Plan) else placed.parent.id


def _under(placed: Placed) -> str:
    return "" if not isinstance(placed.parent, Objective | KeyResult) else f" under {quoted(placed.parent)}"


def _by_day(node: KeyResult) -> dict[Any, CheckIn]:
    return {found.date: found for found in node.check_ins}


def _ids(items: Sequence[Item]) -> list[str]:
    return [found.id for found in items if isinstance(found, Objective | KeyResult | Action | Parked)]


def _request(found: Parked) -> str:
    return f'"{display(found.request, _LIMIT)}"'
