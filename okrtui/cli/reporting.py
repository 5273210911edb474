"""The command that makes the update for leadership."""

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, is_utf8, write, write_lines
from okrtui.cli.situation import Situation
from okrtui.cli.which import current, number_settings, wanted

if TYPE_CHECKING:
    from okrtui.model.plan import Plan
    from okrtui.report.update.content import Update
    from okrtui.report.update.formats import Format

_FINE = 0
_SHOWN = 60
"""The most characters shown of a word that is wrong."""


def report(options: argparse.Namespace, situation: Situation) -> int:
    """Write the update of a quarter to standard output, or whole into a file.

    Raises:
        UsageError: the quarter, the day or the objective is none, or the file is one of the plan's own.
        FileError: the quarter cannot be read, or the file not written.
    """
    from okrtui.report.standing import stand
    from okrtui.report.update.content import update_of
    from okrtui.report.update.formats import rendered

    settings, repository = number_settings(situation), situation.repository()
    if options.o == "":
        raise UsageError("-o names no file; write it like -o update.html")
    path = None if options.o in (None, "-") else Path(options.o)
    name = _format(options.format, path)
    if path is not None:
        _require_elsewhere(path, repository.directory)
    quarter = wanted(options.quarter, situation, settings) or current(situation, settings)
    plan, today = repository.load(quarter).plan, situation.today()
    since = _since(options.since, plan, today)
    standing = stand(plan, today, settings.bands)
    update = update_of(standing, since, _objective_id(options.objective, plan), settings.bands)
    if path is None:
        write(_printable(update, name, situation), situation.environ)
    else:
        _save(rendered(update, name), path)
        write_lines([f"wrote {_shown(path)}"], situation.environ)
    return _FINE


def _format(named: str | None, path: Path | None) -> "Format":
    """The format that is asked for: the one named, else the one that the file's name tells, else the usual one."""
    from okrtui.report.update.formats import FORMATS, format_of

    for known in FORMATS:
        if known == named:
            return known
    return (format_of(path) if path is not None else None) or FORMATS[0]


def _since(text: str | None, plan: "Plan", today: dt.date) -> dt.date | None:
    """The day of the last update.

    Raises:
        UsageError: it is no day, or one to come.
    """
    from okrtui.model.dates import format_date, parse_date
    from okrtui.model.text import display

    if text is None:
        return None
    try:
        day = parse_date(text, plan.start, plan.end, today)
    except ValueError as error:
        raise UsageError(f"--since: {display(text, _SHOWN) or 'nothing'} {error}") from None
    if day > today:
        shown = format_date(day, plan.start, plan.end)
        raise UsageError(f"--since: {shown} is still to come; name the day of the last update, such as -7d")
    return day


def _objective_id(name: str | None, plan: "Plan") -> str:
    """The id of the objective at a position or with that id; empty where none is named.

    Raises:
        UsageError: there is none.
    """
    from okrtui.model.text import display

    if name is None:
        return ""
    for position, objective in enumerate(plan.objectives, 1):
        if name.strip() in (str(position), objective.id):
            return objective.id
    count = len(plan.objectives)
    there = f"write 1 to {count}" if count > 1 else "write 1" if count else "it has none yet"
    raise UsageError(f"--objective: {plan.quarter} has no objective {display(name, _SHOWN)}; {there}")


def _require_elsewhere(path: Path, directory: Path) -> None:
    """Refuse to write over a quarter, or among what belongs to it.

    Raises:
        UsageError: the file is one of those.
    """
    target, plans = Path(path).resolve(), directory.resolve()
    within = target.relative_to(plans).parts if target.is_relative_to(plans) else ()
    if within and (target.suffix == ".toml" or within[0] == ".okrtui"):
        raise UsageError(f"{_shown(path)} is where plans are kept; name another file after -o")


def _printable(update: "Update", name: "Format", situation: Situation) -> str:
    """The update as standard output takes it: where that is not UTF-8, what has another way to say so says it."""
    from okrtui.report.update.formats import rendered
    from okrtui.report.update.table import MARK

    utf8 = is_utf8(situation.environ)
    text = rendered(update, name, ascii_only=not utf8)
    if name == "csv" and (not utf8 or (sys.stdout is not None and sys.stdout.isatty())):
        return text.removeprefix(MARK)
    return text


def _save(text: str, path: Path) -> None:
    """Put the text in place of the file, all at once.

    Raises:
        FileError: it cannot be written; what stood there is as it was.
    """
    from okrtui.storage.atomic import write_file
    from okrtui.storage.errors import FileError

    try:
        write_file(path, text.encode())
    except OSError as error:
        reason = (error.strerror or "the system gives no reason").lower()
        raise FileError(path, f"cannot be written: {reason}", "name another file after -o") from error


def _shown(path: Path) -> str:
    from okrtui.model.text import display

    return display(str(path))
