"""A spreadsheet comes into a plan from the interface: after a look at what it brings, all of it or nothing."""

import datetime as dt
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.settings import Settings
from tests.support.clean import clean_plan
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.plans import small_plan

TRACKER = """\
Objective,Key result,Baseline,Target,Current,Due,Team,Action,Status
Win back customers,Bring 12 customers back,0,12,4,15/12/2026,Field,Call all who left,done
,,,,,,,Write the mail,
,Hold 40 interviews,5,40,5,10/12/2026,Field,,
"""
HERE = Quarter(2026, 4)


def planning() -> Plan:
    return clean_plan().replace(phase="planning", committed_on=None)


async def find(desk: Desk, command: str) -> None:
    """Run a command of the palette by its words."""
    await desk.press("ctrl+p")
    await desk.type(command)
    await desk.press("enter")
    await desk.pilot.pause()


def _is_shown(desk: Desk, words: str) -> bool:
    return words in desk.screen


async def name_the_file(desk: Desk, path: str) -> None:
    await desk.type(path)
    await desk.press("enter")
    await desk.until(lambda: "esc leave" in desk.screen and "being read" not in desk.screen)


async def open_file(desk: Desk, tmp_path: Path, text: str) -> Path:
    """Import a file with this text, up to its preview."""
    path = tmp_path / "tracker.csv"
    path.write_text(text, encoding="utf-8")
    await find(desk, "import a spread")
    await name_the_file(desk, str(path))
    return path


async def test_the_preview_names_the_key_that_imports(tmp_path: Path) -> None:
    settings = Settings.read({"keys": {"take_import": "f5"}})
    async with at_desk(tmp_path, planning(), settings=settings) as desk:
        await open_file(desk, tmp_path, TRACKER)
        assert "nothing is written yet; f5 imports it" in desk.screen


async def test_the_first_start_offers_an_import_which_makes_the_quarter(tmp_path: Path) -> None:
    (tmp_path / "tracker.csv").write_text(TRACKER)
    async with at_desk(tmp_path, size=SMALL) as desk:
        assert "A spreadsheet that is there already can be imported, with a preview" in desk.screen
        await desk.press("down", "down", "down", "enter")
        assert "saved as CSV, into 2026-Q4" in desk.screen
        await name_the_file(desk, "~/tracker.csv")
        assert "Import ~/tracker.csv into 2026-Q4, a new quarter" in desk.screen
        assert "1 objective, 2 key results, 2 actions and 1 check-in of 12 Nov" in desk.screen
        assert "Left out: columns that are not known: Team." in desk.screen
        assert "[x] Call all who left (done)" in desk.screen
        assert not desk.repository.directory.exists()
        await desk.press("enter")
        assert "Win back customers" in desk.screen
        assert desk.repository.quarters() == [HERE]
        first, second = desk.plan.objectives[0].key_results
        assert (desk.plan.phase, first.target, str(second.due)) == ("planning", Decimal(12), "2026-12-10")


async def test_leaving_the_first_start_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "tracker.csv").write_text(TRACKER)
    async with at_desk(tmp_path) as desk:
        await desk.press("down", "down", "down", "enter")
        await name_the_file(desk, "~/tracker.csv")
        await desk.press("escape")
        assert "plans a quarter as OKRs" in desk.screen
        assert not desk.repository.directory.exists()


async def test_an_import_into_a_plan_adds_to_it_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    before = planning()
    async with at_desk(tmp_path, before, size=LARGE) as desk:
        await desk.press("4")
        await open_file(desk, tmp_path, TRACKER)
        assert "Import ~/tracker.csv into 2026-Q4" in desk.screen and "a new quarter" not in desk.screen
        assert "4 Win back customers" in desk.screen
        assert before.objectives[0].title not in desk.screen  # what would be added, and not what is there
        await desk.press("enter")
        await desk.until(lambda: desk.status == "saved: imported 1 objective")
        assert [it.title for it in desk.plan.objectives[3:]] == ["Win back customers"]
        await desk.press("u")
        assert desk.status == "saved: undid: imported 1 objective"
        assert desk.plan.objectives == before.objectives


async def test_leaving_the_preview_leaves_the_plan_as_it_was(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planning()) as desk:
        path = desk.repository.path(HERE)
        before = path.read_bytes()
        await open_file(desk, tmp_path, TRACKER)
        await desk.press("escape")
        assert "1 Plan" in desk.screen
        assert path.read_bytes() == before


