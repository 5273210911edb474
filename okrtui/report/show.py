"""A plan as plain lines to read: what the screen says, in words, for pipes and for terminals without one."""

import datetime as dt
from collections.abc import Iterator

from okrtui.coach.findings import Finding
from okrtui.model.closing import QUESTIONS, band, quarter_score
from okrtui.model.dates import MONTHS, format_date
from okrtui.model.goalposts import change_line, change_words, changes_of
from okrtui.model.measure import KeyResultNumbers, Pace, percent
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.settling import as_conflict
from okrtui.model.text import display
from okrtui.report.columns import wrap
from okrtui.report.conflict_words import conflict_line
from okrtui.report.standing import Standing

WIDTH = 80
"""The columns that lines keep to where words allow."""

_NONE = "–"
_UNTITLED = "(no title yet)"
_BOXES = {"todo": "[ ]", "doing": "[~]", "done": "[x]", "dropped": "[-]"}
_COUNTED: tuple[Pace, ...] = ("done", "on track", "at risk", "off track", "stale", "not started")


def show_lines(standing: Standing) -> Iterator[str]:
    """The plan's lines, each safe to print: the quarter, then every item with its findings below it."""
    yield from _heading(standing)
    yield from _findings(standing, "", "")
    if not standing.plan.objectives:
        yield ""
        yield f"No objectives yet; write the first one with: okrtui {standing.plan.quarter}"
    for objective in standing.plan.objectives:
        yield ""
        yield from objective_lines(objective, standing)
    yield from _retrospective(standing)


def _heading(standing: Standing) -> Iterator[str]:
    plan, numbers = standing.plan, standing.numbers
    week, weeks = numbers.week
    when = f"week {week} of {weeks}" if week else "not begun"
    year = f" {plan.start.year}" if plan.start.year != plan.end.year else ""
    first = f"{plan.start.day} {MONTHS[plan.start.month - 1]}{year}"
    last = f"{plan.end.day} {MONTHS[plan.end.month - 1]} {plan.end.year}"
    yield f"{plan.quarter}, {plan.phase}, {when} ({first} to {last})"
    if plan.focus:
        yield from _wrapped(f"Focus: {display(plan.focus)}", "")
    if plan.phase == "closed" and (score := quarter_score(plan, numbers)) is not None:
        yield f"Score {score}, {band(score)}"
    counts = [f"{numbers.paces[pace]} {pace}" for pace in _COUNTED if numbers.paces[pace]]
    if counts:
        yield from _wrapped(", ".join(counts), "")
    due = [_many(len(numbers.due), "check-in") + " due"] if numbers.due else []
    late = [_many(len(numbers.late_actions), "action") + " late"] if numbers.late_actions else []
    if due or late:
        yield ", ".join([*due, *late])
    for change in plan.changes:
        if change.item not in standing.badges:  # of the quarter, or of a key result that is not there to show it
            yield from _wrapped(f"Changed: {change_line(change, plan)}", "")
    for left in plan.conflicts:
        yield from _wrapped(f"Unresolved merge: {conflict_line(as_conflict(left), plan)}", "")


def objective_lines(node: Objective, standing: Standing) -> Iterator[str]:
    """An objective's lines with all below it, each safe to print."""
    numbers = standing.objective(node.id)
    yield from _titled(standing.position(node.id), node.title, "")
    words = [_NONE if numbers.progress is None else f"{percent(numbers.progress)} %"]
    if numbers.expected is not None:
        words.append(f"expected {percent(numbers.expected)} %")
    if numbers.pace is not None:
        words.append(numbers.pace)
    if standing.plan.phase == "closed" and numbers.score is not None:
        words.append(f"score {numbers.score}")
    yield from _wrapped(", ".join(words), "  ")
    yield from _findings(standing, node.id, "  ")
    for key_result in node.key_results:
        yield from _key_result(key_result, standing)


def _key_result(node: KeyResult, standing: Standing) -> Iterator[str]:
    yield from _titled(standing.position(node.id), node.title, "  ")
    span = standing.plan.start, standing.plan.end
    indent = " " * 6
    changes = list(changes_of(standing.plan, node.id))
    if node.dropped_on:
        record = next((it for it in changes if (it.field, it.new) == ("dropped_on", str(node.dropped_on))), None)
        if record is not None:
            changes.remove(record)
        why = f": {_line(record.reason)}" if record is not None and record.reason else ""
        yield from _wrapped(f"dropped on {format_date(node.dropped_on, *span)}{why}", indent)
    else:
        numbers = standing.key_result(node.id)
        yield from _wrapped(", ".join(_facts(node, numbers, span, standing.badges[node.id])), indent)
        outlook = _outlook(node, numbers)
        if standing.plan.phase == "closed" and numbers.score is not None:
            outlook = [f"score {numbers.score}"]
        if way := [*_way(node), *outlook]:
            yield from _wrapped(", ".join(way), indent)
        for name, prose in (("Counts", node.definition), ("Feasible", node.realistic)):
            if prose:
                yield from _wrapped(f"{name}: {_line(prose)}", indent)
        if node.score_note:
            yield from _wrapped(f"Why this score: {_line(node.score_note)}", indent)
    for change in changes:
        yield from _wrapped(f"Changed: {change_words(change, standing.plan)}", indent)
    yield from _findings(standing, node.id, indent)
    for action in node.actions:
        yield from _action(action, standing, indent)


