"""The lock: who has to wait learns for whom, and a dead session never blocks."""

import errno
import fcntl
import multiprocessing
import os
from pathlib import Path

import pytest

from okrtui.storage.errors import LockedError
from okrtui.storage.lock import locked
from okrtui.storage.repository import Repository
from tests.storage.saving import Q4, clock, hold_lock
from tests.support.plans import small_plan

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.storage.saving"])


def test_who_cannot_save_learns_which_session_is_in_the_way(tmp_path: Path) -> None:
    mine, theirs = processes.Pipe()
    child = processes.Process(target=hold_lock, args=(str(tmp_path), theirs))
    child.start()
    assert mine.recv()
    with pytest.raises(LockedError) as caught, locked(tmp_path, clock(), wait=0.05):
        pass
    message = str(caught.value)
    assert f"process {child.pid} on {os.uname().nodename}, since 2026-11-12 09:00 UTC" in message
    assert "try again" in message
    assert "\n" not in message
    child.kill()
    child.join()
    with locked(tmp_path, clock(), wait=0.5) as held:
        assert held, "a killed session must not keep others out"
    assert (tmp_path / "lock").exists()


def test_a_lock_file_full_of_nonsense_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_bytes(b"\xff\x1b[2J" * 1000)
    descriptor = os.open(path, os.O_RDWR)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(LockedError) as caught, locked(tmp_path, clock(), wait=0.05):
        pass
    assert str(caught.value).isprintable()
    os.close(descriptor)


def test_a_planted_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"kept")
    (tmp_path / "lock").symlink_to(tmp_path / "precious")
    with pytest.raises(OSError), locked(tmp_path, clock(), wait=0.05):
        pass
    assert (tmp_path / "precious").read_bytes() == b"kept"


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP])
def test_plans_can_be_saved_where_the_file_system_has_no_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def failing(descriptor: int, operation: int) -> None:
        raise OSError(code, "no locks")

    monkeypatch.setattr(fcntl, "flock", failing)
    repository = Repository(tmp_path, clock)
    repository.create(small_plan())
    other = Repository(tmp_path, clock)
    calls = 0

    def change(plan):  # type: ignore[no-untyped-def]
        nonlocal calls
        calls += 1
        if calls == 1:
            path = other.path(Q4)
            path.write_bytes(path.read_bytes().replace(b"Inbound before outbound", b"Theirs"))
        return plan.replace(language="de")

    saved = repository.update(Q4, change)
    assert not repository.locking
    assert (saved.plan.focus, saved.plan.language) == ("Theirs", "de")
