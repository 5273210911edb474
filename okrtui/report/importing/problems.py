"""What is wrong with a spreadsheet, row by row, in the words of the person who has to put it right."""

from collections.abc import Iterable
from dataclasses import dataclass

from okrtui.model.text import display

SHOWN = 60
"""The most characters shown of a cell."""


@dataclass(frozen=True, order=True)
class Problem:
    """Something that keeps a spreadsheet from being imported."""

    line: int
    """Where the row begins in the file, from 1; 0 where the whole file is meant."""
    column: str
    """Which column, such as ``due``; empty where the row is meant."""
    message: str
    """What is wrong and what to do about it."""


class TableError(Exception):
    """The file as a whole cannot be read as a tracker."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message, line)
        self.problem = Problem(line, "", message)


def shown(text: str) -> str:
    """A cell as a message shows it, safe to print."""
    return display(" ".join(text.split()), SHOWN)


def told(problems: Iterable[Problem]) -> list[str]:
    """One line a bad row, in the order of the file: ``line 7, due: …; and target: …``."""
    rows: dict[int, list[str]] = {}
    for problem in sorted(set(problems)):
        place = [] if problem.line == 0 or problem.line in rows else [f"line {problem.line}"]
        where = ", ".join(filter(None, [*place, problem.column]))
        said = f"{where}: {problem.message}" if where else f"the file {problem.message}"
        rows.setdefault(problem.line, []).append(said)
    return ["; and ".join(parts) for parts in rows.values()]
