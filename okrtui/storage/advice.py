"""Why a plan could not be saved and what to do about it, in one line."""

import errno

from okrtui.storage.errors import FileError

_ELSEWHERE = "write the plan elsewhere: q, then w"
_WHAT_TO_DO = {
    errno.ENOSPC: "make room there",
    errno.EDQUOT: "delete files that you do not need",
    errno.EACCES: f"mend that, or {_ELSEWHERE}",
    errno.EPERM: f"mend that, or {_ELSEWHERE}",
}
"""What a person can do, in words that fit a line of 80 columns with the reason; else the plan goes elsewhere."""


def advice(error: FileError | OSError) -> str:
    """Why it is not on disk, and what to do: ``no space left on device; make room there (tried again by itself)``."""
    if isinstance(error, FileError):
        return str(error)
    return f"{reason(error)}; {_WHAT_TO_DO.get(error.errno or 0, _ELSEWHERE)} (tried again by itself)"


def reason(error: OSError) -> str:
    """What the system says went wrong, as words within a sentence."""
    return (error.strerror or str(error)).lower()
