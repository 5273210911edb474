"""The one door through which plans are read and saved."""

import datetime as dt
import hashlib
import os
import shutil
import stat
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.edits import ChangeFields, EditError
from okrtui.model.merge import merge
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import FIRST_LINE, encode
from okrtui.storage.errors import FileError, MissingError
from okrtui.storage.repository import Repository, Stored
from tests.support.plans import small_plan

Q4 = Quarter(2026, 4)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "plans", lambda: dt.datetime(2026, 11, 12, 9, tzinfo=dt.UTC))
    made.create(small_plan())
    return made


def snapshot(directory: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in [directory, *directory.rglob("*")]
    }


def test_a_created_plan_is_loaded_as_it_was(repository: Repository) -> None:
    stored = repository.load(Q4)
    digest = hashlib.sha256(repository.path(Q4).read_bytes()).hexdigest()
    assert stored == Stored(small_plan(), digest)


def test_looking_changes_no_byte_and_makes_nothing(repository: Repository, tmp_path: Path) -> None:
    before = snapshot(repository.directory)
    repository.load(Q4)
    repository.quarters()
    repository.versions(Q4)
    repository.exists(Q4)
    assert snapshot(repository.directory) == before
    nowhere = Repository(tmp_path / "not" / "there", repository._clock)
    assert nowhere.quarters() == []
    assert not nowhere.exists(Q4)
    for look in (nowhere.load, lambda quarter: nowhere.update(quarter, lambda plan: plan)):
        with pytest.raises(FileError, match="okrtui new 2026-Q4"):
            look(Q4)
    assert not (tmp_path / "not").exists()


def test_quarters_are_found_by_name_and_everything_else_is_ignored(repository: Repository) -> None:
    for name in ("2025-Q1.toml", "2026-Q3.toml", "2026-Q5.toml", "notes.toml", "2026-Q4.toml.bak", "2026-Q2"):
        (repository.directory / name).write_bytes(b"\xff not read")
    (repository.directory / "２０２６-Q1.toml").write_bytes(b"")
    assert repository.quarters() == [Quarter(2025, 1), Quarter(2026, 3), Q4]


def test_a_directory_that_is_a_file_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileError, match="cannot be read"):
        Repository(tmp_path / "a", dt.datetime.now).quarters()


def test_creating_never_replaces_a_plan(repository: Repository) -> None:
    before = snapshot(repository.directory)
    with pytest.raises(FileError, match="there already"):
        repository.create(small_plan().replace(focus="other"))
    assert repository.load(Q4).plan == small_plan()
    assert snapshot(repository.directory)[str(repository.path(Q4))] == before[str(repository.path(Q4))]


def test_a_change_is_made_to_what_is_on_the_disk_now(repository: Repository) -> None:
    seen = repository.load(Q4)
    repository.update(Q4, ChangeFields("ob0002", {"title": "Theirs"}).apply)
    mine = repository.update(Q4, ChangeFields("ob0001", {"title": "Mine"}).apply, seen)
    assert [o.title for o in mine.plan.objectives] == ["Mine", "Theirs"]
    assert repository.load(Q4) == mine


