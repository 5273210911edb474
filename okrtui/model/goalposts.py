"""Goalposts: what a committed key result was measured by, and the record that is kept where that moves.

Once a quarter is committed, its key results are a promise. Whoever changes what it is measured by may do so, but says
why, and the plan keeps the record beside the change itself: undo takes both back, a merge brings both along.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from okrtui.frozen import frozen
from okrtui.i18n import mark, tr
from okrtui.model.dates import format_date
from okrtui.model.edits import Edit, EditError
from okrtui.model.numbers import check_amount, format_amount
from okrtui.model.plan import Change, KeyResult, Plan
from okrtui.model.text import clean_prose, display

GOALPOSTS: Final = ("baseline", "target", "unit", "kind", "start", "due", "dropped_on")
"""The fields of a key result that say what it is measured by, and whether it still is."""

KEY_RESULT: Final = "key_result"
"""The field of a record where a whole key result was added (``new`` is its title) or removed (``old`` is)."""

PHASE: Final = "phase"
"""The field of a record where the quarter itself went another way; its ``item`` is empty."""

_GIVEN_UP = frozenset({KEY_RESULT, "dropped_on"})
_AMOUNTS, _DAYS = ("baseline", "target"), ("start", "due", "dropped_on")
_NO_TITLE = mark("(no title)")


@frozen
class Moved:
    """One goalpost that an edit moves."""

    item_id: str
    """Id of the key result."""
    title: str
    """The key result's, as it was before where it was there."""
    field: str
    """One of :data:`GOALPOSTS`, or :data:`KEY_RESULT`."""
    old: str
    """The exact value as text, such as ``30`` or ``2026-12-31``; empty where there was none."""
    new: str
    """Likewise, after the edit."""


def moved(before: Plan, after: Plan) -> tuple[Moved, ...]:
    """Every goalpost that differs between two plans, in the order of the tree; none unless the first is active.

    A new title, another place in the tree and any other field move none. Neither does the first value of a field that
    was left open: as long as a key result never had a target, nothing about it was promised.
    """
    if before.phase != "active":
        return ()
    old, new = _key_results(before), _key_results(after)
    found: list[Moved] = []
    for item_id, was in old.items():
        if new.get(item_id) is was:
            continue
        if item_id in new:
            found += _between(was, new[item_id], before.changes)
        else:
            found.append(Moved(item_id, was.title, KEY_RESULT, was.title or _NO_TITLE, ""))
    added = (key_result for item_id, key_result in new.items() if item_id not in old)
    return (*found, *(Moved(it.id, it.title, KEY_RESULT, "", it.title or _NO_TITLE) for it in added))


def to_explain(before: Plan, after: Plan, today: dt.date) -> tuple[Moved, ...]:
    """The moved goalposts that a reason is asked for: not those that come back to where they stood this morning."""
    kept = {(change.item, change.field) for change in _of_day(recorded(before, after, "", today).changes, today)}
    return tuple(move for move in moved(before, after) if (move.item_id, move.field) in kept)


def given_reason(plan: Plan, moves: Iterable[Moved], today: dt.date) -> str:
    """The reason that was given today for the same key results already, to be offered again; empty where none was.

    Why a key result is measured in another way is no reason to give it up.
    """
    given_up = {(move.item_id, move.field in _GIVEN_UP) for move in moves}
    reasons = [
        change.reason
        for change in _of_day(plan.changes, today)
        if (change.item, change.field in _GIVEN_UP) in given_up and change.reason
    ]
    return reasons[-1] if reasons else ""


def recorded(before: Plan, after: Plan, reason: str, today: dt.date) -> Plan:
    """The plan after an edit, with a record of every goalpost that the edit moved.

    One record a day and field: a second change on the same day keeps the oldest ``old``, and where it comes back to
    that, the record goes. A key result that is added and removed on one day leaves none.
    """
    moves = moved(before, after)
    if not moves:
        return after
    changes: Sequence[Change] = after.changes
    for move in moves:
        changes = (_with_whole if move.field == KEY_RESULT else _with_field)(changes, move, reason, today)
    return after.replace(changes=tuple(changes))


@frozen
class WithReason:
    """Another edit, with the reason why it moves goalposts."""

    edit: Edit
    reason: str
    today: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan after the edit, with its records; see :class:`okrtui.model.edits.Edit`."""
        after, reason = self.edit.apply(plan), clean_prose(self.reason)
        if not reason and to_explain(plan, after, self.today):
            raise EditError(tr("it changes what was committed; say why, in a few words"))
        return recorded(plan, after, reason, self.today)

    def label(self, plan: Plan) -> str:
        """That of the edit."""
        return self.edit.label(plan)


def changes_of(plan: Plan, item_id: str) -> tuple[Change, ...]:
    """The records of one item, oldest first; with an empty id those of the quarter itself."""
    return tuple(sorted((it for it in plan.changes if it.item == item_id), key=lambda it: it.date))


def change_words(change: Change, plan: Plan) -> str:
    """A record as it stands beside its key result, safe to print: ``target 30, was 40 until 3 Nov: budget cut``."""
    day = format_date(change.date, plan.start, plan.end)
    what, reason = _what(change, day, plan), display(" ".join(change.reason.split()))
    # for translators: what was changed of a key result since it was committed, and the reason that was given for it
    return tr("{what}: {reason}", what=what, reason=reason) if reason else what


def change_line(change: Change, plan: Plan) -> str:
    """A record in words that name the key result, as it is or was last called: ``"Grow MQLs": target 30, was 40 …``."""
    words, title = change_words(change, plan), display(title_of(change, plan))
    if not title:
        return words
    if change.field == KEY_RESULT and change.old:
        # for translators: words are "removed on 3 Nov", with the reason behind it where there is one
        return tr('"{title}" {words}', title=title, words=words)
    # for translators: words say what was changed, such as "target 30, was 40 until 3 Nov"
    return tr('"{title}": {words}', title=title, words=words)


def title_of(change: Change, plan: Plan) -> str:
    """The title of the key result that a record is about, as it is or was last called; empty for the quarter's own."""
    now = _key_results(plan).get(change.item)
    if now is not None:
        return now.title
    removed = (it.old for it in plan.changes if (it.item, it.field) == (change.item, KEY_RESULT) and it.old)
    title = next(removed, "") if change.item else ""
    return tr(title) if title == _NO_TITLE else title


