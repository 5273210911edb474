"""What is wrong with a file, in the words of the person who has to put it right."""

from pathlib import Path

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import clauses, row_of
from okrtui.model.text import display

_LIMIT = 300
"""The most characters shown of each part of a message; a file may hold much longer texts."""


class FileError(Exception):
    """A file that cannot be read as what it should be, or must not be written."""

    path: Path
    """The file."""
    what: str
    """What is wrong, such as ``is no date``; safe to print."""
    do: str
    """What to do about it; safe to print."""
    line: int | None
    """Counted from 1; None where no line is at fault."""
    column: int | None
    """Counted from 1; known for errors in the way the file is written."""
    field: str | None
    """Which value, in people's words: ``due of objective 2, key result 1``."""
    more: int
    """How many more errors the file has."""

    def __init__(
        self,
        path: Path,
        what: str,
        do: str,
        *,
        line: int | None = None,
        column: int | None = None,
        field: str | None = None,
        more: int = 0,
    ) -> None:
        super().__init__(path, what, do)
        self.path = path
        self.what = display(what, _LIMIT)
        self.do = display(do, _LIMIT)
        self.line = line
        self.column = column
        self.field = None if field is None else display(field, _LIMIT)
        self.more = more

    @property
    def where(self) -> str:
        """File, line, column and field as far as known: ``2026-Q4.toml, line 12, due of objective 2``."""
        return self._place(display(self.path.name or str(self.path), _LIMIT))

    def _place(self, name: str) -> str:
        parts = [name]
        if self.line is not None:
            # for translators: the place of an error in a file
            parts.append(tr("line {number}", number=self.line))
        if self.column is not None:
            # for translators: the place of an error in a line of a file
            parts.append(tr("column {number}", number=self.column))
        if self.field is not None:
            parts.append(self.field)
        return row_of(parts)

    def __str__(self) -> str:
        return self._told(self.where)

    def of(self, name: str) -> str:
        """The message with another name for the file, such as the whole way to it."""
        return self._told(self._place(display(name)))

    def _told(self, where: str) -> str:
        said = clauses((self.what, self.do))
        if where:
            # for translators: the file and the line, or the name of what is wrong, and what is wrong with it
            said = tr("{where}: {problem}", where=where, problem=said)
        if not self.more:
            return said
        # for translators: what is wrong with a file, and how much more is wrong with it
        return tr_n(
            "{problem} ({n} more error in this file)",
            "{problem} ({n} more errors in this file)",
            self.more,
            problem=said,
        )


class ReadOnlyError(FileError):
    """A file of a newer version of the program, which this one must not change, and may not even be able to read."""


class MissingError(FileError):
    """The file of a quarter that is not there, or no longer."""


class LockedError(FileError):
    """Another session is saving in the same directory and does not finish."""

    @property
    def where(self) -> str:
        """Nothing: no file is at fault."""
        return ""
