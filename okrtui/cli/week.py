"""The commands of the week: a check-in, or many; actions that are done."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, complain, write_lines
from okrtui.cli.saving import save
from okrtui.cli.situation import Situation
from okrtui.cli.which import current, wanted
from okrtui.cli.wrong_rows import nothing_written
from okrtui.i18n import tr

if TYPE_CHECKING:
    from okrtui.model.plan import Plan
    from okrtui.model.quarter import Quarter
    from okrtui.report.check_in_rows import Rows

_FINE, _WRONG = 0, 2
_MOST_BYTES = 1_000_000
"""The largest table that is read."""


def checkin(options: argparse.Namespace, situation: Situation) -> int:
    """Record a check-in, or one for each row of a table on standard input: all of them or none.

    Raises:
        UsageError: what is given is no check-in.
        FileError: the quarter cannot be read or written.
    """
    from okrtui.report.check_in_rows import RowsError
    from okrtui.report.recording import record

    said: list[str] = []

    def recorded(plan: "Plan") -> "Plan":
        nonlocal said
        after, said = record(plan, written, situation.today())
        return after

    written = _rows(options)
    try:
        where = _save(options.quarter, situation, recorded)
    except RowsError as error:
        complain(situation.environ, *nothing_written(error.problems))
        return _WRONG
    write_lines([_saved(line, where) for line in said] or [tr("no row with a check-in")], situation.environ)
    return _FINE


def _rows(options: argparse.Namespace) -> "Rows":
    """The check-ins that are asked for.

    Raises:
        UsageError: there is none, or it cannot be read.
    """
    from okrtui.report.check_in_rows import Row, Rows, read_rows

    if options.key_result != "-":
        if options.value is None:
            way, more = "okrtui checkin 2.1 26", "okrtui checkin --help"
            raise UsageError(tr("VALUE is missing; write it like {command}, or see: {help}", command=way, help=more))
        row = Row(0, options.key_result, options.value, options.confidence, options.note, options.date)
        return Rows([row], {})
    if any(given is not None for given in (options.value, options.confidence, options.note, options.date)):
        # for translators: value, confidence, note and date are heads of columns in English
        message = tr(
            "a table says value, confidence, note and date itself; write {command} alone", command="okrtui checkin -"
        )
        raise UsageError(message)
    written = read_rows(_standard_input())
    if not written.rows and not written.problems:
        raise UsageError(tr("there is no row on standard input; write {columns} in each", columns="key_result,value"))
    return written


def _standard_input() -> str:
    data = b"" if sys.stdin is None else sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        size = _MOST_BYTES // 1_000_000
        raise UsageError(tr("the table is larger than {size} MB; give it in smaller parts", size=size))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(tr("line {line}: is not UTF-8 text; save the table as CSV in UTF-8", line=line)) from None


def done(options: argparse.Namespace, situation: Situation) -> int:
    """Tick actions, all of them or none. One that is done already is left as it is.

    Raises:
        UsageError: there is no such action, no such day, or the quarter is closed.
        FileError: the quarter cannot be read or written.
    """
    from okrtui.report.recording import tick

    names = tuple(dict.fromkeys(options.action))
    told: list[tuple[str, bool]] = []

    def ticked(plan: "Plan") -> "Plan":
        told.clear()
        for name in names:
            after, said = tick(plan, name, options.date, situation.today())
            told.append((said, after is not plan))
            plan = after
        return plan

    try:
        where = _save(options.quarter, situation, ticked)
    except UsageError as error:
        if len(names) == 1:
            raise
        raise UsageError(*nothing_written([str(error)])) from error
    write_lines([_saved(said, where) if is_new else said for said, is_new in told], situation.environ)
    return _FINE


def _saved(said: str, where: "Quarter | None") -> str:
    """What was done, and that it is saved, and in which quarter."""
    if where is None:
        # for translators: what was done, and that it is in the file
        return tr("{done} (saved)", done=said)
    # for translators: what was done, and that it is in the file
    return tr("{done} (saved in {quarter})", done=said, quarter=where)


def _save(name: str | None, situation: Situation, change: "Callable[[Plan], Plan]") -> "Quarter | None":
    """Change the plan as it is on the disk by now, so that nothing another window did is lost.

    Returns:
        The quarter, where it goes without saying neither by its day nor by its name.

    Raises:
        UsageError: there is no such quarter, it is closed, or the change is refused.
        FileError: the quarter cannot be read or written.
    """
    settings, repository = situation.settings(), situation.repository()
    today = current(situation, settings)
    quarter = wanted(name, situation, settings) or today
    save(repository, quarter, change)
    return None if name is not None or quarter == today else quarter
