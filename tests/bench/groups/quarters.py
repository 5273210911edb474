"""Other quarters on the disk must cost the one that opens nothing."""

from tests.bench.groups.starting import start
from tests.bench.programs import Bench
from tests.bench.rows import Figure, Row, in_turn

NODES = 125


def measure(bench: Bench) -> list[Row]:
    return [
        *_many(bench, 10, Figure("paint", "10 quarters on disk: the plan is painted")),
        *_many(bench, 40, Figure("paint", "40 quarters on disk: the plan is painted", ratio=1.05)),
    ]


def _many(bench: Bench, quarters: int, figure: Figure) -> list[Row]:
    ours, one = (lambda: start(bench.ours(NODES, quarters))), (lambda: start(bench.ours()))
    return in_turn(bench.rounds, [figure], ours, one, "one quarter")
