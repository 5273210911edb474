"""One session at a time in read, compare and write. The lock is never held while a person thinks."""

import datetime as dt
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from okrtui.i18n import tr
from okrtui.storage.atomic import read_file
from okrtui.storage.errors import FileError, LockedError

LOCK = "lock"
"""Name of the lock file; it is never removed, since a second session may be waiting on it."""

WAIT = 3.0
"""Seconds to wait for another session."""

_POLL = 0.01
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


@contextmanager
def locked(control: Path, now: dt.datetime, wait: float = WAIT) -> Iterator[bool]:
    """Hold the lock in the control directory; gives False where the file system has no locks.

    Args:
        control: the ``.okrtui`` directory, which exists.
        now: written into the lock for who has to wait.
        wait: seconds to wait for another session.

    Raises:
        LockedError: another session holds the lock all that time.
        OSError: the lock file cannot be opened.
    """
    from filelock import FileLock, Timeout  # 20 ms that only a save needs

    path = control / LOCK
    lock = FileLock(path, mode=0o600)
    held = True
    try:
        lock.acquire(timeout=wait, poll_interval=_POLL)
    except Timeout:
        raise LockedError(path, *_held_by(path)) from None
    except NotImplementedError:
        held = False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        held = False
    try:
        if held:
            _sign(path, now)
        yield held
    finally:
        if held:
            lock.release()


def _sign(path: Path, now: dt.datetime) -> None:
    """Say in the lock file who holds it; without that the lock works as well."""
    text = f"{os.getpid()} {os.uname().nodename} {now:%Y-%m-%d} {now:%H:%M} UTC\n"
    with suppress(OSError):
        descriptor = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_TRUNC)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)


def _held_by(path: Path) -> tuple[str, str]:
    """What to tell who waited, and what they can do."""
    process, host, since = "", "", ""
    with suppress(OSError, FileError, ValueError):
        process, host, since = read_file(path, 1000).decode().strip().split(" ", 2)
    if process:
        # for translators: process is a number, host the name of a machine, since a day and a time
        held = tr(
            "another okrtui is saving here (process {process} on {host}, since {since})",
            process=process,
            host=host,
            since=since,
        )
    else:
        held = tr("another okrtui is saving here")
    # for translators: fg is a command of the shell
    return held, tr("try again in a moment; if it was stopped with Ctrl+Z, go on with it by fg or end it")
