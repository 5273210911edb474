"""The command that makes the update for leadership."""

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, is_utf8, write, write_lines
from okrtui.cli.situation import Situation
from okrtui.cli.which import current, wanted
from okrtui.i18n import tr
from okrtui.i18n_lists import clauses

if TYPE_CHECKING:
    from okrtui.model.plan import Plan
    from okrtui.report.update.content import Update
    from okrtui.report.update.formats import Format

_FINE = 0
_READ = ("md", "text")
"""The formats that are read as they are printed."""
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
        raise UsageError(tr("{option} names no file; write it like {example}", option="-o", example="-o update.html"))
    path = None if options.o in (None, "-") else Path(options.o)
    name = _format(options.format, path)
    quarter = wanted(options.quarter, situation, settings) or current(situation, settings)
    plan, today = repository.load(quarter).plan, situation.today()
    since = _since(options.since, plan, today)
    standing = stand(plan, today, settings.bands(), read_past(repository, quarter))
    update = update_of(standing, since, _objective_id(options.objective, plan), settings.bands())
    if path is None:
        text = _printable(update, name, situation)
        if name in _READ:
            write_lines(text.removesuffix("\n").split("\n"), situation.environ)
        else:
            write(text, situation.environ)
    else:
        save(rendered(update, name), path, repository.directory, tr("name another file after -o"))
        # for translators: said when a file is written
        write_lines([tr("wrote {file}", file=_shown(path))], situation.environ)
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
        raise UsageError(tr("{option}: {problem}", option="--since", problem=error)) from None


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
    # for translators: name is what somebody typed
    missing = tr("{quarter} has no objective {name}", quarter=plan.quarter, name=display(name, _SHOWN))
    raise UsageError(tr("{option}: {problem}", option="--objective", problem=clauses((missing, _there(plan)))))


def _there(plan: "Plan") -> str:
    """Which objectives can be named instead."""
    if not plan.objectives:
        # for translators: a quarter has no objective yet
        return tr("it has none yet")
    last = len(plan.objectives)
    # for translators: numbers of objectives
    return tr("write 1 to {last}", last=last) if last > 1 else tr("write 1")


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
