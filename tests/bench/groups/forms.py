"""Forms: typing with the coach reading along, opening and leaving; and a tick in the tree, which is saved."""

from functools import partial
from statistics import median

from tests.bench.pressing import press_each, steps, turning
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn

TEXT = "Grow the newsletter to twelve thousand readers by referral from partners and webinars before the winter comes"
TYPE = (
    Figure("p50", "a typed character, coach on: last byte p50", ratio=1.6),
    Figure("p95", "a typed character, coach on: last byte p95"),
    Figure("first", "a typed character, coach on: first byte"),
    Figure("bytes", "a typed character, coach on: bytes p50", "B", ratio=0.1),
    Figure("mean", "a typed character, coach on: bytes mean", "B"),
)
FORM = (
    Figure("open", "open a form: last byte"),
    Figure("open_bytes", "open a form: bytes", "B"),
    Figure("leave", "leave a form: last byte"),
    Figure("leave_bytes", "leave a form: bytes", "B"),
)
TICK = (
    Figure("first", "tick an action: first byte"),
    Figure("p50", "tick an action: last byte p50"),
    Figure("mean", "tick an action: bytes mean", "B"),
)
SCREEN_QUIET = 0.8
"""Seconds of silence after which another screen is drawn; esc and a key soon after it would be one key."""
KEY_RESULT = ("home", "j")
ACTION = ("home", "j", "j")
"""The ways to the first key result and to the first action of our plan."""


def measure(bench: Bench) -> list[Row]:
    return [*_opening(bench), *_typing(bench)]


def _opening(bench: Bench) -> list[Row]:
    with bench.ours() as ours, bench.floor() as floor:
        steps(ours.terminal, *KEY_RESULT)
        rows = in_turn(bench.rounds, FORM, partial(open_and_leave, bench, ours), partial(open_and_leave, bench, floor))
        steps(ours.terminal, *ACTION)
        return [*rows, *in_turn(bench.rounds, TICK, partial(tick, bench, ours))]


def _typing(bench: Bench) -> list[Row]:
    with bench.ours() as ours, bench.floor() as floor:
        steps(ours.terminal, *KEY_RESULT, "e")
        steps(floor.terminal, "e")
        return in_turn(bench.rounds, TYPE, partial(write, bench, ours), partial(write, bench, floor))


def open_and_leave(bench: Bench, program: Running) -> Sample:
    """Open the form and leave it as it is, over and over."""
    turns = [_there_and_back(program) for _ in range(bench.keys // 8)]
    return {
        "open": median(opened["p50"] for opened, _ in turns),
        "open_bytes": median(opened["mean"] for opened, _ in turns),
        "leave": median(left["p50"] for _, left in turns),
        "leave_bytes": median(left["mean"] for _, left in turns),
    }


def _there_and_back(program: Running) -> tuple[Sample, Sample]:
    return press_each(program.terminal, ["e"], SCREEN_QUIET), press_each(program.terminal, ["esc"], SCREEN_QUIET)


def tick(bench: Bench, program: Running) -> Sample:
    """Tick the action under the cursor and take the tick back, over and over; each is saved."""
    return press_each(program.terminal, turning(["space"], bench.keys // 4 * 2))


def write(bench: Bench, program: Running) -> Sample:
    """Type a sentence into an empty field."""
    steps(program.terminal, "ctrl+u")
    return press_each(program.terminal, TEXT[: bench.keys * 2])
