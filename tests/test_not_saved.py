"""What could not be saved, and what two windows disagree about: kept, said with what to do, and tried again."""

import errno
import multiprocessing
import os
import stat
import time
from pathlib import Path

import pytest

from okrtui.model.edits import ChangeFields
from okrtui.open_plan import OpenPlan
from okrtui.storage import lock
from okrtui.storage.document import same_plan
from okrtui.storage.repository import Repository
from tests.storage.saving import Q4, clock, hold_lock
from tests.support.plans import small_plan

FAULTS = {
    errno.ENOSPC: "make room",
    errno.EDQUOT: "delete files",
    errno.EIO: "q, then w",
    errno.EROFS: "q, then w",
    errno.EACCES: "mend that",
    errno.ENOENT: "q, then w",
    errno.ESTALE: "q, then w",
}
RENAME = ChangeFields("ob0001", {"title": "Mine"})


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "plans", clock)
    made.create(small_plan())
    return made


def title(repository: Repository) -> str:
    return repository.load(Q4).plan.objectives[0].title


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "fchmod"])
@pytest.mark.parametrize("code", FAULTS, ids=errno.errorcode.get)
def test_whatever_fails_the_edit_stays_and_is_saved_once_the_cause_is_gone(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    def failing(*args: object, **options: object) -> None:
        raise OSError(code, os.strerror(code))

    window = OpenPlan(repository, Q4)
    before = repository.path(Q4).read_bytes()
    with monkeypatch.context() as world:
        world.setattr(os, call, failing)
        outcome = window.apply(RENAME)
        assert outcome.problem.startswith(os.strerror(code).lower())
        assert FAULTS[code] in outcome.problem
        assert "tried again by itself" in outcome.problem
        assert repository.path(Q4).read_bytes() == before
        assert not window.try_again().label
        assert window.plan.objectives[0].title == "Mine"
    assert window.try_again().saved
    assert not window.not_saved
    assert title(repository) == "Mine"
    assert list(repository.directory.rglob("*.tmp")) == []


@pytest.mark.parametrize(("comment", "title_then"), [(b"", "Mine"), (b"# ask Ana\n", None)])
def test_a_disk_without_room_for_history_takes_the_edit_unless_only_the_history_would_keep_a_comment(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, comment: bytes, title_then: str | None
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = repository.path(Q4)
    path.write_bytes(path.read_bytes() + comment)
    before = title(repository)
    window = OpenPlan(repository, Q4)
    monkeypatch.setattr("okrtui.storage.history.write_file", full)
    assert window.apply(RENAME).saved is (title_then is not None)
    assert title(repository) == (title_then or before)


def test_a_name_that_may_not_be_on_the_disk_yet_is_not_called_saved_by_the_next_try(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def failing(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), repository.directory.stat()):
            raise OSError(errno.EIO, "Input/output error")
        fsync(descriptor)

    window = OpenPlan(repository, Q4)
    with monkeypatch.context() as world:
        world.setattr(os, "fsync", failing)
        assert not window.apply(RENAME).saved
        assert title(repository) == "Mine", "the rename was done"
        assert not window.try_again().saved
    assert window.try_again().saved


def test_the_side_of_a_conflict_that_is_not_in_the_file_is_in_the_history(repository: Repository) -> None:
    one, other = OpenPlan(repository, Q4), OpenPlan(repository, Q4)
    one.apply(ChangeFields("ob0001", {"title": "Theirs"}))
    assert other.apply(RENAME).conflicts
    assert title(repository) == "Theirs"
    kept = [repository.load_version(version).objectives[0].title for version in repository.versions(Q4)]
    assert "Mine" in kept, "killed before the choice, the person would have lost it"
    other.insist()
    kept = [repository.load_version(version).objectives[0].title for version in repository.versions(Q4)]
    assert (title(repository), "Theirs" in kept) == ("Mine", True)


def test_a_file_that_vanished_is_told_without_an_edit_and_is_made_again_by_the_person_alone(
    repository: Repository,
) -> None:
    window = OpenPlan(repository, Q4)
    repository.path(Q4).unlink()
    assert not window.look().problem, "an editor that saves takes it away for a moment"
    assert "press ctrl+s to write it again" in window.look().problem
    assert "does not exist" in window.not_saved
    assert not window.look().problem, "it is told once"
    assert not window.try_again().label
    assert not repository.exists(Q4)
    assert window.save().saved
    assert same_plan(repository.load(Q4).plan, small_plan())


def test_a_file_that_comes_back_is_taken_as_it_is_by_then(repository: Repository) -> None:
    window = OpenPlan(repository, Q4)
    path, data = repository.path(Q4), repository.path(Q4).read_bytes()
    path.unlink()
    window.look()
    window.look()
    window.apply(RENAME)
    path.write_bytes(data.replace(b"Inbound before outbound", b"From the backup"))
    assert window.try_again().saved
    plan = repository.load(Q4).plan
    assert (plan.objectives[0].title, plan.focus) == ("Mine", "From the backup")


def test_trying_again_by_itself_does_not_keep_the_person_waiting_for_the_lock(repository: Repository) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.storage.saving"])
    mine, theirs = processes.Pipe()
    child = processes.Process(target=hold_lock, args=(str(repository.directory / ".okrtui"), theirs))
    window = OpenPlan(repository, Q4)
    repository.path(Q4).rename(repository.path(Q4).with_name("away"))
    window.apply(RENAME)
    repository.path(Q4).with_name("away").rename(repository.path(Q4))
    child.start()
    assert mine.recv()
    begun = time.monotonic()
    assert not window.try_again().label
    assert time.monotonic() - begun < lock.WAIT
    assert f"process {child.pid}" in window.not_saved
    child.kill()
    child.join()
    assert window.try_again().saved


@pytest.mark.parametrize("comment", [b"# ask Ana about this\n", b""])
def test_who_opens_a_file_with_comments_is_told_before_they_go(repository: Repository, comment: bytes) -> None:
    path = repository.path(Q4)
    path.write_bytes(comment + path.read_bytes().replace(b'"Inbound before', b'"#1: Inbound before'))
    window = OpenPlan(repository, Q4)
    assert window.has_comments == bool(comment)
    before = path.read_bytes()
    window.apply(RENAME)
    assert not window.has_comments
    assert repository.versions(Q4)[0].path.read_bytes() == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
