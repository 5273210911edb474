"""Where only ASCII is wanted, no screen draws anything else; what the person wrote stays as it is."""

from pathlib import Path

import pytest

from okrtui.storage.settings import Settings
from tests.support.desk import LARGE, at_desk
from tests.support.plans import planned_plan

WALKS = {
    "the plan": ["j", "e", "escape", "o", "x", "escape", "m", "escape"],
    "help, commands and finding": ["question_mark", "pagedown", "pagedown", "escape", "ctrl+p", "escape", "slash", "m"],
    "checking in": ["j", "c", "escape", "2"],
    "progress": ["3", "j", "j", "H", "escape"],
    "actions": ["4", "j", "w", "escape", "p", "escape"],
    "not now and the report": ["5", "e", "escape", "6", "right", "s", "escape"],
    "versions, quarters and settings": ["j", "J", "V", "escape", "Q", "escape", "comma", "escape"],
    "the guide": ["p", "right", "right", "right", "right", "escape"],
    "the end of the quarter": ["Z", "enter", "escape", "greater_than_sign", "escape"],
}


@pytest.mark.parametrize("keys", WALKS.values(), ids=WALKS)
async def test_every_screen_is_drawn_in_ascii(tmp_path: Path, keys: list[str]) -> None:
    async with at_desk(tmp_path, example=True, size=LARGE, settings=Settings(ascii=True)) as desk:
        for key in ["", *keys]:
            if key:
                await desk.press(key)
            assert [line for line in desk.lines if not line.isascii()] == [], f"after {key}"


async def test_the_start_page_is_drawn_in_ascii_and_names_the_arrow_keys(tmp_path: Path) -> None:
    async with at_desk(tmp_path, settings=Settings(ascii=True)) as desk:
        assert desk.screen.isascii()
        assert "up down choose" in desk.screen


async def test_what_goes_on_is_not_marked_as_what_is_being_done(tmp_path: Path) -> None:
    """A key with ``~`` behind its word, beside actions that ``~`` marks as being done, said nothing to anybody."""
    async with at_desk(tmp_path, example=True, size=LARGE, settings=Settings(ascii=True)) as desk:
        await desk.press("4")
        assert "~ " in desk.screen and "~" not in desk.lines[-1]


async def test_a_letter_that_is_lit_is_not_marked_like_a_wrong_answer(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=LARGE, settings=Settings(ascii=True)) as desk:
        await desk.press("j")
        assert "S + A form on our own site" in desk.screen


async def test_what_the_person_wrote_keeps_its_letters(tmp_path: Path) -> None:
    plan = planned_plan()
    title = "Zürich: 東京 für alle"
    plan = plan.replace(objectives=(plan.objectives[0].replace(title=title), *plan.objectives[1:]))
    async with at_desk(tmp_path, plan, settings=Settings(ascii=True)) as desk:
        assert title in desk.screen
        assert set(desk.screen) - set(title) <= set(map(chr, range(128)))


async def test_the_setting_counts_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        assert not desk.screen.isascii()
        await desk.press("comma")
        await desk.type("ascii")
        await desk.press("enter", "up", "enter")
        await desk.until(lambda: desk.screen.isascii())
        await desk.press("enter", "down", "enter")
        await desk.until(lambda: not desk.screen.isascii())
