"""The quarters before an open one, for what reaches across quarters."""

import contextlib

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.errors import FileError
from okrtui.storage.repository import Repository

MOST = 8
"""How many quarters are looked back; a file takes up to a tenth of a second to read."""


def earlier_plans(repository: Repository, quarter: Quarter) -> list[Plan]:
    """The plans of the last quarters before this one, oldest first; one that cannot be read is left out."""
    plans: list[Plan] = []
    with contextlib.suppress(FileError):
        for found in [known for known in repository.quarters() if known < quarter][-MOST:]:
            with contextlib.suppress(FileError):
                plans.append(repository.load(found).plan)
    return plans
