"""Rules on the wording of one sentence: what an objective must not carry, what a key result must count.

Where the language is not certain, only what holds in every language that it may be is found.
"""

from decimal import Decimal
from typing import cast

from okrtui.coach.change import baseline_and_target, either_way, said_step, start_and_goal
from okrtui.coach.deadlines import WHOLE_MONTH
from okrtui.coach.direction import direction, is_lone
from okrtui.coach.fields import due_fix, is_points, is_share
from okrtui.coach.findings import Context, Fix, Problem, has_text, rule
from okrtui.coach.language import readings
from okrtui.coach.named_days import days_ahead, led_span, open_end
from okrtui.coach.quantities import MEASURES, SHARES, Quantity, Type
from okrtui.coach.reading import Reading
from okrtui.coach.real_number import is_change, real_number, same_amount
from okrtui.coach.said_due import said_due
from okrtui.i18n import Code, mark, tr
from okrtui.model.dates import EitherDayError, month_day
from okrtui.model.edits import ChangeFields
from okrtui.model.near_days import is_open_day
from okrtui.model.numbers import check_amount, format_amount
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.text import display
from okrtui.patterns import pattern

_IN_OBJECTIVES: frozenset[Type] = MEASURES - {"limit"} | SHARES | {"placeholder"}
_QUOTE_LIMIT = 30
_REST_OF_WORD = pattern(r"[\u4e00-\u9fff]*(?:(?![をがはにとのでもへや])[\u3041-\u3096]{1,6}(?![\u3041-\u3096]))?")
"""What is left of a Japanese word behind its stem, as in 増や-す and 認知-度; a particle is none of it."""
_AGREE = 2
"""In how many languages a sentence must be a bare name, where its own is not certain."""


@rule("objective-has-number", on="objective", severity="error", field="title", wording=True)
def objective_has_number(objective: Objective, context: Context) -> Problem | None:
    """An objective carries no count, money, share or factor. Names, dates and ranks may stay."""
    found = [
        next((quantity for quantity in reading.of_types(_IN_OBJECTIVES) if not quantity.small), None)
        for reading in _readings(objective.title, context)
    ]
    quantity = found[0] if found and all(found) else None
    if quantity is None:
        return None
    reading = _readings(objective.title, context)[0]
    said = _quoted(objective.title, reading, quantity.start, quantity.end)
    return Problem(
        tr("{words} says how much; that belongs in a key result", words=said),
        span=reading.folded.span(quantity.start, quantity.end),
    )


@rule("objective-no-direction", on="objective", severity="error", field="title", wording=True)
def objective_no_direction(objective: Objective, context: Context) -> Problem | None:
    """An objective says what is to happen, with a verb. Only a hint where the coach cannot tell."""
    if not has_text(objective.title):
        return None
    said = [direction(reading) for reading in _readings(objective.title, context)]
    if "said" in said:
        return None
    span = (0, len(objective.title))
    if said.count("bare") >= min(len(said), _AGREE):
        return Problem(tr("it only names a thing; say what is to happen to it: build, improve, win …"), span=span)
    return Problem(tr("no word was found that says what is to happen; begin with a verb"), "hint", span=span)


@rule("objective-too-short", on="objective", severity="warning", field="title", wording=True)
def objective_too_short(objective: Objective, context: Context) -> Problem | None:
    """An objective says what it is about, not only that something is to happen."""
    read = _readings(objective.title, context)
    if not read or not all(map(is_lone, read)):
        return None
    words = tr("it only says that something is to happen; say to what, and for whom")
    return Problem(words, span=(0, len(objective.title)))


