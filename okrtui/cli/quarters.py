"""The commands on quarters: start one, list them, print one."""

import argparse
import shlex

from okrtui.cli.output import complain, is_utf8, write, write_lines
from okrtui.cli.situation import Situation, named_quarter

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
    write_lines([f"started {quarter} ({span}) in {display(str(path))}"], situation.environ)
    return _FINE


def list_all(_: argparse.Namespace, situation: Situation) -> int:
    """List the quarters, one a line; those that cannot be read are named too, and say why on standard error.

    Raises:
        FileError: the settings or the directory cannot be read.
    """
    from okrtui.model.text import display
    from okrtui.report.listing import Listed, count, table
    from okrtui.storage.errors import FileError

    settings, repository = situation.settings(), situation.repository()
    bands, today = settings.bands(), situation.today()
    rows: list[Listed] = []
    for quarter in repository.quarters():
        try:
            rows.append(count(repository.load(quarter).plan, today, bands))
        except FileError as error:
            complain(situation.environ, error)
            rows.append(Listed(quarter, unreadable=True))
    lines = table(rows)
    if not rows:
        start = f"okrtui new {situation.quarter(settings)}"
        lines = iter([f"no quarters yet; start one with: {start}"])
        if situation.data is not None and not repository.directory.exists():
            place = shlex.quote(str(situation.data))
            lines = iter([display(f"no such directory yet: {place}; {start} --data {place} makes it")])
    write_lines(lines, situation.environ)
    return _WRONG if any(row.unreadable for row in rows) else _FINE


def show(options: argparse.Namespace, situation: Situation) -> int:
    """Print the plan of a quarter with its numbers, as lines to read or as JSON.

    Without a name it is the one that today lies in, or the nearest one to it that is there.

    Raises:
        UsageError: the name is none of a quarter.
        FileError: there is none, or it or the settings cannot be read.
    """
    from okrtui.model.quarter import nearest
    from okrtui.report.standing import stand

    settings, repository = situation.settings(), situation.repository()
    if options.quarter is not None:
        quarter = named_quarter(options.quarter)
    else:
        today = situation.quarter(settings)
        quarter = nearest(repository.quarters(), today) or today
    standing = stand(repository.load(quarter).plan, situation.today(), settings.bands())
    if options.format == "json":
        from okrtui.report.document import plan_document
        from okrtui.report.exact_json import to_json

        ascii_only = not is_utf8(situation.environ)
        write(to_json(plan_document(standing), ascii_only=ascii_only, indent=2) + "\n", situation.environ)
    else:
        from okrtui.report.show import show_lines

        write_lines(show_lines(standing), situation.environ)
    return _FINE
