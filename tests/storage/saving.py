"""What child processes of the tests do: save in a loop until they are killed, or a given number of times."""

import datetime as dt
import itertools
import os
import signal
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from okrtui.model.edits import Add
from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.lock import locked
from okrtui.storage.repository import Repository
from tests.support.plans import small_plan

Q4 = Quarter(2026, 4)


def clock() -> dt.datetime:
    """The same moment at each call: versions must keep their order even then."""
    return dt.datetime(2026, 11, 12, 9, tzinfo=dt.UTC)


def long_plan(word: str) -> Plan:
    """A plan of several pages, full of the word."""
    check_in = CheckIn(date=dt.date(2026, 10, 12), value=Decimal("2.50"), note=word * 20)
    return small_plan().replace(
        objectives=tuple(
            Objective(
                id=f"o{o}",
                title=word,
                key_results=tuple(
                    KeyResult(id=f"o{o}k{k}", title=word, notes=f"{word}\n" * 40, check_ins=(check_in,))
                    for k in range(5)
                ),
            )
            for o in range(4)
        )
    )


def save_for_ever(directory: str, started: Connection) -> None:
    """Save one long plan and the other in turn, until killed; tell after the first save."""
    repository = Repository(Path(directory), clock)
    one, other = long_plan("one"), long_plan("other")
    stored = repository.load(Q4)
    while True:
        stored = repository.update(Q4, lambda plan: other if plan == one else one, stored)
        if not started.closed:
            started.send(True)
            started.close()


def save_and_die(directory: str, call: str, nth: int) -> None:
    """Save a new focus, but be killed in place of the n-th system call of that name."""
    calls = itertools.count()
    real = getattr(os, call)

    def deadly(*args: Any, **options: Any) -> Any:
        if next(calls) == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **options)

    setattr(os, call, deadly)
    Repository(Path(directory), clock).update(Q4, lambda plan: plan.replace(focus="new"))
    setattr(os, call, real)


def add_actions(directory: str, name: str, count: int) -> None:
    """Add that many actions to the first key result, one save each."""
    repository = Repository(Path(directory), clock)
    for number in range(count):
        add = Add(Action(id=f"{name}{number}", title=name), "kr0001")
        repository.update(Q4, add.apply)


def hold_lock(control: str, holding: Connection) -> None:
    """Hold the lock and tell so, until killed."""
    with locked(Path(control), clock()):
        holding.send(True)
        holding.recv()
