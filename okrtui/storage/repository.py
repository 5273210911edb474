"""The quarter files of one directory: list, load, make, change. Plans are saved through this door alone.

Who may write in the directory may change its plans, as always where files are replaced whole: a file that is
marked as read-only (0444) is replaced too, and stays marked. The directory decides.
"""

import datetime as dt
import errno
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from okrtui.frozen import frozen, replace
from okrtui.i18n import tr
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage import history
from okrtui.storage.advice import reason
from okrtui.storage.atomic import read_file, sweep, sync_directory, unfinished, write_file
from okrtui.storage.codec import FIRST_LINE, MAX_BYTES, decode, encode, is_newer, written_by_a_newer
from okrtui.storage.document import same_plan
from okrtui.storage.edit_files import clear_left
from okrtui.storage.errors import FileError, MissingError, ReadOnlyError
from okrtui.storage.locate import has_comments
from okrtui.storage.lock import WAIT, locked
from okrtui.storage.names import quarter_file, quarters_in
from okrtui.storage.paths import CONTROL, check, prepare

_TRIES = 3
"""How often a change is made again where there are no locks and the file keeps changing."""


@frozen
class Stored:
    """A plan as it stands on the disk."""

    plan: Plan
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    read_only: str = ""
    """Why it may not be written; empty where it may."""
    has_comments: bool = False
    """Whether the file holds comments, which the first save takes out of it; known of what was loaded."""


