"""The coach in the interface: while one types, in the tree, and what ``F`` and ``x`` do about it."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from textual.widgets import Input

from okrtui.model.plan import KeyResult
from okrtui.storage.repository import Repository
from tests.support.clean import clean_plan, quarter_before
from tests.support.desk import LARGE, Desk, at_desk, clock
from tests.support.plans import planned_plan


def newest(desk: Desk) -> KeyResult:
    return desk.plan.objectives[0].key_results[-1]


async def test_a_sentence_fills_the_fields_and_shows_them_before_it_is_taken(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Increase trials from 20 to 30 by 15 Dec")
        await desk.until(lambda: " fills in from 20 to 30 trials, due 15 Dec" in desk.screen)
        await desk.press("enter")
        kept = newest(desk)
        assert (kept.title, kept.unit) == ("Increase trials from 20 to 30", "trials")
        assert (kept.baseline, kept.target, kept.due) == (Decimal(20), Decimal(30), dt.date(2026, 12, 15))


async def test_an_owner_and_a_day_outside_of_the_quarter_are_told_while_they_are_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Call the printer by 15 Mar 2027 @ben")
        await desk.until(lambda: " fills in due 15 Mar 2027 (after the quarter ends), owner ben" in desk.screen)
        await desk.press("enter")
        assert (newest(desk).title, newest(desk).owner) == ("Call the printer", "ben")


async def test_a_name_behind_a_comma_is_told_how_to_become_the_owner(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "j", "A")
        await desk.type("Write brief by Friday, Ann")
        await desk.until(lambda: " fills in due 13 Nov  write @Ann to name the owner" in desk.screen)
        await desk.press("enter")
        kept = desk.plan.objectives[0].key_results[0].actions[-1]
        assert (kept.title, kept.owner) == ("Write brief, Ann", ""), "it may be a thing: nothing is taken by itself"


@pytest.mark.parametrize(
    ("sentence", "tip"),
    [
        ("Flyer drucken bis 15.12., Lea", ", owner Lea"),
        ("Flyer drucken bis 15.12. (Lea)", ", owner Lea"),
        ("Flyer drucken bis 15.12. (Jana)", "  write @Jana to name the owner"),
        ("Landingpage neu texten bis 15.12., Tom", "  write @Tom to name the owner"),
        ("Landingpage neu texten, Tom, bis 15.12.", "  write @Tom to name the owner"),
        ("12月15日までに原稿を書く、田中", ", owner 田中"),
        ("Prospekt bis 15.12. verteilen, Plakate", ""),
    ],
)
async def test_who_owns_something_already_is_taken_and_where_no_capital_tells_a_name_only_behind_a_date_told(
    tmp_path: Path, sentence: str, tip: str
) -> None:
    plan = planned_plan()
    first, *others = plan.objectives
    named, drafted, *more = first.key_results
    results = (named.replace(owner="田中"), drafted.replace(owner="Lea"), *more)
    plan = plan.replace(objectives=(first.replace(key_results=results), *others), language="de")
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("g", "j", "A")
        await desk.type(sentence)
        await desk.until(lambda: f" fills in due 15 Dec{tip}" in map(str.rstrip, desk.lines))


async def test_a_share_is_told_while_its_levels_are_filled_in(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Raise open rate from 31% to 40%")
        await desk.until(lambda: " fills in from 31 to 40 %" in desk.screen)
        assert "a share hides how many there are" in desk.screen


async def test_the_worst_that_is_to_be_said_of_a_line_is_told_while_it_is_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Write the brief")
        await desk.until(lambda: " !! M measurable: no number, so nobody can tell" in desk.screen)
        assert desk.lines[-3].endswith("1 more"), "the hint comes after the error"


async def test_a_number_that_could_be_two_is_left_open_and_told_while_it_is_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Newsletter readers from 1.200 to 2,000 by 15/11")
        await desk.until(lambda: " fills in from ? to 2,000 Newsletter readers, due 15 Nov" in desk.screen)
        assert 'M measurable: "1.200" could be 1,200 or 1.2; write 1200 or 1.2' in desk.screen
        await desk.press("enter")
        kept = newest(desk)
        assert (kept.baseline, kept.target, kept.due) == (None, Decimal(2000), dt.date(2026, 11, 15))


async def test_a_target_that_could_be_two_is_shown_as_open(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Newsletter readers from 1200 to 2.350")
        await desk.until(lambda: " fills in from 1,200 to ? Newsletter readers" in desk.screen)
        assert "could be 2,350 or 2.35" in desk.screen


async def test_a_day_that_there_is_not_is_told_while_it_is_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Win 30 readers by 31.02.2027")
        await desk.until(lambda: '! "31.02.2027" is no date: Feb 2027 has 28 days' in desk.screen)
        await desk.press("enter")
        assert (newest(desk).title, newest(desk).due) == ("Win 30 readers by 31.02.2027", None)


async def test_tab_takes_what_was_read_into_the_form(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "A")
        await desk.type("Cut reply time from 8 to 4 hours")
        await desk.press("tab", "ctrl+s")
        kept = newest(desk)
        assert (kept.baseline, kept.target, kept.unit) == (Decimal(8), Decimal(4), "hours")


async def test_renaming_changes_no_other_field(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "j", "enter")
        await desk.type(" by 5 Dec")
        await desk.until(lambda: "fills in" not in desk.screen)
        await desk.press("enter")
        before, after = planned_plan().objectives[0].key_results[0], desk.plan.objectives[0].key_results[0]
        assert after.title.endswith("by 5 Dec")
        assert after.replace(title=before.title) == before


async def test_a_title_is_judged_in_the_tree_once_the_keys_rest(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("o")
        await desk.type("Generate 53 MQLs")
        await desk.until(lambda: '"53" says how much' in desk.screen)
        await desk.press("escape")
        assert "says how much" not in desk.screen


async def test_words_are_marked_in_the_form_and_what_is_missing_waits_until_a_field_is_left(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=LARGE) as desk:
        await desk.press("g", "A", "tab")
        await desk.type("Boost SEO performance by 50 %")
        await desk.until(lambda: "hides how many there are" in desk.screen)
        assert "no baseline" not in desk.screen
        title = desk.app.screen.query(Input).first()
        assert [str(title._value)[span.start : span.end] for span in title._value.spans] == ["50 %"]
        await desk.press("tab")
        await desk.type("signups")
        assert "hides how many there are" in desk.screen


async def test_f_finds_the_share_and_its_fix_writes_the_real_number(tmp_path: Path) -> None:
    plan = planned_plan()
    first, *others = plan.objectives
    share = first.key_results[0].replace(
        title="Boost SEO performance by 50 %", unit="visits", baseline=Decimal(20_000), target=None, check_ins=()
    )
    plan = plan.replace(objectives=(first.replace(key_results=(share, *first.key_results[1:])), *others))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("g", "f")
        assert "F: fix another" in desk.screen, "what is told is another finding"
        await desk.press("F")
        kept = desk.plan.objectives[0].key_results[0]
        assert kept.title == "Boost SEO performance from 20,000 to 30,000 visits"
        assert kept.target == Decimal(30_000)
        assert "F: fix another" not in desk.screen
        await desk.press("u")
        assert desk.plan.objectives[0].key_results[0] == share


async def test_a_share_can_be_accepted_with_a_reason_until_the_sentence_changes(tmp_path: Path) -> None:
    plan = planned_plan()
    first, *others = plan.objectives
    share = first.key_results[0].replace(title="Raise activation by 5 %")
    plan = plan.replace(objectives=(first.replace(key_results=(share, *first.key_results[1:])), *others))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("g", "j", "x")
        await desk.type("the board counts it so")
        await desk.press("enter")
        assert desk.plan.objectives[0].key_results[0].accepted == {"kr-percentage": "the board counts it so"}
        assert "(kr-percentage)" not in desk.screen
        await desk.press("enter")
        await desk.type("!")
        await desk.press("enter")
        assert desk.plan.objectives[0].key_results[0].accepted == {}
        assert "hides how many there are" in desk.screen


async def test_a_target_is_held_against_what_the_metric_did_in_the_quarters_before(tmp_path: Path) -> None:
    Repository(tmp_path / "plans", clock).create(quarter_before())
    async with at_desk(tmp_path, clean_plan()) as desk:
        await desk.until(lambda: "SM·RT" in desk.screen)
        await desk.press("g", "j")
        assert "the best quarter so far, 2026-Q3, moved it by 6" in desk.screen
        await desk.press("e")
        await desk.until(lambda: "to: ! it asks for 25; the best quarter so far" in desk.screen)


async def test_what_is_wrong_is_told_in_full_before_it_is_named(tmp_path: Path) -> None:
    for size, told in (
        ((110, 30), " !! no key result yet; 3 to 5 show whether the objective is reached   "),
        (LARGE, " !! no key result yet; 3 to 5 show whether the objective is reached   "),
    ):
        async with at_desk(tmp_path / str(size), planned_plan(), size=size) as desk:
            await desk.press("G")
            assert desk.lines[-3].startswith(told), "an error before the hint"
            assert desk.lines[-3].endswith("  e: 1 more here  f: 10 more to look at")
