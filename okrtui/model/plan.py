"""The plan of a quarter: frozen values, exactly what a quarter file holds.

Nothing here changes in place; :meth:`Item.replace` makes a checked copy. A plan may be a draft: whatever
is optional in the method is optional here, and the coach says what is missing. Only what could not be
worked with at all (a date that is no date, an unknown phase) is refused.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from okrtui.i18n import tr, tr_n
from okrtui.model.language import Language
from okrtui.model.numbers import MAX_DIGITS, check_amount, format_count
from okrtui.model.quarter import FIRST_YEAR, LAST_YEAR, Quarter
from okrtui.model.record import Record
from okrtui.model.record_fields import Key, Limits, Reader
from okrtui.model.unfit import Unfit

SCHEMA = 1
"""The version of the file format that this program writes."""

MAX_SCHEMA = 1_000_000
"""The highest version that a file can name; a longer number is a slip of the pen."""

MAX_DAYS = 400
"""The most days from the start of a quarter to its end."""

MAX_TEXT = 100_000
"""The most characters of one text in a file; what is typed is limited more tightly."""

Phase = Literal["planning", "active", "closed"]
Kind = Literal["reach", "at_least", "at_most"]
Indicator = Literal["leading", "lagging"]
Ambition = Literal["committed", "aspirational"]
ActionStatus = Literal["todo", "doing", "done", "dropped"]
RequestStatus = Literal["parked", "adopted", "dropped"]


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    # for translators: said of a value in a file
    raise Unfit(tr("is no date"), tr("write it like 2026-12-31"))


def _amount(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        # for translators: said of a value in a file
        raise Unfit(tr("is no number"), tr("write it like 30 or 2.5, without quotes"))
    if isinstance(value, int) and abs(value) >= 10**MAX_DIGITS:
        raise Unfit(tr("has more than {n} digits", n=MAX_DIGITS), tr("write a shorter number"))
    amount = Decimal(value)
    try:
        return check_amount(amount)
    except ValueError as error:
        do = tr("write a shorter number") if amount.is_finite() else tr("write it like 30 or 2.5")
        raise Unfit(str(error), do) from None


def _text(value: object) -> object:
    if not isinstance(value, str):
        # for translators: said of a value in a file
        raise Unfit(tr("is no text"), tr("put it in quotes"))
    return value


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        # for translators: said of a value in a file
        raise Unfit(tr("is no whole number"), tr("write it like 7, without quotes"))
    return value


def _quarter(value: object) -> object:
    return value if isinstance(value, Quarter) else Quarter.parse(str(value))


Text = Annotated[str, Limits(max_length=MAX_TEXT), Reader(_text)]
Date = Annotated[dt.date, Reader(_date)]
Amount = Annotated[Decimal, Reader(_amount)]
Tenths = Annotated[int, Limits(ge=0, le=10), Reader(_whole)]
QuarterName = Annotated[Quarter, Reader(_quarter)]


_NO_REASONS: dict[str, str] = {}


class Item(Record):
    """What all parts of a plan share: frozen, and keeping keys that this version does not know."""

    KEEPS_UNKNOWN = True


class CheckIn(Item):
    """A value read on a day. A key result has at most one a date."""

    date: Date
    value: Amount
    """In the key result's unit."""
    confidence: Tenths | None = None
    """How likely the target is, 0 to 10."""
    note: Text = ""


class Action(Item):
    """A step towards one key result."""

    id: Text
    title: Text = ""
    status: ActionStatus = "todo"
    due: Date | None = None
    done_on: Date | None = None
    owner: Text = ""
    notes: Text = ""


