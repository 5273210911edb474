"""What people type as a value: a number with a hedge, or in words, in the language that is spoken."""

import datetime as dt
from decimal import Decimal

import pytest

from okrtui.coach.typed_amount import counted, read_amount, read_value
from okrtui.i18n import Code, speak
from okrtui.model.numbers import EitherWayError
from okrtui.model.plan import KeyResult
from okrtui.model.reading_values import Entry

ENTRY = Entry(KeyResult(id="kr", unit="MQLs", baseline=Decimal(20), target=Decimal(40)), dt.date(2026, 11, 12))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "roughly thirty"),
        ("en", "30 approx."),
        ("de", "etwa 30"),
        ("de", "ungefähr dreißig"),
        ("fr", "environ 30"),
        ("fr", "30 à peu près"),
        ("ja", "約30"),
        ("ja", "30くらい"),
        ("ko", "약 30"),
        ("ko", "30 정도"),
        ("ar", "حوالي 30"),
        ("ar", "30 تقريبا"),
    ],
)
def test_a_hedged_value_is_its_number_in_every_language(code: Code, text: str) -> None:
    speak(code)
    assert read_value(ENTRY, text) == 30
    assert read_value(ENTRY, f"+{text}") == 50


@pytest.mark.parametrize(
    ("code", "text", "amount"),
    [
        ("en", "about 5k", 5000),
        ("en", "roughly 5 thousand", 5000),
        ("en", "-5 thousand", -5000),
        ("de", "ca. 5 Tsd.", 5000),
        ("de", "1,5 Tsd.", 1500),
        ("de", "etwa 1.250", 1250),
        ("fr", "environ 5 mille", 5000),
        ("ja", "約2千5百", 2500),
        ("ko", "약 5천", 5000),
        ("ar", "حوالي 30", 30),
    ],
)
def test_a_field_of_a_plan_takes_a_hedged_number_and_thousands_in_words_too(code: Code, text: str, amount: int) -> None:
    speak(code)
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [
        ("en", "1,800 clicks", "clicks"),
        ("en", "about 40 demo requests", "demo requests"),
        ("en", "31.5 %", "%"),
        ("en", "$98", "$"),
        ("de", "5 Tsd. Leser", "Leser"),
        ("fr", "1 800 clics", "clics"),
        ("fr", "98 €", "€"),
        ("ja", "30人", "人"),
        ("ko", "30명", "명"),
        ("en", "1,800", ""),
        ("en", "40 or so", ""),
        ("en", "40 by the end of May", ""),
        ("en", "40 by May", ""),
        ("de", "40 im März", ""),
        ("en", "clicks", ""),
        ("en", "from 20 to 30", ""),
        ("en", "20 to 30", ""),
    ],
)
def test_what_stands_behind_a_number_is_what_it_counts(code: Code, text: str, unit: str) -> None:
    speak(code)
    assert counted(text) == unit


def test_thousands_in_words_do_not_decide_what_a_number_is_that_could_be_two() -> None:
    with pytest.raises(EitherWayError, match=r"could be 1,250 or 1\.25"):
        read_amount("1.250 thousand")


@pytest.mark.parametrize(
    "text", ["about", "~", "about MQLs", "nearly 30", "30 to 40", "about 30 about", "thirty leads"]
)
def test_what_may_mean_another_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number"):
        read_value(ENTRY, text)
