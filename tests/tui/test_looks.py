"""What is on a screen can be read: letters stand out, colour alone says nothing, nothing lies below the edge."""

from itertools import pairwise, product
from pathlib import Path

import pytest
from rich.color import ANSI_COLOR_NAMES, ColorSystem
from rich.segment import Segment
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from okrtui.storage.settings import Settings
from okrtui.tui import styles
from okrtui.tui.styles.borrowed import borrowed
from tests.support.desk import Desk, at_desk

LEAST = 4.5
"""The contrast that WCAG asks of words at AA."""
WORDS = ("foreground", "primary", "accent", "success", "warning", "error", "quiet", "faint")
GROUNDS = ("background", "surface", "panel", "bar")
PAIRS = [*product(WORDS, GROUNDS), ("cursor-text", "cursor-line"), ("match-text", "accent")]
HUES = ("primary", "accent", "success", "warning", "error")
LETTERS = ("foreground", "quiet", "faint")
BORROWED = [
    *product(HUES, ("background", "surface", "bar")),
    *product(LETTERS, GROUNDS),
    ("cursor-text", "cursor-line"),
    ("match-text", "accent"),
]
"""In fields, which lie on the panel, nothing is written in a colour."""
GROUND_LEAST = 1.1
"""The contrast between a ground and what lies on it, at which one sees where a field begins."""
CURSOR_LEAST = 1.5
"""The contrast between the line of the cursor and the ground, at which one finds it at once."""


@pytest.mark.parametrize("theme", styles.themes(sixteen=False), ids=lambda theme: theme.name)
def test_words_stand_out_on_every_ground_of_our_own_themes(theme: Theme) -> None:
    colours = colours_of(theme)
    assert too_near(colours, PAIRS) == {}


@pytest.mark.parametrize("theme", styles.themes(sixteen=False), ids=lambda theme: theme.name)
def test_an_example_in_a_field_can_be_read_where_there_are_256_colours(theme: Theme) -> None:
    """Fields lie on a tinted panel, and of greys the terminal gets the nearest that it has."""
    colours = colours_of(theme)
    field = in_256(colours["panel"].tint(colours["foreground"].with_alpha(0.05)))
    assert contrast(in_256(colours["faint"]), field) >= LEAST


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi])
def test_words_stand_out_in_themes_that_are_borrowed(name: str) -> None:
    """As they come, the words of some of them are all but invisible on their own grounds."""
    colours = colours_of(borrowed(name))
    assert too_near(colours, BORROWED) == {}
    assert contrast(colours["cursor-line"], colours["background"]) >= CURSOR_LEAST
    assert contrast(colours["faint"], colours["background"]) < contrast(colours["foreground"], colours["background"])


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi])
def test_one_sees_where_a_field_begins_in_themes_that_are_borrowed(name: str) -> None:
    """Some come with a panel of the colour of the surface that it lies on."""
    colours = colours_of(borrowed(name))
    for upper, lower in [("surface", "background"), ("panel", "background"), ("panel", "surface")]:
        assert contrast(colours[upper], colours[lower]) >= GROUND_LEAST


@pytest.mark.parametrize("name", ["textual-dark", "catppuccin-frappe"])
@pytest.mark.parametrize("keys", ["j", "2"], ids=["plan", "check-in"])
async def test_every_word_on_the_screen_stands_out_in_a_borrowed_theme(tmp_path: Path, name: str, keys: str) -> None:
    """Textual's own has this name, and is on before it is mended; the example in a field lies on a tinted panel."""
    async with at_desk(tmp_path, example=True, settings=Settings(theme=name)) as desk:
        await desk.press(*keys.split())
        strips = desk.app.screen._compositor.render_strips()
        words = [part for strip in strips for part in strip if any(char.isalnum() for char in part.text)]
        assert words
        assert [part.text for part in words if contrast(*colours_on(part)) < LEAST] == []


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_in_the_terminals_own_colours_one_sees_where_a_field_begins_and_ends(tmp_path: Path, theme: str) -> None:
    """There is one ground for all: a line below each field says where one can write."""
    async with at_desk(tmp_path, example=True, settings=Settings(theme=theme)) as desk:
        await desk.press("j", "e")
        assert {"31 Dec", "Ana"} <= set(underlined(desk))
        assert not {"due", "owner", "(leading)"} & set(underlined(desk))


