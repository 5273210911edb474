"""Ending a quarter by keys alone: values, scores, looking back, the close, and what goes on into the next one."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.plan import KeyResult, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.ending import ending_plan
from tests.support.example_year import LAST_DAY, ended
from tests.support.plans import TODAY

NEXT = Quarter(2027, 1)


def key_result(plan: Plan, item_id: str) -> KeyResult:
    return next(found for objective in plan.objectives for found in objective.key_results if found.id == item_id)


def next_plan(desk: Desk) -> Plan:
    path = desk.repository.path(NEXT)
    return decode(path.read_bytes(), path)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_level_says_which_weeks_keep_its_score_below_one(tmp_path: Path, size: tuple[int, int]) -> None:
    """Kept in every week that was checked in, it came out at 0.9 and nothing said why."""
    async with at_desk(tmp_path, ended(), size=size, today=LAST_DAY) as desk:
        await desk.press("Z", *["down"] * 10)
        said = " ".join(" ".join(desk.lines[-6:]).split())
        assert "3.3 Answer demo requests within 4 working hours" in said
        assert "kept in 12 of 13 weeks; 1 week without a check-in counts as missed: 0.9, delivered" in said


async def test_that_a_reason_is_asked_for_stands_apart_from_the_score(tmp_path: Path) -> None:
    """Beside each other, the two words read as one question."""
    async with at_desk(tmp_path, ended(), size=(120, 36), today=LAST_DAY) as desk:
        await desk.press("Z", *["enter"] * 4)
        assert "0.9  delivered  why?" in desk.screen


async def test_enter_typed_ahead_confirms_nothing_that_was_not_seen(tmp_path: Path) -> None:
    """Over a slow link Z showed nothing at first, and the enter after it made a final value of a week-old one."""
    async with at_desk(tmp_path, ending_plan()) as desk:
        await desk.press_ahead("Z", "enter")
        assert key_result(desk.plan, "kr0002").check_ins[-1].date == dt.date(2026, 11, 2)
        assert "enter keeps 2" in desk.screen
        await desk.press("escape")
        await desk.press_ahead("Z", "3", "enter")
        assert key_result(desk.plan, "kr0002").check_ins[-1].value == 3, "a value that was typed is meant"
        await desk.press("tab", "tab")
        await desk.press_ahead("tab", "tab", "tab", "enter")
        assert "Enter closes it now" in desk.screen and desk.plan.closed_on is None
        await desk.press("enter")
        assert desk.plan.phase == "closed"


async def test_a_title_stays_apart_from_a_long_value(tmp_path: Path) -> None:
    plan = ending_plan()
    (first, *rest), others = plan.objectives[0].key_results, plan.objectives[1:]
    seen = first.check_ins[-1].replace(value=Decimal(1850))
    long = first.replace(title="Grow branded search up from 1,000 to 2,000 a month by new talks and podcasts")
    long = long.replace(target=Decimal(2000), check_ins=(seen,))
    objective = plan.objectives[0].replace(key_results=(long, *rest))
    async with at_desk(tmp_path, plan.replace(objectives=(objective, *others))) as desk:
        await desk.press("Z")
        assert re.search("… +1,850/2,000", desk.screen)
        await desk.press("tab")
        assert re.search("… +1,850/2,000", desk.screen)


async def test_a_quarter_is_closed_step_by_step_and_each_answer_is_saved_at_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ending_plan()) as desk:
        await desk.press("Z")
        assert "1.2  Sign 5 partners" in desk.screen, "it begins with the one that has no final value"
        assert "? of 2 Nov" in desk.screen and "was 2 on 2 Nov, target 5 people" in desk.screen
        await desk.type("400")
        await desk.press("enter")
        assert "200 times the last value, 2: enter again keeps it" in desk.screen, "a slip is asked about"
        await desk.press("4", "enter")
        last = key_result(desk.plan, "kr0002").check_ins[-1]
        assert (last.date, last.value, last.confidence) == (TODAY, Decimal(4), None)
        assert (
            "2 Scores" in desk.screen and "2 committed key results are not at 1.0: say what was missing" in desk.screen
        )
        assert "26 of 30 people: 0.6, partly" in desk.screen
        await desk.press("enter")
        assert "committed: why not all of it?" in desk.screen and "what was missing, and why" in desk.screen
        await desk.type("0.7")
        await desk.press("enter")
        assert "why 0.7 and not 0.6?" in desk.screen, "a number is a score, and no reason"
        await desk.press("up", "enter")
        await desk.type("Budget was cut")
        await desk.press("enter")
        assert key_result(desk.plan, "kr0001").score is None, "the score still follows from the values"
        await desk.type("7")
        await desk.press("enter")
        assert "a score is a number from 0 to 1" in desk.screen
        await desk.press("backspace")
        await desk.type("0.9")
        await desk.press("enter", "enter")
        assert "say why it is 0.9 and not 0.8" in desk.screen, "an own score takes a note"
        await desk.type("One signed today")
        await desk.press("enter", "enter")
        scored = key_result(desk.plan, "kr0002")
        assert (scored.score, scored.score_note) == (Decimal("0.9"), "One signed today")
        assert "What went well?" in desk.screen
        await desk.type("u and 1 are letters here")
        await desk.press("tab", "tab")
        assert desk.plan.retrospective.went_well == "u and 1 are letters here"
        await desk.type("Start earlier")
        await desk.press("tab")
        assert desk.plan.retrospective.change_next == "Start earlier"
        assert "score 0.9, delivered" in desk.screen and "still open: 1 question not answered" in desk.screen
        assert "Partly delivered" in desk.screen and "Budget was cut" in desk.screen
        await desk.press("enter")
        assert (desk.plan.phase, desk.plan.closed_on) == ("closed", TODAY)
        assert "closed · score 0.9" in desk.lines[0]
        assert "R reopens the quarter" in " ".join(desk.screen.split())


async def test_enter_alone_makes_no_final_value_of_a_baseline_that_nobody_measured(tmp_path: Path) -> None:
    plan = ending_plan()
    first, second = plan.objectives
    unmeasured = first.replace(key_results=(first.key_results[0], first.key_results[1].replace(check_ins=())))
    async with at_desk(tmp_path, plan.replace(objectives=(unmeasured, second))) as desk:
        await desk.press("Z", "enter")
        assert "it was never measured: enter again takes the baseline, 0" in " ".join(desk.screen.split())
        assert key_result(desk.plan, "kr0002").check_ins == ()
        await desk.press("enter")
        assert key_result(desk.plan, "kr0002").check_ins[-1].value == 0


async def test_the_close_is_left_and_gone_on_with_and_a_closed_quarter_takes_late_values_alone(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ending_plan()) as desk:
        await desk.press("Z")
        await desk.type("3")
        await desk.press("escape")
        assert "▼ 1 Build" in desk.screen and key_result(desk.plan, "kr0002").check_ins[-1].value == 2
        await desk.press("Z")
        assert "reads as 3 people" in desk.screen, "what was half typed is still there"
        await desk.press("enter", "tab")
        await desk.type("Half a thought")
        await desk.press("escape", "Z")
        assert "Half a thought" in desk.screen and desk.plan.retrospective.went_well == "Half a thought"
        await desk.press("tab", "tab", "tab", "enter")
        assert desk.plan.phase == "closed"
        await desk.press("1", "d")
        assert "is closed; check-ins and scores" in desk.status and len(desk.plan.objectives) == 2, (
            "all else is kept as it was"
        )
        await desk.press("Z", "shift+tab", "shift+tab", "pageup")
        await desk.type("29")
        await desk.press("enter")
        assert key_result(desk.plan, "kr0001").check_ins[-1].value == Decimal(29), "late values come in"
        await desk.press("tab", "tab", "R")
        await desk.type("Wrong day")
        await desk.press("enter")
        reopened = desk.plan
        assert (reopened.phase, reopened.changes[-1].reason) == ("active", "Wrong day")
        await desk.press("u")
        assert desk.plan.phase == "closed" and desk.plan.changes == ()


async def test_what_goes_on_is_chosen_seen_and_written_into_the_next_quarter(tmp_path: Path) -> None:
    plan = ending_plan().replace(phase="closed", closed_on=TODAY)
    async with at_desk(tmp_path, plan) as desk:
        assert "Z reopens it" in desk.status
        await desk.press("greater_than_sign")
        assert "into 2027-Q1, which is made now" in desk.screen
        lines = {line[1]: line for line in desk.lines[4:6]}
        assert "[keep]" in lines["1"] and "[abandon]" in lines["2"], "what is reached stays behind unless one says so"
        assert "A podcast (Helen; 2026-Q4)" in desk.screen, "a request whose time has come"
        assert "1 title still names old numbers; it is marked in 2027-Q1" in desk.screen, "from 20 to 30"
        await desk.press("t")
        assert "1 unfinished action will come along" in desk.screen
        await desk.press("escape")
        await desk.press_ahead("greater_than_sign", "enter")
        assert not desk.repository.exists(NEXT), "nothing is written before an enter at what is seen"
        await desk.press("escape")
        await desk.press("greater_than_sign")
        assert "targets left open" not in desk.screen
        await desk.press("space")
        assert "1 Build a steady demand (2 key results; targets left open)" in desk.screen, "said before it is done"
        await desk.press("enter")
        assert "carried over 1 objective from 2026-Q4; u takes that back" in desk.status
        assert "1 Build a steady demand" in desk.screen
        await desk.press("u")
        assert next_plan(desk).objectives == (), "where it was too much, it goes as it came"
        await desk.press("ctrl+r")
        (carried,) = next_plan(desk).objectives
        assert carried.carried_from == "ob0001"
        assert [found.target for found in carried.key_results] == [None, None], "to be set anew"
        assert [found.baseline for found in carried.key_results] == [Decimal(26), Decimal(2)]
        assert [found.title for found in carried.key_results[1].actions] == ["Call the three that hesitate"]
        await desk.press("left_square_bracket", "greater_than_sign")
        assert "carried over already" in desk.screen
        await desk.press("left", "left", "enter")
        assert [found.carried_from for found in next_plan(desk).objectives] == ["ob0001", "ob0002"]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_was_planned_and_never_committed_is_not_scored_and_can_be_carried_over(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Whoever planned in October and never committed would type it all again for the next quarter."""
    plan = ending_plan().replace(phase="planning", committed_on=None)
    async with at_desk(tmp_path, plan, size=size, quarter=plan.quarter, today=dt.date(2027, 1, 4)) as desk:
        assert "2026-Q4 ended uncommitted; > carries it over" in desk.status
        assert "2026-Q4 planning · over" in desk.lines[0], "no week of it is left"
        await desk.press("Z")
        assert "2026-Q4: planned but never committed" in desk.screen and "score 0" not in desk.screen
        assert "2.1 Train 6 colleagues" in desk.screen, "what was planned is in sight"
        assert "Enter carries over into 2027-Q1." in desk.screen
        await desk.press("enter")
        assert "into 2027-Q1, which is made now" in desk.screen and "0.6" not in desk.screen
        await desk.press("enter")
        (carried,) = next_plan(desk).objectives
        assert [found.baseline for found in carried.key_results] == [Decimal(26), Decimal(2)]
        assert [found.target for found in carried.key_results] == [Decimal(30), Decimal(5)]


