"""Which row of a spreadsheet names the columns, and what each column holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrtui.frozen import frozen, replace
from okrtui.i18n import tr
from okrtui.i18n_lists import row_of
from okrtui.patterns import pattern
from okrtui.report.importing import amounts, days
from okrtui.report.importing.field_words import field_words
from okrtui.report.importing.meanings import IGNORE, ITEMS, SHARED, WORKED_OUT, Item, Meaning, item_named, meanings
from okrtui.report.importing.problems import TableError, shown
from okrtui.report.importing.table import Row
from okrtui.report.importing.words import fold, vocabulary

NUMBERS = ("baseline", "target", "current", "confidence", "weight", "progress", "score")
"""Fields that hold a number."""

DATES = ("due", "start", "done_on", "dropped_on", "current_on")
"""Fields that hold a date."""

CHOICES = ("kind", "indicator", "ambition")
"""Fields that hold one of a few words."""

_WORDS = (*CHOICES, "level")
"""Fields that a column has only where its words are those of the field."""

_MOST_TITLES = 40
"""Rows that may stand above the one with the names."""
_SIGNS = pattern(r"[%€$£¥₩]")
_MOST_NAMED = 12
"""Headers that a message lists."""


@frozen
class Column:
    """A column whose values are read."""

    index: int
    """From 0."""
    header: str
    """As it stands in the file."""
    field: str
    """What it holds: ``objective``, ``due``."""
    of: Item | None
    """Whose field it is; None where the row says it."""
    exact: bool
    """Whether the header is the field's name and nothing else."""
    sign: str = ""
    """``%`` or a currency that stands in the header, for cells without a unit of their own."""

    @property
    def said(self) -> str:
        """How a message names it: ``due``, or ``due (Fällig)``."""
        name = field_words(self.field)
        if fold(name) == fold(self.header):
            return name
        # for translators: what a column holds, and what the file calls it: "due (Fällig)"
        return tr("{field} ({header})", field=name, header=shown(self.header))


@frozen
class Heading:
    """The names of the columns."""

    row: int
    """Which row they stand in, from 0."""
    columns: tuple[Column, ...]
    """From left to right."""
    unknown: tuple[str, ...]
    """Headers of columns that are not read, safe to print."""
    languages: frozenset[str]
    """Those in which most of the names are."""
    own: bool
    """Whether they are those of our own export."""

    def not_understood(self) -> str:
        """Which columns are not read, and how one says what they hold; there is one at least."""
        columns, option = listed_headers(self.unknown), mapping(self.unknown, "key_result")
        # for translators: names of columns of a file, and an option to write
        return tr("not understood: {columns}; say what one of them holds like {option}", columns=columns, option=option)

    def find(self, field: str) -> Column | None:
        """The first column of a field; None where there is none."""
        return next((column for column in self.columns if column.field == field), None)


def recognised(rows: Sequence[Row], mapped: Mapping[str, str]) -> int:
    """How many fields the best of the first rows names."""
    return max((len(_fields_in(row, mapped)) for row in rows[:_MOST_TITLES]), default=0)


def read_heading(rows: Sequence[Row], mapped: Mapping[str, str]) -> Heading:
    """The names of the columns.

    Args:
        rows: all rows of the file, at least one.
        mapped: folded headers, with the field that the person says they mean.

    Raises:
        TableError: no row names them, a column that is needed is not among them, or two could be the same.
    """
    at = _row_of_names(rows, mapped)
    row, below = rows[at], rows[at + 1 :]
    there = {fold(header) for header in row.cells}
    if missing := [name for name in mapped if name not in there]:
        said = tr(
            '--map names a column "{header}" that is not there; the columns are {columns}',
            header=shown(missing[0]),
            columns=_all(row),
        )
        raise TableError(said, row.line)
    columns = _single(_attached(_usable(_columns(row, below, mapped))), row)
    read = {column.index for column in columns}
    unknown = tuple(
        shown(header)
        for index, header in enumerate(row.cells)
        if header and index not in read and mapped.get(fold(header)) != IGNORE
    )
    _require(columns, unknown, row)
    return Heading(
        row=at,
        columns=columns,
        unknown=unknown,
        languages=_languages(row),
        own={"objective_number", "key_result_number"} <= {column.field for column in columns},
    )