def _what(change: Change, day: str, plan: Plan) -> str:
    old, new = _said(change.field, change.old, plan), _said(change.field, change.new, plan)
    match change.field:
        case "key_result":
            is_new = change.new and not change.old
            return tr("added on {day}", day=day) if is_new else tr("removed on {day}", day=day)
        case "dropped_on":
            if change.new:
                return tr("dropped on {day}", day=new)
            return tr("brought back on {day}, was dropped on {old}", day=day, old=old)
        case "phase":
            if known := _PHASES.get((change.old, change.new)):
                return tr(known, day=day)
            # for translators: the new and the old phase of a quarter, such as planning
            return tr("{new}, was {old} on {day}", new=new, old=old, day=day)
    name = _word(change.field)
    if not change.new:
        # for translators: name is that of a field, such as target; old is its value until then
        return tr("no {name} any more, was {old} until {day}", name=name, old=old, day=day)
    if change.old:
        # for translators: name is that of a field: target 30, was 40 until 3 Nov
        return tr("{name} {new}, was {old} until {day}", name=name, new=new, old=old, day=day)
    # for translators: name is that of a field: target 30 since 3 Nov, not set before
    return tr("{name} {new} since {day}, not set before", name=name, new=new, day=day)


_PHASES = {
    ("active", "planning"): mark("back to planning on {day}"),
    # for translators: the quarter's plan was committed to a second time
    ("planning", "active"): mark("committed again on {day}"),
    ("closed", "active"): mark("reopened on {day}"),
    ("active", "closed"): mark("closed again on {day}"),
}


def _said(field: str, text: str, plan: Plan) -> str:
    """A value of a record as people read it; one that was written by hand and is none stays as it is."""
    try:
        if field in _AMOUNTS:
            return format_amount(check_amount(Decimal(text)))
        if field in _DAYS:
            return format_date(dt.date.fromisoformat(text), plan.start, plan.end)
    except (ValueError, InvalidOperation):
        pass
    return _word(text) if field in ("kind", PHASE) else display(text)


def _word(value: str) -> str:
    """A word of the file as people read it; one that was written by hand and is none stays as it is."""
    shown = display(value.replace("_", " "))
    return tr(shown) if shown else ""


def _key_results(plan: Plan) -> dict[str, KeyResult]:
    return {found.id: found for objective in plan.objectives for found in objective.key_results}


def _between(was: KeyResult, now: KeyResult, changes: Sequence[Change]) -> Iterable[Moved]:
    """What moved of a key result that is there before and after."""
    known = {change.field for change in changes if change.item == was.id}
    promised = was.target is not None or "target" in known
    for name in GOALPOSTS:
        old, new = getattr(was, name), getattr(now, name)
        if old == new:
            continue
        filled_in = not _text(old) and name not in known
        if name == "start":  # left open, it is the quarter's first day
            filled_in = filled_in and KEY_RESULT in known
        if name == "dropped_on" or (promised and not filled_in):
            yield Moved(was.id, was.title, name, _text(old), _text(new))


def _text(value: object) -> str:
    """A value exactly as it was typed: ``2.50``, ``2026-12-31``."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _of_day(changes: Iterable[Change], day: dt.date) -> list[Change]:
    return [change for change in changes if change.date == day]


def _with_field(changes: Sequence[Change], move: Moved, reason: str, today: dt.date) -> Sequence[Change]:
    """The records with that of a field, which takes the place of the one that the day has already."""
    same = [it for it in _of_day(changes, today) if (it.item, it.field) == (move.item_id, move.field)]
    old = same[0].old if same else move.old
    reason = reason or (same[-1].reason if same else "")
    kept = [it for it in changes if it not in same]
    if _equal(move.field, old, move.new):
        return kept
    record = Change(date=today, item=move.item_id, field=move.field, old=old, new=move.new, reason=reason)
    return [*kept, record]


def _with_whole(changes: Sequence[Change], move: Moved, reason: str, today: dt.date) -> Sequence[Change]:
    """The records with that of a key result that comes or goes."""
    todays = [it for it in _of_day(changes, today) if it.item == move.item_id]
    if not move.new and any(it.field == KEY_RESULT and not it.old for it in todays):
        return [it for it in changes if it not in todays]
    return [
        *changes,
        Change(date=today, item=move.item_id, field=KEY_RESULT, old=move.old, new=move.new, reason=reason),
    ]


def _equal(field: str, one: str, other: str) -> bool:
    """Whether two texts of a field are the same value; 30 and 30.0 are, and a record by hand may hold any text."""
    try:
        return one == other or (field in _AMOUNTS and Decimal(one) == Decimal(other))
    except InvalidOperation:
        return False
