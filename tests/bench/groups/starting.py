"""From the command to the plan on the screen, and until nothing more comes."""

from contextlib import AbstractContextManager

from tests.bench.process import cpu_ms, resident_mb
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn
from tests.bench.screen import painted_after

FIGURES = (
    Figure("paint", "start: the plan is painted", ratio=1.4),
    Figure("quiet", "start: nothing more comes"),
    Figure("cpu", "start: CPU", ratio=1.6),
    Figure("bytes", "start: bytes until then", "B", ratio=0.3),
    Figure("memory", "start: memory", "MB"),
)


TIMES = 5
"""So many starts a round: each takes a second, and one can take half as long again as the next."""


def measure(bench: Bench) -> list[Row]:
    return in_turn(TIMES * bench.rounds, FIGURES, lambda: start(bench.ours()), lambda: start(bench.floor()))


def start(program: AbstractContextManager[Running]) -> Sample:
    """Start a program, and end it."""
    with program as running:
        terminal = running.terminal
        parts = list(terminal.parts)
        cpu, memory = cpu_ms(running.pid), resident_mb(running.pid)
    painted = painted_after([part.data for part in parts], terminal.size, running.beginnings)
    return {
        "paint": (parts[painted].at - terminal.began) * 1000,
        "quiet": (parts[-1].at - terminal.began) * 1000,
        "cpu": cpu,
        "bytes": sum(len(part.data) for part in parts),
        "memory": memory,
    }
