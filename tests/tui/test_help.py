"""Help lists the keys of here and finds them by name or by key."""

from pathlib import Path

import pytest

from tests.support.desk import Desk, at_desk
from tests.support.plans import planned_plan


def listed(desk: Desk) -> str:
    """What help shows between its line to type in and its foot, without the frame."""
    inside = [line.split("│")[1].strip(" ▁▂▃▄▅▆▇") for line in desk.lines if line.count("│") > 1]
    return "\n".join(inside[inside.index("Keys and marks") + 3 :])


@pytest.mark.parametrize(
    ("view", "heading", "first"),
    [
        ("1", "Planning", "add an item after this one"),
        ("4", "Actions", "tick the action"),
        ("5", "Not now", "write down a request"),
        ("6", "The report", "show the next format"),
    ],
)
async def test_the_keys_of_the_view_come_first(tmp_path: Path, view: str, heading: str, first: str) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press(view, "question_mark")
        shown = listed(desk).strip().split("\n")
        assert shown[0] == heading
        assert first in shown[1]


@pytest.mark.parametrize(
    ("typed", "found", "left_out"),
    [
        ("detail", "show or hide the detail beside the tree", "add an objective"),
        ("CTRL+R", "do again what was undone", "take the last change back"),
        ("move up", "move this item up among its siblings", "move this item down"),
        ("z", "show or hide the detail", "close the quarter"),
        ("Z", "close the quarter, step by step", "show or hide the detail"),
        ("off track", "off track", "at risk"),
        ("!!", "an error: it keeps the plan from being committed", "a warning"),
    ],
    ids=["name", "key", "two words", "small letter", "capital letter", "mark", "mark of an error"],
)
async def test_typing_narrows_the_list(tmp_path: Path, typed: str, found: str, left_out: str) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("question_mark")
        await desk.type(typed)
        assert found in listed(desk)
        assert left_out not in listed(desk)


async def test_help_says_where_keys_are_changed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("question_mark")
        assert ", opens the settings: any command can have a key of your own" in listed(desk)


async def test_what_is_not_there_is_said_and_escape_leads_out(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("question_mark")
        await desk.type("zzz")
        assert "nothing matches" in desk.screen
        await desk.press("escape")
        assert "Keys and marks" not in desk.screen
        assert "?" not in desk.cursor


async def test_help_opens_while_a_title_is_written_and_the_title_stays(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("o")
        await desk.type("Grow")
        await desk.press("f1")
        assert "Keys and marks" in desk.screen
        await desk.press("escape")
        await desk.type("th")
        await desk.press("enter")
        assert desk.plan.objectives[2].title == "Growth"
