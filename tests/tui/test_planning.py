"""Planning by keys alone: what is pressed is on the screen and in the file."""

import datetime as dt
from pathlib import Path

from okrtui.model import tree
from tests.support.desk import at_desk, example_plan
from tests.support.plans import planned_plan


async def test_a_plan_grows_from_nothing_by_keys_alone(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("enter")
        await desk.press("o")
        await desk.type("Build a new channel")
        await desk.press("enter")
        assert desk.status == 'saved: added "Build a new channel"'
        await desk.press("enter", "A")
        await desk.type("Send 3 newsletters")
        await desk.press("enter", "enter", "A")
        await desk.type("Draft the first one")
        await desk.press("enter")
        (objective,) = desk.plan.objectives
        assert objective.title == "Build a new channel"
        assert objective.key_results[0].title == "Send 3 newsletters"
        assert objective.key_results[0].actions[0].title == "Draft the first one"


async def test_siblings_are_added_after_the_item_under_the_cursor(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "a")
        await desk.type("Second")
        await desk.press("enter")
        titles = [kr.title for kr in desk.plan.objectives[0].key_results]
        assert titles[1] == "Second"
        assert "1.2 Second" in desk.screen


async def test_leaving_a_new_title_empty_or_by_escape_adds_nothing(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("a", "enter", "a")
        await desk.type("gone")
        await desk.press("escape")
        assert desk.plan == planned_plan()
        assert "gone" not in desk.screen


async def test_a_title_is_changed_where_it_stands(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("enter")
        await desk.type(" now")
        await desk.press("enter")
        assert desk.plan.objectives[0].title == "Build a new demand generation channel now"
        assert desk.status.startswith("saved: renamed")


async def test_a_date_that_is_put_right_in_a_title_is_taken_as_in_a_new_one(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "A")
        await desk.type("Mail the spring models by 31 Nov")
        await desk.press("enter", "escape", "enter", *["backspace"] * len("31 Nov"))
        await desk.type("30 Nov")
        await desk.press("enter")
        mailed = desk.plan.objectives[0].key_results[0].actions[-1]
        assert (mailed.title, mailed.due) == ("Mail the spring models", dt.date(2026, 11, 30))
        await desk.press("enter")
        await desk.type(" again by 20 Nov")
        await desk.press("enter")
        mailed = desk.plan.objectives[0].key_results[0].actions[-1]
        assert (mailed.title, mailed.due) == ("Mail the spring models again by 20 Nov", dt.date(2026, 11, 30))


async def test_what_undo_brings_back_or_changes_is_under_the_cursor(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j")
        gone = desk.cursor
        await desk.press("d")
        assert desk.cursor != gone
        await desk.press("u")
        assert desk.cursor == gone, "a second d would delete what nobody meant"
        await desk.press("enter")
        await desk.type(" now")
        await desk.press("enter", "g", "u")
        assert desk.cursor == gone


async def test_undo_and_redo_go_through_every_edit_and_are_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("d", "d")
        assert desk.plan.objectives == ()
        await desk.press("u", "u")
        assert desk.plan == planned_plan()
        await desk.press("ctrl+r")
        assert len(desk.plan.objectives) == 1
        assert desk.status.startswith("saved: did again: deleted")
        await desk.press("u", "u")
        assert desk.status == "nothing to undo"


async def test_deleting_says_what_went_and_keeps_the_cursor_near(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "d")
        assert "and the 2 items below it" in desk.status
        assert len(desk.plan.objectives[0].key_results) == 1
        await desk.press("d")
        assert not desk.plan.objectives[0].key_results


async def test_reordering_keeps_the_cursor_on_the_item_and_stops_at_the_end(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("J")
        assert [o.id for o in desk.plan.objectives] == ["ob0002", "ob0001"]
        await desk.press("J")
        assert "last one already" in desk.status
        await desk.press("K")
        assert desk.plan == planned_plan()


async def test_a_key_result_moves_under_another_objective_with_its_actions(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "m")
        assert "Improve funnel conversion rates" in desk.screen
        await desk.press("enter")
        moved = tree.find(desk.plan, "kr0001")
        assert moved is not None and moved.position == "2.1"
        assert len(tree.children(moved.node)) == 2
        assert tree.ids(desk.plan) == tree.ids(planned_plan())


async def test_space_ticks_an_action_with_the_day_and_takes_the_tick_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "j", "j", "space")
        action = desk.plan.objectives[0].key_results[0].actions[1]
        assert (action.status, str(action.done_on)) == ("done", "2026-11-12")
        assert "done 12 Nov" in desk.screen
        await desk.press("space")
        action = desk.plan.objectives[0].key_results[0].actions[1]
        assert (action.status, action.done_on) == ("todo", None)


async def test_folding_hides_what_is_below_and_left_goes_to_the_parent(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("space")
        assert "Approve the template" not in desk.screen
        assert "▶ 1" in desk.screen
        await desk.press("l", "j", "j", "h")
        await desk.press("h")
        assert "Approve the template" not in desk.screen
        await desk.press("h", "h", "minus")
        assert "Approve the template" in desk.screen


async def test_finding_shows_what_matches_and_enter_stays_there(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("slash")
        await desk.type("DINNER")
        assert "3 found" in desk.status
        assert "newsletter readers" not in desk.screen
        await desk.press("enter")
        assert "newsletter" not in desk.status
        first = desk.cursor
        await desk.press("n")
        assert desk.cursor != first
        await desk.press("N")
        assert desk.cursor == first


async def test_escape_from_find_goes_back_to_where_one_was(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        before = desk.screen
        await desk.press("slash")
        await desk.type("dinner")
        await desk.press("escape")
        assert desk.screen.splitlines()[:20] == before.splitlines()[:20]


async def test_f_walks_through_the_findings_and_fix_mends_one(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        seen = []
        for _ in range(6):
            await desk.press("f")
            seen.append(desk.cursor.split()[0])
        assert seen == ["2.2", "3.2", "4", "4.1.3", "4.2", "4.3"]
        await desk.press("f", "f", "f", "f", "F")
        assert "action-due-late" not in desk.screen
        assert desk.status.startswith("saved: due 11 Dec, was 16 Dec: ")


async def test_a_finding_is_accepted_with_a_reason_that_is_kept(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("f", "x")
        await desk.press("enter")
        assert "write something" in desk.screen
        await desk.type("the board asks for the rate")
        await desk.press("enter")
        placed = tree.find_named(desk.plan, "2.2")
        assert placed is not None
        assert placed.node.accepted == {"kr-percentage": "the board asks for the rate"}  # type: ignore[union-attr]
        assert desk.status.startswith('saved: accepted on "') and "kr-percentage" not in desk.status
        assert "SMART" in next(line for line in desk.lines if "2.2 Raise" in line)


async def test_the_palette_finds_a_command_by_name_and_runs_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("colon")
        await desk.type("add objective")
        await desk.press("enter")
        await desk.type("Third")
        await desk.press("enter")
        assert desk.plan.objectives[2].title == "Third"


async def test_copying_sends_one_line_to_the_terminal(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "y")
        assert desk.app.clipboard == (
            "- **1.1 Increase MQLs attributable to inbound marketing from 20 to 30** "
            "(20 → 26 → 30 MQLs, due 31 Dec 2026)"
        )
        assert desk.status == "copied through the terminal"


async def test_the_quarters_focus_is_written_in_its_form(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("i", "ctrl+a")
        await desk.type("First: ")
        await desk.press("ctrl+s")
        assert desk.plan.focus == "First: Inbound before outbound"
        assert "First: Inbound" in desk.lines[1]
