"""What differs between two plans of one quarter, in lines like those of the status line: what was done to the first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from okrtui.i18n import tr, tr_as, tr_n
from okrtui.i18n_lists import clauses
from okrtui.model import tree
from okrtui.model.dates import format_date
from okrtui.model.edits import quoted
from okrtui.model.plan import Action, CheckIn, Item, KeyResult, Node, Objective, Parked, Phase, Plan
from okrtui.model.text import display
from okrtui.model.tree import Placed
from okrtui.model.widths import cell_width, fitted
from okrtui.report.field_words import field_name, in_quotes, value_words

_APART = frozenset(
    {"id", "objectives", "key_results", "actions", "check_ins", "accepted", "not_now", "changes", "conflicts"}
    | {"retrospective", "phase", "schema_version"}
)
"""Fields that have lines of their own, or follow from what has."""
_LIMIT = 32
"""The most characters shown of a value in a line."""
_TITLE_LIMIT = 100
"""The most characters shown of a title or a request; those who show a line cut it to the width that they have."""
_SAID = 2
"""How many differences one line names."""


def differences(before: Plan, after: Plan) -> list[str]:
    """Every difference as one line, safe to print: ``target 40, was 30: "Grow MQLs"``; the quarter's first."""
    said = [*_of_quarter(before, after), *_of_tree(before, after), *_of_requests(before, after)]
    if not said and before.changes != after.changes:
        said.append(tr("changed the record of what moved"))
    return [display(line) for line in said]


