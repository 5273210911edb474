"""Larger plans: 500 and 2,000 nodes, and the 10,000 that is near what a quarter may hold."""

from functools import partial

from tests.bench.groups.moving import move
from tests.bench.groups.starting import start
from tests.bench.plans import SHAPES
from tests.bench.programs import Bench
from tests.bench.rows import Figure, Row, in_turn

PAINT, MOVE = 1.5, 1.2
"""Budgets of 2,000 nodes: against the floor, against our own with 125."""
LARGE = 2_000


def measure(bench: Bench) -> list[Row]:
    larger = [nodes for nodes in SHAPES if nodes > 125]
    return [row for nodes in larger for row in _of_size(bench, nodes)]


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
