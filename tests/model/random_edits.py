"""Hypothesis strategies for what users do to a given plan."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from okrtui.model import tree
from okrtui.model.edits import Accept, Add, ChangeFields, ChangeQuarter, Edit, EditError, Move, Remove, Tick
from okrtui.model.plan import Action, KeyResult, Node, Objective, Plan
from okrtui.model.quarter import Quarter
from tests.support.plans import typed

KINDS: list[type[Node]] = [Objective, KeyResult, Action]
PARENT_KINDS: dict[type[Node], type[Plan | Objective | KeyResult]] = {
    Objective: Plan,
    KeyResult: Objective,
    Action: KeyResult,
}


def grown_plan() -> Plan:
    """Three objectives with two key results each, of which the first has two actions."""
    return Plan.empty(Quarter(2026, 4)).replace(
        objectives=tuple(
            Objective(
                id=f"o{o}",
                title=f"Objective {o}",
                key_results=tuple(
                    KeyResult(
                        id=f"k{o}{k}",
                        target=Decimal(30),
                        actions=tuple(Action(id=f"a{o}{k}{a}") for a in range(2 - 2 * k)),
                    )
                    for k in range(2)
                ),
            )
            for o in range(3)
        )
    )


def parents_of(plan: Plan, kind: type[Node]) -> list[str]:
    """Ids of what can hold a node of this kind."""
    if kind is Objective:
        return [""]
    return [placed.node.id for placed in tree.walk(plan) if type(placed.node) is PARENT_KINDS[kind]]


@st.composite
def moves_of(draw: st.DrawFn, plan: Plan) -> Move:
    """A move that can be done to a plan that has items."""
    node = draw(st.sampled_from([placed.node for placed in tree.walk(plan)]))
    return Move(node.id, draw(st.sampled_from(parents_of(plan, type(node)))), draw(st.integers(0, 4)))


@st.composite
def edits_of(draw: st.DrawFn, plan: Plan, prefix: str = "new", most: int = 4) -> Sequence[Edit]:
    """Edits in a row; ids of what is added begin with the prefix."""
    edits: list[Edit] = []
    for count in range(draw(st.integers(0, most))):
        nodes = [placed.node for placed in tree.walk(plan)]
        kind = draw(st.sampled_from(KINDS))
        parents = parents_of(plan, kind)
        choices: list[st.SearchStrategy[Edit]] = [st.builds(ChangeQuarter, st.fixed_dictionaries({"focus": typed}))]
        if parents:
            node = kind(id=f"{prefix}{count}", title=draw(typed))
            choices.append(st.builds(Add, st.just(node), st.sampled_from(parents), st.integers(0, 3)))
        if nodes:
            chosen = draw(st.sampled_from(nodes))
            choices += [
                st.builds(ChangeFields, st.just(chosen.id), st.fixed_dictionaries({"title": typed})),
                st.builds(ChangeFields, st.just(chosen.id), st.fixed_dictionaries({"notes": typed})),
                st.builds(Remove, st.just(chosen.id)),
                moves_of(plan),
            ]
            if isinstance(chosen, Action):
                choices.append(st.just(Tick(chosen.id, dt.date(2026, 11, 12))))
            if isinstance(chosen, KeyResult):
                choices.append(st.builds(Accept, st.just(chosen.id), st.just("kr-too-bold"), typed))
                choices.append(st.just(ChangeFields(chosen.id, {"target": Decimal(draw(st.integers(0, 99)))})))
        edit = draw(st.one_of(choices))
        edits.append(edit)
        plan = edit.apply(plan)
    return edits


def applied(plan: Plan, edits: Sequence[Edit]) -> Plan:
    """The plan after the edits; those that cannot be done are left out."""
    for edit in edits:
        try:
            plan = edit.apply(plan)
        except EditError:
            continue
    return plan
