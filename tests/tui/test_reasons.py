"""A reason that was being written when the line dropped stands there again when the same is asked."""

from pathlib import Path

from tests.support.check_in_plans import due_plan
from tests.support.desk import Desk, at_desk, example_plan
from tests.support.plans import small_plan
from tests.tui.test_goalposts import fill


def drafts(directory: Path) -> list[Path]:
    return list((directory / "plans" / ".okrtui" / "drafts").glob("*"))


async def take_commit_back(desk: Desk) -> None:
    """Ask for the commit to be taken back, and come to where a reason is written."""
    await desk.press("ctrl+p")
    await desk.type("take the commit back")
    await desk.press("enter")
    assert "Take 2026-Q4 back to planning. Why?" in desk.screen


async def test_the_reason_for_a_finding_is_gone_on_with_and_one_thrown_away_is_gone(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("f", "x")
        await desk.type("the board asks")
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        assert "okrtui ended" not in desk.screen, "it waits for its question"
        await desk.press("f", "x")
        assert "the board asks" in desk.screen
        await desk.press("escape", "x")
        assert "the board asks" not in desk.screen
        await desk.type("the board asks for the rate")
        await desk.press("enter")
        assert "accepted" in desk.status
    assert drafts(tmp_path) == []


async def test_the_reason_of_a_new_target_comes_back_with_the_target(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("j", "e")
        fill(desk, "target", "40")
        await desk.press("ctrl+s")
        await desk.type("Budget cu")
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        await desk.press("o")
        await desk.until(lambda: "Key result 1.1" in desk.screen)
        await desk.press("ctrl+s")
        assert "Budget cu" in desk.screen
        await desk.type("t")
        await desk.press("enter")
        assert [it.reason for it in desk.plan.changes] == ["Budget cut"]
    assert drafts(tmp_path) == []


async def test_what_was_half_typed_before_the_question_is_kept_after_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(3)) as desk:
        await desk.press("2", "2")
        await take_commit_back(desk)
        await desk.type("New strategy")
        await desk.press("escape", "7")
        assert "reads as" in desk.screen or "27" in desk.screen
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        assert ": 27" in desk.screen
