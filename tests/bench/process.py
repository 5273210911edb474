"""What the kernel says of a running program (Linux)."""

import re
import time
from pathlib import Path

_VOLUNTARY = re.compile(r"^voluntary_ctxt_switches:\s*(\d+)", re.MULTILINE)
_RESIDENT = re.compile(r"^VmRSS:\s*(\d+) kB", re.MULTILINE)
_CPU_CLOCK = 2


def cpu_ms(pid: int) -> float:
    """Milliseconds of CPU that a process has used, in all its threads, ended ones too."""
    return time.clock_gettime(~pid << 3 | _CPU_CLOCK) * 1000


def wake_ups(pid: int) -> int:
    """How often a thread of the process went to sleep, to be woken later."""
    found = (_VOLUNTARY.search(task.read_text()) for task in Path(f"/proc/{pid}/task").glob("*/status"))
    return sum(int(match[1]) for match in found if match)


def resident_mb(pid: int) -> float:
    """Megabytes of memory that a process has now, shared pages included."""
    match = _RESIDENT.search(Path(f"/proc/{pid}/status").read_text())
    return int(match[1]) / 1024 if match else 0.0
