"""An update as plain values, for JSON. What each key means stands in the README.

Every key is always there; ``null`` says that there is no such thing. Amounts are numbers exact as typed, shares are
rounded to 4 decimals, dates are texts.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from okrtui.model.measure import PACE_ORDER
from okrtui.report.agenda import Entry
from okrtui.report.document import finding_document
from okrtui.report.update.content import Goalpost, KeyResultUpdate, ObjectiveUpdate, Remark, Update
from okrtui.report.update.headline import headline
from okrtui.report.update.phrases import plain

SCHEMA_VERSION = 1
"""Counts up where a key goes or means something else; new keys may come at any time."""

_PLACES = 10_000


def update_document(update: Update) -> dict[str, Any]:
    """The whole update."""
    plan, (week, weeks) = update.plan, update.week
    return {
        "schema_version": SCHEMA_VERSION,
        "quarter": plan.quarter,
        "phase": plan.phase,
        "start": plan.start,
        "end": plan.end,
        "today": update.today,
        "since": update.since,
        "until": update.until,
        "week": week,
        "weeks": weeks,
        "language": update.language,
        "focus": plan.focus,
        "headline": plain(headline(update)),
        "progress": _share(update.progress),
        "score": update.score,
        "paces": {pace: update.paces.get(pace, 0) for pace in PACE_ORDER},
        "objectives": [_objective(found) for found in update.objectives],
        "risks": _positions(update.risks),
        "moved": _positions(found for found in update.key_results if found.moved),
        "reached": _positions(update.reached),
        "done": [_action(found) for found in update.done],
        "late": [_action(found) for found in update.late],
        "next": [_action(found) for found in update.next],
        "goalposts": [_goalpost(found) for found in update.goalposts],
        "accepted": [_remark(found) for found in update.accepted],
        "to_settle": [_remark(found) for found in update.to_settle],
        "not_now": [
            {
                "request": found.request,
                "asked_by": found.asked_by,
                "asked_on": found.asked_on,
                "reason": found.reason,
                "displaces": found.displaces,
                "revisit": found.revisit,
                "status": found.status,
            }
            for found in update.declined
        ],
        "retrospective": {
            "went_well": update.retrospective.went_well,
            "went_badly": update.retrospective.went_badly,
            "change_next": update.retrospective.change_next,
        },
    }


def _objective(found: ObjectiveUpdate) -> dict[str, Any]:
    return {
        "position": found.position,
        "id": found.node.id,
        "title": found.node.title,
        "why": found.node.why,
        "words": found.words,
        "progress": _share(found.numbers.progress),
        "progress_before": _share(found.before.progress),
        "expected": _share(found.numbers.expected),
        "pace": found.numbers.pace,
        "pace_before": found.before.pace,
        "confidence": found.numbers.confidence,
        "score": found.score,
        "key_results": [_key_result(each) for each in found.key_results],
    }


def _key_result(found: KeyResultUpdate) -> dict[str, Any]:
    node, numbers, before, latest = found.node, found.numbers, found.before, found.latest
    return {
        "position": found.position,
        "id": node.id,
        "title": node.title,
        "words": found.words,
        "kind": node.kind,
        "unit": node.unit,
        "baseline": node.baseline,
        "current": numbers.current,
        "current_before": before.current,
        "checked_in_on": latest.date if latest else None,
        "note": latest.note if latest else "",
        "change": found.change,
        "target": node.target,
        "start": found.start,
        "due": found.due,
        "progress": _share(numbers.progress),
        "expected": _share(numbers.expected),
        "pace": numbers.pace,
        "pace_before": before.pace,
        "needed_per_week": numbers.needed_per_week,
        "forecast": numbers.forecast,
        "confidence": numbers.confidence,
        "confidence_before": before.confidence,
        "disagreement": numbers.disagreement,
        "smart": found.smart,
        "owner": node.owner,
        "ambition": node.ambition,
        "dropped_on": node.dropped_on,
        "score": found.score,
        "score_note": node.score_note,
    }


def _action(found: Entry) -> dict[str, Any]:
    action = found.action
    return {
        "position": found.position,
        "id": action.id,
        "title": action.title,
        "owner": found.owner,
        "due": action.due,
        "done_on": action.done_on,
        "key_result": found.key_result_position,
    }


def _goalpost(found: Goalpost) -> dict[str, Any]:
    change = found.change
    return {
        "date": change.date,
        "key_result": found.key_result.position if found.key_result else None,
        "item": change.item,
        "title": found.title,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "reason": change.reason,
    }


def _remark(found: Remark) -> dict[str, Any]:
    return {"position": found.position, "title": found.title, **finding_document(found.finding)}


def _positions(found: Iterable[KeyResultUpdate]) -> list[str]:
    return [each.position for each in found]


def _share(share: Fraction | None) -> Decimal | None:
    """The share with at most 4 decimals."""
    return None if share is None else Decimal(round(share * _PLACES)) / _PLACES
