"""In a window of 60 columns and 20 lines everything can be done; in a large one the room is used."""

from pathlib import Path

import pytest

from tests.support.desk import at_desk
from tests.support.plans import planned_plan

NARROW, WIDE = (60, 20), (200, 60)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("1", "a add  A add below  e edit  ? help  ctrl+p commands"),
        ("2", "enter next  - skip"),
        ("3", "enter in the plan"),
        ("4", "space done  p put off"),
        ("5", "a add"),
        ("6", "→ format  y copy  w write"),
        ("e", "tab next  ctrl+s save  esc leave"),
        ("m", "J and K move them"),
        ("question_mark", "esc leaves"),
        ("comma", "esc leaves"),
    ],
    ids=lambda value: value if " " not in value else "",
)
async def test_a_narrow_window_says_what_the_keys_do(tmp_path: Path, keys: str, shown: str) -> None:
    async with at_desk(tmp_path, example=True, size=NARROW) as desk:
        await desk.press(keys)
        assert shown in desk.screen


async def test_the_guide_has_room_in_a_narrow_window(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=NARROW) as desk:
        await desk.press("p", "right")
        assert "Improve funnel conversion rates" in desk.screen
        assert "enter → next  ← back" in desk.screen


async def test_carrying_over_names_its_key_in_a_narrow_window(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=NARROW) as desk:
        await desk.press("greater_than_sign")
        await desk.until(lambda: "enter carry over" in desk.screen)


async def test_a_command_that_needs_two_lines_goes_on_below_its_words(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=NARROW) as desk:
        await desk.press("ctrl+p")
        first = next(at for at, line in enumerate(desk.lines) if "add an item after this one" in line)
        assert desk.lines[first + 1].index("kind") == desk.lines[first].index("add an item")


async def test_a_wide_window_shows_whole_titles_and_the_detail(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=WIDE) as desk:
        await desk.press("j")
        title = desk.plan.objectives[0].key_results[0].title
        assert sum(title in line for line in desk.lines) >= 1
        assert "Webinar helped" in desk.screen
