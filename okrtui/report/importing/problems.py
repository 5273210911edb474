"""What is wrong with a spreadsheet, row by row, in the words of the person who has to put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from okrtui.i18n import tr
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


def cell_on_line(text: str, line: int) -> str:
    """A cell with its place: ``2,5 on line 4``."""
    return tr("{cell} on line {line}", cell=shown(text), line=line)


def both_ways(one: str, other: str) -> str:
    """Why a file does not tell how its cells are meant: each of two is written in another way."""
    # for translators: a reason; {one} and {other} are such as "2,5 on line 4"
    return tr("this file has both {one} and {other}", one=one, other=other)


def told(problems: Iterable[Problem]) -> list[str]:
    """One line a bad row, in the order of the file: ``line 7, due: …; and target: …``."""
    rows: dict[int, list[str]] = {}
    for problem in sorted(set(problems)):
        said = _said(problem, with_line=problem.line not in rows)
        rows.setdefault(problem.line, []).append(said)
    return [reduce(_both, parts) for parts in rows.values()]


def _said(problem: Problem, *, with_line: bool) -> str:
    """The problem with its place."""
    line, column, message = problem.line, problem.column, problem.message
    if line and with_line and column:
        return tr("line {line}, {column}: {problem}", line=line, column=column, problem=message)
    if line and with_line:
        return tr("line {line}: {problem}", line=line, problem=message)
    if column:
        return tr("{column}: {problem}", column=column, problem=message)
    # for translators: {problem} goes on with what the file is or has: "is empty", "holds …"
    return tr("the file {problem}", problem=message)


def _both(one: str, other: str) -> str:
    # for translators: two things that are wrong with one row of a file
    return tr("{one}; and {other}", one=one, other=other)
