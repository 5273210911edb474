"""Commands are found by what they are called, do nothing by surprise, and are found while one writes in the guide."""

from pathlib import Path

import pytest

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.tui.forms.field_window import FieldWindow
from tests.support.check_in_plans import due_plan
from tests.support.desk import Desk, at_desk
from tests.support.example_year import LAST_DAY, ended
from tests.support.plans import TODAY, planned_plan, small_plan

COMMITTED = planned_plan().replace(phase="active", committed_on=TODAY)


async def found(desk: Desk, typed: str) -> list[str]:
    """What the palette shows for a text, line by line, without the frame."""
    await desk.press("ctrl+p")
    await desk.type(typed)
    inside = [line.split("│")[1].strip(" ▁▂▃▄▅▆▇") for line in desk.lines if line.count("│") > 1]
    return list(filter(None, inside[inside.index("Commands") + 4 :]))


async def test_a_word_of_what_it_does_deletes_nothing(tmp_path: Path) -> None:
    async with at_desk(tmp_path, COMMITTED) as desk:
        before = desk.plan
        shown = await found(desk, "back")
        assert shown[0].startswith("take the commit back"), "there is no key, and the column is empty"
        assert not any("delete this item" in line for line in shown)
        await desk.press("escape")
        assert (await found(desk, "undo brings"))[0] == "nothing matches"
        await desk.press("enter", "escape")
        assert (await found(desk, "delete this"))[0].startswith("d delete")
        await desk.press("escape")
        assert desk.plan == before


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("un", "u "),
        ("q", "q "),
        ("edit", "e "),
        ("quarter", "i "),
        ("finding", "f "),
        ("mark", "y "),
        ("coach", "f "),
        ("advice", "f "),
        ("keys", ", "),
        ("key", ", "),
    ],
    ids=["name", "key", "whole name", "start of name", "word of a name", "description", *["other word"] * 4],
)
async def test_what_is_called_so_comes_first(tmp_path: Path, typed: str, first: str) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        assert (await found(desk, typed))[0].startswith(first)


WORDS_FROM_ELSEWHERE = {
    "drop": "e ",
    "abandon": "e ",
    "postpone": "e ",
    "remove": "d delete",
    "goal": "o ",
    "kpi": "A ",
    "metric": "A ",
    "task": "A ",
    "status": "e ",
    "deadline": "e ",
    "email": "6 ",
    "print": "6 ",
    "export": "6 ",
    "dashboard": "3 ",
    "backup": "V ",
    "archive": "Z ",
    "grade": "Z ",
    "trash": "V ",
    "excel": "import a spreadsheet",
    "search": "/ ",
    "dark mode": ", ",
    "preferences": ", ",
    "exit": "q ",
}


async def test_words_that_people_know_from_elsewhere_find_what_does_it_here(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        for typed, first in WORDS_FROM_ELSEWHERE.items():
            assert (await found(desk, typed))[0].startswith(first), typed
            await desk.press("escape")
        assert not any(line.startswith("d delete") for line in await found(desk, "and")), "not by a part of a word"
        await desk.press("escape", "4")
        assert (await found(desk, "postpone"))[0].startswith("p "), "the view's own command comes first"


async def test_what_can_do_nothing_now_stands_last_and_says_why(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        shown = " ".join(await found(desk, "commit"))
        assert shown.startswith("X            commit the quarter")
        assert "take the commit back, with a reason; it is being planned already" in shown
        await desk.press("escape")
        assert "take the commit back" not in (await found(desk, "back"))[0]


async def test_a_command_is_found_while_a_line_of_the_guide_is_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, Plan.empty(Quarter(2026, 4))) as desk:
        await desk.press("p")
        await desk.type("Inbound")
        assert "ctrl+p commands" in desk.lines[-1]
        await found(desk, "report: the")
        await desk.press("enter")
        await desk.until(lambda: "esc leave" not in desk.lines[-1])
        await desk.press("p")
        await desk.until(lambda: "Inbound" in desk.screen)
        await found(desk, "settings")
        await desk.press("enter")
        assert "type to narrow" in desk.screen
        await desk.press("escape")
        await desk.type(" first")
        await desk.press("enter")
        assert desk.plan.focus == "Inbound first"


async def test_a_command_is_found_while_a_value_is_typed_and_what_is_typed_stays(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2", "2")
        await found(desk, "quarter's")
        await desk.press("enter")
        assert "Quarter 2026-Q4" in desk.screen
        await desk.press("escape", "7")
        assert "reads as" in desk.screen or "goes on" in desk.screen
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        assert ": 27" in desk.screen
        await desk.press("o")
        await desk.until(lambda: "0 of 2 done" in desk.screen)
        await desk.press("enter", "enter", "enter")
        assert desk.plan.objectives[0].key_results[0].check_ins[-1].value == 27


async def test_a_command_is_found_while_the_close_is_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ended(), today=LAST_DAY) as desk:
        await desk.press("Z", "3")
        assert (await found(desk, "settings"))[0].startswith(", ")
        await desk.press("escape", "9", "enter")
        assert "39" in desk.screen


@pytest.mark.parametrize("line", ["o", "slash"])
async def test_a_line_over_the_tree_says_how_it_is_left_for_a_command(tmp_path: Path, line: str) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press(line, "G", "r", "o", "ctrl+p")
        assert desk.status == "enter or esc first; then ctrl+p finds a command"
        await desk.press("w")
        assert "Grow" in desk.screen


async def test_what_the_last_act_did_is_not_said_in_another_view(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("Y")
        assert "report copied" in desk.status
        await desk.press("3")
        assert desk.status == ""


async def test_in_a_form_the_palette_lists_what_can_be_done_there_and_does_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("e")
        assert "ctrl+p commands" in desk.lines[-1]
        await desk.press("tab")
        await desk.type("It pays")
        shown = await found(desk, "")
        assert [line.split()[0] for line in shown[:4]] == ["ctrl+s", "esc", "ctrl+e", "?"]
        assert "say what this field asks" in shown[3]
        await desk.press("escape")
        assert "It pays" in desk.screen, "looking changes nothing"
        await desk.press("ctrl+p")
        await desk.type("help")
        await desk.press("enter")
        assert isinstance(desk.app.screen, FieldWindow)
        await desk.press("escape", "ctrl+p")
        await desk.type("save")
        await desk.press("enter")
        assert desk.plan.objectives[0].why.endswith("It pays")
