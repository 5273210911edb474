"""The sections on what is new: what asks for attention, what was done, what comes next, what moved."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import clauses, joined, listed
from okrtui.model.numbers import format_count
from okrtui.report.agenda import Entry, day_words, due_words
from okrtui.report.in_title import title_says
from okrtui.report.smart_words import words_left
from okrtui.report.update.content import KeyResultUpdate, Update
from okrtui.report.update.page import TONES, Point, Section
from okrtui.report.update.phrases import Words, amount, changed_by, day, filled, person, quote, sentences, title
from okrtui.report.words import capital, full_stop

_MOST = 15
"""The most points of a section; a reader does not look at more, and the details name every key result."""


def attention(update: Update) -> Section | None:
    """What is off track, at risk, stale or doubted, and the actions that are late."""
    risks = update.risks
    late = {found.node.id: [entry for entry in update.late if entry.key_result.id == found.node.id] for found in risks}
    others = [entry for entry in update.late if entry.key_result.id not in late]
    points = [_risk(found, late[found.node.id], update) for found in risks]
    return _section("attention", tr("Needs attention"), [*points, *(_late(entry, update) for entry in others)])


def wins(update: Update) -> Section | None:
    """The key results that were reached, and the actions that are done."""
    reached = [
        Point((title(found.node.title),), found.position, tr("reached"), "good", lines=((found.words,),))
        for found in update.reached
    ]
    done = [
        Point((title(entry.action.title),), tag=due_words(entry.action, update.plan, update.today), aside=_whose(entry))
        for entry in update.done
    ]
    # for translators: a heading: what was done since a day
    since = tr("Done since {day}", day=_since(update))
    # for translators: a heading above the key results that were reached
    return _section("wins", tr("Reached") if update.plan.phase == "closed" else since, [*reached, *done])


def ahead(update: Update) -> Section | None:
    """The actions that are due soon."""
    points = [
        Point((title(entry.action.title),), tag=day_words(entry.action.due, update.plan), aside=_whose(entry))
        for entry in update.next
        if entry.action.due is not None
    ]
    # for translators: a heading: what comes next, until a day
    return _section("next", tr("Next, until {day}", day=day(update.until, update.plan)), points)


def moved(update: Update) -> Section | None:
    """The key results whose pace or confidence changed, or that fell back; how many have a new number."""
    found = update.key_results
    if update.plan.phase != "active" or not found:
        return None
    points = [_moved(each) for each in found if each.moved]
    if not points and not any(each.seen for each in found):
        return None
    new = sum(each.news for each in found)
    # for translators: before a list, behind "All 9 key results have a new number."
    few = tr("These stand out:") if 0 < len(points) < new else ""
    said = joined([_new_numbers(new, len(found)), few])
    return _section("moved", tr("What moved since {day}", day=_since(update)), points, (said,))


def _new_numbers(new: int, total: int) -> str:
    """How many key results have a number that is new."""
    if not new:
        return tr("There is no new number.")
    count = format_count(total)
    if new == total:
        return tr_n(
            "The one key result has a new number.", "All {count} key results have a new number.", new, count=count
        )
    # for translators: {n} of a greater number, {total}
    return tr_n(
        "{n} of {total} key results has a new number.",
        "{n} of {total} key results have a new number.",
        new,
        total=count,
    )


def facts(found: KeyResultUpdate, update: Update) -> tuple[Words, ...]:
    """A paragraph of what else a reader asks of a key result, or none: ``Began at 20. Owner Ana.``."""
    said = [filled(tr("{clause}."), clause=fact) for fact in _facts(found, update)]
    return (sentences(said),) if said else ()


def _facts(found: KeyResultUpdate, update: Update) -> Iterator[Words]:
    """Each without its full stop."""
    node, numbers, before = found.node, found.numbers, found.before
    # for translators: the value that a key result began with
    begun = tr("Began at {amount}", amount=amount(start, node)) if (start := _start(found, update)) is not None else ""
    change = _change(found, update) if update.plan.phase == "active" and found.seen else ""
    if words := clauses([begun, change]):
        yield (capital(words),)
    if (sure := numbers.confidence) is not None and update.plan.phase != "closed":
        was = before.confidence
        if was in (None, sure):
            yield (tr("Confidence {confidence} of 10", confidence=sure),)
        else:
            yield (tr("Confidence {confidence} of 10, was {before}", confidence=sure, before=was),)
    if node.ambition == "aspirational":
        # for translators: a key result whose target is set high on purpose
        yield (tr("Aspirational"),)
    if (owner := person(node.owner)).text:
        yield filled(tr("Owner {name}"), name=owner)
    if update.plan.phase == "planning":
        yield (_badge(found.smart),)


def _start(found: KeyResultUpdate, update: Update) -> Decimal | None:
    """The value that it began with, where neither the title nor the sentence on the value says it."""
    node = found.node
    if node.kind != "reach" or node.baseline is None or not found.seen or update.plan.phase == "planning":
        return None
    falls = node.target is not None and node.target < node.baseline
    return None if falls or title_says(node, update.plan.language, node.baseline) else node.baseline


def _badge(badge: str) -> str:
    """The five letters, and in words those that are a dot."""
    left = words_left(badge)
    if not left:
        return tr("SMART")
    # for translators: {words} are such as: specific and realistic; {letters} are SMART with dots for these
    return tr("SMART, still open: {words} ({letters})", words=listed(left), letters=badge)


def _change(found: KeyResultUpdate, update: Update) -> str:
    """What became of the value since the last update."""
    since = _since(update)
    if not found.news:
        return tr("no new number since {day}", day=since)
    if found.change is None:
        # for translators: a number that is new since a day
        return tr("new since {day}", day=since)
    # for translators: {change} is such as: up 2
    return tr("{change} since {day}", change=changed_by(found.change), day=day(found.since, update.plan))


def note(found: KeyResultUpdate, update: Update) -> tuple[Words, ...]:
    """What was written with the latest check-in, with its day; nothing where nothing was."""
    latest = found.latest
    if latest is None or not (written := quote(latest.note)).text:
        return ()
    # for translators: a note in quotation marks, and the day on which it was written
    return (filled(tr('"{note}" ({day})'), note=written, day=day(latest.date, update.plan)),)


def _risk(found: KeyResultUpdate, late: Sequence[Entry], update: Update) -> Point:
    pace = found.numbers.pace
    lines: list[Words] = [(found.words,)]
    if found.warning:
        lines.append((found.warning,))
    lines.extend(note(found, update))
    for entry in late:
        said = due_words(entry.action, update.plan, update.today)
        owner = person(entry.owner)
        parts = {"due": said, "title": title(entry.action.title), "owner": owner}
        # for translators: {due} is such as: late 4 days
        alone = tr("Action {due}: {title}")
        lines.append(filled(tr("Action {due}: {title} ({owner})") if owner.text else alone, **parts))
    owner = person(found.node.owner)
    aside = (owner,) if owner.text else ()
    return Point((title(found.node.title),), found.position, tr(pace), TONES[pace], aside, lines=tuple(lines))


def _late(entry: Entry, update: Update) -> Point:
    tag = due_words(entry.action, update.plan, update.today)
    return Point((title(entry.action.title),), tag=tag, tone="careful", aside=_whose(entry))


def _moved(found: KeyResultUpdate) -> Point:
    numbers, before = found.numbers, found.before
    said = [_new_value(found)]
    if found.news and before.current is None:
        said.append(tr("First check-in."))
    elif before.pace != numbers.pace:
        # for translators: {pace} is such as: on track
        said.append(tr("Was {pace}.", pace=tr(before.pace)))
    if before.confidence != numbers.confidence:
        said.append(_confidence(numbers.confidence, before.confidence))
    pace = numbers.pace
    return Point((title(found.node.title),), found.position, tr(pace), TONES[pace], lines=((joined(said),),))


def _new_value(found: KeyResultUpdate) -> str:
    """The value that is new, and by how much it is another; empty where it is the old one."""
    if not found.news or found.numbers.current is None:
        return ""
    now, change = amount(found.numbers.current, found.node), found.change
    if not change:
        return full_stop(now)
    if found.fell_back and change > 0:
        # for translators: the new value of what should fall and rose instead; {change} is such as: up 2
        return tr("Went the wrong way, to {amount}, {change}.", amount=now, change=changed_by(change))
    if found.fell_back:
        # for translators: {change} is such as: down 2
        return tr("Fell back to {amount}, {change}.", amount=now, change=changed_by(change))
    # for translators: the new value of a key result; {change} is such as: up 2
    return tr("{amount}, {change}.", amount=now, change=changed_by(change))


def _confidence(now: int | None, before: int | None) -> str:
    """That the confidence is another one."""
    if before is None:
        return tr("Confidence {confidence} of 10, had none.", confidence=now)
    if now is None:
        return tr("Confidence none, was {before}.", before=before)
    return tr("Confidence {confidence} of 10, was {before}.", confidence=now, before=before)


def _whose(entry: Entry) -> Words:
    """Who does it, and for which key result."""
    owner, position = person(entry.owner), entry.key_result_position
    if owner.text:
        # for translators: who does an action, and the number of the key result that it is a step to
        return filled(tr("{name}, for {position}"), name=owner, position=position)
    # for translators: the number of the key result that an action is a step to
    return (tr("for {position}", position=position),)


def _since(update: Update) -> str:
    return day(update.since, update.plan)


def _section(name: str, heading: str, points: Sequence[Point], lines: Sequence[str] = ()) -> Section | None:
    """The section; None where there is nothing to say."""
    if not points and not lines:
        return None
    left = len(points) - _MOST
    more = tr_n("And {n} more.", "And {n} more.", left) if left > 0 else ""
    return Section(name, heading, tuple(points[:_MOST]), tuple((line,) for line in lines), more)
