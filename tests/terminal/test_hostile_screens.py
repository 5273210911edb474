"""Whatever a file holds, the terminal is sent words and the program's own sequences, on every screen."""

import datetime as dt
import re
from pathlib import Path

import pytest

from okrtui.storage.codec import encode
from tests.support.hostile import hostile_plan
from tests.terminal.session import in_terminal

OWN = re.compile(
    rb"\x1b\[[0-9;:]*m"  # colours
    rb"|\x1b\[[0-9;]*[HKXABCDGdJrLMPST@]"  # where to write, what to erase or move
    rb"|\x1b\[\?[0-9;]+[hl]|\x1b\[\?[0-9]+\$p|\x1b\[[<>=][0-9]*u"  # modes
    rb"|\x1b\]22;[a-z]*(?:\x07|\x1b\\)"  # the shape of the pointer
    rb"|\x1b\(B|\x0f|\r|\n|\x08"
)
NEVER = re.compile(
    rb"[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xf3\xa0[\x80\x81]|\x1b\[13;37H"
)
"""Control characters in seven and in eight bits, what turns text around or hides in it, and a planted sequence."""

FORM = "ctrl+e editor"
"""What the foot of a form says."""
PLANNING = [
    ("j", "e shows every field"),
    ("e esc", FORM),
    ("m esc", "Move key result under"),
    ("x esc", "Accept:"),
    ("i esc", FORM),
    (": esc", "esc leaves"),
    ("Q esc", "Quarters"),
    ("p esc", "ctrl+t template"),
    ("X", "not committed yet"),
]
ACTIVE = [
    ("H esc", "Objectives of 2026-Q4"),
    ("j", "e shows every field"),
    ("c esc", "No check-in yet"),
    ("2 esc", "0 of 9 done"),
    ("3", "pace"),
    ("4", "9 later"),
    ("5", "1 parked"),
    ("e esc", FORM),
    ("6", "Markdown"),
    ("? esc", "Moving"),
    ("Z esc", "Close 2026-Q4"),
]


@pytest.mark.parametrize(
    ("steps", "fields"),
    [(PLANNING, {}), (ACTIVE, {"phase": "active", "committed_on": dt.date(2026, 10, 1)})],
    ids=["planning", "active"],
)
def test_no_screen_sends_the_terminal_what_a_hostile_file_says(
    tmp_path: Path, steps: list[tuple[str, str]], fields: dict[str, object]
) -> None:
    path = tmp_path / "plans" / "2026-Q4.toml"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(encode(hostile_plan(**fields)))
    with in_terminal(tmp_path, size=(120, 36)) as session:
        session.wait_for("every change is saved at once")
        for keys, words in steps:
            key, _, leaving = keys.partition(" ")
            session.press(key)
            session.wait_for(words)
            if leaving:
                session.press(leaving)
                session.wait_for(words, gone=True)
        assert "␛]52;c;UFdORUQ=␇" in session.text
        session.press("q")
        assert session.wait_for_end() == 0
    left = OWN.sub(b"", session.sent_by_program)
    assert [left[max(0, at.start() - 20) : at.end() + 20] for at in NEVER.finditer(left)] == []
