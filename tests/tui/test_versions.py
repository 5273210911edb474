"""Earlier versions in the interface: looked at and brought back; the way out of a broken file and of a merge."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from textual.widgets import OptionList

from okrtui.model.edits import ChangeFields, Edit, Tick
from okrtui.model.goalposts import WithReason
from okrtui.model.lifecycle import Close
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.model.settling import merge_files
from okrtui.storage.codec import decode, encode
from tests.model.merging import done, node
from tests.support.desk import LARGE, Desk, at_desk
from tests.support.plans import TODAY, small_plan
from tests.support.utc import in_utc

Q4 = Quarter(2026, 4)
EARLIER = dt.date(2026, 11, 3)
TO_40 = WithReason(ChangeFields("kr0001", {"target": Decimal(40)}), "Sales asked", EARLIER)
RENAMED = ChangeFields("ob0002", {"title": "Other"})


@pytest.fixture(autouse=True)
def utc() -> Iterator[None]:
    """Times of day are those of the person's own zone."""
    with in_utc():
        yield


def changed(desk: Desk, *edits: Edit) -> None:
    """Edit the plan as another window does."""
    for edit in edits:
        desk.repository.update(Q4, edit.apply)


async def look_back(desk: Desk) -> None:
    """Turn to the versions, and wait until each says what was changed."""
    await desk.press("V")
    await desk.until(lambda: "Earlier versions" in desk.screen and "  …" not in desk.screen)


