"""What would come of a spreadsheet, read as the person said; nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.edits import EditError
from okrtui.model.plan import Plan
from okrtui.report.importing import (
    AddImported,
    Options,
    added_lines,
    columns_of,
    counts,
    read_spreadsheet,
    spreadsheet_bytes,
    told,
)
from okrtui.report.importing.amounts import Decimals
from okrtui.report.importing.days import Order
from okrtui.report.importing.field_words import field_words
from okrtui.storage.errors import FileError
from okrtui.tui.world import World


@dataclass(frozen=True)
class Answers:
    """What the person said of a file."""

    dates: Order | None = None
    """What stands first in 10/11; None lets the file tell."""
    decimal: Decimals | None = None
    """What stands before decimals; None lets the file tell."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Headers with what they hold: ``Ziel`` to ``objective``."""

    def words(self) -> Iterator[str]:
        """What was said, a phrase each."""
        if self.dates == "dmy":
            yield tr("in dates the day stands first")
        elif self.dates == "mdy":
            yield tr("in dates the month stands first")
        if self.decimal == "comma":
            yield tr("a comma stands before decimals")
        elif self.decimal == "point":
            yield tr("a point stands before decimals")
        for header, meaning in self.columns.items():
            if meaning == "ignore":
                yield tr('"{header}" is left out', header=header)
            else:
                # for translators: what a column of the file holds: "Ziel" is objective
                yield tr('"{header}" is {field}', header=header, field=field_words(meaning))


@frozen
class Trial:
    """What came of reading the file."""

    edit: AddImported | None = None
    """What adds it; None where something keeps it out."""
    counted: str = ""
    """``3 objectives and 9 key results``; empty where something keeps it out."""
    lines: tuple[str, ...] = ()
    """What would be added, or one line for each row that keeps it out; safe to print."""
    columns: tuple[tuple[str, str], ...] = ()
    """Each header with the field that it is taken for, empty where it is not read."""


def try_out(path: Path, answers: Answers, plan: Plan, world: World) -> Trial:
    """Read the file as it is now."""
    try:
        data = spreadsheet_bytes(path)
    except FileError as error:
        return Trial(lines=(str(error),))
    pairs = [f"{header}={meaning}" for header, meaning in answers.columns.items()]
    options = Options.into(plan, world.today(), answers.dates, answers.decimal, pairs)
    imported, columns = read_spreadsheet(data, options), columns_of(data, options)
    if imported.problems:
        return Trial(lines=tuple(told(imported.problems)), columns=columns)
    try:
        lines = tuple(added_lines(imported, plan, world.today(), world.settings.bands()))
    except EditError as error:
        return Trial(lines=(str(error),), columns=columns)
    return Trial(AddImported(imported.plan_part), counts(imported.plan_part), lines, columns)
