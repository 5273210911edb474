"""Numbers, dates and confidences are read as they are meant, in every way in which spreadsheets write them."""

import datetime as dt
from decimal import Decimal

import pytest

from okrtui.report.importing import days
from okrtui.report.importing.amounts import Decimals, Marks, decide, read_amount
from okrtui.report.importing.days import DayOrder, Order
from okrtui.report.importing.values import status
from tests.report.importing.outlines import QUARTER, imported, key_results

AMOUNTS = {
    "30": ("30", ""),
    "0": ("0", ""),
    "-5": ("-5", ""),
    "−5": ("-5", ""),
    "(5)": ("-5", ""),
    "+3": ("3", ""),
    "2.5": ("2.5", ""),
    "2,5": ("2.5", ""),
    "0.10": ("0.10", ""),
    "0,125": ("0.125", ""),
    ".5": (".5", ""),
    "1234,567": ("1234.567", ""),
    "1.234,5": ("1234.5", ""),
    "1,234.5": ("1234.5", ""),
    "1.234.567": ("1234567", ""),
    "1,234,567.80": ("1234567.80", ""),
    "12,34,567": ("1234567", ""),
    "1 250": ("1250", ""),
    "1\u00a0250,50": ("1250.50", ""),
    "1\u202f250": ("1250", ""),
    "1'250.50": ("1250.50", ""),
    "1’250": ("1250", ""),
    "20 %": ("20", "%"),
    "20%": ("20", "%"),
    "２０％": ("20", "%"),
    "٢٠٪": ("20", "%"),
    "٢٥٬٠٠٠": ("25000", ""),
    "٤٫٥": ("4.5", ""),
    "１２３": ("123", ""),
    "$1,2M": ("1200000", "$"),
    "€ 3.5k": ("3500", "€"),
    "3,5 Mio. €": ("3500000", "€"),
    "-$5": ("-5", "$"),
    "$-5": ("-5", "$"),
    "US$ 12": ("12", "US$"),
    "CHF 1'250": ("1250", "CHF"),
    "92,50 €": ("92.50", "€"),
    "12k€": ("12000", "€"),
    "1.5bn": ("1500000000", ""),
    "100万円": ("1000000", "円"),
    "3.5万": ("35000", ""),
    "3억 원": ("300000000", "원"),
    "2 مليون": ("2000000", ""),
    "30 MQLs": ("30", "MQLs"),
    "'30": ("30", ""),
    "\u200f٢٠ ٪\u200e": ("20", "%"),
    "5 kg": ("5", "kg"),
    "20 per cent": ("20", "per cent"),
}

NO_AMOUNTS = ["", "few", "20-30", "20/30", "> 40", "~20", "1.234,567.8", "1,23,4", "1 25", "1.2.3", "15.12.2026", "Q4"]
NO_AMOUNTS += ["5. Mai", "$5 €", "--5", "((5))", "(5", "1e59", "∞", "NaN", "½", "20 (see notes)", "9" * 100]

DAYS = {
    "2026-12-15": "2026-12-15",
    "2026/12/5": "2026-12-05",
    "2026.12.15": "2026-12-15",
    "2026-12-15 00:00:00": "2026-12-15",
    "2026-12-15T00:00:00.000Z": "2026-12-15",
    "15.12.2026": "2026-12-15",
    "15.12.26": "2026-12-15",
    "15.12.": "2026-12-15",
    "15. 12. 2026": "2026-12-15",
    "12/15/2026": "2026-12-15",
    "15/12/2026": "2026-12-15",
    "15-12-2026": "2026-12-15",
    "11/11/2026": "2026-11-11",
    "12/15/2026 0:00": "2026-12-15",
    "15/12": "2026-12-15",
    "15 Dec": "2026-12-15",
    "Dec 15": "2026-12-15",
    "15-Dec-26": "2026-12-15",
    "15th of December 2026": "2026-12-15",
    "December 15, 2026": "2026-12-15",
    "Tue, 15 Dec 2026": "2026-12-15",
    "by 15 Dec": "2026-12-15",
    "5 Jan": "2027-01-05",
    "15. Dezember 2026": "2026-12-15",
    "Di, 15.12.2026": "2026-12-15",
    "bis 3. März": "2027-03-03",
    "15 décembre 2026": "2026-12-15",
    "1er décembre": "2026-12-01",
    "mardi 15 déc. 2026": "2026-12-15",
    "2026年12月15日": "2026-12-15",
    "12月15日（火）": "2026-12-15",
    "２０２６年１２月１５日": "2026-12-15",
    "2026년 12월 15일": "2026-12-15",
    "2026. 12. 15.": "2026-12-15",
    "15 ديسمبر 2026": "2026-12-15",
    "١٥/١٢/٢٠٢٦": "2026-12-15",
    "١٥ كانون الأول ٢٠٢٦": "2026-12-15",
    "Q4": "2026-12-31",
    "Q4 2026": "2026-12-31",
    "2026-Q4": "2026-12-31",
    "end of Q4": "2026-12-31",
}