class Repository:
    """The quarter files of one directory. Makes nothing before the first write."""

    directory: Path
    """The data directory; it need not exist."""
    locking: bool
    """False once the file system turned out to have no locks: then bytes are compared instead."""

    def __init__(self, directory: Path, clock: Callable[[], dt.datetime]) -> None:
        self.directory = directory
        self.locking = True
        self._clock = clock

    def path(self, quarter: Quarter) -> Path:
        """The file of a quarter, whether it exists or not."""
        return quarter_file(self.directory, quarter)

    def exists(self, quarter: Quarter) -> bool:
        """Whether a file or a link stands there, good or bad.

        Raises:
            FileError: the directory cannot be looked into.
        """
        try:
            os.lstat(self.path(quarter))
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise _unreadable(self.directory, error) from error
        return True

    def quarters(self) -> list[Quarter]:
        """The quarters that have a file, by name alone, oldest first; none where there is no directory.

        Raises:
            FileError: the directory cannot be listed.
        """
        try:
            return quarters_in(self.directory)
        except OSError as error:
            raise _unreadable(self.directory, error) from error

    def load(self, quarter: Quarter) -> Stored:
        """The plan of a quarter. Changes nothing on the disk.

        Raises:
            FileError: there is none, or it cannot be read.
        """
        path = self.path(quarter)
        try:
            check(self.directory)
            data = read_file(path, MAX_BYTES)
        except FileNotFoundError:
            raise _missing(path, quarter, None) from None
        except OSError as error:
            raise _unreadable(path, error) from error
        return replace(_stored(decode(data, path), data), has_comments=_has_comments(data))

    def stamp(self, quarter: Quarter) -> tuple[int, int, int] | None:
        """What the file system says of a quarter's file, and differs once it is written; None where there is none."""
        try:
            seen = self.path(quarter).stat()
        except OSError:
            return None
        return seen.st_ino, seen.st_size, seen.st_mtime_ns

    def load_newer(self, known: Stored) -> Stored | None:
        """The plan of the file where its bytes are not those that are known; None where they are.

        Raises:
            MissingError: it is gone.
            FileError: it cannot be read.
        """
        path = self.path(known.plan.quarter)
        try:
            data = self._read(known.plan.quarter, known)
        except OSError as error:
            raise _unreadable(path, error) from error
        if _digest(data) == known.digest:
            return None
        with suppress(FileError, OSError), locked(prepare(self.directory), self._clock()):
            self._keep(known)  # an editor may have written the file, and keeps no versions
        return _stored(decode(data, path), data)

    def create(self, plan: Plan) -> Stored:
        """Make the file of a new quarter.

        Raises:
            FileError: there is one already, or the plan cannot be written.
            LockedError: another session is saving and does not finish.
            OSError: not written.
        """
        # for translators: said of the file of a quarter
        return self._make(plan, tr("is there already"), tr("open it with: {command}", command=f"okrtui {plan.quarter}"))

    def write_again(self, plan: Plan) -> Stored:
        """Make the file of an open plan again, after it vanished.

        Raises:
            FileError: there is one again, or the plan cannot be written.
            LockedError: another session is saving and does not finish.
            OSError: not written.
        """
        # for translators: said of the file of a quarter
        return self._make(plan, tr("is there again"), tr("press ctrl+s to save into it"))

    def update(
        self, quarter: Quarter, change: Callable[[Plan], Plan], known: Stored | None = None, wait: float = WAIT
    ) -> Stored:
        """Change the plan as it is on the disk now, whatever was seen of it before.

        What ``change`` raises comes out as it is, with nothing written. Where the plan stays the same,
        nothing is written either.

        Args:
            quarter: whose file.
            change: the new plan of the plan on the disk; may be called again where there are no locks.
            known: the plan that is open, as it was last loaded or saved. Its bytes are not read twice; where
                others are on the disk by now, it goes into the history, so that whatever stands in the file
                cannot take it away.
            wait: seconds to wait for another session that is saving.

        Raises:
            MissingError: the file is gone.
            FileError: it cannot be read or may not be written, or the new plan cannot be.
            LockedError: another session is saving and does not finish.
            OSError: not written; the file is as it was.
        """
        path = self.path(quarter)
        if not path.exists():
            raise _missing(path, quarter, known)
        control = prepare(self.directory)
        folder = Path(os.path.realpath(path)).parent
        with locked(control, self._clock(), wait) as held:
            self.locking = held
            sweep(folder)
            history.tidy(control, quarter)
            for _ in range(_TRIES):
                old = self._read(quarter, known)
                if known and known.digest == _digest(old):
                    before = known
                else:
                    self._keep(known)
                    before = _stored(decode(old, path), old)
                after = _changed(before, change, path)
                if after == before.plan and same_plan(after, before.plan):
                    if before is not known:
                        sync_directory(folder)  # a save that failed after its rename may come back here as done
                    return before
                new = encode(after)
                if held or self._read(quarter, known) == old:
                    self._keep_replaced(before, known, old)
                    write_file(path, new)
                    return _stored(after, new)
        raise FileError(path, tr("not saved: it keeps being changed by somebody else"), tr("try again in a moment"))

    def set_aside(self, plan: Plan) -> None:
        """Keep a plan as an earlier version, though it never stood in the file.

        Raises:
            FileError: it cannot be written, or another session is saving and does not finish.
            OSError: not kept.
        """
        data = encode(plan)
        with locked(prepare(self.directory), self._clock()):
            history.keep(self.directory / CONTROL, plan.quarter, data, self._clock())

    def tidy(self) -> None:
        """Delete what killed sessions left unfinished; nothing while another session is saving."""
        control = self.directory / CONTROL
        clear_left(control, self._clock())
        folders = [self.directory, control, *control.glob("*/"), *control.glob("history/*/")]
        with suppress(FileError, OSError):
            if any(map(unfinished, folders)):
                with locked(control, self._clock(), wait=0):
                    for folder in folders:
                        sweep(folder)

    def versions(self, quarter: Quarter) -> list[history.Version]:
        """The earlier versions of a quarter's file, newest first."""
        return history.versions(self.directory / CONTROL, quarter)

    def load_version(self, version: history.Version) -> Plan:
        """The plan in an earlier version.

        Raises:
            FileError: it cannot be read.
        """
        try:
            return decode(read_file(version.path, MAX_BYTES), version.path)
        except OSError as error:
            raise _unreadable(version.path, error) from error

    def bring_back(self, version: history.Version) -> Stored:
        """Put an earlier version, to the byte, in the place of a file that is gone or cannot be read.

        What stood in the file goes into the history first. A file that can be read stays as it is: see :meth:`update`.

        Raises:
            ReadOnlyError: a newer version of the program wrote the file or the version.
            FileError: the version cannot be read, or what stands in the file's place cannot be kept.
            LockedError: another session is saving and does not finish.
            OSError: not written; the file is as it was.
        """
        path = self.path(version.quarter)
        data = read_file(version.path, MAX_BYTES)
        plan = decode(data, version.path)
        if is_newer(plan):
            raise ReadOnlyError(version.path, _stored(plan, data).read_only, tr("update okrtui to bring it back"))
        control = prepare(self.directory)
        with locked(control, self._clock()) as held:
            self.locking = held
            sweep(Path(os.path.realpath(path)).parent)
            history.tidy(control, version.quarter)
            if path.is_symlink() and not path.exists():
                raise _missing(path, version.quarter, None)
            if path.exists():
                there = read_file(path, MAX_BYTES)
                _require_broken(there, path)
                history.keep(control, version.quarter, there, self._clock())
            write_file(path, data)
        return _stored(plan, data)

    def _keep_replaced(self, before: Stored, known: Stored | None, data: bytes) -> None:
        """Keep what a save replaces; on a full disk the newer plan matters more than one that this session knows."""
        try:
            history.keep(self.directory / CONTROL, before.plan.quarter, data, self._clock())
        except OSError as error:
            is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
            if not is_full or before is not known or before.has_comments:
                raise

    def _make(self, plan: Plan, taken: str, do: str) -> Stored:
        """Make the file of a plan; ``taken`` and ``do`` are the words for a file that is there."""
        path = self.path(plan.quarter)
        data = encode(plan)
        with locked(prepare(self.directory), self._clock()) as held:
            self.locking = held
            if self.exists(plan.quarter):
                raise FileError(path, taken, do)
            sweep(self.directory)
            write_file(path, data)
        return _stored(plan, data)

    def _keep(self, known: Stored | None) -> None:
        """Keep the open plan as an earlier version, for who holds the lock."""
        control = self.directory / CONTROL
        if known is None or known.read_only or history.holds(control, known.plan.quarter, known.digest):
            return
        try:
            data = encode(known.plan)
        except FileError:
            return  # it cannot be saved, so nothing can come of it that would have to be taken back
        if not history.holds(control, known.plan.quarter, _digest(data)):
            history.keep(control, known.plan.quarter, data, self._clock())

    def _read(self, quarter: Quarter, known: Stored | None) -> bytes:
        path = self.path(quarter)
        try:
            return read_file(path, MAX_BYTES)
        except FileNotFoundError:
            raise _missing(path, quarter, known) from None


