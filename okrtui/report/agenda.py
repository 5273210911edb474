"""All actions of a plan as an agenda: late, this week, later, no date, done."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from okrtui.coach.said_day import typed_day
from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_as, tr_n
from okrtui.model.dates import format_date, weekday_name, year_is_plain
from okrtui.model.plan import Action, KeyResult, Objective, Plan
from okrtui.model.text import search_key
from okrtui.report.standing import Standing

Group = Literal["late", "this week", "later", "no date", "left undone", "done"]
"""When an action asks to be done; what is left undone in a closed quarter asks no more."""

GROUPS: tuple[Group, ...] = get_args(Group)
"""The groups in their order."""


@frozen
class Entry:
    """One action with its place."""

    action: Action
    group: Group
    position: str
    """``2.1.3``"""
    key_result: KeyResult
    """What it is a step to."""
    key_result_position: str
    """``2.1``"""
    objective: Objective
    """Where that leads."""

    @property
    def owner(self) -> str:
        """Who does it: its own owner, else who answers for the key result; empty where nobody is named."""
        return self.action.owner or self.key_result.owner


@frozen
class Only:
    """What an agenda is narrowed to; where both are empty, it is not."""

    objective_id: str = ""
    owner: str = ""

    def holds(self, entry: Entry) -> bool:
        """Whether an entry belongs to it; names count as one whatever their case."""
        if self.objective_id and entry.objective.id != self.objective_id:
            return False
        return not self.owner or search_key(entry.owner) == search_key(self.owner)


def agenda(standing: Standing) -> list[Entry]:
    """Every action that was not dropped, nor its key result, in the order in which to look at them.

    What is late, due this week or later stands by its date, what has no date as in the plan, what is done with
    the latest first; in a closed quarter, nothing is late.
    """
    return sorted(_entries(standing), key=_order)


def group_of(action: Action, plan: Plan, today: dt.date) -> Group:
    """The group of an action on a day. A week ends with its Sunday."""
    if action.status == "done":
        return "done"
    if plan.phase == "closed":
        return "left undone"
    if action.due is None:
        return "no date"
    if action.due < today:
        return "late"
    sunday = today + dt.timedelta(days=6 - today.weekday())
    return "this week" if action.due <= sunday else "later"


def owners(entries: Iterable[Entry]) -> list[str]:
    """Everybody who has something to do, each once, by name."""
    by_key = {search_key(entry.owner): entry.owner for entry in entries if entry.owner}
    return [by_key[key] for key in sorted(by_key)]


def due_words(action: Action, plan: Plan, today: dt.date) -> str:
    """``late 4 days``, ``today``, ``Fri 20 Nov``, ``8 Jan 2027``, ``done 12 Oct``; empty without a date."""
    if action.status == "done":
        if action.done_on is None:
            # for translators: stands beside an action, in a column, so keep it short
            return tr_as("an action", "done")
        # for translators: an action was done on this day; stands in a column, so keep it short
        return tr("done {day}", day=format_date(action.done_on, plan.start, plan.end))
    if action.due is None:
        return ""
    late = (today - action.due).days
    if plan.phase == "closed":
        return day_words(action.due, plan)
    if late > 0:
        # for translators: so far past is the date of an action; stands in a column, so keep it short
        return tr_n("late {n} day", "late {n} days", late)
    # for translators: an action is due today
    return tr("today") if late == 0 else day_words(action.due, plan)


def day_words(day: dt.date, plan: Plan) -> str:
    """``Fri 20 Nov``, or ``8 Jan 2027`` where the year is not plain from the quarter's dates."""
    words = format_date(day, plan.start, plan.end)
    if not year_is_plain(day, plan.start, plan.end):
        return words
    # for translators: a date with its weekday: Fri 20 Nov
    return tr("{weekday} {day}", weekday=weekday_name(day), day=words)


def later_date(text: str, due: dt.date | None, plan: Plan, today: dt.date) -> dt.date:
    """The date that an action is put off to.

    Args:
        text: what was typed: ``+1w`` from its date, or from today where that is past; a weekday; a date.
        due: its date until now.
        plan: the quarter that dates are read against.
        today: the day from which weekdays count.

    Raises:
        ValueError: it is no date, a past one or one before ``due``; the message says what to write instead.
    """
    is_step = search_key(text).strip().startswith("+")
    day = typed_day(text, plan, today, max(due, today) if is_step and due else today)
    if day < today:
        # for translators: stands behind the date that was typed
        raise ValueError(tr("is past; write a day from today on"))
    if due and day < due:
        shown, until_now = (format_date(it, plan.start, plan.end) for it in (day, due))
        # for translators: stands behind the date that was typed, where somebody wants to put off an action
        raise ValueError(
            tr(
                "is {day}, before {due}, when it is due now; write a later day, or bring it forward in its form",
                day=shown,
                due=until_now,
            )
        )
    return day


def _entries(standing: Standing) -> Iterator[Entry]:
    for placed in standing.places.values():
        node, key_result = placed.node, placed.parent
        if not isinstance(node, Action) or not isinstance(key_result, KeyResult):
            continue
        above = standing.places[key_result.id]
        if node.status != "dropped" and key_result.dropped_on is None and isinstance(above.parent, Objective):
            group = group_of(node, standing.plan, standing.today)
            yield Entry(node, group, placed.position, key_result, above.position, above.parent)


def _order(entry: Entry) -> tuple[int, int]:
    group, day = GROUPS.index(entry.group), 0
    if entry.group == "done":
        day = -entry.action.done_on.toordinal() if entry.action.done_on else 0
    elif entry.action.due is not None:
        day = entry.action.due.toordinal()
    return group, day
