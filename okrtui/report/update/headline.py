"""The whole update in one sentence."""

from collections.abc import Callable, Mapping

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.closing import Band, band
from okrtui.model.measure import Pace
from okrtui.model.numbers import format_amount, format_count
from okrtui.report.uncommitted import uncommitted
from okrtui.report.update.content import KeyResultUpdate, Update
from okrtui.report.update.phrases import Words, day, filled, listed, sentences, short_title
from okrtui.report.words import capital, full_stop

_AHEAD = 10
"""Points before the expected progress from which on a key result is ahead."""
_NAMED = 2
"""Key results that are named before the others are only counted."""
_WIDTH = 60
"""The most columns of a title."""
_FALL_SHORT: Mapping[Band, Callable[[int], str]] = {
    # for translators: so many key results were delivered in part
    "partly": lambda n: tr_n("{n} in part", "{n} in part", n),
    # for translators: so many key results were hardly delivered
    "little": lambda n: tr_n("{n} hardly", "{n} hardly", n),
}
"""What is said of key results that were not delivered."""
_BEHIND: tuple[Pace, ...] = ("off track", "at risk", "stale")
"""What is named, the first of these that there is."""


def headline(update: Update) -> Words:
    """``5 of 7 key results are on track; "Grow MQLs" is ahead of the ideal pace, but ….``."""
    plan = update.plan
    if not update.objectives:
        return (tr("Nothing is planned yet."),)
    if plan.phase == "planning":
        return (_planned(update),)
    if not update.key_results:
        return (
            tr_n(
                "{count} objective, and no key result to measure by yet.",
                "{count} objectives, and no key result to measure by yet.",
                len(update.objectives),
                count=format_count(len(update.objectives)),
            ),
        )
    if plan.phase == "closed":
        return _closed(update)
    return _active(update)


def _planned(update: Update) -> str:
    objectives, key_results = len(update.objectives), len(update.key_results)
    planned = tr_n("{count} objective", "{count} objectives", objectives, count=format_count(objectives))
    if key_results:
        # for translators: {objectives} is such as: 3 objectives
        planned = tr_n(
            "{objectives} with {count} key result",
            "{objectives} with {count} key results",
            key_results,
            objectives=planned,
            count=format_count(key_results),
        )
    else:
        # for translators: {objectives} is such as: 3 objectives
        planned = tr("{objectives} without a key result yet", objectives=planned)
    if over := uncommitted(update.plan, update.today):
        # for translators: {what} is such as: Planned but never committed; {plan} is such as: 3 objectives
        return tr("{what}: {plan}.", what=capital(over), plan=planned)
    if not update.to_settle:
        # for translators: {plan} is such as: 3 objectives with 9 key results
        return tr("A plan to be agreed: {plan}.", plan=planned)
    return tr_n(
        "A plan to be agreed: {plan}; {count} point still to settle.",
        "A plan to be agreed: {plan}; {count} points still to settle.",
        len(update.to_settle),
        plan=planned,
        count=format_count(len(update.to_settle)),
    )


def _active(update: Update) -> Words:
    plan, standing = update.plan, _standing(update)
    if not update.week[0]:
        begins = tr("It begins on {day}.", day=day(plan.start, plan))
        return sentences([(begins,), standing])
    if update.today > plan.end:
        ended = tr("The quarter ended on {day} and is not closed yet.", day=day(plan.end, plan))
        return sentences([(ended,), standing])
    return standing


def _standing(update: Update) -> Words:
    """How the key results stand."""
    if set(update.paces) == {"not started"}:
        total = len(update.key_results)
        return (
            tr_n(
                "{count} key result, and no number for any of them yet.",
                "{count} key results, and no number for any of them yet.",
                total,
                count=format_count(total),
            ),
        )
    counted, ahead, behind = _counted(update), _ahead(update), _behind(update)
    if ahead and behind:
        # for translators: 5 of 7 key results are on track; "Grow MQLs" is ahead, but "Train the team" is off track.
        return filled(tr("{counted}; {ahead}, but {behind}."), counted=counted, ahead=ahead, behind=behind)
    if ahead or behind:
        # for translators: 5 of 7 key results are on track; "Grow MQLs" is ahead.
        return filled(tr("{counted}; {named}."), counted=counted, named=ahead or behind)
    return (full_stop(counted),)


