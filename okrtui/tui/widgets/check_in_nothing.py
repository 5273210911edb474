"""What the check-in view says where no check-in is due."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from okrtui.model.dates import format_date
from okrtui.model.measure import Bands
from okrtui.model.plan import KeyResult
from okrtui.model.reading_values import next_due
from okrtui.report.standing import Standing
from okrtui.tui.plain import content


def live_key_results(standing: Standing) -> list[KeyResult]:
    """The key results that were not dropped, in the order of the plan."""
    nodes = (placed.node for placed in standing.places.values())
    return [node for node in nodes if isinstance(node, KeyResult) and node.dropped_on is None]


def nothing_due(standing: Standing, bands: Bands) -> Iterator[Content]:
    """Why there is no round, and what to do."""
    live = live_key_results(standing)
    yield Content("")
    if not live:
        yield Content(" There is no key result yet to check in.")
        yield content(" Write one in the plan: 1 goes there, A adds it below an objective.", "$quiet")
        return
    yield from _why(standing, live, bands)
    yield Content("")
    every = f"all {len(live)} key results" if len(live) > 1 else "the one key result"
    yield Content.assemble((" t", "bold $primary"), (f" checks in {every} all the same.", "$quiet"))


def _why(standing: Standing, live: Sequence[KeyResult], bands: Bands) -> Iterator[Content]:
    plan = standing.plan
    if plan.phase == "planning":
        yield Content(" The quarter is still being planned: check-ins come due once it is active.")
        return
    if plan.phase == "closed":
        yield Content(" The quarter is closed: no check-in comes due any more.")
        return
    yield Content(" No check-in is due today.")
    undone = [found for found in live if standing.key_result(found.id).pace != "done"]
    day = next_due(plan, undone, standing.today, bands)
    if day is None:
        yield content(" Every key result is done.", "$success")
        return
    days = (day - standing.today).days
    ahead = "tomorrow" if days == 1 else f"in {days} days"
    yield Content(f" The next one is due on {format_date(day, plan.start, plan.end)}, {ahead}.")