def _require_broken(data: bytes, path: Path) -> None:
    """Refuse to replace a whole file whose bytes can be read, by this version of the program or by a newer one."""
    try:
        decode(data, path)
    except ReadOnlyError:
        raise
    except FileError:
        return
    # for translators: said of the file of a quarter that could not be read before
    raise FileError(path, tr("can be read by now"), tr("open it again"))


def _changed(before: Stored, change: Callable[[Plan], Plan], path: Path) -> Plan:
    if before.read_only:
        raise ReadOnlyError(path, before.read_only, tr("update okrtui to change it"))
    after = change(before.plan)
    if after.quarter != before.plan.quarter:
        raise FileError(
            path,
            tr("not saved: the plan names {quarter}", quarter=after.quarter),
            tr("keep the quarter's name as it was"),
        )
    return after


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _stored(plan: Plan, data: bytes) -> Stored:
    return Stored(plan, _digest(data), written_by_a_newer(plan.schema_version) if is_newer(plan) else "")


def _has_comments(data: bytes) -> bool:
    return has_comments(data.decode("utf-8", "replace").removeprefix(FIRST_LINE))


def _missing(path: Path, quarter: Quarter, known: Stored | None) -> FileError:
    if path.is_symlink():
        # for translators: said of a symbolic link
        what = tr("links to a file that does not exist")
        return FileError(path, what, tr("bring that file back, or delete the link"))
    if known:
        do = tr("press ctrl+s to write it again")
    else:
        do = tr("make it with: {command}", command=f"okrtui new {quarter}")
    # for translators: said of a file
    return MissingError(path, tr("does not exist"), do)


def _unreadable(path: Path, error: OSError) -> FileError:
    # for translators: said of a file; the reason is what the system says
    what = tr("cannot be read: {reason}", reason=reason(error))
    return FileError(path, what, tr("see that the file is yours and can be read"))
