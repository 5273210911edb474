"""How the list of titles and what is to be known of one of them share the screen."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.plan import CheckIn, KeyResult, Objective, Plan
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.plans import small_plan

LONG = "Increase newsletter subscribers from 4,200 to 5,400 until the end of March"
SHORT = "Win customers"


def plan_of(*titles: str) -> Plan:
    """Two objectives that share key results of these titles."""
    seen = (
        CheckIn(date=dt.date(2026, 10, 12), value=Decimal(23)),
        CheckIn(date=dt.date(2026, 11, 9), value=Decimal(26)),
    )
    numbers = {"baseline": Decimal(20), "target": Decimal(30), "unit": "MQLs", "check_ins": seen}
    key_results = [
        KeyResult(id=f"kr{number:04}", title=title, due=dt.date(2026, 12, 31), **numbers)  # type: ignore[arg-type]
        for number, title in enumerate(titles)
    ]
    half = len(key_results) // 2
    parts = (tuple(key_results[:half]), tuple(key_results[half:]))
    return small_plan().replace(
        objectives=tuple(Objective(id=f"ob{at}", title=f"Be read {at}", key_results=it) for at, it in enumerate(parts))
    )


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
async def test_six_key_results_are_all_in_sight_and_each_still_has_its_chart(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_desk(tmp_path, plan_of(*[LONG] * 6), size=size) as desk:
        await desk.press("3")
        assert any(line.lstrip().startswith("2.3 Increase") for line in desk.lines), "no line hides behind the divider"
        await desk.press("j")
        assert "26 of 30 MQLs" in desk.screen and "1 Oct" in desk.screen and "30 ┤" in desk.screen


async def test_a_long_plan_leaves_the_chart_its_room_and_scrolls(tmp_path: Path) -> None:
    async with at_desk(tmp_path, plan_of(*[LONG] * 20), size=SMALL) as desk:
        await desk.press("3", "j")
        assert "30 ┤" in desk.screen and "ideal pace" in desk.screen
        await desk.press("G")
        assert any(line.lstrip().startswith("2.10 Increase") for line in desk.lines)


@pytest.mark.parametrize(("keys", "mark"), [(("j",), "●"), (("3", "j"), "% ")])
async def test_a_wider_terminal_shows_no_less_of_a_title_and_no_fewer_columns(
    tmp_path: Path, keys: tuple[str, ...], mark: str
) -> None:
    async with at_desk(tmp_path, plan_of(*[LONG] * 6), size=SMALL) as desk:
        await desk.press(*keys)
        narrow = _title(desk)
        await desk.resize(LARGE)
        assert len(_title(desk)) >= len(narrow) >= 30
        assert mark in _row(desk) and "60 %" in _row(desk)


@pytest.mark.parametrize("width", [60, 50])
async def test_a_narrow_screen_still_says_what_is_late_and_what_is_due(tmp_path: Path, width: int) -> None:
    """The open letters of a badge ask for nothing in a quarter that runs; while it is planned they are the work."""
    async with at_desk(tmp_path, small_plan(), size=(width, 20)) as desk:
        assert "31 Dec" in _row(desk) and "SMART" not in _row(desk)
        assert "late 4 days" in desk.screen
    planned = small_plan().replace(phase="planning")
    async with at_desk(tmp_path / "planned", planned, size=(width, 20)) as desk:
        assert "SMART" in _row(desk) and "31 Dec" not in _row(desk)
        assert "late 4 days" in desk.screen, "the step itself has no letters"


@pytest.mark.parametrize("size", [SMALL, (60, 20), LARGE])
async def test_a_due_date_of_another_year_keeps_its_day(tmp_path: Path, size: tuple[int, int]) -> None:
    """Of ``Jan'27`` nobody knows whether it is late on the 8th."""
    plan = plan_of(*[LONG] * 6)
    first = plan.objectives[0]
    moved = first.key_results[0].replace(due=dt.date(2027, 1, 8), dropped_on=None)
    objectives = (first.replace(key_results=(moved, *first.key_results[1:])), *plan.objectives[1:])
    async with at_desk(tmp_path, plan.replace(objectives=objectives), size=size) as desk:
        assert "60 %  8 Jan'27" in _row(desk), "beside whole columns"


async def test_the_header_never_keeps_the_bad_news_alone(tmp_path: Path) -> None:
    """Without what is on track, two that are at risk look like a lost quarter."""
    async with at_desk(tmp_path, example=True, size=LARGE) as desk:
        assert "1 done  10 on track  2 at risk  2 off track  1 stale  3 due" in desk.lines[0]
        for width in (100, 90, 80, 75, 70, 65, 60):
            await desk.resize((width, 20))
            assert "10 on track" in desk.lines[0] or "●10" in desk.lines[0]
        assert "✓1 ●10 ◐2 ✗2 ?1 3 due" in desk.lines[0], "where not all words fit, marks stand for all"


async def test_the_bar_of_the_weeks_goes_before_a_count_loses_a_word(tmp_path: Path) -> None:
    """The week stands beside it as a number; what *2 off* means has to be guessed."""
    async with at_desk(tmp_path, example=True, size=LARGE) as desk:
        assert "▓░" in desk.lines[0]
        await desk.resize((100, 30))
        assert "▓░" not in desk.lines[0]
        assert "2 off track" in desk.lines[0]


async def test_where_titles_are_short_what_stands_beside_them_has_more_room(tmp_path: Path) -> None:
    async with at_desk(tmp_path, plan_of(*[SHORT] * 6), size=LARGE) as desk:
        assert _title(desk) == SHORT
        with_short = _divider(desk)
        await desk.press("3")
        assert _title(desk) == SHORT
    async with at_desk(tmp_path / "long", plan_of(*[LONG] * 6), size=LARGE) as desk:
        assert _divider(desk) > with_short


async def test_the_divider_stays_where_it_is_whatever_is_under_the_cursor(tmp_path: Path) -> None:
    """Were it to move, each key would send the whole screen."""
    async with at_desk(tmp_path, example=True, size=LARGE) as desk:
        for view in ("1", "3"):
            await desk.press(view, "g")
            places = set()
            for _ in range(12):
                await desk.press_on("j")
                places.add(_divider(desk))
            assert len(places) == 1


async def test_a_title_that_the_list_cuts_is_whole_beside_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, plan_of(*[f"{LONG} and of April"] * 6), size=LARGE) as desk:
        await desk.press("3", "j")
        beside = " ".join(line.partition("│")[2].strip() for line in desk.lines)
        assert f"{LONG} and of April" in beside


def _row(desk: Desk) -> str:
    """The line of the first key result in the list."""
    lists = (line.partition("│")[0] for line in desk.lines)
    return next(line for line in lists if " 1.1 " in line)


def _title(desk: Desk) -> str:
    """What the list shows of the first key result's title."""
    return _row(desk).split(" 1.1 ")[1].split("  ")[0].rstrip("…")


def _divider(desk: Desk) -> int:
    return desk.lines[4].index("│")
