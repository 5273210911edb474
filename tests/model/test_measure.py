"""Hand-computed numbers of one key result."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from okrtui.model.measure import Bands, measure_key_result
from okrtui.model.plan import CheckIn, KeyResult
from okrtui.model.shares import clamp, percent
from tests.model.measuring import END, HALF_WAY, START, day, kept, level, reach, sure

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


@pytest.mark.parametrize("kind", ["reach", "at_least"])
def test_a_key_result_at_the_end_of_the_calendar_stops_nothing(kind: str) -> None:
    far = KeyResult(id="kr", kind=kind, target=Decimal(5), start=dt.date.max, due=dt.date.max)  # type: ignore[arg-type]
    assert not measure_key_result(far, START, END, day(5)).check_in_due
    long_ago = far.replace(start=dt.date.min, due=dt.date.min)
    assert measure_key_result(long_ago, START, END, day(5)).pace == "stale"


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
