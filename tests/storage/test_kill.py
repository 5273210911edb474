"""Sessions that are killed, crash or save at once: what was saved stays, and nothing is mixed."""

import multiprocessing
import os
import random
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrtui.model.edits import Add
from okrtui.model.plan import Action
from okrtui.storage.atomic import write_file
from okrtui.storage.codec import encode
from okrtui.storage.lock import locked
from okrtui.storage.repository import Repository
from tests.storage.saving import Q4, add_actions, clock, long_plan, save_and_die, save_for_ever
from tests.support.plans import small_plan

KILLS = 25

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.storage.saving"])


def test_a_killed_session_leaves_one_whole_plan_and_hardly_any_litter(tmp_path: Path) -> None:
    repository = Repository(tmp_path, clock)
    repository.create(long_plan("one"))
    whole = {encode(long_plan("one")), encode(long_plan("other"))}
    chance = random.Random(20261112)
    for _ in range(KILLS):
        started, telling = processes.Pipe(duplex=False)
        child = processes.Process(target=save_for_ever, args=(str(tmp_path), telling))
        child.start()
        telling.close()
        assert started.recv()
        child.join(chance.uniform(0, 0.02))
        child.kill()
        child.join()
        child.close()
        started.close()
        assert repository.path(Q4).read_bytes() in whole
        assert len(strays(tmp_path)) <= 2
    repository.update(Q4, lambda plan: plan.replace(focus="the next start"))
    assert strays(tmp_path) == []
    assert all(encode(repository.load_version(v)) in whole for v in repository.versions(Q4))


@pytest.mark.parametrize("call", ["write", "fchmod", "fsync", "replace"])
def test_a_session_killed_at_any_step_of_a_save_leaves_one_whole_plan(tmp_path: Path, call: str) -> None:
    repository = Repository(tmp_path, clock)
    repository.create(small_plan())
    whole = {encode(small_plan()), encode(small_plan().replace(focus="new"))}
    litter = []
    for nth in range(20):
        child = processes.Process(target=save_and_die, args=(str(tmp_path), call, nth))
        child.start()
        child.join()
        assert repository.path(Q4).read_bytes() in whole
        litter.append(len(strays(tmp_path)))
        repository.update(Q4, lambda plan: plan.replace(focus="Inbound before outbound"))
        if child.exitcode == 0:
            break
        assert strays(tmp_path) == []
    assert len(litter) > 1, "no kill fell into a save"
    assert max(litter) == 1
    assert litter[-1] == 0


def test_a_start_takes_away_what_killed_sessions_left_unless_somebody_is_saving(tmp_path: Path) -> None:
    repository = Repository(tmp_path, clock)
    repository.create(small_plan())
    repository.update(Q4, lambda plan: plan.replace(focus="new"))
    (tmp_path / ".okrtui" / "drafts").mkdir()
    folders = [tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())]
    assert len(folders) == 5
    for folder in folders:
        (folder / ".okrtui-x-dead.tmp").write_bytes(b"")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.toml")}
    with locked(tmp_path / ".okrtui", clock()):
        repository.tidy()
        assert len(strays(tmp_path)) == 5
    repository.tidy()
    assert strays(tmp_path) == []
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.toml")} == before
    Repository(tmp_path / "nowhere", clock).tidy()
    assert not (tmp_path / "nowhere").exists()


def strays(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*.tmp") if path.is_file()]


CALLS = ["open", "write", "fchmod", "fsync", "replace"]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("nth", range(6))
def test_a_fault_at_any_step_of_a_save_keeps_the_old_plan_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int
) -> None:
    repository = Repository(tmp_path, clock)
    stored = repository.create(small_plan())
    old = repository.path(Q4).read_bytes()
    new = encode(small_plan().replace(focus="new"))
    fault = Fault(getattr(os, call), nth)
    with monkeypatch.context() as patched:
        patched.setattr(os, call, fault)
        try:
            repository.update(Q4, lambda plan: plan.replace(focus="new"), stored)
        except OSError:
            saved = False
        else:
            saved = True
    now = repository.path(Q4).read_bytes()
    assert now == new if saved else now in (old, new)
    if call in ("write", "replace", "fchmod"):
        assert saved or now == old
    assert strays(tmp_path) == []
    again = repository.update(Q4, lambda plan: plan.replace(focus="new"))
    assert again.plan.focus == "new", "trying again must work once the cause is gone"


class Fault:
    """A system call that fails the n-th time it is made."""

    def __init__(self, call: Callable[..., Any], nth: int) -> None:
        self.call = call
        self.left = nth

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.left -= 1
        if self.left == -1:
            raise OSError(28, "No space left on device")
        return self.call(*args, **options)


def test_a_disk_that_takes_a_byte_at_a_time_still_gets_the_whole_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:7])))
    write_file(tmp_path / "x", b"0123456789" * 5)
    assert (tmp_path / "x").read_bytes() == b"0123456789" * 5


def test_two_windows_that_save_at_once_lose_no_edit(tmp_path: Path) -> None:
    Repository(tmp_path, clock).create(small_plan())
    children = [processes.Process(target=add_actions, args=(str(tmp_path), name, 15)) for name in ("red", "blue")]
    for child in children:
        child.start()
    for child in children:
        child.join()
        assert child.exitcode == 0
    expect_all_actions(tmp_path, 15)


def test_two_threads_that_save_at_once_lose_no_edit(tmp_path: Path) -> None:
    Repository(tmp_path, clock).create(small_plan())
    threads = [threading.Thread(target=add_actions, args=(str(tmp_path), n, 10)) for n in ("red", "blue")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expect_all_actions(tmp_path, 10)


def expect_all_actions(directory: Path, count: int) -> None:
    plan = Repository(directory, clock).load(Q4).plan
    added = {action.id for action in plan.objectives[0].key_results[0].actions} - {"ac0001", "ac0002"}
    assert added == {f"{name}{number}" for name in ("red", "blue") for number in range(count)}


@pytest.mark.parametrize("umask", [0o000, 0o777, 0o022])
def test_nobody_else_on_the_server_can_read_a_plan_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    private = tmp_path / "made" / "here"
    before = os.umask(umask)
    try:
        repository = Repository(private, clock)
        repository.create(small_plan())
        repository.update(Q4, Add(Action(id="new"), "kr0001").apply)
    finally:
        os.umask(before)
    found = [private, private.parent, *private.rglob("*")]
    assert len([path for path in found if path.is_file()]) == 4  # plan, lock, .gitignore, one version
    for path in found:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