def _facts(node: KeyResult, numbers: KeyResultNumbers, span: tuple[dt.date, dt.date], badge: str) -> Iterator[str]:
    """Badge, value of target, progress, pace and due date."""
    unit = f" {display(node.unit)}" if node.unit else ""
    current = _NONE if numbers.current is None else format_amount(numbers.current)
    if node.target is None:
        value = f"{current}{unit}, no target"
    elif node.kind == "reach":
        value = f"{current}/{format_amount(node.target)}{unit}"
    else:
        value = f"{current}, keep {node.kind.replace('_', ' ')} {format_amount(node.target)}{unit}"
    yield f"{badge} {value}"
    yield _NONE if numbers.progress is None else f"{percent(numbers.progress)} %"
    yield numbers.pace
    yield f"due {format_date(node.due, *span)}" if node.due else "no due date"
    if numbers.check_in_due:
        yield "check in now"


def _way(node: KeyResult) -> Iterator[str]:
    """From where to where the value is to go: ``from 20 to 30 MQLs``; nothing for a level that is kept."""
    if node.kind == "reach" and node.baseline is not None and node.target is not None:
        unit = f" {display(node.unit)}" if node.unit else ""
        yield f"from {format_amount(node.baseline)} to {format_amount(node.target)}{unit}"


def _outlook(node: KeyResult, numbers: KeyResultNumbers) -> list[str]:
    """What is expected, needed and to come."""
    words: list[str] = []
    if numbers.expected is not None and numbers.progress is not None:
        words.append(f"expected {percent(numbers.expected)} %")
    if numbers.needed_per_week is not None and numbers.pace != "done":
        words.append(f"needs {format_amount(numbers.needed_per_week)} a week")
    if numbers.forecast is not None:
        words.append(f"heading for {format_amount(numbers.forecast)}")
    if numbers.confidence is not None:
        words.append(f"confidence {numbers.confidence} of 10")
    if numbers.disagreement:
        words.append(f"look again: {numbers.pace} does not go with that confidence")
    if node.owner:
        words.append(f"owner {display(node.owner)}")
    return words


def _action(node: Action, standing: Standing, indent: str) -> Iterator[str]:
    span = standing.plan.start, standing.plan.end
    words: list[str] = []
    if node.status == "done":
        words.append(f"done {format_date(node.done_on, *span)}" if node.done_on else "done")
    elif node.status == "dropped":
        words.append("dropped")
    elif node.due:
        days = (standing.today - node.due).days
        words.append(f"due {format_date(node.due, *span)}")
        if node.id in standing.numbers.late_actions and days > 0:
            words.append(f"late {_many(days, 'day')}")
    if node.owner:
        words.append(display(node.owner))
    tail = f" ({', '.join(words)})" if words else ""
    hanging = indent + " " * 4
    yield from wrap(f"{display(node.title) or _UNTITLED}{tail}", WIDTH, f"{indent}{_BOXES[node.status]} ", hanging)
    yield from _findings(standing, node.id, hanging)


def _retrospective(standing: Standing) -> Iterator[str]:
    answers = {name: _line(getattr(standing.plan.retrospective, name)) for name in QUESTIONS}
    if any(answers.values()):
        yield ""
        yield "Retrospective"
    for name, answer in answers.items():
        if answer:
            yield from _wrapped(f"{QUESTIONS[name]} {answer}", "  ")


def _line(prose: str) -> str:
    """A text of several lines in one that is safe to print."""
    return display(" ".join(prose.split()))


def _findings(standing: Standing, item_id: str, indent: str) -> Iterator[str]:
    for finding in standing.findings_of.get(item_id, ()):
        yield from wrap(_said(finding), WIDTH, f"{indent}! ", f"{indent}  ")


def _said(finding: Finding) -> str:
    if finding.accepted:
        return f"accepted: {display(finding.accepted)} ({finding.code})"
    return f"{finding.severity}: {display(finding.message)} ({finding.code})"


def _titled(position: str, title: str, indent: str) -> Iterator[str]:
    lead = f"{indent}{position} "
    yield from wrap(display(title) or _UNTITLED, WIDTH, lead, " " * len(lead))


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, indent, f"{indent}  ")


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
