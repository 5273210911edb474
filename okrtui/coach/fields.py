"""Rules on the fields of one item: what is missing, what is too long, what cannot be measured.

What can be said about wording is in another module; of a sentence, only the due date that it says is read here.
"""

import datetime as dt
import unicodedata

from okrtui.coach.findings import Context, Fix, Problem, has_text, rule
from okrtui.coach.said_due import said_due
from okrtui.i18n import tr, tr_n
from okrtui.model.dates import full_date, month_day
from okrtui.model.edits import ChangeFields
from okrtui.model.numbers import format_amount
from okrtui.model.past_steps import BOLD, planned_step
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.text import search_key
from okrtui.patterns import pattern

MOST_WORDS = 12
"""The most words of an objective that people still repeat by heart."""

MOST_CHARACTERS = 30
"""The same for scripts that put no spaces between words."""

TOO_SAFE = 9
"""Confidence from which a target asks too little, 0 to 10."""

TOO_BOLD = 2
"""Confidence up to which nobody works for a target, 0 to 10."""

_UNSPACED = pattern("[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LEAST_LETTERS = 3
_SHORT_WORDS = "\u3040"
"""The first letter of the scripts in which a word may have one or two: Japanese, Chinese, Korean."""
_SHARE = pattern(
    r"[%٪‰]|\bper\s?cents?\b|\bpercentage|\bpct\b|prozent|\bpour\s?cent|パーセント|퍼센트|백분율"
    r"|(?:في\s|ب)ال(?:مئة|مائة|مية)"
)
_POINTS = pattern(r"(?:basis\s)?points?|p\.?\s?p\.?|ポイント|포인트|نقاط|نقطة")


def is_share(unit: str) -> bool:
    """Whether a unit measures in per cent or points, in any of the coach's languages."""
    plain = " ".join(search_key(unit).split())
    return bool(_SHARE.search(plain) or _POINTS.fullmatch(plain))


def is_points(unit: str) -> bool:
    """Whether a unit is points, which are a share of most things and a number of a score."""
    return _POINTS.fullmatch(" ".join(search_key(unit).split())) is not None


@rule("objective-empty", on="objective", severity="error", field="title", wording=True)
def objective_empty(objective: Objective, _: Context) -> Problem | None:
    """An objective needs a title that says where to go."""
    return _missing(objective.title, tr("it has no title, so nobody knows where to go"))


@rule("objective-too-long", on="objective", severity="warning", field="title", wording=True)
def objective_too_long(objective: Objective, _: Context) -> Problem | None:
    """An objective has at most about 12 words; 30 characters where words are written without spaces."""
    title = unicodedata.normalize("NFKC", objective.title)
    letters = sum(char.isalnum() for char in title)
    if 2 * len(_UNSPACED.findall(title)) >= letters > 0:
        if letters > MOST_CHARACTERS:
            return Problem(
                tr_n(
                    "{n} character; up to {most} are remembered and repeated",
                    "{n} characters; up to {most} are remembered and repeated",
                    letters,
                    most=MOST_CHARACTERS,
                )
            )
        return None
    words = sum(any(map(str.isalnum, word)) for word in title.split())
    if words > MOST_WORDS:
        return Problem(
            tr_n(
                "{n} word; up to {most} are remembered and repeated",
                "{n} words; up to {most} are remembered and repeated",
                words,
                most=MOST_WORDS,
            )
        )
    return None


@rule("objective-no-why", on="objective", severity="hint", field="why")
def objective_no_why(objective: Objective, _: Context) -> Problem | None:
    """An objective says which company goal it serves."""
    return _missing(objective.why, tr("nothing says which company goal it serves"))


@rule("kr-empty", on="key result", severity="error", letter="S", field="title", wording=True)
def kr_empty(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result needs a title that names the result."""
    no_title = _missing(key_result.title, tr("it has no title, so nobody knows which result is meant"))
    if no_title or any(map(str.isalpha, key_result.title)):
        return no_title
    return Problem(tr("a number alone says nothing; name what is counted"))


@rule("kr-no-definition", on="key result", severity="warning", letter="S", field="definition")
def kr_no_definition(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result says what counts, so that everybody counts the same."""
    return _wordless(key_result.definition, tr("nothing says what counts, so two people may count differently"))


@rule("kr-no-baseline", on="key result", severity="error", letter="M", field="baseline")
def kr_no_baseline(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result that reaches for a target says where it starts; one that keeps a level need not."""
    if key_result.kind != "reach" or key_result.baseline is not None:
        return None
    return Problem(tr("no starting value, so there is nothing to measure progress from"))


@rule("kr-no-target", on="key result", severity="error", letter="M", field="target")
def kr_no_target(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result has a target, or the level that it keeps."""
    if key_result.target is not None:
        return None
    if key_result.kind == "reach":
        return Problem(tr("no target, so nobody can say when it is reached"))
    return Problem(tr("no level given, so nobody can say whether it is kept"))


@rule("kr-no-unit", on="key result", severity="error", letter="M", field="unit")
def kr_no_unit(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result says what its numbers count."""
    return _missing(key_result.unit, tr("no unit, so the numbers do not say what they count"))


@rule("kr-nothing-to-move", on="key result", severity="error", letter="M", field="target")
def kr_nothing_to_move(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result that reaches for a target ends elsewhere than it starts."""
    if key_result.kind != "reach" or key_result.target is None or key_result.baseline != key_result.target:
        return None
    amount = format_amount(key_result.target)
    return Problem(tr("it starts at {amount} and ends there, so nothing has to move", amount=amount))


@rule("kr-no-confidence", on="key result", severity="error", letter="A", field="confidence")
def kr_no_confidence(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result says how likely it is, from 0 to 10, at planning."""
    if key_result.confidence is not None:
        return None
    return Problem(tr("nobody has said how likely it is, from 0 to 10"))


@rule("kr-too-safe", on="key result", severity="warning", letter="A", field="confidence")
def kr_too_safe(key_result: KeyResult, _: Context) -> Problem | None:
    """A confidence of 9 or 10 means that the target asks too little."""
    confidence = key_result.confidence
    if confidence is None or confidence < TOO_SAFE:
        return None
    words = tr("confidence {number} of 10 is as good as certain; the target can ask for more", number=confidence)
    return Problem(words)


@rule("kr-too-bold", on="key result", severity="warning", letter="A", field="confidence")
def kr_too_bold(key_result: KeyResult, context: Context) -> Problem | None:
    """A confidence of 0 to 2 means that nobody believes in the target.

    Nor should anybody where it asks for over 3 times what the same metric moved in its best quarter so far.
    """
    confidence = key_result.confidence
    if confidence is not None and confidence <= TOO_BOLD:
        words = tr("confidence {number} of 10 is hardly believed in; bring the target closer", number=confidence)
        return Problem(words)
    step, best = planned_step(key_result), context.past.best_step(key_result)
    if step is None or best is None or step <= BOLD * best.step:
        return None
    words = tr(
        "it asks for {asked}; the best quarter so far, {quarter}, moved it by {done}",
        asked=format_amount(step),
        quarter=best.quarter,
        done=format_amount(best.step),
    )
    return Problem(words, field="target")


@rule("kr-not-realistic", on="key result", severity="error", letter="R", field="realistic")
def kr_not_realistic(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result says how it moves the objective and what makes it feasible."""
    return _wordless(key_result.realistic, tr("nothing says how it moves the objective or what makes it feasible"))


@rule("kr-no-due", on="key result", severity="error", letter="T", field="due")
def kr_no_due(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result has a due date. What mends it is the date that the sentence says, else the end of the quarter."""
    if key_result.due is not None:
        return None
    words, said = tr("no due date, so it can wait for ever"), said_due(key_result.title, context.plan)
    try:
        return Problem(words, fix=due_fix(key_result, said.day(context.plan) if said else context.plan.end))
    except ValueError:
        return Problem(words)


@rule("kr-due-outside", on="key result", severity="error", letter="T", field="due")
def kr_due_outside(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result is due within the quarter."""
    due, start, end = key_result.due, context.plan.start, context.plan.end
    if due is None or start <= due <= end:
        return None
    if due < start:
        words = _before_start(due, start)
    else:
        words = tr("due on {day}, after the quarter ends on {last}", day=full_date(due), last=full_date(end))
    days = (start + dt.timedelta(days=days) for days in range((end - start).days))
    meant = next((day for day in days if (day.day, day.month) == (due.day, due.month)), end)  # of another year
    return Problem(words, fix=due_fix(key_result, meant))


@rule("kr-start-late", on="key result", severity="error", letter="T", field="start")
def kr_start_late(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result starts no later than it is due."""
    start, due, first = key_result.start, key_result.due, context.plan.start
    if start is None or due is None or start <= due:
        return None
    words = tr("starts on {day}, after it is due on {last}", day=full_date(start), last=full_date(due))
    return Problem(words, fix=_start(key_result, first) if first <= due else None)


@rule("kr-start-outside", on="key result", severity="warning", letter="T", field="start")
def kr_start_outside(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result starts within the quarter; without a date it starts with it."""
    day, first, last = key_result.start, context.plan.start, context.plan.end
    if day is None or first <= day <= last:
        return None
    said = full_date(day)
    if day < first:
        words = tr("starts on {day}, before the quarter starts on {first}", day=said, first=full_date(first))
    else:
        words = tr("starts on {day}, after the quarter ends on {last}", day=said, last=full_date(last))
    return Problem(words, fix=_start(key_result, first))


@rule("action-empty", on="action", severity="error", field="title", wording=True)
def action_empty(action: Action, _: Context) -> Problem | None:
    """An action needs a title that says what to do."""
    return _missing(action.title, tr("it has no title, so nobody knows what to do"))


@rule("action-due-early", on="action", severity="warning", field="due")
def action_due_early(action: Action, context: Context) -> Problem | None:
    """An action is due no earlier than the quarter starts. One that is done or dropped is left alone."""
    first = context.plan.start
    if action.due is None or action.due >= first or action.status in {"done", "dropped"}:
        return None
    return Problem(_before_start(action.due, first))


@rule("action-due-late", on="action", severity="warning", field="due")
def action_due_late(action: Action, context: Context) -> Problem | None:
    """An action is due no later than its key result. One that is done is left alone."""
    limit = context.key_result.due if context.key_result else None
    if action.due is None or limit is None or action.due <= limit or action.status == "done":
        return None
    due = month_day(action.due) if action.due.year == limit.year else full_date(action.due)
    words = tr("due on {day}, after its key result is due on {last}", day=due, last=month_day(limit))
    return Problem(words, fix=due_fix(action, limit))


def _missing(text: str, message: str) -> Problem | None:
    return None if has_text(text) else Problem(message)


def _wordless(text: str, message: str) -> Problem | None:
    """The same where words are asked for: 6, - or ok says nothing."""
    letters = "".join(filter(str.isalpha, text))
    is_short = len(letters) < _LEAST_LETTERS and max(letters, default="") < _SHORT_WORDS
    return Problem(message) if is_short else None


def _start(key_result: KeyResult, day: dt.date) -> Fix:
    label = tr("set the start to {day}", day=month_day(day))
    return Fix(label, ChangeFields(key_result.id, {"start": day}))


def _before_start(due: dt.date, first: dt.date) -> str:
    return tr("due on {day}, before the quarter starts on {first}", day=full_date(due), first=full_date(first))


def due_fix(item: KeyResult | Action, day: dt.date) -> Fix:
    """What sets the due date."""
    return Fix(tr("set the due date to {day}", day=month_day(day)), ChangeFields(item.id, {"due": day}))
