"""Text from a plan is text: shown literally, columns aligned, nothing that a terminal would act on."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events

from okrtui.model.plan import Objective
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.plans import planned_plan

TITLES = [
    "[/x]",
    "[red]a[/red]",
    "[@click=app.quit]x[/] and a [b",
    "x" * 200,
    "新しいチャネルで見込み客を20人から30人に増やす",
    "بناء قناة جديدة لتوليد الطلب",
    "Launch 🚀 with 👩🏽‍💻 and ❤️",
    "\x1b]52;c;aGk=\x07 \x1b[2J\u202eevil\u2066\x9b31m",
]


async def the_tree_is_aligned(desk: Desk) -> None:
    rows = [line for line in desk.lines[2:-4] if " SMART " in line or " ····· " in line]
    assert len({cell_len(row[: row.index(" SMART " if " SMART " in row else " ····· ")]) for row in rows}) == 1


@pytest.mark.parametrize(
    ("title", "other", "size"),
    [(TITLES[at], TITLES[at + 1], SMALL) for at in (0, 2, 4, 6)] + [(TITLES[7], TITLES[0], LARGE)],
)
async def test_any_title_is_shown_literally_in_aligned_columns(
    tmp_path: Path, title: str, other: str, size: tuple[int, int]
) -> None:
    plan = planned_plan()
    first, *others = plan.objectives
    done, draft = first.key_results
    dressed = first.replace(
        title=title,
        why=title,
        notes=title,
        key_results=(
            done.replace(title=other, definition=title, owner=other, unit=title),
            draft.replace(title=title, notes=other),
        ),
    )
    plan = plan.replace(focus=title, objectives=(dressed, *others))
    async with at_desk(tmp_path, plan, size=size) as desk:
        for keys in ("j", "j j j", "e escape", "m escape", "slash a escape", "Q escape"):
            await desk.press(*keys.split())
            assert not {char for char in desk.screen if ord(char) < 32 and char != "\n"}
            assert not set(desk.screen) & set("\x7f\x9b\x9d\u202e\u2066")
        await the_tree_is_aligned(desk)
        if title.isascii() and title.isprintable():
            assert title[:20] in desk.screen
        await desk.press("question_mark", "escape", "ctrl+p", "escape", "G", "g", "d")
        assert desk.status.startswith("saved: deleted")


async def test_a_paste_of_several_lines_is_joined_and_said(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("o")
        desk.app.post_message(events.Paste("Grow\nthe \x1b[31mlist"))
        await desk.pilot.pause()
        assert "control characters" in desk.status
        await desk.press("enter")
        assert desk.plan.objectives[2].title == "Grow the [31mlist"


async def test_an_empty_title_is_named_as_missing(tmp_path: Path) -> None:
    plan = planned_plan().replace(objectives=(Objective(id="a"),))
    async with at_desk(tmp_path, plan, size=LARGE) as desk:
        assert "(no title yet)" in desk.screen
        assert "it has no title, so nobody knows where to go" in desk.screen
