"""The templates: plans of a software company's marketing to start a quarter from, kept as quarter files.

Baselines that depend on the company are left to fill in, and targets are suggestions. The dates in the files are
those of one quarter: whoever takes a template, or an objective of it, gets it fitted to the quarter it is for.
"""

import datetime as dt
import tomllib
from decimal import Decimal
from importlib import resources

from okrtui.examples.words import in_language
from okrtui.frozen import frozen
from okrtui.i18n import mark, tr
from okrtui.model import tree
from okrtui.model.language import Language
from okrtui.model.plan import Action, KeyResult, Objective, Plan

_FRIDAY = 4
"""The day of the week that actions are due on, counted from Monday, 0."""


@frozen
class Template:
    """A plan to start from."""

    name: str
    """What it is called on the command line; also the name of its file."""
    title: str
    """What people call the field that it plans; shown with ``tr``."""
    about: str
    """What it is for, in one line; shown with ``tr``."""


_TEMPLATES = (
    Template(
        "demand-generation",
        mark("Demand generation"),
        mark("pipeline that sales wants, from channels of your own"),
    ),
    Template("content-seo", mark("Content and SEO"), mark("be found by buyers, and turn readers into contacts")),
    Template("product-launch", mark("Product launch"), mark("bring a product to market, and learn from it")),
    Template(
        "marketing-operations",
        mark("Marketing operations and data"),
        mark("numbers, data and handovers to rely on"),
    ),
    Template("brand-events", mark("Brand and events"), mark("be known by the right people, and meet them")),
)


def templates() -> tuple[Template, ...]:
    """Every template, in the order in which they are offered."""
    return _TEMPLATES


def template(name: str, plan: Plan, today: dt.date | None = None) -> Plan:
    """A template as a new plan, still to be committed, with ids of its own.

    Args:
        name: what it is called, such as ``demand-generation``.
        plan: the plan that it fills, such as an empty one: it gives the quarter, the dates and the language.
        today: actions that would have been due before this day are left without a date.

    Raises:
        ValueError: there is no template of this name.
    """
    source = _read(name, plan.language)
    taken: set[str] = set()
    objectives = tuple(_objective(objective, source, plan, taken, today) for objective in source.objectives)
    return plan.replace(focus=source.focus, objectives=objectives)


def objective_of(name: str, index: int, plan: Plan, today: dt.date | None = None) -> Objective:
    """One objective of a template with all below it, fitted to a plan that it is to be added to.

    Args:
        name: what the template is called.
        index: which of its objectives, from 0.
        plan: the plan that it is for: it gives the dates and the language, and its ids are not used again.
        today: as for :func:`template`.

    Raises:
        ValueError: there is no template of this name.
        IndexError: it has no such objective.
    """
    source = _read(name, plan.language)
    return _objective(source.objectives[index], source, plan, tree.ids(plan), today)


def _read(name: str, language: Language) -> Plan:
    """The template with the dates of its file, in a language."""
    if name not in {known.name for known in _TEMPLATES}:
        raise ValueError(tr("there is no such template"))
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    return Plan.read(in_language(tomllib.loads(text, parse_float=Decimal), language))


def _objective(objective: Objective, source: Plan, plan: Plan, taken: set[str], today: dt.date | None) -> Objective:
    """The objective moved from the template's quarter to the plan's; the new ids are put among those taken."""

    def action(found: Action) -> Action:
        due = None if found.due is None else _friday(_moved(found.due, source, plan), plan)
        if due is not None and today is not None and due < today:
            due = None
        return found.replace(id=_fresh(taken), due=due)

    def key_result(found: KeyResult) -> KeyResult:
        due = None if found.due is None else _moved(found.due, source, plan)
        return found.replace(id=_fresh(taken), due=due, actions=tuple(map(action, found.actions)))

    return objective.replace(id=_fresh(taken), key_results=tuple(map(key_result, objective.key_results)))


def _moved(day: dt.date, source: Plan, plan: Plan) -> dt.date:
    """The day as far into the plan's quarter as it was into the template's, whose ends fall on the other's."""
    span, other = (source.end - source.start).days, (plan.end - plan.start).days
    return plan.start + dt.timedelta((day - source.start).days * other // span)


def _friday(day: dt.date, plan: Plan) -> dt.date:
    """The Friday nearest to the day, or the end of the quarter that it would lie outside of."""
    nearest = day + dt.timedelta((_FRIDAY - day.weekday() + 3) % 7 - 3)
    return max(plan.start, min(plan.end, nearest))


def _fresh(taken: set[str]) -> str:
    """An id that is not taken, and is from now on."""
    fresh = tree.new_id(taken)
    taken.add(fresh)
    return fresh
