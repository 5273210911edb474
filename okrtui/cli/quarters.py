"""The commands on quarters: start one, list them, print one."""

import argparse
import shlex
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, complain, is_utf8, write, write_lines
from okrtui.cli.situation import Situation, named_quarter
from okrtui.i18n import tr, tr_n

if TYPE_CHECKING:
    from okrtui.model.measure import Bands
    from okrtui.model.plan import Plan
    from okrtui.model.quarter import Quarter
    from okrtui.storage.repository import Repository

_FINE, _WRONG = 0, 2
"""How many other quarters are looked through for requests that were parked until now."""


def new(options: argparse.Namespace, situation: Situation) -> int:
    """Start the plan of a quarter and say where it is, and what was carried over where that was asked for.

    Raises:
        UsageError: a name is none of a quarter, or what is to be carried over comes from no earlier one.
        FileError: there is one already, it cannot be made, or the earlier one cannot be read.
    """
    from okrtui.model.dates import span_of_days
    from okrtui.model.text import display
    from okrtui.storage.advice import reason
    from okrtui.storage.errors import FileError

    quarter, source = named_quarter(options.quarter), _source(options)
    settings, repository = situation.settings(), situation.repository()
    path = repository.path(quarter)
    plan = settings.empty_plan(quarter)
    told: list[str] = []
    if source is not None and not repository.exists(quarter):
        plan, told = _carried(source, plan, repository, situation, settings.bands())
    if options.template is not None:
        plan, told = _from_template(options.template, plan, situation)
    try:
        repository.create(plan)
    except OSError as error:
        # for translators: said of a file; the reason is what the system says
        what = tr("cannot be made: {reason}", reason=reason(error))
        raise FileError(path, what, tr("mend that, or choose another directory with --data")) from error
    # for translators: a quarter was begun in a file; span is its first and its last day
    span = span_of_days(plan.start, plan.end)
    started = tr("started {quarter} ({span}) in {file}", quarter=quarter, span=span, file=display(str(path)))
    write_lines([started, *told], situation.environ)
    return _FINE


def _source(options: argparse.Namespace) -> "Quarter | None":
    """The quarter to carry over from; None where that is not asked for.

    Raises:
        UsageError: it is no quarter, or none before the one that is made.
    """
    name: str | None = vars(options)["from"]
    if name is None:
        return None
    if options.template is not None:
        # for translators: --from and --template stay as they are
        raise UsageError(tr("a quarter starts either --from an earlier one or with a --template; choose one of them"))
    source, quarter = named_quarter(name), named_quarter(options.quarter)
    if source >= quarter:
        raise UsageError(
            tr(
                "{earlier} is not before {quarter}; name an earlier quarter after --from",
                earlier=source,
                quarter=quarter,
            )
        )
    return source


def _carried(
    source: "Quarter", plan: "Plan", repository: "Repository", situation: Situation, bands: "Bands"
) -> "tuple[Plan, list[str]]":
    """The new plan with what goes on from an earlier quarter by the usual rules, and what there is to say of it.

    Raises:
        FileError: the earlier quarter cannot be read.
    """
    from okrtui.model.carry import carry_over, default_decisions
    from okrtui.model.ledger import offered
    from okrtui.model.measure import measure_plan
    from okrtui.report.carried import carried_lines
    from okrtui.storage.around import read_earlier

    old = repository.load(source).plan
    earlier = [old, *(past for past in read_earlier(repository, plan.quarter) if past.quarter != source)]
    decisions = default_decisions(old, measure_plan(old, situation.today(), bands))
    if plan.language == "auto":
        plan = plan.replace(language=old.language)
    carried = carry_over(old, plan, decisions)
    return carried, [*carried_lines(old, carried, decisions, offered(earlier, plan.quarter))]


def _from_template(name: str, plan: "Plan", situation: Situation) -> "tuple[Plan, list[str]]":
    """The new plan as a template has it, and what is left to do with it."""
    from okrtui.coach.findings import check_plan
    from okrtui.examples.templates import template

    plan = template(name, plan, situation.today())
    open_ones = sum(finding.code == "kr-no-baseline" for finding in check_plan(plan))
    left = tr_n(
        "its targets are suggestions, and {n} baseline is left to fill in; {command} names them",
        "its targets are suggestions, and {n} baselines are left to fill in; {command} names them",
        open_ones,
        command=f"okrtui check {plan.quarter}",
    )
    return plan, [left]


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
        lines = iter([tr("no quarters yet; start one with: {command}", command=start)])
        if situation.data is not None and not repository.directory.exists():
            place = shlex.quote(str(situation.data))
            makes = f"{start} --data {place}"
            # for translators: a directory, and a command that makes it
            lines = iter(
                [display(tr("no such directory yet: {place}; {command} makes it", place=place, command=makes))]
            )
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
    from okrtui.storage.around import read_past

    settings, repository = situation.settings(), situation.repository()
    if options.quarter is not None:
        quarter = named_quarter(options.quarter)
    else:
        today = situation.quarter(settings)
        quarter = nearest(repository.quarters(), today) or today
    plan = repository.load(quarter).plan
    standing = stand(plan, situation.today(), settings.bands(), read_past(repository, quarter))
    if options.format == "json":
        from okrtui.report.document import plan_document
        from okrtui.report.exact_json import to_json

        ascii_only = not is_utf8(situation.environ)
        write(to_json(plan_document(standing), ascii_only=ascii_only, indent=2) + "\n", situation.environ)
    else:
        from okrtui.report.show import show_lines

        write_lines(show_lines(standing), situation.environ)
    return _FINE
