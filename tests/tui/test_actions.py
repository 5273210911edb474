"""The agenda by keys alone: what is late is ticked, put off or begun where it stands, and the next one is near."""

import datetime as dt
from pathlib import Path

from okrtui.model import tree
from okrtui.model.plan import Action, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import encode
from tests.support.desk import LARGE, SMALL, Desk, at_desk, example_plan
from tests.support.plans import TODAY, small_plan


def action(desk: Desk, title: str) -> Action:
    (found,) = (placed.node for placed in tree.walk(desk.plan) if placed.node.title == title)
    assert isinstance(found, Action)
    return found


def here(desk: Desk) -> str:
    """The action under the cursor, as the foot names it."""
    return desk.lines[-4].strip()


def row(desk: Desk, title: str) -> int:
    return next(at for at, line in enumerate(desk.lines) if f" {title}" in line)


async def test_what_is_late_is_worked_through_one_after_the_other(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("4")
        assert "4 late   2 this week   17 later   2 no date   22 done" in desk.screen
        assert here(desk) == "4.2.3 Get a standard contract from legal"
        await desk.press("space")
        assert desk.status == 'saved: done: "Get a standard contract from le…"'
        assert str(action(desk, "Get a standard contract from legal").done_on) == "2026-11-12"
        assert here(desk) == "3.1.3 Get CRM access for the contractor"
        await desk.press("s", "p")
        assert "Put off: Get CRM access for the contractor" in desk.screen
        await desk.type("+1w")
        await desk.press("enter")
        put_off = action(desk, "Get CRM access for the contractor")
        assert (put_off.status, str(put_off.due)) == ("todo", "2026-11-19")
        assert desk.status.startswith('saved: put off to 19 Nov: "Get CRM access')
        assert here(desk) == "2.4.2 Explain the yearly price on one page"
        await desk.press("space", "space")
        assert " late " not in desk.lines[2]
        assert here(desk).startswith("1.4.1"), "the cursor goes on to what comes next when nothing is late any more"
        await desk.press("u")
        assert action(desk, "Record a three-minute start video").status == "doing"


async def test_an_action_is_put_off_in_words_and_where_one_is_added_is_said(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("4", "a")
        assert desk.status == "an action is added in the plan (1): A on its key result"
        await desk.press("p")
        assert "next week" in desk.screen
        await desk.type("next week")
        await desk.press("enter")
        assert str(action(desk, "Get a standard contract from legal").due) == "2026-11-16"


async def test_an_action_is_begun_edited_in_its_form_and_found_in_the_plan(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan(), size=LARGE) as desk:
        await desk.press("4", "s")
        title = "Get a standard contract from legal"
        assert action(desk, title).status == "doing"
        assert desk.status.startswith('saved: being done: "Get a standard')
        await desk.press("e", "tab", "tab", "ctrl+u")
        await desk.type("30 Nov")
        await desk.press("ctrl+s")
        assert str(action(desk, title).due) == "2026-11-30"
        assert here(desk).endswith(title), "the cursor goes along with what was edited"
        assert "Mon 30 Nov" in desk.lines[row(desk, title)]
        assert row(desk, "Later") < row(desk, title) < row(desk, "No date")
        await desk.press("G", "p")
        assert "space makes it to do again" in desk.status
        done = here(desk)
        await desk.press("enter")
        await desk.until(lambda: "Step to" in desk.screen)
        assert desk.cursor == done


async def test_the_agenda_of_one_owner_or_objective_is_shown_until_all_are_wanted_again(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("4", "w")
        await desk.type("ana")
        await desk.press("enter")
        assert "only Ana" in desk.lines[2] and " late " not in desk.lines[2]
        await desk.press("space")
        assert "5 later   6 done" in desk.lines[2]
        await desk.press("w")
        assert "4 late" in desk.lines[2] and "23 done" in desk.lines[2]
        await desk.press("slash", "down", "enter")
        assert "only 2 Turn more trials into paying" in desk.lines[2]
        await desk.press("escape")
        assert "4 late" in desk.lines[2]


async def test_in_a_closed_quarter_nothing_is_late_and_nothing_is_to_mend(tmp_path: Path) -> None:
    closed = small_plan().replace(phase="closed", closed_on=TODAY)
    later = dt.date(2027, 1, 30)
    for size in (SMALL, LARGE):
        async with at_desk(tmp_path / str(size), closed, size=size, quarter=closed.quarter, today=later) as desk:
            await desk.press("j", "j", "j")
            assert "  8 Nov" in desk.screen, "when it was due is still there"
            assert " days" not in desk.screen and "to mend" not in desk.screen
            await desk.press("j", "f")
            assert desk.status == "nothing to mend in this plan"
            assert "nothing says" not in desk.screen and "!" not in desk.screen
            await desk.press("4")
            assert "Not done" in desk.screen and " days" not in desk.screen


async def test_an_empty_agenda_says_how_to_begin_and_a_newer_file_is_not_touched(tmp_path: Path) -> None:
    async with at_desk(tmp_path / "empty", Plan.empty(Quarter(2026, 4))) as desk:
        await desk.press("4", "space", "w")
        assert "No actions yet." in desk.screen and "A adds one below it" in desk.screen
    newer = tmp_path / "newer" / "plans" / "2026-Q4.toml"
    newer.parent.mkdir(mode=0o700, parents=True)
    newer.write_bytes(encode(small_plan()).replace(b"schema = 1", b"schema = 2"))
    before = newer.read_bytes()
    async with at_desk(tmp_path / "newer") as desk:
        await desk.press("4")
        await desk.press("space", "p")
        assert "read-only" in desk.status
        assert "Approve the template" in desk.screen
        assert newer.read_bytes() == before
