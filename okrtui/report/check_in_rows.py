"""Check-ins as they are written: in a table with a row for each, or as one command."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from okrtui.frozen import frozen
from okrtui.i18n import Code, tr, tr_n
from okrtui.model.numbers import format_count
from okrtui.model.text import display

COLUMNS = ("key_result", "value", "confidence", "note", "date")
"""The columns of a table, in the order in which they stand where no heading says another; two are needed."""

MOST_ROWS = 2_000
"""The most rows of a table, so that other windows need not wait long; ten quarters of fifteen key results have less."""

_NEEDED = 2
_DELIMITERS = ",;\t"
_SHOWN = 60
"""The most characters shown of a column's name."""


@frozen
class Row:
    """One check-in as it was written; None where nothing was."""

    line: int
    """Where the row begins in its table, from 1; 0 where there is no table."""
    key_result: str
    """Position or id."""
    value: str
    """As people type it; empty where it is the last one again."""
    confidence: str | None = None
    note: str | None = None
    date: str | None = None

    @property
    def written_in(self) -> Code | None:
        """The language of its value and date: a table means the same whatever language is spoken."""
        return "en" if self.line else None


@frozen
class Rows:
    """Check-ins that belong together."""

    rows: Sequence[Row]
    problems: Mapping[int, str]
    """What could not be read as a row, by its line."""


class RowsError(Exception):
    """Rows that are wrong."""

    problems: list[str]
    """What is wrong with each, and what to do; begins with its line where there is a table."""

    def __init__(self, problems: Mapping[int, str]) -> None:
        """``problems`` are the messages by line; under 0 where there is no table."""
        super().__init__(problems)
        self.problems = [
            tr("line {line}: {problem}", line=line, problem=problems[line]) if line else problems[line]
            for line in sorted(problems)
        ]


class _HeadingError(Exception):
    """A heading that names something else than the columns."""


def read_rows(text: str) -> Rows:
    """The rows of a table: comma, semicolon or tab between the columns, a heading or none, quotes where needed."""
    rows: list[Row] = []
    problems: dict[int, str] = {}
    columns: Sequence[str] = COLUMNS
    for number, (line, cells) in enumerate(_records(text, problems)):
        if number == 0 and _is_heading(cells):
            try:
                columns = _heading(cells)
            except _HeadingError as error:
                columns_are = tr("{problem}; the columns are {columns}", problem=error, columns=", ".join(COLUMNS))
                return Rows((), {line: columns_are})
        elif len(cells) > len(columns):
            # for translators: said of a line in a table
            problems[line] = tr_n(
                "has {n} column and may have {most}; put a text or a number with a comma in quotes",
                "has {n} columns and may have {most}; put a text or a number with a comma in quotes",
                len(cells),
                most=len(columns),
            )
        elif len(cells) < _NEEDED:
            # for translators: said of a line in a table
            problems[line] = tr(
                "has one column; write {columns}, and a comma where there is no value",
                columns=",".join(COLUMNS[:_NEEDED]),
            )
        elif len(rows) == MOST_ROWS:
            # for translators: said of a line in a table
            too_many = tr_n(
                "comes after {rows} row; give them in smaller parts",
                "comes after {rows} rows; give them in smaller parts",
                MOST_ROWS,
                rows=format_count(MOST_ROWS),
            )
            return Rows((), {line: too_many})
        else:
            found = {name: cell for name, cell in zip(columns, cells, strict=False) if cell}
            rows.append(Row(line, found.pop("key_result", ""), found.pop("value", ""), **found))
    return Rows(rows, problems)


def _records(text: str, problems: dict[int, str]) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line on which it begins; what cannot be read is a problem."""
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=_delimiter(text), strict=True)
    end = 0
    try:
        for record in reader:
            begin, end = end + 1, reader.line_num
            cells = [cell.strip() for cell in record]
            while cells and not cells[-1] and len(cells) > _NEEDED:
                cells.pop()
            if any(cells):
                yield begin, cells
    except csv.Error as error:
        if "limit" in str(error):
            problems[end + 1] = tr("a text is far too long; write at most a page")
        else:
            problems[end + 1] = tr(
                'the quotes are not closed, or stand within a word; write "" for a quote within quotes'
            )


def _delimiter(text: str) -> str:
    """What stands between the columns: the first that may, since no key result's name holds one."""
    quoted = False
    for char in text:
        quoted ^= char == '"'
        if char in _DELIMITERS and not quoted:
            return char
    return _DELIMITERS[0]


def _is_heading(cells: Sequence[str]) -> bool:
    return _name(cells[0]) in COLUMNS or COLUMNS[0] in map(_name, cells)


def _heading(cells: Sequence[str]) -> list[str]:
    """The columns that a heading names.

    Raises:
        _HeadingError: it names others, or lacks some.
    """
    names = [_name(cell) for cell in cells]
    for name, cell in zip(names, cells, strict=True):
        if name not in COLUMNS:
            # for translators: the heading of a table
            named = tr("{name} is no column", name=display(cell, _SHOWN))
            raise _HeadingError(named if cell else tr("a heading without a name is no column"))
        if names.count(name) > 1:
            # for translators: the heading of a table
            raise _HeadingError(tr("{name} stands twice", name=display(cell, _SHOWN)))
    if missing := [name for name in COLUMNS[:_NEEDED] if name not in names]:
        raise _HeadingError(tr("there is no column {name}", name=missing[0]))
    return names


def _name(cell: str) -> str:
    """The column that a cell of a heading names, whatever its case."""
    name = "_".join(cell.casefold().replace("-", " ").split())
    return COLUMNS[0] if name == "kr" else name
