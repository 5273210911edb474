"""A quarter at its end, and quarters that follow each other."""

import datetime as dt
from decimal import Decimal

from okrtui.model.carry import carry_over
from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Parked, Plan
from okrtui.model.quarter import Quarter

SEEN, LONG_AGO = dt.date(2026, 11, 9), dt.date(2026, 11, 2)
"""Days of check-ins: one that is final on 12 November, and one that is too old for that."""


def ending_plan() -> Plan:
    """An active 2026-Q4: one key result short, one without a final value, one reached; an action left, a request."""
    demand = Objective(
        id="ob0001",
        title="Build a steady demand",
        key_results=(
            _key_result("kr0001", "Grow demo requests from 20 to 30", 20, 30, (SEEN, 26)),
            _key_result("kr0002", "Sign 5 partners", 0, 5, (LONG_AGO, 2)).replace(
                actions=(Action(id="ac0001", title="Call the three that hesitate"),)
            ),
        ),
    )
    trust = Objective(
        id="ob0002",
        title="Win the trust of sales",
        key_results=(_key_result("kr0003", "Train 6 colleagues", 0, 6, (SEEN, 6)),),
    )
    request = Parked(id="pk0001", request="A podcast", asked_by="Helen", revisit=Quarter(2027, 1))
    plan = Plan.empty(Quarter(2026, 4)).replace(phase="active", committed_on=dt.date(2026, 10, 1), language="en")
    return plan.replace(objectives=(demand, trust), not_now=(request,))


def following(plans: int) -> list[Plan]:
    """So many quarters up to 2026-Q4, the first objective carried from each to the next; all but the last closed."""
    found = [ending_plan()]
    for back in range(1, plans):
        quarter = Quarter(2026, 4).shifted(-back)
        start, end = quarter.dates()
        found.insert(0, ending_plan().replace(quarter=quarter, start=start, end=end, phase="closed", closed_on=end))
    chain = [found[0]]
    for plan in found[1:]:
        carried = carry_over(chain[-1], plan.replace(objectives=()), {chain[-1].objectives[0].id: "keep"})
        chain.append(plan.replace(objectives=(*carried.objectives, plan.objectives[1])))
    return chain


def _key_result(item_id: str, title: str, baseline: int, target: int, seen: tuple[dt.date, int]) -> KeyResult:
    day, value = seen
    return KeyResult(
        id=item_id,
        title=title,
        unit="people",
        baseline=Decimal(baseline),
        target=Decimal(target),
        due=dt.date(2026, 12, 31),
        confidence=6,
        check_ins=(CheckIn(date=day, value=Decimal(value), confidence=5),),
    )
