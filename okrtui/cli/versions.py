"""The commands on earlier versions of a quarter: list them, look at one, bring one back."""

import argparse
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, complain, write_lines
from okrtui.cli.saving import save, told
from okrtui.cli.situation import Situation, named_quarter
from okrtui.cli.which import current, wanted
from okrtui.i18n import tr, tr_n
from okrtui.model.text import display

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrtui.model.plan import Plan
    from okrtui.model.quarter import Quarter
    from okrtui.storage.errors import FileError
    from okrtui.storage.history import Version
    from okrtui.storage.repository import Repository
    from okrtui.storage.versions import Versions

_FINE, _WRONG = 0, 2
_NEWEST = 30
"""How many versions are listed where not all are asked for; each has to be read."""
_SHOWN = 60
"""The most characters shown of a name that is none."""


def history(options: argparse.Namespace, situation: Situation) -> int:
    """List the earlier versions of a quarter, newest first, or print the plan of one.

    Raises:
        UsageError: there is no such quarter, or no such version.
        FileError: there is neither a file nor a history, or the version cannot be read.
    """
    settings, repository = situation.settings(), situation.repository()
    quarter = wanted(options.quarter, situation, settings) or current(situation, settings)
    present, problem = _present(repository, quarter)
    versions = _versions(repository, quarter, present)
    if problem is not None and not versions.found:
        raise problem
    if options.show is not None:
        return _show(_named(options.show, versions), versions, present, situation)
    _list(versions, situation, everything=options.all)
    if problem is not None:
        complain(situation.environ, problem)
        return _WRONG
    return _FINE


def restore(options: argparse.Namespace, situation: Situation) -> int:
    """Make an earlier version the present plan, and say what came back.

    Raises:
        UsageError: there is no such version, a reason is missing, or the quarter is closed.
        FileError: the version cannot be read, or the quarter cannot be written.
    """
    quarter, repository = named_quarter(options.quarter), situation.repository()
    present, problem = _present(repository, quarter)
    versions = _versions(repository, quarter, present)
    if problem is not None and not versions.found:
        raise problem
    version = _named(options.version, versions)
    plan = _read(version, versions)
    if problem is not None:
        said = _replaced(version, problem, repository, situation)
    else:
        said = _brought_back(plan, version, options.reason or "", repository, situation)
    write_lines(said, situation.environ)
    return _FINE


def _list(versions: "Versions", situation: Situation, *, everything: bool) -> None:
    from okrtui.report.version_words import Listed, moment, table

    if not versions.found:
        none = tr("{quarter} has no earlier version yet; every save keeps one", quarter=versions.quarter)
        write_lines([none], situation.environ)
        return
    shown = versions.found if everything else versions.found[:_NEWEST]
    rows = [Listed(versions.names[it], moment(it.at, situation.today()), _words(it, versions)) for it in shown]
    older = _older(len(versions.found) - len(rows))
    write_lines([*table(rows), *older, *_way_back(versions)], situation.environ)


def _older(number: int) -> list[str]:
    """How many versions are left out."""
    from okrtui.model.numbers import format_count

    if not number:
        return []
    # for translators: so many older versions; --all is an option
    return [
        tr_n(
            "and {count} older; --all lists them",
            "and {count} older; --all lists them",
            number,
            count=format_count(number),
        )
    ]


def _words(version: "Version", versions: "Versions") -> "Sequence[str]":
    """What was changed after a version, or that it cannot be read."""
    from okrtui.report.version_words import changed_then, unreadable
    from okrtui.storage.errors import FileError

    plan = versions.read(version)
    if isinstance(plan, FileError):
        return [unreadable(plan.what, plan.line)]
    return changed_then(plan, versions.after(version))


def _show(version: "Version", versions: "Versions", present: "Plan | None", situation: Situation) -> int:
    """Print the plan of a version, after what bringing it back would change."""
    from okrtui.model.edits import BringBack
    from okrtui.report.show import show_lines
    from okrtui.report.standing import stand
    from okrtui.report.version_words import difference_lines, moment

    plan, name = _read(version, versions), versions.names[version]
    when = moment(version.at, situation.today())
    # for translators: when is a day and a time, or only a time of today
    head = tr("{quarter} as it was until {when}, version {name}", quarter=versions.quarter, when=when, name=name)
    lines = [head]
    if present is not None:
        back = [*difference_lines(present, BringBack(plan, when).apply(present))]
        # for translators: of an earlier version; a list of changes follows
        lines += [tr("bringing it back would change:"), *back] if back else [tr("it is the present plan")]
    standing = stand(plan, situation.today(), situation.settings().bands())
    write_lines([*lines, "", *show_lines(standing)], situation.environ)
    return _FINE


