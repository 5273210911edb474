"""The cursor moves: with the detail beside the tree, and where the tree stands alone."""

from collections.abc import Sequence
from functools import partial

from tests.bench.pressing import MOVES, press_each, steps, turning
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn

BESIDE = (
    Figure("p50", "move, detail beside: last byte p50", ratio=3),
    Figure("p95", "move, detail beside: last byte p95", ratio=2.5),
    Figure("first", "move, detail beside: first byte", ratio=1.5),
    Figure("bytes", "move, detail beside: bytes p50", "B", ratio=1.0),
    Figure("mean", "move, detail beside: bytes mean", "B"),
)
ALONE = (
    Figure("p50", "move, tree alone: last byte p50", ratio=3),
    Figure("p95", "move, tree alone: last byte p95", ratio=2.5),
    Figure("first", "move, tree alone: first byte", ratio=1.5),
    Figure("bytes", "move, tree alone: bytes p50", "B", ratio=0.3),
    Figure("mean", "move, tree alone: bytes mean", "B"),
)
HELD_AGAINST_DETAIL = (
    Figure("p50", "move, the floor with a detail too: last byte p50"),
    Figure("bytes", "move, the floor with a detail too: bytes p50", "B"),
)


def measure(bench: Bench) -> list[Row]:
    if bench.in_tmux:
        return _against_floor(bench, ALONE)
    return [
        *_against_floor(bench, BESIDE),
        *_against_floor(bench, HELD_AGAINST_DETAIL, "detail"),
        *_against_floor(bench.small(), ALONE),
    ]


def _against_floor(bench: Bench, figures: Sequence[Figure], *words: str) -> list[Row]:
    with bench.ours() as ours, bench.floor(125, *words) as floor:
        return in_turn(bench.rounds, figures, partial(move, bench, ours), partial(move, bench, floor))


def move(bench: Bench, program: Running) -> Sample:
    steps(program.terminal, "home")
    return press_each(program.terminal, turning(MOVES, bench.keys))
