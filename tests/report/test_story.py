"""An objective's life over the quarters, read no further than it goes."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from okrtui.model.carry import carry_over
from okrtui.model.lifecycle import Close, committed
from okrtui.model.plan import CheckIn, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.report.story import scores_by_quarter, story, story_words

TODAY = dt.date(2027, 5, 20)


def worked(plan: Plan, value: int, *, close: bool = True) -> Plan:
    """A quarter after its weeks: one key result checked in on its last day but one, and closed."""
    day = plan.end - dt.timedelta(days=1)
    objectives = tuple(
        objective.replace(
            key_results=tuple(
                found.replace(check_ins=(CheckIn(date=day, value=Decimal(value)),)) for found in objective.key_results
            )
        )
        for objective in plan.objectives
    )
    plan = committed(plan.replace(objectives=objectives), plan.start)
    return Close(plan.end).apply(plan) if close else plan


def life() -> list[Plan]:
    """Four quarters: begun in 2026-Q3, carried on twice, renamed once; nothing of it in 2026-Q4."""
    key_result = KeyResult(id="k", baseline=Decimal(0), target=Decimal(100))
    first = Plan.empty(Quarter(2026, 3)).replace(
        objectives=(Objective(id="other"), Objective(id="begun", title="Win trust", key_results=(key_result,)))
    )
    q3 = worked(first, 30)
    q4 = worked(Plan.empty(Quarter(2026, 4)), 0)
    q1 = worked(carry_over(q3, Plan.empty(Quarter(2027, 1)), {"begun": "keep"}), 80)
    q2 = carry_over(q1, Plan.empty(Quarter(2027, 2)), {it.id: "keep" for it in q1.objectives})
    renamed = (q2.objectives[0].replace(title="Keep their trust"),)
    return [q3, q4, q1, worked(q2.replace(objectives=renamed), 85, close=False)]


def test_a_story_goes_back_to_where_it_began_over_a_quarter_that_was_left_out() -> None:
    q3, q4, q1, q2 = life()
    told = story(q2, q2.objectives[0].id, TODAY, earlier=[q1, q4, q3])
    assert [(str(it.quarter), it.objective.title) for it in told] == [
        ("2026-Q3", "Win trust"),
        ("2027-Q1", "Win trust"),
        ("2027-Q2", "Keep their trust"),
    ]
    assert [*story_words(told)] == [
        "2026-Q3 score 0.3, little",
        "2027-Q1 score 0.7, delivered",
        "2027-Q2 0 % of the way",
    ]


def test_a_story_goes_forth_from_a_quarter_that_is_over() -> None:
    q3, q4, q1, q2 = life()
    forth = story(q3, "begun", TODAY, later=[q4, q1, q2])
    assert [str(it.quarter) for it in forth] == ["2026-Q3", "2027-Q1", "2027-Q2"]
    middle = story(q1, q1.objectives[0].id, TODAY, earlier=[q4, q3], later=[q2])
    assert middle == forth
    assert story(q3, "other", TODAY, later=[q4, q1, q2])[0].objective.id == "other"
    assert story(q3, "gone", TODAY, later=[q4, q1, q2]) == ()


def test_no_quarter_before_the_beginning_is_read() -> None:
    q3, q4, q1, q2 = life()
    read: list[str] = []

    def from_disk() -> Iterator[Plan]:
        for plan in (q1, q4, q3, Plan.empty(Quarter(2026, 2)), Plan.empty(Quarter(2026, 1))):
            read.append(str(plan.quarter))
            yield plan

    assert len(story(q2, q2.objectives[0].id, TODAY, earlier=from_disk())) == 3
    assert read == ["2027-Q1", "2026-Q4", "2026-Q3"]
    read.clear()
    assert len(story(q3, "begun", TODAY, earlier=from_disk())) == 1
    assert read == []


def test_the_scores_of_the_quarters_stand_in_their_order_and_only_where_they_are_closed() -> None:
    q3, q4, q1, q2 = life()
    found = scores_by_quarter([q2, q1, q3, q4], TODAY)
    assert [(str(it.quarter), it.score) for it in found] == [
        ("2026-Q3", Decimal("0.3")),
        ("2026-Q4", None),
        ("2027-Q1", Decimal("0.7")),
        ("2027-Q2", None),
    ]
