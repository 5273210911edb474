"""The way of a quarter: planned, committed, closed; and back, where that has to be, with a reason on record.

======== ===================================================================================================
phase    what can be done
======== ===================================================================================================
planning anything but closing and scoring; nothing is recorded
active   anything; what moves a goalpost is recorded with its reason (:mod:`okrtui.model.goalposts`)
closed   check-ins and scores, since numbers come in late and a score follows from them; what a git merge left open
         can be settled as it stands; all else once it is reopened
======== ===================================================================================================

Committing depends on what the coach finds and stands with it: :mod:`okrtui.coach.committing`.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.edits import EditError, quoted
from okrtui.model.goalposts import PHASE
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Change, KeyResult, Phase, Plan, Retrospective
from okrtui.model.record import Invalid
from okrtui.model.text import clean_prose


def committed(plan: Plan, today: dt.date) -> Plan:
    """The plan as a promise from that day on, whatever the coach thinks of it.

    ``committed_on`` keeps the day of the first time; a later one is on record in ``changes``.

    Raises:
        EditError: it is committed already.
    """
    if plan.phase != "planning":
        raise EditError(tr("it is closed") if plan.phase == "closed" else tr("it is committed already"))
    if plan.committed_on is None:
        return plan.replace(phase="active", committed_on=today)
    return _gone_to(plan, "active", today, "")


@frozen
class BackToPlanning:
    """Take the promise back, to plan the quarter anew."""

    today: dt.date
    reason: str

    def apply(self, plan: Plan) -> Plan:
        """The plan to be worked on freely, with the reason on record; see :class:`okrtui.model.edits.Edit`."""
        if plan.phase != "active":
            planning = plan.phase == "planning"
            raise EditError(tr("it is being planned already") if planning else tr("reopen it first"))
        reason = _given(self.reason, tr("say why it goes back to planning, in a few words"))
        return _gone_to(plan, "planning", self.today, reason)

    def label(self, plan: Plan) -> str:
        """``took 2026-Q4 back to planning``."""
        return tr("took {quarter} back to planning", quarter=plan.quarter)


@frozen
class Close:
    """End the quarter. What is still missing (values, reasons, the retrospective) keeps nobody from it."""

    today: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan closed on that day; a second time is on record; see :class:`okrtui.model.edits.Edit`."""
        if plan.phase != "active":
            never = plan.phase == "planning"
            raise EditError(tr("it was never committed") if never else tr("it is closed already"))
        again = any(change.field == PHASE and change.old == "closed" for change in plan.changes)
        after = _gone_to(plan, "closed", self.today, "") if again else plan.replace(phase="closed")
        return after.replace(closed_on=self.today)

    def label(self, plan: Plan) -> str:
        """``closed 2026-Q4``."""
        return tr("closed {quarter}", quarter=plan.quarter)


@frozen
class Reopen:
    """Take the close back, to change more than what comes in late."""

    today: dt.date
    reason: str

    def apply(self, plan: Plan) -> Plan:
        """The plan active again, with the reason on record; see :class:`okrtui.model.edits.Edit`."""
        if plan.phase != "closed":
            raise EditError(tr("it is not closed"))
        reason = _given(self.reason, tr("say why it is opened again, in a few words"))
        return _gone_to(plan, "active", self.today, reason).replace(closed_on=None)

    def label(self, plan: Plan) -> str:
        """``reopened 2026-Q4``."""
        return tr("reopened {quarter}", quarter=plan.quarter)


@frozen
class SetScore:
    """Score a key result by hand, or say why it came out as it did."""

    item_id: str
    score: Decimal | None
    """0 to 1; None for the one that follows from the values, now and when late ones come in."""
    note: str = ""
    """Why the score is another than that, or why a committed key result fell short."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with score and note; see :class:`okrtui.model.edits.Edit`."""
        self._key_result(plan)
        if plan.phase == "planning":
            raise EditError(tr("there is nothing to score before it is committed"))
        note = clean_prose(self.note)
        if self.score is not None and not note:
            raise EditError(tr("say why the score is another than the one that follows from the values"))
        try:
            return tree.update(plan, self.item_id, lambda node: node.replace(score=self.score, score_note=note))
        except Invalid:
            example = format_amount(Decimal("0.7"))
            raise EditError(tr("a score is a number from 0 to 1, such as {example}", example=example)) from None

    def label(self, plan: Plan) -> str:
        """``scored "Grow MQLs" 0.7``, or what became of its note."""
        key_result = self._key_result(plan)
        if self.score is not None and self.score != key_result.score:
            return tr("scored {item} {score}", item=quoted(key_result), score=format_amount(self.score))
        if self.score is None and key_result.score is not None:
            return tr("took the score of {item} from its values", item=quoted(key_result))
        if clean_prose(self.note):
            # for translators: somebody wrote down why a key result scored as it did
            return tr("said why on {item}", item=quoted(key_result))
        # for translators: somebody deleted the reason why a key result scored as it did
        return tr("cleared why on {item}", item=quoted(key_result))

    def _key_result(self, plan: Plan) -> KeyResult:
        placed = tree.find(plan, self.item_id)
        if placed is None or not isinstance(placed.node, KeyResult):
            raise EditError(tr("only key results are scored") if placed else tr("it is no longer in the plan"))
        return placed.node


@frozen
class SetRetrospective:
    """Answer questions of the retrospective."""

    fields: Mapping[str, str]
    """Answers by field, such as ``went_well``; the others stay as they are."""

    def apply(self, plan: Plan) -> Plan:
        """The plan with the answers; see :class:`okrtui.model.edits.Edit`."""
        answers = {name: clean_prose(answer) for name, answer in self.fields.items()}
        return plan.replace(retrospective=plan.retrospective.replace(**answers))

    def label(self, plan: Plan) -> str:
        """``wrote the retrospective``, or ``changed the retrospective`` where there was one."""
        first = plan.retrospective == Retrospective()
        return tr("wrote the retrospective") if first else tr("changed the retrospective")


def refusal(before: Plan, after: Plan) -> str:
    """Why a plan may not become another one, whatever edit leads there; empty where it may.

    A closed quarter keeps all but its check-ins and scores. It may be reopened, by an edit or by undoing the close,
    as long as that is all that happens.
    """
    if before.phase != "closed" or _kept(before, after) == _kept(after, after):
        return ""
    return tr(
        "{quarter} is closed; check-ins and scores can be corrected, for all else reopen it", quarter=before.quarter
    )


def _kept(plan: Plan, after: Plan) -> Plan:
    """The plan without what may differ in a closed quarter; ``after`` says whether it is being reopened."""
    open_fields: dict[str, Any] = {"check_ins": (), "score": None, "score_note": ""}
    objectives = tuple(
        objective.replace(key_results=tuple(found.replace(**open_fields) for found in objective.key_results))
        for objective in plan.objectives
    )
    phase: dict[str, Any] = {"phase": "active", "closed_on": None, "changes": ()} if after.phase == "active" else {}
    return plan.replace(objectives=objectives, conflicts=(), **phase)


def _gone_to(plan: Plan, phase: Phase, today: dt.date, reason: str) -> Plan:
    """The plan in another phase, on record. Such records are never folded into one: in between, all was open."""
    record = Change(date=today, item="", field=PHASE, old=plan.phase, new=phase, reason=reason)
    return plan.replace(phase=phase, changes=(*plan.changes, record))


def _given(reason: str, question: str) -> str:
    """The reason, cleaned.

    Raises:
        EditError: there is none; it asks for one.
    """
    if clean := clean_prose(reason):
        return clean
    raise EditError(question)
