"""Arabic in a terminal that turns right-to-left text round: marks keep the columns apart, and go nowhere else."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from okrtui.examples import EXAMPLE_QUARTER, example
from okrtui.storage.codec import encode
from tests.support.turning import seen
from tests.terminal.session import in_terminal

BEGIN = "\u202b".encode()
ARABIC: dict[str, Any] = {"LANG": "ar_EG.UTF-8"}
HELP, GOOD = "? مساعدة", "على المسار"


@pytest.fixture(autouse=True)
def plans(tmp_path: Path) -> Path:
    """A directory with the example in Arabic."""
    directory = tmp_path / "plans"
    directory.mkdir(mode=0o700)
    (directory / f"{EXAMPLE_QUARTER}.toml").write_bytes(encode(example("ar")))
    return directory


def test_columns_of_the_screen_stay_apart(tmp_path: Path) -> None:
    with in_terminal(tmp_path, **ARABIC) as session:
        session.wait_for(HELP)
        assert BEGIN in session.sent_by_program


def test_mlterm_which_gives_marks_a_column_is_sent_none(tmp_path: Path) -> None:
    with in_terminal(tmp_path, MLTERM="3.9.0", **ARABIC) as session:
        session.wait_for(HELP)
        assert BEGIN not in session.sent_by_program


def test_a_printed_report_reads_on_in_its_columns(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "report", "--format", "text", size=(80, 200), **ARABIC) as session:
        session.wait_for_end()
        lines = session.sent_by_program.decode().splitlines()
    titles = [seen(line) for line in lines if line.startswith("\u200e1.1  ")]
    assert titles and all(title.startswith("1.1") and title.rstrip().endswith(GOOD[::-1]) for title in titles)


def test_a_report_that_goes_to_another_program_is_text_alone(plans: Path) -> None:
    around = {"OKRTUI_DATA": str(plans), "OKRTUI_TODAY": "2026-11-12", "HOME": str(plans.parent), **ARABIC}
    words = [sys.executable, "-m", "okrtui", "report", "--format", "text"]
    piped = subprocess.run(words, env=around, capture_output=True, check=True)
    assert GOOD.encode() in piped.stdout
    assert BEGIN not in piped.stdout
