"""In a real terminal: from an empty directory to a SMART plan on disk, and back again."""

from decimal import Decimal
from pathlib import Path

from okrtui.storage.codec import decode
from tests.terminal.session import in_terminal


def test_a_plan_made_by_keyboard_is_on_disk_and_there_at_the_next_start(tmp_path: Path) -> None:
    with in_terminal(tmp_path) as session:
        session.wait_for("plans a quarter as OKRs")
        session.press("enter")
        session.wait_for("Nothing is planned yet")
        session.press("o")
        session.wait_for("where to go")
        session.press("Build a new demand channel", "enter", "enter")
        session.wait_for('saved: added "Build a new demand channel"')
        session.press("A")
        session.wait_for("a result that can be counted")
        session.press("Increase MQLs from inbound", "tab")
        session.wait_for("New key result")
        session.press("tab", "A contact that asked for a demo", "tab", "tab", "20", "tab", "30", "tab", "MQLs")
        session.press("tab", "CRM", "tab", "tab", "6", "tab", "tab", "Two tracks are funded", "tab", "tab", "31 Dec")
        session.wait_for("S M A R T")
        session.press("ctrl+s")
        session.wait_for("saved: added")
        session.press("A")
        session.wait_for("a step towards")
        session.press("Draft the nurture plan", "enter", "enter")
        session.wait_for('saved: added "Draft the nurture plan"')
        session.press("q")
        assert session.wait_for_end() == 0
    path = tmp_path / "plans" / "2026-Q4.toml"
    (objective,) = decode(path.read_bytes(), path).objectives
    (result,) = objective.key_results
    assert (objective.title, result.title) == ("Build a new demand channel", "Increase MQLs from inbound")
    assert (result.baseline, result.target, result.unit, result.confidence) == (Decimal(20), Decimal(30), "MQLs", 6)
    assert [action.title for action in result.actions] == ["Draft the nurture plan"]
    saved = path.read_bytes()
    with in_terminal(tmp_path) as session:
        for text in ("1 Build a new demand channel", "1.1 Increase MQLs from inbound", "Draft the nurture plan"):
            session.wait_for(text)
        session.wait_for("SMART")
        session.press("q")
        assert session.wait_for_end() == 0
    assert path.read_bytes() == saved
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_keys_typed_ahead_on_a_slow_line_land_where_they_were_meant(tmp_path: Path) -> None:
    with in_terminal(tmp_path) as session:
        session.wait_for("plans a quarter as OKRs")
        session.press("enter", "o", "Win the trust of larger customers", "enter", "enter", "A", "Sign 9 partners")
        session.press("tab", "tab", "A signed contract", "ctrl+s", "A", "Draft the offer", "enter", "Send it", "enter")
        session.press("enter", "k", "enter", " again", "enter", "q")
        assert session.wait_for_end() == 0
    path = tmp_path / "plans" / "2026-Q4.toml"
    (objective,) = decode(path.read_bytes(), path).objectives
    (result,) = objective.key_results
    assert (objective.title, result.title) == ("Win the trust of larger customers", "Sign 9 partners")
    assert result.definition == "A signed contract"
    assert [action.title for action in result.actions] == ["Draft the offer again", "Send it"]


def test_the_terminal_is_left_as_it_was_found(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("Build a new channel for inbound demand")
        session.press("q")
        assert session.wait_for_end() == 0
        for mode in (b"?1049", b"?1000", b"?2004", b"?1004"):
            assert session.sent_by_program.count(b"\x1b[" + mode + b"h") <= session.sent_by_program.count(
                b"\x1b[" + mode + b"l"
            )
        assert session.sent_by_program.rindex(b"\x1b[?25h") > session.sent_by_program.rindex(b"\x1b[?25l")


def test_ctrl_e_takes_a_text_from_the_persons_own_editor(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'from the editor\\nsecond line\\n' > \"$1\"\n")
    editor.chmod(0o700)
    with in_terminal(tmp_path, "demo", EDITOR=str(editor)) as session:
        session.wait_for("Build a new channel for inbound demand")
        session.press("e")
        session.wait_for("Objective 1")
        session.press("tab", "tab", "ctrl+e")
        session.wait_for("from the editor")
        session.wait_for("second line")
        session.press("ctrl+s")
        session.wait_for("saved: changed")
        session.press("q")
        assert session.wait_for_end() == 0


def test_a_file_edited_to_nonsense_comes_back_with_its_error(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'quarter = soon\\n' > \"$1\"\n")
    editor.chmod(0o700)
    with in_terminal(tmp_path, "demo", EDITOR=str(editor)) as session:
        session.wait_for("Build a new channel for inbound demand")
        session.press("E")
        session.wait_for("It cannot be read")
        session.wait_for("line 1")
        session.press("d")
        session.wait_for("1.1 Increase")
        session.press("q")
        assert session.wait_for_end() == 0
