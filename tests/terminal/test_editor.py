"""The person's own editor: private, without a shell, and nothing that was written in it is lost."""

import signal
import sys
from pathlib import Path

import pytest

from okrtui.model.plan import Objective, Plan
from okrtui.storage.codec import decode
from okrtui.storage.repository import Repository
from tests.support.desk import clock
from tests.support.plans import small_plan
from tests.terminal.session import Session, in_terminal, wait_until
from tests.terminal.test_endings import SOON


def editor(directory: Path, *lines: str) -> str:
    """The command of an editor that does these things with the file ``$1``."""
    path = directory / "my editor"
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(0o700)
    return f"'{path}' --wait"


def start(directory: Path) -> Path:
    """Put a plan into the data directory."""
    Repository(directory / "plans", clock).create(small_plan())
    return directory / "plans" / "2026-Q4.toml"


def on_disk(path: Path) -> Plan:
    return decode(path.read_bytes(), path)


def opened(session: Session) -> None:
    session.wait_for("every change is saved at once")


def test_the_editor_is_given_a_private_file_and_nothing_else(tmp_path: Path) -> None:
    path = start(tmp_path)
    told = tmp_path / "told"
    look = [
        f'exec > "{told}"',
        'echo "$@"',
        'eval file=\\$$#; stat -c "%a %n" "$file" "${file%/*}"',
        "find /proc/$$/fd -type l -printf 'open %l\\n'",  # a pipe here would be one of the shell's own
        "grep -E 'SigIgn' /proc/$$/status",
        f'"{sys.executable}" -m okrtui done 1.1.1 --data "{tmp_path}/plans" 2>&1 || true',
        f'"{sys.executable}" -m okrtui checkin 1.1 9 --data "{tmp_path}/plans" 2>&1',
    ]
    with in_terminal(tmp_path, EDITOR="never", VISUAL=editor(tmp_path, *look)) as session:
        opened(session)
        session.press("E")
        session.wait_for("nothing changed in the editor")
        session.press("q")
        assert session.wait_for_end() == 0
        session.assert_terminal_given_back()
    lines = told.read_text().splitlines()
    arguments, file_mode, folder_mode, ignored, *_ = [line for line in lines if not line.startswith("open ")]
    assert arguments.startswith(f"--wait {tmp_path}/plans/.okrtui/edit/")
    assert (file_mode.split()[0], folder_mode.split()[0]) == ("600", "700")
    found = {line.removeprefix("open ") for line in lines if line.startswith("open ")}
    assert {name for name in found if not name.startswith("/dev/pts/")} <= {str(told), str(tmp_path / "my editor")}
    assert not int(ignored.split()[1], 16) & (1 << signal.SIGINT - 1 | 1 << signal.SIGHUP - 1)
    assert list((tmp_path / "plans" / ".okrtui" / "edit").iterdir()) == []
    assert "9" in {str(seen.value) for found in on_disk(path).objectives[0].key_results for seen in found.check_ins}


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("no-such-editor", "no-such-editor: no such file"),
        ("vi 'unclosed", "a quote in it is not closed"),
        ("false", "false ended with an error; nothing was taken over"),
    ],
)
def test_an_editor_that_is_not_there_or_fails_is_told_and_changes_nothing(
    tmp_path: Path, command: str, said: str
) -> None:
    path = start(tmp_path)
    before = path.read_bytes()
    with in_terminal(tmp_path, EDITOR=command) as session:
        opened(session)
        session.press("E")
        session.wait_for(said)
        session.press("e")
        session.wait_for("Objective 1")
        session.press("ctrl+e")
        session.wait_for(said)
        session.press("esc")
        session.wait_for("1 Plan 2 Check-in")
        session.press("q")
        assert session.wait_for_end() == 0
    assert path.read_bytes() == before