async def test_a_plan_that_is_not_over_can_be_carried_over_before_it_is_committed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ending_plan().replace(phase="planning", committed_on=None)) as desk:
        await desk.press("Z", "enter")
        assert "it was never committed; there is nothing to close" in desk.status
        await desk.press("escape", "greater_than_sign", "enter")
        assert [found.carried_from for found in next_plan(desk).objectives] == ["ob0001"]


async def test_a_next_quarter_that_was_promised_already_is_left_alone(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ending_plan()) as desk:
        desk.repository.create(Plan.empty(NEXT).replace(phase="active"))
        before = desk.repository.path(NEXT).read_bytes()
        await desk.press("greater_than_sign", "enter")
        assert "2027-Q1 is committed already" in desk.status
        assert desk.repository.path(NEXT).read_bytes() == before


async def test_a_score_that_waits_for_its_reason_is_not_forgotten_by_looking_elsewhere(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ending_plan()) as desk:
        await desk.press("Z", "tab")
        await desk.type("90 %")
        await desk.press("enter")
        assert "why 0.9 and not 0.6?" in desk.screen
        await desk.press("tab", "shift+tab")
        assert "why 0.9 and not 0.6?" in desk.screen
        await desk.type("One more signed")
        await desk.press("enter")
        assert key_result(desk.plan, "kr0001").score == Decimal("0.9")


async def test_a_score_and_half_a_reason_are_there_again_after_the_line_dropped(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ending_plan()) as desk:
        await desk.press("Z", "tab")
        await desk.type("0.9")
        await desk.press("enter")
        await desk.type("Half a rea")
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        await desk.press("o")
        assert "why 0.9 and not 0.6?" in desk.screen and "Half a rea" in desk.screen
        await desk.type("son")
        await desk.press("enter")
        scored = key_result(desk.plan, "kr0001")
        assert (scored.score, scored.score_note) == (Decimal("0.9"), "Half a reason")
        drafts = desk.repository.directory / ".okrtui" / "drafts"
        assert list(drafts.iterdir()) == [], "what is saved is not asked about again"


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_why_a_level_that_is_kept_now_scores_little_is_said_where_the_reason_is_asked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    plan = ending_plan()
    demand, trust = plan.objectives
    level = demand.key_results[0].replace(kind="at_most", baseline=None)
    plan = plan.replace(objectives=(demand.replace(key_results=(level,)), trust))
    async with at_desk(tmp_path, plan, size=size) as desk:
        await desk.press("Z", "enter")
        said = " ".join(desk.screen.split())
        assert "kept in 1 of 6 weeks" in said and "Why not in all of them?" in said
