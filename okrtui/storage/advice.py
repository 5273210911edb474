"""Why a plan could not be saved and what to do about it, in one line."""

import errno

from okrtui.i18n import mark, tr
from okrtui.storage.errors import FileError

# for translators: q and w are keys
_ELSEWHERE = mark("write the plan elsewhere: q, then w")
# for translators: q and w are keys
_MEND = mark("mend that, or write the plan elsewhere: q, then w")
_WHAT_TO_DO = {
    # for translators: on the disk
    errno.ENOSPC: mark("make room there"),
    errno.EDQUOT: mark("delete files that you do not need"),
    errno.EACCES: _MEND,
    errno.EPERM: _MEND,
}
"""What a person can do, in words that fit a line of 80 columns with the reason; else the plan goes elsewhere."""

_REASONS = frozenset(
    {
        # for translators: why a file cannot be read or written, as the system says it; so are those that follow
        mark("the system gives no reason"),
        mark("no space left on device"),
        mark("disk quota exceeded"),
        mark("permission denied"),
        mark("operation not permitted"),
        mark("operation not supported"),
        mark("read-only file system"),
        mark("no such file or directory"),
        mark("no such device or address"),
        mark("file exists"),
        mark("is a directory"),
        mark("not a directory"),
        mark("directory not empty"),
        mark("file too large"),
        mark("file name too long"),
        mark("too many levels of symbolic links"),
        mark("too many open files"),
        mark("too many open files in system"),
        mark("device or resource busy"),
        mark("resource temporarily unavailable"),
        mark("input/output error"),
        mark("remote i/o error"),
        mark("stale file handle"),
        mark("transport endpoint is not connected"),
        mark("connection timed out"),
        mark("host is down"),
        mark("invalid argument"),
        mark("bad file descriptor"),
        mark("invalid cross-device link"),
        mark("cannot allocate memory"),
        mark("exec format error"),
    }
)
"""What the system says, whose words are English always, of which there is a translation."""


def advice(error: FileError | OSError) -> str:
    """Why it is not on disk, and what to do: ``no space left on device; make room there (tried again by itself)``."""
    if isinstance(error, FileError):
        return str(error)
    do = tr(_WHAT_TO_DO.get(error.errno or 0, _ELSEWHERE))
    # for translators: why a plan is not saved, and what to do; the program tries again without being told to
    return tr("{reason}; {do} (tried again by itself)", reason=reason(error), do=do)


def reason(error: OSError) -> str:
    """What the system says went wrong, as words within a sentence."""
    said = (error.strerror or str(error) or "the system gives no reason").lower()
    return tr(said) if said in _REASONS else said
