"""What people type as a value: a number with a hedge, or in words, in the language that is spoken."""

import datetime as dt
from decimal import Decimal

import pytest

from okrtui.coach.typed_amount import read_value
from okrtui.i18n import Code, speak
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
    "text", ["about", "~", "about MQLs", "nearly 30", "30 to 40", "about 30 about", "thirty leads"]
)
def test_what_may_mean_another_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number"):
        read_value(ENTRY, text)
