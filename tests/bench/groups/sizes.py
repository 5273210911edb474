"""Larger plans: 500 and 2,000 nodes, and the 10,000 that is near what a quarter may hold."""

import time
from functools import partial

from tests.bench.groups.forms import ACTION
from tests.bench.groups.moving import move
from tests.bench.groups.starting import start
from tests.bench.plans import SHAPES
from tests.bench.pressing import MOVES, steps, turning
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn

PAINT, MOVE, AFTER_EDIT = 1.5, 1.2, 1.5
"""Budgets of 2,000 nodes: against the floor, against our own with 125, against our own without an edit."""
LARGE = 2_000


def measure(bench: Bench) -> list[Row]:
    larger = [nodes for nodes in SHAPES if nodes > 125]
    rows = [row for nodes in larger for row in _of_size(bench, nodes)]
    return rows if bench.in_tmux else [*rows, *_while_saving(bench)]


def _of_size(bench: Bench, nodes: int) -> list[Row]:
    paint, cost = (PAINT, MOVE) if nodes == LARGE else (None, None)
    started = in_turn(
        max(1, bench.rounds // 2),
        [
            Figure("paint", f"{nodes:,} nodes: the plan is painted", ratio=paint),
            Figure("memory", f"{nodes:,} nodes: memory", "MB"),
        ],
        lambda: start(bench.ours(nodes)),
        lambda: start(bench.floor(nodes)),
    )
    moves = [
        Figure("p50", f"{nodes:,} nodes: move, last byte p50", ratio=cost),
        Figure("p95", f"{nodes:,} nodes: move, last byte p95"),
    ]
    with bench.ours(nodes) as large, bench.ours() as small:
        moved = in_turn(bench.rounds, moves, partial(move, bench, large), partial(move, bench, small), "125 nodes")
    return [*started, *moved]


def _while_saving(bench: Bench) -> list[Row]:
    """No key waits for the save of an edit: none longer than a key waits anyway."""
    figure = Figure("time", f"{LARGE:,} nodes: longest wait of 20 keys, after an edit", ratio=AFTER_EDIT)
    with bench.ours(LARGE) as program:
        after_edit, without = partial(longest_wait, program, "space"), partial(longest_wait, program)
        return in_turn(bench.rounds, [figure], after_edit, without, "no edit")


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
