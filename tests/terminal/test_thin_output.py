"""In a real terminal: the screen is the same whether all that is drawn is sent or only what changed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest

from tests.terminal.session import Session, in_terminal

LARGE, SMALL = (100, 30), (80, 24)
PEOPLE = "計画 für é ﷺ"
ODD = ("-m", "tests.terminal.odd_output")
"""A program that sends what no frame of Textual's holds."""


def cells(session: Session) -> list[list[tuple[object, ...]]]:
    """Every cell as it is seen: of an empty one that is the background alone."""
    screen = session.screen
    return [[_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


def _seen(char: pyte.screens.Char) -> tuple[object, ...]:
    unseen = char.data == " " and not (char.underscore or char.reverse or char.strikethrough)
    return (" ", char.bg) if unseen else tuple(char)


@contextmanager
def stock_and_thin(directory: Path, size: tuple[int, int]) -> Iterator[tuple[Session, Session]]:
    """The example opened twice, once with all that is drawn sent and once with what changed."""
    for name, line in (("stock", "thin_output = false\n"), ("thin", "")):
        (directory / name / "config" / "okrtui").mkdir(parents=True)
        (directory / name / "config" / "okrtui" / "config.toml").write_text(line)
    stock, thin = directory / "stock", directory / "thin"
    with (
        in_terminal(stock, "demo", size=size, XDG_CONFIG_HOME=str(stock / "config")) as one,
        in_terminal(thin, "demo", size=size, XDG_CONFIG_HOME=str(thin / "config")) as other,
    ):
        yield one, other


def assert_same(stock: Session, thin: Session, text: str) -> None:
    """Both come to show a text, and the same around it."""
    for session in (stock, thin):
        session.wait_for(text)
    thin.wait_until(lambda: stock.read_at_once() or cells(thin) == cells(stock))


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_the_same_keys_give_the_same_screens(tmp_path: Path, size: tuple[int, int]) -> None:
    with stock_and_thin(tmp_path, size) as sessions:
        assert_same(*sessions, "1.1 Increase")
        for keys, text in (
            (["j"] * 3, "1.1 "),
            (["G"], "4.3 "),
            (["k"] * 12, "which company goal"),
            (["g", "-"], "▶ 1 "),
            (["o", PEOPLE], "für"),
            (["enter", "enter"], "saved: added"),
            (["3"], "of the way"),
            (["4"], "This week"),
            (["1", "e"], "ctrl+s save"),
        ):
            for session in sessions:
                session.press(*keys)
            assert_same(*sessions, text)
        stock, thin = sessions
        assert len(thin.sent_by_program) < len(stock.sent_by_program) / 3


def test_a_window_that_changes_its_size_is_drawn_whole(tmp_path: Path) -> None:
    with stock_and_thin(tmp_path, SMALL) as sessions:
        assert_same(*sessions, "1.1 Increase")
        for size in ((110, 30), (70, 20), SMALL):
            for session in sessions:
                session.screen.reset()
                session.resize(*size)
            assert_same(*sessions, "1.1 ")


def test_after_the_shell_the_screen_is_drawn_whole(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("f: 6 more to look at")  # the coach has looked at the plan, too
        before = cells(session)
        session.press("ctrl+z")
        session.wait_for_stop()
        session.screen.reset()
        session.send_signal(signal.SIGCONT)
        session.wait_until(lambda: cells(session) == before)


def test_ctrl_l_mends_a_screen_that_something_wrote_on_in_forms_too(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "demo") as session:
        session.wait_for("every change is saved at once")
        for keys, text in (((), "1.1 Increase"), (("e",), "Objective 1")):
            session.press(*keys)
            session.wait_for(text)
            session.screen.reset()
            session.press("\x0c")
            session.wait_for(text)
            assert not session.text.startswith(" " * 80)


def test_what_it_does_not_know_is_sent_unchanged_and_drawn_over(tmp_path: Path) -> None:
    with (
        in_terminal(tmp_path, "stock", program=ODD) as stock,
        in_terminal(tmp_path, "thin", program=ODD) as thin,
    ):
        assert_same(stock, thin, "begun")
        for number in range(5):
            for session in (stock, thin):
                session.press("x")
            assert_same(stock, thin, f"drawn {number}")
        for sequence in (
            b"\x07",
            b"\x1b]52;c;dGhlIHBsYW4=\x07",
            b"\x1b[3@",
            b"\x1b[4:3m",
            b"\x1b]8;;https://example.org\x1b\\",
        ):
            assert thin.sent_by_program.count(sequence) == stock.sent_by_program.count(sequence) > 0


def test_keys_are_done_while_the_terminal_takes_nothing_and_then_the_newest_is_shown(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "--data", str(tmp_path / "plans"), "demo") as session:
        session.wait_for("1.1 Increase")
        session.stall()
        (path,) = (tmp_path / "plans").glob("*.toml")
        session.press(*(["j", "k"] * 60), "o", "Said while it hung", "enter")
        session.wait_until(lambda: "Said while it hung" in path.read_text())
        sent = len(session.sent_by_program)
        session.go_on()
        session.wait_for("Said while it hung")
        assert len(session.sent_by_program) - sent < 10_000


def test_the_first_picture_of_a_plan_is_whole(tmp_path: Path) -> None:
    """No tree that flashes up without its head, its detail and its keys: they come in one frame."""
    seen = pyte.Screen(*LARGE)
    stream = pyte.ByteStream(seen)
    with in_terminal(tmp_path, "demo", size=LARGE) as session:
        session.send(b"\x1b[?2026;2$y")  # this terminal shows a frame when it is there as a whole
        session.wait_for("1.1 Increase")
        session.wait_for("saved at once")
        _, *frames = session.sent_by_program.split(b"\x1b[?2026h")
    for frame in frames:
        stream.feed(frame.split(b"\x1b[?2026l")[0])
        if any("1.1 Increase" in line for line in seen.display):
            break
    assert "Progress" in seen.display[1]
    assert any("│ Serves" in line for line in seen.display)
    assert "ctrl+p commands" in seen.display[-1]
