"""Each screen at both sizes, as it was looked at last; ``screenshots/make.py`` makes the texts and the pictures."""

from pathlib import Path

import pytest

from tests.support.drawing import drawn_alike
from tests.support.stories import TOLD, Story, told

SCREENS = Path(__file__).parent / "screens"
PICTURES = Path(__file__).parents[2] / "screenshots"


@pytest.mark.parametrize(("name", "story", "size"), TOLD, ids=[name for name, _, _ in TOLD])
async def test_the_screen_shows_what_it_showed_when_somebody_looked_at_it(
    tmp_path: Path, name: str, story: Story, size: tuple[int, int]
) -> None:
    async with told(story, size, tmp_path) as desk:
        shown = desk.screen.rstrip() + "\n"
        drawn_alike(desk.app)
    assert shown == (SCREENS / f"{name}.txt").read_text(encoding="utf-8")


def test_every_picture_is_there_and_none_is_left_over() -> None:
    names = {name for name, _, _ in TOLD}
    for ending in (".svg", ".png"):
        assert {path.stem for path in PICTURES.glob(f"*{ending}")} == names
    assert {path.stem for path in SCREENS.glob("*.txt")} == names
