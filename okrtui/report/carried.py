"""What was carried over into a new quarter and what was not, in plain lines."""

from collections.abc import Iterator, Mapping, Sequence

from okrtui.model.carry import Decision, fate
from okrtui.model.ledger import Asked
from okrtui.model.plan import KeyResult, Objective, Plan
from okrtui.model.text import display
from okrtui.report.columns import wrap

WIDTH = 80
"""The columns that lines keep to where words allow."""

_UNTITLED = "(no title yet)"


def carried_lines(
    old: Plan, new: Plan, decisions: Mapping[str, Decision], asked: Sequence[Asked], width: int = WIDTH
) -> Iterator[str]:
    """Lines that are safe to print: what came along, what stayed behind and why, what asks to be looked at again.

    Args:
        old: the quarter that ends.
        new: the plan that objectives of it were carried into, and nothing else.
        decisions: what became of each objective, by its id in ``old``.
        asked: requests whose time has come.
        width: columns that lines keep to where words allow.
    """
    if old.phase != "closed":
        yield f"{old.quarter} is not closed: values that come in later are not carried over"
    if new.objectives:
        yield f"carried over from {old.quarter}, the last values as new baselines:"
    else:
        yield f"nothing was carried over from {old.quarter}"
    for number, objective in enumerate(new.objectives, 1):
        yield from _item(f"{number}", objective.title, _counted(len(objective.key_results)), width)
    if stayed := [*_left(old, decisions)]:
        yield f"left in {old.quarter}:"
        for position, title, why in stayed:
            yield from _item(position, title, why, width)
    if asked:
        yield f"parked until {new.quarter}, and not decided on:"
        for found in asked:
            who = f"{display(found.request.asked_by)}; " if found.request.asked_by else ""
            yield from _item("-", found.request.request, f"{who}{found.quarter}", width)
    if new.objectives:
        yield f"each key result needs a new confidence and due date: okrtui {new.quarter}"


def _left(old: Plan, decisions: Mapping[str, Decision]) -> Iterator[tuple[str, str, str]]:
    """Position, title and reason of what stayed behind."""
    for i, objective in enumerate(old.objectives, 1):
        if decisions.get(objective.id, "abandon") == "abandon":
            yield f"{i}", objective.title, _why(objective)
            continue
        for j, key_result in enumerate(objective.key_results, 1):
            if (ended := fate(key_result)) != "goes on":
                yield f"{i}.{j}", key_result.title, ended


def _why(objective: Objective) -> str:
    """Why nothing of an objective is left to do."""
    live: list[KeyResult] = [found for found in objective.key_results if found.dropped_on is None]
    if not live:
        return "it has no key result" if not objective.key_results else "all its key results were dropped"
    if any(fate(found) == "goes on" and found.kind == "reach" for found in live):
        return "abandoned"
    return "all its key results are reached" if len(live) > 1 else "its key result is reached"


def _item(position: str, title: str, why: str, width: int) -> Iterator[str]:
    lead = f"  {position} "
    yield from wrap(f"{display(title) or _UNTITLED} ({why})", width, lead, " " * len(lead))


def _counted(number: int) -> str:
    return f"{number} key result{'' if number == 1 else 's'}"
