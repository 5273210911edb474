"""Across quarters: an objective's story and the scores; other quarters are read when one looks, and not before."""

from pathlib import Path

import pytest

from okrtui.model.quarter import Quarter
from okrtui.storage.repository import Repository, Stored
from tests.support.desk import LARGE, at_desk, clock
from tests.support.ending import following
from tests.support.plans import small_plan


async def test_an_objective_is_followed_through_the_quarters_it_lived_in(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "plans", clock)
    for plan in following(4):
        repository.create(plan)
    repository.path(Quarter(2026, 2)).write_text("quarter = soon\n")
    async with at_desk(tmp_path, size=LARGE) as desk:
        await desk.press("j", "H")
        assert "2026-Q1  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░░░░  score 0.8, delivered" in desk.screen
        assert "2026-Q2  cannot be read: " in desk.screen, "named, and left out"
        assert "2026-Q4  ▓" in desk.screen and "% of the way" in desk.screen
        assert "2 quarters" in desk.screen, "the story of the objective that the key result stood under"
        assert "it began in a quarter that is not here or not read" in desk.screen
        assert "2026-Q3  score 0.0, little   closed" in desk.screen
        await desk.press("j")
        assert "2  Win the trust of sales" in desk.screen
        await desk.press("escape")
        assert desk.screen.count("Win the trust of sales") > 1 and "A add below" in desk.screen


async def test_the_way_back_leads_to_the_view_and_the_row_that_one_came_from(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("3", "j")
        before = desk.screen
        await desk.press("H")
        assert desk.screen != before
        await desk.press("escape")
        assert desk.screen == before


async def test_forty_quarters_open_like_one_and_no_more_are_read_than_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(tmp_path / "plans", clock)
    for plan in following(40):
        repository.create(plan)
    read: list[Quarter] = []
    load = Repository.load

    def counted(self: Repository, quarter: Quarter) -> Stored:
        read.append(quarter)
        return load(self, quarter)

    monkeypatch.setattr(Repository, "load", counted)
    async with at_desk(tmp_path) as desk:
        assert "2026-Q4 is open" in desk.status and read[0] == Quarter(2026, 4)
        await desk.until(lambda: len(read) == 5)  # targets are held against the year before
        await desk.press("3", "H")
        assert "9 quarters" in desk.screen and len(set(read)) == 9
        await desk.press("tab", "G")
        assert "31 older quarters are not read" in desk.screen and "2025-Q1  ▓" in desk.screen
