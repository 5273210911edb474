"""A disk that takes its time: what is done is in sight at once, keys go on, and "saved" comes when it is true."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from okrtui.model.edits import ChangeFields
from okrtui.model.lifecycle import Close
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.save import Save
from okrtui.storage.lock import locked
from tests.support.check_in_plans import due_plan
from tests.support.desk import Desk, at_desk, clock
from tests.support.plans import TODAY, planned_plan, small_plan

Q4 = Quarter(2026, 4)


@contextmanager
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Nothing gets to the disk before the event is set."""
    there, fsync = threading.Event(), os.fsync

    def slow(descriptor: int) -> None:
        assert there.wait(30)
        fsync(descriptor)

    with monkeypatch.context() as world:
        world.setattr("os.fsync", slow)
        try:
            yield there
        finally:
            there.set()


def titles(desk: Desk) -> list[str]:
    return [objective.title for objective in desk.plan.objectives]


async def test_keys_go_on_while_the_disk_takes_long_and_saved_is_said_when_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("down", "down", "down")
        before = desk.plan
        with slow_disk(monkeypatch) as there:
            await desk.press_on("space")
            assert "✓ Approve the template" in desk.screen, "what was done is in sight"
            await desk.press_on("up")
            assert desk.cursor.endswith("Draft the nurture plan"), "the next key does not wait"
            await desk.until(lambda: desk.status.startswith("saving: done"))
            assert desk.plan == before
            there.set()
            await desk.until(lambda: desk.status.startswith("saved: done"))
        assert desk.plan.objectives[0].key_results[0].actions[1].status == "done"


@pytest.mark.parametrize("keys", ["j e", "enter"])
async def test_what_was_written_stays_a_draft_until_it_is_in_the_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    drafts = tmp_path / "plans" / ".okrtui" / "drafts"
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press(*keys.split())
        await desk.type(" anew")
        await desk.until(lambda: drafts.is_dir() and any(drafts.glob("*.toml")))
        with slow_disk(monkeypatch) as there:
            await desk.press_on("ctrl+s" if "e" in keys.split() else "enter")
            assert any(drafts.glob("*.toml")), "the power may fail before it is saved"
            there.set()
            await desk.until(lambda: desk.status.startswith("saved: "))
        assert not any(drafts.glob("*.toml")), "nothing is offered again that is in the plan"


@pytest.mark.parametrize("way", [["2"], ["j", "c"]])
async def test_a_check_in_stays_a_draft_until_it_is_in_the_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: list[str]
) -> None:
    """Power that fails while it is saved loses nothing of what somebody wrote down about their week."""
    drafts = tmp_path / "plans" / ".okrtui" / "drafts"
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press(*way)
        await desk.type("27")
        await desk.press("enter", "enter")
        await desk.type("Two demos more")
        await desk.until(lambda: any("Two demos more" in path.read_text() for path in drafts.glob("*.toml")))
        with slow_disk(monkeypatch) as there:
            await desk.press_on("enter")
            (left,) = drafts.glob("*.toml")
            shutil.copytree(tmp_path / "plans", tmp_path / "after the power" / "plans")
            there.set()
            await desk.until(lambda: desk.status.startswith("saved: "))
        assert left.exists() is False, "nothing is offered again that is in the plan"
    async with at_desk(tmp_path / "after the power") as desk:
        assert ": 27, Two demos more" in " ".join(desk.screen.split()), "it is offered at the next start"
        await desk.press("o")
        await desk.until(lambda: "not saved yet" in desk.screen or "note Two demos more" in desk.screen)
        await desk.press("enter", "enter", "enter")
        await desk.until(lambda: desk.status.startswith("saved: "))
        assert desk.plan.objectives[0].key_results[0].check_ins[-1].note == "Two demos more"


async def test_a_check_in_that_is_handed_in_takes_no_other_half_typed_one_along(tmp_path: Path) -> None:
    drafts = tmp_path / "plans" / ".okrtui" / "drafts"
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2", "down")
        await desk.type("31")
        await desk.until(lambda: any('"31"' in path.read_text() for path in drafts.glob("*.toml")))
        await desk.press("up")
        await desk.type("27")
        await desk.press("enter", "enter", "enter")
        await desk.until(lambda: desk.status.startswith("saved: "))
        (kept,) = (path.read_text() for path in drafts.glob("*.toml"))
        assert '"31"' in kept and '"27"' not in kept, "one is in the plan, the other is still being written"


async def test_two_edits_in_a_row_are_saved_in_order_and_undone_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        first, second = titles(desk)
        with slow_disk(monkeypatch) as there:
            await desk.press_on("d")
            threading.Timer(0.05, there.set).start()
            await desk.press("d")
        assert titles(desk) == []
        await desk.press("u")
        assert titles(desk) == [second]
        await desk.press("u")
        assert titles(desk) == [first, second]


async def test_keys_go_on_while_the_second_of_two_edits_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, write, begun = threading.Event(), threading.Event(), Save.write, []

    def slow(save: Save) -> None:
        begun.append(save)
        gate = first if save is begun[0] else second
        assert gate.wait(30)
        write(save)

    monkeypatch.setattr(Save, "write", slow)
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press_on("d")
        threading.Timer(0.05, first.set).start()
        await desk.press_on("d")  # waits for the first one
        await desk.press_on("o")
        await desk.until(lambda: desk.status.startswith("saving: deleted"))
        assert "where to go, in one sentence" in desk.screen, "a line is being written"
        second.set()
        await desk.until(lambda: desk.status.startswith("saved: deleted"))


async def test_leaving_waits_until_what_was_done_last_is_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        with slow_disk(monkeypatch) as there:
            await desk.press_on("d")
            threading.Timer(0.05, there.set).start()
            await desk.press_on("q")
            assert len(titles(desk)) == 1


async def test_what_fails_while_the_person_writes_on_is_told_and_what_they_write_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        with locked(desk.repository.directory / ".okrtui", clock()):
            await desk.press_on("d")
            await desk.press_on("o")
            await desk.type("A market to win")
            await desk.until(lambda: "NOT SAVED" in desk.lines[1])
            assert "another okrtui is saving here" in desk.screen
            assert "A market to win" in desk.screen
        await desk.press("enter")
        assert desk.status.startswith("saved: ")
        assert titles(desk) == [planned_plan().objectives[1].title, "A market to win"]


async def test_what_another_window_wrote_meanwhile_is_asked_about_once_nothing_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        first, second = planned_plan().objectives
        OpenPlan(desk.repository, Q4).apply(ChangeFields(first.id, {"title": "Theirs"}))
        with slow_disk(monkeypatch) as there:
            await desk.press_on("enter")
            for key in ("ctrl+u", "M", "i", "n", "e", "enter"):
                await desk.press_on(key)
            await desk.press_on("o")
            there.set()
            await desk.until(lambda: not desk._is_busy_beside())
        await desk.press("M", "o", "r", "e")
        assert "Another window changed the same thing" not in desk.screen, "a question would take the letters"
        await desk.press("escape")
        await desk.until(lambda: "Another window changed the same thing" in desk.screen)
        await desk.press("y")
        assert titles(desk) == ["Mine", second.title]


async def test_what_was_done_to_a_quarter_that_another_window_closed_is_taken_off_the_screen_with_why(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        OpenPlan(desk.repository, Q4).apply(Close(TODAY))
        await desk.press("o")
        await desk.type("Too late")
        await desk.press("enter")
        assert desk.status.startswith("not done: 2026-Q4 is closed")
        await desk.press("escape")
        await desk.until(lambda: "Too late" not in desk.screen)
        assert len(titles(desk)) == 2
