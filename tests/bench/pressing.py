"""Keys pressed one after the other: how long each takes to be answered, in how many bytes."""

import math
import statistics
import time
from collections.abc import Iterable, Sequence
from itertools import cycle, islice

from tests.bench.rows import Sample
from tests.bench.terminal import QUIET, Terminal

MOVES = ("j", "j", "j", "k", "down", "up")
"""Two lines down in six keys."""


def press_each(terminal: Terminal, keys: Iterable[str], quiet: float = QUIET) -> Sample:
    """Press keys, each after the answer to the one before: until nothing came for so many seconds.

    Times are in milliseconds: until the first byte, and until the last one before a silence.
    """
    firsts: list[float] = []
    lasts: list[float] = []
    sizes: list[int] = []
    for key in keys:
        before, pressed = len(terminal.parts), time.perf_counter()
        terminal.press(key)
        terminal.settle(quiet)
        answer = terminal.parts[before:]
        sizes.append(sum(len(part.data) for part in answer))
        if answer:
            firsts.append((answer[0].at - pressed) * 1000)
            lasts.append((answer[-1].at - pressed) * 1000)
    if not lasts:
        raise RuntimeError(f"no key was answered:\n{terminal.text}")
    return {
        "first": statistics.median(firsts),
        "p50": statistics.median(lasts),
        "p95": _percentile(lasts, 0.95),
        "max": max(lasts),
        "bytes": statistics.median(sizes),
        "mean": statistics.fmean(sizes),
    }


def turning(keys: Sequence[str], count: int) -> list[str]:
    """So many keys, the given ones over and over."""
    return list(islice(cycle(keys), count))


def steps(terminal: Terminal, *keys: str) -> None:
    """Press keys that are not measured."""
    for key in keys:
        terminal.press(key)
        terminal.settle(0.15)


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
