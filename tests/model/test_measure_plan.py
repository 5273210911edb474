"""Hand-computed numbers of objectives and of a whole plan."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings

from okrtui.model.measure import PACE_ORDER, KeyResultNumbers, measure_objective, measure_plan
from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from tests.model.measuring import END, HALF_WAY, START, day, kept, level, reach, sure
from tests.support.plans import TODAY, dates, plans, small_plan


def objective(*key_results: KeyResult) -> Objective:
    numbered = (found.replace(id=f"kr{index}") for index, found in enumerate(key_results))
    return Objective(id="ob", key_results=tuple(numbered))


HALF, FULL = HALF_WAY, reach(20, 30, [(50, "32.5")])

MEANS: dict[str, tuple[Objective, str | None, str | None]] = {
    "nothing to average": (objective(), None, None),
    "only dropped ones": (objective(HALF.replace(dropped_on=day(9))), None, None),
    "125 % counts as 100": (objective(HALF, FULL), "3/4", "on track"),
    "-25 % counts as 0": (objective(HALF, reach(20, 30, [(50, "17.5")])), "1/4", "off track"),
    "weights": (objective(HALF.replace(weight=Decimal(3)), FULL), "5/8", "on track"),
    "half weights": (objective(HALF.replace(weight=Decimal("0.5")), FULL), "5/6", "on track"),
    "weight 0 leaves the mean but not the pace": (
        objective(reach(20, 30, [(50, 20)], weight=Decimal(0)), FULL),
        "1",
        "off track",
    ),
    "all weights 0": (objective(HALF.replace(weight=Decimal(0))), None, "on track"),
    "dropped ones": (objective(HALF, reach(20, 30, dropped_on=day(2))), "1/2", "on track"),
    "never checked in counts as 0": (objective(FULL, reach(20, 30)), "1/2", "stale"),
    "a draft is left out": (objective(HALF, reach(None, None)), "1/2", "stale"),
    "all done": (objective(FULL, FULL), "1", "done"),
    "stale before at risk": (objective(reach(20, 30, [(50, 23)]), reach(20, 30, [(20, 25)])), "2/5", "stale"),
    "at risk before on track": (objective(reach(20, 30, [(50, 23)]), FULL), "13/20", "at risk"),
}


@pytest.mark.parametrize("name", MEANS)
def test_an_objective_reads_as_the_mean_and_the_worst_of_its_key_results(name: str) -> None:
    found, progress, pace = MEANS[name]
    numbers = measure_objective(found, START, END, day(50))
    assert numbers.progress == (None if progress is None else Fraction(progress))
    assert numbers.pace == pace


def test_an_objective_has_the_means_of_confidence_score_and_expected() -> None:
    keep = level("at_least", 5, kept(8), confidence=8)
    numbers = measure_objective(objective(sure(3, 25), keep, reach(20, 30)), START, END, day(50))
    assert (str(numbers.confidence), str(numbers.score)) == ("5.5", "0.5")
    assert numbers.expected == Fraction(1, 2)
    assert numbers.disagreement
    assert measure_objective(objective(), START, END, day(50)).score is None


def test_the_worst_pace_is_the_one_that_needs_a_person_most() -> None:
    assert PACE_ORDER == ("off track", "stale", "at risk", "not started", "on track", "done")


def test_the_numbers_of_a_plan_say_what_is_due_now() -> None:
    plan = small_plan()
    numbers = measure_plan(plan, TODAY)
    mqls, draft = numbers.of["kr0001"], numbers.of["kr0002"]
    assert isinstance(mqls, KeyResultNumbers)
    assert (mqls.progress, mqls.expected) == (Fraction(3, 5), Fraction(42, 91))
    assert (mqls.pace, mqls.confidence, str(mqls.needed_per_week)) == ("on track", 5, "0.6")
    assert draft.pace == "stale"
    assert numbers.of["ob0002"].progress is None
    assert numbers.paces == {**dict.fromkeys(PACE_ORDER, 0), "on track": 1, "stale": 1}
    assert (numbers.week, numbers.due, numbers.late_actions) == ((7, 13), ("kr0002",), ("ac0002",))
    assert numbers.progress == Fraction(3, 5)


def test_nothing_is_due_before_the_quarter_is_committed() -> None:
    assert measure_plan(small_plan().replace(phase="planning"), TODAY).due == ()


def test_dropped_key_results_and_their_actions_are_not_counted() -> None:
    plan = small_plan()
    first = plan.objectives[0]
    dropped = first.replace(key_results=tuple(k.replace(dropped_on=TODAY) for k in first.key_results))
    numbers = measure_plan(plan.replace(objectives=(dropped,)), TODAY)
    assert set(numbers.paces.values()) == {0}
    assert (numbers.due, numbers.late_actions, numbers.progress) == ((), (), None)
    assert numbers.of["kr0001"].progress == Fraction(3, 5)


def test_a_closed_quarter_stays_as_it_was_closed() -> None:
    closed = small_plan().replace(phase="closed", closed_on=TODAY)
    numbers = measure_plan(closed, TODAY + dt.timedelta(days=400))
    assert numbers.of["kr0001"].pace == "on track"
    assert (numbers.week, numbers.due, numbers.late_actions) == ((7, 13), (), ())


def test_a_check_in_corrected_after_the_close_counts() -> None:
    plan = small_plan()
    objective, key_result = plan.objectives[0], plan.objectives[0].key_results[0]
    late = CheckIn(date=dt.date(2027, 1, 4), value=Decimal(30))
    done = key_result.replace(check_ins=(*key_result.check_ins, late))
    closed = plan.replace(
        phase="closed",
        closed_on=dt.date(2026, 12, 31),
        objectives=(objective.replace(key_results=(done,)),),
    )
    assert measure_plan(closed, dt.date(2027, 6, 1)).of["kr0001"].pace == "done"


@pytest.mark.parametrize(
    ("status", "due", "late"),
    [
        ("todo", 11, True),
        ("doing", 11, True),
        ("todo", 12, False),
        ("done", 11, False),
        ("dropped", 11, False),
    ],
)
def test_only_open_actions_past_their_date_are_late(status: str, due: int, late: bool) -> None:
    action = Action.read({"id": "ac", "status": status, "due": dt.date(2026, 11, due)})
    key_result = reach(20, 30, actions=(action,))
    plan = Plan.empty(Quarter(2026, 4)).replace(objectives=(objective(key_result),))
    assert bool(measure_plan(plan, TODAY).late_actions) == late


@given(plans, dates)
@settings(max_examples=30)
def test_no_plan_that_a_file_can_hold_breaks_the_numbers(plan: Plan, today: dt.date) -> None:
    numbers = measure_plan(plan, today)
    counting = [k for o in plan.objectives for k in o.key_results if k.dropped_on is None]
    assert sum(numbers.paces.values()) == len(counting)
    assert numbers.progress is None or 0 <= numbers.progress <= 1
