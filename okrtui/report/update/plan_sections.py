"""The sections on the plan itself: its objectives and key results, what changed in it, what was declined."""

from itertools import groupby

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import joined
from okrtui.model.closing import DELIVERED, PARTLY, state
from okrtui.model.goalposts import change_words
from okrtui.model.numbers import format_amount, format_count
from okrtui.model.plan import Change, Parked, Plan
from okrtui.model.shares import percent
from okrtui.report.outcome import state_words
from okrtui.report.update.content import Goalpost, KeyResultUpdate, ObjectiveUpdate, Remark, Update
from okrtui.report.update.news import facts, note
from okrtui.report.update.page import TONES, Point, Section, Tone
from okrtui.report.update.phrases import (
    Quote,
    Words,
    amount,
    day,
    filled,
    labelled,
    paragraphs,
    quote,
    sentence,
    sentence_end,
    title,
)
from okrtui.report.words import capital, intended


def glance(update: Update) -> Section | None:
    """The objectives, a line or two each; none where the quarter is still planned."""
    if update.plan.phase == "planning" or not update.objectives:
        return None
    points = [_glanced(found, update) for found in update.objectives]
    return Section("objectives at a glance", tr("Where the objectives stand"), tuple(points))


def objectives(update: Update) -> Section | None:
    """Every objective with every key result."""
    if not update.objectives:
        return None
    points = [
        Point(
            (title(found.node.title),),
            found.position,
            lines=labelled(tr("Why: {text}"), found.node.why),
            points=tuple(_key_result(each, update) for each in found.key_results),
        )
        for found in update.objectives
    ]
    return Section("key results", tr("Objectives and key results"), tuple(points))


def goalposts(update: Update) -> Section | None:
    """What changed after it was agreed."""
    of: dict[str, list[Goalpost]] = {}
    for found in update.goalposts:
        of.setdefault(found.change.item, []).append(found)
    points = [_goalpost(found, update) for found in of.values()]
    return Section("goalposts", tr("Goalposts that moved"), tuple(points)) if points else None


def to_settle(update: Update) -> Section | None:
    """What keeps the plan from being agreed."""
    points = [
        _remark(remarks[0], *((sentence(found.finding.message),) for found in remarks))
        for _, group in groupby(update.to_settle, key=lambda found: found.finding.item_id)
        if (remarks := list(group))
    ]
    return Section("to settle", tr("To settle before it is agreed"), tuple(points)) if points else None


def accepted(update: Update) -> Section | None:
    """What the coach warned of and somebody accepted, with the reason."""
    points = [_remark(found, (sentence(found.finding.message),), _reason(found)) for found in update.accepted]
    return Section("accepted", tr("Accepted on purpose"), tuple(points)) if points else None


def declined(update: Update) -> Section | None:
    """What was asked for and has to wait, or will not be done."""
    points = [_declined(found, update) for found in update.declined]
    return Section("not now", tr("Asked for, but not now"), tuple(points)) if points else None


def looking_back(update: Update) -> Section | None:
    """What the quarter taught."""
    told = update.retrospective
    parts = (
        (tr("What went well"), told.went_well),
        (tr("What went badly"), told.went_badly),
        (tr("What changes next"), told.change_next),
    )
    points = [
        Point((name,), lines=tuple((line,) for line in lines)) for name, text in parts if (lines := paragraphs(text))
    ]
    return Section("retrospective", tr("Looking back"), tuple(points)) if points else None


def how_to_read(update: Update) -> Section | None:
    """What the words mean, for who reads them the first time."""
    if not update.key_results:
        return None
    # for translators: S, M, A, R and T stand for the English words; name these letters where yours begin with others
    smart = tr(
        "SMART: specific, measurable, achievable, realistic, time-bound; a dot stands for a letter that is still open."
    )
    confidence = tr("Confidence: how sure we are to reach the target, from 0 to 10.")
    score = tr(
        "Score: the share of the way, 0 to 1; from {delivered} delivered, from {partly} partly, else little.",
        delivered=format_amount(DELIVERED),
        partly=format_amount(PARTLY),
    )
    lines = {"planning": (confidence, smart), "active": (_paces(update), confidence), "closed": (score,)}
    return Section("legend", tr("How to read this"), lines=tuple((line,) for line in lines[update.plan.phase]))


def _paces(update: Update) -> str:
    """What each pace means."""
    bands = update.bands
    return joined(
        [
            tr_n(
                "On track: at most {n} point behind the share of days that has passed.",
                "On track: at most {n} points behind the share of days that has passed.",
                bands.on_track,
            ),
            # for translators: so many points behind the share of days that has passed
            tr_n("At risk: at most {n}.", "At risk: at most {n}.", bands.at_risk),
            tr("Off track: more."),
            tr_n(
                "Stale: no number for more than {n} day.",
                "Stale: no number for more than {n} days.",
                bands.stale_days,
            ),
            tr("An objective counts as its worst key result does."),
        ]
    )


