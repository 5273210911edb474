import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrtui.model.quarter import Quarter, elapsed_share, nearest, week_of


@pytest.mark.parametrize("name", ["2026-Q4", "1900-Q1", "2199-Q3"])
def test_a_quarter_is_named_as_its_file_is(name: str) -> None:
    assert str(Quarter.parse(name)) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "2026",
        "2026-Q5",
        "2026-Q0",
        "2026-q4",
        "2026Q4",
        "26-Q4",
        "1899-Q4",
        "2200-Q1",
        " 2026-Q4",
        "2026-Q4\n",
        "٢٠٢٦-Q4",
        "2026-Q４",
        "../2026-Q4",
        "2026-Q4.toml",
        "-2026-Q4",
    ],
)
def test_no_name_leads_out_of_the_directory(name: str) -> None:
    with pytest.raises(ValueError, match="is no quarter; write it like 2026-Q4"):
        Quarter.parse(name)


@pytest.mark.parametrize(
    "text",
    [
        "2026-Q4",
        "2026-q4",
        "2026q4",
        "2026 Q4",
        "2026/Q4",
        "Q4 2026",
        "q4-2026",
        "Q4/2026",
        "T4 2026",
        "Q4 26",
        "q4'26",
    ],
)
def test_a_quarter_that_is_typed_may_be_spelled_as_people_do(text: str) -> None:
    assert Quarter.typed(text) == Quarter(2026, 4)


@pytest.mark.parametrize(
    "text", ["", "4", "2026", "2026-Q5", "26 Q4", "Q4 1899", "2026-Q4 Q4", "../2026-Q4", "April 2026"]
)
def test_what_is_typed_and_names_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no quarter; write it like 2026-Q4"):
        Quarter.typed(text)


@pytest.mark.parametrize(
    ("first_month", "day", "name", "start", "end"),
    [
        (1, "2026-11-12", "2026-Q4", "2026-10-01", "2026-12-31"),
        (1, "2026-01-01", "2026-Q1", "2026-01-01", "2026-03-31"),
        (4, "2026-04-01", "2026-Q1", "2026-04-01", "2026-06-30"),
        (4, "2026-03-31", "2025-Q4", "2026-01-01", "2026-03-31"),
        (7, "2026-07-01", "2026-Q1", "2026-07-01", "2026-09-30"),
        (7, "2026-06-30", "2025-Q4", "2026-04-01", "2026-06-30"),
        (10, "2026-11-12", "2026-Q1", "2026-10-01", "2026-12-31"),
        (10, "2026-09-30", "2025-Q4", "2026-07-01", "2026-09-30"),
        (2, "2026-12-31", "2026-Q4", "2026-11-01", "2027-01-31"),
        (2, "2027-01-31", "2026-Q4", "2026-11-01", "2027-01-31"),
        (2, "2027-02-01", "2027-Q1", "2027-02-01", "2027-04-30"),
        (12, "2028-02-29", "2027-Q1", "2027-12-01", "2028-02-29"),
        (12, "2027-02-28", "2026-Q1", "2026-12-01", "2027-02-28"),
    ],
)
def test_fiscal_years_put_a_day_into_their_own_quarter(
    first_month: int, day: str, name: str, start: str, end: str
) -> None:
    quarter = Quarter.of(dt.date.fromisoformat(day), first_month)
    assert str(quarter) == name
    assert tuple(map(str, quarter.dates(first_month))) == (start, end)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)), st.integers(1, 12))
def test_every_day_lies_in_exactly_its_quarter_of_13_weeks(day: dt.date, first_month: int) -> None:
    quarter = Quarter.of(day, first_month)
    start, end = quarter.dates(first_month)
    assert start <= day <= end
    assert 1 <= week_of(start, end, day)[0] <= week_of(start, end, day)[1] == 13
    assert quarter.shifted(1).dates(first_month)[0] == end + dt.timedelta(days=1)
    assert quarter.shifted(1).shifted(-1) == quarter


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-09-30", 0),
        ("2026-10-01", 1),
        ("2026-10-07", 1),
        ("2026-10-08", 2),
        ("2026-11-12", 7),
        ("2026-12-30", 13),
        ("2026-12-31", 13),
        ("2027-02-01", 13),
    ],
)
def test_a_quarter_of_92_days_has_13_weeks(day: str, week: int) -> None:
    span = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
    assert week_of(*span, dt.date.fromisoformat(day)) == (week, 13)


@pytest.mark.parametrize("start", ["2027-01-01", "2028-01-01"])  # 90 days, and 91 with 29 February
def test_a_short_first_quarter_has_13_weeks_too(start: str) -> None:
    first = dt.date.fromisoformat(start)
    last = dt.date(first.year, 3, 31)
    assert week_of(first, last, last) == (13, 13)


@pytest.mark.parametrize(
    ("day", "share"),
    [
        ("2026-09-01", "0"),
        ("2026-10-01", "0"),
        ("2026-10-02", "1/91"),
        ("2026-12-30", "90/91"),
        ("2026-12-31", "1"),
        ("2027-06-01", "1"),
    ],
)
def test_nothing_is_expected_on_the_first_day_and_all_on_the_due_date(day: str, share: str) -> None:
    span = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
    assert elapsed_share(*span, dt.date.fromisoformat(day)) == Fraction(share)


def test_a_leap_day_counts_as_a_day() -> None:
    assert elapsed_share(dt.date(2028, 2, 28), dt.date(2028, 3, 1), dt.date(2028, 2, 29)) == Fraction(1, 2)
    assert elapsed_share(dt.date(2027, 2, 28), dt.date(2027, 3, 2), dt.date(2027, 3, 1)) == Fraction(1, 2)


def test_a_result_due_on_the_day_it_starts_does_not_divide_by_nothing() -> None:
    day = dt.date(2026, 10, 1)
    assert elapsed_share(day, day, day) == 1
    assert elapsed_share(day, day, day - dt.timedelta(days=1)) == 0
    assert week_of(day, day, day) == (1, 1)


def test_quarters_are_in_the_order_of_time() -> None:
    names = ["2027-Q1", "2026-Q4", "2026-Q1"]
    assert [str(found) for found in sorted(map(Quarter.parse, names))] == ["2026-Q1", "2026-Q4", "2027-Q1"]


@pytest.mark.parametrize(
    ("there", "found"),
    [
        ("2026-Q3 2026-Q4 2027-Q1", "2026-Q4"),
        ("2026-Q3 2027-Q2 2027-Q1", "2027-Q1"),
        ("2025-Q1 2026-Q3 2026-Q2", "2026-Q3"),
        ("", "None"),
    ],
)
def test_somebody_between_two_quarters_is_shown_the_next_one_else_the_last_one(there: str, found: str) -> None:
    assert str(nearest([Quarter.parse(name) for name in there.split()], Quarter(2026, 4))) == found