def taken_for(rows: Sequence[Row], mapped: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Each header as it stands in the file with the field that it is taken for; empty where the column is not read.

    Args:
        rows: all rows of the file, at least one.
        mapped: folded headers, with the field that the person says they mean.
    """
    at = _row_of_names(rows, mapped)
    fields = {column.index: column.field for column in _usable(_columns(rows[at], rows[at + 1 :], mapped))}
    return tuple((header, fields.get(index, "")) for index, header in enumerate(rows[at].cells) if header)


def _row_of_names(rows: Sequence[Row], mapped: Mapping[str, str]) -> int:
    """The row, from 0, that names the most fields; the first of those that name as many."""
    first = rows[:_MOST_TITLES]
    return max(range(len(first)), key=lambda index: (len(_fields_in(first[index], mapped)), -index))


def _meanings(header: str, mapped: Mapping[str, str]) -> tuple[Meaning, ...]:
    """What a header can mean; what the person said counts alone."""
    field = mapped.get(fold(header)) if header else IGNORE
    if field is None:
        return meanings(header)
    own = next((meaning.of for meaning in meanings(field.replace("_", " ")) if meaning.field == field), None)
    return () if field == IGNORE else (Meaning(field, own, exact=True),)


def _fields_in(row: Row, mapped: Mapping[str, str]) -> set[str]:
    return {found[0].field for header in row.cells if (found := _meanings(header, mapped))}


def _columns(row: Row, below: Sequence[Row], mapped: Mapping[str, str]) -> Iterator[Column]:
    """The columns that are known; where a name means several fields, the one that fits the cells and is free."""
    meant = {index: found for index, header in enumerate(row.cells) if (found := _meanings(header, mapped))}
    taken = {found[0].field for found in meant.values() if len(found) == 1}
    for index, found in meant.items():
        header = row.cells[index]
        cells = [cell for line in below if (cell := line.cell(index))]
        fitting = [meaning for meaning in found if fold(header) in mapped or _fits(meaning.field, cells)]
        if len(found) > 1:
            likely = fitting or [meaning for meaning in found if meaning.field not in _WORDS]
            fitting = [meaning for meaning in likely if meaning.field not in taken]
            taken.update(meaning.field for meaning in fitting[:1])
        elif not fitting and found[0].field not in _WORDS and not _has_better(found[0].field, index, meant):
            fitting = list(found)
        if fitting:
            sign = _SIGNS.search(header) if fitting[0].field in NUMBERS else None
            yield Column(index, header, fitting[0].field, fitting[0].of, fitting[0].exact, sign[0] if sign else "")


def _has_better(field: str, index: int, meant: Mapping[int, Sequence[Meaning]]) -> bool:
    """Whether a column of numbers, called *Objective #*, stands beside one that can hold the titles."""
    return field in ITEMS and any(
        meaning.field == field for other, found in meant.items() if other != index for meaning in found
    )


def _fits(field: str, cells: Sequence[str]) -> bool:
    """Whether at least half of the cells of a column look like what this field holds."""
    return not cells or sum(_looks_like(field, cell) for cell in cells) * 2 >= len(cells)


def _looks_like(field: str, cell: str) -> bool:
    if field in NUMBERS:
        return amounts.scan(cell) is not None or fold(cell) in vocabulary().blanks
    if field in DATES:
        return days.scan(cell) is not None
    if field in ITEMS:
        return amounts.scan(cell) is None
    if field == "level":
        return item_named(cell) is not None
    return fold(cell) in vocabulary().choices[field] if field in CHOICES else True


def _usable(columns: Iterable[Column]) -> list[Column]:
    """The columns, those for the kind of item and its title only where there are both."""
    found = list(columns)
    both = {"level", "title"} <= {column.field for column in found}
    return [column for column in found if both or column.field not in ("level", "title")]


def _attached(columns: Sequence[Column]) -> list[Column]:
    """The columns, each knowing whose field it is: what stands to its left decides where its name does not."""
    by_row = any(column.field == "level" for column in columns)
    statuses = sum(column.field == "status" for column in columns)
    attached: list[Column] = []
    left: Item = "key_result"
    for column in columns:
        of = column.of
        if column.field in ITEMS:
            left = next(item for item in ITEMS if item == column.field)
        elif of is not None and column.field not in WORKED_OUT:
            left = of
        elif column.field in SHARED and not by_row:
            of = "key_result" if left == "objective" and column.field != "notes" else left
            if column.field == "status" and statuses == 1 and any(c.field == "action" for c in attached):
                of = "action"  # a key result has no status that could be kept
        attached.append(replace(column, of=of))
    return attached


def _single(columns: Sequence[Column], row: Row) -> tuple[Column, ...]:
    """The columns without those whose header is less exact than another's of the same field.

    Raises:
        TableError: two are as good, and only one can be meant.
    """
    kept: list[Column] = []
    for column in columns:
        rivals = [other for other in columns if (other.field, other.of) == (column.field, column.of)]
        exact = [other for other in rivals if other.exact]
        several = column.field in (*WORKED_OUT, "action", "notes") or (column.field, column.of) == (
            "status",
            "key_result",
        )
        if len(rivals) > 1 and not several:
            if len(exact) != 1:
                one, other = (shown(rival.header) for rival in rivals[:2])
                # for translators: two columns of a file, and what both could hold: objective, due, …
                said = tr(
                    '"{one}" and "{other}" could both be {field}; leave one out with {option}',
                    one=one,
                    other=other,
                    field=field_words(column.field),
                    option=f'--map "{other}={IGNORE}"',
                )
                raise TableError(said, row.line)
            if column != exact[0]:
                continue
        kept.append(column)
    return tuple(kept)


def _require(columns: Sequence[Column], unknown: Sequence[str], row: Row) -> None:
    """Refuse a table that cannot become a plan.

    Raises:
        TableError: nothing says what the objectives are, which key results the actions serve, or whose the values are
            where a column that is not known could say it.
    """
    there = {column.field for column in columns}
    is_measured = bool(unknown) and bool(there & {"baseline", "target", "current"})
    needed = ["objective", *(["key_result"] if "action" in there or is_measured else [])]
    missing = [] if "level" in there else [field for field in needed if field not in there]
    if not missing:
        return
    field, option = field_words(missing[0]), mapping(unknown, missing[0])
    if unknown:
        said = tr(
            "no column is known to hold the {field}; say which one does like {option}; not understood: {columns}",
            field=field,
            option=option,
            columns=listed_headers(unknown),
        )
    else:
        said = tr(
            "no column is known to hold the {field}; name it like {option}; the columns are {columns}",
            field=field,
            option=option,
            columns=_all(row),
        )
    raise TableError(said, row.line)


def mapping(headers: Sequence[str], field: str) -> str:
    """How one writes that a column holds a field; with its own name where it can be no other."""
    return f'--map "{headers[0] if len(headers) == 1 else "Column"}={field.replace("_", " ")}"'


def listed_headers(headers: Sequence[str]) -> str:
    """The names of columns, of many the first."""
    return row_of([*headers[:_MOST_NAMED], "…"] if len(headers) > _MOST_NAMED else headers)


def _all(row: Row) -> str:
    """The names of the columns, of many the first."""
    return listed_headers([shown(header) for header in row.cells if header])


def _languages(row: Row) -> frozenset[str]:
    """The languages in which most of the names are."""
    votes: dict[str, int] = {}
    for header in row.cells:
        for language in vocabulary().languages.get(fold(header), ()):
            votes[language] = votes.get(language, 0) + 1
    most = max(votes.values(), default=0)
    return frozenset(language for language, count in votes.items() if count == most)
