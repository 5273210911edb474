"""Sentences in windows and forms are broken where their language breaks lines."""

from pathlib import Path

import pytest

from okrtui.i18n import speak
from tests.support.desk import LARGE, Desk, at_desk, example_plan
from tests.support.example_year import LAST_DAY, ended

NEVER_FIRST = ("。", "、", "」", "）", "：", "？", ": ", "; ", "! ", "» ")


def badly_begun(desk: Desk) -> list[str]:
    """The lines that begin with what belongs to the end of the line before."""
    return [line for line in desk.lines if line.strip(" │┃▁").startswith(NEVER_FIRST)]


@pytest.mark.parametrize("begin", ["", "客"])
async def test_what_a_person_wrote_in_japanese(tmp_path: Path, begin: str) -> None:
    """With one of the two beginnings a line that is full ends before a full stop."""
    speak("ja")
    title = begin + "客。" * 50 + "客"  # so that the line in which it is typed begins with a character, too
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("j", "c", "ctrl+d")
        await desk.type(title)
        await desk.press("enter")
        assert badly_begun(desk) == [], "what is wrong with a line"
        await desk.press("escape", "escape", "o")
        await desk.type(title)
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        await desk.until(lambda: "客。客。" in desk.screen)
        assert badly_begun(desk) == [], "a question"


async def test_the_questions_beside_a_form_in_japanese(tmp_path: Path) -> None:
    speak("ja")
    async with at_desk(tmp_path, example_plan(), size=LARGE) as desk:
        await desk.press("e")
        await desk.until(lambda: "？" in desk.screen)
        assert badly_begun(desk) == []


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_the_close_asks_for_is_read_to_its_end_in_french(tmp_path: Path, size: tuple[int, int]) -> None:
    speak("fr")
    async with at_desk(tmp_path, ended(), size=size, today=LAST_DAY) as desk:
        await desk.press("Z")
        await desk.type("0,5")
        await desk.press("enter")
        assert "revient en arrière" in " ".join(desk.screen.split())
        assert badly_begun(desk) == []
