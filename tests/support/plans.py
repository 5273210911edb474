"""Plans for tests: small ones written out, and hypothesis strategies for any plan a file can hold."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from okrtui.model.plan import (
    Action,
    Change,
    CheckIn,
    KeyResult,
    Objective,
    Parked,
    Plan,
    Retrospective,
    Unsettled,
)
from okrtui.model.quarter import Quarter

TODAY = dt.date(2026, 11, 12)
"""Week 7 of 2026-Q4; every test that needs a date starts from here."""

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
"""Any text that a file can hold, control characters and markup included."""
typed = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20)
"""Text that survives cleaning as it is."""
dates = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))
amounts = st.decimals(-(10**6), 10**6, places=2) | st.integers(-(10**9), 10**9).map(Decimal)
shares = st.decimals(0, 1, places=1)
maybe_dates = st.none() | dates
maybe_tenths = st.none() | st.integers(0, 10)
_ids = st.text("23456789abcdefghjkmnpqrstvwxyz", min_size=6, max_size=6)
_codes = st.sampled_from(["kr-percentage", "kr-too-bold", "kr-no-definition"])

check_ins = st.builds(CheckIn, date=dates, value=amounts, confidence=maybe_tenths, note=texts)
actions = st.builds(
    Action,
    id=_ids,
    title=texts,
    status=st.sampled_from(["todo", "doing", "done", "dropped"]),
    due=maybe_dates,
    done_on=maybe_dates,
    owner=texts,
    notes=texts,
)
key_results = st.builds(
    KeyResult,
    id=_ids,
    title=texts,
    kind=st.sampled_from(["reach", "at_least", "at_most"]),
    definition=texts,
    unit=texts,
    baseline=st.none() | amounts,
    target=st.none() | amounts,
    start=maybe_dates,
    due=maybe_dates,
    indicator=st.sampled_from([None, "leading", "lagging"]),
    ambition=st.sampled_from(["committed", "aspirational"]),
    confidence=maybe_tenths,
    realistic=texts,
    owner=texts,
    source=texts,
    weight=st.decimals(0, 9, places=1),
    dropped_on=maybe_dates,
    notes=texts,
    accepted=st.dictionaries(_codes, texts, max_size=2),
    carried_from=texts,
    score=st.none() | shares,
    score_note=texts,
    check_ins=st.lists(check_ins, max_size=3, unique_by=lambda check_in: check_in.date).map(tuple),
    actions=st.lists(actions, max_size=3).map(tuple),
)
objectives = st.builds(
    Objective,
    id=_ids,
    title=texts,
    why=texts,
    notes=texts,
    carried_from=texts,
    key_results=st.lists(key_results, max_size=3).map(tuple),
)
parked = st.builds(
    Parked,
    id=_ids,
    request=texts,
    asked_by=texts,
    asked_on=maybe_dates,
    reason=texts,
    displaces=texts,
    revisit=st.none() | st.builds(Quarter, st.integers(2020, 2030), st.integers(1, 4)),
    status=st.sampled_from(["parked", "adopted", "dropped"]),
)
_whole = st.integers(-(10**9), 10**9)
_sides: st.SearchStrategy[object] = st.one_of(
    st.none(), texts, _whole, dates, st.fixed_dictionaries({"date": dates, "value": _whole})
)
unsettled = st.builds(Unsettled, item=_ids, field=typed, ours=_sides, theirs=_sides)
changes = st.builds(Change, date=dates, item=_ids, field=typed, old=texts, new=texts, reason=texts)


def _unique(plan: Plan) -> Plan:
    """The same plan with ids that differ, since drawn ones may clash when they shrink."""
    count = iter(range(10**6))

    def fresh() -> str:
        return f"n{next(count):05d}"

    return plan.replace(
        objectives=tuple(
            o.replace(
                id=fresh(),
                key_results=tuple(
                    k.replace(id=fresh(), actions=tuple(a.replace(id=fresh()) for a in k.actions))
                    for k in o.key_results
                ),
            )
            for o in plan.objectives
        ),
        not_now=tuple(p.replace(id=fresh()) for p in plan.not_now),
    )


plans = st.builds(
    Plan,
    quarter=st.just(Quarter(2026, 4)),
    start=st.just(dt.date(2026, 10, 1)),
    end=st.just(dt.date(2026, 12, 31)),
    phase=st.sampled_from(["planning", "active", "closed"]),
    committed_on=maybe_dates,
    closed_on=maybe_dates,
    language=st.sampled_from(["auto", "en", "de", "fr", "ja", "ko", "ar"]),
    focus=texts,
    objectives=st.lists(objectives, max_size=3).map(tuple),
    not_now=st.lists(parked, max_size=2).map(tuple),
    changes=st.lists(changes, max_size=2).map(tuple),
    retrospective=st.builds(Retrospective, went_well=texts, went_badly=texts, change_next=texts),
    conflicts=st.lists(unsettled, max_size=1).map(tuple),
).map(_unique)
"""Any plan that a file can hold, with ids that are unique."""


def small_plan() -> Plan:
    """Two objectives; the first with a complete key result of two actions, a draft, and check-ins."""
    mqls = KeyResult(
        id="kr0001",
        title="Increase MQLs attributable to inbound marketing from 20 to 30",
        definition="A contact that asked for a demo",
        unit="MQLs",
        baseline=Decimal(20),
        target=Decimal(30),
        due=dt.date(2026, 12, 31),
        indicator="leading",
        confidence=6,
        realistic="Two nurture tracks are funded",
        owner="Ana",
        check_ins=(
            CheckIn(date=dt.date(2026, 10, 26), value=Decimal(23), confidence=6),
            CheckIn(date=dt.date(2026, 11, 9), value=Decimal(26), confidence=5, note="Webinar helped"),
        ),
        actions=(
            Action(id="ac0001", title="Draft the nurture plan", status="done", done_on=dt.date(2026, 10, 12)),
            Action(id="ac0002", title="Approve the template", due=dt.date(2026, 11, 8)),
        ),
    )
    draft = KeyResult(id="kr0002", title="Train 5 people on the CRM")
    return Plan(
        quarter=Quarter(2026, 4),
        start=dt.date(2026, 10, 1),
        end=dt.date(2026, 12, 31),
        phase="active",
        focus="Inbound before outbound",
        objectives=(
            Objective(
                id="ob0001",
                title="Build a new demand generation channel",
                why="Half of next year's pipeline",
                key_results=(mqls, draft),
            ),
            Objective(id="ob0002", title="Improve funnel conversion rates"),
        ),
    )


def planned_plan() -> Plan:
    """The same plan before it was committed, when goalposts may still be moved without a reason."""
    return small_plan().replace(phase="planning", committed_on=None)
