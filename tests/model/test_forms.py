"""Numbers and dates in each language: what is shown is read back, and what people type in their way is understood."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrtui.i18n import CODES, Code, speak, spoken, tr
from okrtui.i18n_forms import FORMS
from okrtui.model.dates import (
    format_date,
    full_date,
    month_day,
    parse_date,
    short_date,
    short_full_date,
    span_of_days,
    weekday_name,
)
from okrtui.model.numbers import (
    amount_in,
    format_amount,
    format_count,
    format_short,
    format_trimmed,
    parse_amount,
    with_unit,
)
from okrtui.model.plan import CheckIn, KeyResult
from okrtui.model.reading_values import Entry, as_typed, read_day
from okrtui.model.shares import format_share
from okrtui.model.widths import cell_width
from tests.support.plans import amounts
from tests.support.speaking import speaking

START, END, TODAY = dt.date(2026, 10, 1), dt.date(2026, 12, 31), dt.date(2026, 11, 12)  # a Thursday
EVERY = pytest.mark.parametrize("code", CODES)

WRITTEN = {
    "en": ("1,250.50", "-0.5", "15 Dec", "31 Jan 2027"),
    "de": ("1.250,50", "-0,5", "15. Dez.", "31. Jan. 2027"),
    "fr": ("1\u202f250,50", "-0,5", "15 déc.", "31 janv. 2027"),
    "ja": ("1,250.50", "-0.5", "12月15日", "2027年1月31日"),
    "ko": ("1,250.50", "-0.5", "12월 15일", "2027년 1월 31일"),
    "ar": ("1,250.50", "-0.5", "15 ديسمبر", "31 يناير 2027"),
}


@EVERY
def test_numbers_and_dates_are_written_as_in_the_language(code: Code) -> None:
    with speaking(code):
        days = (format_date(day, START, END) for day in (dt.date(2026, 12, 15), dt.date(2027, 1, 31)))
        shown = (format_amount(Decimal("1250.50")), format_amount(Decimal("-0.5")), *days)
    assert shown == WRITTEN[code]


SPANS = {
    "en": ("1 Oct to 31 Dec 2026", "1 Nov 2026 to 31 Jan 2027"),
    "de": ("1. Okt. bis 31. Dez. 2026", "1. Nov. 2026 bis 31. Jan. 2027"),
    "fr": ("du 1er oct. au 31 déc. 2026", "du 1er nov. 2026 au 31 janv. 2027"),
    "ja": ("2026年10月1日〜12月31日", "2026年11月1日〜2027年1月31日"),
    "ko": ("2026년 10월 1일부터 12월 31일까지", "2026년 11월 1일부터 2027년 1월 31일까지"),
    "ar": ("1 أكتوبر إلى 31 ديسمبر 2026", "1 نوفمبر 2026 إلى 31 يناير 2027"),
}


@EVERY
def test_the_year_of_two_days_stands_where_the_language_has_it(code: Code) -> None:
    speak(code)
    shown = span_of_days(START, END), span_of_days(dt.date(2026, 11, 1), dt.date(2027, 1, 31))
    speak("en")
    assert shown == SPANS[code]


@pytest.mark.parametrize("text", ["1er oct.", "1er octobre", "1ᵉʳ octobre 2026", "1 oct."])
def test_the_first_of_a_month_is_read_as_french_has_it(text: str) -> None:
    with speaking("fr"):
        assert month_day(START) == "1er oct." and short_date(START, START, END) == "1/10"
        assert parse_date(text, START, END, TODAY) == START


@EVERY
@given(amount=amounts)
def test_an_amount_in_a_field_is_read_back_as_the_same_amount(code: Code, amount: Decimal) -> None:
    entry = Entry(KeyResult(id="kr", baseline=Decimal(7)), TODAY)
    with speaking(code):
        assert str(parse_amount(format_amount(amount))) == f"{amount:f}"
        assert entry.value(as_typed(amount)) == amount
        assert parse_amount(format_trimmed(amount)) == amount


@EVERY
@given(
    day=st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
    month=st.sampled_from((1, 4, 7, 10)),
    year=st.integers(1905, 2190),
)
def test_a_date_in_a_field_is_read_back_as_the_same_date(code: Code, day: dt.date, month: int, year: int) -> None:
    start = dt.date(year, month, 1)
    end = start + dt.timedelta(days=91)
    with speaking(code):
        assert parse_date(format_date(day, start, end), start, end, start) == day
        assert parse_date(full_date(day), start, end, start) == day


@EVERY
@given(number=st.integers(0, 10**12))
def test_a_count_is_read_back_as_the_same_count(code: Code, number: int) -> None:
    with speaking(code):
        assert parse_amount(format_count(number)) == number


@EVERY
def test_short_dates_fit_into_their_columns(code: Code) -> None:
    days = [dt.date(2026, 1, 1) + dt.timedelta(days) for days in range(0, 1_000)]
    with speaking(code):
        assert max(cell_width(short_date(day, START, END)) for day in days) <= 6
        assert max(cell_width(short_full_date(day, START, END)) for day in days) <= 9
        assert cell_width(format_short(Decimal("18432.75"), 6)) <= 6


SHORT: dict[Code, dict[str, str]] = {
    "en": {"1250": "1,250", "18432": "18.4k", "1234567": "1.2M", "1234567890": "1.2B"},
    "de": {"18432": "18,4k", "1200000000": "1Mrd", "1234567890123": "1Bio"},
    "fr": {"18432": "18,4k", "1234567890": "1,2Md"},
    "ja": {"9999": "9,999", "18432": "1.8万", "184320": "18.4万", "99999999": "1億", "120000000": "1.2億"},
    "ko": {"-1250": "-1,250", "18432": "1.8만", "12345678": "1,235만", "1200000000000": "1.2조"},
    "ar": {"18432": "18.4k"},
}


@EVERY
def test_what_is_left_out_of_a_short_amount_is_said_as_in_the_language(code: Code) -> None:
    with speaking(code):
        assert {value: format_short(Decimal(value), 5) for value in SHORT[code]} == SHORT[code]


@pytest.mark.parametrize(("code", "shown"), [("en", "71 %"), ("fr", "71 %"), ("ja", "71%"), ("ko", "71%")])
def test_a_share_is_written_as_in_the_language(code: Code, shown: str) -> None:
    with speaking(code):
        assert [format_share(Fraction(71, 100)), with_unit("71", "%")] == [shown, shown]


AMOUNTS: dict[Code, dict[str, str]] = {
    "de": {
        "1.250": "1250",
        "1.250.000": "1250000",
        "-1.250,5": "-1250.5",
        "2.5": "2.5",
        "0.125": "0.125",
        "1,250": "1.250",
        "1,250.50": "1250.50",
        "1,250,000": "1250000",
        "1 250,5": "1250.5",
        "1.250k": "1250000",
        "12,5k": "12500",
    },
    "fr": {"1 250,5": "1250.5", "1,250": "1.250", "2.5": "2.5", "1,250,000": "1250000"},
    "ja": {"1,250": "1250", "2,5": "2.5", "１，２５０": "1250"},
    "ko": {"1,250.5": "1250.5"},
    "ar": {"1,250": "1250", "١٬٢٥٠٫٥": "1250.5"},
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in AMOUNTS.items() for text in texts])
def test_an_amount_is_read_as_the_language_means_it(code: Code, text: str) -> None:
    with speaking(code):
        assert f"{parse_amount(text):f}" == AMOUNTS[code][text]


def test_what_could_be_two_amounts_is_shown_as_the_language_writes_them() -> None:
    with speaking("fr"), pytest.raises(ValueError, match="could be 1\u202f255 or 1,255; write 1255 or 1,2550"):
        parse_amount("1.255")
    with speaking("de"), pytest.raises(ValueError, match=r"write it like 30, 1\.250 or 2,5$"):
        parse_amount("viel")


DATES: dict[Code, dict[str, str]] = {
    "de": {
        "nächste Woche": "2026-11-16",
        "nächsten Monat": "2026-12-01",
        "15. Dezember": "2026-12-15",
        "15 dez": "2026-12-15",
        "1. Marz 2027": "2027-03-01",
        "5/12": "2026-12-05",
        "Mo": "2026-11-16",
        "Sonntag": "2026-11-15",
        "heute": "2026-11-12",
        "morgen": "2026-11-13",
        "ende": "2026-12-31",
        "+2 Wochen": "2026-11-26",
        "15 Dec": "2026-12-15",
        "friday": "2026-11-13",
        "+2w": "2026-11-26",
        "end": "2026-12-31",
    },
    "fr": {
        "la semaine prochaine": "2026-11-16",
        "mois prochain": "2026-12-01",
        "1er décembre": "2026-12-01",
        "15 aout": "2026-08-15",
        "juin 15": "2026-06-15",
        "15/12": "2026-12-15",
        "5/12": "2026-12-05",
        "mar.": "2026-11-17",
        "aujourd’hui": "2026-11-12",
        "demain": "2026-11-13",
        "fin": "2026-12-31",
        "+2s": "2026-11-26",
    },
    "ja": {
        "来週": "2026-11-16",
        "来月": "2026-12-01",
        "12月15日": "2026-12-15",
        "2027年1月31日": "2027-01-31",
        "12/5": "2026-12-05",
        "15/12": "2026-12-15",
        "金曜日": "2026-11-13",
        "金": "2026-11-13",
        "明日": "2026-11-13",
        "末": "2026-12-31",
        "+2週間": "2026-11-26",
    },
    "ko": {
        "다음 주": "2026-11-16",
        "다음 달": "2026-12-01",
        "12월 15일": "2026-12-15",
        "12월15일": "2026-12-15",
        "2027. 1. 31.": "2027-01-31",
        "12. 5.": "2026-12-05",
        "금요일": "2026-11-13",
        "내일": "2026-11-13",
        "끝": "2026-12-31",
        "+3일": "2026-11-15",
    },
    "ar": {
        "الأسبوع القادم": "2026-11-16",
        "الشهر المقبل": "2026-12-01",
        "15 ديسمبر": "2026-12-15",
        "١٥ ديسمبر 2026": "2026-12-15",
        "5/12": "2026-12-05",
        "1 ابريل 2027": "2027-04-01",
        "الجمعة": "2026-11-13",
        "غداً": "2026-11-13",
        "النهاية": "2026-12-31",
    },
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in DATES.items() for text in texts])
def test_a_date_is_read_in_the_words_of_the_language_and_in_english(code: Code, text: str) -> None:
    with speaking(code):
        assert parse_date(text, START, END, TODAY).isoformat() == DATES[code][text]


@EVERY
def test_every_name_of_a_month_or_a_weekday_is_read(code: Code) -> None:
    own = FORMS[code]
    with speaking(code):
        for number, name in enumerate(own.weekday_names):
            assert parse_date(name, START, END, TODAY).weekday() == number
        for day in (TODAY + dt.timedelta(days) for days in range(1, 8)):
            assert parse_date(weekday_name(day), START, END, TODAY) == day
            assert read_day(weekday_name(day), START, END, TODAY) in (day - dt.timedelta(7), TODAY)
        for day in (dt.date(2026, month, 9) for month in range(1, 13)):
            assert parse_date(month_day(day), START, END, TODAY).month == day.month
        if code not in ("ja", "ko"):  # they count their months
            for number, name in enumerate(own.month_names, 1):
                assert parse_date(f"9 {name} 2026", START, END, TODAY) == dt.date(2026, number, 9)


def test_what_could_be_two_months_is_no_date() -> None:
    with speaking("fr"), pytest.raises(ValueError, match=r"is no date; write it like 15 déc\., 2026-12-15"):
        parse_date("15 jui", START, END, TODAY)


def test_a_table_means_the_same_whatever_language_is_spoken() -> None:
    entry = Entry(KeyResult(id="kr", check_ins=(CheckIn(date=START, value=Decimal(1)),)), TODAY, written_in="en")
    with speaking("de"):
        assert entry.value("1,250") == 1250
        assert entry.value("+1,250") == 1251
        assert parse_date("friday", START, END, TODAY, "en") == dt.date(2026, 11, 13)
        with pytest.raises(ValueError, match="could be"):
            entry.value("1.250")
        with pytest.raises(ValueError, match="could be"):
            read_day("5/11", START, END, TODAY, "en")


def test_an_amount_can_be_written_in_another_language_than_the_one_spoken() -> None:
    assert amount_in("de", Decimal("1250.5")) == "1.250,5"


def test_the_full_stop_of_a_date_ends_the_sentence() -> None:
    with speaking("de"):
        assert tr("Due on {day}.", day="15. Dez.") == "Due on 15. Dez."
        assert tr("Due on {day}, then.", day="15. Dez.") == "Due on 15. Dez., then."
    assert tr("Called {title}.", title="Wow.") == "Called Wow.."


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    assert spoken() == "en"
