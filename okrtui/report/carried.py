"""What was carried over into a new quarter and what was not, in plain lines."""

from collections.abc import Iterator, Mapping, Sequence

from okrtui.i18n import tr
from okrtui.i18n_lists import clauses
from okrtui.model.carry import Decision, fate
from okrtui.model.ledger import Asked
from okrtui.model.plan import KeyResult, Objective, Plan
from okrtui.model.shown_words import counted
from okrtui.model.text import display
from okrtui.report.columns import wrap

WIDTH = 80
"""The columns that lines keep to where words allow."""


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
    if old.phase == "active":
        late = tr("{quarter} is not closed: values that come in later are not carried over", quarter=old.quarter)
        yield from wrap(late, width, "", "  ")
    if new.objectives:
        came = tr("carried over from {quarter}, the last values as new baselines:", quarter=old.quarter)
        yield from wrap(came, width, "", "  ")
    else:
        yield tr("nothing was carried over from {quarter}", quarter=old.quarter)
    for number, objective in enumerate(new.objectives, 1):
        facts = [counted("key result", len(objective.key_results))]
        if decisions.get(objective.carried_from) == "change":
            # for translators: of an objective that was carried over to be changed
            facts.append(tr("targets left open"))
        yield from _item(f"{number}", objective.title, clauses(facts), width)
    if stayed := [*_left(old, decisions)]:
        # for translators: above a list of what was not carried over and stays in that quarter
        yield tr("left in {quarter}:", quarter=old.quarter)
        for position, title, why in stayed:
            yield from _item(position, title, why, width)
    if asked:
        # for translators: above a list of requests that had to wait until this quarter
        yield tr("parked until {quarter}, and not decided on:", quarter=new.quarter)
        for found in asked:
            who_and_when = clauses([display(found.request.asked_by), str(found.quarter)])
            yield from _item("-", found.request.request, who_and_when, width)
    if new.objectives:
        # for translators: okrtui and the quarter are a command to type
        yield tr("each key result needs a new confidence and due date: okrtui {quarter}", quarter=new.quarter)


def _left(old: Plan, decisions: Mapping[str, Decision]) -> Iterator[tuple[str, str, str]]:
    """Position, title and reason of what stayed behind."""
    for i, objective in enumerate(old.objectives, 1):
        if decisions.get(objective.id, "abandon") == "abandon":
            yield f"{i}", objective.title, _why(objective)
            continue
        for j, key_result in enumerate(objective.key_results, 1):
            if (ended := fate(key_result)) != "goes on":
                yield f"{i}.{j}", key_result.title, tr(ended)


def _why(objective: Objective) -> str:
    """Why nothing of an objective is left to do."""
    live: list[KeyResult] = [found for found in objective.key_results if found.dropped_on is None]
    if not live:
        return tr("all its key results were dropped") if objective.key_results else tr("it has no key result")
    if any(fate(found) == "goes on" and found.kind == "reach" for found in live):
        # for translators: an objective that was left behind on purpose
        return tr("abandoned")
    return tr("all its key results are reached") if len(live) > 1 else tr("its key result is reached")


def _item(position: str, title: str, why: str, width: int) -> Iterator[str]:
    lead = f"  {position} "
    # for translators: a title, and in brackets what there is to say of it
    said = tr("{title} ({facts})", title=display(title) or tr("(no title yet)"), facts=why)
    yield from wrap(said, width, lead, " " * len(lead))
