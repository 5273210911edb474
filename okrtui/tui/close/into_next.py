"""The next quarter as it is on disk, and putting into it what is carried over."""

from collections.abc import Mapping

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.carry import CarryOver, Decision
from okrtui.model.edits import EditError
from okrtui.model.ledger import after
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.storage.advice import reason
from okrtui.storage.errors import FileError
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import OpenQuarter
from okrtui.tui.world import World


@frozen
class Next:
    """The quarter that objectives are carried into."""

    plan: Plan
    """As it is, or as it would begin."""
    is_there: bool
    """Whether it has a file."""
    refused: str = ""
    """Why nothing can be carried into it; empty where it can."""


def next_quarter(world: World, old: Plan) -> Next:
    """The quarter after one, read from the disk where it is there."""
    quarter = after(old.quarter)
    if quarter is None:
        return Next(old, is_there=False, refused=tr("there is no quarter after this one"))
    fresh = Plan.empty(quarter, world.settings.fiscal_year_starts).replace(language=old.language)
    try:
        if not world.repository.exists(quarter):
            return Next(fresh, is_there=False)
        stored = world.repository.load(quarter)
    except FileError as error:
        return Next(fresh, is_there=True, refused=str(error))
    refused = ""
    if stored.read_only:
        refused = tr("{quarter} is read-only: {reason}", quarter=quarter, reason=stored.read_only)
    elif stored.plan.phase == "active":
        refused = tr(
            "{quarter} is committed already; add to it there, or take it back to planning first", quarter=quarter
        )
    elif stored.plan.phase == "closed":
        refused = tr("{quarter} is closed already; add to it there, or take it back to planning first", quarter=quarter)
    return Next(stored.plan, is_there=True, refused=refused)


def write_next(
    world: World, old: Plan, quarter: Quarter, decisions: Mapping[str, Decision], *, unfinished_actions: bool
) -> OpenQuarter:
    """Put what is carried over into the next quarter, as an edit that can be undone there; asks to show it.

    The quarter is made where it is not there.

    Raises:
        EditError: it was not carried over, and why.
    """
    found = next_quarter(world, old)
    if found.refused:
        raise EditError(found.refused)
    try:
        if not found.is_there:
            world.repository.create(found.plan)
        opened = OpenPlan(world.repository, quarter)
    except FileError as error:
        raise EditError(str(error)) from error
    except OSError as error:
        raise EditError(reason(error)) from error
    outcome = opened.apply(CarryOver(old, decisions, unfinished_actions))
    if outcome.problem:
        raise EditError(outcome.problem)
    return OpenQuarter(quarter, opened, _said(outcome.label))


def _said(label: str) -> str:
    """What was done, and how it is taken back."""
    if not label:
        return tr("nothing was carried over")
    # for translators: what was done: "carried over 2 objectives from 2026-Q4; u takes that back"
    return tr("{act}; {key} takes that back", act=label, key=shown_key("undo"))
