"""Two windows on one quarter, both with something half typed when the lines drop: both are offered again."""

import signal
from pathlib import Path

from okrtui.storage.codec import encode
from tests.support.check_in_plans import due_plan
from tests.terminal.session import Session, in_terminal
from tests.terminal.test_endings import SOON


def half_checked_in(session: Session, note: str) -> None:
    session.wait_for("2 due")
    session.press("2")
    session.wait_for("0 of 2 done")
    session.press("27", "enter", "enter", note)
    session.wait_for(note)


def test_both_windows_half_typed_check_ins_are_there_after_both_lines_dropped(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "2026-Q4.toml"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(encode(due_plan(2)))
    with in_terminal(tmp_path) as one, in_terminal(tmp_path) as two:
        half_checked_in(one, "what one says")
        two.wait_for("every change is saved at once")
        assert "This was being written" not in two.text
        half_checked_in(two, "what two says")
        one.send_signal(signal.SIGHUP)
        assert one.wait_for_end(SOON) == 128 + signal.SIGHUP
        two.hang_up()
        assert two.wait_for_end(SOON) == 128 + signal.SIGHUP
    kept = "".join(draft.read_text() for draft in path.parent.glob(".okrtui/drafts/*.toml"))
    assert "what one says" in kept
    assert "what two says" in kept
    with in_terminal(tmp_path) as session:
        session.wait_for("This was being written when okrtui ended")
        session.press("o")
        session.wait_for("what two says")
        session.press("enter", "enter", "enter")
        session.wait_for("1 of 2 done")
        session.press("esc")
        session.wait_for("A add below")
        session.press("2")
        session.wait_for("not saved yet")
        session.press("up")
        session.wait_for("what one says")
