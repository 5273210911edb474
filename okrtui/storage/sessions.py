"""Which session a file belongs to, and whether that still runs."""

import os
from pathlib import Path


def own_name() -> str:
    """This session's name: its process, when that began, its machine."""
    pid = os.getpid()
    return f"{pid}.{_began(pid)}@{os.uname().nodename}"


def is_running(name: str) -> bool | None:
    """Whether the session of this name still runs; None of another machine's, of which nobody can tell."""
    session, _, host = name.partition("@")
    pid, _, began = session.partition(".")
    if host != os.uname().nodename or not pid.isdecimal():
        return None
    return _is_process(int(pid)) and (not began or _began(int(pid)) in (began, ""))


def _is_process(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _began(pid: int) -> str:
    """When a process began, in ticks of the machine's clock, since its number is given to another one some day.

    Empty where the system does not tell.
    """
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
        return after_name.split()[19]
    except (OSError, IndexError):
        return ""