class KeyResult(Item):
    """A result that proves progress towards an objective, counted in a real number."""

    id: Text
    title: Text = ""
    kind: Kind = "reach"
    """``reach`` a target from a baseline, or keep a level ``at_least`` or ``at_most`` the target."""
    definition: Text = ""
    """What counts."""
    unit: Text = ""
    baseline: Amount | None = None
    target: Amount | None = None
    start: Date | None = None
    """First day; the quarter's when not set."""
    due: Date | None = None
    indicator: Indicator | None = None
    ambition: Ambition = "committed"
    confidence: Tenths | None = None
    """At planning, 0 to 10."""
    realistic: Text = ""
    """How it moves the objective, and what makes it feasible."""
    owner: Text = ""
    source: Text = ""
    """Where the number is read."""
    weight: Annotated[Decimal, Limits(ge=0), Reader(_amount)] = Decimal(1)
    dropped_on: Date | None = None
    notes: Text = ""
    accepted: dict[str, Text] = _NO_REASONS
    """Findings accepted on purpose: code to reason."""
    carried_from: Text = ""
    score: Annotated[Decimal, Limits(ge=0, le=1), Reader(_amount)] | None = None
    """At the close, when it was set by hand."""
    score_note: Text = ""
    check_ins: tuple[CheckIn, ...] = ()
    actions: tuple[Action, ...] = ()


class Objective(Item):
    """A short, qualitative sentence that says where to go."""

    id: Text
    title: Text = ""
    why: Text = ""
    """What company goal it serves."""
    notes: Text = ""
    carried_from: Text = ""
    key_results: tuple[KeyResult, ...] = ()


class Parked(Item):
    """A request that was declined for this quarter."""

    id: Text
    request: Text = ""
    asked_by: Text = ""
    asked_on: Date | None = None
    reason: Text = ""
    displaces: Text = ""
    """Id of the objective that it would push aside."""
    revisit: QuarterName | None = None
    status: RequestStatus = "parked"


class Change(Item):
    """A goalpost that moved after the commit."""

    date: Date
    item: Text
    """Id of the key result."""
    field: Text
    old: Text = ""
    new: Text = ""
    reason: Text = ""


class Retrospective(Item):
    """What the quarter taught."""

    went_well: Text = ""
    went_badly: Text = ""
    change_next: Text = ""


class Unsettled(Item):
    """Something that both sides of a git merge changed differently, until a person chooses; the plan has ``theirs``."""

    item: Text
    """Id of the item; empty for the quarter itself."""
    field: Text
    """What of it, as :class:`okrtui.model.merge.Conflict` names it."""
    ours: Any = None
    """The plain value of one side, as a file holds it; None where that side has none."""
    theirs: Any = None
    """The plain value of the other side."""


class Plan(Item):
    """One quarter's plan."""

    schema_version: Annotated[int, Limits(ge=1, le=MAX_SCHEMA), Reader(_whole), Key("schema")] = SCHEMA
    quarter: QuarterName
    start: Date
    end: Date
    phase: Phase = "planning"
    committed_on: Date | None = None
    closed_on: Date | None = None
    language: Language = "auto"
    focus: Text = ""
    """What the quarter is about, in one line."""
    objectives: tuple[Objective, ...] = ()
    not_now: tuple[Parked, ...] = ()
    changes: tuple[Change, ...] = ()
    retrospective: Retrospective = Retrospective.made()
    conflicts: tuple[Unsettled, ...] = ()
    """What a git merge left open."""

    CHECKED = ("start", "end")

    @classmethod
    def check(cls, name: str, value: dt.date, before: Mapping[str, Any]) -> None:
        """Look at a day of the plan: whether it lies in a year of quarters, and the end behind the start."""
        # a fiscal year that is named 2199 may end in the year after it
        if not FIRST_YEAR <= value.year <= LAST_YEAR + 1:
            what = tr("has the year {year}", year=value.year)
            raise Unfit(what, tr("write a year from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR))
        start = before.get("start")
        if name == "start" or start is None:
            return
        if value <= start:
            # for translators: said of the end of a quarter; start is a day
            raise Unfit(tr("is not after the start, {start}", start=start), tr("write a later date"))
        if (days := (value - start).days) > MAX_DAYS:
            count = format_count(days)
            # for translators: said of the end of a quarter; count is the number
            what = tr_n("is {count} day after the start", "is {count} days after the start", days, count=count)
            raise Unfit(what, tr("write an earlier date: a quarter has about 91 days"))

    @classmethod
    def empty(cls, quarter: Quarter, first_month: int = 1) -> "Plan":
        """A plan with nothing in it yet, for a fiscal year that begins with ``first_month``."""
        start, end = quarter.dates(first_month)
        return cls(quarter=quarter, start=start, end=end)


Node = Objective | KeyResult | Action
"""What the tree of a plan is made of."""
