"""Who gives every command another key reads that key everywhere: at the head, at the foot, in hints and answers."""

import datetime as dt
import re
from pathlib import Path

import pytest

from okrtui.model.plan import Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.settings import Settings
from okrtui.tui.commands import COMMANDS
from okrtui.tui.key_names import key_name
from tests.support.desk import LARGE, Desk, at_desk, example_plan
from tests.support.example_year import LAST_DAY, PLANNED_ON, closed, ended, planned
from tests.support.plans import TODAY, planned_plan

EMPTY = Plan.empty(Quarter(2026, 4))
WHILE_TYPING = (
    *("help", "palette", "save", "leave", "external", "guide_next", "guide_back", "guide_template", "guide_leave"),
    *("round_date", "back_to_plan", "leave_close"),
)
"""Commands that act while something is typed; a letter would be text there."""
NOT_TOLD = {"enter", "delete", *"aAiSMRT"}
"""Keys that some places have by themselves, and signs that are words and letters as well; see :data:`NAMED`."""
LINES = ("enter esc leave", "enter takes it", "leave it as it was")
"""What the foot of a line or a window says that has keys of its own."""


def own_keys() -> dict[str, str]:
    """Another key for every command: one that no text and no other command has."""
    names = list(dict.fromkeys(row.name for row in COMMANDS if row.scope != "move"))
    letters = (
        chr(code) for code in (*range(0x430, 0x450), *range(0x3B1, 0x3C2), *range(0x410, 0x430), *range(0x561, 0x587))
    )
    free = (f"f{number}" for number in range(2, 24))
    return {name: next(free) if name in WHILE_TYPING else next(letters) for name in names}


OWN = own_keys()
USUAL = {name for row in COMMANDS for key in row.keys if (name := key_name(key))[0].isalpha() and row.scope != "move"}
NAMED = re.compile(
    rf"(?<![\w·'])(?:{'|'.join(map(re.escape, sorted(USUAL - NOT_TOLD)))})(?![\w·'…])"
    r"|(?:Press|[;(:]) ?[aAi](?= \w+s\b| to\b|\))"
)


def usual_keys(desk: Desk) -> list[str]:
    """The lines that name a usual key."""
    return [line for line in desk.lines if NAMED.search(line) and not any(own in line for own in LINES)]


@pytest.mark.parametrize(
    ("plan", "today", "walk"),
    [
        (None, TODAY, ""),
        (
            EMPTY,
            TODAY,
            "view_check_in view_progress view_actions view_not_now copy_answer view_report view_plan",
        ),
        (EMPTY, TODAY, "guide ↓ guide_back guide_leave commit commit mend"),
        (planned(), PLANNED_ON, "guide guide_next guide_next ↑ guide_fix guide_accept guide_edit leave"),
        (planned(), PLANNED_ON, "commit j j j j commit escape review_leave"),
        (planned(), PLANNED_ON, "view_carry carry_on leave_carry"),
        (
            planned_plan(),
            TODAY,
            "copy move_up move_under apply_fix j j add_child tick",
        ),
        (example_plan(), TODAY, "check_in view_check_in back_to_plan view_actions tick_action tick_action"),
        (
            planned_plan().replace(not_now=(Parked(id="rq0001", request="A podcast", revisit=Quarter(2027, 1)),)),
            TODAY,
            "view_not_now j park_here copy_answer drop_request",
        ),
        (planned_plan(), TODAY, "previous_quarter next_quarter find_next plan_history leave_history view_versions"),
        (ended(), LAST_DAY, "view_close leave_close"),
        (closed(), LAST_DAY, "view_close leave_close"),
    ],
)
async def test_no_text_names_a_key_that_was_given_away(
    tmp_path: Path, plan: Plan | None, today: dt.date, walk: str
) -> None:
    settings = Settings.read({"keys": OWN})
    async with at_desk(tmp_path, plan, size=LARGE, settings=settings, today=today) as desk:
        assert usual_keys(desk) == []
        for step in walk.split():
            await desk.press(OWN.get(step, {"↑": "up", "↓": "down"}.get(step, step)))
            assert usual_keys(desk) == [], f"after {step}"


async def test_a_key_is_the_same_key_while_an_input_method_makes_it_wide(tmp_path: Path) -> None:
    """Whoever writes Japanese forgets to switch over, and each key would do nothing without a word."""
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("４")
        assert "p put off" in desk.screen
        await desk.press("？")
        assert "a key of your own" in desk.screen


@pytest.mark.parametrize("letter", ["ㅂ", "ض", "あ"])
async def test_a_letter_of_another_script_says_why_it_does_nothing(tmp_path: Path, letter: str) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press(letter)
        assert f"{letter} is no key here: keys are Latin letters" in desk.status
