"""The command that reads a spreadsheet tracker into a quarter: all of it, or a line for each bad row."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, complain, write_lines
from okrtui.cli.saving import told as told_of_the_system
from okrtui.cli.situation import Situation, named_quarter
from okrtui.cli.wrong_rows import nothing_written
from okrtui.i18n import tr

if TYPE_CHECKING:
    from okrtui.model.plan import Plan
    from okrtui.model.quarter import Quarter
    from okrtui.report.importing import Options
    from okrtui.storage.repository import Repository

_FINE, _WRONG = 0, 2


def import_file(options: argparse.Namespace, situation: Situation) -> int:
    """Add a spreadsheet's objectives to a quarter that is new or in planning; or show what would come of it.

    Raises:
        UsageError: the options contradict each other, or the quarter is not in planning.
        FileError: the spreadsheet or the quarter cannot be read, or not be written.
    """
    from okrtui.model.edits import EditError
    from okrtui.model.goalposts import WithReason
    from okrtui.report.importing import AddImported, about_lines, counts, preview_lines, read_spreadsheet, told

    if options.quarter is None:
        command = "okrtui import tracker.csv --quarter 2026-Q4"
        raise UsageError(tr("{option} is missing; write it like {command}", option="--quarter", command=command))
    quarter = named_quarter(options.quarter)
    settings, repository = situation.settings(), situation.repository()
    plan, is_new = _plan(quarter, situation, repository)
    reading = _reading(options, plan, situation)
    imported = read_spreadsheet(_data(options.file), reading)
    if imported.problems:
        complain(situation.environ, *nothing_written(told(imported.problems)))
        return _WRONG
    edit = AddImported(imported.plan_part)
    try:
        if options.dry_run:
            lines = preview_lines(imported, plan, situation.today(), settings.bands())
            left = tr("Nothing was written; leave out --dry-run to import it into {quarter}.", quarter=quarter)
            write_lines([*lines, left], situation.environ)
            return _FINE
        # no reason can be given here: where the quarter was committed meanwhile, nothing is added
        _save(repository, plan, WithReason(edit, "", situation.today()).apply, is_new)
    except EditError as error:
        raise UsageError(str(error)) from error
    amount = counts(imported.plan_part)
    if is_new:
        said = tr("imported {amount} into {quarter}, a new quarter (saved)", amount=amount, quarter=quarter)
    else:
        # for translators: amount is such as: 3 objectives, 5 key results and 2 actions
        said = tr("imported {amount} into {quarter} (saved)", amount=amount, quarter=quarter)
    write_lines([said, *about_lines(imported, plan)], situation.environ)
    return _FINE


def _plan(quarter: "Quarter", situation: Situation, repository: "Repository") -> "tuple[Plan, bool]":
    """The plan that is added to, and whether it is yet to be made.

    Raises:
        UsageError: it is not in planning.
        FileError: it cannot be read, or may not be written.
    """
    from okrtui.storage.errors import ReadOnlyError

    if not repository.exists(quarter):
        return situation.settings().empty_plan(quarter), True
    stored = repository.load(quarter)
    if stored.read_only:
        raise ReadOnlyError(repository.path(quarter), stored.read_only, tr("update okrtui to change it"))
    if stored.plan.phase != "planning":
        raise UsageError(
            # for translators: phase is: active, or: closed
            tr(
                "{quarter} is {phase}, and a spreadsheet goes into a quarter in planning or a new one; "
                "name another with --quarter, such as {other}",
                quarter=quarter,
                phase=tr(stored.plan.phase),
                other=quarter.shifted(1),
            )
        )
    return stored.plan, False


def _reading(options: argparse.Namespace, plan: "Plan", situation: Situation) -> "Options":
    """How the spreadsheet is to be read.

    Raises:
        UsageError: a mapping cannot be understood.
    """
    from okrtui.report.importing import Options

    try:
        return Options.into(plan, situation.today(), options.dates, options.decimal, options.map or ())
    except ValueError as error:
        # for translators: option is such as --map, the problem what is wrong with its value
        raise UsageError(tr("{option}: {problem}", option="--map", problem=error)) from error


def _data(name: str) -> bytes:
    """The bytes of the spreadsheet; ``-`` is standard input.

    Raises:
        FileError: it cannot be read, or is too large.
        UsageError: what stands on standard input is too large.
    """
    from okrtui.report.importing.decoding import MAX_BYTES
    from okrtui.report.importing.opening import spreadsheet_bytes

    if name == "-":
        return b"" if sys.stdin is None else sys.stdin.buffer.read(MAX_BYTES + 1)
    return spreadsheet_bytes(Path(name))


def _save(repository: "Repository", plan: "Plan", change: "Callable[[Plan], Plan]", is_new: bool) -> None:
    """Make the quarter, or change it as it is on the disk by now.

    Raises:
        EditError: it is not in planning any more, or would hold too much.
        FileError: it cannot be read or written.
    """
    with told_of_the_system(repository.path(plan.quarter)):
        if is_new:
            repository.create(change(plan))
        else:
            repository.update(plan.quarter, change)
