"""How long ``okrtui status`` takes beside ``python -c "import pydantic, tomllib"``: python tests/bench/status_time.py.

The two in turn, so that a machine that slows down slows both; the budget is 1.3 times the other plus 60 ms.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from okrtui.examples import example_bytes

RUNS = 20
STATUS = [sys.executable, "-m", "okrtui", "status", "--today", "2026-11-12"]
OTHER = [sys.executable, "-c", "import pydantic, tomllib"]


def seconds(command: list[str], environ: dict[str, str]) -> float:
    """The wall time of one run."""
    begin = time.perf_counter()
    subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def main() -> int:
    """Measure and print; 1 where the budget is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "2026-Q4.toml").write_bytes(example_bytes())
        environ = {**os.environ, "OKRTUI_DATA": folder}
        pairs = [(seconds(STATUS, environ), seconds(OTHER, environ)) for _ in range(RUNS + 1)][1:]
    status, other = (sorted(times) for times in zip(*pairs, strict=True))
    budget = 1.3 * statistics.median(other) + 0.06
    for name, times in (("okrtui status", status), ("import pydantic, tomllib", other)):
        print(f"{name:<26}min {times[0] * 1000:4.0f}  median {statistics.median(times) * 1000:4.0f} ms")
    print(f"{'budget':<26}          median {budget * 1000:4.0f} ms")
    return int(statistics.median(status) > budget)


if __name__ == "__main__":
    sys.exit(main())
