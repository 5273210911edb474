"""The quarters around an open one, read when somebody looks across them and not before."""

from collections.abc import Sequence
from dataclasses import dataclass

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.errors import FileError
from okrtui.storage.repository import Repository

MOST = 8
"""How many quarters are read before the open one, and after it; a file takes up to a tenth of a second."""


@dataclass(frozen=True)
class Around:
    """What was found around a quarter."""

    earlier: tuple[Plan, ...] = ()
    """The plans before, newest first."""
    later: tuple[Plan, ...] = ()
    """The plans after, oldest first."""
    unread: tuple[tuple[Quarter, str], ...] = ()
    """Quarters whose file cannot be read, with why; they are left out."""
    older: int = 0
    """How many quarters lie before those that were read."""


def read_around(repository: Repository, quarter: Quarter) -> Around:
    """The plans of the quarters around one, as they are on disk now.

    Raises:
        FileError: the directory cannot be listed.
    """
    quarters = repository.quarters()
    before = [known for known in reversed(quarters) if known < quarter]
    after = [known for known in quarters if known > quarter]
    unread: list[tuple[Quarter, str]] = []
    earlier = _read(repository, before[:MOST], unread)
    later = _read(repository, after[:MOST], unread)
    return Around(tuple(earlier), tuple(later), tuple(sorted(unread)), max(0, len(before) - MOST))


def _read(repository: Repository, quarters: Sequence[Quarter], unread: list[tuple[Quarter, str]]) -> list[Plan]:
    plans: list[Plan] = []
    for quarter in quarters:
        try:
            plans.append(repository.load(quarter).plan)
        except FileError as error:
            unread.append((quarter, str(error)))
    return plans
