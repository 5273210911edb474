"""The report: what is read is what is sent; it is copied or written on purpose, and nothing is lost to that."""

import stat
from pathlib import Path

import pytest
from textual.widgets import Input

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.report.update.formats import Format, rendered
from okrtui.storage.codec import encode
from tests.report.updates import ARABIC, HOSTILE, everywhere, golden, long, made, update
from tests.support.check_in_plans import due_plan
from tests.support.desk import Desk, at_desk, example_plan
from tests.support.plans import TODAY, planned_plan, small_plan

HIGH, HIGHEST = (100, 220), (200, 900)
"""Windows that show a whole report of the example as Markdown, and in every format."""
FORMATS: tuple[Format, ...] = ("md", "text", "html", "csv", "json")
"""In the order in which the view goes through them."""


def body(desk: Desk) -> list[str]:
    """The lines of the report that are in sight, without the bar that tells the place."""
    return [line[1 : desk.app.size.width - 1].rstrip() for line in desk.lines[3:-2]]


def unspaced(text: str) -> str:
    """The text without the places at which a window may break its lines."""
    return "".join(text.split())


async def shows(desk: Desk, text: str) -> None:
    await desk.until(lambda: text in desk.screen)


async def shows_all_of(desk: Desk, text: str) -> None:
    """Wait until the window shows this report and nothing else."""
    wanted = unspaced(text.removeprefix("\ufeff"))
    await desk.until(lambda: unspaced("\n".join(body(desk))) == wanted)


async def says(desk: Desk, words: str) -> None:
    await desk.until(lambda: words in desk.status)


async def test_every_format_is_shown_whole_as_it_is_sent(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=HIGHEST) as desk:
        await desk.press("6")
        for name in FORMATS:
            await shows_all_of(desk, golden(name).read_bytes().decode())
            await desk.press("right")
        await shows(desk, "# 2026-Q4: update of 12 Nov 2026")
        await desk.press("left")
        await shows(desk, '"schema_version": 1')


async def test_the_text_is_read_line_by_line_and_page_by_page_in_a_small_window(tmp_path: Path) -> None:
    wanted = golden("text").read_text(encoding="utf-8").splitlines()
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("6", "f")
        page = len(body(desk))
        await desk.until(lambda: body(desk) == wanted[:page])
        await desk.press("j")
        assert body(desk) == wanted[1 : page + 1]
        await desk.press("k", "pagedown")
        assert body(desk)[0] in wanted[page - 1 : page + 1]
        await desk.press("G")
        assert body(desk) == wanted[-page:]
        await desk.press("g")
        assert body(desk) == wanted[:page]


