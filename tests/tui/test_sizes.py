"""In a window of 60 columns and 20 lines everything can be done; in a large one the room is used."""

import re
from pathlib import Path

import pytest

from okrtui.i18n import Code, speak, tr
from okrtui.model.widths import cell_width
from okrtui.tui.scopes import VIEWS
from okrtui.tui.views.too_small import LEAST
from tests.support.desk import LARGE, at_desk
from tests.support.plans import planned_plan
from tests.translations.catalogues import OTHERS

NARROW, WIDE = (60, 20), (200, 60)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("1", "a add  A add below  e edit  ? help  ctrl+p commands"),
        ("2", "enter next  - enter skip"),
        ("3", "enter in the plan"),
        ("4", "space done  p put off"),
        ("5", "a add"),
        ("6", "→ format  y copy  w write"),
        ("e", "ctrl+e editor  esc leave  f1 help"),
        ("m", "J and K move them"),
        ("question_mark", "esc leaves"),
        ("comma", "esc leaves"),
        ("j c", "esc leaves"),
        ("j c down", "esc leaves"),
        ("j c", "was 53 on 9 Nov, target 65"),
        ("j c", "what moved it, what comes next"),
        ("2", "was 151 on 2 Nov, target 200"),
        ("3 j", "today"),
        ("6", "JSON      news since a week ago"),
        ("comma", "the colours: okrtui-dark, okrtui-light, any theme of"),
    ],
    ids=lambda value: value if " " not in value else "",
)
async def test_a_narrow_window_says_what_the_keys_do(tmp_path: Path, keys: str, shown: str) -> None:
    async with at_desk(tmp_path, example=True, size=NARROW) as desk:
        await desk.press(*keys.split())
        assert shown in desk.screen


async def test_the_guide_has_room_in_a_narrow_window(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=NARROW) as desk:
        await desk.press("p", "right")
        assert "Improve funnel conversion rates" in desk.screen
        assert "enter → next  ← back" in desk.screen


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("key", ["1", "3", "6"])
async def test_every_view_is_named_in_a_narrow_window(tmp_path: Path, code: Code, key: str) -> None:
    """With long names the last views were not named at all, and nobody found them."""
    speak(code)
    async with at_desk(tmp_path, example=True, size=NARROW) as desk:
        await desk.press(key)
        place = int(key) - 1
        assert f" {key} {tr(VIEWS[place][1])}" in desk.lines[1], "the view in sight has its whole name"
        assert all(f" {number} {tr(name)[:2]}" in desk.lines[1] for number, (_, name) in enumerate(VIEWS, 1))
        assert cell_width(desk.lines[1]) <= NARROW[0]


async def test_a_chart_is_drawn_in_a_narrow_window(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=NARROW) as desk:
        await desk.press("3", "j")
        assert any(line.startswith(" 65 ┤") for line in desk.lines) and any("31 Dec" in line for line in desk.lines)


async def test_prose_does_not_run_over_the_whole_of_a_wide_window(tmp_path: Path) -> None:
    """Nobody finds the next line at the end of one of 200 letters."""
    async with at_desk(tmp_path, example=True, size=WIDE) as desk:
        await desk.press("6")
        await desk.until(lambda: "Where the objectives stand" in desk.screen)
        assert max(len(line.rstrip(" ▄▅▆▇█▁▂▃")) for line in desk.lines[4:-3]) <= 110


async def test_whose_actions_are_is_said_in_full_in_a_wide_window(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=WIDE) as desk:
        await desk.press("4")
        assert "4.2 Grow large-account pipeline from 300,000 to 750,000 euros  Jonas" in desk.screen


async def test_the_columns_stand_near_the_titles_in_a_wide_window(tmp_path: Path) -> None:
    """Across a hand's breadth of nothing, nobody finds what belongs to a title."""
    async with at_desk(tmp_path, example=True, size=WIDE) as desk:
        for key, title in (("4", "Get CRM access"), ("5", "A podcast"), ("2", "3.3 Answer")):
            await desk.press(key)
            line = next(line for line in desk.lines[:-6] if title in line)
            assert max(map(len, re.findall(" +", line.strip()))) < 60, line


async def test_two_titles_share_the_room_of_a_line(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=LARGE) as desk:
        await desk.press("4")
        assert "Offer the report's figures to eight editors  1.4 Earn 25 links from trade magazines and" in desk.screen


async def test_in_the_smallest_window_keys_are_named_whole_and_help_lists_some(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=LEAST) as desk:
        await desk.press("2")
        assert any(line.endswith("+3 -2 from 151") for line in desk.lines) and "- enter skip " in desk.lines[-1]
        await desk.press("escape", "question_mark")
        assert "add an item after this one" in desk.screen
        assert "esc leaves" in desk.screen


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


async def test_the_detail_says_what_the_share_of_a_level_counts(tmp_path: Path) -> None:
    plan = planned_plan()
    first, *others = plan.objectives
    level, *drafts = first.key_results
    level = level.replace(kind="at_most", baseline=None)
    plan = plan.replace(objectives=(first.replace(key_results=(level, *drafts)), *others))
    async with at_desk(tmp_path, plan, size=WIDE) as desk:
        await desk.press("j")
        detail = " ".join(" ".join(line.partition("│")[2] for line in desk.lines).split())
        assert "kept in 2 of 6 weeks; 4 weeks without a check-in count as missed" in detail
