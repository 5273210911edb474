"""A disk that refuses: the screen says what to do, saving is tried again, and the plan can go elsewhere."""

import errno
from pathlib import Path

import pytest

from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode
from tests.support.desk import at_desk
from tests.support.plans import planned_plan

Q4 = Quarter(2026, 4)


def no_room(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


async def test_what_could_not_be_saved_is_saved_by_itself_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrtui.tui.views.watch.TURNS_BETWEEN_TRIES", 1)
    async with at_desk(tmp_path, planned_plan()) as desk:
        with monkeypatch.context() as world:
            world.setattr("os.fsync", no_room)
            await desk.press("d")
            assert desk.status.startswith("not saved: no space left on device; make room there")
            assert "NOT SAVED  no space left on device; make room there (tried again by itself)" in desk.lines[1]
        await desk.until(lambda: desk.status == "saved: your changes")
        assert "NOT SAVED" not in desk.screen
        assert [objective.id for objective in desk.plan.objectives] == ["ob0002"]


async def test_a_plan_that_cannot_be_saved_is_written_to_a_place_that_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        desk.repository.directory.joinpath(".okrtui", "lock").unlink()
        desk.repository.directory.joinpath(".okrtui", "lock").mkdir()
        await desk.press("d")
        assert desk.status.startswith("not saved: ")
        await desk.press("q", "w")
        assert "~/2026-Q4-rescued.toml" in desk.screen
        await desk.press("enter")
    written = tmp_path / "2026-Q4-rescued.toml"
    assert [objective.id for objective in decode(written.read_bytes(), written).objectives] == ["ob0002"]
    assert written.stat().st_mode & 0o777 == 0o600


async def test_the_place_that_is_typed_is_taken_and_nothing_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "2026-Q4-rescued.toml").write_bytes(b"mine")
    (tmp_path / "x").symlink_to(tmp_path / "nowhere")
    async with at_desk(tmp_path, planned_plan()) as desk:
        with monkeypatch.context() as world:
            world.setattr("os.replace", lambda *_: no_room(0))
            await desk.press("d")
            await desk.press("q", "w")
        assert "~/2026-Q4-rescued.toml" not in desk.screen
        for name in ("~/2026-Q4-rescued.toml", "~/x"):
            await desk.press("ctrl+u")
            await desk.type(name)
            await desk.press("enter")
            assert "there is a file of that name already" in desk.screen
        await desk.press("ctrl+u")
        await desk.type("~/nowhere/plan.toml")
        await desk.press("enter")
        assert "that did not work either: no such file or directory" in desk.screen
        await desk.press("ctrl+u")
        await desk.type("~/plan.toml")
        await desk.press("enter")
    assert decode((tmp_path / "plan.toml").read_bytes(), tmp_path / "plan.toml").objectives
    assert (tmp_path / "2026-Q4-rescued.toml").read_bytes() == b"mine"
    assert not (tmp_path / "nowhere").exists()


async def test_a_file_deleted_outside_is_noticed_and_leaving_asks(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        desk.repository.path(Q4).unlink()
        await desk.until(lambda: "NOT SAVED" in desk.lines[1])
        assert "press ctrl+s to write it again" in desk.screen
        await desk.press("q")
        assert "leave and lose it" in desk.screen
        await desk.press("s")
    assert len(desk.plan.objectives) == 2


async def test_comments_are_told_of_before_the_first_change_takes_them_out(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        path = desk.repository.path(Q4)
        path.write_bytes(b"# ask Ana\n" + path.read_bytes())
    async with at_desk(tmp_path) as desk:
        assert "comments in this file are kept in the history" in desk.status
        assert path.read_bytes().startswith(b"# ask Ana"), "looking changes nothing"
