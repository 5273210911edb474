"""The quarters around an open one, read when somebody looks across them and not before."""

import contextlib
from collections.abc import Callable, Sequence

from okrtui.frozen import frozen
from okrtui.model.past_steps import NOTHING_BEFORE, Past
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.errors import FileError
from okrtui.storage.repository import Repository

MOST = 8
"""How many quarters are read before the open one, and after it; a file takes up to a tenth of a second."""
A_YEAR = 4
"""How many quarters a target is held against."""


@frozen
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
    earlier = _read(before[:MOST], _loader(repository), unread)
    later = _read(after[:MOST], _loader(repository), unread)
    return Around(tuple(earlier), tuple(later), tuple(sorted(unread)), max(0, len(before) - MOST))


def read_earlier(repository: Repository, quarter: Quarter) -> tuple[Plan, ...]:
    """The plans of the quarters before one, newest first; those that cannot be read are left out."""
    with contextlib.suppress(FileError):
        before = [known for known in reversed(repository.quarters()) if known < quarter]
        return tuple(_read(before[:MOST], _loader(repository), []))
    return ()


def read_past(repository: Repository, quarter: Quarter) -> Past:
    """What the metrics did in the year before a quarter; what cannot be read is left out."""
    with contextlib.suppress(FileError):
        return past_of(quarter, repository.quarters(), _loader(repository))
    return NOTHING_BEFORE


def past_of(quarter: Quarter, quarters: Sequence[Quarter], load: Callable[[Quarter], Plan]) -> Past:
    """What the metrics did in the year before one of these quarters; what cannot be read is left out.

    Args:
        quarter: the one whose past is wanted.
        quarters: those that there are, oldest first.
        load: the plan of a quarter; raises FileError.
    """
    before = [known for known in reversed(quarters) if known < quarter]
    return Past.of(_read(before[:A_YEAR], load, []))


def _read(
    quarters: Sequence[Quarter], load: Callable[[Quarter], Plan], unread: list[tuple[Quarter, str]]
) -> list[Plan]:
    """The plans of these; what cannot be read is noted."""
    plans: list[Plan] = []
    for quarter in quarters:
        try:
            plans.append(load(quarter))
        except FileError as error:
            unread.append((quarter, str(error)))
    return plans


def _loader(repository: Repository) -> Callable[[Quarter], Plan]:
    return lambda quarter: repository.load(quarter).plan