def test_what_a_killed_editor_had_saved_is_gone_on_with(tmp_path: Path) -> None:
    path = start(tmp_path)
    first = 'grep -q "By hand" "$2" && exit 0; sed -i "s/^title = .*/title = \\"By hand\\"/" "$2"; kill -9 $$'
    with in_terminal(tmp_path, EDITOR=editor(tmp_path, first)) as session:
        opened(session)
        session.press("E")
        session.wait_for("was ended from outside")
        session.press("E")
        session.wait_for("saved: edited the file by hand")
        session.press("q")
        assert session.wait_for_end() == 0
    assert on_disk(path).objectives[0].title == "By hand"


def test_nonsense_comes_back_with_its_error_and_another_windows_change_is_kept(tmp_path: Path) -> None:
    path = start(tmp_path)
    steps = [
        'grep -q "^mend" "$2" || { sed -i "s/^title = .*/title = \\"By hand\\"/; 1i mend me" "$2"; exit 0; }',
        'sed -i "/^mend/d" "$2"',
    ]
    with in_terminal(tmp_path, EDITOR=editor(tmp_path, *steps)) as session:
        opened(session)
        session.press("E")
        session.wait_for("It cannot be read")
        session.wait_for("line 1")
        session.press("esc")
        session.wait_for("your edit is kept")
        elsewhere = Repository(tmp_path / "plans", clock)
        elsewhere.update(
            small_plan().quarter,
            lambda plan: plan.replace(objectives=(*plan.objectives, Objective(id="other1", title="From elsewhere"))),
        )
        session.wait_for("From elsewhere")
        session.press("E")
        session.wait_for("saved: edited the file by hand")
        session.press("q")
        assert session.wait_for_end() == 0
    titles = [objective.title for objective in on_disk(path).objectives]
    assert titles[0] == "By hand"
    assert titles[-1] == "From elsewhere"


def test_a_field_that_comes_back_as_no_text_can_be_edited_again(tmp_path: Path) -> None:
    path = start(tmp_path)
    steps = ['grep -q "Fine" "$2" || { printf "Fine \\351" > "$2"; exit 0; }', 'printf "Fine now" > "$2"']
    with in_terminal(tmp_path, EDITOR=editor(tmp_path, *steps)) as session:
        opened(session)
        session.press("e")
        session.wait_for("Objective 1")
        session.press("ctrl+e")
        session.wait_for("not UTF-8 text")
        session.press("ctrl+e")
        session.wait_for("Fine now")
        session.press("ctrl+s")
        session.wait_for("saved: ")
        session.press("q")
        assert session.wait_for_end() == 0
    assert on_disk(path).objectives[0].title == "Fine now"


@pytest.mark.parametrize("key", ["E", "ctrl+e"])
def test_the_line_drops_while_the_editor_is_open_and_what_it_had_saved_is_offered(tmp_path: Path, key: str) -> None:
    start(tmp_path)
    ready = tmp_path / "ready"
    write = "printf 'By hand' > \"$2\"" if key == "ctrl+e" else 'sed -i "s/^title = .*/title = \\"By hand\\"/" "$2"'
    with in_terminal(tmp_path, EDITOR=editor(tmp_path, write, f'touch "{ready}"', "exec sleep 60")) as session:
        opened(session)
        if key == "ctrl+e":
            session.press("e")
            session.wait_for("Objective 1")
        session.press(key)
        wait_until(ready.exists)
        session.hang_up()
        assert session.wait_for_end(SOON) == 128 + signal.SIGHUP
    with in_terminal(tmp_path, EDITOR="true") as session:
        session.wait_for("This was being written when okrtui ended")
        session.press("o")
        if key == "ctrl+e":
            session.wait_for("By hand")
            session.press("ctrl+s")
        session.wait_for("saved: ")
        session.press("q")
        assert session.wait_for_end() == 0
    assert on_disk(tmp_path / "plans" / "2026-Q4.toml").objectives[0].title == "By hand"