NO_DAYS = [
    "soon",
    "2026-13-45",
    "31/11/2026",
    "29.2.2027",
    "Dec 2026",
    "46371",
    "15 Foo",
    "15.12.1026",
    "KW 50",
    "1/2/3/4",
]


@pytest.mark.parametrize("text", AMOUNTS)
def test_a_number_is_read_with_its_unit_to_the_last_digit(text: str) -> None:
    value, unit = AMOUNTS[text]
    read, of = read_amount(text, Marks())
    assert (f"{read:f}", of) == (f"{Decimal(value):f}", unit)


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_is_no_number_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        read_amount(text, Marks())


@pytest.mark.parametrize(("text", "comma", "point"), [("1.250", "1250", "1.250"), ("1,250", "1.250", "1250")])
def test_a_number_that_could_be_two_is_read_by_the_others_or_not_at_all(text: str, comma: str, point: str) -> None:
    with pytest.raises(ValueError, match="could be"):
        read_amount(text, Marks())
    for other, expected in (("2,5", comma), ("2.5", point), ("1.234.567", comma), ("1,234.5", point)):
        marks = decide([(2, text), (3, other)], None, None)
        assert str(read_amount(text, marks)[0]) == expected


def test_both_ways_in_one_file_leave_it_open() -> None:
    marks = decide([(2, "2,5"), (3, "2.5")], None, None)
    with pytest.raises(ValueError, match=r"both 2,5 on line 2 and 2\.5 on line 3"):
        read_amount("1.250", marks)
    assert read_amount("2,5", marks) == read_amount("2.5", marks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Objective,Key result,Target\nO,K,"25,000"\n', 25_000),
        ("Ziel;Schlüsselergebnis;Zielwert\nO;K;25.000\n", 25_000),
        ("Objective;Key result;Target\nO;K;25.000\n", 25_000),
    ],
)
def test_thousands_need_no_proof_where_the_whole_file_speaks_for_them(text: str, expected: int) -> None:
    (key_result,) = key_results(text)
    assert key_result.target == expected
    assert any(" as 25000" in phrase for phrase in imported(text).read_as)


@pytest.mark.parametrize(
    "text",
    ["Objective,Key result,Target\nO,K,25.000\n", "Objective;Key result;Target\nO;K;25,000\n"],
)
def test_a_thousandfold_is_never_guessed_against_the_file(text: str) -> None:
    assert imported(text).problems


@pytest.mark.parametrize("text", DAYS)
def test_a_date_is_read(text: str) -> None:
    read = days.read_day(text, DayOrder(), QUARTER.quarter, QUARTER.start, QUARTER.end)
    assert read == dt.date.fromisoformat(DAYS[text])


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no|has |is a date as spreadsheets"):
        days.read_day(text, DayOrder(), QUARTER.quarter, QUARTER.start, QUARTER.end)


@pytest.mark.parametrize(("other", "chosen"), [("15/12/2026", "dmy"), ("12/15/2026", "mdy")])
def test_a_date_that_could_be_two_is_read_by_the_others_or_not_at_all(other: str, chosen: Order) -> None:
    span = QUARTER.quarter, QUARTER.start, QUARTER.end
    with pytest.raises(ValueError, match="could be 10 Nov"):
        days.read_day("10/11/2026", DayOrder(), *span)
    order = days.decide([(2, "10/11/2026"), (3, other), (4, "2026-12-01")], None)
    assert order.order == chosen
    expected = dt.date(2026, 11, 10) if chosen == "dmy" else dt.date(2026, 10, 11)
    assert days.read_day("10/11/2026", order, *span) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["7", "5"], [7, 5]),
        (["7/10", "4 / 5"], [7, 8]),
        (["70 %", "45%"], [7, 5]),
        (["70", "45"], [7, 5]),
        (["0.7", "0.45"], [7, 5]),
        (["0,7", "1"], [7, 10]),
        (["٧", "10"], [7, 10]),
    ],
)
def test_confidence_is_from_0_to_10_however_it_is_counted(cells: list[str], expected: list[int]) -> None:
    rows = "".join(f"O;K{at};{cell}\n" for at, cell in enumerate(cells))
    assert [found.confidence for found in key_results(f"Objective;Key result;Confidence\n{rows}")] == expected


@pytest.mark.parametrize("decimals", ["comma", "point"])
def test_what_was_chosen_counts(decimals: Decimals) -> None:
    expected = {"comma": "1250", "point": "1.250"}[decimals]
    assert str(read_amount("1.250", decide([], decimals, None))[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("✅", "done"),
        ("☑ Done", "done"),
        ("TRUE", "done"),
        ("100 %", "done"),
        ("40%", "doing"),
        ("0 %", "todo"),
        ("☐", "todo"),
    ],
)
def test_a_tick_or_a_share_is_a_status(text: str, expected: str) -> None:
    assert status(text) == expected
