"""What a person wrote is theirs: it is not lost to another window, a full disk, a key too many or a small window."""

from decimal import Decimal
from pathlib import Path

import pytest
from textual import events

from okrtui.model.edits import ChangeFields, Remove
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.tui.widgets.title_editor import TitleEditor
from tests.support.desk import LARGE, Desk, at_desk
from tests.support.plans import planned_plan


def another_window(desk: Desk) -> OpenPlan:
    return OpenPlan(desk.repository, Quarter(2026, 4))


def no_room(_: int) -> None:
    raise OSError(28, "No space left on device")


async def test_both_values_are_shown_and_one_can_still_take_ones_own(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        another_window(desk).apply(ChangeFields("ob0001", {"title": "Theirs"}))
        await desk.press("enter")
        await desk.type(" and mine")
        await desk.press("enter")
        assert "there now: Theirs" in desk.screen
        assert "yours:     Build a new demand generation channel and mine" in desk.screen
        assert desk.plan.objectives[0].title == "Theirs"
        await desk.press("y")
        assert desk.plan.objectives[0].title.endswith("and mine")
        await desk.press("u")
        assert desk.plan.objectives[0].title == "Theirs"


async def test_what_another_window_deleted_while_one_changed_it_is_kept_and_said(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        another_window(desk).apply(Remove("ob0001"))
        await desk.press("enter")
        await desk.type("!")
        await desk.press("enter")
        assert "It was deleted there" in desk.screen
        await desk.press("escape")
        assert desk.plan.objectives[0].title.endswith("channel!")


async def test_what_is_not_on_disk_is_said_until_it_is_and_leaving_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        desk.repository.create(Plan.empty(Quarter(2027, 1)))
        with monkeypatch.context() as world:
            world.setattr("os.fsync", no_room)
            await desk.press("d")
            assert desk.status.startswith("not saved: no space left on device")
            await desk.press("j", "space")
            assert "NOT SAVED" in desk.lines[1]
            for leaving in ("right_square_bracket", "q", "ctrl+q"):
                await desk.press(leaving)
                assert "try to save again" in desk.screen, leaving
                await desk.press("escape")
            await desk.press("q", "w")
            await desk.type("~nosuchuser/x")
            await desk.press("enter")
            assert "did not work" in desk.screen
            await desk.press("escape", "escape")
        await desk.press("ctrl+s")
        assert desk.status == "saved: your changes"
        assert "NOT SAVED" not in desk.screen
        assert [o.id for o in desk.plan.objectives] == ["ob0002"]


async def test_a_file_that_vanished_is_written_again_on_request(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        desk.repository.path(Quarter(2026, 4)).unlink()
        await desk.press("G", "d")
        assert "NOT SAVED" in desk.screen
        await desk.press("ctrl+s")
        assert [o.id for o in desk.plan.objectives] == ["ob0001"]


async def test_enter_twice_on_a_title_changes_nothing_whatever_it_holds(tmp_path: Path) -> None:
    first, *others = planned_plan().objectives
    for title in ("a\x1b]0;PWN\x07b\u202e", "x" * 600):
        plan = planned_plan().replace(objectives=(first.replace(title=title), *others))
        async with at_desk(tmp_path / str(len(title)), plan) as desk:
            await desk.press("enter")
            assert "\x1b" not in desk.screen and "\u202e" not in desk.screen
            await desk.press("enter")
            assert desk.plan == plan


async def test_a_paste_into_several_lines_is_cleaned_and_said(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("e", "tab", "tab")
        desk.app.post_message(events.Paste("one\r\n\x1b[31mtwo\u202e"))
        await desk.pilot.pause()
        await desk.pilot.pause()
        assert "control characters" in desk.screen
        await desk.press("ctrl+s")
        assert desk.plan.objectives[0].notes == "one\n[31mtwo"


async def test_ctrl_q_in_a_form_asks_and_in_a_title_keeps_the_title(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("e")
        await desk.type("x")
        await desk.press("ctrl+q")
        assert "This form is not saved" in desk.screen
        await desk.press("ctrl+d")
        await desk.press("o")
        await desk.type("Half a title")
        await desk.press("ctrl+q")
    async with at_desk(tmp_path) as desk:
        assert "Half a title" in desk.screen
        await desk.press("o", "ctrl+s")
        assert desk.plan.objectives[2].title == "Half a title"


async def test_command_keys_are_letters_while_a_title_is_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("o")
        await desk.type("Quick")
        await desk.press("ctrl+p", "ctrl+r")
        await desk.type(" : ? u")
        await desk.press("shift+tab")
        assert desk.plan.objectives[2].title == "Quick : ? u"


async def test_ctrl_z_takes_back_what_was_typed_a_word_at_a_time_and_leaves_the_program_open(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        title = desk.app.screen.query_one(TitleEditor)
        await desk.press("enter")
        before = title.value
        await desk.type(" in two")
        await desk.press("ctrl+w", "ctrl+z")
        assert title.value == f"{before} in two"
        await desk.press("ctrl+z")
        assert title.value == f"{before} in "
        await desk.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert title.value == before
        await desk.press("escape", "j", "enter", "ctrl+z")
        assert title.value.startswith("Increase"), "what was typed in another line is not brought here"


async def test_an_action_set_done_in_its_form_gets_the_day(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "j", "j", "e", "tab", "right", "right", "ctrl+s")
        action = desk.plan.objectives[0].key_results[0].actions[1]
        assert (action.status, str(action.done_on)) == ("done", "2026-11-12")


async def test_a_window_too_small_says_so_and_everything_is_there_again_when_it_grows(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("e")
        await desk.type(" soon")
        await desk.resize((40, 10))
        assert "too small" in desk.screen
        await desk.resize((60, 20))
        assert "channel soon" in desk.screen
        await desk.press("ctrl+s")
        assert desk.plan.objectives[0].title.endswith("soon")


async def test_progress_beyond_all_bounds_keeps_the_columns(tmp_path: Path) -> None:
    plan = planned_plan()
    first, *others = plan.objectives
    done, draft = first.key_results
    done = done.replace(title="Increase MQLs")
    wild = done.replace(baseline=Decimal(0), target=Decimal("0.0345"))
    plan = plan.replace(
        objectives=(first.replace(key_results=(wild, done.replace(id="other1", actions=()), draft)), *others)
    )
    async with at_desk(tmp_path, plan) as desk:
        rows = [line for line in desk.lines if " 1.1 " in line or " 1.2 " in line][:2]
        assert rows[0].index("SMART") == rows[1].index("SMART")
        assert ">999%" in rows[0]


async def test_leaving_find_restores_what_was_folded(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("minus")
        before = desk.lines[:-3]
        await desk.press("slash")
        await desk.type("approve")
        assert "Approve the template" in desk.screen
        await desk.type("zzz")
        assert "Nothing in the plan holds that" in desk.screen
        await desk.press("escape")
        assert desk.lines[:-3] == before


async def test_where_nothing_is_found_a_full_plan_is_not_said_to_be_empty(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=LARGE) as desk:
        await desk.press("slash")
        await desk.type("zzz")
        assert "Nothing in the plan holds that" in desk.screen
        assert "Begin with where to go" not in desk.screen
        assert "nothing to mend here" not in desk.screen


async def test_the_next_quarter_opens_by_itself_where_only_that_is_planned(tmp_path: Path) -> None:
    plan = Plan.empty(Quarter(2027, 1))
    async with at_desk(tmp_path, plan) as desk:
        assert "2027-Q1 planning" in desk.screen
