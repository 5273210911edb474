"""The planning guide: from nothing to the commit, left at any step and taken up again."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.i18n import CODES, Code, speak
from okrtui.model.plan import Action, KeyResult, Objective, Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.repository import Repository
from tests.support.desk import LARGE, at_desk, clock
from tests.support.example_year import PLANNED_ON, planned
from tests.support.plans import TODAY, planned_plan, small_plan

EMPTY = Plan.empty(Quarter(2026, 4))


async def test_a_plan_grows_in_the_guide_and_each_line_is_on_disk_at_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("j", "enter")
        assert "1 focus" in desk.screen
        assert "What is this quarter about, in one line that leadership would repeat?" in desk.screen
        await desk.type("Inbound first")
        await desk.press("enter")
        assert desk.plan.focus == "Inbound first"
        assert "Where do you want to go?" in desk.screen, "the focus is one line: what is typed next is an objective"
        await desk.type("Generate 53 MQLs")
        await desk.until(lambda: '"53" says how much' in desk.screen)
        await desk.press("ctrl+a", "ctrl+k")
        await desk.type("Build a new demand channel")
        await desk.press("ctrl+n")
        assert [it.title for it in desk.plan.objectives] == ["Build a new demand channel"], "going on takes the line"
        assert "What proves it? Objective 1 of 1" in desk.screen
        await desk.type("Increase MQLs from 20 to 30 by 15 Dec")
        await desk.press("enter")
        (key_result,) = desk.plan.objectives[0].key_results
        assert (key_result.baseline, key_result.target, key_result.due) == (
            Decimal(20),
            Decimal(30),
            dt.date(2026, 12, 15),
        )
        assert "·M··T" in desk.screen, "the lights say what is missing"
        await desk.press("escape")
        await desk.type("Train 5 people")
        await desk.press("tab")
        assert "New key result" in desk.screen
        await desk.press("ctrl+s", "right")
        assert [it.title for it in desk.plan.objectives[0].key_results][1:] == ["Train 5 people"]
        await desk.type("Draft the plan by 12 Oct")
        await desk.press("enter")
        (action,) = desk.plan.objectives[0].key_results[0].actions
        assert (action.title, action.due) == ("Draft the plan", dt.date(2026, 10, 12))
        await desk.press("up", "d", "u")
        assert desk.plan.objectives[0].key_results[0].actions == (action,), "u takes the deletion back"


async def test_leaving_keeps_the_place_and_what_is_half_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, EMPTY.replace(objectives=small_plan().objectives)) as desk:
        await desk.press("p", "right", "right", "right")
        assert "Objective 2 of 2" in desk.screen
        await desk.type("Halve the ti")
        await desk.press("escape")
        assert "p goes on with planning" in desk.status
        assert "p guide" in desk.lines[-1], "the way back stays in sight while the quarter is planned"
        await desk.press("p")
        assert "Objective 2 of 2" in desk.screen and "> Halve the ti" in desk.screen
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        await desk.until(lambda: "planning goes on where you were" in desk.screen)
        await desk.until(lambda: "Objective 2 of 2" in desk.screen and "> Halve the ti" in desk.screen)
        await desk.press("enter")
        assert desk.plan.objectives[1].key_results[0].title == "Halve the ti"
        await desk.press("escape", "escape")
    async with at_desk(tmp_path) as desk:
        assert "1.1 Increase MQLs" in desk.screen, "who left the guide on purpose is not thrown into it"


async def test_what_the_quarter_before_leaves_is_taken_over_changed_or_left(tmp_path: Path) -> None:
    old = small_plan().replace(
        quarter=Quarter(2026, 3),
        start=dt.date(2026, 7, 1),
        end=dt.date(2026, 9, 30),
        phase="closed",
        not_now=(
            Parked(id="rq0001", request="Start a podcast", asked_by="Sales", revisit=Quarter(2026, 4)),
            Parked(id="rq0002", request="Sponsor a fair", revisit=Quarter(2026, 4)),
        ),
    )
    Repository(tmp_path / "plans", clock).create(old)
    async with at_desk(tmp_path, EMPTY, quarter=EMPTY.quarter) as desk:
        await desk.press("p")
        await desk.until(lambda: "From 2026-Q3" in desk.screen)
        await desk.press("up", "t")
        (taken,) = desk.plan.objectives
        assert (taken.carried_from, taken.key_results[0].baseline, taken.key_results[0].target) == (
            "ob0001",
            Decimal(26),
            Decimal(30),
        )
        assert not taken.key_results[0].check_ins and not taken.key_results[0].actions
        assert "taken over" in desk.screen
        await desk.press("c")
        (changed,) = desk.plan.objectives
        assert changed.key_results[0].target is None, "to be changed: the targets are open"
        await desk.press("s")
        (with_actions,) = desk.plan.objectives
        assert [it.title for it in with_actions.key_results[0].actions] == ["Approve the template"]
        await desk.press("d")
        assert not desk.plan.objectives, "left behind after all"
        await desk.press("G", "w", "G", "t")
        assert [(it.request, it.status) for it in desk.plan.not_now] == [
            ("Sponsor a fair", "parked"),
            ("Start a podcast", "adopted"),
        ]
        assert [it.title for it in desk.plan.objectives] == ["Start a podcast"]


async def test_the_review_holds_everything_in_the_way_one_key_from_being_mended_and_commits(tmp_path: Path) -> None:
    whole = small_plan().objectives[0].key_results[0]
    undated = whole.replace(id="kr0009", title="Send 3 newsletters", due=None, accepted={}, baseline=Decimal(0))
    undated = undated.replace(target=Decimal(3), unit="newsletters", definition="")
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(undated,)),))
    async with at_desk(tmp_path, plan.replace(objectives=(*plan.objectives, Objective(id="ob0002")))) as desk:
        await desk.press("X")
        assert "to mend before the commit" in desk.screen and "not committed yet;" in desk.status
        await desk.press("X")
        assert desk.plan.phase == "planning" and "not committed yet;" in desk.status
        await desk.press("F")
        assert desk.plan.objectives[0].key_results[0].due == dt.date(2026, 12, 31)
        await desk.press("enter")
        assert "Objective 2" in desk.screen, "enter opens the form of the item"
        await desk.press("escape", "j", "enter")
        assert "What proves it? Objective 2 of 2" in desk.screen, "or the screen on which what is missing is written"
        await desk.press("left", "left", "up", "G", "d", "escape", "q")
    async with at_desk(tmp_path) as desk:
        await desk.press("X")
        assert "Commit 2026-Q4: 1 objective and 1 key result" in desk.screen
        await desk.press("escape", "p")
        assert "1 error" not in desk.screen
        await desk.press("ctrl+o", "right")
        assert "Commit 2026-Q4: 1 objective and 1 key result" in desk.screen, "the arrow goes on, as in the guide"
        await desk.press("escape", "escape", "X", "c")
        assert (desk.plan.phase, desk.plan.committed_on) == ("active", TODAY)
        assert desk.status == "saved: committed 2026-Q4"
        await desk.press("p")
        assert "planned and committed" in desk.status
        await desk.press("u")
        assert desk.plan.phase == "planning", "undo takes the commit back"


async def test_what_the_coach_says_of_a_line_stays_in_sight_once_it_is_taken(tmp_path: Path) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Increase website traffic by 30%")
        await desk.press("enter")
        assert '1.1 !! M measurable: "30%" hides how many there are' in desk.screen, "taken before the coach had spoken"
        await desk.press("escape")
        await desk.type("Increase MQLs from 20 to 30 by 15 Dec")
        await desk.press("enter")
        assert "hides how many" not in desk.screen, "what was taken last is right"
        await desk.press("left", "left", "right")
        assert "8 answers are still to give (1.1 baseline, target, unit, confidence," in desk.screen
        assert "1.2 confidence, feasible" in " ".join(desk.screen.split()), "which key result lacks them is said"
        assert "The review will ask for them" in desk.screen, "who leaves them open is told where they come back"


async def test_who_only_follows_the_guide_ends_with_a_plan_that_can_be_committed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, EMPTY) as desk:
        await desk.press("p")
        await desk.type("Inbound first")
        await desk.press("enter")
        await desk.type("Build a new demand channel")
        await desk.press("enter", "enter")
        await desk.type("Increase MQLs from 20 to 30")
        await desk.press("enter")
        assert "confidence in 1.1 > 0-10" in desk.screen and "? How likely is it, from 0 to 10?" in desk.screen
        await desk.type("11")
        await desk.press("enter")
        assert '!! "11" is no whole number from 0 to 10' in desk.screen, "a wrong answer stays in the line"
        await desk.press("ctrl+a", "ctrl+k")
        await desk.type("6")
        await desk.press("enter")
        assert "why 1.1 is feasible > how it moves the objective" in desk.screen
        await desk.type("Two tracks are funded")
        await desk.press("enter")
        assert "due date of 1.1 > such as 31 Dec" in desk.screen
        await desk.type("later")
        await desk.press("enter")
        assert "friday, end of march or +2w" in " ".join(desk.screen.split())
        await desk.press("ctrl+u")
        await desk.type("mid december")
        await desk.press("enter")
        (key_result,) = desk.plan.objectives[0].key_results
        assert (key_result.confidence, key_result.realistic) == (6, "Two tracks are funded")
        assert key_result.due == dt.date(2026, 12, 15)
        assert "> Grow newsletter" in desk.screen and "ready to commit" in desk.lines[0], (
            "the next key result may be written"
        )
        await desk.press("enter")
        await desk.type("Draft the plan by 12 Oct")
        await desk.press("enter", "enter", "m")
        assert "Nothing is in the way" in desk.screen


async def test_answers_that_were_left_open_are_asked_for_by_the_next_look_and_by_a_key(tmp_path: Path) -> None:
    bare = KeyResult(id="kr0001", title="Win 5 partners", baseline=Decimal(0), target=Decimal(5), unit="partners")
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(bare,)),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        assert "enter answer" in desk.lines[-1], "the line is for a new key result first"
        await desk.press("enter")
        assert "confidence in 1.1 > 0-10" in desk.screen and "enter → skip" in desk.lines[-1]
        await desk.press("enter")
        assert "why 1.1 is feasible > how" in desk.screen, "an empty line leaves one question open"
        await desk.press("enter", "enter")
        assert "> Grow newsletter readers" in desk.screen, "and the next sentence has its line after the last"
        await desk.press("enter")
        assert "How to get there?" in desk.screen, "and is not asked again on the way on"
        await desk.press("left", "enter")
        await desk.type("6")
        await desk.press("enter")
        assert desk.plan.objectives[0].key_results[0].confidence == 6
        await desk.type("We know one th")
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        await desk.until(lambda: "planning goes on where you were" in desk.screen)
        assert "why 1.1 is feasible > We know one th" in desk.screen, "half an answer is no key result"
        await desk.press("tab")
        assert "Key result 1.1" in desk.screen and "We know one th" in desk.screen, "the form goes on with it"


async def test_an_arrow_goes_back_to_the_question_before_with_its_answer(tmp_path: Path) -> None:
    bare = KeyResult(id="kr0001", title="Win 5 partners", baseline=Decimal(0), target=Decimal(5), unit="partners")
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(bare,)),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right", "enter")
        await desk.type("5-6")
        await desk.press("enter")
        assert '!! "5-6" is a range; pick one: 5 or 6' in desk.screen
        await desk.press("ctrl+u")
        await desk.type("60 %")
        await desk.press("enter", "enter")
        assert "due date of 1.1 >" in desk.screen and desk.plan.objectives[0].key_results[0].confidence == 6
        await desk.press("left")
        assert "why 1.1 is feasible > how" in desk.screen, "the one that was passed over"
        await desk.press("left")
        assert "confidence in 1.1 > 6" in desk.screen, "the one that was answered, with its answer"
        await desk.press("backspace")
        await desk.type("7")
        await desk.press("enter")
        assert desk.plan.objectives[0].key_results[0].confidence == 7
        assert "why 1.1 is feasible > how" in desk.screen, "and from there on as before"
        await desk.press("left", "ctrl+u", "enter")
        assert desk.plan.objectives[0].key_results[0].confidence is None, "an answer may be taken back"
        await desk.press("left", "left")
        assert "> Grow newsletter" in desk.screen, "before the first question lies the line for a new key result"
        await desk.press("left")
        assert "Where do you want to go?" in desk.screen


async def test_a_sentence_that_was_meant_as_the_next_key_result_becomes_one(tmp_path: Path) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Grow the list")
        await desk.press("enter")
        assert "starting value of 1.1 >" in desk.screen
        await desk.type("Win over five partners")
        await desk.press("enter")
        assert '!! "Win over five partners" is no number' in desk.screen
        assert "Is it a new key result? esc skips the questions and keeps what is written." in desk.screen
        await desk.press("escape")
        assert "  > Win over five partners" in desk.screen
        await desk.press("enter")
        assert [it.title for it in desk.plan.objectives[0].key_results] == ["Grow the list", "Win over five partners"]
        assert "starting value of 1.2 >" in desk.screen
        await desk.press("escape")
        assert "> Grow newsletter" in desk.screen and "esc plan" in desk.lines[-1], "nothing more is asked"


@pytest.mark.parametrize("skipped", [0, 2, 3, 5], ids=["starting value", "unit", "confidence", "due date"])
async def test_lines_typed_one_after_the_other_become_key_results_whatever_is_asked(
    tmp_path: Path, skipped: int
) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Grow the list")
        await desk.press("enter", *["enter"] * skipped)
        lines = ("Demo requests from 10 to 20 by 15 Dec", "Keep churn below 2%", "Ask 12 customers for a review")
        for line in lines:
            await desk.type(line)
            await desk.press("enter")
        titles = [it.title for it in desk.plan.objectives[0].key_results]
        assert titles == ["Grow the list", "Demo requests from 10 to 20", *lines[1:]]
        assert "confidence in 1.4 >" in desk.screen, "the last of them is asked about"


@pytest.mark.parametrize("answer", ["I would say 6 out of 10", "about 6, because we did it before", "quite sure, a 7"])
async def test_a_wordy_confidence_is_no_key_result(tmp_path: Path, answer: str) -> None:
    bare = KeyResult(id="kr0001", title="Win 5 partners", baseline=Decimal(0), target=Decimal(5), unit="partners")
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(bare,)),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right", "enter")
        assert "confidence in 1.1 >" in desk.screen
        await desk.type(answer)
        await desk.press("enter")
        assert len(desk.plan.objectives[0].key_results) == 1 and "confidence in 1.1 >" in desk.screen


async def test_the_guide_tells_how_a_name_behind_a_comma_becomes_the_owner(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("p", "right", "right", "right")
        await desk.type("Write the brief by Friday, Ann")
        await desk.until(lambda: "write @Ann to name the owner" in desk.screen)
        assert "fills in due 13 Nov" in desk.screen


async def test_a_share_in_an_answer_is_taken_with_its_unit(tmp_path: Path) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Raise the open rate of the newsletter")
        await desk.press("enter")
        assert "starting value of 1.1 >" in desk.screen
        await desk.type("31,5 %")
        await desk.press("enter")
        assert "target of 1.1 >" in desk.screen
        await desk.type("38%")
        await desk.press("enter")
        assert "unit of 1.1 >" not in desk.screen
        first = desk.plan.objectives[0].key_results[0]
        assert (first.baseline, first.target, first.unit) == (Decimal("31.5"), Decimal(38), "%")


async def test_what_an_answer_counts_is_taken_as_the_unit_and_not_asked_for(tmp_path: Path) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Grow what the campaign brings")
        await desk.press("enter", "enter")
        assert "target of 1.1 >" in desk.screen
        await desk.type("1,800 clicks")
        await desk.press("enter")
        first = desk.plan.objectives[0].key_results[0]
        assert (first.target, first.unit) == (Decimal(1800), "clicks")
        assert "confidence in 1.1 >" in desk.screen


async def test_a_remark_is_no_unit(tmp_path: Path) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Grow what the campaign brings")
        await desk.press("enter", "enter", "enter")
        assert "unit of 1.1 >" in desk.screen
        await desk.type("via the lead magnet and guest posts")
        await desk.press("enter")
        assert "is too long for a unit; a word or two do" in " ".join(desk.screen.split())


async def test_how_to_name_the_owner_is_told_of_a_line_that_is_taken_already(tmp_path: Path) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Win 200 bookings by 15 Dec (Nadia)")
        await desk.press("enter", "escape")
        assert "1.1 write @Nadia to name the owner" in desk.screen


async def test_a_date_that_is_none_is_mended_where_dates_are_written(tmp_path: Path) -> None:
    unclear = Action(id="ac0001", title="Call the printer by 2/5")
    whole = small_plan().objectives[0].key_results[0].replace(actions=(unclear,))
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(whole,)),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "ctrl+o")
        await desk.press_until("down", lambda: '"2/5" could be' in "".join(desk.lines[-6:]))  # the foot tells it
        await desk.press("enter", "ctrl+u")
        await desk.type("5 Dec")
        await desk.press("ctrl+s")
        action = desk.plan.objectives[0].key_results[0].actions[0]
        assert (action.title, action.due) == ("Call the printer by 2/5", dt.date(2026, 12, 5))


async def test_a_whole_key_result_is_not_taken_for_the_reason_why_another_is_feasible(tmp_path: Path) -> None:
    plan = EMPTY.replace(
        objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(KeyResult(id="kr0001"),)),)
    )
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Win leads from 10 to 20 by 15 Dec")
        await desk.press("enter")
        await desk.press_until("enter", lambda: "feasible >" in desk.screen)
        await desk.type("Event leads from 30 to 60 by 15 Dec")
        await desk.press("enter")
        assert "reads like a key result of its own" in desk.screen
        await desk.type("5 now")
        assert "feasible > 5 now" in desk.screen, "what is typed next is no part of what was refused"
        await desk.press("ctrl+u")
        await desk.type("Event leads from 30 to 60 by 15 Dec")
        await desk.press("escape", "enter")
        assert [it.title for it in desk.plan.objectives[0].key_results][-1] == "Event leads from 30 to 60"
        assert desk.plan.objectives[0].key_results[-2].realistic == ""


async def test_the_list_is_left_as_it_was_entered_and_what_is_typed_then_is_the_lines(tmp_path: Path) -> None:
    async with at_desk(tmp_path, EMPTY) as desk:
        await desk.press("p", "right")
        for title in ("Build a new channel", "Improve the pipeline"):
            await desk.type(title)
            await desk.press("enter")
        await desk.press("up", "up", "down", "down")
        await desk.type("used widely")
        await desk.press("enter")
        titles = [it.title for it in desk.plan.objectives]
        assert titles == ["Build a new channel", "Improve the pipeline", "used widely"]


async def test_an_objective_without_a_key_result_is_not_passed_by_the_enter_of_the_one_before(tmp_path: Path) -> None:
    async with at_desk(tmp_path, EMPTY) as desk:
        await desk.press("p", "right")
        for title in ("Build a new channel", "Improve the pipeline"):
            await desk.type(title)
            await desk.press("enter")
        await desk.press("enter", "enter")
        assert "Objective 1 of 2" in desk.screen
        assert desk.status == "objective 1 has no key result yet; enter again goes on without one"
        await desk.press("enter", "enter")
        assert "Objective 2 of 2" in desk.screen and desk.status.startswith("objective 2 has no key result yet")
        await desk.press("left", "right")
        assert "Objective 2 of 2" in desk.screen, "who walks with the arrows is not stopped"


async def test_what_is_wrong_in_an_answer_is_said_and_does_not_count_as_missing(tmp_path: Path) -> None:
    bare = KeyResult(id="kr0001", title="Win 5 partners", baseline=Decimal(0), target=Decimal(5), confidence=6)
    plan = EMPTY.replace(
        objectives=(
            Objective(id="ob0001", title="Build a new channel", key_results=(bare.replace(realistic="They asked us"),)),
        )
    )
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right", "enter")
        for wrong in ("2 000", "60 %"):
            await desk.type(wrong)
            await desk.press("enter")
            assert f'!! "{wrong}" is a number; write what it counts, such as customers' in desk.screen
            await desk.press("ctrl+u")
        await desk.type("partners")
        await desk.press("enter")
        await desk.type("15 March 2025")
        await desk.press("enter")
        assert "1.1 !! T time-bound: due on 15 Mar 2025, before the quarter starts on 1" in desk.screen
        assert "still to give" not in desk.screen
        await desk.press("left", "right")
        assert "1.1 !! T time-bound: due on 15 Mar 2025" in desk.screen, "it stays until it is mended"
        await desk.type("Send 3 newsletters by 15 March 2025")
        await desk.until(lambda: "   !! T time-bound: due on 15 Mar 2025, before the quarter starts" in desk.screen)


async def test_an_empty_plan_is_said_to_have_no_objective_and_no_step_of_it_is_ticked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, EMPTY.replace(focus="Inbound")) as desk:
        await desk.press("p", "ctrl+o")
        await desk.press("X")
        assert desk.status == "not committed yet; there is no objective yet; write the first one"
        assert "✓ focus  2 objectives  3 key results  4 actions  5 review" in desk.screen


async def test_what_is_said_below_the_line_has_the_width_of_the_window(tmp_path: Path) -> None:
    bare = KeyResult(id="kr0001", title="Win 5 partners", baseline=Decimal(0), target=Decimal(5), unit="partners")
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(bare,)),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
    async with at_desk(tmp_path, size=LARGE) as desk:
        await desk.until(lambda: "planning goes on where you were" in desk.screen)
        await desk.until(lambda: "(1.1 confidence, feasible, due). The review will" in desk.screen)
        await desk.resize((60, 24))
        await desk.until(lambda: "3 answers are still to give (1.1 confidence, feasible, due)" not in desk.screen)
        assert "3 answers are still to give (1.1 confidence," in desk.screen


async def test_a_focus_that_is_cleared_is_gone(tmp_path: Path) -> None:
    async with at_desk(tmp_path, EMPTY.replace(focus="Inbound")) as desk:
        await desk.press("p", "ctrl+a", "ctrl+k")
        assert "enter takes it" in desk.lines[-1]
        await desk.press("enter")
        assert desk.plan.focus == "" and "Where do you want to go?" in desk.screen
        await desk.press("left")
        assert "> what this quarter is about, in one line" in desk.screen


@pytest.mark.parametrize("code", CODES)
async def test_the_foot_names_the_templates_and_the_commands(code: Code, tmp_path: Path) -> None:
    speak(code)
    async with at_desk(tmp_path, EMPTY.replace(focus="Inbound")) as desk:
        await desk.press("p", "right")
        assert "ctrl+t" in desk.lines[-1] and "ctrl+p" in desk.lines[-1]


async def test_from_a_step_that_the_review_led_to_a_key_leads_back_with_what_is_typed(tmp_path: Path) -> None:
    plan = EMPTY.replace(focus="Inbound", objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("X", "enter")
        assert "What proves it?" in desk.screen and "ctrl+o back to the review" in desk.lines[-1]
        await desk.type("Win 5 partners")
        assert "ctrl+o back to the review" in desk.lines[-1]
        await desk.press("ctrl+o")
        assert [it.title for it in desk.plan.objectives[0].key_results] == ["Win 5 partners"]
        assert "to mend before the commit" in desk.screen
        await desk.press("escape", "p", "left")
        assert "back to the review" in desk.lines[-1]
        await desk.press("escape", "p", "ctrl+n")
        assert "back to the review" not in desk.lines[-1], "it was the guide that was asked for"


async def test_a_form_that_the_guide_opened_is_gone_on_with_in_the_guide(tmp_path: Path) -> None:
    async with at_desk(tmp_path, EMPTY) as desk:
        await desk.press("p", "right")
        await desk.type("Build a new channel")
        await desk.press("tab", "tab")
        await desk.type("It pays")
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        await desk.until(lambda: "open it again" in desk.screen)
        await desk.press("o")
        await desk.until(lambda: "New objective" in desk.screen)
        await desk.press("ctrl+s")
        assert [(it.title, it.why) for it in desk.plan.objectives] == [("Build a new channel", "It pays")]
        assert "Where do you want to go?" in desk.screen and "1 so far" in desk.screen


async def test_a_warning_is_accepted_in_the_review_with_its_reason(tmp_path: Path) -> None:
    whole = small_plan().objectives[0].key_results[0].replace(definition="")
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(whole,)),))
    async with at_desk(tmp_path, plan, size=LARGE) as desk:
        await desk.press("p", "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n")
        assert "Nothing is in the way" in desk.screen
        await desk.press("j", "j", "x")
        await desk.type("Everybody knows")
        await desk.press("enter")
        assert desk.plan.objectives[0].key_results[0].accepted == {"kr-no-definition": "Everybody knows"}
        assert "1 accepted on purpose" in desk.screen
        assert "! nothing says what counts" not in desk.screen


async def test_a_step_that_is_behind_counts_as_done_once_nothing_is_left_in_it(tmp_path: Path) -> None:
    bare = EMPTY.replace(objectives=(Objective(id="ob0001", title="Improve the pipeline"),))
    async with at_desk(tmp_path, bare) as desk:
        await desk.press("p", "right", "right", "right")
        assert "1 focus  ✓ objectives  3 key results" in desk.screen, "nothing is said of the focus"
        await desk.press("right")
        assert "✓ objectives  3 key results" in desk.screen, "an objective without a key result is not done"
        assert "to mend before the commit" in desk.lines[0]


async def test_the_examples_of_the_lines_lie_in_the_quarter(tmp_path: Path) -> None:
    plan = planned_plan().replace(quarter=Quarter(2027, 1), start=dt.date(2027, 1, 1), end=dt.date(2027, 3, 31))
    async with at_desk(tmp_path, plan, quarter=Quarter(2027, 1), today=dt.date(2026, 12, 20)) as desk:
        await desk.press("p", "right", "right")
        assert "Grow newsletter readers from 400 to 600 by 15 Mar @Ana" in desk.screen
        await desk.press("right", "right", "right")
        assert "Draft the plan by 12 Jan" in desk.screen


async def test_the_foot_of_the_review_offers_what_acts_on_the_finding(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned(), today=PLANNED_ON) as desk:
        await desk.press("X")
        assert "x accept" in desk.lines[-1] and "apply fix" not in desk.lines[-1] and "commit" not in desk.lines[-1]
        await desk.press("j", "j")
        assert "F apply fix" in desk.lines[-1]
        await desk.press("F")
        assert "apply fix" not in desk.lines[-1]


async def test_a_template_starts_a_quarter_and_one_objective_of_it_joins_a_plan(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.press("j", "j", "enter")
        await desk.type("product")
        await desk.press("enter")
        count = len(desk.plan.objectives)
        assert 3 <= count <= 5 and desk.plan.quarter == EMPTY.quarter
        ids = [it.id for it in desk.plan.objectives]
        await desk.press("p", "ctrl+t")
        await desk.type("readers into contacts")
        await desk.press("down", "enter")
        assert len(desk.plan.objectives) == count + 1
        assert [it.id for it in desk.plan.objectives[:-1]] == ids
        assert "inserted" in desk.status and all(
            isinstance(it, KeyResult) for it in desk.plan.objectives[-1].key_results
        )


async def test_what_was_said_of_a_line_is_gone_once_other_words_are_written(tmp_path: Path) -> None:
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel"),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Increase MQLs from 20 to 30")
        await desk.until(lambda: "fills in from 20 to 30 MQLs" in desk.screen)
        await desk.press("ctrl+u")
        await desk.type("N")
        assert "fills in" not in desk.screen