def in_one_line(lines: Sequence[str], width: int) -> str:
    """The first differences, cut where they are too wide, and how many more there are; ``width`` is in columns."""
    left = len(lines) - _SAID
    # for translators: so many more differences, which are not named
    more = tr_n("{n} more", "{n} more", left) if left > 0 else ""
    said = list(lines[:_SAID])
    room = width - cell_width(clauses([*("…" for _ in said), more])) + len(said)
    for number, at in enumerate(sorted(range(len(said)), key=lambda at: cell_width(said[at]))):
        said[at] = fitted(said[at], max(1, room // (len(said) - number)))
        room -= cell_width(said[at])
    return clauses([*said, more])


def _of_quarter(before: Plan, after: Plan) -> Iterator[str]:
    if before.phase != after.phase:
        yield _phases(before.phase, after.phase)
        before = before.replace(committed_on=after.committed_on, closed_on=after.closed_on)
    yield from _fields(before, after, "", after)
    if before.retrospective != after.retrospective:
        yield tr("wrote the retrospective")
    if len(after.conflicts) < len(before.conflicts):
        yield tr("settled what a merge left open")
    elif before.conflicts != after.conflicts:
        yield tr("merged, with something left to choose")


def _phases(before: Phase, after: Phase) -> str:
    match before, after:
        case "planning", "active":
            return tr_as("what was done to the quarter", "committed")
        case "active", "planning":
            return tr_as("what was done to the quarter", "taken back to planning")
        case "active", "closed":
            return tr_as("what was done to the quarter", "closed")
        case "closed", "active":
            return tr_as("what was done to the quarter", "reopened")
    # for translators: how far a quarter is, and how far it was before: closed, was planning
    return tr("{phase}, was {before}", phase=tr(after), before=tr(before))


def _of_tree(before: Plan, after: Plan) -> Iterator[str]:
    """What was deleted, added, moved and changed, each with its number of items below it."""
    old = {placed.node.id: placed for placed in tree.walk(before)}
    new = {placed.node.id: placed for placed in tree.walk(after)}
    yield from (_deleted(_quoted(node), below) for node, below in _lone(old, new))
    yield from (_added(_quoted(node), below) for node, below in _lone(new, old))
    for item_id, now in new.items():
        if (was := old.get(item_id)) is None:
            continue
        if _parent_id(was) != _parent_id(now):
            yield _moved(now)
        yield from _of_node(was.node, now.node, after)
    yield from _orders(before, after)


def _lone(there: Mapping[str, Placed], other: Mapping[str, Placed]) -> Iterator[tuple[Node, int]]:
    """Items that one plan alone has, each with how many of those below it."""
    for item_id, placed in there.items():
        if item_id in other or (_parent_id(placed) and _parent_id(placed) not in other):
            continue
        yield placed.node, sum(found.id not in other for found in _below(placed.node))


def _quoted(node: Node) -> str:
    """Its title in quotes, or its kind where it has none."""
    return in_quotes(display(node.title, _TITLE_LIMIT)) if node.title else quoted(node)


def _deleted(item: str, below: int) -> str:
    if not below:
        # for translators: what was done: a title in quotes stands for {item}
        return tr("deleted {item}", item=item)
    return tr_n("deleted {item} and the item below it", "deleted {item} and the {n} items below it", below, item=item)


def _added(item: str, below: int) -> str:
    if not below:
        # for translators: what was done: a title in quotes stands for {item}
        return tr("added {item}", item=item)
    return tr_n("added {item} and the item below it", "added {item} and the {n} items below it", below, item=item)


def _moved(placed: Placed) -> str:
    item = _quoted(placed.node)
    if not isinstance(placed.parent, Objective | KeyResult):
        # for translators: what was done
        return tr("moved {item}", item=item)
    # for translators: what was done
    return tr("moved {item} under {parent}", item=item, parent=_quoted(placed.parent))


def _of_node(was: Node, now: Node, plan: Plan) -> Iterator[str]:
    if was is now or was == now:
        return
    if isinstance(was, KeyResult) and isinstance(now, KeyResult):
        yield from _of_check_ins(was, now, plan)
        for code in sorted({**was.accepted, **now.accepted}):
            if was.accepted.get(code) != now.accepted.get(code):
                yield _accepted(code, now)
    if isinstance(was, Action) and isinstance(now, Action) and (was.status == "done") != (now.status == "done"):
        # for translators: what was done: an action is open again, or done
        again = tr("to do again: {action}", action=_quoted(now))
        yield tr("done: {action}", action=_quoted(now)) if now.status == "done" else again
        was = was.replace(status=now.status, done_on=now.done_on)
    if was.title and was.title != now.title:
        # for translators: what was done; both are titles in quotes
        yield tr("renamed {before} to {after}", before=_quoted(was), after=_quoted(now))
        was = was.replace(title=now.title)
    yield from _fields(was, now, _quoted(now), plan)


def _accepted(code: str, now: KeyResult) -> str:
    if code in now.accepted:
        # for translators: what was done: a warning, by its code, was accepted on purpose
        return tr("accepted {code}: {item}", code=code, item=_quoted(now))
    return tr("no longer accepted {code}: {item}", code=code, item=_quoted(now))


def _of_check_ins(was: KeyResult, now: KeyResult, plan: Plan) -> Iterator[str]:
    old, new = _by_day(was), _by_day(now)
    for day in sorted({*old, *new}):
        on = format_date(day, plan.start, plan.end)
        if day not in new:
            yield tr("removed the check-in of {day}: {item}", day=on, item=_quoted(now))
        elif day not in old:
            value = value_words("value", new[day].value, plan)
            yield tr("checked in {value} on {day}: {item}", value=value, day=on, item=_quoted(now))
        elif old[day] != new[day]:
            said, said_before = (value_words("check_ins", found[day], plan) for found in (new, old))
            yield tr(
                "corrected the check-in of {day}, {value}, it was {before}: {item}",
                day=on,
                value=said,
                before=said_before,
                item=_quoted(now),
            )


def _orders(before: Plan, after: Plan) -> Iterator[str]:
    """Lists that are in another order, apart from what came and went."""
    parents: list[tuple[str, Sequence[Item], Sequence[Item]]] = [
        (tr("put the objectives in another order"), before.objectives, after.objectives),
        # for translators: the list "Not now", of requests that have to wait
        (tr("put what is not now in another order"), before.not_now, after.not_now),
    ]
    old = {placed.node.id: placed.node for placed in tree.walk(before)}
    for placed in tree.walk(after):
        if not isinstance(placed.node, Action) and (was := old.get(placed.node.id)) is not None:
            said = tr("put what is below {item} in another order", item=_quoted(placed.node))
            parents.append((said, tree.children(was), tree.children(placed.node)))
    for said, was_there, is_there in parents:
        first, second = _ids(was_there), _ids(is_there)
        both = set(first) & set(second)
        if [it for it in first if it in both] != [it for it in second if it in both]:
            yield said


def _of_requests(before: Plan, after: Plan) -> Iterator[str]:
    old, new = ({found.id: found for found in plan.not_now} for plan in (before, after))
    for key, was in old.items():
        if key not in new:
            yield tr("deleted the request {request}", request=_request(was))
    for key, now in new.items():
        if (before_it := old.get(key)) is None:
            # for translators: a request was put into the list "Not now"
            yield tr("not now: {request}", request=_request(now))
        elif before_it != now:
            yield from _fields(before_it, now, _request(now), after)


def _fields(was: Item, now: Item, whose: str, plan: Plan) -> Iterator[str]:
    """Every plain field that differs, known or not."""
    old, new = ({**it.__dict__, **it.extra} for it in (was, now))
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        if name in _APART or (before == after and str(before) == str(after)):
            continue
        said, said_before = (display(value_words(name, value, plan), _LIMIT) for value in (after, before))
        # for translators: a field, its value and the value before: target 40, was 30
        change = tr("{field} {value}, was {before}", field=field_name(name, plan), value=said, before=said_before)
        # for translators: what was changed, and the item or the request that has it
        yield tr("{change}: {item}", change=change, item=whose) if whose else change


def _below(node: Node) -> Iterator[Node]:
    for child in tree.children(node):
        yield child
        yield from _below(child)


def _parent_id(placed: Placed) -> str:
    return "" if isinstance(placed.parent, Plan) else placed.parent.id


def _by_day(node: KeyResult) -> dict[Any, CheckIn]:
    return {found.date: found for found in node.check_ins}


def _ids(items: Sequence[Item]) -> list[str]:
    return [found.id for found in items if isinstance(found, Objective | KeyResult | Action | Parked)]


def _request(found: Parked) -> str:
    return in_quotes(display(found.request, _TITLE_LIMIT))
