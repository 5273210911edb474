"""One item of a plan as one line of Markdown, to paste into a mail, a chat or an issue."""

from collections.abc import Iterator

from okrtui.i18n import tr, tr_as
from okrtui.i18n_lists import row_of
from okrtui.model.dates import full_date
from okrtui.model.measure import KeyResultNumbers, ObjectiveNumbers
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.shares import format_share
from okrtui.model.tree import Placed
from okrtui.report.objective_words import objective_pace
from okrtui.report.standing import Standing
from okrtui.report.update.markdown import literal
from okrtui.report.update.phrases import Words, amount, quote, title
from okrtui.report.words import level_words, score_words


def item_line(placed: Placed, standing: Standing) -> str:
    """The line: ``- **1.3 Increase MQLs** (20 → 26 → 30 MQLs, on track, due 31 Dec 2026)``."""
    node = placed.node
    name = f"{placed.position} {literal((title(node.title),))}"
    if isinstance(node, Action):
        return _line(f"- [{'x' if node.status == 'done' else ' '}] {name}", _of_action(node))
    if isinstance(node, KeyResult):
        return _line(f"- **{name}**", _of_key_result(node, standing))
    return _line(f"- **{name}**", _of_objective(node, standing))


def _line(lead: str, facts: Iterator[Words]) -> str:
    said = row_of(map(literal, facts))
    # for translators: a title, and in brackets what there is to say of it
    return tr("{title} ({facts})", title=lead, facts=said) if said else lead


def _of_objective(node: Objective, standing: Standing) -> Iterator[Words]:
    numbers = standing.objective(node.id)
    if numbers.progress is not None and standing.plan.phase != "planning":
        yield (format_share(numbers.progress),)
        yield from _outcome(numbers, standing)


def _of_key_result(node: KeyResult, standing: Standing) -> Iterator[Words]:
    """From where over now to the target, how it stands, and until when."""
    numbers = standing.key_result(node.id)
    now = numbers.current if node.check_ins else None
    if node.target is not None and node.kind != "reach":
        yield (quote(level_words(node)),)
        # for translators: the value that was counted last
        yield from [(tr("now {amount}", amount=format_amount(now)),)] if now is not None else []
    elif node.target is not None:
        steps = [format_amount(value) for value in (node.baseline, now) if value is not None]
        yield (quote(" → ".join([*steps, amount(node.target, node)])),)
    if node.dropped_on is not None:
        yield (tr("dropped on {day}", day=full_date(node.dropped_on)),)
        return
    if standing.plan.phase != "planning":
        yield from _outcome(numbers, standing)
    if node.due:
        yield (tr("due {day}", day=full_date(node.due)),)


def _outcome(numbers: KeyResultNumbers | ObjectiveNumbers, standing: Standing) -> Iterator[Words]:
    if standing.plan.phase != "closed":
        yield (objective_pace(numbers) if isinstance(numbers, ObjectiveNumbers) else tr(numbers.pace),)
    elif numbers.score is not None:
        yield (score_words(numbers.score),)


def _of_action(node: Action) -> Iterator[Words]:
    """Who does it, and until when or since when it is done."""
    if node.owner.strip():
        yield (quote(node.owner),)
    if node.status == "done":
        yield (tr("done on {day}", day=full_date(node.done_on)) if node.done_on else tr_as("an action", "done"),)
    elif node.status == "dropped":
        yield (tr_as("an action", "dropped"),)
    elif node.due:
        yield (tr("due {day}", day=full_date(node.due)),)
