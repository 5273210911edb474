"""What was worked out of an item, kept for as long as the item stays the very same object.

Items are frozen: an edit makes new ones on the way down to what it changes, and leaves all the others as they are.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Kept(Generic[Result]):
    """Results by the items that they were worked out of, from one round over a plan to the next."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._around: object = None
        self._before: dict[int, tuple[object, Result]] = {}
        self._now: dict[int, tuple[object, Result]] = {}

    def begin(self, around: object) -> None:
        """Begin a round. ``around`` is all that the results hang on beside the items; another one lets them go."""
        self._before = self._now if around == self._around else {}
        self._around, self._now = around, {}

    def of(self, item: object, work: Callable[[], Result]) -> Result:
        """The result of the item: the one of the round before, where it is the same item."""
        known = self._before.get(id(item))
        result = known[1] if known is not None and known[0] is item else work()
        self._now[id(item)] = item, result
        return result
