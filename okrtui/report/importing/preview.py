"""What an import brings, in lines to read before anything is written."""

import datetime as dt
from collections.abc import Iterator, Sequence, Set

from okrtui.frozen import replace
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import listed
from okrtui.model.dates import month_day
from okrtui.model.measure import Bands
from okrtui.model.numbers import format_count
from okrtui.model.plan import Objective, Plan
from okrtui.report.columns import wrap
from okrtui.report.importing.adding import AddImported
from okrtui.report.importing.drafts import name_of
from okrtui.report.importing.notes import some_of
from okrtui.report.importing.reading import Imported
from okrtui.report.show import WIDTH, objective_lines, show_lines
from okrtui.report.standing import stand


def preview_lines(imported: Imported, plan: Plan, today: dt.date, bands: Bands) -> Iterator[str]:
    """The plan as it would be, then what was counted, left out and read in one of several ways; safe to print.

    Args:
        imported: what the file holds, without a problem.
        plan: what it is added to.
        today: the day of the numbers.
        bands: what counts as on track.

    Raises:
        EditError: it cannot be added to this plan.
    """
    yield from show_lines(stand(AddImported(imported.plan_part).apply(plan), today, bands))
    yield ""
    yield from wrap(tr("From the file: {items}.", items=counts(imported.plan_part)), WIDTH, "", "  ")
    yield from about_lines(imported, plan)


def added_lines(imported: Imported, plan: Plan, today: dt.date, bands: Bands) -> Iterator[str]:
    """How the file was read, then the objectives that would be added and nothing else; safe to print.

    Args:
        imported: what the file holds, without a problem.
        plan: what it is added to.
        today: the day of the numbers.
        bands: what counts as on track.

    Raises:
        EditError: it cannot be added to this plan.
    """
    standing = stand(AddImported(imported.plan_part).apply(plan), today, bands)
    yield from about_lines(imported, plan)
    standing = replace(standing, findings_of={})  # what the coach thinks of it comes once it is in the plan
    for objective in standing.plan.objectives[len(plan.objectives) :]:
        yield ""
        yield from objective_lines(objective, standing)


def about_lines(imported: Imported, plan: Plan) -> Iterator[str]:
    """What was left out of the file, how it was read, what the plan had already; nothing where all of it is plain."""
    there = {name_of(objective.title) for objective in plan.objectives}
    if twice := [node.title for node in imported.plan_part if node.title and name_of(node.title) in there]:
        said = tr("In {quarter} twice by now: {titles}.", quarter=plan.quarter, titles=some_of(twice))
        yield from wrap(said, WIDTH, "", "  ")
    for phrase in imported.left_out:
        # for translators: what of a file was left out: "Left out: columns that are not known: Budget."
        yield from wrap(tr("Left out: {what}.", what=phrase), WIDTH, "", "  ")
    for phrase in imported.read_as:
        # for translators: how something in a file was read: "Read: tbd as no value (line 4)."
        yield from wrap(tr("Read: {what}.", what=phrase), WIDTH, "", "  ")


def counts(objectives: Sequence[Objective]) -> str:
    """``3 objectives, 9 key results, 12 actions and 7 check-ins of 12 Nov``."""
    key_results = [node for objective in objectives for node in objective.key_results]
    actions = sum(len(node.actions) for node in key_results)
    check_ins = [found for node in key_results for found in node.check_ins]
    words = []
    if number := len(objectives):
        words.append(tr_n("{count} objective", "{count} objectives", number, count=format_count(number)))
    if number := len(key_results):
        words.append(tr_n("{count} key result", "{count} key results", number, count=format_count(number)))
    if number := actions:
        words.append(tr_n("{count} action", "{count} actions", number, count=format_count(number)))
    if check_ins:
        words.append(_check_ins(len(check_ins), {found.date for found in check_ins}))
    return listed(words) or tr("nothing")


def _check_ins(number: int, days: Set[dt.date]) -> str:
    """``7 check-ins of 12 Nov``; without the day where there are several."""
    count = format_count(number)
    if len(days) > 1:
        return tr_n("{count} check-in", "{count} check-ins", number, count=count)
    day = month_day(min(days))
    return tr_n("{count} check-in of {day}", "{count} check-ins of {day}", number, count=count, day=day)
