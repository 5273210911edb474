"""The commands on quarters: start one, list them, print one."""

import argparse

from okrtui.cli.output import complain, is_utf8, write, write_lines
from okrtui.cli.situation import Situation, bands_of, named_quarter

_FINE, _WRONG = 0, 2


def new(options: argparse.Namespace, situation: Situation) -> int:
    """Start the plan of a quarter and say where it is.

    Raises:
        UsageError: the name is none of a quarter.
        FileError: there is one already, or it cannot be made.
    """
    from okrtui.model.dates import MONTHS
    from okrtui.model.plan import Plan
    from okrtui.model.text import display
    from okrtui.storage.errors import FileError

    quarter = named_quarter(options.quarter)
    settings, repository = situation.settings(), situation.repository()
    plan = Plan.empty(quarter, settings.fiscal_year_starts).replace(language=settings.language)
    path = repository.path(quarter)
    try:
        repository.create(plan)
    except OSError as error:
        reason = (error.strerror or "the system gives no reason").lower()
        raise FileError(
            path, f"cannot be made: {reason}", "mend that, or choose another directory with --data"
        ) from error
    first, last = plan.start, plan.end
    year = f" {first.year}" if first.year != last.year else ""
    span = f"{first.day} {MONTHS[first.month - 1]}{year} to {last.day} {MONTHS[last.month - 1]} {last.year}"
    write_lines([f"started {quarter} ({span}) in {display(str(path))}"])
    return _FINE


def list_all(_: argparse.Namespace, situation: Situation) -> int:
    """List the quarters, one a line; those that cannot be read are named too, and say why on standard error.

    Raises:
        FileError: the settings or the directory cannot be read.
    """
    from okrtui.report.listing import Listed, count, table
    from okrtui.storage.errors import FileError

    settings, repository = situation.settings(), situation.repository()
    bands, today = bands_of(settings), situation.today()
    rows: list[Listed] = []
    for quarter in repository.quarters():
        try:
            rows.append(count(repository.load(quarter).plan, today, bands))
        except FileError as error:
            complain(error)
            rows.append(Listed(quarter, unreadable=True))
    if rows:
        write_lines(table(rows))
    else:
        write_lines([f"no quarters yet; start one with: okrtui new {situation.quarter(None, settings)}"])
    return _WRONG if any(row.unreadable for row in rows) else _FINE


def show(options: argparse.Namespace, situation: Situation) -> int:
    """Print the plan of a quarter with its numbers, as lines to read or as JSON.

    Raises:
        UsageError: the name is none of a quarter.
        FileError: there is none, or it or the settings cannot be read.
    """
    from okrtui.report.standing import stand

    settings, repository = situation.settings(), situation.repository()
    quarter = situation.quarter(options.quarter, settings)
    standing = stand(repository.load(quarter).plan, situation.today(), bands_of(settings))
    if options.format == "json":
        from okrtui.report.document import plan_document
        from okrtui.report.exact_json import to_json

        write(to_json(plan_document(standing), ascii_only=not is_utf8(), indent=2) + "\n")
    else:
        from okrtui.report.show import show_lines

        write_lines(show_lines(standing))
    return _FINE
