"""The command that says what to mend, in the quarters of the data directory or in any files."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, complain, is_utf8, write, write_lines
from okrtui.cli.situation import Situation, named_quarter
from okrtui.i18n import tr, tr_n

if TYPE_CHECKING:
    from okrtui.model.past_steps import Past
    from okrtui.model.plan import Plan
    from okrtui.report.checked import Checked
    from okrtui.storage.errors import FileError

_FINE, _FOUND, _WRONG = 0, 1, 2


def check(options: argparse.Namespace, situation: Situation) -> int:
    """Print every finding. A file that cannot be read says so on standard error, the others are still checked.

    Raises:
        FileError: the data directory cannot be read.
    """
    from okrtui.report.checked import documents, lines, summary

    environ = situation.environ
    paths = _paths(options.files, situation)
    looked = list(_look(paths, environ))
    found = [checked for checked in looked if checked is not None]
    if options.format == "text":
        if not paths:
            # for translators: okrtui new QUARTER is a command
            write_lines([tr("no quarter to check; start one with: okrtui new QUARTER, such as 2026-Q4")], environ)
        elif found:
            write_lines([*lines(found), summary(found)], environ)
    else:
        from okrtui.report.exact_json import to_json

        ascii_only = not is_utf8(environ)
        if options.format == "json":
            write(to_json({"files": documents(found)}, ascii_only=ascii_only, indent=2) + "\n", environ)
        else:
            flat = (
                {"file": document["file"], "quarter": document["quarter"], **finding}
                for document in documents(found)
                for finding in document["findings"]
            )
            write("".join(f"{to_json(finding, ascii_only=ascii_only)}\n" for finding in flat), environ)
    if len(found) < len(looked) or any(checked.plan.conflicts for checked in found):
        return _WRONG
    return _FOUND if any(checked.to_mend for checked in found) else _FINE


def _paths(files: list[str], situation: Situation) -> list[tuple[str, Path]]:
    """What to check: the name to show and the path of each; a word that names a quarter is no path."""
    if not files:
        repository = situation.repository()
        return [(path.name, path) for path in map(repository.path, repository.quarters())]
    paths: list[tuple[str, Path]] = []
    for name in files:
        try:
            quarter = named_quarter(name)
        except UsageError:
            paths.append((name, Path(name)))
        else:
            path = situation.repository().path(quarter)
            paths.append((path.name, path))
    return paths


def _look(paths: list[tuple[str, Path]], environ: Mapping[str, str]) -> Iterator["Checked | None"]:
    """Each file with its findings; None for one that cannot be read, which is told at once."""
    from okrtui.report.checked import Checked
    from okrtui.storage.errors import FileError

    read = cache(read_plan)
    for name, path in paths:
        try:
            plan = read(path)
            if plan.conflicts:
                complain(environ, _located(_left_open(plan, path), name))
            yield Checked.of(name, plan, _past(plan, path.parent, read))
        except FileError as error:
            complain(environ, _located(error, name))
            yield None


def read_plan(path: Path) -> "Plan":
    """The plan in a file.

    Raises:
        FileError: it cannot be read.
    """
    from okrtui.storage.advice import reason
    from okrtui.storage.atomic import read_file
    from okrtui.storage.codec import MAX_BYTES, decode
    from okrtui.storage.errors import FileError

    if path.suffix != ".toml" and path.is_dir():
        raise FileError(path, tr("is a directory"), tr("name the quarter files in it"))
    try:
        return decode(read_file(path, MAX_BYTES), path)
    except OSError as error:
        what = tr("cannot be read: {reason}", reason=reason(error))
        raise FileError(path, what, tr("see that the name is right and the file yours")) from error


def _left_open(plan: "Plan", path: Path) -> "FileError":
    """That a merge left something to choose in a file, and where."""
    from okrtui.model.settling import as_conflict
    from okrtui.report.conflict_words import conflict_line
    from okrtui.storage.errors import FileError
    from okrtui.storage.locate import index_lines, line_of

    line = None
    with suppress(OSError, ValueError):  # it was there a moment ago
        line = line_of(index_lines(path.read_text("utf-8-sig")), ("conflicts", 0))
    first = conflict_line(as_conflict(plan.conflicts[0]), plan)
    # for translators: what two people changed differently in a file
    what = tr("unresolved merge: {conflict}", conflict=first)
    if more := len(plan.conflicts) - 1:
        # for translators: of what two people changed differently
        what = tr_n("{first} (and {n} more)", "{first} (and {n} more)", more, first=what)
    return FileError(path, what, tr("open it and choose: {command}", command=f"okrtui {plan.quarter}"), line=line)


def _past(plan: "Plan", directory: Path, read: "Callable[[Path], Plan]") -> "Past":
    """What the quarters before did that lie beside a plan's file."""
    from okrtui.storage.around import past_of
    from okrtui.storage.names import quarter_file, quarters_in

    try:
        quarters = quarters_in(directory)
    except OSError:
        quarters = []  # a pipe may lie in a directory that cannot be listed
    return past_of(plan.quarter, quarters, lambda quarter: read(quarter_file(directory, quarter)))


def _located(error: "FileError", name: str) -> str:
    """What is wrong with a file, with the way to it as it was given: several may have one name."""
    path = Path(name)
    return error.of(str(path)) if path.name else str(error)
