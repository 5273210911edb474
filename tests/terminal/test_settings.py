"""Settings in a real terminal: no colour where none is wanted, the mouse on a key, a wrong file told before all."""

import re
from pathlib import Path

from tests.terminal.session import in_terminal

_COLOUR = re.compile(rb"\x1b\[(?:[0-9]*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]+)*m")


def written(directory: Path, text: str) -> str:
    """A settings file; gives the directory to name for it."""
    file = directory / "config" / "okrtui" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    return str(directory / "config")


def test_no_color_sends_not_one_colour(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo", NO_COLOR="1") as session:
        session.wait_for("1.1 Increase")
        session.press("j", "?")
        session.wait_for("Keys and marks")
        session.press("esc")
        session.wait_for("Keys and marks", gone=True)
        session.press("q")
        assert session.wait_for_end() == 0
    assert _COLOUR.findall(session.sent_by_program) == []
    assert b"\x1b[7m" in session.sent_by_program or b";7m" in session.sent_by_program, "the cursor is reversed"


def test_the_settings_go_before_no_color(tmp_path: Path) -> None:
    config = written(tmp_path, "colours = 16\n")
    with in_terminal(tmp_path, "demo", NO_COLOR="1", XDG_CONFIG_HOME=config) as session:
        session.wait_for("1.1 Increase")
        session.press("q")
        assert session.wait_for_end() == 0
    sent = _COLOUR.findall(session.sent_by_program)
    assert sent
    assert not any(b"38;" in code or b"48;" in code for code in sent)


def test_a_key_turns_the_mouse_on_and_it_is_off_again_at_the_end(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("1.1 Increase")
        assert b"\x1b[?1000h" not in session.sent_by_program
        session.press("M")
        session.wait_for("the mouse puts the cursor now")
        session.send(b"\x1b[<0;21;5M\x1b[<0;21;5m")
        session.wait_for("space fold", gone=True)  # an action was clicked, and cannot be folded
        session.press("M")
        session.wait_for("the terminal's again")
        session.press("M")
        session.wait_for("the mouse puts the cursor now")
        session.press("q")
        assert session.wait_for_end() == 0
        session.assert_terminal_given_back()


def test_keys_that_cannot_be_are_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    config = written(tmp_path, '[keys]\nundo = "alt+u"\n')
    with in_terminal(tmp_path, "demo", XDG_CONFIG_HOME=config) as session:
        assert session.wait_for_end() == 2
        assert "config.toml, line 2, keys.undo: alt+u does not arrive" in " ".join(session.text.split())
        session.assert_terminal_given_back()
