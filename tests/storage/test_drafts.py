"""What was being written is kept apart from the plan, offered once its session has ended, and never in the way."""

import subprocess
import sys
from pathlib import Path

from okrtui.model.quarter import Quarter
from okrtui.storage.drafts import Draft, Drafts

Q4 = Quarter(2026, 4)
DRAFT = Draft(Q4, "key result", "kr0001", "ob0001", 2, {"title": "Half", "notes": "two\nlines \x1b[31m"})


def test_a_draft_comes_back_as_it_was_written(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "plans")
    assert drafts.left_behind(Q4) == []
    drafts.keep(DRAFT)
    assert drafts.left_behind(Q4) == [DRAFT]
    assert drafts.left_behind(Quarter(2027, 1)) == []
    (path,) = (tmp_path / "plans" / ".okrtui" / "drafts").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600


def test_writing_on_replaces_the_draft_and_saving_forgets_it(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "plans")
    drafts.keep(DRAFT)
    later = Draft(Q4, "key result", "kr0001", "ob0001", 2, {"title": "Half a title"})
    drafts.keep(later)
    assert drafts.left_behind(Q4) == [later]
    drafts.drop(later)
    drafts.drop(later)
    assert drafts.left_behind(Q4) == []


def test_a_draft_that_is_set_apart_outlives_what_is_written_next_and_is_there_once_its_session_has_ended(
    tmp_path: Path,
) -> None:
    drafts, later = Drafts(tmp_path / "plans"), Draft(Q4, "key result", "kr0001", "ob0001", 2, {"title": "Another"})
    drafts.keep(DRAFT)
    first = drafts.set_apart(DRAFT)
    drafts.keep(later)
    second = drafts.set_apart(later)
    assert drafts.left_behind(Q4) == [], "this session knows what becomes of them"
    assert Drafts(tmp_path / "plans").left_behind(Q4) == [DRAFT, later]
    drafts.drop(first)
    assert Drafts(tmp_path / "plans").left_behind(Q4) == [later]
    drafts.drop(second)
    assert list((tmp_path / "plans" / ".okrtui" / "drafts").iterdir()) == []


def test_what_another_window_is_writing_now_is_not_offered_until_it_has_ended(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.storage.test_drafts import DRAFT, Drafts;"
        "Drafts(Path(sys.argv[1])).keep(DRAFT); print('kept', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "plans")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == b"kept\n"
        assert Drafts(tmp_path / "plans").left_behind(Q4) == []
        other.kill()
        other.wait()
    assert Drafts(tmp_path / "plans").left_behind(Q4) == [DRAFT]


def test_a_draft_that_cannot_be_read_is_left_out_and_names_cannot_leave_the_folder(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "plans")
    drafts.keep(Draft(Q4, "action", "../../x/y", "", 0, {"title": "a"}))
    folder = tmp_path / "plans" / ".okrtui" / "drafts"
    drafts.keep(Draft(Q4, "../../action", "", "", 0, {"title": "b"}))
    assert {path.name.rpartition("-")[0] for path in folder.iterdir()} == {"2026-Q4-action-xy", "2026-Q4-action"}
    for number, text in enumerate(("nonsense", "kind = 5\nindex = 0\n[texts]\n", 'texts = "x"\nindex = 1\n')):
        (folder / f"2026-Q4-bad{number}.toml").write_text(text)
    assert len(drafts.left_behind(Q4)) == 2