async def test_what_is_copied_is_the_whole_text_and_one_is_told_how_to_get_it_otherwise(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("6", "y")
        await says(desk, "report copied")
        assert desk.app.clipboard == made(planned_plan(), "md").rstrip("\n")
        assert desk.status == "report copied; if pasting gives nothing, w writes it to a file"
        await desk.press("left", "left", "Y")
        await desk.until(lambda: desk.app.clipboard.startswith("Quarter,"))
        await desk.press("1", "Y")
        assert desk.app.clipboard == made(planned_plan(), "md").rstrip("\n")
        assert desk.status == "report copied; if pasting gives nothing, 6 and w write it to a file"


async def test_in_a_narrow_window_one_is_still_told_how_to_get_the_report_otherwise(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=(60, 24)) as desk:
        await desk.press("6", "y")
        await says(desk, "copied; if nothing pastes, w writes it to a file")
        await desk.press("1", "Y")
        await says(desk, "copied; if nothing pastes, 6 and w write it to a file")


async def test_what_is_too_long_for_a_terminal_is_not_cut_but_refused(tmp_path: Path) -> None:
    async with at_desk(tmp_path, long()) as desk:
        await desk.press("6", "y")
        await says(desk, "too much")
        assert desk.status.endswith(" bytes are too much for a terminal's clipboard; w writes it to a file")
        assert desk.app.clipboard == ""
        await desk.press("o", "down", "enter")
        await shows(desk, "# 2026-Q4, objective 1: ")
        await desk.press("y")
        await desk.until(lambda: desk.app.clipboard.startswith("# 2026-Q4, objective 1: "))


async def test_the_news_count_since_a_day_that_one_says(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=HIGH) as desk:
        await desk.press("6")
        await shows(desk, "the whole plan, news since a week ago")
        await desk.press("s")
        await desk.type("tomorrow")
        await desk.press("enter")
        assert "13 Nov is still to come" in desk.screen
        await desk.press("ctrl+u")
        await desk.type("-14d")
        await desk.press("enter")
        await shows(desk, "## Done since 29 Oct")
        assert "the whole plan, news since 29 Oct" in desk.screen
        await desk.press("s", "ctrl+u", "enter")
        await shows(desk, "## Done since 5 Nov")


async def test_a_file_is_written_where_one_says_and_over_another_only_when_one_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "2026-Q4-report.md"
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("6", "w")
        assert desk.app.screen.query_one(Input).value == path.name
        await desk.press("escape")
        await desk.press("w", "enter")
        await desk.until(lambda: desk.status == "wrote ~/2026-Q4-report.md")
        assert path.read_bytes() == golden("md").read_bytes()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.write_text("of last week")
        await desk.press("w", "enter")
        await shows(desk, "~/2026-Q4-report.md is there already.")
        await desk.press("escape")
        assert (path.read_text(), desk.status) == ("of last week", "nothing was written")
        await desk.press("w", "enter")
        await shows(desk, "is there already.")
        await desk.press("r")
        assert path.read_bytes() == golden("md").read_bytes()
        assert desk.status == "wrote ~/2026-Q4-report.md"
    assert {found.name for found in tmp_path.iterdir()} == {"plans", path.name}


async def test_nothing_is_written_when_the_question_for_the_path_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("6", "w", "escape", "y")
        await says(desk, "report copied")
    assert [found.name for found in tmp_path.iterdir()] == ["plans"]


async def test_the_name_of_the_file_says_its_format_and_a_directory_takes_the_usual_name(tmp_path: Path) -> None:
    (tmp_path / "sent").mkdir()
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("6", "right")
        for typed, written in (
            ("~/now.html", "now.html"),
            ("~/notes", "notes"),
            ("~/sent", "sent/2026-Q4-report.txt"),
        ):
            await desk.press("w", "ctrl+u")
            await desk.type(typed)
            await desk.press("enter")
            await says(desk, f"wrote ~/{written}")
    assert (tmp_path / "now.html").read_bytes() == golden("html").read_bytes()
    for text in ("notes", "sent/2026-Q4-report.txt"):
        assert (tmp_path / text).read_bytes() == golden("text").read_bytes()


async def test_a_place_that_cannot_be_is_refused_in_words_and_left_as_it_is(tmp_path: Path) -> None:
    kept = tmp_path / "kept.md"
    kept.write_text("mine")
    (tmp_path / "link.md").symlink_to(kept)
    async with at_desk(tmp_path, example=True) as desk:
        before = desk.repository.path(Quarter(2026, 4)).read_bytes()
        for typed, words in (
            ("~/link.md", "is a link to another place; name another file"),
            ("~/nowhere/x.md", "that file cannot be written: no such file or directory; name another file"),
            ("~/plans/2026-Q4.toml", "that file is where plans are kept; name another file"),
            ("~/" + "x" * 300, "that file cannot be written: file name too long; name another file"),
        ):
            await desk.press("6", "w", "ctrl+u")
            await desk.type(typed)
            await desk.press("enter")
            await says(desk, words)
        assert desk.repository.path(Quarter(2026, 4)).read_bytes() == before
    assert kept.read_text() == "mine"


async def test_a_change_is_told_at_once_and_one_objective_that_went_is_not_told_of(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=HIGH) as desk:
        await desk.press("d", "6")
        left = desk.plan.objectives[0].title
        await shows(desk, f"### 1 {left}")
        await desk.press("u")
        await shows(desk, f"### 2 {left}")
        await desk.press("o", "down", "enter")
        await desk.until(lambda: desk.lines[2].endswith("objective 1"))
        await desk.press("ctrl+r")
        await shows(desk, "the whole plan")
        await shows(desk, f"### 1 {left}")


async def test_a_closed_quarter_an_empty_one_and_one_that_may_only_be_read_have_their_report(tmp_path: Path) -> None:
    closed = example_plan().replace(phase="closed")
    async with at_desk(tmp_path / "closed", closed, size=HIGH) as desk:
        await desk.press("6")
        await shows_all_of(desk, made(closed, "md", TODAY))
        assert "news since" not in desk.screen
        await desk.press("s")
        assert "only the report of a quarter that runs" in desk.status
    async with at_desk(tmp_path / "empty", Plan.empty(Quarter(2026, 4))) as desk:
        await desk.press("6")
        await shows(desk, "**Nothing is planned yet.**")
    newer = tmp_path / "newer" / "plans" / "2026-Q4.toml"
    newer.parent.mkdir(mode=0o700, parents=True)
    newer.write_bytes(encode(small_plan()).replace(b"schema = 1", b"schema = 2"))
    async with at_desk(tmp_path / "newer") as desk:
        await desk.press("6", "y")
        await says(desk, "report copied")


async def test_any_text_is_shown_literally_in_every_format(tmp_path: Path) -> None:
    plan = everywhere((*HOSTILE, *ARABIC, "\x1b]52;c;aGk=\x07 \x9b31m \u202eevil"))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("6")
        for name in FORMATS:
            first = rendered(update(plan), name).removeprefix("\ufeff").splitlines()[0][:40]
            await shows(desk, first)
            for _ in range(3):
                assert not set("\n".join(desk.lines)) & set("\x1b\x07\x9b\u202e\ufeff\r")
                await desk.press("pagedown")
            await desk.press("right")


async def test_a_long_plan_is_read_to_its_end(tmp_path: Path) -> None:
    plan = due_plan(300)
    last = made(plan, "md").splitlines()[-1]
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("6")
        await shows(desk, "# 2026-Q4")
        await desk.press("G")
        assert unspaced(last).endswith(unspaced(body(desk)[-1]))


async def test_an_action_and_a_key_result_are_copied_where_they_are_listed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("3", "j", "y")
        assert desk.app.clipboard.startswith("- **1")
        await desk.press("4", "y")
        assert desk.app.clipboard.startswith("- [ ] ")
        assert desk.status == "copied through the terminal"
