"""Regular expressions that are compiled where they are first used, not where they are written.

To compile the ninety of this program takes a tenth of its start, and a start uses a dozen.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, AnyStr, cast


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, compiled when it is first asked for something.

    Raises:
        re.error: at the first use, the text is no regular expression.
    """
    return cast(re.Pattern[AnyStr], _Later(partial(re.compile, text, flags)))


class _Later:
    """A pattern that is not compiled yet, then its compiled self's methods."""

    def __init__(self, compiled: Callable[[], re.Pattern[Any]]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        """The compiled pattern's own; kept, so that it is asked for once."""
        self.__dict__[name] = found = getattr(self._compiled(), name)
        return found
