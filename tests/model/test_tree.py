import itertools

import pytest
from hypothesis import given, settings

from okrtui.model import tree
from okrtui.model.plan import Action, KeyResult, Objective, Parked, Plan
from okrtui.model.record import Invalid
from tests.support.plans import plans, small_plan


def test_positions_are_what_people_see() -> None:
    found = {placed.node.id: (placed.position, placed.depth, placed.index) for placed in tree.walk(small_plan())}
    assert found == {
        "ob0001": ("1", 0, 0),
        "kr0001": ("1.1", 1, 0),
        "ac0001": ("1.1.1", 2, 0),
        "ac0002": ("1.1.2", 2, 1),
        "kr0002": ("1.2", 1, 1),
        "ob0002": ("2", 0, 1),
    }


@pytest.mark.parametrize(("name", "item_id"), [("1.1.2", "ac0002"), ("2", "ob0002"), ("kr0002", "kr0002")])
def test_an_item_is_found_by_position_or_id(name: str, item_id: str) -> None:
    placed = tree.find_named(small_plan(), name)
    assert placed is not None
    assert placed.node.id == item_id


@pytest.mark.parametrize("name", ["", "3", "1.1.3", "1.", "nobody"])
def test_no_other_item_is_taken_for_one_that_is_not_there(name: str) -> None:
    assert tree.find_named(small_plan(), name) is None
    assert tree.find(small_plan(), name) is None


def test_a_change_of_one_item_leaves_all_others_as_they_are() -> None:
    plan = small_plan()
    changed = tree.update(plan, "ac0002", lambda node: node.replace(title="New"))
    assert changed.objectives[1] is plan.objectives[1]
    assert changed.objectives[0].key_results[1] is plan.objectives[0].key_results[1]
    assert [p.node.title for p in tree.walk(changed) if p.node.id == "ac0002"] == ["New"]


def test_a_change_of_an_unknown_item_changes_nothing() -> None:
    plan = small_plan()
    assert tree.update(plan, "nobody", lambda _: None) is plan


def test_an_item_goes_where_it_is_put_and_last_past_the_end() -> None:
    plan = tree.insert(small_plan(), "kr0001", 0, Action(id="first"))
    plan = tree.insert(plan, "kr0001", 99, Action(id="last"))
    plan = tree.insert(plan, "", 1, Objective(id="middle"))
    assert [action.id for action in plan.objectives[0].key_results[0].actions] == [
        "first",
        "ac0001",
        "ac0002",
        "last",
    ]
    assert [objective.id for objective in plan.objectives] == ["ob0001", "middle", "ob0002"]


def test_an_item_cannot_be_put_where_its_kind_cannot_be() -> None:
    with pytest.raises(Invalid):
        tree.insert(small_plan(), "", 0, KeyResult(id="k"))
    with pytest.raises(Invalid):
        tree.insert(small_plan(), "ob0001", 0, Action(id="a"))


@pytest.mark.parametrize("parent_id", ["ac0001", "nobody"])
def test_an_item_without_a_place_is_not_dropped_in_silence(parent_id: str) -> None:
    with pytest.raises(ValueError):
        tree.insert(small_plan(), parent_id, 0, Action(id="a"))


def test_a_new_id_is_never_one_that_is_taken() -> None:
    letters = itertools.chain("aaaaaaaaaaabaaaaac", itertools.repeat("d"))
    assert tree.new_id({"aaaaaa", "aaaaab"}, lambda _: next(letters)) == "aaaaac"
    assert len({tree.new_id(()) for _ in range(50)}) == 50


def test_ids_of_parked_requests_are_taken_too() -> None:
    assert "parked" in tree.ids(small_plan().replace(not_now=(Parked(id="parked"),)))


@given(plans)
@settings(max_examples=25)
def test_every_item_of_any_plan_is_found_again_by_its_position(plan: Plan) -> None:
    for placed in tree.walk(plan):
        assert tree.find_named(plan, placed.position) == placed
        assert tree.children(placed.parent)[placed.index] is placed.node
