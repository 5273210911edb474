"""Where every item of a plan stands today: numbers, findings, badges. Computed once a plan, read by all."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from okrtui.coach.findings import LETTERS, Finding, Looked, badge, check_plan, still_told
from okrtui.frozen import replace
from okrtui.model import tree
from okrtui.model.closing import State, state
from okrtui.model.kept import Kept
from okrtui.model.measure import (
    USUAL_BANDS,
    Bands,
    KeyResultNumbers,
    Measured,
    ObjectiveNumbers,
    PlanNumbers,
    measure_plan,
)
from okrtui.model.past_steps import NOTHING_BEFORE, Past
from okrtui.model.plan import KeyResult, Plan

NO_BADGE = " " * len(LETTERS)
"""In the place of a badge that nobody has judged yet."""


@dataclass(frozen=True)
class Standing:
    """A plan on a day."""

    plan: Plan
    today: dt.date
    numbers: PlanNumbers
    places: Mapping[str, tree.Placed]
    """Every node with its place, by id, in the order of the tree."""
    badges: Mapping[str, str]
    """``SM·RT`` by key result id; blank until the plan was judged."""
    is_judged: bool = False
    """Whether the coach has looked at the plan; until then there are no findings."""
    findings: tuple[Finding, ...] = ()
    """All of them in the order of the tree, accepted ones too."""
    findings_of: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    """By id; the quarter's own under the empty id."""
    past: Past = NOTHING_BEFORE
    """What the quarters before did, where it is known."""

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """What asks to be mended: not what was accepted on purpose, and nothing once the quarter is closed."""
        return self._still_open(self.findings)

    def open_findings_of(self, item_id: str) -> tuple[Finding, ...]:
        """Likewise of one item; of the quarter itself where the id is empty."""
        return self._still_open(self.findings_of.get(item_id, ()))

    def told_of(self, item_id: str) -> tuple[Finding, ...]:
        """What is to be read of an item: what asks to be mended, and what was accepted on purpose."""
        return still_told(self.findings_of.get(item_id, ()), self.plan)

    def key_result(self, item_id: str) -> KeyResultNumbers:
        """The numbers of a key result."""
        numbers = self.numbers.of[item_id]
        assert isinstance(numbers, KeyResultNumbers)
        return numbers

    def objective(self, item_id: str) -> ObjectiveNumbers:
        """The numbers of an objective."""
        numbers = self.numbers.of[item_id]
        assert isinstance(numbers, ObjectiveNumbers)
        return numbers

    def state(self, item_id: str) -> State | None:
        """How a key result or an objective stands: its pace, and once the quarter is closed what its score says."""
        return state(self.numbers.of[item_id], self.plan)

    def disagrees(self, item_id: str) -> bool:
        """Whether confidence and pace contradict each other, while there is still something to look at again."""
        return self.plan.phase != "closed" and self.numbers.of[item_id].disagreement

    def position(self, item_id: str) -> str:
        """What people call an item: ``2.1``; the quarter's name where the id is empty."""
        return self.places[item_id].position if item_id in self.places else str(self.plan.quarter)

    def _still_open(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(finding for finding in still_told(findings, self.plan) if not finding.accepted)


class Before:
    """What was worked out of the objectives of a plan the last time, of which most are the same after an edit."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.placed: Kept[Mapping[str, tree.Placed]] = Kept()
        self.measured: Kept[Measured] = Kept()
        self.looked = Looked()


def stand(
    plan: Plan,
    today: dt.date,
    bands: Bands = USUAL_BANDS,
    past: Past = NOTHING_BEFORE,
    before: Before | None = None,
) -> Standing:
    """Where the plan stands on a day; ``past`` is what the quarters before did."""
    before = Before() if before is None else before
    findings = check_plan(plan, past, before.looked)
    by_item: dict[str, list[Finding]] = {}
    for finding in findings:
        by_item.setdefault(finding.item_id, []).append(finding)
    measured = measure(plan, today, bands, before)
    return replace(
        measured,
        is_judged=True,
        findings=findings,
        findings_of={item_id: tuple(found) for item_id, found in by_item.items()},
        badges={item_id: badge(by_item.get(item_id, ())) for item_id in measured.badges},
        past=past,
    )


def measure(plan: Plan, today: dt.date, bands: Bands = USUAL_BANDS, before: Before | None = None) -> Standing:
    """Where the plan stands by its numbers alone: what the coach finds takes longer, and can be seen a moment later."""
    before = Before() if before is None else before
    places = _places(plan, before.placed)
    return Standing(
        plan=plan,
        today=today,
        numbers=measure_plan(plan, today, bands, before.measured),
        places=places,
        badges={item_id: NO_BADGE for item_id, placed in places.items() if isinstance(placed.node, KeyResult)},
    )


def _places(plan: Plan, kept: Kept[Mapping[str, tree.Placed]]) -> Mapping[str, tree.Placed]:
    kept.begin(tuple(objective.id for objective in plan.objectives))  # which says where each of them stands
    places: dict[str, tree.Placed] = {}
    for index, objective in enumerate(plan.objectives):
        top = tree.Placed(objective, plan, index, f"{index + 1}")
        places[objective.id] = top
        places |= kept.of(objective, partial(_below, top))
    return places


def _below(top: tree.Placed) -> Mapping[str, tree.Placed]:
    return {placed.node.id: placed for placed in tree.below(top)}
