"""The example quarter: a plan of a software company's marketing, to explore and to test with."""

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path

from okrtui.examples.words import in_language
from okrtui.i18n import CODES
from okrtui.model.language import Language
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter

EXAMPLE_QUARTER = Quarter(2026, 4)
"""The quarter that the example plans."""

EXAMPLE_DAY = dt.date(2026, 11, 12)
"""The day on which the example is shown: in week 7 of 13, with check-ins up to three days before."""

_FOCUS = "Demand that we own, before demand that we rent"

PLANTED = (
    ("2.2", "kr-percentage"),
    ("3.2", "kr-no-definition"),
    ("4", "objective-no-why"),
    ("4.1.3", "action-due-late"),
    ("4.2", "kr-too-bold"),
    ("4.3", "kr-no-action"),
)
"""What the coach has to find in the example, and nothing else: position and code, in tree order."""


def example(language: Language = "en") -> Plan:
    """The example as a plan in a language; with ``auto`` in the one that the program speaks."""
    return Plan.read(in_language(tomllib.loads(example_bytes().decode(), parse_float=Decimal), language))


def is_in(language: Language, data: bytes) -> bool:
    """Whether the file of an example is in a language, told by its focus."""
    focus: str = in_language({"focus": _FOCUS}, language)["focus"]
    return focus.encode() in data


def is_untouched(plan: Plan) -> bool:
    """Whether a plan is the example to the letter, in any language."""
    examples = (example(code) for code in CODES)
    return any(plan in (found, found.replace(language="auto")) for found in examples)


def example_bytes() -> bytes:
    """The example in English as a quarter file, byte for byte as it would be saved."""
    return Path(__file__).with_name(f"{EXAMPLE_QUARTER}.toml").read_bytes()
