"""The bytes of a spreadsheet to objectives; the one door for the command line and the interface."""

from collections.abc import Iterator, Sequence

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.model.numbers import format_count
from okrtui.model.plan import Objective
from okrtui.report.importing import table
from okrtui.report.importing.amounts import Decimals
from okrtui.report.importing.building import Builder
from okrtui.report.importing.decoding import Decoded, decodings, empty
from okrtui.report.importing.field_words import field_words
from okrtui.report.importing.headers import Heading, read_heading, recognised, taken_for
from okrtui.report.importing.meanings import WORKED_OUT, names_several
from okrtui.report.importing.notes import Notes, some_of
from okrtui.report.importing.options import Options
from okrtui.report.importing.problems import Problem, TableError, shown
from okrtui.report.importing.rows import Gathering
from okrtui.report.importing.values import Reader
from okrtui.report.importing.words import fold
from okrtui.storage.codec import MAX_ITEMS

_COMMAS = frozenset({"de", "fr"})
"""Languages that write a comma before decimals."""
_POINTS = frozenset({"en", "ja", "ko"})


@frozen
class Imported:
    """What a spreadsheet holds."""

    plan_part: tuple[Objective, ...] = ()
    """Its objectives with all below them; nothing where there is a problem."""
    problems: tuple[Problem, ...] = ()
    """What is wrong, in the order of the file."""
    left_out: tuple[str, ...] = ()
    """What stands in the file and not in the plan, a phrase each, safe to print."""
    read_as: tuple[str, ...] = ()
    """How the file was read where that is not plain, a phrase each, safe to print."""


def read_spreadsheet(data: bytes, options: Options) -> Imported:
    """The objectives in a spreadsheet that was saved as CSV, whatever its encoding, delimiter and language.

    Any bytes give an answer: objectives, or problems. All rows are read or none.
    """
    try:
        decoded, delimiter = _form(data, options)
        rows = table.read_table(decoded.text, delimiter)
        if not rows:
            raise empty()
        heading = read_heading(rows, options.mapped)
    except TableError as error:
        return Imported(problems=(error.problem,))
    below = rows[heading.row + 1 :]
    reader = Reader.of(below, heading, options, _guess(heading, delimiter))
    notes = Notes()
    gathering = Gathering(heading, reader, notes)
    gathering.read(below, rows[heading.row])
    builder = Builder(options, notes)
    objectives = () if gathering.problems else builder.objectives(gathering.plan)
    problems = [*gathering.problems, *builder.problems, *_too_much(objectives)]
    if problems:
        return Imported(problems=tuple(sorted(set(problems))))
    return Imported(
        objectives,
        left_out=(*_columns_left_out(heading), *notes.left_out()),
        read_as=(*_encoding(decoded), *_first_names(heading, options), *notes.read_as()),
    )


def columns_of(data: bytes, options: Options) -> tuple[tuple[str, str], ...]:
    """Each header of a spreadsheet with the field that it is taken for; nothing where the bytes are no table.

    The field is empty where the column is not read.
    """
    try:
        decoded, delimiter = _form(data, options)
        rows = table.read_table(decoded.text, delimiter)
    except TableError:
        return ()
    return taken_for(rows, options.mapped) if rows else ()


def _form(data: bytes, options: Options) -> tuple[Decoded, str]:
    """The encoding and the delimiter under which most columns are known, then in which the rows are most alike.

    Raises:
        TableError: the bytes are no text.
    """
    best: tuple[tuple[float, ...], Decoded, str] | None = None
    for turn, decoded in enumerate(decodings(data)):
        said = table.said_delimiter(decoded.text)
        for rank, delimiter in enumerate([said] if said else table.DELIMITERS):
            known = recognised(table.head(decoded.text, delimiter), options.mapped)
            alike = table.consistency(table.sample(decoded.text), delimiter)
            merit = (known, round(alike, 2), -turn, -rank)
            if best is None or merit > best[0]:
                best = merit, decoded, delimiter
    assert best is not None, "there is one encoding at least"
    return best[1], best[2]


def _guess(heading: Heading, delimiter: str) -> Decimals | None:
    """What the file's language and delimiter suggest to stand before decimals; None where they disagree."""
    languages = heading.languages
    if delimiter == ";" or (languages and languages <= _COMMAS):
        return None if languages & _POINTS - {"en"} else "comma"
    return "point" if languages and languages <= _POINTS else None


def _too_much(objectives: Sequence[Objective]) -> Iterator[Problem]:
    """What says that the file holds more than a quarter can, or nothing."""
    items = sum(1 + len(o.key_results) + sum(len(k.actions) for k in o.key_results) for o in objectives)
    if items > MAX_ITEMS:
        # for translators: said of the file, which is named before it
        said = tr_n(
            "holds {count} objective, key result or action; a quarter holds {most}",
            "holds {count} objectives, key results and actions; a quarter holds {most}",
            items,
            count=format_count(items),
            most=format_count(MAX_ITEMS),
        )
        yield Problem(0, "", said)


def _columns_left_out(heading: Heading) -> Iterator[str]:
    worked_out = tuple(column.header for column in heading.columns if column.field in WORKED_OUT)
    if heading.own:
        headers = some_of((*worked_out, *heading.unknown))
        yield tr("columns of okrtui's own that a plan does not hold: {headers}", headers=headers)
        return
    if worked_out:
        yield tr("columns that okrtui works out itself: {headers}", headers=some_of(worked_out))
    if heading.unknown:
        yield tr("columns that are not known: {headers}", headers=some_of(heading.unknown))


def _first_names(heading: Heading, options: Options) -> Iterator[str]:
    """The columns whose names say several things, with the one that they are taken for."""
    for column in heading.columns:
        if fold(column.header) not in options.mapped and names_several(column.header):
            # for translators: how a file was read: a column's name, and what it is taken for
            yield tr('"{header}" as {field}', header=shown(column.header), field=field_words(column.field))


def _encoding(decoded: Decoded) -> Iterator[str]:
    """The encoding, where it was told by nothing but the words that it gives."""
    if decoded.encoding:
        # for translators: how the file was read: "Read: the file as Shift-JIS (Japanese) text; where letters …"
        yield tr(
            "the file as {encoding} text; where letters look wrong, save it as CSV in UTF-8",
            encoding=tr(decoded.encoding),
        )
