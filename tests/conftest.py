"""What holds for every test."""

import os

import pytest
from hypothesis import settings

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


@pytest.fixture(autouse=True)
def english() -> None:
    """Each test begins in English."""
    speak("en")
