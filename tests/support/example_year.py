"""The example quarter on other days than its own: before it begins, on its last day, and once it is closed."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal

from okrtui.model.plan import Action, CheckIn, KeyResult, Plan
from tests.support.desk import example_plan

PLANNED_ON, LAST_DAY = dt.date(2026, 9, 28), dt.date(2026, 12, 31)

_WEEKS = tuple(dt.date(2026, 11, 16) + dt.timedelta(weeks=week) for week in range(7))
"""The Mondays that the example has no check-ins of; what is to be held is held in each week, or not."""

_ENDED_WITH: Mapping[str, Decimal] = {
    "94ttbx": Decimal(63),
    "pr87w9": Decimal(25600),
    "wkgkbz": Decimal(8),
    "xzjtbt": Decimal(17),
    "t57tmh": Decimal(192),
    "74my6m": Decimal("28.5"),
    "t3bz9r": Decimal("4.5"),
    "wfctkq": Decimal(92),
    "bv5dhh": Decimal(21000),
    "kwvw2g": Decimal(14),
    "xr57ry": Decimal(3),
    "vykcyn": Decimal(5),
    "qkg2yk": Decimal(12),
    "kzm462": Decimal(610_000),
    "e4jxaf": Decimal(5),
    "23dsq4": Decimal(420),
}
"""The last value of each key result, by its id."""


def planned() -> Plan:
    """The example before its quarter begins: no value yet, no action begun, nothing committed."""
    plan = example_plan().replace(phase="planning", committed_on=None, not_now=(), changes=())
    return _with_key_results(plan, _not_begun)


def ended() -> Plan:
    """The example on its last day, with a value of that day for every key result."""
    return _with_key_results(example_plan(), _with_last_value)


def closed() -> Plan:
    """The example after its close."""
    return ended().replace(phase="closed", closed_on=LAST_DAY)


def _with_key_results(plan: Plan, turned: Callable[[KeyResult], KeyResult]) -> Plan:
    objectives = (it.replace(key_results=tuple(map(turned, it.key_results))) for it in plan.objectives)
    return plan.replace(objectives=tuple(objectives))


def _not_begun(key_result: KeyResult) -> KeyResult:
    actions = (Action(id=it.id, title=it.title, due=it.due, owner=it.owner) for it in key_result.actions)
    return key_result.replace(check_ins=(), actions=tuple(actions))


def _with_last_value(key_result: KeyResult) -> KeyResult:
    value = _ENDED_WITH[key_result.id]
    weeks = () if key_result.kind == "reach" else _WEEKS
    later = (CheckIn(date=day, value=value) for day in (*weeks, LAST_DAY))
    return key_result.replace(check_ins=(*key_result.check_ins, *later))
