"""What is on a screen can be read: letters stand out, colour alone says nothing, nothing lies below the edge."""

from itertools import product
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from okrtui.storage.settings import Settings
from okrtui.tui import styles
from tests.support.desk import Desk, at_desk

LEAST = 4.5
"""The contrast that WCAG asks of words at AA."""
WORDS = ("foreground", "primary", "accent", "success", "warning", "error", "quiet", "faint")
GROUNDS = ("background", "surface", "panel", "bar")
PAIRS = [*product(WORDS, GROUNDS), ("cursor-text", "cursor-line"), ("match-text", "accent")]


@pytest.mark.parametrize("theme", styles.themes(sixteen=False), ids=lambda theme: theme.name)
def test_words_stand_out_on_every_ground_of_our_own_themes(theme: Theme) -> None:
    values = theme.to_color_system().generate() | theme.variables
    colours = {name: Color.parse(values[name]) for pair in PAIRS for name in pair}
    told = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in told.items() if ratio < LEAST} == {}


@pytest.mark.parametrize("size", [(60, 20), (50, 12)], ids=str)
async def test_every_way_on_can_be_seen_on_the_start_page(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_desk(tmp_path, size=size) as desk:
        assert "Start a plan for 2026-Q4" in desk.screen
        await desk.press(*["down"] * 6)
        assert "Start a plan for another quarter" in desk.screen


async def test_without_colours_an_example_is_not_taken_for_what_was_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings(colours="none")) as desk:
        await desk.press("2")
        assert underlined(desk) == ["1", "51", "7", "what moved it, what comes next"]


async def test_without_colours_what_is_found_shows_below_the_cursor_too(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings(colours="none")) as desk:
        await desk.press("slash")
        await desk.type("mail")
        assert underlined(desk) == ["mail"] * 3


def underlined(desk: Desk) -> list[str]:
    """What is underlined on the screen, from its top."""
    strips = desk.app.screen._compositor.render_strips()
    return [part.text.strip() for strip in strips for part in strip if part.style and part.style.underline]


def contrast(one: Color, other: Color) -> float:
    """How much two colours differ, by WCAG: from 1, not at all, to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    """How bright a colour is, by WCAG: from 0 to 1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
