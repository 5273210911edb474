"""The sections on the plan itself: its objectives and key results, what changed in it, what was declined."""

from itertools import groupby

from okrtui.model.closing import DELIVERED, PARTLY, band
from okrtui.model.goalposts import change_words
from okrtui.model.measure import percent
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Change, Parked
from okrtui.report.update.content import Goalpost, KeyResultUpdate, ObjectiveUpdate, Remark, Update
from okrtui.report.update.news import facts, note
from okrtui.report.update.page import BAND_TONES, TONES, Point, Section, Tone
from okrtui.report.update.phrases import (
    Quote,
    Words,
    amount,
    day,
    labelled,
    many,
    paragraphs,
    quote,
    sentence,
    sentence_end,
    title,
)
from okrtui.report.words import level_words


def glance(update: Update) -> Section | None:
    """The objectives, a line or two each; none where the quarter is still planned."""
    if update.plan.phase == "planning" or not update.objectives:
        return None
    points = [_glanced(found, update) for found in update.objectives]
    return Section("objectives at a glance", "Where the objectives stand", tuple(points))


def objectives(update: Update) -> Section | None:
    """Every objective with every key result."""
    if not update.objectives:
        return None
    points = [
        Point(
            (title(found.node.title),),
            found.position,
            lines=labelled("Why: ", found.node.why),
            points=tuple(_key_result(each, update) for each in found.key_results),
        )
        for found in update.objectives
    ]
    return Section("key results", "Objectives and key results", tuple(points))


def goalposts(update: Update) -> Section | None:
    """What changed after it was agreed."""
    of: dict[str, list[Goalpost]] = {}
    for found in update.goalposts:
        of.setdefault(found.change.item, []).append(found)
    points = [_goalpost(found, update) for found in of.values()]
    return Section("goalposts", "Goalposts that moved", tuple(points)) if points else None


def to_settle(update: Update) -> Section | None:
    """What keeps the plan from being agreed."""
    points = [
        _remark(remarks[0], *((sentence(found.finding.message),) for found in remarks))
        for _, group in groupby(update.to_settle, key=lambda found: found.finding.item_id)
        if (remarks := list(group))
    ]
    return Section("to settle", "To settle before it is agreed", tuple(points)) if points else None


def accepted(update: Update) -> Section | None:
    """What the coach warned of and somebody accepted, with the reason."""
    points = [
        _remark(found, (sentence(found.finding.message),), ("Accepted: ", quote(found.finding.accepted)))
        for found in update.accepted
    ]
    return Section("accepted", "Accepted on purpose", tuple(points)) if points else None


def declined(update: Update) -> Section | None:
    """What was asked for and has to wait, or will not be done."""
    points = [_declined(found, update) for found in update.declined]
    return Section("not now", "Asked for, but not now", tuple(points)) if points else None


def looking_back(update: Update) -> Section | None:
    """What the quarter taught."""
    told = update.retrospective
    parts = (
        ("What went well", told.went_well),
        ("What went badly", told.went_badly),
        ("What changes next", told.change_next),
    )
    points = [
        Point((name,), lines=tuple((line,) for line in lines)) for name, text in parts if (lines := paragraphs(text))
    ]
    return Section("retrospective", "Looking back", tuple(points)) if points else None


def how_to_read(update: Update) -> Section | None:
    """What the words mean, for who reads them the first time."""
    if not update.key_results:
        return None
    smart = (
        "SMART: specific, measurable, achievable, realistic, time-bound; a dot stands for a letter that is still open."
    )
    confidence = "Confidence: how sure we are to reach the target, from 0 to 10."
    lines = [confidence, smart]
    if update.plan.phase == "active":
        bands = update.bands
        lines.insert(
            0,
            f"On track: at most {bands.on_track} points behind the share of days that has passed. At risk: at most "
            f"{bands.at_risk}. Off track: more. Stale: no number for more than {bands.stale_days} days. "
            "An objective counts as its worst key result does.",
        )
    elif update.plan.phase == "closed":
        lines[0] = (
            f"Score: the share of the way, 0 to 1; from {DELIVERED} delivered, from {PARTLY} partly, else little."
        )
    return Section("legend", "How to read this", lines=tuple((line,) for line in lines))


