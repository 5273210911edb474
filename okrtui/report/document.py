"""A plan with its numbers as plain values, for JSON: every field of a quarter file, and what follows from them.

Every key is always there; ``null`` says that there is no such thing. Keys that this version does not know
are kept under their names, unless a number of ours has the same name. Numbers are exact, shares (progress,
expected) are rounded to 4 decimals.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from okrtui.coach.findings import Finding
from okrtui.model.measure import KeyResultNumbers, ObjectiveNumbers
from okrtui.model.plan import Action, Item, KeyResult, Objective
from okrtui.report.standing import Standing

_PLACES = 10_000


def plan_document(standing: Standing) -> dict[str, Any]:
    """The whole plan.

    The quarter gets ``today``, ``week``, ``weeks`` and its own ``findings`` beside the fields of its file.
    Each objective and key result gets ``position``, ``smart``, ``current``, ``progress``, ``expected``,
    ``pace``, ``needed_per_week``, ``forecast``, ``disagreement``, ``score`` (the one set by hand where there
    is one) and ``findings``; each action ``position`` and ``findings``.
    """
    week, weeks = standing.numbers.week
    return {
        **_item(standing.plan, standing),
        "today": standing.today,
        "week": week,
        "weeks": weeks,
        "findings": _findings(standing, ""),
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """One finding; ``accepted`` is the reason for which it was accepted, or None."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "letter": finding.letter,
        "field": finding.field,
        "message": finding.message,
        "accepted": finding.accepted or None,
    }


def _item(item: Item, standing: Standing) -> dict[str, Any]:
    """The item's fields in the order of the file, its unknown keys, and what is known of it."""
    fields = {field.key: _value(getattr(item, name), standing) for name, field in item.FIELDS.items()}
    return {**fields, **item.extra, **_known(item, standing)}


def _value(value: object, standing: Standing) -> object:
    match value:
        case Item():
            return _item(value, standing)
        case tuple():
            return [_value(part, standing) for part in value]
        case _:
            return value


def _known(item: Item, standing: Standing) -> dict[str, Any]:
    match item:
        case Objective():
            numbers = standing.objective(item.id)
            return {
                "position": standing.position(item.id),
                "smart": None,
                "current": None,
                "progress": _share(numbers.progress),
                "expected": _share(numbers.expected),
                "pace": numbers.pace,
                "needed_per_week": None,
                "forecast": None,
                "disagreement": numbers.disagreement,
                "score": _score(numbers, standing),
                "findings": _findings(standing, item.id),
            }
        case KeyResult():
            known = standing.key_result(item.id)
            return {
                "position": standing.position(item.id),
                "smart": standing.badges[item.id],
                "current": known.current,
                "progress": _share(known.progress),
                "expected": _share(known.expected),
                "pace": known.pace,
                "needed_per_week": known.needed_per_week,
                "forecast": known.forecast,
                "disagreement": known.disagreement,
                "score": _score(known, standing),
                "findings": _findings(standing, item.id),
            }
        case Action():
            return {"position": standing.position(item.id), "findings": _findings(standing, item.id)}
    return {}


def _findings(standing: Standing, item_id: str) -> list[dict[str, Any]]:
    return [finding_document(finding) for finding in standing.told_of(item_id)]


def _score(numbers: KeyResultNumbers | ObjectiveNumbers, standing: Standing) -> Decimal | None:
    """The score; none of what was not promised."""
    return None if standing.plan.phase == "planning" else numbers.score


def _share(share: Fraction | None) -> Decimal | None:
    """The share with at most 4 decimals."""
    return None if share is None else Decimal(round(share * _PLACES)) / _PLACES
