"""Files read with care and written whole: after any fault the old bytes or the new are there, never a mix."""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from okrtui.i18n import tr
from okrtui.storage.errors import FileError

_PREFIX = ".okrtui-"
_SUFFIX = ".tmp"
_CHUNK = 1 << 20
_NO_DIRECTORY_FSYNC = {errno.EINVAL, errno.ENOTSUP}


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes.

    Raises:
        FileError: it is no regular file, or larger.
        OSError: the system cannot read it, as when it does not exist.
    """
    # without O_NONBLOCK a named pipe would keep the program waiting for ever
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        _require_plain(path, os.fstat(descriptor))
        parts: list[bytes] = []
        left = limit + 1
        if os.fstat(descriptor).st_size <= limit:
            while left and (part := os.read(descriptor, min(left, _CHUNK))):
                parts.append(part)
                left -= len(part)
            if left:
                return b"".join(parts)
    finally:
        os.close(descriptor)
    raise FileError(
        path,
        # for translators: said of a file
        tr("is larger than {size} MB", size=f"{limit / 1_000_000:g}"),
        tr("take out what does not belong there; it was not read"),
    )


def write_file(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put the bytes in place of the file, or make it, all at once and on the disk when this returns.

    A symbolic link stays, its target is replaced. The file ends with ``mode``, less what an existing
    file does not allow.

    Raises:
        FileError: something stands there that must not be replaced.
        OSError: not written; the file is as it was.
    """
    target = Path(os.path.realpath(path))
    with suppress(FileNotFoundError):
        mode &= _require_ours(path, target)
    descriptor, name = tempfile.mkstemp(_SUFFIX, f"{_PREFIX}{target.name[:100]}-", target.parent)
    temporary = Path(name)
    try:
        try:
            _write_all(descriptor, data)
            os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        _replace(temporary, target, data)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    sync_directory(target.parent)


def create_file(path: Path, data: bytes) -> None:
    """Make a file that is not there yet, all at once and on the disk when this returns; for its owner alone.

    Raises:
        FileExistsError: something has that name already, be it a link to nowhere.
        OSError: not written; nothing has that name.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
    try:
        write_file(path, data)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def unfinished(directory: Path) -> list[Path]:
    """What writes in the directory left that have not ended, or were killed; nothing where it cannot be listed."""
    with suppress(OSError), os.scandir(directory) as entries:
        return [Path(it.path) for it in entries if it.name.startswith(_PREFIX) and it.name.endswith(_SUFFIX)]
    return []


def sweep(directory: Path) -> None:
    """Delete what a killed session left of unfinished writes.

    Only for who holds the directory's lock: while it is held, no such file belongs to a living session.
    """
    for path in unfinished(directory):
        with suppress(OSError):
            path.unlink()


def _require_plain(path: Path, status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    # for translators: said of what stands where a file is wanted
    kind = tr("is a directory") if stat.S_ISDIR(status.st_mode) else tr("is no ordinary file")
    raise FileError(path, kind, tr("move it away, or give the file another name"))


def _require_ours(path: Path, target: Path) -> int:
    """The permissions of the file to be replaced, after a look at what it is."""
    status = target.stat()
    _require_plain(path, status)
    if path.is_symlink() and status.st_uid != os.geteuid():
        raise FileError(
            path,
            # for translators: said of a symbolic link
            tr("links to a file of another user"),
            tr("replace the link by a file of your own; nothing was written"),
        )
    return stat.S_IMODE(status.st_mode)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _replace(temporary: Path, target: Path, data: bytes) -> None:
    try:
        os.replace(temporary, target)  # noqa: PTH105 - tests make it fail by this name
    except OSError:
        # over NFS a rename can be done and reported as failed when the server's answer was lost
        try:
            done = target.read_bytes() == data and not temporary.exists()
        except OSError:
            done = False
        if not done:
            raise


def sync_directory(directory: Path) -> None:
    """Have names made or changed in the directory on the disk when this returns.

    Raises:
        OSError: the system cannot say that they are.
    """
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_DIRECTORY_FSYNC:
            raise
    finally:
        os.close(descriptor)