def _brought_back(
    plan: "Plan", version: "Version", reason: str, repository: "Repository", situation: Situation
) -> list[str]:
    """Make an earlier plan the present one, as an edit; gives what is to be said of it.

    Raises:
        UsageError: a reason is missing, or the quarter is closed.
        FileError: it cannot be written.
    """
    from okrtui.model.edits import BringBack
    from okrtui.model.goalposts import WithReason, to_explain
    from okrtui.model.text import clean_prose
    from okrtui.report.version_words import difference_lines, moment, moved_words

    quarter, today = version.quarter, situation.today()
    edit = BringBack(plan, moment(version.at, today))
    said: list[str] = []

    def changed(now: "Plan") -> "Plan":
        nonlocal said
        moves = to_explain(now, edit.apply(now), today)
        if moves and not clean_prose(reason):
            what = moved_words(moves, now)
            # for translators: what is such as: target: "Grow MQLs" and 2 more
            raise UsageError(tr("it changes what was committed ({what}); say why with --reason WHY", what=what))
        after = WithReason(edit, reason, today).apply(now)
        said = [*difference_lines(now, after)]
        if said and plan.phase != now.phase:
            # for translators: phases of a quarter: planning, active, closed
            stays = tr("the quarter stays as it is, {now}; it was {then} then", now=tr(now.phase), then=tr(plan.phase))
            said.append(f"  {stays}")
        return after

    save(repository, quarter, changed)
    if not said:
        return [tr("{quarter} is as it was then already; nothing was changed", quarter=quarter)]
    return [
        tr("{done} (saved)", done=edit.label(plan)),
        *said,
        *_about_comments(version),
        *_way_forth(repository, quarter),
    ]


def _replaced(version: "Version", problem: "FileError", repository: "Repository", situation: Situation) -> list[str]:
    """Put a version in the place of a file that is gone or cannot be read; gives what is to be said of it.

    Raises:
        FileError: it cannot be written.
    """
    from okrtui.report.version_words import moment
    from okrtui.storage.errors import MissingError

    quarter = version.quarter
    with told(repository.path(quarter)):
        repository.bring_back(version)
    # for translators: when is a day and a time, or only a time of today
    said = tr("brought back the plan of {when} (saved)", when=moment(version.at, situation.today()))
    if isinstance(problem, MissingError):
        return [said]
    file = display(str(repository.versions(quarter)[0].path))
    return [said, "  " + tr("the file that could not be read is kept: {file}", file=file)]


def _about_comments(version: "Version") -> list[str]:
    """Where comments of a version are to be found, which do not come back with the plan."""
    from okrtui.storage.history import written_by_hand

    if not written_by_hand(version):
        return []
    file = display(str(version.path))
    # for translators: comments that somebody wrote into a file
    return ["  " + tr("its comments do not come back; they stand in {file}", file=file)]


def _way_forth(repository: "Repository", quarter: "Quarter") -> list[str]:
    """How to take it back: the plan that was replaced is the newest version now."""
    versions = _versions(repository, quarter, None)
    command = f"okrtui restore {quarter} {versions.names[versions.found[0]]}"
    return [tr("to take that back: {command}", command=command)]


def _way_back(versions: "Versions") -> list[str]:
    """How to bring the newest version back that can be read."""
    if not (last := versions.last_readable()):
        return []
    command = f"okrtui restore {versions.quarter} {versions.names[last]}"
    # for translators: an earlier version
    return [tr("to bring one back: {command}", command=command)]


def _present(repository: "Repository", quarter: "Quarter") -> "tuple[Plan | None, FileError | None]":
    """The plan of a quarter as it is now, or why there is none to be read."""
    from okrtui.storage.errors import FileError

    try:
        return repository.load(quarter).plan, None
    except FileError as error:
        return None, error


def _versions(repository: "Repository", quarter: "Quarter", present: "Plan | None") -> "Versions":
    from okrtui.storage.versions import Versions

    return Versions(repository, quarter, present)


def _named(name: str, versions: "Versions") -> "Version":
    """The version of this name.

    Raises:
        UsageError: there is none, or more than one.
    """
    found = versions.find(name)
    if len(found) == 1:
        return found[0]
    shown = display(name.strip(), _SHOWN) or tr("an empty name")
    quarter, see = versions.quarter, f"okrtui history {versions.quarter}"
    if not found:
        raise UsageError(
            tr("{name} is no version of {quarter}; see: {command}", name=shown, quarter=quarter, command=see)
        )
    raise UsageError(
        tr(
            "{name} could be more than one version; write more of its name of {quarter}; see: {command}",
            name=shown,
            quarter=quarter,
            command=see,
        )
    )


def _read(version: "Version", versions: "Versions") -> "Plan":
    """The plan of a version.

    Raises:
        FileError: it cannot be read.
    """
    from okrtui.storage.errors import FileError

    plan = versions.read(version)
    if isinstance(plan, FileError):
        raise plan
    return plan