async def test_the_list_says_what_was_changed_and_shows_the_plan_as_it_was(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        changed(desk, RENAMED, Tick("ac0002", TODAY))
        await desk.until(lambda: "Other" in desk.screen)
        await look_back(desk)
        assert desk.lines[3] == '   until today 09:00   done: "Approve the template"'
        assert desk.lines[4].startswith('   until today 09:00   renamed "Improve funnel conversion rates"')
        assert "Bringing it back would change" in desk.screen
        assert '   to do again: "Approve the template"' in desk.lines
        assert any(line.startswith(" ▼ 1 Build a new demand generation channel") for line in desk.lines)
        await desk.press("j")
        assert "2 Improve funnel conversion rates" in desk.screen


async def test_titles_take_the_width_that_there_is(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan(), size=(200, 40)) as desk:
        changed(desk, ChangeFields("ob0001", {"notes": "Ask Ana"}), RENAMED)
        await desk.until(lambda: "Other" in desk.screen)
        await look_back(desk)
        assert ': "Build a new demand generation channel"' in desk.lines[4]
        await desk.resize((60, 20))
        await desk.until(lambda: desk.lines[4].endswith("…"))
        assert "enter bring back" in desk.lines[-1]


async def test_enter_brings_a_version_back_as_one_edit_that_u_takes_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        changed(desk, RENAMED, Tick("ac0002", TODAY))
        now = desk.plan
        await desk.until(lambda: "Other" in desk.screen)
        await look_back(desk)
        await desk.press("j", "enter")
        assert desk.status == "saved: brought back the plan of today 09:00"
        assert desk.plan == small_plan()
        await desk.until(lambda: 'to do again: "Approve' in desk.screen)  # what was there is a version now
        await desk.press("u")
        assert desk.status == "saved: undid: brought back the plan of today 09:00"
        assert desk.plan == now
        await desk.press("escape")
        assert "2  Other" in desk.screen or "2 Other" in desk.screen


async def test_a_goalpost_comes_back_with_its_reason_or_not_at_all(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        changed(desk, TO_40)
        await desk.until(lambda: "26/40" in desk.screen)
        await look_back(desk)
        await desk.press("enter")
        assert "The quarter is committed. Why does this change?" in desk.screen
        await desk.press("escape")
        assert "nothing changed" in desk.status
        assert node(desk.plan, "kr0001").target == Decimal(40)
        await desk.press("enter")
        await desk.type("It fell through")
        await desk.press("enter")
        assert desk.status.startswith("saved: brought back")
        assert [(it.old, it.new, it.reason) for it in desk.plan.changes] == [
            ("30", "40", "Sales asked"),
            ("40", "30", "It fell through"),
        ]


async def test_what_cannot_be_read_is_marked_and_not_brought_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        changed(desk, RENAMED)
        await desk.until(lambda: "Other" in desk.screen)
        desk.repository.versions(Q4)[0].path.write_bytes(b"broken")
        await look_back(desk)
        assert "cannot be read: line 1" in desk.lines[3]
        await desk.press("enter")
        assert desk.status.startswith("nothing changed: that version cannot be read: line 1")
        assert node(desk.plan, "ob0002").title == "Other"


async def test_a_quarter_without_versions_and_one_that_is_closed_say_why_nothing_comes_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await look_back(desk)
        assert "there is none yet; every save keeps one" in desk.screen
        await desk.press("enter")
        assert desk.status == "there is no earlier version to bring back"
        changed(desk, RENAMED, Close(TODAY))
        await desk.until(lambda: "closed" in desk.screen)
        await desk.press("G", "enter")
        assert "2026-Q4 is closed" in desk.status
        assert node(desk.plan, "ob0002").title == "Other"


async def test_where_the_file_is_broken_the_start_page_brings_the_last_good_version_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        changed(desk, RENAMED)
        path = desk.repository.path(Q4)
    broken = path.read_bytes() + b"broken\n"
    path.write_bytes(broken)
    async with at_desk(tmp_path, size=LARGE) as desk:
        assert "2026-Q4 cannot be read" in desk.screen
        assert "Bring back the last version that can be read, until today 09:00" in desk.screen
        await desk.press("j", "enter")
        assert desk.status == "saved: brought 2026-Q4 back; V shows its other versions"
        assert desk.plan == small_plan()
        assert desk.repository.versions(Q4)[0].path.read_bytes() == broken


async def test_where_the_file_is_gone_the_start_page_brings_it_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        changed(desk, RENAMED)
        desk.repository.path(Q4).unlink()
    async with at_desk(tmp_path) as desk:
        assert "Bring back the last version" in desk.screen
        downwards = desk.app.screen.query_one(OptionList).get_option_index("back 2026-Q4")
        await desk.press(*["j"] * downwards, "enter")
        assert desk.plan == small_plan()


def merged_plan() -> Plan:
    """A plan in which a merge by git left two things open."""
    ours = done(ChangeFields("kr0001", {"target": Decimal(40)}), ChangeFields("ob0002", {"title": "Ours"}))
    theirs = done(ChangeFields("kr0001", {"target": Decimal(50)}), ChangeFields("ob0002", {"title": "Theirs"}))
    return merge_files(small_plan(), ours, theirs)


async def test_what_a_merge_left_open_is_asked_when_the_plan_is_opened_one_by_one(tmp_path: Path) -> None:
    async with at_desk(tmp_path, merged_plan()) as desk:
        assert "A merge by git found the same thing changed on both sides, 2 to choose." in desk.screen
        assert "1.1 Increase MQLs" in desk.screen
        assert "there now: 50" in desk.screen
        assert "yours:     40" in desk.screen
        await desk.press("y")
        assert "2 Theirs, title" in desk.screen
        await desk.press("t")
        assert desk.status == "saved: kept what was there"
        assert not desk.plan.conflicts
        assert (node(desk.plan, "kr0001").target, node(desk.plan, "ob0002").title) == (Decimal(40), "Theirs")
        await desk.press("u")
        assert [found.field for found in desk.plan.conflicts] == ["title"], "a choice can be taken back"
        await desk.until(lambda: "2 Theirs, title" in desk.screen)


async def test_a_choice_can_wait_and_is_found_again_by_name(tmp_path: Path) -> None:
    async with at_desk(tmp_path, merged_plan()) as desk:
        await desk.press("escape")
        assert desk.status == "it stays open; ctrl+p finds it again: settle"
        assert len(desk.plan.conflicts) == 2
        await desk.press("colon")
        await desk.type("settle")
        await desk.press("enter", "y", "y")
        assert not desk.plan.conflicts
        await desk.press("colon")
        await desk.type("settle")
        await desk.press("enter")
        assert desk.status == "no merge left anything open here"


async def test_a_pull_beside_the_open_window_is_asked_about_too(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        desk.repository.path(Q4).write_bytes(encode(merged_plan()))
        await desk.until(lambda: "A merge by git" in desk.screen)
        await desk.press("t", "t")
        path = desk.repository.path(Q4)
        assert decode(path.read_bytes(), path).conflicts == ()
