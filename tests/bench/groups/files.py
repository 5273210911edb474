"""Loading and saving a quarter, beside the libraries alone: tomllib and pydantic, tomli-w and fsync."""

import datetime as dt
import os
import tempfile
import time
import tomllib
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import tomli_w

from okrtui.model.plan import Plan
from okrtui.storage.document import to_document
from okrtui.storage.repository import Repository
from tests.bench.plans import QUARTER, SHAPES, make_plan, write_quarters
from tests.bench.programs import Bench
from tests.bench.rows import Figure, Row, Sample, in_turn

LOAD, SAVE = 1.3, 15 / 5.5
"""Budgets: a save may take 15 ms where the libraries alone take 5.5, since the text is read back before the rename."""
_TIMES = 3
"""Rounds of these short runs for one of the others."""


def measure(bench: Bench) -> list[Row]:
    return [row for nodes in SHAPES for row in _of_size(bench, nodes)]


def _of_size(bench: Bench, nodes: int) -> list[Row]:
    load, save = (LOAD, SAVE) if nodes == 125 else (None, None)
    with tempfile.TemporaryDirectory() as name:
        saver = Saver(Path(name), nodes)
        rounds = bench.rounds * _TIMES
        return [
            *in_turn(
                rounds, [Figure("time", f"load {nodes:,} nodes", ratio=load)], saver.load, saver.parse, "libraries"
            ),
            *in_turn(
                rounds, [Figure("time", f"save {nodes:,} nodes", ratio=save)], saver.save, saver.dump, "libraries"
            ),
        ]


class Saver:
    """A quarter of some size in a directory."""

    def __init__(self, directory: Path, nodes: int) -> None:
        write_quarters(directory / "plans", nodes)
        self._repository = Repository(directory / "plans", lambda: dt.datetime.now(dt.UTC))
        self._path = self._repository.path(QUARTER)
        self._beside = directory / "beside.toml"
        self._plan = make_plan(nodes)
        self._stored = self._repository.load(QUARTER)
        self._saves = 0

    def load(self) -> Sample:
        return _timed(lambda: self._repository.load(QUARTER))

    def parse(self) -> Sample:
        return _timed(lambda: Plan.read(tomllib.loads(self._path.read_text(), parse_float=Decimal)))

    def save(self) -> Sample:
        """Save an edit of the focus."""
        return _timed(self._edit)

    def dump(self) -> Sample:
        return _timed(partial(_replace, self._beside, self._plan))

    def _edit(self) -> None:
        self._saves += 1
        focus = f"Demand that we own, {self._saves}"
        self._stored = self._repository.update(QUARTER, lambda plan: plan.replace(focus=focus), self._stored)


def _replace(path: Path, plan: Plan) -> None:
    """Write beside, sync, rename, sync the directory."""
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        tomli_w.dump(to_document(plan), file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _timed(call: Callable[[], object]) -> Sample:
    began = time.perf_counter()
    call()
    return {"time": (time.perf_counter() - began) * 1000}
