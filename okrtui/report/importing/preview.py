"""What an import brings, in lines to read before anything is written."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrtui.model.dates import MONTHS
from okrtui.model.measure import Bands
from okrtui.model.plan import Objective, Plan
from okrtui.report.columns import wrap
from okrtui.report.importing.adding import AddImported
from okrtui.report.importing.drafts import name_of
from okrtui.report.importing.notes import listed
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
    yield from wrap(f"From the file: {counts(imported.plan_part)}.", WIDTH, "", "  ")
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
        yield from wrap(f"In {plan.quarter} twice by now: {listed(twice)}.", WIDTH, "", "  ")
    for name, phrases in (("Left out", imported.left_out), ("Read", imported.read_as)):
        for phrase in phrases:
            yield from wrap(f"{name}: {phrase}.", WIDTH, "", "  ")


def counts(objectives: Sequence[Objective]) -> str:
    """``3 objectives, 9 key results, 12 actions and 7 check-ins of 12 Nov``."""
    key_results = [node for objective in objectives for node in objective.key_results]
    actions = sum(len(node.actions) for node in key_results)
    check_ins = [found for node in key_results for found in node.check_ins]
    words = [
        _many(count, noun)
        for count, noun in ((len(objectives), "objective"), (len(key_results), "key result"), (actions, "action"))
        if count
    ]
    if check_ins:
        days = {found.date for found in check_ins}
        of = f" of {min(days).day} {MONTHS[min(days).month - 1]}" if len(days) == 1 else ""
        words.append(_many(len(check_ins), "check-in") + of)
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]])) or "nothing"


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
