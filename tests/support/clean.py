"""A plan about which the coach has nothing to say: three objectives, three key results each, an action each."""

import datetime as dt
from decimal import Decimal

from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter

_DUE = dt.date(2026, 12, 18)

_CONTENTS: tuple[tuple[str, str, tuple[tuple[str, str, int, int, str, str], ...]], ...] = (
    (
        "Build a steady flow of inbound demand",
        "Two thirds of new pipeline are rented today",
        (
            (
                "Increase inbound demo requests from 40 to 65",
                "demo requests",
                40,
                65,
                "A form on our site asking for a demo, counted over the last 30 days",
                "Write five comparison pages",
            ),
            (
                "Grow newsletter readers from 1,400 to 2,500",
                "readers",
                1400,
                2500,
                "A confirmed address that opened a mail in the last 90 days",
                "Swap mailings with a trade association",
            ),
            (
                "Sign 6 partners for joint webinars",
                "partners",
                0,
                6,
                "A date that both sides have confirmed",
                "List companies with the same customers",
            ),
        ),
    ),
    (
        "Turn more trials into paying customers",
        "New revenue without a larger budget",
        (
            (
                "Raise trials with an invited colleague from 120 to 200",
                "trials",
                120,
                200,
                "A trial with a second person signed in, counted over the last 30 days",
                "Move the invitation into the first screen",
            ),
            (
                "Win 90 new customers from trials",
                "customers",
                0,
                90,
                "A first invoice paid after a trial",
                "Send an offer before a trial ends",
            ),
            (
                "Cut days from sign-up to first booking from 9 to 4",
                "days",
                9,
                4,
                "The median of the last 50 trials",
                "Write an import guide with pictures",
            ),
        ),
    ),
    (
        "Make marketing data reliable for sales",
        "The forecast of sales rests on it",
        (
            (
                "Clean 38,000 contact records in the CRM",
                "records",
                0,
                38000,
                "A record with a company, a role and a working address",
                "Agree on what a clean record is",
            ),
            (
                "Train 14 colleagues on the new lead hand-over",
                "colleagues",
                0,
                14,
                "Somebody who has handed over a lead under supervision",
                "Write the hand-over on one page",
            ),
            (
                "Connect 7 data sources to the funnel dashboard",
                "data sources",
                0,
                7,
                "A source whose numbers arrive every night",
                "Pick the numbers of the dashboard",
            ),
        ),
    ),
)


def clean_plan() -> Plan:
    """The plan, of 2026-Q4, in its planning phase."""
    return Plan(
        quarter=Quarter(2026, 4),
        start=dt.date(2026, 10, 1),
        end=dt.date(2026, 12, 31),
        language="en",
        focus="Demand that we own",
        objectives=tuple(
            Objective(
                id=f"ob{i}",
                title=title,
                why=why,
                key_results=tuple(_key_result(f"kr{i}{j}", *fields) for j, fields in enumerate(rows, 1)),
            )
            for i, (title, why, rows) in enumerate(_CONTENTS, 1)
        ),
    )


def _key_result(
    item_id: str, title: str, unit: str, baseline: int, target: int, definition: str, action: str
) -> KeyResult:
    return KeyResult(
        id=item_id,
        title=title,
        definition=definition,
        unit=unit,
        baseline=Decimal(baseline),
        target=Decimal(target),
        due=_DUE,
        indicator="leading",
        confidence=6,
        realistic="The budget and two people are there, and last quarter came close",
        owner="Ana",
        actions=(Action(id=f"{item_id}a", title=action, due=dt.date(2026, 11, 27)),),
    )


def quarter_before() -> Plan:
    """2026-Q3, in which the first metric of the clean plan moved by 6: a quarter of what is asked of it now."""
    plan = clean_plan()
    first = plan.objectives[0].key_results[0]
    check_in = CheckIn(date=dt.date(2026, 9, 28), value=Decimal(40))
    past = first.replace(title="Increase inbound demo requests from 34 to 44", baseline=Decimal(34), target=Decimal(44))
    objective = plan.objectives[0].replace(key_results=(past.replace(due=dt.date(2026, 9, 25), check_ins=(check_in,)),))
    return Plan.empty(Quarter(2026, 3)).replace(language="en", objectives=(objective,))
