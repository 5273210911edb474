"""The next quarter as it is on disk, and putting into it what is carried over."""

from collections.abc import Mapping

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.carry import CarryOver, Decision
from okrtui.model.ledger import after
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.storage.advice import reason
from okrtui.storage.errors import FileError
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
) -> str:
    """Put what is carried over into the next quarter, making it where it is not there; gives why that failed."""
    edit = CarryOver(old, decisions, unfinished_actions)
    found = next_quarter(world, old)
    if found.refused:
        return found.refused
    try:
        if not found.is_there:
            world.repository.create(edit.apply(found.plan))
            return ""
        return OpenPlan(world.repository, quarter).apply(edit).problem
    except FileError as error:
        return str(error)
    except OSError as error:
        return reason(error)
