"""What a target is held against: how far the same metric came before, and no other metric."""

from decimal import Decimal
from typing import Any

from okrtui.model.past_steps import Past, planned_step
from okrtui.model.plan import KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from tests.model.merging import on

Q1, Q2, Q3 = (Quarter(2026, number) for number in (1, 2, 3))
TITLE = "Increase MQLs attributable to inbound marketing"


def metric(item_id: str, start: int, end: int, value: int | None = None, **fields: Any) -> KeyResult:
    title = fields.pop("title", f"{TITLE} from {start} to {end}")
    check_ins = () if value is None else (on(9, value),)
    found = KeyResult(id=item_id, title=title, unit="MQLs", baseline=Decimal(start), target=Decimal(end))
    return found.replace(check_ins=check_ins, **fields)


def quarter(name: Quarter, *key_results: KeyResult) -> Plan:
    return Plan.empty(name).replace(objectives=(Objective(id=f"o{name}", key_results=key_results),))


def steps(key_result: KeyResult, *earlier: Plan) -> list[tuple[str, int]]:
    return [(str(it.quarter), int(it.step)) for it in Past.of(earlier).steps(key_result)]


def test_the_same_metric_is_found_by_its_title_and_unit_whatever_its_numbers() -> None:
    now = metric("now", 30, 60)
    before = [quarter(Q3, metric("a", 24, 30, 29)), quarter(Q2, metric("b", 20, 40, 22, unit="mqls "))]
    assert steps(now, *before) == [("2026-Q3", 5), ("2026-Q2", 2)]
    best = Past.of(before).best_step(now)
    assert best is not None and (best.quarter, best.key_result.id) == (Q3, "a")
    assert planned_step(now) == Decimal(30)


def test_another_metric_is_not_taken_for_it() -> None:
    others = (
        metric("unit", 0, 90, 90, unit="leads"),
        metric("title", 0, 90, 90, title="Receive MQLs from partners"),
        metric("near", 0, 90, 90, title="Increase MQLs from outbound"),
        metric("dropped", 0, 90, 90, dropped_on=on(9, 0).date),
        metric("silent", 0, 90),
        metric("level", 0, 90, 90, kind="at_least"),
        metric("no-baseline", 0, 90, 90).replace(baseline=None),
    )
    assert steps(metric("now", 30, 60, title="Increase MQLs from inbound"), quarter(Q3, *others)) == []
    assert Past.of([quarter(Q3, *others)]).best_step(metric("now", 30, 60)) is None


def test_a_metric_that_was_renamed_is_found_by_where_it_was_carried_from() -> None:
    now = metric("now", 30, 60, title="Win leads with content", unit="leads", carried_from="b")
    q3 = quarter(Q3, metric("b", 24, 30, 30, carried_from="a"), metric("twin", 0, 99, 99))
    q1 = quarter(Q1, metric("a", 10, 30, 24))
    assert steps(now, q3, quarter(Q2), q1) == [("2026-Q3", 6), ("2026-Q1", 14)]


def test_a_step_counts_in_the_direction_that_is_wanted_now() -> None:
    falling = metric("now", 9, 5, unit="days", title="Reduce days to first reply")
    before = metric("b", 12, 8, 10, unit="days", title="Reduce days to first reply")
    rose = metric("c", 8, 6, 11, unit="days", title="Reduce days to first reply")
    assert steps(falling, quarter(Q3, before), quarter(Q2, rose)) == [("2026-Q3", 2), ("2026-Q2", -3)]
    assert Past.of([quarter(Q2, rose)]).best_step(falling) is None


def test_a_level_and_a_draft_have_no_step() -> None:
    before = quarter(Q3, metric("a", 24, 30, 29))
    for draft in (metric("n", 30, 60, kind="at_most"), metric("n", 30, 30), metric("n", 30, 60).replace(target=None)):
        assert planned_step(draft) is None
        assert Past.of([before]).steps(draft) == ()
