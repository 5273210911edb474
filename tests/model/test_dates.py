import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrtui.i18n import Code
from okrtui.model.dates import format_date, parse_date, short_date, short_full_date
from tests.support.speaking import speaking

START, END, TODAY = dt.date(2026, 10, 1), dt.date(2026, 12, 31), dt.date(2026, 11, 12)  # a Thursday

READ = {
    "2026-12-15": "2026-12-15",
    " 2026-12-5 ": "2026-12-05",
    "2026/12/15": "2026-12-15",
    "15 Dec": "2026-12-15",
    "15 dec": "2026-12-15",
    "15. Dec.": "2026-12-15",
    "15Dec": "2026-12-15",
    "15th December": "2026-12-15",
    "1st sept": "2026-09-01",
    "Dec 15": "2026-12-15",
    "December 2nd": "2026-12-02",
    "Dec 15, 2027": "2027-12-15",
    "15 December 2026": "2026-12-15",
    "15 Dec 26": "2026-12-15",
    "15-Dec-2026": "2026-12-15",
    "15.12.": "2026-12-15",
    "15.12": "2026-12-15",
    "15. 12.": "2026-12-15",
    "15.12.2026": "2026-12-15",
    "15.12.27": "2027-12-15",
    "31 Jan": "2027-01-31",
    "30 Sep": "2026-09-30",
    "15 May": "2027-05-15",
    "15 Jul": "2026-07-15",
    "29 Feb 2028": "2028-02-29",
    "next week": "2026-11-16",
    "Next  month": "2026-12-01",
    "25/12": "2026-12-25",
    "12/25": "2026-12-25",
    "12/25/2026": "2026-12-25",
    "25-12-2026": "2026-12-25",
    "11/11": "2026-11-11",
    "+2w": "2026-11-26",
    "+ 2 weeks": "2026-11-26",
    "+3d": "2026-11-15",
    "+1 day": "2026-11-13",
    "-3d": "2026-11-09",
    "−3d": "2026-11-09",
    "today": "2026-11-12",
    "Tomorrow": "2026-11-13",
    "yesterday": "2026-11-11",
    "friday": "2026-11-13",
    "Fri": "2026-11-13",
    "thursday": "2026-11-19",
    "wed": "2026-11-18",
    "tues": "2026-11-17",
    "end": "2026-12-31",
    "END": "2026-12-31",
    "١٥.١٢.٢٠٢٦": "2026-12-15",
    "１５ Dec": "2026-12-15",
    "१५ dec": "2026-12-15",
}


@pytest.mark.parametrize("text", READ)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert parse_date(text, START, END, TODAY).isoformat() == READ[text]


