"""A key held down: thirty a second, and what comes after it is let go."""

import time
from collections.abc import Sequence
from functools import partial

from tests.bench.pressing import steps
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn
from tests.bench.terminal import Part

RATE = 30
"""Keys a second, as a keyboard repeats them."""
KEYS = 90
ROUND_TRIP, KBITS = 0.15, 256
"""The slow line: seconds there and back, kilobits a second."""
FIGURES = (
    Figure("bytes", "a held key: bytes a key", "B", ratio=0.25),
    Figure("lag", "a held key: lag after release", most=60),
    Figure("slow", "a held key over 150 ms, 256 kbit/s (reckoned): lag", most=300),
)


def measure(bench: Bench) -> list[Row]:
    with bench.ours() as ours, bench.floor() as floor:
        return in_turn(max(1, bench.rounds // 2), FIGURES, partial(hold, ours), partial(hold, floor))


def hold(program: Running) -> Sample:
    """Hold the down key at the top of the plan."""
    terminal = program.terminal
    steps(terminal, "home")
    before, began = len(terminal.parts), time.perf_counter()
    for number in range(KEYS):
        terminal.press("j")
        released = time.perf_counter()
        terminal.read_for(began + (number + 1) / RATE - released)
    terminal.settle(0.25)
    parts = terminal.parts[before:]
    return {
        "bytes": sum(len(part.data) for part in parts) / KEYS,
        "lag": max(0.0, parts[-1].at - released) * 1000,
        "slow": max(0.0, _last_seen(parts) - released) * 1000,
    }


def _last_seen(parts: Sequence[Part]) -> float:
    """When the last byte would be on the screen behind a line as slow as that, on which nothing gets lost.

    The keys come half a round trip late, each part waits until the line has carried what came before.
    """
    free = 0.0
    for part in parts:
        free = max(free, part.at) + len(part.data) * 8 / (KBITS * 1000)
    return free + ROUND_TRIP
