"""Commands that answer and end, as whole processes, beside a Python that only imports the libraries."""

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from tests.bench.plans import write_quarters
from tests.bench.programs import Bench, environment
from tests.bench.rows import Figure, Row, Sample, in_turn

VERBS = (
    Figure("status", "okrtui status", ratio=1.3, plus=60),
    Figure("show", "okrtui show"),
    Figure("check", "okrtui check"),
    Figure("report", "okrtui report"),
)
LIBRARIES = ["-c", "import pydantic, tomllib"]


def measure(bench: Bench) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        write_quarters(home / "plans", 125)
        other = partial(_run, home, LIBRARIES, [figure.name for figure in VERBS])
        return [
            row
            for figure in VERBS
            for row in in_turn(
                bench.rounds * 2,
                [figure],
                partial(_run, home, ["-m", "okrtui", figure.name], [figure.name]),
                other,
                "import pydantic",
            )
        ]


def _run(home: Path, words: list[str], names: list[str]) -> Sample:
    """The wall time of one process, by each of the names."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *words], env=environment(home), stdout=subprocess.DEVNULL, check=False)
    taken = (time.perf_counter() - began) * 1000
    return dict.fromkeys(names, taken)
