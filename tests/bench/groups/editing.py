"""Moving on at once after an edit of a large plan: no key waits for the save."""

import time
from functools import partial

from tests.bench.groups.forms import ACTION
from tests.bench.groups.sizes import LARGE
from tests.bench.pressing import MOVES, steps, turning
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn

AFTER_EDIT = 1.5
"""The budget: against our own without an edit."""
_ROUNDS = 3
"""Times as many rounds as others have: the longest of some waits differs more from round to round than their middle."""


def measure(bench: Bench) -> list[Row]:
    figure = Figure("time", f"{LARGE:,} nodes: longest wait of 20 keys, after an edit", ratio=AFTER_EDIT)
    with bench.ours(LARGE) as program:
        after_edit, without = partial(longest_wait, program, "space"), partial(longest_wait, program)
        return in_turn(_ROUNDS * bench.rounds, [figure], after_edit, without, "no edit")


def longest_wait(program: Running, *before: str) -> Sample:
    """Go to an action, press keys and move on at once."""
    terminal = program.terminal
    steps(terminal, *ACTION)
    for key in before:
        terminal.press(key)
    waits = []
    for key in turning(MOVES, 20):
        pressed = time.perf_counter()
        terminal.press(key)
        terminal.settle(0.005)
        waits.append(terminal.parts[-1].at - pressed)
    return {"time": max(waits) * 1000}