def test_bytes_that_are_known_are_not_parsed_again(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    known = repository.load(Q4)
    monkeypatch.setattr("okrtui.storage.repository.decode", None)
    saved = repository.update(Q4, lambda plan: plan.replace(focus="x"), known)
    assert saved.plan.focus == "x"


def test_a_change_of_the_same_length_in_the_same_instant_is_noticed(repository: Repository) -> None:
    known = repository.load(Q4)
    path = repository.path(Q4)
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Inbound before", b"INBOUND BEFORE"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    saved = repository.update(Q4, lambda plan: plan.replace(language="de"), known)
    assert saved.plan.focus == "INBOUND BEFORE outbound"


def test_a_change_that_changes_nothing_writes_nothing(repository: Repository) -> None:
    path = repository.path(Q4)
    path.write_bytes(b"# my comment\n" + path.read_bytes())
    before = path.read_bytes()
    repository.update(Q4, lambda plan: plan.replace(focus=plan.focus))
    assert path.read_bytes() == before
    assert repository.versions(Q4) == []


def test_comments_lost_by_a_save_are_in_the_history(repository: Repository) -> None:
    path = repository.path(Q4)
    path.write_bytes(b"# my comment\n" + path.read_bytes())
    before = path.read_bytes()
    repository.update(Q4, lambda plan: plan.replace(focus="x"))
    assert path.read_bytes().decode().startswith(FIRST_LINE)
    assert repository.versions(Q4)[0].path.read_bytes() == before


def test_a_change_of_decimals_alone_is_saved(repository: Repository) -> None:
    repository.update(Q4, ChangeFields("kr0001", {"target": Decimal("30.0")}).apply)
    assert b"target = 30.0\n" in repository.path(Q4).read_bytes()


def test_an_edit_that_cannot_be_done_leaves_the_file_alone(repository: Repository) -> None:
    before = repository.path(Q4).read_bytes()
    with pytest.raises(EditError):
        repository.update(Q4, ChangeFields("gone", {"title": "x"}).apply)
    assert repository.path(Q4).read_bytes() == before
    assert repository.versions(Q4) == []
    repository.update(Q4, lambda plan: plan.replace(focus="the lock is free again"))


def test_a_plan_of_another_quarter_is_not_saved_here(repository: Repository) -> None:
    with pytest.raises(FileError, match="2027-Q1"):
        repository.update(Q4, lambda plan: plan.replace(quarter=Quarter(2027, 1)))
    assert repository.load(Q4).plan == small_plan()


def test_a_file_deleted_outside_is_not_made_again_from_memory(repository: Repository) -> None:
    known = repository.load(Q4)
    repository.path(Q4).unlink()
    with pytest.raises(MissingError, match="does not exist; press ctrl\\+s to write it again"):
        repository.update(Q4, lambda plan: plan.replace(focus="x"), known)
    assert not repository.exists(Q4)


def test_an_open_plan_whose_file_vanished_can_be_written_again(repository: Repository) -> None:
    plan = repository.load(Q4).plan.replace(focus="still here")
    shutil.rmtree(repository.directory)
    again = repository.write_again(plan)
    assert again == repository.load(Q4)
    assert again.plan == plan
    assert stat.S_IMODE(repository.path(Q4).stat().st_mode) == 0o600


def test_writing_again_never_replaces_a_file_that_came_back(repository: Repository) -> None:
    before = repository.path(Q4).read_bytes()
    with pytest.raises(FileError, match="is there again; press ctrl\\+s to save into it"):
        repository.write_again(small_plan().replace(focus="other"))
    assert repository.path(Q4).read_bytes() == before


def test_a_link_to_nowhere_is_named_as_one(repository: Repository, tmp_path: Path) -> None:
    known = repository.load(Q4)
    repository.path(Q4).unlink()
    repository.path(Q4).symlink_to(tmp_path / "gone.toml")
    with pytest.raises(FileError, match="links to a file that does not exist; bring that file back, or delete"):
        repository.update(Q4, lambda plan: plan.replace(focus="x"), known)


EMPTIED = encode(Plan.empty(Q4))
BROKEN = b"quarter = \n"


@pytest.mark.parametrize("other", [EMPTIED, BROKEN], ids=["emptied", "broken"])
def test_the_open_plan_is_in_the_history_whatever_the_file_became(repository: Repository, other: bytes) -> None:
    repository.path(Q4).write_bytes(b"# my comment\n" + repository.path(Q4).read_bytes())
    known = repository.load(Q4)
    repository.path(Q4).write_bytes(other)
    with suppress(FileError):
        repository.update(Q4, lambda disk: merge(known.plan, known.plan, disk).plan, known)
    with suppress(FileError):
        repository.update(Q4, lambda disk: merge(known.plan, known.plan, disk).plan, known)
    assert [repository.load_version(version) for version in repository.versions(Q4)] == [known.plan]
    assert repository.path(Q4).read_bytes() == other


def test_two_windows_keep_each_version_once(repository: Repository) -> None:
    one = repository.load(Q4)
    other = repository.update(Q4, lambda plan: plan.replace(focus="1"), one)
    repository.update(Q4, lambda plan: plan.replace(focus="2"), other)
    repository.update(Q4, lambda plan: plan.replace(language="de"), one)
    kept = [repository.load_version(version).focus for version in repository.versions(Q4)]
    assert kept == ["2", "1", "Inbound before outbound"]


def test_a_directory_that_cannot_be_looked_into_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(FileError, match="cannot be read: too many levels of symbolic links"):
        Repository(loop, dt.datetime.now).exists(Q4)


def test_a_file_marked_read_only_is_saved_and_stays_marked(repository: Repository) -> None:
    repository.path(Q4).chmod(0o444)
    repository.update(Q4, lambda plan: plan.replace(focus="x"))
    assert repository.load(Q4).plan.focus == "x"
    assert stat.S_IMODE(repository.path(Q4).stat().st_mode) == 0o400


def test_a_file_deleted_while_the_change_is_made_is_noticed(repository: Repository) -> None:
    def deleting(plan: Plan) -> Plan:
        repository.path(Q4).unlink()
        return plan

    known = repository.load(Q4)
    assert repository.update(Q4, deleting, known) == known
    with pytest.raises(FileError, match="does not exist"):
        repository.load(Q4)


def test_a_linked_quarter_is_saved_where_it_really_is(repository: Repository, tmp_path: Path) -> None:
    path = repository.path(Q4)
    real = tmp_path / "synced.toml"
    path.rename(real)
    path.symlink_to(real)
    (tmp_path / ".okrtui-synced.toml-dead.tmp").write_bytes(b"")
    repository.update(Q4, lambda plan: plan.replace(focus="through the link"))
    assert path.is_symlink()
    assert b"through the link" in real.read_bytes()
    assert {p.name for p in tmp_path.iterdir()} == {"plans", "synced.toml"}


def test_a_directory_that_others_can_change_is_not_used(repository: Repository) -> None:
    repository.directory.chmod(0o777)
    with pytest.raises(FileError, match="chmod go-w"):
        repository.load(Q4)
    with pytest.raises(FileError, match="chmod go-w"):
        repository.update(Q4, lambda plan: plan.replace(focus="x"))
