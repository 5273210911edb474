"""In a real terminal: what is copied reaches the person's own clipboard, as one sequence that terminals know."""

import base64
import re
from pathlib import Path

from okrtui.storage.codec import encode
from tests.report.updates import example, made
from tests.support.plans import small_plan
from tests.terminal.session import Session, in_terminal

_OSC_52 = re.compile(rb"\x1b\]52;([^;]*);([^\x07\x1b]*)\x07")


def sent(session: Session) -> list[str]:
    """What the terminal was told to put into its clipboard."""
    return [base64.b64decode(text, validate=True).decode() for _, text in _OSC_52.findall(session.sent_by_program)]


def put(directory: Path, data: bytes) -> None:
    path = directory / "plans" / "2026-Q4.toml"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(data)


def stand_in_for_tmux(directory: Path, code: int) -> str:
    """A program of that name that keeps what it is given; the PATH on which it is found first."""
    tool = directory / "bin" / "tmux"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "$@" > "{directory}/arguments"\ncat > "{directory}/buffer"\nexit {code}\n')
    tool.chmod(0o755)
    return f"{tool.parent}:/usr/bin:/bin"


def test_an_item_and_the_report_are_sent_to_the_clipboard_and_only_when_asked(tmp_path: Path) -> None:
    put(tmp_path, encode(small_plan()))
    with in_terminal(tmp_path) as session:
        session.wait_for("Improve funnel")
        session.press("j")
        session.wait_for(" 1.1 Increase MQLs attributable")
        assert sent(session) == []
        session.press("y")
        session.wait_for("copied through the terminal")
        assert sent(session) == [
            "- **1.1 Increase MQLs attributable to inbound marketing from 20 to 30** "
            "(20 → 26 → 30 MQLs, on track, due 31 Dec 2026)"
        ]
        session.press("6")
        session.wait_for("# 2026-Q4: update of")
        session.press("y")
        session.wait_for("report copied; if pasting gives nothing, w writes it to a file")
        assert sent(session)[1:] == [made(small_plan(), "md").rstrip("\n")]
        session.press("q")
        assert session.wait_for_end() == 0


def test_inside_tmux_the_text_goes_through_tmux(tmp_path: Path) -> None:
    put(tmp_path, encode(example()))
    found = stand_in_for_tmux(tmp_path, 0)
    with in_terminal(tmp_path, TMUX="/tmp/tmux-0/default,1,0", PATH=found) as session:
        session.wait_for("2026-Q4 active")
        session.press("Y")
        session.wait_for("copied; if nothing pastes, 6 and w write it to a file")
        assert (tmp_path / "arguments").read_text() == "load-buffer -w -\n"
        assert (tmp_path / "buffer").read_text() == made(example(), "md").rstrip("\n")
        assert sent(session) == []


def test_a_tmux_that_cannot_is_passed_by(tmp_path: Path) -> None:
    put(tmp_path, encode(example()))
    found = stand_in_for_tmux(tmp_path, 1)
    with in_terminal(tmp_path, TMUX="/tmp/tmux-0/default,1,0", PATH=found) as session:
        session.wait_for("2026-Q4 active")
        session.press("y")
        session.wait_for("copied through the terminal")
        assert len(sent(session)) == 1
