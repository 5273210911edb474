"""However the program ends: what was saved is there, what was being written is offered, the terminal is given back."""

import os
import signal
from pathlib import Path

import pytest

from okrtui.storage.codec import decode
from tests.terminal.session import Session, in_terminal


def half_written(session: Session) -> None:
    session.wait_for("1.1 Increase")
    session.press("j", "e")
    session.wait_for("Key result 1.1")
    session.press("tab", "tab", "tab", "tab", "tab", "tab", "Half a tho")
    session.wait_for("Half a tho")


@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_the_half_filled_form_and_gives_the_terminal_back(
    tmp_path: Path, signal_number: signal.Signals
) -> None:
    with in_terminal(tmp_path, "demo") as session:
        half_written(session)
        os.kill(session.pid, signal_number)
        assert session.wait_for_end() == 128 + signal_number
        assert session.sent_by_program.rindex(b"\x1b[?1049l") > session.sent_by_program.rindex(b"\x1b[?1049h")
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("This was being written when okrtui ended")
        session.press("o")
        session.wait_for("Half a tho")
        session.press("ctrl+s")
        session.wait_for("saved: changed")
        session.press("q")
        assert session.wait_for_end() == 0
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("every change is saved at once")


def test_a_dropped_line_ends_the_program_and_keeps_the_title_that_was_being_written(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("1.1 Increase")
        session.press("o")
        session.wait_for("where to go")
        session.press("Become the na")
        session.wait_for("Become the na")
        session.hang_up()
        assert session.wait_for_end() == 128 + signal.SIGHUP
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("Become the na")
        session.press("d")
        session.wait_for("every change is saved at once")
        session.press("q")
        assert session.wait_for_end() == 0
    (drafts,) = tmp_path.glob("home/**/.okrtui/drafts")
    assert list(drafts.iterdir()) == []


def test_a_byte_that_is_no_utf8_does_not_end_the_program(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("1.1 Increase")
        session.send(b"\xe9\xff\x1b[9999999999u")
        session.press("o")
        session.wait_for("where to go")
        session.press("Still here", "enter")
        session.wait_for('saved: added "Still here"')
        session.press("q")
        assert session.wait_for_end() == 0


def test_killed_outright_everything_that_was_said_to_be_saved_is_there(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "--data", str(tmp_path), "demo") as session:
        session.wait_for("1.1 Increase")
        session.press("o")
        session.wait_for("where to go")
        session.press("Said to be saved", "enter")
        session.wait_for('saved: added "Said to be saved"')
        os.kill(session.pid, signal.SIGKILL)
        assert session.wait_for_end() == -signal.SIGKILL
    path = tmp_path / "2026-Q4.toml"
    assert decode(path.read_bytes(), path).objectives[-1].title == "Said to be saved"
