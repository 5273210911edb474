"""What is typed at a check-in is read as it was meant, or asked about."""

import datetime as dt
from decimal import Decimal

import pytest

from okrtui.model.numbers import format_amount
from okrtui.model.plan import CheckIn, KeyResult
from okrtui.model.reading_values import Entry, Typed, direction, entry_on, is_skip, next_due, read_day
from tests.support.plans import TODAY, small_plan

START, END = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
NOTES = "Webinar helped\nMore to come"


def key_result(*values: str, **fields: object) -> KeyResult:
    """A key result from 20 to 30 with a check-in of each value, a week apart, the last one on 9 November."""
    days = [dt.date(2026, 11, 9) - dt.timedelta(weeks=weeks) for weeks in range(len(values))][::-1]
    check_ins = tuple(
        CheckIn(date=day, value=Decimal(value), confidence=6) for day, value in zip(days, values, strict=True)
    )
    usual = {"baseline": Decimal(20), "target": Decimal(30), "unit": "MQLs"}
    return KeyResult.read({"id": "kr", "check_ins": check_ins, **usual, **fields})


def today(*values: str, **fields: object) -> Entry:
    return entry_on(key_result(*values, **fields), TODAY)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("27", "27"),
        ("", "26"),
        ("  ", "26"),
        ("1,250", "1,250"),
        ("10k", "10,000"),
        ("２７", "27"),
        ("+3", "29"),
        ("＋３", "29"),
        ("-2", "24"),
        ("− 2", "24"),
        ("–2", "24"),
        ("+1k", "1,026"),
        ("+0.5", "26.5"),
        ("=-5", "-5"),
        ("= 30", "30"),
        ("minus 2", "24"),
        ("Plus 3", "29"),
        ("minus2", "24"),
        ("27 MQLs", "27"),
        ("27mqls", "27"),
        ("+1 MQLs", "27"),
    ],
)
def test_a_value_is_read_as_it_was_meant(typed: str, read: str) -> None:
    assert format_amount(today("24", "26").value(typed)) == read


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("abc", "is no number"),
        ("1.250", "could be 1,250 or 1.25"),
        ("27 leads", "has more in it than the number"),
        ("+", "is no number"),
        ("++3", "is no number"),
        ("=", "is no number"),
        ("+999999999999999.5", "has more than 15 digits"),
        ("1e59", "is no number"),
    ],
)
def test_what_is_no_value_is_refused_with_what_to_write(typed: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem.replace("+", r"\+")):
        today("26").value(typed)


@pytest.mark.parametrize(
    ("unit", "typed"),
    [("hours", "36h"), ("lost customers", "36 customers"), ("demo requests", "36 requests"), ("km", "36 km")],
)
def test_a_word_of_the_unit_or_its_beginning_may_stand_behind_a_value(unit: str, typed: str) -> None:
    assert today("26", unit=unit).value(typed) == 36


def test_thousands_are_no_beginning_of_a_unit() -> None:
    assert today("26", unit="Kunden").value("5k") == 5_000


def test_a_unit_that_is_a_number_takes_nothing_from_the_value() -> None:
    assert today("26", unit="5").value("25") == 25
    assert today("26", unit="%").value("25 %") == 25
    assert today("26", unit="m").value("25 m") == 25


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("98 euro", "€"),
        ("98 Euro", "€ je Lead"),
        ("€98", "€"),
        ("98 EUR", "€"),
        ("98 €", "EUR"),
        ("$98", "USD"),
        ("98 dollars", "$ per lead"),
        ("98 pounds", "£"),
        ("98 Prozent", "%"),
    ],
)
def test_a_unit_is_known_by_its_sign_and_by_its_word(typed: str, unit: str) -> None:
    assert today("26", unit=unit).value(typed) == 98


@pytest.mark.parametrize(("typed", "unit"), [("98 euro", "$"), ("98 €", "leads"), ("euro", "€")])
def test_another_unit_is_not_taken_for_the_own_one(typed: str, unit: str) -> None:
    with pytest.raises(ValueError, match=r"number"):
        today("26", unit=unit).value(typed)


def test_where_there_was_no_check_in_the_baseline_counts_and_without_one_the_value_has_to_be_written() -> None:
    assert today().value("") == 20
    assert today().value("+3") == 23
    without = today(baseline=None)
    for typed, problem in (("", "no last value yet"), ("+3", "no last value to count from")):
        with pytest.raises(ValueError, match=problem):
            without.value(typed)
    assert without.value("=-5") == -5


@pytest.mark.parametrize(
    ("typed", "read"), [("7", 7), ("7/10", 7), ("70%", 7), ("１０", 10), ("0", 0), ("", 6), ("+1", 7), ("－6", 0)]
)
def test_a_confidence_is_a_whole_number_and_an_empty_one_keeps_the_last(typed: str, read: int) -> None:
    assert today("26").confidence(typed) == read


@pytest.mark.parametrize("typed", ["11", "--1", "+0.5", "6.5", "high", "75%"])
def test_no_other_confidence_is_taken(typed: str) -> None:
    with pytest.raises(ValueError, match="whole number from 0 to 10"):
        today("26").confidence(typed)


def test_a_confidence_that_counts_from_the_last_stays_within_0_and_10() -> None:
    for typed, problem in (("+5", "makes 11 of 6; write 0 to 10"), ("-7", "makes -1 of 6")):
        with pytest.raises(ValueError, match=problem):
            today("26").confidence(typed)
    with pytest.raises(ValueError, match="there is none"):
        today().confidence("+1")