@pytest.mark.parametrize(("theme", "block"), [("ansi-dark", "white"), ("ansi-light", "black")])
@pytest.mark.parametrize("keys", ["j e", "j e tab"], ids=["line", "paragraph"])
async def test_in_the_terminals_own_colours_one_sees_where_one_types(
    tmp_path: Path, theme: str, block: str, keys: str
) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings(theme=theme)) as desk:
        await desk.press(*keys.split())
        shown = [part.style for strip in desk.app.screen._compositor.render_strips() for part in strip if part.style]
        (cursor,) = [style for style in shown if style.bgcolor and not style.bgcolor.is_default]
        assert cursor.bgcolor and cursor.bgcolor.number == ANSI_COLOR_NAMES[block]
        assert not cursor.reverse, "it would be as light, or as dark, as the ground"


@pytest.mark.parametrize("size", [(60, 20), (50, 12)], ids=str)
async def test_every_way_on_can_be_seen_on_the_start_page(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_desk(tmp_path, size=size) as desk:
        assert "Start a plan for 2026-Q4" in desk.screen
        await desk.press(*["down"] * 7)
        assert "Start a plan for another quarter" in desk.screen


async def test_without_colours_one_sees_how_far_a_field_goes(tmp_path: Path) -> None:
    """A rule lies below what is free in it; what was typed stands as plain as the labels."""
    async with at_desk(tmp_path, example=True, settings=Settings(colours="none")) as desk:
        await desk.press("j", "e")
        strips = desk.app.screen._compositor.render_strips()
        pairs = [pair for strip in strips for pair in pairwise(strip) if pair[1].style and pair[1].style.underline]
        before = {one.text.strip() for one, other in pairs if not other.text.strip()}
        assert {"31 Dec", "Ana", "65", "resellers. Counted over the last 30 days."} <= before
        assert underlined(desk) == ["1 Oct", "1"]


async def test_without_colours_an_example_is_not_taken_for_what_was_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings(colours="none")) as desk:
        await desk.press("2")
        assert underlined(desk) == ["1", "51", "7", "what moved it, what comes next"]


async def test_without_colours_what_is_found_shows_below_the_cursor_too(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings(colours="none")) as desk:
        await desk.press("slash")
        await desk.type("mail")
        assert underlined(desk) == ["mail"] * 3


def colours_of(theme: Theme) -> dict[str, Color]:
    """The colours of a theme by their names."""
    values = theme.to_color_system().generate() | theme.variables
    return {name: Color.parse(values[name]) for name in {name for pair in PAIRS for name in pair}}


def too_near(colours: dict[str, Color], pairs: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Words and their grounds that differ too little to read the words."""
    told = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return {pair: ratio for pair, ratio in told.items() if ratio < LEAST}


def colours_on(part: Segment) -> tuple[Color, Color]:
    """The colours of letters on the screen, and of their ground."""
    style = part.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    letters, ground = (Color.from_rich_color(colour) for colour in (style.color, style.bgcolor))
    return (ground, letters) if style.reverse else (letters, ground)


def in_256(colour: Color) -> Color:
    """The colour that a terminal with 256 of them gets."""
    return Color.parse(colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex)


def underlined(desk: Desk) -> list[str]:
    """The words that are underlined on the screen, from its top."""
    strips = desk.app.screen._compositor.render_strips()
    parts = [part for strip in strips for part in strip if part.style and part.style.underline]
    return [text for part in parts if (text := part.text.strip())]


def contrast(one: Color, other: Color) -> float:
    """How much two colours differ, by WCAG: from 1, not at all, to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    """How bright a colour is, by WCAG: from 0 to 1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
