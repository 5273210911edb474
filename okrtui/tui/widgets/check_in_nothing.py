"""What the check-in view says where no check-in is due, and of those that come due later."""

from collections.abc import Container, Iterator, Sequence

from textual.content import Content

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.dates import format_date
from okrtui.model.measure import Bands
from okrtui.model.plan import KeyResult
from okrtui.model.reading_values import next_due
from okrtui.report.standing import Standing
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.phrase import SLOT, around


def live_key_results(standing: Standing) -> list[KeyResult]:
    """The key results that were not dropped, in the order of the plan."""
    nodes = (placed.node for placed in standing.places.values())
    return [node for node in nodes if isinstance(node, KeyResult) and node.dropped_on is None]


def nothing_due(standing: Standing, bands: Bands) -> Iterator[Content]:
    """Why there is no round, and what to do."""
    live = live_key_results(standing)
    yield Content("")
    if not live:
        yield _said(tr("There is no key result yet to check in."))
        yield _said(
            tr(
                "Write one in the plan: {plan} goes there, {add} adds it below an objective.",
                plan=shown_key("view('plan')"),
                add=shown_key("add_child"),
            ),
            "$quiet",
        )
        return
    yield from _why(standing, live, bands)
    if later := starting_later(standing):
        yield Content("")
        yield later
    yield Content("")
    # for translators: {key} is a letter to press
    words = tr_n(
        "{key} checks in the one key result all the same.",
        "{key} checks in all {n} key results all the same.",
        len(live),
        key=SLOT,
    )
    yield Content.assemble(" ", around(words, (shown_key("all_live"), "bold $primary"), "$quiet"))


def _why(standing: Standing, live: Sequence[KeyResult], bands: Bands) -> Iterator[Content]:
    plan = standing.plan
    if plan.phase == "planning":
        # for translators: {key} commits the quarter
        words = tr("Check-ins come due once the quarter is committed ({key}).", key=shown_key("commit"))
        yield _said(words)
        return
    if plan.phase == "closed":
        yield _said(tr("The quarter is closed: no check-in comes due any more."))
        return
    yield _said(tr("No check-in is due today."))
    yield from next_one(standing, live, bands)


def next_one(standing: Standing, live: Sequence[KeyResult], bands: Bands) -> Iterator[Content]:
    """On which day the next check-in comes due, of the live key results of a plan that runs."""
    plan = standing.plan
    undone = [found for found in live if standing.key_result(found.id).pace != "done"]
    day = next_due(plan, undone, standing.today, bands)
    if day is None:
        yield _said(tr("Every key result is done."), "$success")
        return
    days, date = (day - standing.today).days, format_date(day, plan.start, plan.end)
    if days == 1:
        yield _said(tr("The next one is due on {date}, tomorrow.", date=date))
        return
    yield _said(
        tr_n(
            "The next one is due on {date}, in {n} day.", "The next one is due on {date}, in {n} days.", days, date=date
        )
    )


def done_already(standing: Standing, shown: Container[str]) -> Content | None:
    """Which key results have reached their target and are not asked for, with the way to them; None without any."""
    done = [it for it in live_key_results(standing) if standing.key_result(it.id).pace == "done" and it.id not in shown]
    if not done:
        return None
    words = tr_n(
        "{items} is done and not asked for; {key} checks it in, in the plan.",
        "{items} are done and not asked for; {key} checks them in, in the plan.",
        len(done),
        items=row_of([standing.position(found.id) for found in done]),
        key=shown_key("check_in"),
    )
    return _said(words, "$quiet")


def starting_later(standing: Standing, shown: Container[str] = ()) -> Content | None:
    """Which key results have not begun yet and are not shown, for their absence to be understood; None without any."""
    later = [
        (found.start, standing.position(found.id))
        for found in live_key_results(standing)
        if found.start is not None and found.start > standing.today and found.id not in shown
    ]
    if not later:
        return None
    span = standing.plan.start, standing.plan.end
    which = [
        # for translators: a key result, by its number, and the day on which it begins: "1.2 on 1 Feb"
        tr("{position} on {day}", position=position, day=format_date(day, *span))
        for day, position in sorted(later)
    ]
    # for translators: {which} is such as "1.2 on 1 Feb, 2.1 on 1 Mar"
    words = tr_n("{n} starts later: {which}", "{n} start later: {which}", len(later), which=row_of(which))
    return _said(words, "$quiet")


def _said(sentence: str, style: str = "") -> Content:
    return content(f" {sentence}", style)
