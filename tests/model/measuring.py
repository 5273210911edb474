"""Key results to measure. The span is 100 days, so that on day n exactly n points are expected."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from okrtui.model.plan import CheckIn, KeyResult

START = dt.date(2026, 10, 1)
END = START + dt.timedelta(days=100)

Value = str | int
Seen = Sequence[tuple[int, Value]]


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def reach(baseline: Value | None, target: Value | None, seen: Seen = (), **fields: Any) -> KeyResult:
    return KeyResult(
        id=fields.pop("id", "kr"),
        baseline=None if baseline is None else Decimal(baseline),
        target=None if target is None else Decimal(target),
        check_ins=tuple(CheckIn(date=day(number), value=Decimal(value)) for number, value in seen),
        **fields,
    )


def level(kind: str, target: Value | None, seen: Seen = (), **fields: Any) -> KeyResult:
    return reach(None, target, seen, kind=kind, **fields)


def kept(weeks: int, missed: int = 0) -> list[tuple[int, Value]]:
    """A check-in at the start of every week, the first ones below 5, the others 5."""
    return [(7 * week, 4 if week < missed else 5) for week in range(weeks)]


def sure(confidence: int, value: Value, at: int = 50) -> KeyResult:
    check_in = CheckIn(date=day(at), value=Decimal(value), confidence=confidence)
    return reach(20, 30, confidence=5).replace(check_ins=(check_in,))


HALF_WAY = reach(20, 30, [(50, 25)])
