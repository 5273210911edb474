"""One item of a plan as one line of Markdown, to paste into a mail, a chat or an issue."""

from collections.abc import Iterator

from okrtui.model.measure import percent
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.tree import Placed
from okrtui.report.standing import Standing
from okrtui.report.update.markdown import literal
from okrtui.report.update.phrases import Words, amount, full_day, quote, title
from okrtui.report.words import level_words


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
    said = ", ".join(map(literal, facts))
    return f"{lead} ({said})" if said else lead


def _of_objective(node: Objective, standing: Standing) -> Iterator[Words]:
    numbers = standing.objective(node.id)
    if numbers.progress is not None and standing.plan.phase != "planning":
        yield (f"{percent(numbers.progress)} %",)
        yield from _outcome(str(numbers.pace), str(numbers.score), standing)


def _of_key_result(node: KeyResult, standing: Standing) -> Iterator[Words]:
    """From where over now to the target, how it stands, and until when."""
    numbers = standing.key_result(node.id)
    now = numbers.current if node.check_ins else None
    if node.target is not None and node.kind != "reach":
        yield (quote(level_words(node)),)
        yield from [(f"now {format_amount(now)}",)] if now is not None else []
    elif node.target is not None:
        steps = [format_amount(value) for value in (node.baseline, now) if value is not None]
        yield (quote(" → ".join([*steps, amount(node.target, node)])),)
    if node.dropped_on is not None:
        yield (f"dropped on {full_day(node.dropped_on)}",)
        return
    if standing.plan.phase != "planning":
        yield from _outcome(numbers.pace, str(numbers.score), standing)
    if node.due:
        yield (f"due {full_day(node.due)}",)


def _outcome(pace: str, score: str, standing: Standing) -> Iterator[Words]:
    yield (f"score {score}" if standing.plan.phase == "closed" else pace,)


def _of_action(node: Action) -> Iterator[Words]:
    """Who does it, and until when or since when it is done."""
    if node.owner.strip():
        yield (quote(node.owner),)
    if node.status == "done":
        yield (f"done on {full_day(node.done_on)}" if node.done_on else "done",)
    elif node.status == "dropped":
        yield ("dropped",)
    elif node.due:
        yield (f"due {full_day(node.due)}",)
