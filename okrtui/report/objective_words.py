"""How far an objective is and what holds it back, in a sentence or two, as one would say it to somebody."""

from typing import TYPE_CHECKING

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import joined, listed, listed_clauses
from okrtui.model.measure import KeyResultNumbers, ObjectiveNumbers, Pace
from okrtui.model.numbers import format_amount
from okrtui.model.plan import KeyResult, Objective
from okrtui.model.quarter import elapsed_share
from okrtui.model.shares import percent
from okrtui.report.words import BEHIND, full_stop

if TYPE_CHECKING:
    from okrtui.report.standing import Standing

_NAMED = 4
"""Key results of an objective that are named before they are only counted."""


def objective_words(node: Objective, standing: "Standing") -> str:
    """What there is to say of an objective: ``52 % of the way, 46 % expected. 3.1 is off track.``."""
    numbers = standing.objective(node.id)
    if numbers.progress is None or numbers.pace is None:
        return _unmeasured([found for found in node.key_results if found.dropped_on is None])
    way = percent(numbers.progress)
    if standing.plan.phase == "closed":
        assert numbers.score is not None, "what has a progress has a score"
        score = format_amount(numbers.score)
        return tr("{percent} % of the way at the close; score {score}.", percent=way, score=score)
    so_far = full_stop(_way_of_own_dates(numbers, standing))
    counting = [found for found in node.key_results if found.dropped_on is None]
    if not any(seen.date <= standing.today for found in counting for seen in found.check_ins):
        return joined([so_far, tr("Nothing is checked in yet.")])
    numbers_of = {standing.position(found.id): standing.key_result(found.id) for found in counting}
    return joined([so_far, _behind(numbers_of)])


def _unmeasured(counting: list[KeyResult]) -> str:
    """Why there is no telling how far it is."""
    n = len(counting)
    if n and all(found.target is None for found in counting):
        return tr_n("Its key result has no target yet.", "Its key results have no target yet.", n)
    if n and all(found.target is None or (found.kind == "reach" and found.baseline is None) for found in counting):
        return tr_n("Its key result has no baseline yet.", "Its key results still lack a baseline or a target.", n)
    return tr("There is no key result to measure it by yet.")


def objective_pace(numbers: ObjectiveNumbers) -> str:
    """The pace of an objective, empty where it has none: the worst of its key results gives it.

    With something on its way it is not said not to be started, nor stale where a part alone is.
    """
    if numbers.pace == "not started" and numbers.progress:
        # for translators: how an objective is doing of which a part is begun and nothing is behind; few columns
        return tr("begun")
    if numbers.pace == "stale" and not numbers.alike:
        # for translators: how an objective is doing of which a part has no new number, and nothing else is worse
        return tr("partly stale")
    return tr(numbers.pace) if numbers.pace else ""


def way_words(numbers: ObjectiveNumbers) -> str:
    """How far an objective with a progress is: ``52 % of the way, 46 % expected``."""
    assert numbers.progress is not None
    way = percent(numbers.progress)
    if numbers.expected is None:
        return tr("{percent} % of the way", percent=way)
    expected = percent(numbers.expected)
    return tr("{percent} % of the way, {expected} % expected", percent=way, expected=expected)


def _way_of_own_dates(numbers: ObjectiveNumbers, standing: "Standing") -> str:
    """How far it is; why more or less is expected than the share of the quarter's days that is over."""
    assert numbers.progress is not None
    days = percent(elapsed_share(standing.plan.start, standing.plan.end, standing.today))
    if numbers.expected is None or (expected := percent(numbers.expected)) == days:
        return way_words(numbers)
    # for translators: said where the quarter's days alone would let one expect more or less
    return tr(
        "{percent} % of the way, {expected} % expected going by the dates of its key results",
        percent=percent(numbers.progress),
        expected=expected,
    )


def _behind(numbers_of: dict[str, KeyResultNumbers]) -> str:
    """Which key results ask for something, by position; or that none does."""
    silent = [position for position, numbers in numbers_of.items() if numbers.is_silent]
    behind = []
    for pace in BEHIND:
        like_that = [it for it, numbers in numbers_of.items() if numbers.pace == pace and it not in silent]
        behind += [_who_is(like_that, pace)] if like_that else []
    if silent:
        behind.append(_who_is_silent(silent))
    if not behind:
        return tr("Nothing is behind.") if len(numbers_of) > 1 else tr("It is not behind.")
    return full_stop(listed_clauses(behind))


def _who_is(positions: list[str], pace: Pace) -> str:
    n = len(positions)
    if n > _NAMED:
        # for translators: {pace} is such as: off track
        return tr_n("{n} key result is {pace}", "{n} key results are {pace}", n, pace=tr(pace))
    # for translators: {positions} are numbers of key results, such as "2.1 and 2.3"; {pace} is such as: off track
    return tr_n("{positions} is {pace}", "{positions} are {pace}", n, positions=listed(positions), pace=tr(pace))


def _who_is_silent(positions: list[str]) -> str:
    n = len(positions)
    if n > _NAMED:
        return tr_n("{n} key result has no check-in yet", "{n} key results have no check-in yet", n)
    # for translators: {positions} are numbers of key results, such as "2.1 and 2.3"
    return tr_n("{positions} has no check-in yet", "{positions} have no check-in yet", n, positions=listed(positions))
