"""Earlier versions of each quarter file: kept before every save, thinned with age.

The history lies in ``.okrtui/history/2026-Q4/``, one file a version, named by the time at which it was
replaced and the start of its digest.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from okrtui.model.quarter import LAST_YEAR, Quarter
from okrtui.patterns import pattern
from okrtui.storage.atomic import read_file, sweep, write_file
from okrtui.storage.codec import FIRST_LINE, MAX_BYTES
from okrtui.storage.errors import FileError
from okrtui.storage.locate import has_comments
from okrtui.storage.paths import make_inner

_STAMP = "%Y%m%dT%H%M%S.%fZ"
_NAME = pattern(r"([0-9]{8}T[0-9]{6}\.[0-9]{6}Z)-([0-9a-f]{8})\.toml")
_SHORTEST, _DIGITS = 4, 8
"""The fewest and the most digits of a digest that name a version."""
_TICK = dt.timedelta(microseconds=1)

_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=7)
_QUARTER = dt.timedelta(days=92)


@dataclass(frozen=True, order=True)
class Version:
    """One earlier version of a quarter file."""

    at: dt.datetime
    """When it was replaced, in UTC."""
    digest: str
    """The first 8 hexadecimal digits of the SHA-256 of its bytes."""
    path: Path = field(compare=False)
    """Its file."""

    @property
    def quarter(self) -> Quarter:
        """The quarter whose history it is in."""
        return Quarter.parse(self.path.parent.name)

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


def keep(control: Path, quarter: Quarter, data: bytes, now: dt.datetime) -> None:
    """Keep the bytes as the newest version, unless the newest is the same, and thin out old ones.

    For who holds the lock. Nothing is deleted before the new version is on the disk.

    Args:
        control: the ``.okrtui`` directory.
        quarter: whose file it is.
        data: the bytes that are about to be replaced.
        now: the time, in UTC.

    Raises:
        OSError: not kept.
        FileError: something else stands where the history belongs.
    """
    folder = _folder(control, quarter)
    make_inner(control / "history")
    make_inner(folder)
    before = versions(control, quarter)
    digest = hashlib.sha256(data).hexdigest()[:8]
    if before and before[0].digest == digest and _bytes(before[0]) == data:
        return
    # names must sort in the order of saving even where the clock stands still or was set back
    at = max(now.astimezone(dt.UTC), before[0].at + _TICK) if before else now.astimezone(dt.UTC)
    write_file(folder / f"{at.strftime(_STAMP)}-{digest}.toml", data)
    for version in surplus(before, at):
        if not written_by_hand(version):
            with suppress(OSError):
                version.path.unlink()


def holds(control: Path, quarter: Quarter, digest: str) -> bool:
    """Whether a version is kept whose bytes have this SHA-256, in hexadecimal."""
    return any(
        version.digest == digest[:8] and hashlib.sha256(_bytes(version) or b"").hexdigest() == digest
        for version in versions(control, quarter)
    )


def short_names(found: Sequence[Version]) -> dict[Version, str]:
    """How people name versions: as much of the digest as tells their contents apart, 4 digits or more.

    Unlike a number in a list it stays the same when versions come and go. Versions of the same bytes share a name.
    """
    digests = {version.digest for version in found}
    length = next(
        n for n in range(_SHORTEST, _DIGITS + 1) if n == _DIGITS or len({it[:n] for it in digests}) == len(digests)
    )
    return {version: version.digest[:length] for version in found}


def named(found: Sequence[Version], name: str) -> list[Version]:
    """The versions that a person may mean, newest first; of those with the same bytes the newest alone."""
    wanted = name.strip().lower()
    meant = [
        it for it in found if it.name.lower() == wanted or (len(wanted) >= _SHORTEST and it.digest.startswith(wanted))
    ]
    return list({it.digest: it for it in reversed(meant)}.values())[::-1]


def tidy(control: Path, quarter: Quarter) -> None:
    """Delete what a killed session left unfinished in the history; for who holds the lock."""
    sweep(_folder(control, quarter))


def versions(control: Path, quarter: Quarter) -> list[Version]:
    """All versions kept of a quarter, newest first; none where there is no history.

    A name that says a year after ``LAST_YEAR`` is none of ours: no version could come after it.
    """
    found: list[Version] = []
    with suppress(FileNotFoundError):
        for path in _folder(control, quarter).iterdir():
            if match := _NAME.fullmatch(path.name):
                with suppress(ValueError):
                    at = dt.datetime.fromisoformat(match[1])
                    if at.year <= LAST_YEAR:
                        found.append(Version(at, match[2], path))
    return sorted(found, reverse=True)


def surplus(kept: Iterable[Version], now: dt.datetime) -> list[Version]:
    """The versions that age makes superfluous.

    All of the last day stay; then the last one of each hour for a week, of each day for a quarter, and
    of each week for ever.
    """
    buckets: set[tuple[str, int]] = set()
    extra: list[Version] = []
    for version in sorted(kept, reverse=True):
        age = now - version.at
        if age <= _DAY:
            continue
        hours = int(version.at.timestamp()) // 3600
        if age <= _WEEK:
            bucket = ("hour", hours)
        elif age <= _QUARTER:
            bucket = ("day", hours // 24)
        else:
            bucket = ("week", hours // 168)
        if bucket in buckets:
            extra.append(version)
        buckets.add(bucket)
    return extra


def _folder(control: Path, quarter: Quarter) -> Path:
    return control / "history" / str(quarter)


def _bytes(version: Version) -> bytes | None:
    with suppress(OSError, FileError):
        return read_file(version.path, MAX_BYTES)
    return None


def written_by_hand(version: Version) -> bool:
    """Whether it is the only place of somebody's comments, which the program drops at a save."""
    text = (_bytes(version) or b"").decode("utf-8", "replace")
    return has_comments(text.removeprefix(FIRST_LINE))