async def test_a_committed_plan_asks_why_it_takes_more(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        before = desk.plan
        await open_file(desk, tmp_path, TRACKER)
        assert "enter imports it, and asks why: it is committed" in desk.screen
        await desk.press("enter")
        await desk.until(lambda: "The quarter is committed. Why does this change?" in desk.screen)
        assert '"Bring 12 customers back" is added' in desk.screen
        assert desk.plan == before
        await desk.type("the field team joined")
        await desk.press("enter")
        await desk.until(lambda: desk.status == "saved: imported 1 objective")
        assert [(it.new, it.reason) for it in desk.plan.changes[-2:]] == [
            ("Bring 12 customers back", "the field team joined"),
            ("Hold 40 interviews", "the field team joined"),
        ]


async def test_a_closed_quarter_is_not_added_to(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan().replace(phase="closed")) as desk:
        await find(desk, "import a spread")
        assert desk.status == "2026-Q4 is closed, and nothing is added to it"


async def test_a_broken_file_is_told_row_by_row_and_mended_without_beginning_again(tmp_path: Path) -> None:
    bad = f"{TRACKER},Train 5 people,few,5,,soon,,,\n,Hold 3 talks,0,3,,31/11/2026,,,\n"
    async with at_desk(tmp_path, planning(), size=LARGE) as desk:
        before = desk.plan
        path = await open_file(desk, tmp_path, bad)
        assert "2 rows keep it from being imported; nothing is written" in desk.screen
        assert "line 5, baseline: few is no number" in desk.screen
        assert "line 6, due: 31/11/2026 is no date: Nov has 30 days" in desk.screen
        assert "enter import" not in desk.lines[-1]
        await desk.press("enter")
        assert desk.status == "nothing can be imported before that is mended"
        assert desk.plan == before
        path.write_text(TRACKER)
        await desk.press("r")
        await desk.until(lambda: "enter imports" in desk.screen)
        await desk.press("enter")
        await desk.until(lambda: desk.status == "saved: imported 1 objective")


async def test_a_date_that_could_be_two_is_asked_for(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planning()) as desk:
        await open_file(desk, tmp_path, "Objective,Key result,Target,Due\nWin,Sign 6,6,10/11/2026\n")
        assert "This keeps it from being imported" in desk.screen
        assert "could be 10 Nov (--dates dmy) or 11 Oct (--dates mdy)" in " ".join(desk.screen.split())
        await desk.press("d", "m")
        await desk.until(lambda: "enter imports" in desk.screen)
        assert "As you said: in dates the month stands first." in desk.screen
        await desk.press("enter")
        await desk.until(lambda: desk.status.startswith("saved"))
        assert desk.plan.objectives[-1].key_results[0].due == dt.date(2026, 10, 11)


async def test_a_number_that_could_be_two_is_asked_for(tmp_path: Path) -> None:
    text = "Ziel;Schlüsselergebnis;Zielwert\nGewinnen;Mehr Leser;14.000\n"
    async with at_desk(tmp_path, planning()) as desk:
        await open_file(desk, tmp_path, text)
        await desk.press("n", "p")
        await desk.until(lambda: "As you said: a point stands before decimals." in desk.screen)
        await desk.press("enter")
        await desk.until(lambda: desk.status.startswith("saved"))
        assert desk.plan.objectives[-1].key_results[0].target == Decimal("14.000")


async def test_odd_headers_are_said_what_they_are(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planning(), size=LARGE) as desk:
        await open_file(desk, tmp_path, "Worauf,Woran,Ziel\nGewinnen,6 Leser,6\n")
        assert "This keeps it from being imported" in desk.screen
        for header, meaning in (("Worauf", "objective"), ("Woran", "key result"), ("Ziel", "target")):
            await desk.press("c")
            await desk.type(header)
            await desk.press("enter")
            assert f'What does "{header}" hold?' in desk.screen
            await desk.type(meaning)
            await desk.press("enter")
            said = f'"{header}" is {meaning}'
            await desk.until(partial(_is_shown, desk, said))
        await desk.press("enter")
        await desk.until(lambda: desk.status.startswith("saved"))
        (key_result,) = desk.plan.objectives[-1].key_results
        assert (key_result.title, key_result.target) == ("6 Leser", Decimal(6))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_stands_in_a_file_is_shown_and_not_obeyed(tmp_path: Path, size: tuple[int, int]) -> None:
    evil = "[/x][red]a\x1b]52;c;aGk=\x07\x1b[2J\u202eb\x9b31m"
    text = f"Objective,Key result,Target,Due,{evil}\n{evil},{evil},6,{{due}},{'so it goes ' * 99}\n"
    async with at_desk(tmp_path, planning(), size=size) as desk:
        for due in ("2026-12-15", evil):
            await open_file(desk, tmp_path, text.format(due=due))
            assert "[/x][red]a" in desk.screen
            for keys in ("c", "enter", "escape"):
                assert not {char for char in desk.screen if ord(char) < 32 and char != "\n"}
                assert not set(desk.screen) & set("\x7f\x9b\x9d\u202e\u2066")
                await desk.press(keys)
            await desk.press("escape")


async def test_a_file_that_cannot_be_read_is_said_before_anything_else(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planning()) as desk:
        await find(desk, "import a spread")
        for path, words in (("~/nowhere.csv", "cannot be read: no such file"), ("~/", "is a directory")):
            await desk.type(path)
            await desk.press("enter")
            assert words in " ".join(desk.screen.split())
            await desk.press("ctrl+u")


async def test_tab_completes_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "trackers").mkdir()
    for name in ("tracker-q4.csv", "tracker-q3.csv"):
        (tmp_path / "trackers" / name).write_text(TRACKER)
    async with at_desk(tmp_path, planning()) as desk:
        await find(desk, "import a spread")
        await desk.type("~/tr")
        await desk.press("tab", "tab")
        assert "~/trackers/tracker-q" in desk.screen
        assert "tracker-q3.csv  tracker-q4.csv" in desk.screen
        await desk.type("4")
        await desk.press("tab")
        await name_the_file(desk, "")
        assert "Import ~/trackers/tracker-q4.csv into 2026-Q4" in desk.screen
