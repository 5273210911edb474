"""Where a key result stands, in a sentence or two, as one would say it to somebody.

Amounts that were typed read exactly as typed; what is worked out of them is rounded to what one would say.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import clauses, joined
from okrtui.model.dates import format_date
from okrtui.model.levels import weeks_kept
from okrtui.model.measure import KeyResultNumbers, ObjectiveNumbers, Pace
from okrtui.model.numbers import format_amount, format_trimmed, with_unit
from okrtui.model.plan import CheckIn, KeyResult, Kind
from okrtui.model.text import display
from okrtui.report.in_title import title_says

if TYPE_CHECKING:
    from okrtui.report.standing import Standing

BEHIND: tuple[Pace, ...] = ("off track", "stale", "at risk")
"""The paces that ask for something to be done, the worst first."""

_STEPS = 10
"""Steps that an amount has to have to be said without another decimal."""
_EXACT = Context(prec=60)


def key_result_words(node: KeyResult, standing: "Standing") -> str:
    """What there is to say of a key result: ``26 of 30 MQLs. Expected 25 today. Needs 0.7 a week; …``."""
    numbers, latest = standing.key_result(node.id), _latest(node, standing.today)
    if node.dropped_on is not None:
        dropped = tr("Dropped on {day}.", day=_day(node.dropped_on, standing))
        return joined([dropped, tr("It stood at {amount}.", amount=_amount(latest.value, node)) if latest else ""])
    if node.target is None or (node.kind == "reach" and node.baseline is None):
        return _unmeasured(node, latest, standing)
    if standing.plan.phase == "closed":
        return _at_the_close(node, numbers, latest, standing)
    if latest is None:
        return _never_checked_in(node, numbers, standing)
    if node.kind != "reach":
        return _level(node, numbers, latest, standing)
    return _reach(node, numbers, latest, standing)


def disagreement_words(numbers: KeyResultNumbers | ObjectiveNumbers) -> str:
    """That confidence and pace contradict each other; empty where they do not."""
    if not numbers.disagreement:
        return ""
    if isinstance(numbers, ObjectiveNumbers):
        return tr("The confidence in one of its key results does not go with the pace: look again.")
    # for translators: {pace} is such as: off track
    return tr(
        "Confidence is {confidence} of 10 although it is {pace}: look again.",
        confidence=numbers.confidence,
        pace=tr(numbers.pace),
    )


def level_words(node: KeyResult) -> str:
    """The level that is to be kept: ``at least 5 customers``."""
    assert node.target is not None
    return level_of(node.kind, _amount(node.target, node))


def level_of(kind: Kind, amount: str) -> str:
    """A level of that kind: ``at least 5``."""
    # for translators: {amount} is such as: 5 customers
    return tr("at least {amount}", amount=amount) if kind == "at_least" else tr("at most {amount}", amount=amount)


def kept_words(weeks: Sequence[bool | None]) -> str:
    """In how many weeks a level was kept, and that those without a check-in count as missed.

    ``weeks`` are those that :func:`okrtui.model.levels.weeks_kept` gives.
    """
    return clauses([weeks_words(weeks), _silent(weeks)])


def weeks_words(weeks: Sequence[bool | None]) -> str:
    """In how many weeks a level was kept."""
    # for translators: a level, such as at most 450 euros, was kept in {kept} of so many weeks
    return tr_n("kept in {kept} of {n} week", "kept in {kept} of {n} weeks", len(weeks), kept=weeks.count(True))


def score_words(score: Decimal) -> str:
    """A score from 0 to 1 among other facts: ``score 0.6``."""
    return tr("score {score}", score=format_amount(score))


def full_stop(clause: str) -> str:
    """The clause as a sentence."""
    # for translators: the end of a sentence
    return tr("{clause}.", clause=clause)


def capital(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def _unmeasured(node: KeyResult, latest: CheckIn | None, standing: "Standing") -> str:
    value = ""
    if latest:
        value = tr("{amount} on {day}.", amount=_amount(latest.value, node), day=_day(latest.date, standing))
    elif standing.key_result(node.id).is_silent and standing.plan.phase == "active":
        value = tr("Not checked in yet.")
    if node.target is None:
        return joined([value, tr("There is no target yet, so there is no pace to tell.")])
    return joined([value, tr("There is no baseline yet, so there is no progress to tell.")])


# Reaching a target


def _reach(node: KeyResult, numbers: KeyResultNumbers, latest: CheckIn, standing: "Standing") -> str:
    assert node.target is not None
    where, due, today = _where(node, latest.value), _due(node, standing), standing.today
    if numbers.pace == "done":
        return _done(node, where, abs(latest.value - node.target), standing)
    if today >= due:
        missing = format_amount(abs(latest.value - node.target))
        was_due = tr("It was due on {day}, {amount} away from the target.", day=_day(due, standing), amount=missing)
        is_due = tr("It is due today, {amount} away from the target.", amount=missing)
        return joined([full_stop(where), is_due if today == due else was_due])
    assert node.baseline is not None and numbers.expected is not None
    span = Fraction(node.target) - Fraction(node.baseline)
    expected = _said(Fraction(node.baseline) + numbers.expected * span, node, span)
    if numbers.pace == "stale":
        # for translators: the value that was counted last, and how long ago: 26 of 30 MQLs, 12 days ago.
        then = tr_n("{value}, {n} day ago.", "{value}, {n} days ago.", (today - latest.date).days, value=where)
        return joined([then, tr("Expected {amount} today; a check-in shows where it stands.", amount=expected)])
    has_begun = today > (node.start or standing.plan.start)
    begun = tr("Expected {amount} today.", amount=expected) if has_begun else ""
    return joined([full_stop(where), begun, _outlook(node, numbers, span, _day(due, standing))])


def _done(node: KeyResult, where: str, over: Decimal, standing: "Standing") -> str:
    """Since when a target is reached, and by how much more than that."""
    day, amount = _day(_reached_on(node, standing.today), standing), format_amount(over)
    if not over:
        # for translators: {value} is such as: 30 of 30 MQLs
        return tr("Done on {day}: {value}.", day=day, value=where)
    if _rises(node):
        return tr("Done on {day}: {value}, {amount} more than planned.", day=day, value=where, amount=amount)
    return tr("Done on {day}: {value}, {amount} less than planned.", day=day, value=where, amount=amount)


def _where(node: KeyResult, value: Decimal) -> str:
    """How far it has come: ``26 of 30 MQLs``, or ``6.5 days, from 9 down to 5`` where that says more."""
    assert node.target is not None and node.baseline is not None
    rises, baseline = _rises(node), format_amount(node.baseline)
    fell_back = value < node.baseline if rises else value > node.baseline
    if rises and min(value, node.baseline) >= 0:
        now, goal = format_amount(value), _amount(node.target, node)
        if not fell_back:
            # for translators: how far the value is on its way to the target: 26 of 30 MQLs
            return tr("{value} of {target}", value=now, target=goal)
        return tr("{value} of {target}, below the {baseline} it began with", value=now, target=goal, baseline=baseline)
    now, goal = _amount(value, node), format_amount(node.target)
    parts = {"value": now, "baseline": baseline, "target": goal}
    if fell_back and rises:
        return tr("{value}, below the {baseline} it began with, on the way to {target}", **parts)
    if fell_back:
        return tr("{value}, above the {baseline} it began with, on the way to {target}", **parts)
    if rises:
        return tr("{value}, from {baseline} up to {target}", **parts)
    return tr("{value}, from {baseline} down to {target}", **parts)


def _outlook(node: KeyResult, numbers: KeyResultNumbers, span: Fraction, due: str) -> str:
    """What it takes, and where it is heading: ``Needs 0.7 a week; at this rate 31 on 31 Dec.``."""
    needed = numbers.needed_per_week
    if needed is None:
        return tr("It is due on {day}.", day=due)
    amount = _rate(needed, node)
    falls = needed < 0 or (not needed and not _rises(node))
    if numbers.forecast is None:
        rises = tr("Needs {amount} a week until {day}.", amount=amount, day=due)
        return tr("Has to fall by {amount} a week until {day}.", amount=amount, day=due) if falls else rises
    parts = {"amount": amount, "forecast": _said(Fraction(numbers.forecast), node, span), "day": due}
    if falls:
        return tr("Has to fall by {amount} a week; at this rate {forecast} on {day}.", **parts)
    return tr("Needs {amount} a week; at this rate {forecast} on {day}.", **parts)


def _rate(needed: Decimal, node: KeyResult) -> str:
    """What it needs a week, without its sign."""
    if needed:
        return _said(Fraction(abs(needed)), node, Fraction(needed))
    # for translators: stands for an amount: less than 0.01
    return tr("less than {amount}", amount=_least(node))


def _rises(node: KeyResult) -> bool:
    assert node.target is not None and node.baseline is not None
    return node.target >= node.baseline


def _reached_on(node: KeyResult, today: dt.date) -> dt.date:
    """The date from which on every value was at the target or beyond."""
    since: dt.date | None = None
    assert node.target is not None
    for found in _known(node, today):
        met = found.value >= node.target if _rises(node) else found.value <= node.target
        since = (since or found.date) if met else None
    assert since is not None, "it is done, so its last value is at the target"
    return since


# Keeping a level


def _level(node: KeyResult, numbers: KeyResultNumbers, latest: CheckIn, standing: "Standing") -> str:
    weeks, due = _weeks(level_words(node), node, standing), _due(node, standing)
    if numbers.pace == "done":
        # for translators: {weeks} is such as: at least 5 customers in 7 of 7 weeks
        return tr("Done: {weeks}.", weeks=weeks)
    so_far = full_stop(capital(weeks))
    if standing.today >= due:
        ended = tr("It ended on {day}.", day=_day(due, standing))
        return joined([so_far, tr("It ends today.") if standing.today == due else ended])
    if numbers.pace == "stale":
        last = tr_n(
            "The last value, {amount}, is {n} day old; a check-in shows where it stands.",
            "The last value, {amount}, is {n} days old; a check-in shows where it stands.",
            (standing.today - latest.date).days,
            amount=_amount(latest.value, node),
        )
        return joined([so_far, last])
    assert node.target is not None
    bare = _weeks(level_of(node.kind, format_amount(node.target)), node, standing)
    return joined([tr("{amount} now.", amount=_amount(latest.value, node)), full_stop(capital(bare))])


def _weeks(level: str, node: KeyResult, standing: "Standing") -> str:
    """In how many weeks a level was kept: ``at most 450 euros in 5 of 7 weeks; 1 week without …``."""
    kept = weeks_kept(node, standing.plan.start, standing.plan.end, standing.today)
    if not kept:
        # for translators: {level} is such as: at least 5 customers
        return tr("{level}, no week counted yet", level=level)
    # for translators: {level} is such as: at least 5 customers; it was kept in {kept} of so many weeks
    weeks = tr_n(
        "{level} in {kept} of {n} week",
        "{level} in {kept} of {n} weeks",
        len(kept),
        level=level,
        kept=kept.count(True),
    )
    return clauses([weeks, _silent(kept)])


def _silent(weeks: Sequence[bool | None]) -> str:
    """That the weeks without a check-in count as missed; empty where there are none."""
    if not (silent := weeks.count(None)):
        return ""
    return tr_n("{n} week without a check-in counts as missed", "{n} weeks without a check-in count as missed", silent)


# Before the first check-in, and after the last


def _never_checked_in(node: KeyResult, numbers: KeyResultNumbers, standing: "Standing") -> str:
    start, due, today = node.start or standing.plan.start, _due(node, standing), standing.today
    assert node.target is not None
    if today > due and standing.plan.phase == "active":
        return tr("Never checked in, and it was due on {day}.", day=_day(due, standing))
    way = intended(node, _day(due, standing), standing.plan.language)
    if today < start:
        return joined([tr("It begins on {day}.", day=_day(start, standing)), full_stop(way)])
    if numbers.pace == "stale" and standing.plan.phase == "active":
        silent = tr_n(
            "Never checked in, and it began {n} day ago.",
            "Never checked in, and it began {n} days ago.",
            (today - start).days,
        )
    else:
        silent = tr("Not checked in yet.")
    if not numbers.needed_per_week:
        return joined([silent, full_stop(way)])
    # for translators: {way} is such as: From 20 to 30 MQLs by 31 Dec
    rate = tr("{way}: {amount} a week.", way=way, amount=_rate(numbers.needed_per_week, node))
    return joined([silent, rate])


def intended(node: KeyResult, due: str, language: str) -> str:
    """What it is to do until a day: ``From 20 to 30 MQLs by 31 Dec``; the day alone where the title says the rest."""
    assert node.target is not None
    if node.kind != "reach":
        # for translators: {level} is such as: at least 5 customers
        return capital(tr("{level}, every week until {day}", level=level_words(node), day=due))
    assert node.baseline is not None
    if title_says(node, language, node.baseline, node.target):
        return capital(tr("by {day}", day=due))
    target = _amount(node.target, node)
    return tr("From {baseline} to {target} by {day}", baseline=format_amount(node.baseline), target=target, day=due)


def _at_the_close(node: KeyResult, numbers: KeyResultNumbers, latest: CheckIn | None, standing: "Standing") -> str:
    assert numbers.score is not None, "with a baseline and a target it has a score"
    score = format_amount(numbers.score)
    if latest is None:
        return tr("Never checked in; score {score}.", score=score)
    ended = _where(node, latest.value) if node.kind == "reach" else capital(_weeks(level_words(node), node, standing))
    # for translators: {value} is such as: 26 of 30 MQLs
    return tr("{value} at the close; score {score}.", value=ended, score=score)


# Words


def _amount(value: Decimal, node: KeyResult) -> str:
    """The value exactly as typed, with its unit where there is one."""
    return with_unit(format_amount(value), display(node.unit))


def _said(number: Fraction, node: KeyResult, size: Fraction) -> str:
    """A number that was worked out, as one would say it.

    It has the decimals that the key result's own amounts have, and one more where ``size``, which the number is
    a part of, has less than ten steps of those.
    """
    places = _places(node)
    places += abs(size) * 10**places < _STEPS
    whole = int(abs(number) * 10**places + Fraction(1, 2))
    return format_trimmed(Decimal(whole if number >= 0 else -whole).scaleb(-places, _EXACT))


def _least(node: KeyResult) -> str:
    return format_amount(Decimal(1).scaleb(-_places(node) - 1))


def _places(node: KeyResult) -> int:
    """Decimals of the key result's own amounts."""
    values = [node.baseline, node.target, *(found.value for found in node.check_ins)]
    exponents = [value.as_tuple().exponent for value in values if value is not None]
    return max([0, *(-exponent for exponent in exponents if isinstance(exponent, int))])


def _known(node: KeyResult, today: dt.date) -> list[CheckIn]:
    """The check-ins up to today, oldest first; of one date the last in the file stands last."""
    return sorted((found for found in node.check_ins if found.date <= today), key=lambda found: found.date)


def _latest(node: KeyResult, today: dt.date) -> CheckIn | None:
    known: Iterable[CheckIn] = reversed(_known(node, today))
    return next(iter(known), None)


def _due(node: KeyResult, standing: "Standing") -> dt.date:
    return node.due or standing.plan.end


def _day(day: dt.date, standing: "Standing") -> str:
    return format_date(day, standing.plan.start, standing.plan.end)
