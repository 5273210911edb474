"""After the commit a goalpost moves with a reason, and without one nothing moves and nothing typed is lost."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from okrtui.model.plan import Plan
from okrtui.tui.forms.item_form import ItemForm
from okrtui.tui.views.main import MainScreen
from okrtui.tui.widgets.line_input import LineInput
from tests.support.desk import LARGE, Desk, at_desk
from tests.support.plans import TODAY, small_plan


def records(plan: Plan) -> list[tuple[str, str, str, str]]:
    return [(it.field, it.old, it.new, it.reason) for it in plan.changes]


def fill(desk: Desk, name: str, text: str) -> None:
    form = desk.app.screen
    assert isinstance(form, ItemForm)
    next(field for field in form.fields() if field.spec.name == name).text = text


async def test_a_new_target_asks_for_its_reason_and_stands_beside_the_key_result_until_it_is_undone(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, small_plan(), size=LARGE) as desk:
        await desk.press("j", "e")
        fill(desk, "target", "40")
        fill(desk, "definition", "Asked for a demo and was called")
        await desk.press("ctrl+s")
        assert "target 30 → 40 on 1.1" in desk.screen, "the person sees what it is that moves"
        await desk.press("escape")
        assert desk.plan == small_plan(), "without a reason nothing is changed"
        await desk.until(lambda: isinstance(desk.app.screen, ItemForm))
        assert "Asked for a demo and was called" in desk.screen, "what was typed is still there"
        assert "nothing changed" in desk.screen
        await desk.press("ctrl+s")
        await desk.type("Budget cut")
        await desk.press("enter")
        assert records(desk.plan) == [("target", "30", "40", "Budget cut")]
        assert desk.plan.objectives[0].key_results[0].definition == "Asked for a demo and was called"
        assert " ↷ S" in desk.screen, "the tree marks it"
        assert "target 40, was 30 until 12 Nov: Budget cut" in " ".join(desk.screen.replace("│", " ").split())
        await desk.press("e")
        fill(desk, "target", "45")
        await desk.press("ctrl+s")
        assert desk.app.screen.query_one(LineInput).value == "Budget cut", "the day's reason is offered again"
        await desk.press("enter")
        assert records(desk.plan) == [("target", "30", "45", "Budget cut")]
        await desk.press("e")
        fill(desk, "target", "42")
        await desk.press("ctrl+s")
        await desk.type("Counted anew")
        await desk.press("enter")
        assert records(desk.plan) == [("target", "30", "42", "Counted anew")], "what is typed is not added to it"
        await desk.press("u", "u", "u")
        assert desk.plan == small_plan(), "undo takes the record along"


async def test_a_key_result_that_is_added_or_deleted_asks_and_what_is_no_goalpost_does_not(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("d")
        assert '"Train 5 people on the CRM" is removed' in desk.screen
        await desk.press("escape")
        assert desk.plan == small_plan() and "nothing changed" in desk.status
        await desk.press("A")
        await desk.type("Sign 9 partners by 1 Dec")
        await desk.press("enter", "escape")
        await desk.until(lambda: isinstance(desk.app.screen, ItemForm))
        assert desk.plan == small_plan()
        await desk.press("ctrl+s")
        await desk.type("Sales asked")
        await desk.press("enter")
        added = desk.plan.objectives[0].key_results[-1]
        assert (added.title, added.target, added.due) == ("Sign 9 partners", Decimal(9), dt.date(2026, 12, 1))
        assert records(desk.plan) == [("key_result", "", "Sign 9 partners", "Sales asked")]
        await desk.press("escape", "enter")
        await desk.type(" now")
        await desk.press("enter")
        assert desk.status.startswith("saved: renamed"), "a title is no goalpost"


async def test_what_is_given_up_can_be_dropped_and_stays_in_sight_with_its_reason(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan(), size=LARGE) as desk:
        await desk.press("j", "d")
        assert "delete it with its check-ins" in desk.screen
        assert "stays in the plan and the report, with the reason" in " ".join(desk.screen.split())
        await desk.press("x")
        assert '"Increase MQLs attributable to inbound marke…" is dropped' in desk.screen, "and the reason is asked"
        await desk.type("Budget cut")
        await desk.press("enter")
        assert desk.status.startswith("saved: dropped")
        assert records(desk.plan) == [("dropped_on", "", "2026-11-12", "Budget cut")]
        await desk.press("6")
        assert "dropped" in desk.screen, "leadership reads of it"
        await desk.press("1", "u")
        assert desk.plan == small_plan()
        await desk.press("j", "j", "d")
        assert desk.status.startswith("saved: deleted"), "an action was not promised"
        assert desk.status.endswith("; u brings it back")


async def test_nobody_is_late_for_what_was_given_up(tmp_path: Path) -> None:
    plan = small_plan()
    given_up = plan.objectives[0].key_results[0]
    late = given_up.actions[0].replace(due=dt.date(2026, 11, 2), status="todo")
    given_up = given_up.replace(dropped_on=dt.date(2026, 11, 10), actions=(late,))
    first = plan.objectives[0].replace(key_results=(given_up,))
    async with at_desk(tmp_path, plan.replace(objectives=(first,)), size=LARGE) as desk:
        assert "late" not in desk.screen, "its action waits for nobody"
        await desk.press("g")
        assert desk.screen.count("× 1.1") == 2, "and the objective's detail says so, too"


async def test_what_was_promised_and_is_deleted_goes_with_a_reason(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("j", "d", "escape")
        assert desk.plan == small_plan(), "nothing is given up by a slip of the finger"
        await desk.press("d", "d")
        await desk.type("Never meant")
        await desk.press("enter")
        (record,) = records(desk.plan)
        assert (record[0], record[3]) == ("key_result", "Never meant")


async def test_a_line_that_drops_while_the_reason_is_asked_keeps_what_was_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("j", "e")
        fill(desk, "target", "40")
        await desk.press("ctrl+s")
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        assert "This was being written when okrtui ended (key result): 40" in " ".join(desk.screen.split())


async def test_back_to_planning_is_on_record_and_the_commit_after_it_too(tmp_path: Path) -> None:
    first = small_plan().objectives[0]
    plan = small_plan().replace(objectives=(first.replace(key_results=first.key_results[:1]),), committed_on=TODAY)
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("X")
        assert "committed already" in desk.status
        await desk.press("colon")
        await desk.type("take the commit back")
        await desk.press("enter")
        await desk.type("New strategy")
        await desk.press("enter")
        assert "planning" in desk.screen and desk.plan.changes[-1].new == "planning"
        await desk.press("j", "e")
        fill(desk, "target", "40")
        await desk.press("ctrl+s")
        assert desk.plan.objectives[0].key_results[0].target == Decimal(40), "planning is free"
        assert isinstance(desk.app.screen, MainScreen)
        await desk.press("X")
        assert "Commit 2026-Q4: 1 objective and 1 key result" in desk.screen
        await desk.press("c")
        assert desk.plan.phase == "active"
        assert records(desk.plan) == [
            ("phase", "active", "planning", "New strategy"),
            ("phase", "planning", "active", ""),
        ]
