"""Reading and replacing single files."""

import errno
import os
import stat
from pathlib import Path

import pytest

from okrtui.storage.atomic import create_file, read_file, sweep, write_file
from okrtui.storage.errors import FileError


def test_a_new_file_is_private(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"x")
    assert mode(tmp_path / "a") == 0o600


@pytest.mark.parametrize(("old", "kept"), [(0o400, 0o400), (0o600, 0o600), (0o644, 0o600), (0o666, 0o600)])
def test_a_narrower_mode_is_kept_and_never_widened(tmp_path: Path, old: int, kept: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    path.chmod(old)
    write_file(path, b"y")
    assert (mode(path), path.read_bytes()) == (kept, b"y")


def test_a_file_is_made_only_where_nothing_has_its_name_and_nothing_is_left_where_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_file(tmp_path / "a", b"x")
    assert (mode(tmp_path / "a"), (tmp_path / "a").read_bytes()) == (0o600, b"x")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for taken in ("a", "link"):
        with pytest.raises(FileExistsError):
            create_file(tmp_path / taken, b"y")

    def failing(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError, match="No space"):
        create_file(tmp_path / "b", b"y")
    assert {path.name for path in tmp_path.iterdir()} == {"a", "link"}
    assert (tmp_path / "a").read_bytes() == b"x"


def test_a_linked_plan_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "plan"
    target.write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list((tmp_path / "real").iterdir()) == [target]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of another user")
def test_a_link_to_a_file_of_another_user_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "theirs"
    target.write_bytes(b"old")
    os.chown(target, 12345, 12345)
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(FileError, match="another user"):
        write_file(tmp_path / "link", b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("kind", ["fifo", "directory", "device"])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "directory":
            path.mkdir()
        case "device":
            path.symlink_to("/dev/null")
    with pytest.raises(FileError):
        write_file(path, b"x")
    with pytest.raises(FileError):
        read_file(path, 100)
    assert list(tmp_path.iterdir()) == [path]


def test_a_rename_that_was_done_but_reported_as_failed_counts_as_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def lost_answer(source: Path, target: Path) -> None:
        replace(source, target)
        raise FileNotFoundError(errno.ENOENT, "lost")

    monkeypatch.setattr(os, "replace", lost_answer)
    write_file(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"


def test_a_rename_that_failed_is_reported_even_if_the_file_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: Path, target: Path) -> None:
        raise OSError(errno.EIO, "broken")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="broken"):
        write_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


@pytest.mark.parametrize(("code", "fails"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_saved_is_only_said_when_the_name_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fails: bool
) -> None:
    fsync = os.fsync

    def failing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, "directory")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    if fails:
        with pytest.raises(OSError, match="directory"):
            write_file(tmp_path / "a", b"x")
    else:
        write_file(tmp_path / "a", b"x")


def test_a_file_is_read_up_to_its_limit_and_not_beyond(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert read_file(tmp_path / "a", 10) == b"x" * 10
    with pytest.raises(FileError, match="larger"):
        read_file(tmp_path / "a", 9)


def test_a_file_that_grows_while_it_is_read_is_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 5)
    read = os.read

    def growing(descriptor: int, size: int) -> bytes:
        with path.open("ab") as file:
            file.write(b"y" * 100)
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", growing)
    with pytest.raises(FileError, match="larger"):
        read_file(path, 50)


def test_only_unfinished_writes_are_swept(tmp_path: Path) -> None:
    for name in (".okrtui-2026-Q4.toml-abc.tmp", "2026-Q4.toml", ".okrtui", "x.tmp", ".okrtui-notes.txt"):
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"2026-Q4.toml", ".okrtui", "x.tmp", ".okrtui-notes.txt"}
    sweep(tmp_path / "not there")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
