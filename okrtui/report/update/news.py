"""The sections on what is new: what asks for attention, what was done, what comes next, what moved."""

from collections.abc import Iterator, Sequence

from okrtui.report.agenda import Entry, day_words, due_words
from okrtui.report.update.content import KeyResultUpdate, Update
from okrtui.report.update.page import TONES, Point, Section
from okrtui.report.update.phrases import Quote, Words, amount, changed_by, day, many, quote, title

_MOST = 15
"""The most points of a section; a reader does not look at more, and the details name every key result."""


def attention(update: Update) -> Section | None:
    """What is off track, at risk, stale or doubted, and the actions that are late."""
    risks = update.risks
    late = {found.node.id: [entry for entry in update.late if entry.key_result.id == found.node.id] for found in risks}
    others = [entry for entry in update.late if entry.key_result.id not in late]
    points = [_risk(found, late[found.node.id], update) for found in risks]
    return _section("attention", "Needs attention", [*points, *(_late(entry, update) for entry in others)])


def wins(update: Update) -> Section | None:
    """The key results that were reached, and the actions that are done."""
    reached = [
        Point((title(found.node.title),), found.position, "reached", "good", lines=((found.words,),))
        for found in update.reached
    ]
    done = [
        Point((title(entry.action.title),), tag=due_words(entry.action, update.plan, update.today), aside=_whose(entry))
        for entry in update.done
    ]
    closed = update.plan.phase == "closed"
    return _section("wins", "Reached" if closed else f"Done since {_since(update)}", [*reached, *done])


def ahead(update: Update) -> Section | None:
    """The actions that are due soon."""
    points = [
        Point((title(entry.action.title),), tag=day_words(entry.action.due, update.plan), aside=_whose(entry))
        for entry in update.next
        if entry.action.due is not None
    ]
    return _section("next", f"Next, until {day(update.until, update.plan)}", points)


def moved(update: Update) -> Section | None:
    """The key results whose pace or confidence changed, or that fell back; how many have a new number."""
    found = update.key_results
    if update.plan.phase != "active" or not found:
        return None
    new = sum(each.news for each in found)
    any_seen = any(each.seen for each in found)
    if new:
        said = f"{new if new < len(found) else 'All'} of {many(len(found), 'key result')} "
        said = said.replace("All of", "All") + ("has a new number." if new == 1 else "have a new number.")
    else:
        said = "There is no new number."
    points = [_moved(each) for each in found if each.moved]
    if not points and not any_seen:
        return None
    return _section("moved", f"What moved since {_since(update)}", points, (said,))


def facts(found: KeyResultUpdate, update: Update) -> Words:
    """What else a reader asks of a key result: ``Began at 20; up 3 since 5 Nov. Confidence 6 of 10, was 5. Ana.``."""
    said = [part for fact in _facts(found, update) for part in (*fact, ". ")]
    return (*said[:-1], ".")


def _facts(found: KeyResultUpdate, update: Update) -> Iterator[Words]:
    """Each without its full stop."""
    node, numbers, before = found.node, found.numbers, found.before
    from_where = node.baseline if node.kind == "reach" and found.seen and update.plan.phase != "planning" else None
    begun = f"Began at {amount(from_where, node)}" if from_where is not None else ""
    change = ""
    if update.plan.phase == "active" and found.seen:
        news = changed_by(found.change) if found.change is not None else ""
        change = f"{news or 'new'} since {_since(update)}" if found.news else f"no new number since {_since(update)}"
    if words := "; ".join(filter(None, [begun, change])):
        yield (f"{words[0].upper()}{words[1:]}",)
    if numbers.confidence is not None and update.plan.phase != "closed":
        was = before.confidence
        changed = f", was {was}" if was is not None and was != numbers.confidence else ""
        yield (f"Confidence {numbers.confidence} of 10{changed}",)
    if node.ambition == "aspirational":
        yield ("Aspirational",)
    if (owner := quote(node.owner)).text:
        yield ("Owner ", owner)
    yield (f"SMART: {found.smart}",) if found.smart != "SMART" else ("SMART",)


def note(found: KeyResultUpdate, update: Update) -> tuple[Words, ...]:
    """What was written with the latest check-in, with its day; nothing where nothing was."""
    latest = found.latest
    if latest is None or not (written := quote(latest.note)).text:
        return ()
    return (('"', written, f'" ({day(latest.date, update.plan)})'),)


def _risk(found: KeyResultUpdate, late: Sequence[Entry], update: Update) -> Point:
    pace = found.numbers.pace
    lines: list[Words] = [(found.words,)]
    if found.warning:
        lines.append((found.warning,))
    lines.extend(note(found, update))
    for entry in late:
        said = due_words(entry.action, update.plan, update.today)
        lines.append(("Action ", said, ": ", title(entry.action.title), *_owner(entry)))
    owner = quote(found.node.owner)
    aside = (owner,) if owner.text else ()
    return Point((title(found.node.title),), found.position, pace, TONES[pace], aside, lines=tuple(lines))


def _late(entry: Entry, update: Update) -> Point:
    tag = due_words(entry.action, update.plan, update.today)
    return Point((title(entry.action.title),), tag=tag, tone="careful", aside=_whose(entry))


def _moved(found: KeyResultUpdate) -> Point:
    numbers, before = found.numbers, found.before
    said: list[str] = []
    if before.pace != numbers.pace:
        said.append(f"Was {before.pace}.")
    if found.fell_back and numbers.current is not None:
        change = found.change
        by = f", {changed_by(change)}" if change else ""
        said.append(f"Fell back to {amount(numbers.current, found.node)}{by}.")
    if before.confidence != numbers.confidence:
        was = "had none" if before.confidence is None else f"was {before.confidence}"
        now = "none" if numbers.confidence is None else f"{numbers.confidence} of 10"
        said.append(f"Confidence {now}, {was}.")
    pace = numbers.pace
    return Point((title(found.node.title),), found.position, pace, TONES[pace], lines=((" ".join(said),),))


def _whose(entry: Entry) -> Words:
    """Who does it, and for which key result."""
    owner = quote(entry.owner)
    return (*((owner, ", ") if owner.text else ()), f"for {entry.key_result_position}")


def _owner(entry: Entry) -> Words:
    owner: Quote = quote(entry.owner)
    return (" (", owner, ")") if owner.text else ()


def _since(update: Update) -> str:
    return day(update.since, update.plan)


def _section(name: str, heading: str, points: Sequence[Point], lines: Sequence[str] = ()) -> Section | None:
    """The section; None where there is nothing to say."""
    if not points and not lines:
        return None
    left = len(points) - _MOST
    more = f"And {left} more." if left > 0 else ""
    return Section(name, heading, tuple(points[:_MOST]), tuple((line,) for line in lines), more)