def _counted(update: Update) -> str:
    """How many are on track: ``5 of 7 key results are on track``."""
    done, total = update.paces.get("done", 0), len(update.key_results)
    fine = done + update.paces.get("on track", 0)
    # for translators: how some key results stand, behind "are"
    standing = tr("on track or done") if done and done < fine else tr("done") if done else tr("on track")
    if total == 1:
        # for translators: {standing} is such as: on track
        is_not = tr("The one key result is not {standing}", standing=standing)
        return tr("The one key result is {standing}", standing=standing) if fine else is_not
    if fine == total:
        # for translators: {standing} is such as: on track
        return tr_n("All {n} key result is {standing}", "All {n} key results are {standing}", total, standing=standing)
    if not fine:
        # for translators: {standing} is such as: on track
        return tr_n(
            "None of {n} key result is {standing}", "None of {n} key results are {standing}", total, standing=standing
        )
    # for translators: {n} of a greater number, {total}; {standing} is such as: on track
    return tr_n(
        "{n} of {total} key results is {standing}",
        "{n} of {total} key results are {standing}",
        fine,
        total=total,
        standing=standing,
    )


def _ahead(update: Update) -> Words:
    """The key result that is furthest ahead, or those that are done; empty where that is said already."""
    if len(update.key_results) == 1 or "on track" not in update.paces:
        return ()
    done = [found for found in update.key_results if found.numbers.pace == "done"]
    if done:
        return _are(done, tr("done"), 1)
    ahead = [found for found in update.key_results if found.numbers.pace == "on track" and _lead(found) >= _AHEAD]
    # for translators: said of a key result that is further than it should be by now; the chart draws an "ideal pace"
    return _are(sorted(ahead, key=_lead, reverse=True)[:1], tr("ahead of the ideal pace"), 1)


def _behind(update: Update) -> Words:
    """The key results of the worst pace; empty where nothing is behind."""
    for pace in _BEHIND:
        found = [risk for risk in update.risks if risk.numbers.pace == pace]
        if found and len(update.key_results) > 1:
            return _have_no_number(found) if pace == "stale" else _are(found, tr(pace), _NAMED)
        if found and pace != "stale":
            # for translators: the only key result; {pace} is such as: off track
            return (tr("it is {pace}", pace=tr(pace)),)
    return ()


def _are(found: list[KeyResultUpdate], standing: str, named: int) -> Words:
    """``"Grow MQLs" and 2 more are off track``."""
    if not found:
        return ()
    # for translators: {titles} is such as: "Grow MQLs" and 2 more; {standing} is such as: off track
    said = tr_n("{titles} is {standing}", "{titles} are {standing}", len(found), titles="{titles}", standing=standing)
    return filled(said, titles=_named(found, named))


def _have_no_number(found: list[KeyResultUpdate]) -> Words:
    # for translators: {titles} is such as: "Grow MQLs" and 2 more
    said = tr_n("{titles} has no recent number", "{titles} have no recent number", len(found), titles="{titles}")
    if all(each.numbers.is_silent for each in found):
        # for translators: {titles} is such as: "Grow MQLs" and 2 more
        said = tr_n("{titles} has no check-in yet", "{titles} have no check-in yet", len(found), titles="{titles}")
    return filled(said, titles=_named(found, _NAMED))


def _named(found: list[KeyResultUpdate], most: int) -> Words:
    """``"Grow MQLs" and 2 more``."""
    parts = [short_title(each.node.title, _WIDTH) for each in found[:most]]
    if rest := len(found) - len(parts):
        parts.append((tr_n("{n} more", "{n} more", rest),))
    return listed(parts)


def _lead(found: KeyResultUpdate) -> float:
    """Points before the expected progress."""
    numbers = found.numbers
    if numbers.progress is None or numbers.expected is None:
        return 0
    return float((numbers.progress - numbers.expected) * 100)


def _closed(update: Update) -> Words:
    scores = [found.score for found in update.key_results if found.score is not None]
    if not scores or update.score is None:
        total = len(update.key_results)
        return (
            tr_n(
                "Closed with {count} key result and no score.",
                "Closed with {count} key results and no score.",
                total,
                count=format_count(total),
            ),
        )
    bands = [band(score) for score in scores]
    # for translators: so many key results were delivered, of all that there are
    counts = [
        tr_n(
            "{delivered} of {count} key result delivered",
            "{delivered} of {count} key results delivered",
            len(scores),
            delivered=bands.count("delivered"),
            count=format_count(len(scores)),
        )
    ]
    counts += [words(bands.count(name)) for name, words in _FALL_SHORT.items() if name in bands]
    score = format_amount(update.score)
    # for translators: {counts} is such as: 3 of 9 key results delivered, 4 in part, 2 hardly
    return (tr("Closed with a score of {score} out of 1: {counts}.", score=score, counts=row_of(counts)),)
