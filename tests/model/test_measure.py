"""Hand-computed numbers. The span is 100 days, so that on day n exactly n points are expected."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from okrtui.model.measure import (
    PACE_ORDER,
    Bands,
    KeyResultNumbers,
    clamp,
    measure_key_result,
    measure_objective,
    measure_plan,
    percent,
)
from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from tests.support.plans import TODAY, dates, plans, small_plan

START = dt.date(2026, 10, 1)
END = START + dt.timedelta(days=100)

Value = str | int
Seen = Sequence[tuple[int, Value]]


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def reach(baseline: Value | None, target: Value | None, seen: Seen = (), **fields: Any) -> KeyResult:
    return KeyResult(
        id=fields.pop("id", "kr"),
        baseline=None if baseline is None else Decimal(baseline),
        target=None if target is None else Decimal(target),
        check_ins=tuple(CheckIn(date=day(number), value=Decimal(value)) for number, value in seen),
        **fields,
    )


def level(kind: str, target: Value | None, seen: Seen = (), **fields: Any) -> KeyResult:
    return reach(None, target, seen, kind=kind, **fields)


def kept(weeks: int, missed: int = 0) -> list[tuple[int, Value]]:
    """A check-in at the start of every week, the first ones below 5, the others 5."""
    return [(7 * week, 4 if week < missed else 5) for week in range(weeks)]


def sure(confidence: int, value: Value, at: int = 50) -> KeyResult:
    check_in = CheckIn(date=day(at), value=Decimal(value), confidence=confidence)
    return reach(20, 30, confidence=5).replace(check_ins=(check_in,))


HALF_WAY = reach(20, 30, [(50, 25)])

# key result, day, and what the numbers must be; amounts and shares as text
CASES: dict[str, tuple[KeyResult, int, dict[str, Any]]] = {
    "half way on half time": (
        HALF_WAY,
        50,
        {
            "current": "25",
            "progress": "1/2",
            "expected": "1/2",
            "pace": "on track",
            "needed_per_week": "0.7",
            "forecast": None,
            "score": "0.5",
            "check_in_due": False,
            "confidence": None,
            "disagreement": False,
        },
    ),
    "a value that has to fall": (
        reach(5, 3, [(50, 4)]),
        50,
        {"progress": "1/2", "pace": "on track", "needed_per_week": "-0.1"},
    ),
    "a value that fell too far": (reach(5, 3, [(50, 2)]), 50, {"progress": "3/2", "pace": "done"}),
    "a value that should fall and rose": (reach(5, 3, [(50, 6)]), 50, {"progress": "-1/2", "score": "0.0"}),
    "past the target": (
        reach(20, 30, [(50, 32)]),
        50,
        {"progress": "6/5", "pace": "done", "needed_per_week": "0.0", "score": "1.0"},
    ),
    "exactly the target": (reach(20, 30, [(50, 30)]), 50, {"progress": "1", "pace": "done"}),
    "below the baseline": (
        reach("20.0", 30, [(50, "17.5")]),
        50,
        {"progress": "-1/4", "pace": "off track", "needed_per_week": "1.75", "score": "0.0"},
    ),
    "10 points behind": (reach(20, 30, [(50, 24)]), 50, {"pace": "on track"}),
    "11 points behind": (reach(20, 30, [(50, "23.9")]), 50, {"pace": "at risk"}),
    "10 points behind where binary fractions say more": (
        reach(0, 1, [(40, "0.3")]),
        40,
        {"progress": "3/10", "expected": "2/5", "pace": "on track"},
    ),
    "a tenth and two tenths": (reach("0.1", "0.3", [(50, "0.2")]), 50, {"progress": "1/2"}),
    "25 points behind": (reach(20, 30, [(50, "22.5")]), 50, {"pace": "at risk"}),
    "26 points behind": (reach(20, 30, [(50, "22.4")]), 50, {"pace": "off track"}),
    "the first day": (reach(20, 30, [(0, 20)]), 0, {"progress": "0", "expected": "0", "pace": "on track"}),
    "the day before the due date": (
        reach(20, 30, [(99, 29)]),
        99,
        {"expected": "99/100", "needed_per_week": "7.0"},
    ),
    "the due date": (
        reach(20, 30, [(100, 29)]),
        100,
        {"progress": "9/10", "expected": "1", "pace": "on track", "needed_per_week": None, "score": "0.9"},
    ),
    "after the due date": (
        reach(20, 30, [(100, 24)]),
        105,
        {"expected": "1", "pace": "off track", "needed_per_week": None},
    ),
    "its own dates": (
        reach(20, 30, [(60, 25)], start=day(50), due=day(70)),
        60,
        {"expected": "1/2", "pace": "on track", "needed_per_week": "3.5"},
    ),
    "due before it starts": (reach(20, 30, [(5, 25)], start=day(9), due=day(3)), 5, {"expected": "1"}),
    "before its start": (
        reach(20, 30),
        -5,
        {"pace": "not started", "expected": "0", "needed_per_week": "0.7", "check_in_due": False},
    ),
    "never checked in, in the first week": (
        reach(20, 30),
        6,
        {"current": None, "progress": "0", "pace": "not started", "check_in_due": False, "score": "0.0"},
    ),
    "never checked in for a week": (reach(20, 30), 7, {"pace": "not started", "check_in_due": True}),
    "never checked in, tenth day": (reach(20, 30), 9, {"pace": "not started", "needed_per_week": "0.8"}),
    "never checked in, eleventh day": (reach(20, 30), 10, {"pace": "stale", "check_in_due": True}),
    "never checked in, with its own start": (reach(20, 30, start=day(30)), 39, {"pace": "not started"}),
    "checked in 6 days ago": (reach(20, 30, [(30, 25)]), 36, {"check_in_due": False}),
    "checked in 7 days ago": (reach(20, 30, [(30, 25)]), 37, {"check_in_due": True, "pace": "on track"}),
    "checked in 10 days ago": (reach(20, 30, [(30, 25)]), 40, {"pace": "on track", "check_in_due": True}),
    "checked in 11 days ago": (reach(20, 30, [(30, 25)]), 41, {"pace": "stale", "check_in_due": True}),
    "off track and 11 days old": (reach(20, 30, [(30, 20)]), 41, {"pace": "stale"}),
    "done long ago": (reach(20, 30, [(30, 30)]), 90, {"pace": "done", "check_in_due": False}),
    "nothing to move, at the target": (reach(5, 5, [(50, 5)]), 50, {"progress": "1", "pace": "done"}),
    "nothing to move, past the target": (reach(5, 5, [(50, 6)]), 50, {"progress": "0", "pace": "off track"}),
    "nothing to move, never checked in": (reach(5, 5), 5, {"progress": "0", "pace": "not started"}),
    "no baseline": (
        reach(None, 30, [(50, 25)]),
        50,
        {"current": "25", "progress": None, "pace": "not started", "needed_per_week": "0.7", "score": None},
    ),
    "no target": (
        reach(20, None, [(50, 25)]),
        50,
        {"progress": None, "expected": "1/2", "needed_per_week": None, "score": None},
    ),
    "no numbers and no check-in for long": (reach(None, None), 50, {"progress": None, "pace": "stale"}),
    "no numbers and old check-ins": (reach(None, None, [(30, 5)]), 50, {"pace": "stale", "current": "5"}),
    "a check-in in the future": (
        reach(20, 30, [(40, 25), (60, 30)]),
        45,
        {"current": "25", "pace": "on track"},
    ),
    "check-ins in no order": (reach(20, 30, [(40, 25), (10, 21)]), 45, {"current": "25"}),
    "two check-ins of one date": (reach(20, 30, [(40, 24), (40, 26)]), 45, {"current": "26"}),
    "confidence from planning": (reach(20, 30, [(50, 25)], confidence=6), 50, {"confidence": 6}),
    "confidence from the check-in": (sure(4, 25), 50, {"confidence": 4}),
    "confident while off track": (sure(7, 20), 50, {"pace": "off track", "disagreement": True}),
    "less confident while off track": (sure(6, 20), 50, {"pace": "off track", "disagreement": False}),
    "doubtful while on track": (sure(3, 25), 50, {"pace": "on track", "disagreement": True}),
    "less doubtful while on track": (sure(4, 25), 50, {"disagreement": False}),
    "confident while at risk": (sure(10, 23), 50, {"pace": "at risk", "disagreement": False}),
    "confident while stale": (sure(10, 20, at=30), 50, {"pace": "stale", "disagreement": False}),
    "doubtful while done": (sure(0, 30), 50, {"pace": "done", "disagreement": False}),
    "a straight line": (reach(20, 30, [(0, 20), (7, 21), (14, 22)]), 14, {"forecast": "34.3"}),
    "a line through what scatters": (reach(9, 30, [(0, 10), (10, 14), (20, 12)]), 20, {"forecast": "21.0"}),
    "a line that falls": (reach(30, 9, [(0, 30), (10, 28), (20, 26)]), 20, {"forecast": "10.0"}),
    "a flat line": (reach(1, 9, [(0, 3), (10, 3), (20, 3)]), 20, {"forecast": "3.0"}),
    "two check-ins make no line": (reach(20, 30, [(0, 20), (20, 22)]), 20, {"forecast": None}),
    "13 days make no line": (reach(20, 30, [(0, 20), (7, 21), (13, 22)]), 14, {"forecast": None}),
    "a line on the due date": (reach(0, 9, [(80, 1), (90, 2), (100, 3)]), 100, {"forecast": "3.0"}),
    "no forecast of the past": (reach(0, 9, [(80, 1), (90, 2), (100, 3)]), 101, {"forecast": None}),
    "one decimal more than typed": (reach("0.00", "1.00", [(50, "0.1")]), 50, {"needed_per_week": "0.126"}),
    "score rounds halves up": (reach(0, 100, [(50, 25)]), 50, {"score": "0.3"}),
    "score rounds 0.45 up": (reach(0, 100, [(50, 45)]), 50, {"score": "0.5"}),
    "score set by hand": (reach(0, 100, [(50, 45)], score=Decimal("0.8")), 50, {"score": "0.8"}),
    "dropped ones keep their numbers": (
        reach(20, 30, [(50, 25)], dropped_on=day(51)),
        51,
        {"progress": "1/2"},
    ),
    "level, two weeks of three": (
        level("at_least", 5, [(1, 5), (8, 4), (15, 6)]),
        15,
        {"current": "6", "progress": "2/3", "pace": "off track", "score": "0.7"},
    ),
    "level kept in all weeks": (
        level("at_most", 5, [(1, 5), (8, 4), (15, 0)]),
        15,
        {"progress": "1", "expected": None, "pace": "on track", "needed_per_week": None, "forecast": None},
    ),
    "level with a week without a check-in": (
        level("at_least", 5, [(1, 5), (15, 5)]),
        15,
        {"progress": "2/3"},
    ),
    "level, the last value of a week": (
        level("at_least", 5, [(8, 9), (9, 4), (2, 5)]),
        10,
        {"progress": "1/2"},
    ),
    "level, 9 weeks of 10": (level("at_least", 5, kept(10, 1)), 65, {"progress": "9/10", "pace": "on track"}),
    "level, 8 weeks of 9": (level("at_least", 5, kept(9, 1)), 58, {"progress": "8/9", "pace": "at risk"}),
    "level, 3 weeks of 4": (level("at_least", 5, kept(4, 1)), 23, {"progress": "3/4", "pace": "at risk"}),
    "level, 8 weeks of 11": (
        level("at_least", 5, kept(11, 3)),
        72,
        {"progress": "8/11", "pace": "off track"},
    ),
    "level, weeks after the latest check-in": (level("at_least", 5, kept(3)), 24, {"progress": "1"}),
    "level, stale": (level("at_least", 5, kept(3)), 25, {"progress": "1", "pace": "stale"}),
    "level never checked in": (
        level("at_least", 5),
        0,
        {"current": None, "progress": "0", "pace": "not started", "check_in_due": True},
    ),
    "level before its start": (level("at_least", 5), -1, {"pace": "not started", "check_in_due": False}),
    "level, a check-in before its start": (level("at_least", 5, [(-3, 5)]), 2, {"pace": "not started"}),
    "level, its own start": (level("at_least", 5, [(30, 5), (37, 5)], start=day(30)), 40, {"progress": "1"}),
    "level without a threshold": (level("at_most", None, [(1, 5)]), 5, {"progress": None, "current": "5"}),
    "level kept, the day before the due date": (level("at_least", 5, kept(14)), 99, {"pace": "on track"}),
    "level kept to the due date": (level("at_least", 5, kept(14)), 100, {"progress": "1", "pace": "done"}),
    "level kept, last week not checked in": (level("at_least", 5, kept(13)), 100, {"pace": "stale"}),
    "level, 13 weeks of 14 at the due date": (
        level("at_least", 5, kept(14, 1)),
        100,
        {"progress": "13/14", "pace": "on track", "score": "0.9"},
    ),
}


def wanted(name: str, value: Any) -> Any:
    if isinstance(value, str) and name in ("progress", "expected"):
        return Fraction(value)
    return value


def shown(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("name", CASES)
def test_a_key_result_reads_as_worked_out_by_hand(name: str) -> None:
    key_result, number, answers = CASES[name]
    numbers = measure_key_result(key_result, START, END, day(number))
    found = {field: shown(getattr(numbers, field)) for field in answers}
    assert found == {field: wanted(field, value) for field, value in answers.items()}


def test_a_check_in_without_confidence_does_not_forget_the_one_before() -> None:
    key_result = sure(4, 25, at=40)
    later = (CheckIn(date=day(50), value=Decimal(26)), *key_result.check_ins)
    assert measure_key_result(key_result.replace(check_ins=later), START, END, day(50)).confidence == 4


def test_the_odd_last_day_of_a_quarter_belongs_to_its_13th_week() -> None:
    end = dt.date(2026, 12, 31)
    week = [(7 * number, 5) for number in range(13)]
    late = level("at_least", 5, [*week, (91, 4)])
    assert measure_key_result(late, START, end, end).progress == Fraction(12, 13)


def test_bands_from_the_settings_move_the_pace() -> None:
    strict = Bands(on_track=0, at_risk=5, check_in_days=3, grace_days=0)
    assert measure_key_result(reach(20, 30, [(50, 24)]), START, END, day(50), strict).pace == "off track"
    assert measure_key_result(HALF_WAY, START, END, day(54), strict).pace == "stale"
    assert measure_key_result(level("at_least", 5, kept(10, 1)), START, END, day(65), strict).pace == "off track"


@pytest.mark.parametrize(
    ("share", "answer"),
    [
        ("5/4", 125),
        ("-1/4", -25),
        ("1/3", 33),
        ("2/3", 67),
        ("1/200", 1),
        ("-1/200", -1),
        ("29/200", 15),
        ("0", 0),
        ("199/200", 100),
    ],
)
def test_per_cent_rounds_halves_away_from_zero(share: str, answer: int) -> None:
    assert percent(Fraction(share)) == answer


def test_shares_are_held_within_0_and_1() -> None:
    assert [clamp(Fraction(share)) for share in ("-1/4", "1/2", "5/4")] == [0, Fraction(1, 2), 1]


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
    action = Action.model_validate({"id": "ac", "status": status, "due": dt.date(2026, 11, due)})
    key_result = reach(20, 30, actions=(action,))
    plan = Plan.empty(Quarter(2026, 4)).replace(objectives=(objective(key_result),))
    assert bool(measure_plan(plan, TODAY).late_actions) == late


@given(plans, dates)
@settings(max_examples=50)
def test_no_plan_that_a_file_can_hold_breaks_the_numbers(plan: Plan, today: dt.date) -> None:
    numbers = measure_plan(plan, today)
    counting = [k for o in plan.objectives for k in o.key_results if k.dropped_on is None]
    assert sum(numbers.paces.values()) == len(counting)
    assert numbers.progress is None or 0 <= numbers.progress <= 1
