"""Memory after work with keys, and whether it grows over a thousand of them.

The forms of an objective, a key result and an action were open before the first look: what one needs is there from
its first time on. What is looked for is what each further one leaves behind.
"""

from contextlib import AbstractContextManager

from tests.bench.groups.forms import SCREEN_QUIET
from tests.bench.pressing import MOVES, turning
from tests.bench.process import resident_mb
from tests.bench.programs import Bench, Running
from tests.bench.rows import Figure, Row, Sample, in_turn
from tests.bench.terminal import Terminal

FIRST, MORE = 200, 1_000
"""Keys until memory is looked at, and until it is looked at again."""
FORMS = ("home", *("e", "esc", "down") * 3)
KEYS = (*MOVES * 10, "pgdn", "pgup", "e", "esc")
_PATIENCE = 0.2
"""Seconds until the next key where nothing comes: a move and the one that takes it back may be drawn as one."""
FIGURES = (
    Figure("after", f"memory after {FIRST} keys", "MB", ratio=1.4),
    Figure("growth", f"memory: growth over {MORE:,} more keys", "%", most=5),
)


def measure(bench: Bench) -> list[Row]:
    rounds = max(1, bench.rounds // 3)
    return in_turn(rounds, FIGURES, lambda: work(bench.ours()), lambda: work(bench.floor()), warm_ups=0)


def work(program: AbstractContextManager[Running]) -> Sample:
    """Move, page, open and leave the form, in a new start of the program."""
    with program as running:
        _press(running.terminal, FORMS, len(FORMS))
        _press(running.terminal, KEYS, FIRST)
        first = resident_mb(running.pid)
        _press(running.terminal, KEYS, MORE)
        return {"after": first, "growth": (resident_mb(running.pid) / first - 1) * 100}


def _press(terminal: Terminal, keys: tuple[str, ...], count: int) -> None:
    for key in turning(keys, count):
        terminal.press(key)
        terminal.settle(SCREEN_QUIET if key in ("e", "esc") else 0.01, _PATIENCE)
