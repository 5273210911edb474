"""Carrying objectives over into the next quarter.

An objective may outlive its quarter. In the new one it gets an id of its own, and ``carried_from`` holds the id that it
had in the quarter it comes from; so do its key results. That is all that ties the quarters together, and it is enough:

- back: the id is looked for in the quarters before, newest first, and the first one that has it is where it comes
  from, whether that is the quarter just before or a quarter was left out between;
- forth: a later quarter has an objective whose ``carried_from`` is this id;
- an end is known without reading on: an objective without ``carried_from`` began in its quarter.

So a story is read quarter by quarter and no further than it goes (:mod:`okrtui.report.story`). New ids differ from all
those of the old quarter, so that no id means two things in two quarters that follow each other.
"""

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Literal

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.model.edits import EditError
from okrtui.model.measure import KeyResultNumbers, PlanNumbers
from okrtui.model.plan import Action, KeyResult, Objective, Plan
from okrtui.model.tree import ids, new_id

Decision = Literal["keep", "change", "abandon"]
"""What becomes of an objective in the next quarter.

*change* carries it like *keep* and leaves all its targets open: the coach then keeps the quarter from being committed
until each was looked at again. So the mark stands in the plan itself and outlives a dropped line.
"""

Fate = Literal["goes on", "reached", "dropped"]
"""Whether a key result has anything left for the next quarter."""

NewId = Callable[[Collection[str]], str]
"""Makes an id that is none of those given."""


def current_value(key_result: KeyResult) -> Decimal | None:
    """The value of the latest check-in (of one date the last in the file), else the baseline."""
    latest = max(reversed(key_result.check_ins), key=lambda found: found.date, default=None)
    return latest.value if latest else key_result.baseline


def fate(key_result: KeyResult) -> Fate:
    """Whether it goes on: not where it was dropped or has reached its target. A level is kept on and on."""
    if key_result.dropped_on is not None:
        return "dropped"
    return "reached" if key_result.check_ins and _target_ahead(key_result) is False else "goes on"


def default_decisions(old: Plan, numbers: PlanNumbers) -> dict[str, Decision]:
    """What becomes of each objective where nobody says: kept while one of its key results is below its target.

    Args:
        old: the quarter that ends.
        numbers: its numbers.
    """
    return {
        objective.id: "keep" if any(_below(found, numbers) for found in objective.key_results) else "abandon"
        for objective in old.objectives
    }


def carry_over(
    old: Plan,
    into: Plan,
    decisions: Mapping[str, Decision],
    new_id: NewId = new_id,
    *,
    unfinished_actions: bool = False,
    reached: bool = False,
) -> Plan:
    """The new quarter's plan with what is carried over at its end.

    Key results start from their current value as the baseline. What was true of the old quarter alone stays there:
    check-ins, scores, acceptances, confidence, dates, dropped key results, keys that this version does not know. A
    target stays where it still lies ahead, a level always. What is in the new plan already is not carried again.

    Args:
        old: the quarter that ends; it is left as it is.
        into: the plan of the next one, empty or not.
        decisions: what becomes of each objective, by its id in ``old``; one that is not named stays behind.
        new_id: makes the ids.
        unfinished_actions: whether actions that are not done come along, without due dates that are past by then.
        reached: whether key results that have reached their target come along too, with the target left open.
    """
    taken = ids(old) | ids(into)
    there = {objective.carried_from for objective in into.objectives}

    def fresh() -> str:
        made = new_id(taken)
        taken.add(made)
        return made

    carried: list[Objective] = []
    for objective in old.objectives:
        decision = decisions.get(objective.id, "abandon")
        if decision == "abandon" or objective.id in there:
            continue
        going = [it for it in objective.key_results if fate(it) == "goes on" or (reached and fate(it) == "reached")]
        key_results = tuple(
            _key_result(
                found,
                fresh(),
                keeps_target=decision == "keep",
                actions=tuple(_action(it, fresh(), into) for it in found.actions if it.status in ("todo", "doing"))
                if unfinished_actions
                else (),
            )
            for found in going
        )
        carried.append(
            Objective(
                id=fresh(),
                title=objective.title,
                why=objective.why,
                notes=objective.notes,
                carried_from=objective.id,
                key_results=key_results,
            )
        )
    return into.replace(objectives=(*into.objectives, *carried)) if carried else into


@frozen
class CarryOver:
    """Carry objectives of an earlier quarter into the plan."""

    old: Plan
    decisions: Mapping[str, Decision]
    unfinished_actions: bool = False
    new_id: NewId = new_id

    def apply(self, plan: Plan) -> Plan:
        """The plan with them at its end; see :class:`okrtui.model.edits.Edit`."""
        if self.old.quarter == plan.quarter:
            raise EditError(tr("it is the same quarter"))
        return carry_over(self.old, plan, self.decisions, self.new_id, unfinished_actions=self.unfinished_actions)

    def label(self, plan: Plan) -> str:
        """``carried over 2 objectives from 2026-Q4``."""
        there = {objective.carried_from for objective in plan.objectives}
        known = [found.id for found in self.old.objectives if found.id not in there]
        number = sum(self.decisions.get(found, "abandon") != "abandon" for found in known)
        return tr_n(
            "carried over {n} objective from {quarter}",
            "carried over {n} objectives from {quarter}",
            number,
            quarter=self.old.quarter,
        )


def _key_result(old: KeyResult, item_id: str, *, keeps_target: bool, actions: tuple[Action, ...]) -> KeyResult:
    """A key result as it begins the next quarter. What comes along is named: a new field does not by itself."""
    return KeyResult(
        id=item_id,
        title=old.title,
        kind=old.kind,
        definition=old.definition,
        unit=old.unit,
        baseline=current_value(old) if old.kind == "reach" else None,
        target=old.target if keeps_target and _target_ahead(old) is not False else None,
        indicator=old.indicator,
        ambition=old.ambition,
        realistic=old.realistic,
        owner=old.owner,
        source=old.source,
        weight=old.weight,
        notes=old.notes,
        carried_from=old.id,
        actions=actions,
    )


def _action(old: Action, item_id: str, into: Plan) -> Action:
    due = old.due if old.due is not None and old.due >= into.start else None
    return Action(id=item_id, title=old.title, status=old.status, due=due, owner=old.owner, notes=old.notes)


def _target_ahead(key_result: KeyResult) -> bool | None:
    """Whether the target still lies ahead of the current value, seen from the baseline; None where nobody can say."""
    baseline, target, current = key_result.baseline, key_result.target, current_value(key_result)
    if key_result.kind != "reach" or baseline is None or target is None or current is None:
        return None
    return current < target if target > baseline else current > target


def _below(key_result: KeyResult, numbers: PlanNumbers) -> bool:
    """Whether something is left to do: a target ahead, a level that was not kept every week, nothing to go by."""
    if key_result.dropped_on is not None:
        return False
    known = numbers.of[key_result.id]
    assert isinstance(known, KeyResultNumbers)
    return known.progress is None or known.progress < 1