def _glanced(found: ObjectiveUpdate, update: Update) -> Point:
    tag, tone = _stands(found, update)
    lines: tuple[Words, ...] = ((joined([found.words, _gained(found, update)]),),)
    return Point((title(found.node.title),), found.position, tag, tone, lines=lines, about=found)


def _gained(found: ObjectiveUpdate, update: Update) -> str:
    """How far it came since the last update, in points; empty where that is nothing."""
    now, then = found.numbers.progress, found.before.progress
    points = percent(now) - percent(then) if now is not None and then is not None else 0
    if not points:
        return ""
    size, since = abs(points), day(found.since, update.plan)
    count = format_count(size)
    if points > 0:
        # for translators: by so many points of a hundred an objective's progress rose
        return tr_n("Up {count} point since {day}.", "Up {count} points since {day}.", size, count=count, day=since)
    # for translators: by so many points of a hundred an objective's progress fell
    return tr_n("Down {count} point since {day}.", "Down {count} points since {day}.", size, count=count, day=since)


def _stands(found: KeyResultUpdate | ObjectiveUpdate, update: Update) -> tuple[str, Tone]:
    """How it stands: its pace, and once the quarter is closed what it came to."""
    stands = state(found.numbers, update.plan)
    return state_words(found.numbers, update.plan), TONES[stands] if stands else "plain"


def _key_result(found: KeyResultUpdate, update: Update) -> Point:
    node, phase = found.node, update.plan.phase
    name = (title(node.title),)
    if not found.live:
        return Point(name, found.position, tr("dropped"), lines=((found.words,),))
    if phase == "planning":
        return Point(name, found.position, lines=_planned(found, update))
    tag, tone = _stands(found, update)
    if phase == "closed":
        said = labelled(tr("Why this score: {text}"), node.score_note)
    else:
        said = note(found, update) if found.news else ()
    return Point(name, found.position, tag, tone, lines=((found.words,), *said, *facts(found, update)), about=found)


def _planned(found: KeyResultUpdate, update: Update) -> tuple[Words, ...]:
    """What a key result is to be, for who has to agree to it."""
    node = found.node
    by = day(found.due, update.plan)
    if node.target is None:
        way = tr("No target yet; by {day}.", day=by)
    elif node.kind == "reach" and node.baseline is None:
        target = amount(node.target, node)
        way = tr("To {target} by {day}; it is not known yet from where.", target=target, day=by)
    else:
        way = sentence(intended(node, by, update.plan.language))
    # for translators: what counts towards a key result
    counts = labelled(tr("Counts: {text}"), node.definition)
    feasible = labelled(tr("Why it can be done: {text}"), node.realistic)
    return ((way,), *counts, *feasible, *facts(found, update))


def _goalpost(found: list[Goalpost], update: Update) -> Point:
    """What changed of one key result, or of the quarter itself, the oldest first."""
    first = found[0]
    name = title(first.title) if first.title else tr("A key result that is no longer in the plan")
    position = first.key_result.position if first.key_result else ""
    lines = tuple(_changed(each.change, update) for each in sorted(found, key=lambda each: each.change.date))
    return Point((name if first.change.item else tr("The quarter"),), position, lines=lines)


def _changed(change: Change, update: Update) -> Words:
    """A change in the words that stand beside its key result: ``Target 30, was 40 until 3 Nov: budget cut.``."""
    what, reason = change_words(change.replace(reason=""), update.plan), quote(change.reason)
    if not reason.text:
        return (sentence(what),)
    # for translators: what was changed of a key result since it was committed, and the reason that was given for it
    return filled(tr("{what}: {reason}"), what=capital(what), reason=Quote(sentence_end(reason.text)))


def _reason(found: Remark) -> Words:
    # for translators: the reason for which a warning was accepted on purpose
    return filled(tr("Accepted: {reason}"), reason=quote(found.finding.accepted))


def _remark(found: Remark, *lines: Words) -> Point:
    return Point((title(found.title),) if found.title else (found.position,), found.position, lines=lines)


def _declined(request: Parked, update: Update) -> Point:
    plan = update.plan
    asked: list[str] = []
    lines: list[Words] = [(line,) for line in paragraphs(request.reason)]
    places = {found.node.id: found.position for found in update.objectives}
    if request.displaces in places:
        # for translators: a request would; {position} is the number of an objective
        asked.append(tr("It would push objective {position} aside.", position=places[request.displaces]))
    if request.status == "dropped":
        asked.append(tr("It will not be done."))
    elif request.revisit is not None:
        asked.append(tr("To be looked at again in {quarter}.", quarter=request.revisit))
    if asked:
        lines.append((joined(asked),))
    return Point((title(request.request),), aside=_asked(request, plan), lines=tuple(lines))


def _asked(request: Parked, plan: Plan) -> Words:
    """Who asked for it, and when."""
    by = quote(request.asked_by)
    when = day(request.asked_on, plan) if request.asked_on else ""
    if by.text and when:
        return filled(tr("{first}; {second}"), first=by, second=when)
    return tuple(part for part in (by if by.text else "", when) if part)
