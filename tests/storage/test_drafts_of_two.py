"""Two windows write at once: what either of them says is kept, and neither takes the other's."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from okrtui.model.quarter import Quarter
from okrtui.storage.drafts import Draft, Drafts

Q4 = Quarter(2026, 4)
ROOT = Path(__file__).parents[2]
WRITER = (
    "import sys; from pathlib import Path; from tests.storage.test_drafts_of_two import check_ins, Drafts;"
    "Drafts(Path(sys.argv[1])).keep(check_ins(sys.argv[2])); print('kept', flush=True); sys.stdin.read()"
)


def check_ins(note: str) -> Draft:
    """What the check-in round half typed; it is about the same thing in every window."""
    return Draft(Q4, "check-in", "checkins", "", 0, {"kr0001 note": note})


def window(directory: Path, note: str) -> subprocess.Popen[bytes]:
    """Another session that has half typed a note and goes on running."""
    command = [sys.executable, "-c", WRITER, str(directory), note]
    started = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    assert started.stdout is not None and started.stdout.readline() == b"kept\n"
    return started


def ended(started: subprocess.Popen[bytes]) -> None:
    started.kill()
    started.communicate()


def notes(drafts: Drafts) -> list[str]:
    return [draft.texts["kr0001 note"] for draft in drafts.left_behind(Q4)]


def test_both_windows_keep_their_half_typed_check_ins(tmp_path: Path) -> None:
    mine = Drafts(tmp_path)
    other = window(tmp_path, "theirs")
    mine.keep(check_ins("mine"))
    assert notes(mine) == ["mine"]
    mine.drop(check_ins("mine"))
    ended(other)
    assert notes(mine) == ["theirs"]


def test_what_is_taken_over_is_offered_to_nobody_else_and_goes_when_it_is_saved(tmp_path: Path) -> None:
    ended(window(tmp_path, "first"))
    ended(window(tmp_path, "second"))
    mine = Drafts(tmp_path)
    left = mine.left_behind(Q4)
    assert [draft.texts["kr0001 note"] for draft in left] == ["first", "second"]
    mine.take_over(check_ins("both"), left)
    assert notes(mine) == ["both"]
    other = window(tmp_path, "theirs")
    ended(other)
    mine.drop(check_ins("both"))
    assert notes(mine) == ["theirs"]


def test_a_stopped_window_still_runs(tmp_path: Path) -> None:
    other = window(tmp_path, "theirs")
    other.send_signal(signal.SIGSTOP)
    assert notes(Drafts(tmp_path)) == []
    ended(other)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not say when a process began")
def test_a_draft_is_offered_though_its_sessions_number_belongs_to_another_program_now(tmp_path: Path) -> None:
    ended(window(tmp_path, "left"))
    (path,) = (tmp_path / ".okrtui" / "drafts").iterdir()
    host = os.uname().nodename
    path.write_text("\n".join([f'owner = "1.99999999999@{host}"', *path.read_text().splitlines()[1:]]))
    assert notes(Drafts(tmp_path)) == ["left"]


def test_a_draft_of_a_program_that_is_older_than_this_rule_is_offered_and_can_be_thrown_away(tmp_path: Path) -> None:
    ended(window(tmp_path, "old"))
    (path,) = (tmp_path / ".okrtui" / "drafts").iterdir()
    path.rename(path.with_name("2026-Q4-checkins.toml"))
    mine = Drafts(tmp_path)
    (draft,) = mine.left_behind(Q4)
    mine.drop(draft)
    assert mine.left_behind(Q4) == []
