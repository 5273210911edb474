"""The close: what it asks, how a score reads, and that nothing asked is asked again once it is answered."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from okrtui.model.closing import QUESTIONS, asks_why, band, quarter_score, to_close
from okrtui.model.edits import ChangeFields
from okrtui.model.lifecycle import Close, SetRetrospective, SetScore
from okrtui.model.measure import measure_plan
from okrtui.model.plan import CheckIn, KeyResult, Objective, Plan, Retrospective
from okrtui.model.quarter import Quarter
from okrtui.model.week_edits import RecordCheckIn
from tests.model.merging import done

END = dt.date(2026, 12, 31)


def key_result(item_id: str, *seen: tuple[dt.date, int], **fields: Any) -> KeyResult:
    """One from 0 to 10."""
    check_ins = tuple(CheckIn(date=day, value=Decimal(value)) for day, value in seen)
    return KeyResult(id=item_id, baseline=Decimal(0), target=Decimal(10), check_ins=check_ins).replace(**fields)


def plan_of(*key_results: KeyResult) -> Plan:
    halves = (key_results[:2], key_results[2:])
    objectives = tuple(Objective(id=f"ob{i}", key_results=found) for i, found in enumerate(halves, 1))
    return Plan.empty(Quarter(2026, 4)).replace(phase="active", objectives=objectives)


@pytest.mark.parametrize(
    ("score", "word"),
    [
        ("0", "little"),
        ("0.39", "little"),
        ("0.4", "partly"),
        ("0.6", "partly"),
        ("0.7", "delivered"),
        ("1", "delivered"),
    ],
)
def test_a_score_reads_as_its_band(score: str, word: str) -> None:
    assert band(Decimal(score)) == word


def test_the_close_asks_for_what_is_missing_and_no_more() -> None:
    last, old = dt.date(2026, 12, 28), dt.date(2026, 12, 20)
    plan = plan_of(
        key_result("reached", (old, 10)),
        key_result("short", (last, 6)),
        key_result("old", (old, 6), ambition="aspirational"),
        key_result("never", score_note="Nobody had the time"),
        key_result("early", (old, 4), due=dt.date(2026, 12, 21)),
        key_result("dropped", dropped_on=old),
        KeyResult(id="draft"),
    )
    found = to_close(plan, END)
    assert [(row.position, row.key_result.id) for row in found.rows] == [
        ("1.1", "reached"),
        ("1.2", "short"),
        ("2.1", "old"),
        ("2.2", "never"),
        ("2.3", "early"),
        ("2.5", "draft"),
    ]
    assert [row.key_result.id for row in found.without_final_value] == ["old", "never", "draft"]
    assert [row.key_result.id for row in found.without_reason] == ["short", "early"]
    assert list(asks_why(plan, END)) == [row.key_result for row in found.without_reason]
    assert [str(row.proposed) for row in found.rows] == ["1.0", "0.6", "0.6", "0.0", "0.4", "None"]
    assert found.unanswered == tuple(QUESTIONS) == tuple(Retrospective.FIELDS)


def test_who_leaves_the_close_and_comes_back_finds_what_was_answered() -> None:
    plan = plan_of(key_result("k", (dt.date(2026, 12, 1), 4)))
    assert to_close(plan, END).without_final_value
    plan = done(RecordCheckIn("k", CheckIn(date=END, value=Decimal("5.5"))), plan=plan)
    row = to_close(plan, END).rows[0]
    assert not row.lacks_final_value and row.last is not None and row.last.value == Decimal("5.5")
    assert row.proposed == Decimal("0.6"), "halves are rounded up"
    plan = done(SetScore("k", Decimal("0.9"), "Five more came the day after"), plan=plan)
    row = to_close(plan, END).rows[0]
    assert (row.proposed, row.score, row.lacks_reason) == (Decimal("0.6"), Decimal("0.9"), False)
    plan = done(SetRetrospective({"went_well": "x", "went_badly": " "}), plan=plan)
    assert to_close(plan, END).unanswered == ("went_badly", "change_next")


def test_a_value_that_comes_in_after_the_close_moves_the_score_but_not_one_set_by_hand() -> None:
    plan = Close(END).apply(plan_of(key_result("k", (END, 5)), key_result("fixed", (END, 5))))
    plan = done(SetScore("fixed", Decimal("0.7"), "Agreed"), plan=plan)
    late = dt.date(2027, 1, 4)
    for item in ("k", "fixed"):
        plan = done(RecordCheckIn(item, CheckIn(date=late, value=Decimal(8))), plan=plan)
    assert [(row.proposed, row.score) for row in to_close(plan, dt.date(2027, 2, 1)).rows] == [
        (Decimal("0.8"), Decimal("0.8")),
        (Decimal("0.8"), Decimal("0.7")),
    ]


def test_the_quarters_score_is_the_mean_of_what_its_objectives_show() -> None:
    plan = plan_of(key_result("a", (END, 5)), key_result("b", (END, 6)), key_result("c", (END, 9)))
    assert quarter_score(plan, measure_plan(plan, END)) == Decimal("0.8")  # 0.6 (0.55) and 0.9
    weightless = done(ChangeFields("c", {"weight": Decimal(0)}), plan=plan)
    assert quarter_score(weightless, measure_plan(weightless, END)) == Decimal("0.6")
    empty = plan_of(KeyResult(id="draft"))
    assert quarter_score(empty, measure_plan(empty, END)) is None
    assert to_close(empty, END).score is None
