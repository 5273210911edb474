"""What holds for every test."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from okrtui.i18n import speak
from tests.support.spared import spared

# whatever terminal and language the tests are started in; the first two are read at Textual's import
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
os.environ.pop("NO_COLOR", None)
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile("okrtui", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("okrtui")


_GARBAGE = (100_000, 50, 50)
"""How much comes about between two collections: a program under test is thrown away as a whole."""


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: a test at a terminal, or one that saves, waits for a good part of its time."""
    return 1 + (os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """What the tests themselves are stays to the end: no collection of garbage looks through it, nor often at all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)


@pytest.fixture(scope="session", autouse=True)
def quick_programs() -> Iterator[None]:
    """A program under test does no work that no test looks at."""
    with spared():
        yield


@pytest.fixture(autouse=True)
def english() -> None:
    """Each test begins in English."""
    speak("en")