@rule("kr-vague", on="key result", severity="warning", letter="S", field="title", wording=True)
def kr_vague(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result uses words that can be checked, where it counts nothing."""
    span = _found_without_number(key_result, context, "vague")
    if span is None:
        return None
    if rest := _REST_OF_WORD.match(key_result.title, span[1]):
        span = span[0], rest.end()
    word = display(key_result.title[slice(*span)], _QUOTE_LIMIT)
    said = tr('nobody can check "{word}"; say what is seen or counted when it is reached', word=word)
    return Problem(said, span=span)


@rule("kr-is-an-activity", on="key result", severity="hint", letter="S", field="title", wording=True)
def kr_is_an_activity(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result is what comes of the work; the work itself is an action."""
    span = _found_without_number(key_result, context, "activity")
    if span is None:
        return None
    said = tr("it reads like an action; say what it brings, and keep this as an action below it")
    return Problem(said, span=span)


@rule("kr-no-number", on="key result", severity="error", letter="M", field="title", wording=True)
def kr_no_number(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result has a number, in its sentence or in its fields. A date, a name or *several* is none."""
    title = key_result.title
    if not has_text(title) or key_result.target is not None or key_result.baseline is not None:
        return None
    read = _readings(title, context)
    if any(reading.of_types(MEASURES | SHARES) for reading in read):
        return None
    reading = read[0]
    for kind, message in _NO_MEASURES:
        if quantities := reading.of_types(frozenset({kind})):
            said = tr(message, words=_quoted(title, reading, quantities[0].start, quantities[0].end))
            return Problem(said, span=reading.folded.span(quantities[0].start, quantities[0].end))
    return Problem(tr("no number, so nobody can tell whether it is reached"), span=(0, len(title)))


_NO_MEASURES: tuple[tuple[Type, str], ...] = (
    # for translators: words are those of a sentence, in quotes: "X more customers" still waits for its number
    ("placeholder", mark("{words} still waits for its number")),
    # for translators: words are those of a sentence, in quotes: "several" is no number
    ("vague", mark("{words} is no number, so nobody can tell whether it is reached")),
    ("date", mark("{words} says when, and no number says how much")),
    # for translators: words are such as "first"
    ("ordinal", mark("{words} counts nothing; say how many")),
    # for translators: words are such as "top 3"
    ("rank", mark("{words} is a rank; say what is counted")),
    # for translators: words are such as "Web 2.0"
    ("name", mark("{words} is part of a name; no number says how much")),
)
"""What looks like a number and is no measure, with what to say of it."""


@rule("kr-percentage", on="key result", severity="error", letter="M", field="unit", acceptable=True, wording=True)
def kr_percentage(key_result: KeyResult, context: Context) -> Problem | None:
    """A key result counts in a real number, not in per cent, points, double or half. Can be accepted with a reason."""
    read = _readings(key_result.title, context)
    is_score = is_points(key_result.unit) and any(reading.find(reading.words.scales) for reading in read)
    if is_share(key_result.unit) and not is_score:
        return Problem(tr("a share hides how many there are; count the real number instead"))
    own = MEASURES - {"limit"}
    if not read or not all(reading.of_types(SHARES) and not reading.of_types(own) for reading in read):
        return None
    reading = read[0]
    shares = reading.of_types(SHARES)
    share = next((share for share in shares if share.own_unit), shares[0])
    said = _quoted(key_result.title, reading, share.start, share.end)
    span = reading.folded.span(share.start, share.end)
    if better := real_number(key_result, reading):
        # for translators: words are such as "by 50 %"; better are such as: from 20,000 to 30,000 visits
        message = tr("{words} hides how many there are; write {better}", words=said, better=better.words)
        return Problem(message, field="title", fix=better.fix, span=span)
    if key_result.baseline is None and is_change(reading, share):
        message = tr(
            "{words} hides how many there are; give the baseline and the real number can be written", words=said
        )
    else:
        message = tr("{words} hides how many there are; count the real number instead", words=said)
    return Problem(message, field="title", span=span)


@rule("kr-sentence-disagrees", on="key result", severity="warning", letter="M", field="title")
def kr_sentence_disagrees(key_result: KeyResult, context: Context) -> Problem | None:
    """The numbers of the sentence are those of baseline and target."""
    target, read = key_result.target, _readings(key_result.title, context)
    types = SHARES if is_share(key_result.unit) else MEASURES
    if target is None or not read:
        return None
    if any(not reading.of_types(types) or _agrees(reading, key_result, target) for reading in read):
        return None
    reading = read[0]
    start, goal = _said_levels(reading, key_result)
    is_reached = goal is not None and goal.value is not None and same_amount(goal.value, target)
    shown = (start if is_reached else goal) or reading.of_types(types)[0]
    span = said_step(reading, shown) or (shown.start, shown.end)
    said = _quoted(key_result.title, reading, *span)
    amount = format_amount(target)
    if key_result.baseline is None:
        message = tr("the sentence says {words}, the fields say to {target}", words=said, target=amount)
    else:
        message = tr(
            "the sentence says {words}, the fields say from {baseline} to {target}",
            words=said,
            baseline=format_amount(key_result.baseline),
            target=amount,
        )
    return Problem(message, fix=_by_so_many(reading, key_result), span=reading.folded.span(*span))


def _by_so_many(reading: Reading, key_result: KeyResult) -> Fix | None:
    """What sets a target that is by how much the baseline is to change: 1,000 more visitors."""
    steps = [it for it in reading.of_types(MEASURES) if it.value == key_result.target and said_step(reading, it)]
    if not steps or key_result.baseline is None or key_result.target is None or key_result.kind != "reach":
        return None
    falls = reading.find(reading.words.change["down"]) is not None
    try:
        target = check_amount(key_result.baseline + (-key_result.target if falls else key_result.target))
    except ValueError:
        return None
    label = tr("set the target to {amount}", amount=format_amount(target))
    return Fix(label, ChangeFields(key_result.id, {"target": target}))


@rule("kr-other-way", on="key result", severity="hint", letter="M", field="title")
def kr_other_way(key_result: KeyResult, context: Context) -> Problem | None:
    """The numbers move as the verb says: who writes *grow* has swapped them, or a digit, where they fall."""
    baseline, target = key_result.baseline, key_result.target
    read = _readings(key_result.title, context)
    if key_result.kind != "reach" or not baseline or target in (None, baseline) or not read:
        return None  # what starts at 0 counts what is done, such as 5 guides that cut something else
    reading, other = read[0], ("grows", "falls") if target < baseline else ("falls", "grows")
    said, also = (reading.find(reading.words.change[way]) for way in other)
    if said is None or also:
        return None
    first, last = said
    if not reading.words.unspaced:
        last = next((end for start, end in reading.tokens if start <= first < end), last)
    # for translators: words are the verb of a sentence, in quotes: "Grow"
    message = tr(
        "{words} does not go with from {baseline} to {target}; are they swapped?",
        words=_quoted(key_result.title, reading, first, last),
        baseline=format_amount(baseline),
        target=format_amount(target),
    )
    return Problem(message, span=reading.folded.span(first, last))


@rule("kr-date-disagrees", on="key result", severity="warning", letter="T", field="title")
def kr_date_disagrees(key_result: KeyResult, context: Context) -> Problem | None:
    """The date that the sentence is due is the due date."""
    due, said = key_result.due, said_due(key_result.title, context.plan)
    if due is None or said is None or not said.is_told:
        return None
    words = key_result.title[slice(*said.span_with_words)].strip()
    quoted = tr('"{title}"', title=display(words, _QUOTE_LIMIT))
    try:
        day = said.day(context.plan)
    except EitherDayError:
        return None
    except ValueError as error:
        start, end = said.span
        message = tr('"{text}" {problem}', text=key_result.title[start:end], problem=error)
        label = tr("take {words} out of the sentence", words=quoted)
        cut = Fix(label, ChangeFields(key_result.id, {"title": said.left_of(key_result.title)}))
        return Problem(message, fix=cut, span=said.span)
    if said.first_day(day) <= due <= day:
        return None
    # for translators: words are those of a sentence, in quotes: "by 15 Dec"
    message = tr("the sentence says {words}, the due date is {day}", words=quoted, day=month_day(due))
    return Problem(message, fix=due_fix(key_result, day), span=said.span_with_words)


@rule("kr-number-unclear", on="key result", severity="warning", letter="M", field="title")
def kr_number_unclear(key_result: KeyResult, context: Context) -> Problem | None:
    """A number of the sentence that could be two, such as 1.250, fills no field. Said until the field holds one."""
    waits = {
        "baseline": key_result.baseline is None and key_result.kind == "reach",
        "target": key_result.target is None,
    }
    if not any(waits.values()) or not has_text(key_result.title):
        return None
    reading = _readings(key_result.title, context)[0]
    for quantity, is_waiting in zip(baseline_and_target(reading), waits.values(), strict=True):
        if quantity and is_waiting and (unclear := either_way(reading, quantity)):
            return Problem(unclear, span=reading.folded.span(quantity.start, quantity.end))
    return None


@rule("due-unclear", on=("key result", "action"), severity="warning", field="title")
def due_unclear(item: KeyResult | Action, context: Context) -> Problem | None:
    """A due date that a title says is a day that there is, and not one of two. Said until the field holds one."""
    if item.due is not None or not has_text(item.title):
        return None
    said = said_due(item.title, context.plan)
    if said is None:
        return _no_day(item.title, context, ends=isinstance(item, Action))
    try:
        said.day(context.plan)
    except ValueError as error:
        start, end = said.span
        return Problem(tr('"{text}" {problem}', text=item.title[start:end], problem=error), span=said.span)
    return None


def _no_day(title: str, context: Context, *, ends: bool) -> Problem | None:
    """What is due by *next Friday*, by *Q4* or *in 3 weeks*: no field is filled in from that.

    ``ends`` is for what is due on the day that ends its title: *call Ana next Friday*.
    """
    reading = _readings(title, context)[0]
    spans = []
    for time in reading.of_types(frozenset({"date", "ordinal"})):
        if time.slashed is None and (time.day is None or time.day[2] == WHOLE_MONTH):
            spans.append((time.start, time.end) if days_ahead(reading, time) else led_span(reading, time))
    spans.append(open_end(reading) if ends else None)
    for first, last in filter(None, spans):
        start, end = reading.folded.span(first, last)
        words, day = tr('"{title}"', title=display(title[start:end].strip(), _QUOTE_LIMIT)), month_day(context.plan.end)
        if is_open_day(reading.folded.text[first:last], cast(Code, reading.words.code)):
            # for translators: words are those of a sentence, in quotes: "next Friday"; {day} is a date
            said = tr("{words} could be several days; write one such as {day}", words=words, day=day)
        else:
            # for translators: words are those of a sentence, in quotes: "Friday" names no day of the calendar
            said = tr("{words} gives no date; write one such as {day}", words=words, day=day)
        return Problem(said, span=(start, end))
    return None


def _said_levels(reading: Reading, key_result: KeyResult) -> tuple[Quantity | None, Quantity | None]:
    return baseline_and_target(reading) if is_share(key_result.unit) else start_and_goal(reading)


def _agrees(reading: Reading, key_result: KeyResult, target: Decimal) -> bool:
    start, goal = _said_levels(reading, key_result)
    baseline = key_result.baseline
    if start and goal and start.value is not None and goal.value is not None:
        return same_amount(goal.value, target) and (baseline is None or same_amount(start.value, baseline))
    if is_share(key_result.unit):
        return goal is None or goal.value is None or same_amount(goal.value, target)
    step = abs(target - (baseline or 0))
    said = [quantity for quantity in reading.of_types(MEASURES) if quantity.value is not None]
    levels = [it for it in said if baseline is None or key_result.kind != "reach" or not said_step(reading, it)]
    values = [(it.value, target) for it in levels] + [(it.value, step) for it in said]
    return not said or any(same_amount(value, meant) for value, meant in values if value is not None)


def _found_without_number(key_result: KeyResult, context: Context, words: str) -> tuple[int, int] | None:
    """Where one of these words stands in a sentence that counts nothing, as a span of the title."""
    if not has_text(key_result.title) or key_result.target is not None:
        return None
    spans = []
    for reading in _readings(key_result.title, context):
        found = None if reading.of_types(MEASURES | SHARES) else reading.find(reading.words.key_result[words])
        if found is None:
            return None
        spans.append(reading.folded.span(*found))
    return spans[0]


def _readings(title: str, context: Context) -> tuple[Reading, ...]:
    return readings(title, context.plan.language) if has_text(title) else ()


def _quoted(title: str, reading: Reading, first: int, last: int) -> str:
    start, end = reading.folded.span(first, last)
    return tr('"{title}"', title=display(title[start:end].strip(), _QUOTE_LIMIT))
