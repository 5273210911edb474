"""The command that makes the update for leadership."""

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, is_utf8, write, write_lines
from okrtui.cli.situation import Situation
from okrtui.cli.which import current, wanted

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
        UsageError: the quarter, the day or the objective is none.
        FileError: the quarter cannot be read, or the file not written, as where it is one of the plan's own.
    """
    from okrtui.report.standing import stand
    from okrtui.report.update.content import update_of
    from okrtui.report.update.formats import rendered
    from okrtui.report.update.saving import save
    from okrtui.storage.around import read_past

    settings, repository = situation.settings(), situation.repository()
    if options.o == "":
        raise UsageError("-o names no file; write it like -o update.html")
    path = None if options.o in (None, "-") else Path(options.o)
    name = _format(options.format, path)
    quarter = wanted(options.quarter, situation, settings) or current(situation, settings)
    plan, today = repository.load(quarter).plan, situation.today()
    since = _since(options.since, plan, today)
    standing = stand(plan, today, settings.bands(), read_past(repository, quarter))
    update = update_of(standing, since, _objective_id(options.objective, plan), settings.bands())
    if path is None:
        write(_printable(update, name, situation), situation.environ)
    else:
        save(rendered(update, name), path, repository.directory, "name another file after -o")
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
    from okrtui.report.update.since import since_of

    try:
        return None if text is None else since_of(text, plan, today)
    except ValueError as error:
        raise UsageError(f"--since: {error}") from None


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


def _printable(update: "Update", name: "Format", situation: Situation) -> str:
    """The update as standard output takes it: where that is not UTF-8, what has another way to say so says it."""
    from okrtui.report.update.formats import rendered
    from okrtui.report.update.table import MARK

    utf8 = is_utf8(situation.environ)
    text = rendered(update, name, ascii_only=not utf8)
    if name == "csv" and (not utf8 or (sys.stdout is not None and sys.stdout.isatty())):
        return text.removeprefix(MARK)
    return text


def _shown(path: Path) -> str:
    from okrtui.model.text import display

    return display(str(path))