def _glanced(found: ObjectiveUpdate, update: Update) -> Point:
    pace, score = found.numbers.pace, found.score
    tag: str = pace or ""
    tone: Tone = TONES[pace] if pace else "plain"
    if score is not None:
        name = band(score)
        tag, tone = f"{score} {name}", BAND_TONES[name]
    lines: tuple[Words, ...] = ((f"{found.words}{_gained(found, update)}",),)
    return Point((title(found.node.title),), found.position, tag, tone, lines=lines, about=found)


def _gained(found: ObjectiveUpdate, update: Update) -> str:
    """How far it came since the last update, in points; empty where that is nothing."""
    now, then = found.numbers.progress, found.before.progress
    points = percent(now) - percent(then) if now is not None and then is not None else 0
    if not points:
        return ""
    return f" {'Up' if points > 0 else 'Down'} {many(abs(points), 'point')} since {day(update.since, update.plan)}."


def _key_result(found: KeyResultUpdate, update: Update) -> Point:
    node, phase = found.node, update.plan.phase
    name = (title(node.title),)
    if not found.live:
        return Point(name, found.position, "dropped", lines=((found.words,),))
    if phase == "planning":
        return Point(name, found.position, lines=_planned(found, update))
    score = found.score
    if score is not None:
        reason = labelled("Why: ", node.score_note)
        return Point(
            name,
            found.position,
            f"{score} {band(score)}",
            BAND_TONES[band(score)],
            lines=((found.words,), *reason, facts(found, update)),
            about=found,
        )
    pace = found.numbers.pace
    lines = ((found.words,), *(note(found, update) if found.news else ()), facts(found, update))
    return Point(name, found.position, pace, TONES[pace], lines=lines, about=found)


def _planned(found: KeyResultUpdate, update: Update) -> tuple[Words, ...]:
    """What a key result is to be, for who has to agree to it."""
    node = found.node
    by = f"by {day(found.due, update.plan)}"
    if node.target is None:
        way = f"No target yet; {by}."
    elif node.kind != "reach":
        way = sentence(f"{level_words(node)}, every week until {day(found.due, update.plan)}")
    elif node.baseline is None:
        way = f"To {amount(node.target, node)} {by}; it is not known yet from where."
    else:
        way = f"From {format_amount(node.baseline)} to {amount(node.target, node)} {by}."
    counts = labelled("Counts: ", node.definition)
    feasible = labelled("Why it can be done: ", node.realistic)
    return ((way,), *counts, *feasible, facts(found, update))


def _goalpost(found: list[Goalpost], update: Update) -> Point:
    """What changed of one key result, or of the quarter itself, the oldest first."""
    first = found[0]
    name = title(first.title) if first.title else "A key result that is no longer in the plan"
    position = first.key_result.position if first.key_result else ""
    lines = tuple(_changed(each.change, update) for each in sorted(found, key=lambda each: each.change.date))
    return Point((name if first.change.item else "The quarter",), position, lines=lines)


def _changed(change: Change, update: Update) -> Words:
    """A change in the words that stand beside its key result: ``Target 30, was 40 until 3 Nov: budget cut.``."""
    what = sentence(change_words(change.replace(reason=""), update.plan))
    reason = quote(change.reason)
    if not reason.text:
        return (what,)
    return (f"{what[:-1]}: ", Quote(sentence_end(reason.text)))


def _remark(found: Remark, *lines: Words) -> Point:
    return Point((title(found.title),) if found.title else (found.position,), found.position, lines=lines)


def _declined(request: Parked, update: Update) -> Point:
    plan = update.plan
    asked: list[str] = []
    by = quote(request.asked_by)
    when = f"; {day(request.asked_on, plan)}" if request.asked_on else ""
    aside: Words = (by, when) if by.text else (when.removeprefix("; "),) if when else ()
    lines: list[Words] = [(line,) for line in paragraphs(request.reason)]
    places = {found.node.id: found.position for found in update.objectives}
    if request.displaces in places:
        asked.append(f"It would push objective {places[request.displaces]} aside.")
    if request.status == "dropped":
        asked.append("It will not be done.")
    elif request.revisit is not None:
        asked.append(f"To be looked at again in {request.revisit}.")
    if asked:
        lines.append((" ".join(asked),))
    return Point((title(request.request),), aside=aside, lines=tuple(lines))
