"""The lines that titles and answers are written in, and what the foot says of them and of what was written."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.coach.field_help import asked
from okrtui.i18n import CODES, Code, speak
from okrtui.model.plan import KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from tests.support.desk import LARGE, at_desk
from tests.support.plans import planned_plan, small_plan

EMPTY = Plan.empty(Quarter(2026, 4))
BARE = KeyResult(id="kr0001", title="Win 5 partners", baseline=Decimal(0), target=Decimal(5), unit="partners")
ONE = EMPTY.replace(
    focus="Inbound", objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(BARE,)),)
)
HELP = "Keys and marks"


@pytest.mark.parametrize("sign", ["?", " ?", "\N{FULLWIDTH QUESTION MARK}", "\N{ARABIC QUESTION MARK}"])
async def test_a_lone_question_mark_in_the_guide_shows_the_help_and_becomes_no_objective(
    tmp_path: Path, sign: str
) -> None:
    async with at_desk(tmp_path, EMPTY.replace(focus="Inbound")) as desk:
        await desk.press("p", "right", *sign)
        assert desk.lines[-1].startswith(" enter help")
        await desk.press("enter")
        assert HELP in desk.screen and "The planning guide" in desk.screen
        await desk.press("escape")
        assert not desk.plan.objectives and "> where to go" in desk.screen, "the line is as it was"
        await desk.type("Build a new channel")
        await desk.press("enter")
        assert [it.title for it in desk.plan.objectives] == ["Build a new channel"], "writing goes on"


@pytest.mark.parametrize("key", ["enter", "tab", "ctrl+n", "ctrl+o"])
async def test_no_key_of_the_guide_takes_a_lone_question_mark(tmp_path: Path, key: str) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right", "?", key)
        assert HELP in desk.screen
        await desk.press("escape")
        assert desk.plan == ONE and "What proves it?" in desk.screen


async def test_a_lone_question_mark_is_told_what_a_question_of_the_guide_asks(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right", "enter", "enter")
        assert "feasible >" in desk.screen
        await desk.press("?", "enter")
        assert asked("key result", "realistic")[:40] in desk.screen
        await desk.press("escape")
        assert desk.plan == ONE and "feasible >" in desk.screen, "it is still asked for"


async def test_once_a_new_key_result_is_answered_for_the_line_asks_nothing_of_another(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Increase demo requests from 5 to 9 by 15 Dec")
        await desk.press("enter", "5", "enter")
        await desk.type("two talks are agreed")
        await desk.press("enter")
        assert "What proves it?" in desk.screen and "in 1.1 >" not in desk.screen
        await desk.press("enter")
        assert "confidence in 1.1 >" in desk.screen, "enter on the empty line asks for what is open"


async def test_a_question_stands_alone_and_what_may_be_accepted_names_its_key(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE, size=LARGE) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Raise the open rate from 31% to 40% by 15 Dec")
        await desk.press("enter")
        assert "1.2 !! M measurable" in desk.screen and "↑ x accepts" in desk.screen
        await desk.press("escape")
        await desk.type("Increase demo requests from 5 to 9 by 15 Dec")
        await desk.press("enter")
        assert "confidence in 1.3 >" in desk.screen and "1.2 !!" not in desk.screen


async def test_what_is_accepted_is_what_the_coach_speaks_of_and_not_something_lighter(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE, size=LARGE) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Raise the open rate from 31% to 40% by 15 Dec")
        await desk.press("enter", "escape")
        await desk.type("Increase demo requests from 5 to 9")
        await desk.press("enter", "escape", "up", "x")
        assert "Accept: a share hides how many there are" in desk.screen, "S is dark, too, but only by a warning"
        await desk.press("escape", "escape", "g", "end", "k", "x")
        assert "Accept: a share hides how many there are" in desk.screen, "the Plan view accepts the same"


async def test_numbers_that_a_title_says_stand_once_in_its_line(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Demo requests from 1,400 to 2,500 by 15 Dec")
        await desk.press("enter", "escape")
        assert re.search("1.2 Demo requests from 1,400 to 2,500 +by 15 Dec", desk.screen), "there is room for all of it"
        await desk.type("Sign 400 new subscribers by 15 Dec")
        await desk.press("enter", "escape")
        assert re.search("1.3 Sign 400 new subscribers +from 0 to 400 new sub", desk.screen), (
            "no title says where it starts"
        )


async def test_a_reason_that_says_nothing_is_asked_for_again(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Increase demo requests from 5 to 9 by 15 Dec")
        await desk.press("enter", "5", "enter")
        await desk.type("ok")
        await desk.press("enter")
        assert "why 1.2 is feasible >" in desk.screen and '"ok" says too little; a few words do' in desk.screen
        await desk.type("two talks are agreed")
        await desk.press("enter")
        assert desk.plan.objectives[0].key_results[1].realistic == "two talks are agreed"


async def test_what_may_be_fixed_names_its_key_while_questions_are_asked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE, size=LARGE) as desk:
        await desk.press("p", "right", "right")
        await desk.type("Grow our subscribers by 20%")
        await desk.press("enter")
        await desk.type("2400")
        await desk.press("enter")
        assert "target of 1.2 >" in desk.screen and "↑ F fixes" in desk.screen
        await desk.press("up", "F")
        assert "Grow our subscribers from 2,400 to 2,880" in desk.screen, "the number that the coach named is written"


async def test_a_refused_answer_does_not_move_on_to_another_question(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right", "enter")
        await desk.type("28 Feb")
        await desk.press("enter", "up", "e", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "5", "ctrl+s")
        assert desk.plan.objectives[0].key_results[0].confidence == 5
        assert "feasible >" in desk.screen and "28 Feb" not in desk.screen


async def test_what_is_typed_after_a_refused_line_takes_its_place_and_is_not_blamed_for_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("4", "p")
        await desk.type("next friday")
        await desk.press("enter")
        assert "next friday could be 13 Nov or 20 Nov" in desk.screen
        await desk.press("2", "0")
        assert "friday" not in desk.screen
        await desk.type(" nov")
        await desk.press("enter")
        assert "put off to 20 Nov" in desk.status


@pytest.mark.parametrize("key", ["a", "enter"])
async def test_a_lone_question_mark_in_the_tree_shows_the_help_and_is_no_title(tmp_path: Path, key: str) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press(key, "ctrl+u", "?", "enter")
        assert HELP in desk.screen and "Planning" in desk.screen
        await desk.press("escape", "escape")
        assert desk.plan == planned_plan()


@pytest.mark.parametrize("code", CODES)
async def test_f1_helps_in_a_line_and_the_foot_names_it_where_it_has_room(tmp_path: Path, code: Code) -> None:
    speak(code)
    async with at_desk(tmp_path, EMPTY.replace(focus="Inbound"), size=LARGE) as desk:
        await desk.press("p", "right")
        assert "f1 " in desk.lines[-1]
        await desk.press("f1")
        assert "ctrl+t" in desk.screen, "the keys of the guide"
        await desk.press("escape", "escape", "o")
        assert "f1 " in desk.lines[-1]


async def test_the_foot_does_not_say_that_a_refused_answer_is_taken(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right", "enter")
        await desk.type("11")
        await desk.press("enter")
        assert '"11" is no whole number' in desk.screen
        assert "enter try again" in desk.lines[-1] and "takes it" not in desk.lines[-1]
        assert "ctrl+n" not in desk.lines[-1], "going on would take the answer, too"
        await desk.press("7")
        await desk.until(lambda: "enter takes it" in desk.lines[-1])
        await desk.press("enter")
        assert desk.plan.objectives[0].key_results[0].confidence == 7
        assert "feasible >" in desk.screen and "write it anew" not in desk.lines[-1]


async def test_what_escape_does_is_said_at_each_step_of_the_guide(tmp_path: Path) -> None:
    async with at_desk(tmp_path, ONE) as desk:
        await desk.press("p", "right", "right")
        assert "esc plan" in desk.lines[-1] and "← back" in desk.lines[-1]
        await desk.press("enter")
        assert "confidence in 1.1 >" in desk.screen
        assert "esc skip all" in desk.lines[-1] and "← back" in desk.lines[-1]
        await desk.press("escape")
        assert "What proves it?" in desk.screen and "esc plan" in desk.lines[-1]
        await desk.press("up")
        assert "esc plan" in desk.lines[-1], "in the list, too"
        await desk.press("left")
        assert "Where do you want to go?" in desk.screen, "the way back is the one that the foot names"
        await desk.press("escape")
        assert "Where do you want to go?" not in desk.screen and "▼ 1 Build a new channel" in desk.screen


async def test_items_are_added_one_after_the_other_until_the_line_is_left_empty(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        before = [it.title for it in desk.plan.objectives[0].key_results]
        await desk.press("j", "a")
        assert "enter esc leave" in desk.lines[-1]
        for title in ("Win 5 partners", "Win 6 partners"):
            await desk.type(title)
            assert "enter takes it" in desk.lines[-1] and "esc throw it away" in desk.lines[-1]
            await desk.press("enter")
            assert desk.status == f'saved: added "{title}"'
            assert "M measurable: no starting value" in desk.screen, "what is to be said of it stands below"
            assert "F: fix it" not in desk.screen, "F is a letter of the next title"
        assert "enter esc leave" in desk.lines[-1], "the next one can be written"
        await desk.press("space", "enter")
        assert "a add" in desk.lines[-1] and desk.cursor == "1.3 Win 6 partners", "keys are commands again"
        titles = [it.title for it in desk.plan.objectives[0].key_results]
        assert titles == [before[0], "Win 5 partners", "Win 6 partners", *before[1:]]
        await desk.press("u")
        assert len(desk.plan.objectives[0].key_results) == len(before) + 1, "each is a step of its own"


async def test_what_is_half_written_behind_an_added_item_is_offered_again(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("A")
        await desk.type("Win 5 partners")
        await desk.press("enter")
        await desk.type("Win 6 par")
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        await desk.until(lambda: "Win 6 par" in desk.screen and "open it again" in desk.screen)
        await desk.press("o", "ctrl+s")
        titles = [it.title for it in desk.plan.objectives[0].key_results]
        assert titles[-2:] == ["Win 5 partners", "Win 6 par"], "in its place"


async def test_a_title_that_was_changed_ends_the_writing(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("enter")
        assert "esc leave it as it was" in desk.lines[-1]
        await desk.type(" now")
        await desk.press("enter")
        assert "a add" in desk.lines[-1]


async def test_the_head_names_errors_and_the_foot_what_is_worth_a_look(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        assert "7 to mend before the commit" in desk.lines[0]
        assert "f: 11 more to look at" in desk.lines[-3]


async def test_the_foot_of_the_tree_says_what_the_dark_letter_of_a_badge_wants(tmp_path: Path) -> None:
    whole = small_plan().objectives[0].key_results[0].replace(definition="")
    plan = EMPTY.replace(objectives=(Objective(id="ob0001", title="Build a new channel", key_results=(whole,)),))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("j")
        await desk.until(lambda: "·MART" in desk.screen)
        assert "S specific: nothing says what counts" in " ".join("\n".join(desk.lines[-4:-2]).split())


@pytest.mark.parametrize("code", CODES)
async def test_no_sentence_below_the_tree_is_cut(tmp_path: Path, code: Code) -> None:
    speak(code)
    async with at_desk(tmp_path, planned_plan()) as desk:
        for _ in range(9):
            upper, lower = desk.lines[-4:-2]
            assert "…" not in upper + lower
            await desk.press("j")
