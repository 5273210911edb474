"""In terminals of all kinds: one starts, changes a title and leaves; the title is saved, the terminal as it was."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode, encode
from tests.support.plans import small_plan
from tests.terminal.session import Session, in_terminal

NO_UTF8: dict[str, Any] = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"}
TERMINALS = {
    "xterm": {"TERM": "xterm"},
    "the Linux console": {"TERM": "linux"},
    "no UTF-8": NO_UTF8,
    "no UTF-8, and Python does not pretend": {**NO_UTF8, "PYTHONCOERCECLOCALE": "0"},
    "no colours": {"NO_COLOR": "1"},
}
_COLOUR = re.compile(rb"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
_MANY_COLOURS = re.compile(rb"\x1b\[(?:[0-9]+;)*[34]8;[25];")


def put(directory: Path, title: str = "") -> None:
    """Put a plan there, its first objective with a title of its own."""
    plan = small_plan()
    first = plan.objectives[0]
    path = directory / "plans" / f"{plan.quarter}.toml"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(encode(plan.replace(objectives=(first.replace(title=title or first.title), *plan.objectives[1:]))))


def title(directory: Path) -> str:
    """The title of the first objective, as it is on the disk."""
    path = directory / "plans" / f"{Quarter(2026, 4)}.toml"
    return decode(path.read_bytes(), path).objectives[0].title


def change_the_title(session: Session) -> None:
    """Add two words to the title of the first objective, and leave."""
    session.wait_for("? help")
    session.press("enter", " this year", "enter")
    session.wait_for("saved: ")
    session.press("q")


@pytest.mark.parametrize("environ", TERMINALS.values(), ids=TERMINALS)
def test_a_title_is_changed_and_the_terminal_given_back(tmp_path: Path, environ: dict[str, Any]) -> None:
    put(tmp_path)
    before = title(tmp_path)
    with in_terminal(tmp_path, **environ) as session:
        change_the_title(session)
        assert session.wait_for_end() == 0
        session.assert_terminal_given_back()
    assert title(tmp_path) == f"{before} this year"


def test_without_utf8_the_terminal_gets_nothing_but_ascii(tmp_path: Path) -> None:
    put(tmp_path, "Zürich vor 東京 · endlich")
    with in_terminal(tmp_path, **NO_UTF8) as session:
        session.wait_for("Zurich vor ???? . endlich")
        session.press("?")
        session.wait_for("Keys and marks")
        session.press("esc")
        session.wait_for("Keys and marks", gone=True)
        session.press("3")
        session.wait_for("in the plan")
        session.press("q")
        assert session.wait_for_end() == 0
        assert session.sent_by_program.isascii()
    assert title(tmp_path) == "Zürich vor 東京 · endlich"


def test_the_linux_console_gets_no_marks_that_its_font_lacks(tmp_path: Path) -> None:
    put(tmp_path, "Zürich vor allem")
    with in_terminal(tmp_path, TERM="linux") as session:
        session.wait_for("Zürich vor allem")
        session.press("3")
        session.wait_for("in the plan")
        assert session.text.replace("ü", "").isascii()
        session.press("q")
        assert session.wait_for_end() == 0


def test_a_terminal_gets_only_the_colours_it_is_to_have(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "home" / ".config" / "okrtui").mkdir(parents=True)
    settings = tmp_path / "home" / ".config" / "okrtui" / "config.toml"
    sent = {}
    for colours in ("16", "256", "none"):
        settings.write_text(f'colours = "{colours}"\n')
        with in_terminal(tmp_path) as session:
            session.wait_for("? help")
            session.press("q")
            assert session.wait_for_end() == 0
            sent[colours] = session.sent_by_program
    assert _MANY_COLOURS.search(sent["256"])
    assert _COLOUR.search(sent["16"])
    assert not _MANY_COLOURS.search(sent["16"])
    assert not _COLOUR.search(sent["none"])


INSIDE = {
    "tmux": ["tmux", "-L", "okrtui", "-f", "/dev/null", "new-session", "./inside"],
    "screen": ["screen", "-c", "/dev/null", "./inside"],
}
"""Programs in whose windows others run, with their usual settings."""
END = {"tmux": ["tmux", "-L", "okrtui", "kill-server"], "screen": ["screen", "-X", "quit"]}
"""What ends the part of them that outlives its terminal."""
_INSIDE = """\
#!/bin/sh
echo before
stty -a > before
{python} -m okrtui
echo "left with $?"
stty -a > after
read line
"""


@pytest.mark.parametrize("name", INSIDE)
def test_inside_of_others_a_title_is_changed_and_the_window_given_back(tmp_path: Path, name: str) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"there is no {name} here")
    put(tmp_path)
    before = title(tmp_path)
    script = tmp_path / "inside"
    script.write_text(_INSIDE.format(python=sys.executable))
    script.chmod(0o755)
    sockets = tmp_path / "s"
    sockets.mkdir(mode=0o700)
    start = f"import os; os.chdir({str(tmp_path)!r}); os.execvp({name!r}, {INSIDE[name]!r})"
    around: dict[str, Any] = {"TMUX_TMPDIR": str(sockets), "SCREENDIR": str(sockets)}
    try:
        with in_terminal(tmp_path, program=("-c", start), **around) as session:
            change_the_title(session)
            session.wait_for("left with 0")
            assert "Not now" not in session.text, "what was drawn stays behind"
            session.press("enter")
            assert session.wait_for_end() == 0
    finally:
        subprocess.run(END[name], env={**os.environ, **around}, check=False, capture_output=True)
    assert title(tmp_path) == f"{before} this year"
    assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text()
