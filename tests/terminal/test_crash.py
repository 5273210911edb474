"""An error inside the program: one sentence, the terminal given back, nothing of the plan shown, nothing lost."""

from pathlib import Path

import pytest

from tests.terminal.session import in_terminal

SECRET = "Zwischenfinanzierung"
"""A word that stands in the plan and in the broken function, and nowhere that a stranger looks."""

BROKEN = f"""
import asyncio, sys, threading
from okrtui.cli import main
from okrtui.tui.app import OkrtuiApp
from okrtui.tui.forms.item_form import ItemForm
from okrtui.tui.terminal.driver import TerminalDriver
from okrtui.tui.views.main import MainScreen

def boom(*_):
    secret = "{SECRET}"
    raise ValueError(secret)

def in_thread(*_):
    threading.Thread(target=boom).start()

def in_task(screen):
    async def go(): boom()
    asyncio.create_task(go())

def in_worker(screen):
    async def go(): boom()
    screen.run_worker(go())

def in_timer(screen):
    screen.set_timer(0.01, boom)

def in_driver(driver, messages):
    for message in messages:
        boom() if getattr(message, "key", "") == "question_mark" else driver.process_message(message)

def in_form(*_):
    ItemForm.heading = boom
"""

WAYS = {
    "a handler": "MainScreen.action_help = boom",
    "a timer": "MainScreen.action_help = in_timer",
    "a worker": "MainScreen.action_help = in_worker",
    "a thread": "MainScreen.action_help = in_thread",
    "a task": "MainScreen.action_help = in_task",
    "what reads the keys": "TerminalDriver._hand_on = in_driver",
    "a form being composed": "MainScreen.action_help = in_form",
}


@pytest.mark.parametrize("way", WAYS)
def test_an_error_anywhere_ends_in_one_sentence_with_the_plan_safe(tmp_path: Path, way: str) -> None:
    program = f"{BROKEN}\n{WAYS[way]}\nsys.exit(main())"
    with in_terminal(tmp_path, "--data", str(tmp_path), "demo", program=["-c", program]) as session:
        session.wait_for("1.1 Increase")
        session.press("o", SECRET, "enter", "enter")
        session.wait_for(f'saved: added "{SECRET}"')
        before = len(session.sent_by_program)
        session.press("?", "e")
        assert session.wait_for_end() == 70
        session.assert_terminal_given_back()
        said = session.sent_by_program[before:].rpartition(b"\x1b[?1049l")[2].decode()
    (crash,) = (tmp_path / ".okrtui").glob("crash-*.txt")
    assert "okrtui made a mistake and had to stop (ValueError)" in said
    assert str(crash) in said
    assert said.count("\n") == 2
    assert crash.stat().st_mode & 0o777 == 0o600
    assert "in boom" in crash.read_text()
    for text in (said, crash.read_text()):
        assert SECRET not in text
        assert "Traceback" not in text
    assert SECRET in (tmp_path / "2026-Q4.toml").read_text()


def test_a_program_that_was_updated_under_a_running_one_says_so(tmp_path: Path) -> None:
    program = f"{BROKEN}\ndef gone(*_): raise ImportError\nMainScreen.action_help = gone\nsys.exit(main())"
    with in_terminal(tmp_path, "--data", str(tmp_path), "demo", program=["-c", program]) as session:
        session.wait_for("1.1 Increase")
        session.press("?")
        assert session.wait_for_end() == 70
        session.assert_terminal_given_back()
        assert b"okrtui was changed while it ran: start it again." in session.sent_by_program


def test_an_error_before_the_first_screen_is_told_the_same_way(tmp_path: Path) -> None:
    program = f"{BROKEN}\nMainScreen.compose = boom\nsys.exit(main())"
    with in_terminal(tmp_path, "demo", program=["-c", program]) as session:
        assert session.wait_for_end() == 70
        session.assert_terminal_given_back()
        assert b"okrtui made a mistake" in session.sent_by_program
        assert SECRET.encode() not in session.sent_by_program


def test_what_was_being_written_when_it_broke_is_kept(tmp_path: Path) -> None:
    program = f"{BROKEN}\nItemForm.action_save = boom\nsys.exit(main())"
    with in_terminal(tmp_path, "demo", program=["-c", program]) as session:
        session.wait_for("1.1 Increase")
        session.press("e", "Half a thought ", "ctrl+s")
        assert session.wait_for_end() == 70
    (draft,) = tmp_path.glob("home/**/.okrtui/drafts/*.toml")
    assert "Half a thought" in draft.read_text()
