"""Where there is no plan to show: never an empty screen, always a way on, nothing overwritten."""

import datetime as dt
from pathlib import Path

from okrtui.i18n import Code
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.repository import Repository
from okrtui.storage.settings import Settings
from tests.support.desk import SMALL, at_desk, clock
from tests.support.plans import small_plan
from tests.support.speaking import speaking

ACTIVE = small_plan().replace(phase="active", committed_on=dt.date(2026, 10, 1))


async def test_the_first_start_says_what_this_is_and_starts_a_plan(tmp_path: Path) -> None:
    async with at_desk(tmp_path, size=SMALL) as desk:
        assert "plans a quarter as OKRs" in desk.screen
        assert not desk.repository.directory.exists()
        await desk.press("enter")
        assert desk.repository.quarters() == [Quarter(2026, 4)]
        assert "Begin with" not in desk.screen  # no detail at 80 columns
        assert "o writes the first objective" in desk.screen


async def test_the_example_opens_in_a_directory_of_its_own(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press(*["down"] * 6, "enter")
        assert "Build a new channel for inbound demand" in desk.screen
        assert not desk.repository.directory.exists()


async def test_a_fiscal_year_that_begins_in_february_starts_its_own_quarter(tmp_path: Path) -> None:
    async with at_desk(tmp_path, settings=Settings(fiscal_year_starts=2)) as desk:
        await desk.press("enter")
        (quarter,) = desk.repository.quarters()
        plan = desk.repository.load(quarter).plan
        assert (str(plan.start), str(plan.end)) == ("2026-11-01", "2027-01-31")


async def test_a_missing_quarter_offers_the_others(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan(), quarter=Quarter(2027, 1)) as desk:
        assert "There is no plan for 2027-Q1 yet" in desk.screen
        await desk.press("down", "enter")
        assert "Build a new demand generation channel" in desk.screen


async def test_a_plan_that_was_never_committed_is_not_said_to_wait_for_its_close(tmp_path: Path) -> None:
    plan = small_plan().replace(phase="planning", committed_on=None)
    async with at_desk(tmp_path, plan, quarter=Quarter(2027, 1)) as desk:
        assert "is not closed yet" not in desk.screen
    async with at_desk(tmp_path / "its own", plan) as desk:
        await desk.press("Z")
        assert "X commits it, or shows what is in the way." in " ".join(desk.screen.split())


async def test_a_quarter_that_was_not_closed_is_remembered_where_the_next_one_begins(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ACTIVE, quarter=Quarter(2027, 1)) as desk:
        assert "2026-Q4 is not closed yet: open it, then Z scores it and closes it." in desk.screen
    async with at_desk(tmp_path / "later", ACTIVE, today=dt.date(2027, 1, 4), quarter=Quarter(2026, 4)) as desk:
        assert desk.status == "2026-Q4 ran until 31 Dec: Z scores it and closes it"


async def test_after_a_quarters_end_enter_leads_to_its_close_before_the_next_one_is_started(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan(), today=dt.date(2027, 1, 4)) as desk:
        await desk.press("enter")
        assert "2026-Q4 active" in desk.screen
        assert desk.repository.quarters() == [Quarter(2026, 4)]
    closed = small_plan().replace(phase="closed")
    async with at_desk(tmp_path / "closed", closed, today=dt.date(2027, 1, 4)) as desk:
        await desk.press("enter")
        assert desk.repository.quarters() == [Quarter(2026, 4), Quarter(2027, 1)]


async def test_a_quarter_with_nothing_in_it_is_not_opened_instead_of_the_plan_for_the_next_one(tmp_path: Path) -> None:
    Repository(tmp_path / "plans", clock).create(Settings().empty_plan(Quarter(2026, 4)))
    later = small_plan().replace(quarter=Quarter(2027, 1), start=dt.date(2027, 1, 1), end=dt.date(2027, 3, 31))
    async with at_desk(tmp_path, later) as desk:
        assert "2027-Q1 committed" in desk.screen
        await desk.press("[")
        await desk.press("o")
        await desk.type("Win trust")
        await desk.press("enter", "escape")
    async with at_desk(tmp_path) as desk:
        assert "2026-Q4 planning" in desk.screen, "something is planned in it now"


async def test_the_next_quarter_is_planned_as_this_one_is(tmp_path: Path) -> None:
    async with at_desk(tmp_path, today=dt.date(2026, 12, 7)) as desk:
        ways = [line.strip() for line in desk.lines if "2027-Q1" in line]
        assert ways[:2] == ["Walk through planning 2027-Q1, step by step", "Start a plan for 2027-Q1"]
        await desk.press("down", "enter")
        assert "2027-Q1 planning" in desk.screen and "o writes the first objective" in desk.screen


async def test_an_unreadable_file_is_shown_with_its_place_and_left_alone(tmp_path: Path) -> None:
    directory = tmp_path / "plans"
    directory.mkdir(mode=0o700)
    broken = directory / "2026-Q4.toml"
    broken.write_text('schema = 1\nquarter = "2026-Q4"\nstart = soon\n')
    async with at_desk(tmp_path) as desk:
        assert "2026-Q4 cannot be read" in desk.screen
        assert "line 3" in desk.screen
        await desk.press("enter")
        assert "2026-Q4 cannot be read" in desk.screen
        broken.write_text('schema = 1\nquarter = "2026-Q4"\nstart = 2026-10-01\nend = 2026-12-31\n')
        await desk.press("enter")
        assert "2026-Q4 planning" in desk.screen


async def test_brackets_step_through_the_quarters_and_q_starts_another(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        desk.repository.create(Plan.empty(Quarter(2026, 2)))
        await desk.press("left_square_bracket")
        assert "2026-Q2 planning" in desk.screen
        await desk.press("left_square_bracket")
        assert desk.status.startswith("no earlier quarter here")
        await desk.press("right_square_bracket")
        assert "2026-Q4 active" in desk.screen
        await desk.press("Q")
        await desk.type("2027")
        await desk.press("enter")
        assert "2027-Q1 planning" in desk.screen
        assert Quarter(2027, 1) in desk.repository.quarters()


async def test_a_quarters_name_that_is_none_is_refused_with_how_to_write_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("end", "enter")
        await desk.type("2027-Q5")
        await desk.press("enter")
        assert '"2027-Q5" is no quarter; write it like 2026-Q4' in desk.screen
        await desk.press("escape")
        assert "plans a quarter as OKRs" in desk.screen


async def test_the_first_start_walks_through_the_next_quarter_for_whoever_plans_ahead(tmp_path: Path) -> None:
    async with at_desk(tmp_path, size=SMALL) as desk:
        line = next(number for number, text in enumerate(desk.lines) if "Walk through planning 2027-Q1" in text)
        first = next(number for number, text in enumerate(desk.lines) if "Start a plan for 2026-Q4" in text)
        await desk.press(*["down"] * (line - first), "enter")
        assert "What is this quarter about, in one line" in desk.screen
        assert desk.repository.quarters() == [Quarter(2027, 1)]


async def test_in_the_last_weeks_of_a_quarter_enter_plans_the_next_one(tmp_path: Path) -> None:
    for day, begun in ((dt.date(2026, 11, 12), Quarter(2026, 4)), (dt.date(2026, 11, 22), Quarter(2027, 1))):
        async with at_desk(tmp_path / str(day), today=day) as desk:
            assert f"Start {begun} from a template" in desk.screen, "all ways lead to the same quarter"
            await desk.press("enter")
            assert desk.repository.quarters() == [begun]


async def test_enter_takes_the_quarter_that_stands_in_the_question(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("end", "enter")
        assert "2027-Q1" in desk.screen
        await desk.press("enter")
        assert desk.repository.quarters() == [Quarter(2027, 1)]


async def test_a_quarter_may_be_typed_as_it_is_spoken(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("end", "enter")
        await desk.type("q2 2027")
        await desk.press("enter")
        assert desk.repository.quarters() == [Quarter(2027, 2)]


async def test_a_file_of_a_newer_version_is_shown_but_never_changed(tmp_path: Path) -> None:
    directory = tmp_path / "plans"
    directory.mkdir(mode=0o700)
    newer = directory / "2026-Q4.toml"
    newer.write_text(
        'schema = 2\nquarter = "2026-Q4"\nstart = 2026-10-01\nend = 2026-12-31\n[[objectives]]\nid = "a"\ntitle = "T"\n'
    )
    before = newer.read_bytes()
    async with at_desk(tmp_path) as desk:
        assert "read-only" in desk.status
        await desk.press("d")
        assert "1 T" in desk.screen
        await desk.press("o")
        assert "read-only" in desk.status
        assert newer.read_bytes() == before


async def test_the_example_is_in_the_language_of_now_until_somebody_changes_it(tmp_path: Path) -> None:
    async def shown(code: Code, *keys: str) -> str:
        with speaking(code):
            async with at_desk(tmp_path) as desk:
                await desk.press(*["down"] * 6, "enter", *keys)
                return desk.screen

    assert "Demand that we own" in await shown("en")
    assert "Erst Nachf" in await shown("de")
    assert "Demand that we own" in await shown("en", "j", "j", "space"), "and now a step is done"
    assert "Demand that we own" in await shown("de"), "what somebody did with it is not taken away"