def test_the_confidence_of_the_planning_counts_until_one_is_stated() -> None:
    assert today(confidence=4).confidence("") == 4
    assert today().confidence("") is None


def test_a_dash_alone_skips_and_a_dash_with_a_number_does_not() -> None:
    assert all(map(is_skip, ["-", " - ", "−", "–", "－"]))
    assert not any(map(is_skip, ["", "-2", "--", "27"]))


@pytest.mark.parametrize(
    ("last", "typed", "doubt"),
    [
        ("26", "27", ""),
        ("26", "259", "far outside 20 to 30"),
        ("26", "260", "10 times the last value, 26"),
        ("26", "2.6", "a tenth of the last value, 26"),
        ("26", "1.3", "1/20 of the last value, 26"),
        ("26", "2.7", "far behind the baseline, 20"),
        ("26", "=-260", "below zero"),
        ("0", "-1", "below zero"),
        ("-1", "=-2", ""),
        ("26", "0", "0 after 26"),
        ("26", "130", "far outside 20 to 30"),
        ("26", "10", "far behind the baseline, 20"),
        ("26", "11", ""),
        ("26", "129", ""),
        ("26", "30", ""),
        ("3", "30", ""),
        ("3", "0", ""),
        ("0", "2", ""),
        ("0", "300", "10 times the target, 30"),
        ("260", "", ""),
    ],
)
def test_a_value_that_looks_mistyped_is_asked_about(last: str, typed: str, doubt: str) -> None:
    entry = today(last)
    assert entry.doubt(entry.value(typed)) == doubt


def test_a_level_without_a_check_in_is_held_against_what_it_has_to_keep() -> None:
    entry = today(kind="at_most", baseline=None, target=Decimal(4))
    assert entry.doubt(Decimal(40)) == "10 times the target, 4"
    assert entry.doubt(Decimal("0.2")) == ""
    entry = today(kind="at_least", baseline=None, target=Decimal(92))
    assert entry.doubt(Decimal("9.2")) == "far below the target, 92"
    assert entry.doubt(Decimal(10)) == ""


def test_a_check_in_of_the_same_day_is_corrected_and_what_is_left_alone_stays() -> None:
    old = CheckIn.read({"date": TODAY, "value": 27, "note": NOTES, "mood": "fine"})
    entry = entry_on(key_result("26").replace(check_ins=(*key_result("26").check_ins, old)), TODAY)
    assert entry.written == Typed("27", "", "Webinar helped More to come")
    assert entry.last is not None and entry.last.value == 26
    assert entry.check_in(entry.written) == old
    changed = entry.check_in(Typed("", "8", "Other"))
    assert (str(changed.value), changed.confidence, changed.note) == ("27", 8, "Other")
    assert changed.extra == {"mood": "fine"}
    assert entry.value("+1") == 27, "counted from the check-in before, as the first time"


def test_a_value_below_zero_is_the_same_when_it_is_corrected() -> None:
    old = CheckIn(date=TODAY, value=Decimal(-5))
    entry = entry_on(key_result().replace(check_ins=(old,)), TODAY)
    assert entry.check_in(entry.written) == old


def test_a_late_check_in_looks_at_what_was_known_on_its_day() -> None:
    entry = entry_on(key_result("24", "26"), dt.date(2026, 11, 5))
    assert entry.value("+1") == 25
    assert entry.check_in(Typed("+1", "", "late")).date == dt.date(2026, 11, 5)
    assert entry.check_in(Typed("+1", "", "–")).note == "", "who meant to skip said nothing"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("9 Nov", (11, 9)),
        ("yesterday", (11, 11)),
        ("-3d", (11, 9)),
        ("today", (11, 12)),
        ("monday", (11, 9)),
        ("Thu.", (11, 12)),
        ("friday", (11, 6)),
    ],
)
def test_the_day_of_a_check_in_is_one_that_was(typed: str, day: tuple[int, int]) -> None:
    assert read_day(typed, START, END, TODAY) == dt.date(2026, *day)


@pytest.mark.parametrize("typed", ["tomorrow", "end", "+1d", "15 Dec", "13 Nov"])
def test_no_check_in_is_from_a_day_to_come(typed: str) -> None:
    with pytest.raises(ValueError, match="still to come"):
        read_day(typed, START, END, TODAY)


def test_falling_is_good_where_the_number_has_to_fall() -> None:
    churn = key_result(baseline=Decimal(40), target=Decimal(25))
    assert direction(churn, Decimal(33), Decimal(30)) == "better"
    assert direction(churn, Decimal(33), Decimal(35)) == "worse"
    assert direction(key_result(), Decimal(26), Decimal(27)) == "better"
    assert direction(key_result(), Decimal(26), Decimal(26)) == "no change"
    assert direction(key_result(baseline=None), Decimal(26), Decimal(27)) == "changed"
    level = key_result(kind="at_most", target=Decimal(4))
    assert (direction(level, Decimal(3), Decimal(4)), direction(level, None, Decimal(5))) == ("kept", "missed")


def test_the_next_check_in_is_due_a_week_after_the_last_one() -> None:
    plan = small_plan().replace(start=START)
    level = key_result(kind="at_least", start=dt.date(2026, 11, 20))
    assert next_due(plan, [key_result("26")], TODAY) == dt.date(2026, 11, 16)
    assert next_due(plan, [key_result("26"), key_result(start=dt.date(2026, 11, 7))], TODAY) == dt.date(2026, 11, 14)
    assert next_due(plan, [level], TODAY) == dt.date(2026, 11, 20)
    assert next_due(plan, [], TODAY) is None
