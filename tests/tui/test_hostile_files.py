"""The interface on files that no person would write: an error that is said or literal text, and other quarters open."""

import os
import time
from pathlib import Path

import pytest

from okrtui.model.quarter import Quarter
from tests.support.desk import at_desk
from tests.support.hostile_files import LONGEST, SPECIAL, STRUCTURES, TEXTS
from tests.support.plans import planned_plan

Q3, Q4 = Quarter(2026, 3), Quarter(2026, 4)

REFUSED = ["deep list", "100,000 objectives", "NUL", "merge", "much newer", "50 MB"]


def hostile_directory(tmp_path: Path) -> Path:
    """An empty data directory; gives the path of the quarter that will be hostile."""
    directory = tmp_path / "plans"
    directory.mkdir(mode=0o700)
    return directory / "2026-Q4.toml"


async def expect_refused_and_others_open(tmp_path: Path, path: Path) -> None:
    start, end = Q3.dates()
    begun = time.process_time()
    async with at_desk(tmp_path, planned_plan().replace(quarter=Q3, start=start, end=end), quarter=Q4) as desk:
        assert time.process_time() - begun < LONGEST
        assert "2026-Q4 cannot be read" in desk.screen
        assert path.name in desk.screen
        assert "The file was not touched" in desk.screen
        await desk.press("down", "enter")
        await desk.until(lambda: "2026-Q3" in desk.lines[0] and "1.1" in desk.screen)


@pytest.mark.parametrize("idea", REFUSED)
async def test_a_file_that_is_no_plan_is_named_and_another_quarter_opens(tmp_path: Path, idea: str) -> None:
    path = hostile_directory(tmp_path)
    path.write_bytes(STRUCTURES[idea])
    await expect_refused_and_others_open(tmp_path, path)
    assert path.read_bytes() == STRUCTURES[idea]


@pytest.mark.parametrize("kind", ["FIFO", "directory", "device", "link to itself"])
async def test_what_is_no_ordinary_file_does_not_stop_the_interface(tmp_path: Path, kind: str) -> None:
    path = hostile_directory(tmp_path)
    SPECIAL[kind](path)
    before = path.lstat()
    await expect_refused_and_others_open(tmp_path, path)
    assert os.path.samestat(path.lstat(), before)


@pytest.mark.parametrize("idea", ["clipboard", "bidi", "markup", "100,000"])
async def test_a_hostile_title_is_shown_as_it_is_and_can_be_edited(tmp_path: Path, idea: str) -> None:
    plan = planned_plan()
    first, *others = plan.objectives
    results = tuple(found.replace(title=TEXTS[idea]) for found in first.key_results)
    plan = plan.replace(objectives=(first.replace(title=TEXTS[idea], key_results=results), *others))
    begun = time.process_time()
    async with at_desk(tmp_path, plan) as desk:
        assert time.process_time() - begun < LONGEST
        assert not any(mark in desk.screen for mark in ("\x1b", "\u202e"))
        await desk.press("G", "d")
        assert desk.status.startswith("saved: ")
    assert desk.plan.objectives[0].title == TEXTS[idea]
