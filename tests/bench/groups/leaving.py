"""From q to the end of the program, and what it leaves behind in the terminal."""

import time
from contextlib import AbstractContextManager

from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn

FIGURES = (
    Figure("time", "exit", ratio=1.1),
    Figure("modes", "exit: terminal modes left on", "", most=0),
)


def measure(bench: Bench) -> list[Row]:
    return in_turn(bench.rounds, FIGURES, lambda: leave(bench.ours()), lambda: leave(bench.floor()))


def leave(program: AbstractContextManager[Running]) -> Sample:
    with program as running:
        pressed = time.perf_counter()
        running.terminal.press("q")
        ended = running.terminal.wait_for_end()
        return {"time": (ended - pressed) * 1000, "modes": running.terminal.modes_left_on()}
