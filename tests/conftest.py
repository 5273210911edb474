"""What holds for every test."""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from okrtui.i18n import speak

# whatever terminal and language the tests are started in; the first two are read at Textual's import
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
os.environ.pop("NO_COLOR", None)
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile("okrtui", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("okrtui")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: a test at a terminal, or one that saves, waits for a good part of its time."""
    return 1 + (os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """What the tests themselves are stays to the end: no collection of garbage looks through it."""
    gc.collect()
    gc.freeze()


_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


def _parse_once(sheet: Stylesheet, *source: Any, **where: Any) -> list[RuleSet]:
    """The rules of a style sheet, parsed once for all programs that the tests start: nobody changes a rule."""
    key = (*source, *where.items(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *source, **where)
    return _parsed[key]


@pytest.fixture(scope="session", autouse=True)
def style_sheets_are_parsed_once() -> Iterator[None]:
    """A program under test reads the rules that an earlier one parsed, where sheet and colours are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _parse_once)
        yield


@pytest.fixture(autouse=True)
def english() -> None:
    """Each test begins in English."""
    speak("en")
