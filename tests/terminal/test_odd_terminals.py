"""Windows of any size, terminals that say nonsense, environments that lie: the program goes on, and nothing is lost."""

import os
from pathlib import Path

import pytest

from tests.terminal.session import PROGRAM, in_terminal

GROWS_WHEN_ASKED = """
import fcntl, os, runpy, shutil, struct, termios
asked = shutil.get_terminal_size
def grow(*default):
    size = asked(*default)
    if size == (60, 20):
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    return size
shutil.get_terminal_size = grow
runpy.run_module("okrtui", run_name="__main__")
"""
"""The program at a window of 60 columns that has 120 by the time that its size is known."""


def test_a_window_of_any_size_keeps_what_is_half_written(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("1.1 Increase")
        session.press("o", "Half a title")
        session.wait_for("Half a title")
        for columns, rows in ((1, 1), (40, 10), (500, 300), (20, 5)):
            session.resize(columns, rows)
        session.wait_for("too small")
        session.resize(80, 24)
        session.wait_for("Half a title")
        session.press("enter")
        session.wait_for('saved: added "Half a title"')
        session.resize(45, 10)
        session.wait_for("too small")
        session.press("q")
        assert session.wait_for_end() == 0
        session.assert_terminal_given_back()


def test_a_window_that_changes_while_its_size_is_asked_for_is_drawn_as_it_is_in_the_end(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo", program=["-c", GROWS_WHEN_ASKED]) as session:
        session.wait_for("1.1 Increase")
        assert "2 off track" not in session.text
        session.resize(60, 20)
        session.screen.resize(36, 120)
        session.wait_for("2 off track")
        session.press("q")
        assert session.wait_for_end() == 0


def test_nothing_that_a_terminal_sends_ends_the_program(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("1.1 Increase")
        session.send(b"\xe9\xff\xc3(\x1b[9999999999u\x1b[<0;0;0M\x1b[48;99999;99999;0;0t\x1b[?2048;9$y")
        session.send(b"\x1b[" + b"9" * 200)
        session.send(b"\x1b[200~" + os.urandom(64).replace(b"\x1b", b"") + b"\x1b[201~")
        session.press("g", "o")
        session.wait_for("where to go")
        session.press("Still here", "enter", "enter")
        session.wait_for('saved: added "Still here"')
        session.press("q")
        assert session.wait_for_end() == 0


@pytest.mark.parametrize(
    "environ",
    [
        {"COLUMNS": "100000", "LINES": "100000"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["a size that cannot be", "no UTF-8"],
)
def test_an_environment_that_lies_does_no_harm(tmp_path: Path, environ: dict[str, str]) -> None:
    with in_terminal(tmp_path, "demo", size=(80, 24), program=PROGRAM, **environ) as session:
        session.wait_for("1.1 Increase")
        session.press("o")
        session.press("Grow", "enter", "enter")
        session.wait_for('saved: added "Grow"')
        session.press("q")
        assert session.wait_for_end() == 0
