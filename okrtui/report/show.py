"""A plan as plain lines to read: what the screen says, in words, for pipes and for terminals without one."""

from collections.abc import Iterator

from okrtui.coach.findings import Finding
from okrtui.i18n import tr, tr_as, tr_n
from okrtui.i18n_lists import joined, row_of
from okrtui.model.closing import QUESTIONS, State, band, quarter_score, states
from okrtui.model.dates import format_date, span_of_days
from okrtui.model.goalposts import change_line, change_words, changes_of
from okrtui.model.measure import KeyResultNumbers
from okrtui.model.numbers import format_amount, with_unit
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.settling import as_conflict
from okrtui.model.shares import format_share, percent
from okrtui.model.text import display
from okrtui.report import tally
from okrtui.report.columns import one_line, wrap
from okrtui.report.conflict_words import conflict_line
from okrtui.report.outcome import phase_word, state_word
from okrtui.report.standing import Standing
from okrtui.report.uncommitted import uncommitted
from okrtui.report.words import capital, full_stop, level_of, score_words

WIDTH = 80
"""The columns that lines keep to where words allow."""

_NONE = "–"
_BOXES = {"todo": "[ ]", "doing": "[~]", "done": "[x]", "dropped": "[-]"}
_COUNTED: tuple[State, ...] = (
    *("done", "on track", "at risk", "off track", "stale", "not started"),
    *("delivered", "partly", "little"),
)


def show_lines(standing: Standing) -> Iterator[str]:
    """The plan's lines, each safe to print: the quarter, then every item with its findings below it."""
    yield from _heading(standing)
    yield from _findings(standing, "", "")
    if not standing.plan.objectives:
        yield ""
        # for translators: okrtui and the quarter are a command to type
        yield tr("No objectives yet; write the first one with: okrtui {quarter}", quarter=standing.plan.quarter)
    for objective in standing.plan.objectives:
        yield ""
        yield from objective_lines(objective, standing)
    yield from _retrospective(standing)


def _heading(standing: Standing) -> Iterator[str]:
    plan, numbers = standing.plan, standing.numbers
    yield _when(standing)
    if plan.focus:
        # for translators: what the quarter is about
        yield from _wrapped(tr("Focus: {focus}", focus=display(plan.focus)), "")
    if plan.phase == "closed" and (score := quarter_score(plan, numbers)) is not None:
        # for translators: a number from 0 to 1, and what it says: delivered
        yield tr("Score {score}, {band}", score=format_amount(score), band=tr(band(score)))
    if over := uncommitted(plan, standing.today):
        yield full_stop(capital(over))
    counts = {} if over else states(plan, numbers)
    if said := row_of(tally.states(state, counts[state]) for state in _COUNTED if state in counts):
        yield from _wrapped(said, "")
    due, late = len(numbers.due), len(numbers.late_actions)
    asking = [tr_n("{n} check-in due", "{n} check-ins due", due)] if due else []
    asking += [tr_n("{n} action late", "{n} actions late", late)] if late else []
    if asking:
        yield row_of(asking)
    for change in plan.changes:
        if change.item not in standing.badges:  # of the quarter, or of a key result that is not there to show it
            yield from _wrapped(_changed(change_line(change, plan)), "")
    for left in plan.conflicts:
        conflict = conflict_line(as_conflict(left), plan)
        # for translators: a merge left two values for one field
        yield from _wrapped(tr("Unresolved merge: {conflict}", conflict=conflict), "")


def _when(standing: Standing) -> str:
    """The quarter and where in it one is: ``2026-Q4, active, week 7 of 13 (1 Oct to 31 Dec 2026)``."""
    plan, (week, weeks) = standing.plan, standing.numbers.week
    # for translators: a quarter, planning, active or closed, where in it one is, and: 1 Oct to 31 Dec 2026
    return tr(
        "{quarter}, {phase}, {when} ({days})",
        quarter=plan.quarter,
        phase=phase_word(plan.phase, has_begun=week > 0),
        # for translators: the quarter
        when=tr("week {week} of {weeks}", week=week, weeks=weeks) if week else tr("not begun"),
        days=span_of_days(plan.start, plan.end),
    )


def _changed(change: str) -> str:
    # for translators: something that was agreed was changed: Changed: target 30, was 40 until 3 Nov
    return tr("Changed: {change}", change=change)


def objective_lines(node: Objective, standing: Standing) -> Iterator[str]:
    """An objective's lines with all below it, each safe to print."""
    numbers = standing.objective(node.id)
    yield from _titled(standing.position(node.id), node.title, "")
    words = [_NONE if numbers.progress is None else format_share(numbers.progress)]
    if numbers.expected is not None and standing.plan.phase != "closed":
        words.append(tr("expected {percent} %", percent=percent(numbers.expected)))
    words.append(state_word(numbers, standing.plan))
    if standing.plan.phase == "closed" and numbers.score is not None:
        words.append(score_words(numbers.score))
    yield from _wrapped(row_of(words), "  ")
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
        day, why = format_date(node.dropped_on, *span), _line(record.reason) if record is not None else ""
        with_reason = tr("dropped on {day}: {reason}", day=day, reason=why)
        yield from _wrapped(with_reason if why else tr("dropped on {day}", day=day), indent)
    else:
        numbers = standing.key_result(node.id)
        yield from _wrapped(row_of(_facts(node, numbers, standing)), indent)
        outlook = _outlook(node, numbers)
        if standing.plan.phase == "closed" and numbers.score is not None:
            outlook = [score_words(numbers.score)]
        if way := row_of([*_way(node), *outlook]):
            yield from _wrapped(way, indent)
        for prose in _prose(node):
            yield from _wrapped(prose, indent)
    for change in changes:
        yield from _wrapped(_changed(change_words(change, standing.plan)), indent)
    yield from _findings(standing, node.id, indent)
    for action in node.actions:
        yield from _action(action, standing, indent)


