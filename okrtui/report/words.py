"""Where a key result or an objective stands, in a sentence or two, as one would say it to somebody.

Amounts that were typed read exactly as typed; what is worked out of them is rounded to what one would say.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction

from okrtui.model.dates import format_date
from okrtui.model.levels import weeks_kept
from okrtui.model.measure import KeyResultNumbers, ObjectiveNumbers, Pace, percent
from okrtui.model.numbers import format_amount
from okrtui.model.plan import CheckIn, KeyResult, Objective
from okrtui.model.text import display
from okrtui.report.standing import Standing

BEHIND: tuple[Pace, ...] = ("off track", "stale", "at risk")
"""The paces that ask for something to be done, the worst first."""

_NAMED = 4
"""Key results of an objective that are named before they are only counted."""
_STEPS = 10
"""Steps that an amount has to have to be said without another decimal."""
_EXACT = Context(prec=60)


def key_result_words(node: KeyResult, standing: Standing) -> str:
    """What there is to say of a key result: ``26 of 30 MQLs. Expected 25 today. Needs 0.7 a week; …``."""
    numbers, latest = standing.key_result(node.id), _latest(node, standing.today)
    if node.dropped_on is not None:
        stood = f" It stood at {_amount(latest.value, node)}." if latest else ""
        return f"Dropped on {_day(node.dropped_on, standing)}.{stood}"
    if node.target is None or (node.kind == "reach" and node.baseline is None):
        missing, so = ("target", "pace") if node.target is None else ("baseline", "progress")
        value = f"{_amount(latest.value, node)} on {_day(latest.date, standing)}. " if latest else ""
        return f"{value}There is no {missing} yet, so there is no {so} to tell."
    if standing.plan.phase == "closed":
        return _at_the_close(node, numbers, latest, standing)
    if latest is None:
        return _never_checked_in(node, numbers, standing)
    if node.kind != "reach":
        return _level(node, numbers, latest, standing)
    return _reach(node, numbers, latest, standing)


def objective_words(node: Objective, standing: Standing) -> str:
    """What there is to say of an objective: ``52 % of the way, 46 % expected. 3.1 is off track.``."""
    numbers = standing.objective(node.id)
    if numbers.progress is None or numbers.pace is None:
        return "There is no key result to measure it by yet."
    way = f"{percent(numbers.progress)} % of the way"
    if standing.plan.phase == "closed":
        return f"{way} at the close; score {numbers.score}."
    if numbers.expected is not None:
        way += f", {percent(numbers.expected)} % expected"
    counting = [found for found in node.key_results if found.dropped_on is None]
    if not any(_latest(found, standing.today) for found in counting):
        return f"{way}. Nothing is checked in yet."
    paces = {standing.position(found.id): standing.key_result(found.id).pace for found in counting}
    return f"{way}. {_behind(paces)}"


def disagreement_words(numbers: KeyResultNumbers | ObjectiveNumbers) -> str:
    """That confidence and pace contradict each other; empty where they do not."""
    if not numbers.disagreement:
        return ""
    if isinstance(numbers, ObjectiveNumbers):
        return "The confidence in one of its key results does not go with the pace: look again."
    return f"Confidence is {numbers.confidence} of 10 although it is {numbers.pace}: look again."


def level_words(node: KeyResult) -> str:
    """The level that is to be kept: ``at least 5 customers``."""
    assert node.target is not None
    return f"{_kind(node)} {_amount(node.target, node)}"


def _kind(node: KeyResult) -> str:
    return node.kind.replace("_", " ")


# Reaching a target


def _reach(node: KeyResult, numbers: KeyResultNumbers, latest: CheckIn, standing: Standing) -> str:
    assert node.target is not None
    where, due, today = _where(node, latest.value), _due(node, standing), standing.today
    if numbers.pace == "done":
        over = abs(latest.value - node.target)
        more = f", {format_amount(over)} {'more' if _rises(node) else 'less'} than planned" if over else ""
        return f"Done on {_day(_reached_on(node, today), standing)}: {where}{more}."
    missing = f"{format_amount(abs(latest.value - node.target))} away from the target"
    if today >= due:
        when = "It is due today" if today == due else f"It was due on {_day(due, standing)}"
        return f"{where}. {when}, {missing}."
    assert node.baseline is not None and numbers.expected is not None
    span = Fraction(node.target) - Fraction(node.baseline)
    expected = _said(Fraction(node.baseline) + numbers.expected * span, node, span)
    if numbers.pace == "stale":
        ago = _days((today - latest.date).days)
        return f"{where}, {ago} ago. Expected {expected} today; a check-in shows where it stands."
    begun = f" Expected {expected} today." if today > (node.start or standing.plan.start) else ""
    return f"{where}.{begun} {_outlook(node, numbers, span, _day(due, standing))}."


def _where(node: KeyResult, value: Decimal) -> str:
    """How far it has come: ``26 of 30 MQLs``, or ``6.5 days, from 9 down to 5`` where that says more."""
    assert node.target is not None and node.baseline is not None
    rises = _rises(node)
    if rises and min(value, node.baseline) >= 0:
        where = f"{format_amount(value)} of {_amount(node.target, node)}"
        return f"{where}, below the {format_amount(node.baseline)} it began with" if value < node.baseline else where
    if value < node.baseline if rises else value > node.baseline:
        side = "below" if rises else "above"
        begun = f"{side} the {format_amount(node.baseline)} it began with"
        return f"{_amount(value, node)}, {begun}, on the way to {format_amount(node.target)}"
    direction = "up" if rises else "down"
    return f"{_amount(value, node)}, from {format_amount(node.baseline)} {direction} to {format_amount(node.target)}"


def _outlook(node: KeyResult, numbers: KeyResultNumbers, span: Fraction, due: str) -> str:
    """What it takes, and where it is heading: ``Needs 0.7 a week; at this rate 31 on 31 Dec``."""
    needed = numbers.needed_per_week
    if needed is None:
        return f"It is due on {due}"
    amount = _said(Fraction(abs(needed)), node, Fraction(needed)) if needed else f"less than {_least(node)}"
    falls = needed < 0 or (not needed and not _rises(node))
    takes = f"Has to fall by {amount} a week" if falls else f"Needs {amount} a week"
    if numbers.forecast is None:
        return f"{takes} until {due}"
    return f"{takes}; at this rate {_said(Fraction(numbers.forecast), node, span)} on {due}"


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


def _level(node: KeyResult, numbers: KeyResultNumbers, latest: CheckIn, standing: Standing) -> str:
    weeks, due = _weeks(level_words(node), node, standing), _due(node, standing)
    if numbers.pace == "done":
        return f"Done: {weeks}."
    if standing.today >= due:
        ended = "It ends today" if standing.today == due else f"It ended on {_day(due, standing)}"
        return f"{_capital(weeks)}. {ended}."
    if numbers.pace == "stale":
        age = _days((standing.today - latest.date).days)
        last = f"The last value, {_amount(latest.value, node)}, is {age} old"
        return f"{_capital(weeks)}. {last}; a check-in shows where it stands."
    assert node.target is not None
    bare = f"{_kind(node)} {format_amount(node.target)}"
    return f"{_amount(latest.value, node)} now. {_capital(_weeks(bare, node, standing))}."


def _weeks(level: str, node: KeyResult, standing: Standing) -> str:
    """In how many weeks a level was kept: ``at most 450 euros in 5 of 7 weeks; 1 has no check-in``."""
    kept = weeks_kept(node, standing.plan.start, standing.plan.end, standing.today)
    if not kept:
        return f"{level}, no week counted yet"
    silent = kept.count(None)
    without = f"; {silent} {'has' if silent == 1 else 'have'} no check-in" if silent else ""
    return f"{level} in {kept.count(True)} of {len(kept)} week{'s' * (len(kept) != 1)}{without}"


# Before the first check-in, and after the last


def _never_checked_in(node: KeyResult, numbers: KeyResultNumbers, standing: Standing) -> str:
    start, due, today = node.start or standing.plan.start, _due(node, standing), standing.today
    assert node.target is not None
    if today > due and standing.plan.phase == "active":
        return f"Never checked in, and it was due on {_day(due, standing)}."
    if node.kind == "reach":
        assert node.baseline is not None
        way = f"From {format_amount(node.baseline)} to {_amount(node.target, node)} by {_day(due, standing)}"
    else:
        way = f"{_capital(level_words(node))}, every week until {_day(due, standing)}"
    if today < start:
        return f"It begins on {_day(start, standing)}. {way}."
    if numbers.pace == "stale" and standing.plan.phase == "active":
        silent = f"Never checked in, and it began {_days((today - start).days)} ago."
    else:
        silent = "Not checked in yet."
    needed = numbers.needed_per_week
    rate = f": {_said(Fraction(abs(needed)), node, Fraction(needed))} a week" if needed else ""
    return f"{silent} {way}{rate}."


def _at_the_close(node: KeyResult, numbers: KeyResultNumbers, latest: CheckIn | None, standing: Standing) -> str:
    if latest is None:
        return f"Never checked in; score {numbers.score}."
    ended = _where(node, latest.value) if node.kind == "reach" else _capital(_weeks(level_words(node), node, standing))
    return f"{ended} at the close; score {numbers.score}."


# Of an objective


def _behind(paces: dict[str, Pace]) -> str:
    """Which key results ask for something, by position; or that none does."""
    behind = [
        f"{_listed([position for position, found in paces.items() if found == pace])} {pace}"
        for pace in BEHIND
        if pace in paces.values()
    ]
    if not behind:
        return "Nothing is behind." if len(paces) > 1 else "It is not behind."
    return f"{_joined(behind)}."


def _listed(positions: list[str]) -> str:
    if len(positions) > _NAMED:
        return f"{len(positions)} key results are"
    return f"{_joined(positions)} {'is' if len(positions) == 1 else 'are'}"


# Words


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _amount(value: Decimal, node: KeyResult) -> str:
    """The value exactly as typed, with its unit where there is one."""
    return f"{format_amount(value)} {display(node.unit)}".rstrip()


def _said(number: Fraction, node: KeyResult, size: Fraction) -> str:
    """A number that was worked out, as one would say it.

    It has the decimals that the key result's own amounts have, and one more where ``size``, which the number is
    a part of, has less than ten steps of those.
    """
    places = _places(node)
    places += abs(size) * 10**places < _STEPS
    whole = int(abs(number) * 10**places + Fraction(1, 2))
    digits = Decimal(whole if number >= 0 else -whole).scaleb(-places, _EXACT)
    said = format_amount(digits)
    return said.rstrip("0").rstrip(".") if "." in said else said


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


def _due(node: KeyResult, standing: Standing) -> dt.date:
    return node.due or standing.plan.end


def _day(day: dt.date, standing: Standing) -> str:
    return format_date(day, standing.plan.start, standing.plan.end)


def _days(days: int) -> str:
    return f"{days} day{'s' * (days != 1)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
