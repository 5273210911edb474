"""However the program ends: what was saved is there, what was being written is offered, the terminal is given back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from okrtui.storage.codec import decode
from okrtui.storage.lock import locked
from tests.storage.saving import clock
from tests.terminal.session import Session, in_terminal, wait_until

SOON = 6.0
"""Seconds within which the program has to be gone: twice what is promised, for busy machines."""
TURNS = 6
"""Times of turning through the views: what that draws, one screen each, does not wait in any queue."""


def half_written(session: Session) -> None:
    session.wait_for("1.1 Increase")
    session.press("j", "e")
    session.wait_for("Key result 1.1")
    session.press("tab", "tab", "tab", "tab", "tab", "tab", "Half a tho")
    session.wait_for("Half a tho")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_keeps_the_half_filled_form_and_gives_the_terminal_back(
    tmp_path: Path, number: signal.Signals
) -> None:
    with in_terminal(tmp_path, "demo") as session:
        half_written(session)
        session.send_signal(number)
        assert session.wait_for_end(SOON) == 128 + number
        session.assert_terminal_given_back()
        assert b"Traceback" not in session.sent_by_program
    (draft,) = tmp_path.glob("home/**/.okrtui/drafts/*.toml")
    assert "Half a tho" in draft.read_text()


def test_what_was_half_written_is_offered_once_and_saved_from_there(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        half_written(session)
        session.send_signal(signal.SIGTERM)
        session.wait_for_end()
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


def test_a_dropped_line_is_noticed_where_hang_ups_are_ignored_or_never_sent(tmp_path: Path) -> None:
    """As under nohup, or where the terminal is not the program's own."""
    code = tmp_path / "code"
    program = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "child = os.fork()\n"
        "if child:\n"
        f"    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])\n"
        f"    open({str(code)!r}, 'w').write(str(ended))\n"
        "else:\n"
        "    os.setsid()\n"
        "    from okrtui.cli import main\n"
        "    sys.exit(main())\n"
    )
    with in_terminal(tmp_path, "demo", program=["-c", program]) as session:
        half_written(session)
        session.hang_up()
        assert session.wait_for_end(SOON) == 0
    assert code.read_text() == str(128 + signal.SIGHUP)
    (draft,) = tmp_path.glob("home/**/.okrtui/drafts/*.toml")
    assert "Half a tho" in draft.read_text()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_on_a_stalled_line_edits_are_saved_and_a_signal_still_ends_the_program(
    tmp_path: Path, number: signal.Signals
) -> None:
    plan = tmp_path / "2026-Q4.toml"
    with in_terminal(tmp_path, "--data", str(tmp_path), "demo") as session:
        session.wait_for("1.1 Increase")
        session.stall()
        session.press(*"345" * TURNS, "1", "o", "Typed into the dark", "enter")
        wait_until(lambda: "Typed into the dark" in plan.read_text())
        session.send_signal(number)
        assert session.wait_for_end_unread(SOON) == 128 + number
        session.assert_terminal_given_back()


def test_a_signal_that_comes_while_another_window_saves_does_not_take_the_last_edit_along(tmp_path: Path) -> None:
    plan = tmp_path / "2026-Q4.toml"
    with in_terminal(tmp_path, "--data", str(tmp_path), "demo") as session:
        session.wait_for("1.1 Increase")
        with locked(tmp_path / ".okrtui", clock()):
            session.press("o", "Just in time", "enter")
            session.wait_for('saving: added "Just in time"')
            assert "Just in time" not in plan.read_text()
            session.send_signal(signal.SIGTERM)
        assert session.wait_for_end(SOON) == 128 + signal.SIGTERM
        session.assert_terminal_given_back()
    assert "Just in time" in plan.read_text()


def test_ctrl_z_gives_the_terminal_and_the_lock_back_and_fg_shows_what_came_meanwhile(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "--data", str(tmp_path), "demo") as session:
        session.wait_for("1.1 Increase")
        session.press("o", "Before lunch", "enter", "enter")
        session.wait_for('saved: added "Before lunch"')
        session.press("ctrl+z")
        session.wait_for_stop()
        session.assert_terminal_given_back()
        elsewhere = [sys.executable, "-m", "okrtui", "done", "1.1.1", "--data", str(tmp_path)]
        subprocess.run([*elsewhere, "--today", "2026-11-12"], check=True, capture_output=True, timeout=SOON)
        session.send_signal(signal.SIGCONT)
        session.wait_for("here is what another window or command changed")
        session.press("q")
        assert session.wait_for_end() == 0
        session.assert_terminal_given_back()


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="needs a shell with jobs: bash is not there")
def test_a_suspended_program_can_be_ended_from_its_shell_which_keeps_the_terminal(tmp_path: Path) -> None:
    shell = "import os; os.execv('/bin/bash', ['bash', '--norc', '-im'])"
    with in_terminal(tmp_path, program=["-c", shell], PS1="$ ") as session:
        session.wait_for("$")
        session.press(f"{sys.executable} -m okrtui demo", "enter")
        half_written(session)
        session.signal_to_job(signal.SIGTSTP)
        session.wait_for("Stopped")
        session.press("kill %1; while kill -0 %1; do :; done 2> /dev/null; echo it is $((41 + 1))", "enter")
        session.wait_for("it is 42")
        session.press("exit", "enter")
        session.wait_for_end()
    (draft,) = tmp_path.glob("home/**/.okrtui/drafts/*.toml")
    assert "Half a tho" in draft.read_text()


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
        session.press("Still here", "enter", "enter")
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


def test_a_dropped_line_keeps_the_reason_that_was_being_written(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("1.1 Increase")
        session.press("f", "x")
        session.wait_for("why it is fine as it is")
        session.press("the board as")
        session.wait_for("the board as")
        session.hang_up()
        assert session.wait_for_end() == 128 + signal.SIGHUP
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("1.1 Increase")
        session.press("f", "x")
        session.wait_for("the board as")
        session.press("ks", "enter")
        session.wait_for("saved: accepted")
    assert list(tmp_path.glob("home/**/.okrtui/drafts/*")) == []
