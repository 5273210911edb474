from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrtui.model.numbers import check_amount, format_amount, format_short, parse_amount, parse_tenths
from tests.support.plans import amounts

READ = {
    "30": "30",
    " 30 ": "30",
    "0.1": "0.1",
    "2.50": "2.50",
    ".5": "0.5",
    "-4": "-4",
    "−4": "-4",
    "+4": "4",
    "-0": "0",
    "007": "7",
    "1,250": "1250",
    "1,250,000": "1250000",
    "1,250.75": "1250.75",
    "1 250": "1250",
    "1\u00a0250": "1250",
    "1\u202f250": "1250",
    "1'250": "1250",
    "1_250": "1250",
    "12 500 000": "12500000",
    "2,5": "2.5",
    "1 250,5": "1250.5",
    "10k": "10000",
    "10 K": "10000",
    "1.2M": "1200000",
    "2,5k": "2500",
    "1.25k": "1250",
    "0.125": "0.125",
    "0,125": "0.125",
    "1234.567": "1234.567",
    "1,250.500": "1250.500",
    "٥٠": "50",
    "٢٫٥": "2.5",
    "５０": "50",
    "५०": "50",
    "999999999999999": "999999999999999",
    "0.000000000000001": "0.000000000000001",
}


@pytest.mark.parametrize("text", READ)
def test_an_amount_is_read_as_people_write_it_and_kept_as_typed(text: str) -> None:
    assert f"{parse_amount(text):f}" == READ[text]


NO_NUMBER = "is no number; write it like 30, 1,250 or 2.5"
ALONE = "has more in it than the number; the unit has a field of its own"
BARE = "has more in it than the number; write that alone"
TOO_LONG = "has more than 15 digits"
REFUSED = {
    "": NO_NUMBER,
    "abc": NO_NUMBER,
    "1e59": NO_NUMBER,
    "1E5": NO_NUMBER,
    "nan": NO_NUMBER,
    "inf": NO_NUMBER,
    "-Infinity": NO_NUMBER,
    "1.2.3": NO_NUMBER,
    "1,25,0": NO_NUMBER,
    "12 50": NO_NUMBER,
    "1.": NO_NUMBER,
    "--1": NO_NUMBER,
    "k": NO_NUMBER,
    "0x10": NO_NUMBER,
    "½": NO_NUMBER,
    "1.250": "could be 1,250 or 1.25; write 1250 or 1.25",
    "-12.500": "could be -12,500 or -12.5; write -12500 or -12.5",
    "１.０００": "could be 1,000 or 1; write 1000 or 1",
    "1.234": "could be 1,234 or 1.234; write 1234 or 1.2340",
    "1.250k": "could be 1,250k or 1.25k; write 1250k or 1.25k",
    "20 %": ALONE,
    "20%": ALONE,
    "２０％": ALONE,
    "٢٠٪": ALONE,
    "20 MQLs": ALONE,
    "1,250 €": ALONE,
    "$1.250": ALONE,
    "~20": BARE,
    "about 5.000": BARE,
    "about 5k": BARE,
    "about 20 people": ALONE,
    "1,5 Mio. €": ALONE,
    "30件": ALONE,
    "x" * 99_999 + "1": BARE,
    "1234567890123456": TOO_LONG,
    "0.1234567890123456": TOO_LONG,
    "9999999999999M": TOO_LONG,
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_counted_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_amount(text)
    assert str(refused.value) == REFUSED[text]


@pytest.mark.parametrize(
    ("text", "tenths"),
    [("6", 6), ("6/10", 6), ("60 %", 6), ("60%", 6), ("６０％", 6), ("٦٠٪", 6), ("６割", 6), ("0", 0), ("100 %", 10)],
)
def test_a_confidence_may_be_said_in_tenths_or_in_per_cent(text: str, tenths: int) -> None:
    assert parse_tenths(text) == tenths


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5-6", "is a range; pick one: 5 or 6"),
        ("9 – 10", "is a range; pick one: 9 or 10"),
        ("5-6/10", "is a range; pick one: 5 or 6"),
        ("6-11", "is no whole number from 0 to 10"),
        ("65 %", "is no whole number from 0 to 10"),
        ("600 %", "is no whole number from 0 to 10"),
        ("6.5", "is no whole number from 0 to 10"),
    ],
)
def test_a_confidence_between_two_numbers_is_refused_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_tenths(text)
    assert str(refused.value) == said


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+59", "1E-16", "1E+400"])
def test_a_file_cannot_bring_a_number_that_breaks_sums(value: str) -> None:
    with pytest.raises(ValueError):
        check_amount(Decimal(value))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1250", "1,250"),
        ("2.50", "2.50"),
        ("0.1", "0.1"),
        ("-1234567.8", "-1,234,567.8"),
        ("1E+3", "1,000"),
        ("0", "0"),
    ],
)
def test_an_amount_is_shown_as_it_was_typed(value: str, shown: str) -> None:
    assert format_amount(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "width", "shown"),
    [
        ("1250", 5, "1,250"),
        ("18432", 5, "18.4k"),
        ("20000", 5, "20k"),
        ("1234567", 5, "1.2M"),
        ("1234567", 9, "1,234,567"),
        ("999950", 5, "1M"),
        ("999999999", 5, "1B"),
        ("1234567890", 5, "1.2B"),
        ("123456789012345", 5, "123T"),
        ("1234.5678", 5, "1,235"),
        ("0.0345", 5, "0.035"),
        ("-0.0345", 6, "-0.035"),
        ("0.00001", 5, "1e-5"),
        ("0.9996", 5, "1"),
        ("0.000000", 5, "0"),
        ("-18432", 6, "-18.4k"),
        ("3.14159", 5, "3.1"),
    ],
)
def test_an_amount_fits_its_column(value: str, width: int, shown: str) -> None:
    assert format_short(Decimal(value), width) == shown


@given(amounts | st.decimals(-1, 1, places=12), st.integers(6, 12))
def test_no_amount_is_wider_than_its_column_or_reads_as_nothing(value: Decimal, width: int) -> None:
    shown = format_short(value, width)
    assert len(shown) <= width
    assert (not value) == (not any(digit in shown for digit in "123456789"))


@given(amounts)
def test_an_amount_in_a_form_is_read_back_as_the_same_amount(value: Decimal) -> None:
    shown = format_amount(value)
    assert format_amount(parse_amount(shown)) == (shown if value else shown.removeprefix("-"))
