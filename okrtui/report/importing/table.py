"""The text of a spreadsheet to rows of cells: what stands between them, and where each row begins."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.model.numbers import format_count
from okrtui.patterns import pattern
from okrtui.report.importing.problems import TableError

MAX_ROWS = 20_000
"""The most rows that are read."""

MAX_COLUMNS = 500
"""The most cells of a row."""

DELIMITERS = (",", ";", "\t", "|")
"""What can stand between two cells."""

_SAID = pattern(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
"""What Excel writes on top to name the delimiter."""
_SAMPLE = 60_000
"""Characters from which the delimiter is told."""


@frozen
class Row:
    """A row that is not empty."""

    line: int
    """The line of the file on which it begins, from 1."""
    cells: tuple[str, ...]
    """As they are written, without spaces around them."""

    def cell(self, index: int) -> str:
        """The cell in a column, from 0; empty where the row is shorter."""
        return self.cells[index] if index < len(self.cells) else ""


def sample(text: str) -> str:
    """The beginning of the text, whole lines where it has them."""
    if len(text) <= _SAMPLE:
        return text
    return text[: text.rfind("\n", 0, _SAMPLE) + 1] or text[:_SAMPLE]


def said_delimiter(text: str) -> str | None:
    """The delimiter that the file itself names on its first line; None where it names none."""
    found = _SAID.match(text)
    return found[1] if found and found[1] in DELIMITERS else None


def consistency(text: str, delimiter: str) -> float:
    """How well the text falls into columns at this delimiter: 0 for not at all, up to 1 for a true table."""
    widths: Counter[int] = Counter()
    with suppress(csv.Error):
        widths.update(len(cells) for cells in csv.reader(io.StringIO(text, newline=None), delimiter=delimiter) if cells)
    return max((rows for width, rows in widths.items() if width > 1), default=0) / max(1, widths.total())


def head(text: str, delimiter: str) -> list[Row]:
    """The first rows, however badly the text falls into rows at this delimiter."""
    return list(_records(sample(text), delimiter, strict=False))


def read_table(text: str, delimiter: str) -> list[Row]:
    """All rows that are not empty.

    Raises:
        TableError: quotes are not closed, or there are too many rows or columns.
    """
    rows: list[Row] = []
    for row in _records(text, delimiter, strict=True):
        if len(rows) > MAX_ROWS:
            # for translators: said of a line of the file, which is named before it
            said = tr_n(
                "comes after {count} row; import it in smaller parts",
                "comes after {count} rows; import it in smaller parts",
                MAX_ROWS,
                count=format_count(MAX_ROWS),
            )
            raise TableError(said, row.line)
        if len(row.cells) > MAX_COLUMNS:
            columns = len(row.cells)
            # for translators: said of a line of the file, which is named before it
            said = tr_n(
                "has {count} column, and may have {most}",
                "has {count} columns, and may have {most}",
                columns,
                count=format_count(columns),
                most=MAX_COLUMNS,
            )
            raise TableError(said, row.line)
        rows.append(row)
    return rows


def _records(text: str, delimiter: str, *, strict: bool) -> Iterator[Row]:
    """The rows that are not empty; where quotes are broken, an error or the end."""
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=delimiter, strict=strict)
    end = 0
    try:
        for record in reader:
            begin, end = end + 1, reader.line_num
            cells = [cell.strip() for cell in record]
            while cells and not cells[-1]:
                cells.pop()
            if cells and not (begin == 1 and _is_said(cells, delimiter)):
                yield Row(begin, tuple(cells))
    except csv.Error as error:
        if not strict:
            return
        if "limit" in str(error):
            raise TableError(tr("a cell has no end; close its quotes, or shorten it"), end + 1) from None
        said = tr('the quotes are not closed, or stand within a word; write "" for a quote within quotes')
        raise TableError(said, end + 1) from None


def _is_said(cells: list[str], delimiter: str) -> bool:
    """Whether this is the line that only names the delimiter, which itself falls into cells."""
    return cells[0].lower() in ("sep=", f"sep={delimiter}")
