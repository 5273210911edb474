"""Plans in which check-ins are due."""

import datetime as dt
from decimal import Decimal

from okrtui.model.plan import CheckIn, KeyResult, Objective, Plan
from tests.support.plans import small_plan

LAST = dt.date(2026, 11, 2)
"""The day of the last check-ins, ten days before the day on which tests look."""


def due_plan(count: int, titles: tuple[str, ...] = ("Increase MQLs from inbound",), **fields: object) -> Plan:
    """So many key results from 20 to 30, at 26 with a confidence of 5, five below each objective.

    Every third one has to fall, from 40 to 25; ``fields`` are set on all of them.
    """
    key_results = [_key_result(number, titles[number % len(titles)], **fields) for number in range(count)]
    objectives = tuple(
        Objective(id=f"ob{first:04d}", title=f"Objective {first}", key_results=tuple(key_results[first : first + 5]))
        for first in range(0, count, 5)
    )
    return small_plan().replace(objectives=objectives)


def _key_result(number: int, title: str, **fields: object) -> KeyResult:
    falls = number % 3 == 2
    usual = {
        "unit": "MQLs",
        "baseline": Decimal(40 if falls else 20),
        "target": Decimal(25 if falls else 30),
        "due": dt.date(2026, 12, 31),
        "confidence": 6,
        "check_ins": (CheckIn(date=LAST, value=Decimal(26), confidence=5, note="Webinar helped"),),
    }
    return KeyResult.read({"id": f"kr{number:04d}", "title": title, **usual, **fields})
