"""The weekly check-in: few keys, nothing lost, and what it came to is said."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events

from okrtui.model.measure import USUAL_BANDS
from okrtui.model.plan import CheckIn, Plan
from okrtui.model.quarter import Quarter
from okrtui.report.standing import stand
from okrtui.storage.codec import encode
from okrtui.tui.widgets.check_in_nothing import nothing_due
from tests.support.check_in_plans import LAST, due_plan
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.plans import TODAY

HARD_TITLES = ("x" * 200, "新しいチャネルで見込み客を20人から30人に増やす施策", "بناء قناة جديدة", "[/x] [red]a", "")


def check_ins(plan: Plan) -> list[list[tuple[str, str, int | None, str]]]:
    """The check-ins after the first one, by key result: date, value, confidence, note."""
    return [
        [(f"{c.date:%d %b}", str(c.value), c.confidence, c.note) for c in found.check_ins if c.date != LAST]
        for objective in plan.objectives
        for found in objective.key_results
    ]


async def fill(desk: Desk, *texts: str) -> None:
    """Write into one field after the other, each left with enter."""
    for text in texts:
        if text:
            desk.app.post_message(events.Paste(text))
            await desk.pilot.pause()
        await desk.press("enter")


def focused(desk: Desk) -> str:
    return (desk.app.screen.focused.id if desk.app.screen.focused else "") or ""


async def test_enter_goes_through_a_round_and_its_end_says_what_it_came_to(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(5)) as desk:
        await desk.press("2")
        assert "0 of 5 done" in desk.screen
        assert "was 26 on 2 Nov, target 30 MQLs" in desk.screen
        await fill(desk, "", "", "", "27", "8", "Two demos more", "24", "", "", "25", "", "", "-")
        assert check_ins(desk.plan) == [
            [("12 Nov", "26", 5, "")],
            [("12 Nov", "27", 8, "Two demos more")],
            [("12 Nov", "24", 5, "")],
            [("12 Nov", "25", 5, "")],
            [],
        ]
        shown = " ".join(desk.screen.split())
        assert "4 key results checked in, 1 left out; saved" in shown
        for words in ("26 to 27 better", "26 to 24 better", "26 to 25 worse", "1 did not change", "skipped"):
            assert words in shown, words
        assert "1.2" in desk.screen[: desk.screen.index("better")], "a line names its key result"
        await desk.press("u", "u")
        assert check_ins(desk.plan)[2:] == [[], [], []]
        assert desk.screen.count("not yet") == 2
        await desk.press("2")
        await fill(desk, "23", "", "")
        assert check_ins(desk.plan)[2:] == [[("12 Nov", "23", 5, "")], [], []]
        await desk.press("escape", "2")
        assert "1 of 3 done" in desk.screen, "a round that is not over goes on"


async def test_relative_values_are_counted_and_what_looks_mistyped_is_asked_about_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(3)) as desk:
        await desk.press("2", "plus", "3")
        assert "reads as 29 MQLs" in desk.screen
        await fill(desk, "", "77")
        assert "value      29 " in desk.screen
        assert 'confidence "77" is no whole number from 0 to 10' in desk.screen
        await fill(desk, "7", "", "x")
        assert '"x" is no number' in desk.screen
        await fill(desk, "300")
        assert "11 times the last value, 26: enter again keeps it" in desk.screen
        await fill(desk, "", "", "")
        assert check_ins(desk.plan)[:2] == [[("12 Nov", "29", 7, "")], [("12 Nov", "300", 5, "")]]
        await desk.press("up")
        await fill(desk, "30", "", "")
        assert check_ins(desk.plan)[1] == [("12 Nov", "30", 5, "")]
        assert desk.status.startswith("saved: corrected")
        await desk.press("shift+tab")
        assert focused(desk) == "check-in-note", "back from the third row's value to the second row's sentence"


async def test_a_value_that_is_written_as_people_say_it_shows_how_it_reads_and_is_kept(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2", *"about", "space", *"28")
        assert "reads as 28 MQLs" in desk.screen
        await fill(desk, "")
        assert "value      28 " in desk.screen, "the number itself stands there before it is saved"
        await fill(desk, "", "", "31 leads")
        assert '"31 leads": write the number alone, such as 26' in desk.screen, "leads may be no MQLs"
        await desk.type("thirty")
        await desk.press("tab", "tab", "enter")
        assert check_ins(desk.plan) == [[("12 Nov", "28", 5, "")], [("12 Nov", "30", 5, "")]]


async def test_a_value_that_was_written_out_is_written_anew_by_whoever_comes_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2")
        await fill(desk, "1.2k", "")  # asked about, and kept
        await desk.press("shift+tab", "ctrl+u")
        await fill(desk, "29", "", "")
        await fill(desk, "+4")
        await desk.press("shift+tab")
        await fill(desk, "31", "", "")
        assert check_ins(desk.plan) == [[("12 Nov", "29", 5, "")], [("12 Nov", "31", 5, "")]]


async def test_a_value_that_lands_in_the_sentence_is_asked_about_before_it_is_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2")
        await fill(desk, "300", "", "", "27")
        assert "27 stands in the sentence alone: enter again keeps it" in desk.screen
        assert check_ins(desk.plan)[0] == [], "one enter went to the question about 300"
        await desk.press("ctrl+u")
        await fill(desk, "")
        assert check_ins(desk.plan)[0] == [("12 Nov", "300", 5, "")]


async def test_what_was_asked_about_gives_way_to_another_value(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2")
        await fill(desk, "300", "30", "", "")
        assert check_ins(desk.plan)[0] == [("12 Nov", "30", 5, "")]


async def test_what_was_refused_gives_way_to_what_is_typed_next(tmp_path: Path) -> None:
    """Of 3.400 and 3400 behind it came 3.4003400."""
    async with at_desk(tmp_path, due_plan(1)) as desk:
        await desk.press("2")
        await fill(desk, "3.400")
        assert "3.400" in desk.screen and check_ins(desk.plan) == [[]]
        await desk.press(*"2", "8")
        assert next(line for line in desk.lines if line.startswith("     value")).split()[1] == "28"
        await fill(desk, "a wrong value that is longer than its field")
        shown = next(line for line in desk.lines if line.startswith("     value"))
        assert shown.split("value")[1].strip().startswith("28a wrong"), "it is shown from its beginning"


async def test_a_value_below_zero_is_asked_about_where_there_never_was_one(tmp_path: Path) -> None:
    """From a last value of 2, a slip with -5 is no thousandth of anything and was saved without a word."""
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2")
        await fill(desk, "-30")
        assert "that is below zero: enter again keeps it" in desk.screen
        await fill(desk, "-1", "", "", "-27", "", "", "")
        assert check_ins(desk.plan) == [[("12 Nov", "25", 5, "")], [("12 Nov", "-1", 5, "")]]


async def test_a_value_below_zero_is_nothing_odd_where_values_were_below_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(1, baseline=Decimal(-40))) as desk:
        await desk.press("2")
        await fill(desk, "=-9", "", "")
        assert check_ins(desk.plan) == [[("12 Nov", "-9", 5, "")]]


async def test_confidence_goes_up_and_down_from_the_last_one(tmp_path: Path) -> None:
    """+4 from 6 was kept as 4 without a word."""
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2")
        await fill(desk, "", "+6")
        assert 'confidence "+6" makes 11 of 5; write 0 to 10' in desk.screen
        await desk.type("+2")
        assert "reads as 7" in desk.screen
        await fill(desk, "", "", "", "-1", "")
        assert check_ins(desk.plan) == [[("12 Nov", "26", 7, "")], [("12 Nov", "26", 4, "")]]
        await desk.press("e", "tab")
        await fill(desk, "+1", "")
        assert check_ins(desk.plan)[0] == [("12 Nov", "26", 8, "")], "of the check-in that is corrected"


async def test_keys_are_offered_only_where_they_act(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2")
        assert "- enter skip" in desk.lines[-1], "a dash alone does nothing"
        assert "4 Actions" not in desk.screen and " Actions" in desk.screen, "digits are letters of the value"
        await desk.press("tab", "tab")
        assert "skip" not in desk.lines[-1], "in the sentence it is a dash"
        await desk.press("escape")
        assert "4 Actions" in desk.screen


@pytest.mark.parametrize(("key", "way"), [("tab", "2"), ("down", "2"), ("tab", "j c")])
async def test_a_value_that_counts_from_the_last_is_written_out_before_it_is_taken(
    tmp_path: Path, key: str, way: str
) -> None:
    """In the place of what it makes, -12000 alone would be saved unseen."""
    async with at_desk(tmp_path, due_plan(2, baseline=Decimal(60), target=Decimal(20))) as desk:
        await desk.press(*way.split(), "-", "2")
        assert "reads as 24 MQLs" in desk.screen, "while it is typed"
        await desk.press(key, "up" if key == "down" else "shift+tab")
        assert " 24 " in next(line for line in desk.lines if line.strip(" │").startswith("value"))
        await desk.press("enter", "enter", "enter")
        assert check_ins(desk.plan)[0] == [("12 Nov", "24", 5, "")]


async def test_what_looks_mistyped_is_asked_about_with_the_value_that_it_makes(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(1)) as desk:
        await desk.press("2", "+", "9", "7", "4", "enter")
        assert "that is 38 times the last value, 26: enter again keeps it" in desk.screen
        assert "1,000 " in next(line for line in desk.lines if line.strip().startswith("value"))
        await desk.press("enter", "enter", "enter")
        assert check_ins(desk.plan) == [[("12 Nov", "1000", 5, "")]]


async def test_what_is_half_typed_is_there_again_whatever_happens(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(3)) as desk:
        await desk.press("2")
        await fill(desk, "27", "7")
        await desk.press("W", "down", "8", "escape")
        assert "Objective 0" in desk.screen and "half typed is kept" in desk.status
        await desk.press("o", "E", "enter", "enter", "g", "j", "c")  # something else is written meanwhile
        assert "note W" in desk.screen, "the small window shows it, too"
        await desk.press("escape")
    async with at_desk(tmp_path) as desk:
        assert ": 27, 7, W / " in " ".join(desk.screen.split())
        await desk.press("o")
        await desk.until(lambda: "0 of 3 done" in desk.screen)
        assert desk.screen.count("not saved yet") == 1
        await fill(desk, "", "", "")
        assert check_ins(desk.plan)[0] == [("12 Nov", "27", 7, "W")]
        await desk.press("backspace", "escape")
        assert not list((tmp_path / "plans" / ".okrtui" / "drafts").glob("*")), "nothing is half typed any more"


async def test_a_late_round_has_a_day_of_its_own(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2", "1", "9", "ctrl+d")
        await fill(desk, "13 Nov")
        assert "still to come" in desk.screen
        await desk.press("ctrl+u")
        await fill(desk, "monday")
        assert "Check-in for 9 Nov, entered 3 days late" in desk.screen
        await fill(desk, "", "", "")
        assert check_ins(desk.plan) == [[("09 Nov", "19", 5, "")], []]


async def test_where_none_is_due_the_next_day_is_said_and_all_can_be_checked_in(tmp_path: Path) -> None:
    yesterday = CheckIn(date=dt.date(2026, 11, 11), value=Decimal(27), confidence=6)
    async with at_desk(tmp_path, due_plan(2, check_ins=(yesterday,))) as desk:
        await desk.press("C")
        assert "The next one is due on 18 Nov, in 6 days." in desk.screen
        await desk.press("t")
        assert "0 of 2 done" in desk.screen
        await fill(desk, "", "", "", "-")
        assert check_ins(desk.plan)[0][-1] == ("12 Nov", "27", 6, "")
        await desk.press("enter")
        assert "Objective 0" in desk.screen


async def test_what_the_day_has_brought_is_shown_again_to_whoever_comes_back(tmp_path: Path) -> None:
    """Only that no check-in is due stood there, and e spoke of an "it" that was nowhere."""
    async with at_desk(tmp_path, due_plan(2)) as desk:
        await desk.press("2")
        await fill(desk, "27", "", "", "", "", "", "")
        await desk.press("1", "2")
        shown = " ".join(desk.screen.split())
        assert "2 key results checked in; saved" in shown and "26 to 27 better" in shown
        assert "The next one is due on 19 Nov, in 7 days." in shown
        assert "t check in all" in desk.lines[-1]
    async with at_desk(tmp_path) as desk:
        await desk.press("2")
        assert "26 to 27 better" in " ".join(desk.screen.split()), "in another session, too"
        await desk.press("e")
        await fill(desk, "28", "", "")
        assert check_ins(desk.plan)[0] == [("12 Nov", "28", 5, "")]


async def test_a_round_of_another_day_is_shown_again_too(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(1)) as desk:
        await desk.press("2", "ctrl+d")
        await fill(desk, "monday", "27", "", "")
        await desk.press("1", "2")
        assert "26 to 27 better" in " ".join(desk.screen.split())


async def test_where_nothing_was_checked_in_there_is_nothing_to_correct(tmp_path: Path) -> None:
    yesterday = CheckIn(date=dt.date(2026, 11, 11), value=Decimal(21))
    plan = due_plan(2, check_ins=(yesterday,))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("2", "e")
        assert desk.status == "no check-in of today to correct"
        await desk.press("t")
        assert desk.status == "", "what was said of the screen before"


async def test_a_key_result_that_was_not_in_the_round_is_called_by_its_number(tmp_path: Path) -> None:
    first, second = due_plan(2).objectives[0].key_results
    waits = second.replace(check_ins=(CheckIn(date=dt.date(2026, 11, 11), value=Decimal(21)),))
    plan = due_plan(2)
    objective = plan.objectives[0].replace(key_results=(first, waits))
    async with at_desk(tmp_path, plan.replace(objectives=(objective,))) as desk:
        await desk.press("2")
        await fill(desk, "27", "", "")
        await desk.press("G", "e")
        assert desk.status.startswith("1.2 was not in this round; enter goes to it")


async def test_those_that_begin_later_are_named_where_one_would_miss_them(tmp_path: Path) -> None:
    plan = due_plan(3)
    first, *rest = plan.objectives[0].key_results
    later = [found.replace(start=dt.date(2026, 12, day), check_ins=()) for day, found in enumerate(rest, 1)]
    objective = plan.objectives[0].replace(key_results=(first, *later))
    async with at_desk(tmp_path, plan.replace(objectives=(objective,))) as desk:
        await desk.press("2")
        assert "0 of 1 done" in desk.screen and "2 start later: 1.2 on 1 Dec, 1.3 on 2 Dec" in desk.screen


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (due_plan(0), "no key result yet to check in"),
        (due_plan(1).replace(phase="planning"), "once the quarter is committed"),
        (due_plan(1).replace(phase="closed"), "closed: no check-in comes due"),
        (due_plan(1, baseline=0, target=26), "Every key result is done"),
    ],
)
def test_a_plan_without_a_round_says_why(plan: Plan, words: str) -> None:
    assert words in "\n".join(map(str, nothing_due(stand(plan, TODAY), USUAL_BANDS)))


async def test_c_checks_in_one_key_result_and_its_past_can_be_corrected(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(1)) as desk:
        await desk.press("c")
        assert "key results are checked in" in desk.status
        await desk.press("j", "c")
        assert "Webinar helped" in desk.screen
        await fill(desk, "27", "8", "Fine")
        assert check_ins(desk.plan) == [[("12 Nov", "27", 8, "Fine")]]
        await desk.press("c")
        assert "There is a check-in of today already" in desk.screen
        await desk.press("down", "down", "enter")
        assert "Correcting the check-in of 2 Nov" in desk.screen
        await desk.press("ctrl+d")
        await fill(desk, "12 Nov")
        assert "has a check-in of its own" in desk.screen
        await desk.press("ctrl+u")
        await fill(desk, "3 Nov", "25", "", "")
        assert desk.status.startswith("saved: corrected the check-in of 2 Nov")
        assert check_ins(desk.plan) == [[("03 Nov", "25", 5, "Webinar helped"), ("12 Nov", "27", 8, "Fine")]]
        await desk.press("c", "down", "d")
        assert desk.status.startswith("saved: removed the check-in of 12 Nov")
        assert len(check_ins(desk.plan)[0]) == 1
        await desk.press("u")
        assert len(check_ins(desk.plan)[0]) == 2


async def test_what_may_not_be_changed_is_shown_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "plans" / f"{Quarter(2026, 4)}.toml"
    path.parent.mkdir()
    saved = encode(due_plan(2)).replace(b"schema = 1", b"schema = 2")
    path.write_bytes(saved)
    async with at_desk(tmp_path) as desk:
        await desk.press("j", "c")
        assert "read-only" in desk.status
        await desk.press("2", "e", "2", "t")
        assert "read-only" in desk.lines[2] and "26  2 Nov" in desk.screen
        assert path.read_bytes() == saved


async def test_any_title_keeps_the_columns_and_the_fields_stay_in_sight(tmp_path: Path) -> None:
    async with at_desk(tmp_path, due_plan(40, HARD_TITLES)) as desk:
        await desk.press("2", *["pagedown"] * 3)
        for size in (SMALL, LARGE):
            await desk.resize(size)
            rows = [line for line in desk.lines if " 26  2 Nov" in line]
            assert len(rows) > size[1] // 2
            assert len({cell_len(row[: row.index(" 26  2 Nov")]) for row in rows}) == 1
            at = next(at for at, line in enumerate(desk.lines) if line.startswith("     value"))
            assert " 5.5 " in desk.lines[at - 1]
            assert "enter keeps 26" in desk.lines[at + 2]


async def test_a_key_result_that_is_to_be_skipped_says_that_enter_does_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("2")
        await desk.type("-")
        assert "enter skips" in desk.screen


async def test_what_a_level_loses_by_a_week_without_a_value_is_said_and_so_is_why_it_is_behind(tmp_path: Path) -> None:
    first_weeks = [CheckIn(date=dt.date(2026, 10, 5), value=Decimal(45)), CheckIn(date=LAST, value=Decimal(24))]
    plan = due_plan(1, kind="at_most", baseline=None, target=Decimal(25), check_ins=tuple(first_weeks))
    async with at_desk(tmp_path, plan, size=LARGE) as desk:
        await desk.press("2")
        assert "- enter skips; 12 Nov to 18 Nov is missed then" in desk.screen
        assert "at most 25 MQLs   kept in 1 of 5 weeks" in desk.screen
        await fill(desk, "20", "", "")
        behind = desk.screen.partition("What is behind")[2]
        assert "kept in 2 of 7 weeks" in behind, "20 is kept, and the screen says off track"


async def test_a_level_that_is_kept_is_listed_as_behind_for_the_confidence_that_nobody_has(tmp_path: Path) -> None:
    weeks = [CheckIn(date=dt.date(2026, 10, 5) + dt.timedelta(weeks=week), value=Decimal(20)) for week in range(6)]
    plan = due_plan(1, kind="at_most", baseline=None, target=Decimal(25), check_ins=tuple(weeks))
    async with at_desk(tmp_path, plan, today=dt.date(2026, 11, 17)) as desk:
        await desk.press("2")
        await fill(desk, "20", "2", "")
        assert "confidence only 2 of 10" in desk.screen.partition("What is behind")[2]
