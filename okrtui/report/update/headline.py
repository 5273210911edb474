"""The whole update in one sentence."""

from okrtui.model.closing import Band, band
from okrtui.model.measure import Pace
from okrtui.report.update.content import KeyResultUpdate, Update
from okrtui.report.update.phrases import Words, day, joined, many, short_title

_AHEAD = 10
"""Points before the expected progress from which on a key result is ahead."""
_NAMED = 2
"""Key results that are named before the others are only counted."""
_WIDTH = 60
"""The most columns of a title."""
_FALL_SHORT: tuple[tuple[Band, str], ...] = (("partly", "in part"), ("little", "hardly"))
"""What is said of key results that were not delivered."""
_BEHIND: tuple[Pace, ...] = ("off track", "at risk", "stale")
"""What is named, the first of these that there is."""


def headline(update: Update) -> Words:
    """``5 of 7 key results are on track; "Grow MQLs" is ahead, "Train the team" is off track.``."""
    plan = update.plan
    if not update.objectives:
        return ("Nothing is planned yet.",)
    if plan.phase == "planning":
        return (_planned(update),)
    if not update.key_results:
        return (f"{many(len(update.objectives), 'objective')}, and no key result to measure by yet.",)
    if plan.phase == "closed":
        return _closed(update)
    return _active(update)


def _planned(update: Update) -> str:
    objectives, key_results = len(update.objectives), len(update.key_results)
    measured = f"with {many(key_results, 'key result')}" if key_results else "without a key result yet"
    missing = many(len(update.to_settle), "point") if update.to_settle else ""
    settle = f"; {missing} still to settle" if missing else ""
    return f"A plan to be agreed: {many(objectives, 'objective')} {measured}{settle}."


def _active(update: Update) -> Words:
    before: tuple[str, ...] = ()
    if not update.week[0]:
        before = (f"It begins on {day(update.plan.start, update.plan)}. ",)
    elif update.today > update.plan.end:
        before = (f"The quarter ended on {day(update.plan.end, update.plan)} and is not closed yet. ",)
    if set(update.paces) == {"not started"}:
        return (*before, f"{many(len(update.key_results), 'key result')}, and no number for any of them yet.")
    ahead, behind = _ahead(update), _behind(update)
    both = (", but " if ahead else "; ",) if behind else ()
    return (*before, _counted(update), *(("; ",) if ahead else ()), *ahead, *both, *behind, ".")


def _counted(update: Update) -> str:
    """How many are on track: ``5 of 7 key results are on track``."""
    done, total = update.paces.get("done", 0), len(update.key_results)
    fine = done + update.paces.get("on track", 0)
    standing = "on track or done" if done and done < fine else "done" if done else "on track"
    if total == 1:
        return f"The one key result is {standing if fine else f'not {standing}'}"
    if fine == total:
        return f"All {total} key results are {standing}"
    return f"{fine or 'None'} of {total} key results {'is' if fine == 1 else 'are'} {standing}"


def _ahead(update: Update) -> Words:
    """The key result that is furthest ahead, or those that are done; empty where that is said already."""
    if len(update.key_results) == 1 or "on track" not in update.paces:
        return ()
    done = [found for found in update.key_results if found.numbers.pace == "done"]
    if done:
        return _are(done, "done", 1)
    ahead = [found for found in update.key_results if found.numbers.pace == "on track" and _lead(found) >= _AHEAD]
    return _are(sorted(ahead, key=_lead, reverse=True)[:1], "ahead", 1)


def _behind(update: Update) -> Words:
    """The key results of the worst pace; empty where nothing is behind."""
    for pace in _BEHIND:
        found = [risk for risk in update.risks if risk.numbers.pace == pace]
        if found and len(update.key_results) > 1:
            return _are(found, pace, _NAMED)
        if found and pace != "stale":
            return (f"it is {pace}",)
    return ()


def _are(found: list[KeyResultUpdate], standing: str, named: int) -> Words:
    """``"Grow MQLs" and 2 more are off track``."""
    if not found:
        return ()
    parts = [short_title(each.node.title, _WIDTH) for each in found[:named]]
    if rest := len(found) - len(parts):
        parts.append((f"{rest} more",))
    alone = len(found) == 1
    if standing == "stale":
        return (*joined(parts), f" {'has' if alone else 'have'} no recent number")
    return (*joined(parts), f" {'is' if alone else 'are'} {standing}")


def _lead(found: KeyResultUpdate) -> float:
    """Points before the expected progress."""
    numbers = found.numbers
    if numbers.progress is None or numbers.expected is None:
        return 0
    return float((numbers.progress - numbers.expected) * 100)


def _closed(update: Update) -> Words:
    scores = [found.score for found in update.key_results if found.score is not None]
    if not scores or update.score is None:
        return (f"Closed with {many(len(update.key_results), 'key result')} and no score.",)
    bands = [band(score) for score in scores]
    counts = [f"{bands.count('delivered')} of {many(len(scores), 'key result')} delivered"]
    counts += [f"{bands.count(name)} {words}" for name, words in _FALL_SHORT if name in bands]
    return (f"Closed with a score of {update.score} out of 1: {', '.join(counts)}.",)
