"""Pages, folding and filtering: keys after which much of the screen is another."""

from functools import partial

from tests.bench.pressing import press_each, steps, turning
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn

PAGES = ("pgdn", "pgdn", "pgup", "pgdn", "pgup", "pgup")
PAGE = (
    Figure("p50", "page: last byte p50"),
    Figure("p95", "page: last byte p95", ratio=0.3),
    Figure("mean", "page: bytes mean", "B", ratio=0.1),
)
FOLD = (
    Figure("p50", "fold an objective: last byte p50"),
    Figure("p95", "fold an objective: last byte p95"),
    Figure("mean", "fold an objective: bytes mean", "B"),
)
FILTER = (
    Figure("p50", "filter, a character: last byte p50"),
    Figure("p95", "filter, a character: last byte p95"),
    Figure("mean", "filter, a character: bytes mean", "B"),
)


def measure(bench: Bench) -> list[Row]:
    with bench.ours() as ours, bench.floor() as floor:
        # the floor's first line is the plan, ours the first objective
        return [
            *in_turn(bench.rounds, PAGE, partial(page, bench, ours), partial(page, bench, floor)),
            *in_turn(bench.rounds, FOLD, partial(fold, bench, ours, "home"), partial(fold, bench, floor, "home", "j")),
            *in_turn(bench.rounds, FILTER, partial(narrow, ours)),
        ]


def page(bench: Bench, program: Running) -> Sample:
    steps(program.terminal, "home")
    return press_each(program.terminal, turning(PAGES, bench.keys // 2))


def fold(bench: Bench, program: Running, *before: str) -> Sample:
    steps(program.terminal, *before)
    return press_each(program.terminal, turning(["space"], bench.keys // 4 * 2))


def narrow(program: Running) -> Sample:
    """Find with every letter of a word, and leave it again."""
    steps(program.terminal, "home", "/")
    sample = press_each(program.terminal, "newsletter")
    steps(program.terminal, "esc")
    return sample