def _prose(node: KeyResult) -> Iterator[str]:
    """What is written of it at length, each on one line."""
    if node.definition:
        # for translators: what counts towards a key result
        yield tr("Counts: {text}", text=_line(node.definition))
    if node.realistic:
        # for translators: what makes a key result feasible
        yield tr("Feasible: {reason}", reason=_line(node.realistic))
    if node.score_note:
        yield tr("Why this score: {reason}", reason=_line(node.score_note))


def _facts(node: KeyResult, numbers: KeyResultNumbers, standing: Standing) -> Iterator[str]:
    """Badge, value of target, progress, how it stands and due date."""
    plan = standing.plan
    unit = with_unit("", display(node.unit))
    current = _NONE if numbers.current is None else format_amount(numbers.current)
    if node.target is None:
        # for translators: the value of a key result that has no target
        value = tr("{amount}, no target", amount=f"{current}{unit}")
    elif node.kind == "reach":
        value = f"{current}/{format_amount(node.target)}{unit}"
    else:
        level = level_of(node.kind, f"{format_amount(node.target)}{unit}")
        # for translators: the value of a key result, and the level it is to keep: 6, keep at least 5 customers
        value = tr("{amount}, keep {level}", amount=current, level=level)
    yield f"{standing.badges[node.id]} {value}"
    yield _NONE if numbers.progress is None else format_share(numbers.progress)
    yield state_word(numbers, plan)
    yield tr("due {day}", day=format_date(node.due, plan.start, plan.end)) if node.due else tr("no due date")
    if numbers.check_in_due and plan.phase == "active":
        yield tr("check in now")


def _way(node: KeyResult) -> Iterator[str]:
    """From where to where the value is to go: ``from 20 to 30 MQLs``; nothing for a level that is kept."""
    if node.kind == "reach" and node.baseline is not None and node.target is not None:
        # for translators: from the value that it began with to the target
        yield tr(
            "from {baseline} to {target}",
            baseline=format_amount(node.baseline),
            target=with_unit(format_amount(node.target), display(node.unit)),
        )


def _outlook(node: KeyResult, numbers: KeyResultNumbers) -> list[str]:
    """What is expected, needed and to come."""
    words: list[str] = []
    if numbers.expected is not None and numbers.progress is not None:
        words.append(tr("expected {percent} %", percent=percent(numbers.expected)))
    if numbers.needed_per_week is not None and numbers.pace != "done":
        # for translators: a key result, to reach its target
        words.append(tr("needs {amount} a week", amount=format_amount(numbers.needed_per_week)))
    if numbers.forecast is not None:
        # for translators: the value that a key result will have, going on like this
        words.append(tr("heading for {amount}", amount=format_amount(numbers.forecast)))
    if numbers.confidence is not None:
        words.append(tr("confidence {confidence} of 10", confidence=numbers.confidence))
    if numbers.disagreement:
        # for translators: {pace} is such as: off track
        words.append(tr("look again: {pace} does not go with that confidence", pace=tr(numbers.pace)))
    if node.owner:
        words.append(tr("owner {name}", name=display(node.owner)))
    return words


def _action(node: Action, standing: Standing, indent: str) -> Iterator[str]:
    span = standing.plan.start, standing.plan.end
    words: list[str] = []
    if node.status == "done":
        on = format_date(node.done_on, *span) if node.done_on else ""
        words.append(tr("done {day}", day=on) if on else tr_as("an action", "done"))
    elif node.status == "dropped":
        words.append(tr_as("an action", "dropped"))
    elif node.due:
        days = (standing.today - node.due).days
        words.append(tr("due {day}", day=format_date(node.due, *span)))
        if node.id in standing.numbers.late_actions and days > 0:
            words.append(tr_n("late {n} day", "late {n} days", days))
    if node.owner:
        words.append(display(node.owner))
    said = display(node.title) or tr("(no title yet)")
    if words:
        said = tr("{title} ({facts})", title=said, facts=row_of(words))
    hanging = indent + " " * 4
    yield from wrap(said, WIDTH, f"{indent}{_BOXES[node.status]} ", hanging)
    yield from _findings(standing, node.id, hanging)


def _retrospective(standing: Standing) -> Iterator[str]:
    answers = {name: _line(getattr(standing.plan.retrospective, name)) for name in QUESTIONS}
    if any(answers.values()):
        yield ""
        yield tr("Retrospective")
    for name, answer in answers.items():
        if answer:
            yield from _wrapped(joined([tr(QUESTIONS[name]), answer]), "  ")


def _line(prose: str) -> str:
    """A text of several lines in one that is safe to print."""
    return display(one_line(prose))


def _findings(standing: Standing, item_id: str, indent: str) -> Iterator[str]:
    for finding in standing.told_of(item_id):
        yield from wrap(_said(finding), WIDTH, f"{indent}! ", f"{indent}  ")


def _said(finding: Finding) -> str:
    if finding.accepted:
        # for translators: the reason for which a warning was accepted on purpose, and the warning's code
        return tr("accepted: {reason} ({code})", reason=display(finding.accepted), code=finding.code)
    # for translators: error, warning or hint, what it says, and its code
    return tr(
        "{severity}: {message} ({code})",
        severity=tr(finding.severity),
        message=display(finding.message),
        code=finding.code,
    )


def _titled(position: str, title: str, indent: str) -> Iterator[str]:
    lead = f"{indent}{position} "
    yield from wrap(display(title) or tr("(no title yet)"), WIDTH, lead, " " * len(lead))


def _wrapped(text: str, indent: str) -> Iterator[str]:
    yield from wrap(text, WIDTH, indent, f"{indent}  ")
