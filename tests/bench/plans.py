"""Plans of any size, the same ones at each run, in words that a marketer would use."""

import datetime as dt
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from okrtui.model.plan import Action, ActionStatus, CheckIn, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.tree import Parent, children, walk
from okrtui.storage.codec import encode

TODAY = dt.date(2026, 11, 12)
QUARTER = Quarter(2026, 4)
SHAPES = {125: (5, 4, 5), 500: (10, 7, 6), 2_000: (20, 9, 10), 10_000: (100, 9, 10)}
"""Of each size its objectives, the key results of one, the actions of one of those."""

_AIMS = ("Win back", "Earn the trust of", "Delight", "Inform", "Reach", "Convince", "Understand", "Keep")
_VERBS = ("Draft", "Brief", "Book", "Publish", "Test", "Review", "Translate", "Measure", "Rewrite", "Plan")
_THINGS = ("the newsletter", "a landing page", "the webinar", "a case study", "the price list", "an interview")
_PEOPLE = ("partners", "engineers", "readers", "buyers", "founders", "teachers", "doctors", "planners", "retailers")
_UNITS = ("demo requests", "subscribers", "sign-ups", "replies", "referrals")
_STATUSES: tuple[ActionStatus, ...] = ("todo", "doing", "done")
_WEEKS = 6
"""Check-ins of each key result."""


def make_plan(nodes: int, quarter: Quarter = QUARTER) -> Plan:
    """A plan of one of the sizes, at work since six weeks."""
    objectives, key_results, actions = SHAPES[nodes]
    start, end = quarter.dates(1)
    numbers = count(1)
    return Plan(
        quarter=quarter,
        start=start,
        end=end,
        phase="active",
        committed_on=start,
        language="en",
        focus="Demand that we own",
        objectives=tuple(
            Objective(
                id=f"ob{number}",
                title=f"{_AIMS[number % len(_AIMS)]} {_PEOPLE[number % len(_PEOPLE)]} where demand is rented",
                why="Two thirds of new pipeline are rented today",
                key_results=tuple(_key_result(next(numbers), actions, start) for _ in range(key_results)),
            )
            for number in range(objectives)
        ),
    )


def _key_result(number: int, actions: int, start: dt.date) -> KeyResult:
    unit = _UNITS[number % len(_UNITS)]
    return KeyResult(
        id=f"kr{number}",
        title=f"Increase {number} {unit} from 40 to 65",
        definition="A form on our own site, from a company with ten or more technicians, over the last 30 days",
        unit=unit,
        baseline=Decimal(40),
        target=Decimal(65),
        due=start + dt.timedelta(days=85),
        indicator="leading",
        confidence=6,
        realistic="The pages double our entry points, and two of the five are written already",
        owner="Ana",
        source="CRM report of inbound demand",
        check_ins=tuple(
            CheckIn(date=start + dt.timedelta(weeks=week), value=Decimal(40 + 3 * week), confidence=6)
            for week in range(_WEEKS)
        ),
        actions=tuple(_action(number, place, start) for place in range(actions)),
    )


def _action(key_result: int, place: int, start: dt.date) -> Action:
    number = key_result * 10 + place
    status = _STATUSES[number % len(_STATUSES)]
    due = start + dt.timedelta(days=10 + number * 7 % 75)
    return Action(
        id=f"ac{number}",
        title=f"{_VERBS[number % len(_VERBS)]} {number} {_THINGS[number % len(_THINGS)]} for {_PEOPLE[number % 9]}",
        status=status,
        due=due,
        done_on=start + dt.timedelta(days=20) if status == "done" else None,
        owner=("Ana", "Björn", "Chiara")[number % 3],
    )


def write_quarters(directory: Path, nodes: int, quarters: int = 1) -> None:
    """Put a plan in a new directory, and so many quarters in all, each a quarter before the other."""
    directory.mkdir(parents=True)
    for back in range(quarters):
        quarter = QUARTER.shifted(-back)
        (directory / f"{quarter}.toml").write_bytes(encode(make_plan(nodes, quarter)))


def beginnings(plan: Plan) -> list[str]:
    """How the titles of the rows begin, as far as the narrowest tree shows them."""
    return [placed.node.title[:12] for placed in walk(plan)]


def outline(parent: Parent) -> list[dict[str, Any]]:
    """What the floor shows of a plan: nested titles, with a few fields of each action."""
    return [
        {
            "title": node.title,
            "fields": {"owner": node.owner, "due": str(node.due), "status": node.status},
            "below": [],
        }
        if isinstance(node, Action)
        else {"title": node.title, "fields": {}, "below": outline(node)}
        for node in children(parent)
    ]
