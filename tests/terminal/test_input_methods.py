"""Writing by an input method, as in Japanese: a wide space is a letter, and the terminal knows where one writes."""

from pathlib import Path

from okrtui.storage.codec import decode
from tests.terminal.session import Session, in_terminal

TITLE, WHY = "新規　会員を増やす", "多くの　人\u200dに"


def is_at(session: Session, text: str) -> bool:
    """Whether the terminal's own cursor, where an input method shows what is being composed, is before a text."""
    cursor = session.screen.cursor
    return session.screen.display[cursor.y][cursor.x :].startswith(text)


def test_what_an_input_method_types_for_a_space_parts_the_words_in_every_field(tmp_path: Path) -> None:
    """Words that were typed apart would be glued together, and an owner behind the last of them be lost."""
    with in_terminal(tmp_path) as session:
        session.wait_for("plans a quarter as OKRs")
        session.press("enter")
        session.wait_for("Nothing is planned yet")
        session.press("o", TITLE, "enter", "enter")
        session.wait_for("saved: added")
        session.press("e", "tab", WHY, "ctrl+s")
        session.wait_for("saved: changed")
        session.press("q")
        assert session.wait_for_end() == 0
    path = tmp_path / "plans" / "2026-Q4.toml"
    (objective,) = decode(path.read_bytes(), path).objectives
    assert (objective.title, objective.why) == (TITLE, WHY)


def test_the_terminals_cursor_is_in_the_field_from_the_start(tmp_path: Path) -> None:
    """The first words would be composed in the corner of the screen, over what stands there."""
    with in_terminal(tmp_path) as session:
        session.wait_for("plans a quarter as OKRs")
        session.press("down", "enter")
        session.wait_until(lambda: is_at(session, "what this quarter is about"))
        session.press("esc")
        session.wait_for("Nothing is planned yet")
        session.press("i")
        session.wait_for("esc leave")
        session.wait_until(lambda: "focus" in session.screen.display[session.screen.cursor.y])
        session.press("esc")
        session.wait_for("Nothing is planned yet")
        session.press("q")
        assert session.wait_for_end() == 0