REFUSED = {
    "": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "soon": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "Dec": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "Dec 2026": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "15": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "15 Foo": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "15 ma": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "2026-12-15T10:00": "is no date; write it like 15 Dec, 2026-12-15 or +2w",
    "3/4": "could be 3 Apr or 4 Mar; write 3 Apr or 4 Mar",
    "03/04/2026": "could be 3 Apr or 4 Mar; write 3 Apr or 4 Mar",
    "3-4-2026": "could be 3 Apr or 4 Mar; write 3 Apr or 4 Mar",
    "0/4": "is no date: Apr has 30 days",
    "4/0": "has no month 0; write it like 15 Dec or 2026-12-15",
    "13/14": "has no month 14; write it like 15 Dec or 2026-12-15",
    "2026-13-45": "has no month 13; write it like 15 Dec or 2026-12-15",
    "31 Nov": "is no date: Nov has 30 days",
    "0 Nov": "is no date: Nov has 30 days",
    "30.2.": "is no date: Feb 2027 has 28 days",
    "29 Feb": "is no date: Feb 2027 has 28 days",
    "2026-02-29": "is no date: Feb 2026 has 28 days",
    "15 Dec 1226": "has the year 1226; years go from 1900 to 2199",
    "+9999w": "is too far away; write a date like 15 Dec",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_date(text, START, END, TODAY)
    assert str(refused.value) == REFUSED[text]


def test_the_example_of_a_date_lies_in_the_quarter() -> None:
    start, end = dt.date(2027, 4, 1), dt.date(2027, 6, 30)
    for text, words in {
        "soon": "is no date; write it like 14 Jun, 2027-06-14 or +2w",
        "1.13.": "has no month 13; write it like 14 Jun or 2027-06-14",
        "+9999w": "is too far away; write a date like 14 Jun",
    }.items():
        with pytest.raises(ValueError) as refused:
            parse_date(text, start, end, TODAY)
        assert str(refused.value) == words
    with speaking("ja"), pytest.raises(ValueError, match=r"6月14日"):
        parse_date("soon", start, end, TODAY)


def test_a_quarter_over_new_year_takes_the_year_that_lies_in_it() -> None:
    start, end = dt.date(2026, 11, 1), dt.date(2027, 1, 31)
    assert parse_date("15 Jan", start, end, TODAY) == dt.date(2027, 1, 15)
    assert parse_date("15 Dec", start, end, TODAY) == dt.date(2026, 12, 15)
    assert format_date(dt.date(2027, 1, 15), start, end) == "15 Jan"
    assert format_date(dt.date(2027, 12, 15), start, end) == "15 Dec 2027"


@pytest.mark.parametrize(
    ("day", "full", "short"),
    [
        ("2026-12-31", "31 Dec", "31 Dec"),
        ("2026-10-01", "1 Oct", "1 Oct"),
        ("2026-07-02", "2 Jul", "2 Jul"),
        ("2027-01-31", "31 Jan 2027", "Jan'27"),
        ("2025-12-31", "31 Dec 2025", "Dec'25"),
        ("2100-03-01", "1 Mar 2100", "Mar'00"),
    ],
)
def test_a_date_shows_its_year_only_where_it_is_another(day: str, full: str, short: str) -> None:
    date = dt.date.fromisoformat(day)
    assert format_date(date, START, END) == full
    assert short_date(date, START, END) == short
    assert short_full_date(date, START, END) == (short if "'" not in short else f"{date.day} {short}"), "with its day"


@given(st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31)), st.integers(0, 11), st.integers(2024, 2028))
def test_a_date_in_a_form_is_read_back_as_the_same_date(date: dt.date, month: int, year: int) -> None:
    start = dt.date(year, month + 1, 1)
    end = start + dt.timedelta(days=90)
    assert parse_date(format_date(date, start, end), start, end, TODAY) == date
    assert len(short_date(date, start, end)) <= 6


@pytest.mark.parametrize(("start", "end"), [("0001-01-01", "0001-03-31"), ("9999-10-01", "9999-12-31")])
def test_a_plan_at_the_edge_of_the_calendar_shows_its_dates(start: str, end: str) -> None:
    span = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert short_date(span[0], *span) == format_date(span[0], *span)
    assert format_date(dt.date(2026, 12, 15), *span) == "15 Dec 2026"
    assert short_date(dt.date(2026, 12, 15), *span) == "Dec'26"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "next friday"),
        ("de", "nächsten Freitag"),
        ("ja", "次の金曜日"),
        ("ko", "다음 금요일"),
        ("ar", "الجمعة القادم"),
    ],
)
def test_a_weekday_that_could_be_this_or_the_next_weeks_says_both_days(code: Code, text: str) -> None:
    with pytest.raises(ValueError, match="13 Nov or 20 Nov"):
        parse_date(text, START, END, dt.date(2026, 11, 12), code)
    assert parse_date(text, START, END, dt.date(2026, 11, 13), code) == dt.date(2026, 11, 20), "said on a Friday"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "this friday"),
        ("en", "coming Friday"),
        ("de", "kommenden Freitag"),
        ("fr", "vendredi prochain"),
        ("ko", "오는 금요일"),
    ],
)
def test_a_coming_weekday_is_the_next_one(code: Code, text: str) -> None:
    assert parse_date(text, START, END, dt.date(2026, 11, 12), code) == dt.date(2026, 11, 13)
