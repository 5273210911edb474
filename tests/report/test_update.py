"""What the update for leadership says, in each part of a quarter's life."""

import datetime as dt
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from okrtui.examples import EXAMPLE_DAY
from okrtui.i18n import Code, speak
from okrtui.model.goalposts import recorded
from okrtui.model.plan import Action, Change, CheckIn, KeyResult, Objective, Plan, Retrospective
from okrtui.report.show import show_lines
from okrtui.report.standing import stand
from okrtui.report.update.content import update_of
from okrtui.report.update.formats import FORMATS, Format, rendered
from okrtui.report.update.headline import headline
from okrtui.report.update.phrases import about, plain
from okrtui.report.update.sections import page_of
from okrtui.storage.codec import decode
from tests.model.measuring import reach
from tests.report.updates import HOSTILE, everywhere, example, golden, made, update
from tests.support.clean import clean_plan
from tests.support.plans import TODAY, plans, small_plan


def said(plan: Plan, today: dt.date = TODAY) -> str:
    return plain(headline(update(plan, today)))


def headings(plan: Plan, today: dt.date = TODAY) -> list[str]:
    return [section.heading for section in page_of(update(plan, today)).sections]


def of(*key_results: KeyResult, **fields: Any) -> Plan:
    numbered = tuple(found.replace(id=f"k{number}") for number, found in enumerate(key_results))
    return small_plan().replace(objectives=(Objective(id="ob", title="Go there", key_results=numbered),), **fields)


def to(current: int, title: str = "Win customers", at: int = 41) -> KeyResult:
    return reach(0, 100, [(at, current)], title=title, unit="customers")


@pytest.mark.parametrize("name", FORMATS)
def test_the_update_of_the_example_is_the_one_that_was_read_and_found_good(name: Format) -> None:
    again = "read what changed, then: python -m tests.report.updates"
    assert made(example(), name) == golden(name).read_bytes().decode(), again


@pytest.mark.parametrize(("code", "days"), [("de", "5. Nov."), ("fr", "5 nov.")])
def test_the_stop_of_a_short_month_ends_the_sentence_too(code: Code, days: str) -> None:
    speak(code)
    text = made(example(), "text")
    assert f"{days} " in text
    assert ".." not in text


def test_japanese_joins_clauses_as_clauses() -> None:
    speak("ja")
    assert "3.1が遅れ、3.4が更新なし。" in "".join(made(example(), "text").split())


ON, AT, OFF = to(45, "Win A"), to(30, "Win B"), to(5, "Win C")
HEADLINES: dict[str, tuple[Plan, str]] = {
    "all is well": (of(ON, ON), "All 2 key results are on track."),
    "one is ahead": (of(to(80, "Win D"), ON), 'All 2 key results are on track; "Win D" is ahead of the ideal pace.'),
    "the worst is named": (of(ON, AT, OFF), '1 of 3 key results is on track; "Win C" is off track.'),
    "ahead and behind": (
        of(to(70, "Win D"), AT),
        '1 of 2 key results is on track; "Win D" is ahead of the ideal pace, but "Win B" is at risk.',
    ),
    "many are behind": (
        of(*[OFF] * 5),
        'None of 5 key results are on track; "Win C", "Win C" and 3 more are off track.',
    ),
    "done and on track": (of(to(100, "Win D"), ON), 'All 2 key results are on track or done; "Win D" is done.'),
    "done alone": (of(to(100, "Win D"), OFF), '1 of 2 key results is done; "Win C" is off track.'),
    "no news": (of(ON, to(20, "Win E", 5)), '1 of 2 key results is on track; "Win E" has no recent number.'),
    "never checked in": (
        of(ON, reach(0, 100, title="Win F")),
        '1 of 2 key results is on track; "Win F" has no check-in yet.',
    ),
    "one key result": (of(OFF), "The one key result is not on track; it is off track."),
    "nothing yet": (
        of(reach(0, 100, title="Win"), start=dt.date(2026, 11, 10)),
        "1 key result, and no number for any of them yet.",
    ),
    "no key result": (of(), "1 objective, and no key result to measure by yet."),
    "a long title is cut after a word": (
        of(ON, to(5, "Win the trust of everybody who has ever been to one of the fairs")),
        '1 of 2 key results is on track; "Win the trust of everybody who has ever been to one of the…" is off track.',
    ),
    "no title": (of(ON, to(5, " ")), "1 of 2 key results is on track; one without a title is off track."),
    "nothing": (Plan.empty(example().quarter), "Nothing is planned yet."),
    "planning": (clean_plan(), "A plan to be agreed: 3 objectives with 9 key results."),
    "planning, not finished": (
        small_plan().replace(phase="planning"),
        "A plan to be agreed: 2 objectives with 2 key results; 9 points still to settle.",
    ),
    "closed": (
        of(to(80), to(50), to(10), phase="closed"),
        "Closed with a score of 0.5 out of 1: 1 of 3 key results delivered, 1 in part, 1 hardly.",
    ),
}


@pytest.mark.parametrize("name", HEADLINES)
def test_one_sentence_says_it_all(name: str) -> None:
    plan, words = HEADLINES[name]
    if name == "planning, not finished":
        assert said(plan).startswith("A plan to be agreed: 2 objectives with 2 key results; ")
    else:
        assert said(plan) == words


def test_a_first_check_in_is_not_told_to_have_been_stale() -> None:
    """What had no number had none that was too old."""
    text = " ".join(made(of(ON, to(50, "Win F")), "text").split())
    assert "50 customers, up 50. First check-in." in text and "Was stale" not in text


def test_what_a_first_check_in_changed_is_counted_from_the_start_and_not_from_last_week() -> None:
    first, again = (
        " ".join(made(of(reach(0, 100, seen, title="Win customers")), "text").split())
        for seen in ([(41, 20)], [(34, 10), (41, 20)])
    )
    assert "up 20 since 1 Oct." in first and "Up 20 points since 1 Oct." in first
    assert "up 10 since 5 Nov." in again and "Up 10 points since 5 Nov." in again


def test_before_and_after_the_quarter_the_headline_says_so() -> None:
    assert said(of(ON), dt.date(2026, 9, 20)).startswith("It begins on 1 Oct. ")
    assert said(of(ON), dt.date(2027, 1, 4)).startswith("The quarter ended on 31 Dec and is not closed yet. ")


def test_a_plan_that_was_never_committed_is_no_longer_to_be_agreed_once_it_is_over() -> None:
    """Leadership would wait for a decision that nobody is to make any more."""
    plan, after = small_plan().replace(phase="planning", committed_on=None), dt.date(2027, 1, 4)
    assert said(plan, after) == "Planned but never committed: 2 objectives with 2 key results."
    assert "To settle before it is agreed" not in headings(plan, after)
    assert said(plan, plan.end).startswith("A plan to be agreed: "), "on its last day it may still be"
    again = plan.replace(committed_on=dt.date(2026, 10, 1))
    assert said(again, after).startswith("Taken back to planning and not committed again: 2 objectives")
    text = made(plan, "text", after)
    assert "agreed" not in text and "score" not in text.lower()


@pytest.mark.parametrize("owner", ["me", "Me ", "ich", "moi", "私", "나", "أنا"])
def test_nobody_reads_that_something_is_done_by_me(owner: str) -> None:
    """Leadership asks who that is; a name beside it stays."""
    late = Action(id="ac0001", title="Call the fair", due=dt.date(2026, 11, 3), owner=owner)
    soon = late.replace(id="ac0002", due=dt.date(2026, 11, 13))
    for found in (OFF, ON):  # beside a key result that is behind, and by itself
        text = made(of(found.replace(owner=owner, actions=(late, soon))), "text")
        assert "Call the fair" in text and owner.strip() not in text.replace(",", " ").replace(")", " ").split()
    assert "Owner Mei." in made(of(OFF.replace(owner="Mei")), "text"), "it is a name"


def test_each_part_of_a_quarters_life_has_its_sections_and_none_is_empty() -> None:
    assert headings(example()) == [
        "Where the objectives stand",
        "Needs attention",
        "Done since 5 Nov",
        "Next, until 19 Nov",
        "What moved since 5 Nov",
        "Objectives and key results",
        "Goalposts that moved",
        "Asked for, but not now",
        "How to read this",
    ]
    assert headings(clean_plan()) == ["Objectives and key results", "How to read this"]
    assert "To settle before it is agreed" in headings(small_plan().replace(phase="planning"))
    learnt = Retrospective(went_well="Partners.\nPages.", change_next="Fewer objectives")
    closed = example().replace(phase="closed", closed_on=dt.date(2027, 1, 5), retrospective=learnt)
    assert headings(closed, dt.date(2027, 2, 1)) == [
        "Where the objectives stand",
        "Reached",
        "Objectives and key results",
        "Goalposts that moved",
        "Asked for, but not now",
        "Looking back",
        "How to read this",
    ]
    text = made(closed, "text", dt.date(2027, 2, 1))
    assert "1.0 delivered" in text and "0.2 little" in text and "- What went well\n  Partners.\n  Pages.\n" in text
    assert "on track" not in text and "Confidence" not in text.split("HOW TO READ")[0]
    for phase in ("planning", "active", "closed"):
        assert headings(Plan.empty(example().quarter).replace(phase=phase)) == []


def test_what_came_after_the_last_update_is_new_and_nothing_else() -> None:
    def moved(since: dt.date) -> tuple[bool, Decimal | None, int, list[str]]:
        found = update_of(stand(example(), EXAMPLE_DAY), since)
        first = found.key_results[0]
        return first.news, first.change, len(found.done), [each.position for each in found.reached]

    assert moved(dt.date(2026, 11, 8)) == (True, Decimal(2), 0, ["1.3"])
    assert moved(dt.date(2026, 11, 9)) == (False, None, 0, [])
    assert moved(dt.date(2026, 11, 3)) == (True, Decimal(2), 2, ["1.3"])
    assert moved(dt.date(2026, 9, 1))[:2] == (True, Decimal(13))  # from its baseline


def test_falling_back_and_changing_ones_mind_is_told_as_moving() -> None:
    fell = reach(20, 30, [(20, 27), (41, 24)], title="Win", unit="MQLs")
    doubt = reach(0, 100, [(30, 45)], title="Hold").replace(
        check_ins=(
            CheckIn(date=dt.date(2026, 11, 2), value=Decimal(40), confidence=7),
            CheckIn(date=dt.date(2026, 11, 11), value=Decimal(45), confidence=4),
        )
    )
    text = made(of(fell, doubt, ON), "text", TODAY)
    section = text.split("WHAT MOVED SINCE 5 NOV\n")[1].split("\n\n\n")[0]
    assert "All 3 key results have a new number." in section
    assert "Fell back to 24 MQLs, down 3." in section
    assert "45, up 5. Confidence 4 of 10, was 7." in section


def test_what_should_fall_and_rises_went_the_wrong_way_and_did_not_fall_back() -> None:
    rises = reach(65, 45, [(41, 70)], title="Cut give-ups", unit="give-ups")
    again = reach(65, 45, [(20, 50), (41, 55)], title="Cut returns", unit="returns")
    section = made(of(rises, again), "text", TODAY).split("WHAT MOVED SINCE 5 NOV\n")[1].split("\n\n\n")[0]
    assert "Went the wrong way, to 70 give-ups, up 5." in section
    assert "Went the wrong way, to 55 returns, up 5." in section
    assert "Fell back" not in section


def test_numbers_that_the_title_says_are_not_said_again_below_it() -> None:
    told = reach(40, 90, [(41, 60)], title="Grow leads from 40 to 90", unit="leads")
    other = reach(40, 90, [(41, 60)], title="Grow leads", unit="leads")
    details = made(of(told, other), "text", TODAY).split("OBJECTIVES AND KEY RESULTS")[1].split("HOW TO READ")[0]
    assert details.count("Began at 40 leads") == 1
    planned = made(of(told, other, phase="planning"), "md", TODAY)
    assert "  By 31 Dec.\n" in planned and "  From 40 to 90 leads by 31 Dec.\n" in planned


def test_an_open_letter_is_said_as_a_word_until_the_plan_is_a_promise() -> None:
    planned = example().replace(phase="planning", committed_on=None)
    assert "SMART, still open: measurable (S·ART)." in made(planned, "md")
    assert "SMART" not in made(example(), "md"), "leadership is told how it goes, not what the plan once lacked"


def test_the_dates_of_the_quarter_are_no_list_in_german() -> None:
    speak("de")
    planned = made(clean_plan(), "md", dt.date(2026, 9, 20))
    assert "\n\nVom 1. Okt. bis 31. Dez. 2026; Stand 20. Sept. 2026.\n" in planned
    assert "\n\nVom 1. Okt. bis 31. Dez. 2026.\n" in made(example(), "md", dt.date(2027, 1, 4))


def test_a_risk_comes_with_its_sentence_its_note_and_what_is_late_for_it() -> None:
    text = made(example(), "text")
    risk = text.split("3.1  Clean 38,000 contact records in the CRM (Jonas)")[1].split("\n\n")[0]
    assert risk.startswith(" " * 11 + "off track") or "off track" in risk.splitlines()[0]
    for words in (
        "6,200 of 38,000 records.",
        "look again",
        '"Contractor starts on Monday',
        "late 6 days: Get CRM access",
    ):
        assert words in risk
    assert "- Explain the yearly price on one page (Priya, for 2.4)      late 3 days\n" in text


def test_moved_goalposts_are_told_in_the_words_that_stand_beside_the_key_result() -> None:
    plan = example()
    first = plan.objectives[0]
    moved, dropped, gone, *others = first.key_results
    new = KeyResult(id="new", title="Win 5 analysts", baseline=Decimal(0), target=Decimal(5))
    there = (moved.replace(target=Decimal(70)), dropped.replace(dropped_on=EXAMPLE_DAY), *others, new)
    after = plan.replace(objectives=(first.replace(key_results=there), *plan.objectives[1:]))
    earlier = Change(
        date=dt.date(2026, 10, 20), item=gone.id, field="target", old="8", new="6", reason="Fewer partners"
    )
    back = Change(date=dt.date(2026, 11, 1), item="", field="phase", old="active", new="planning", reason="New budget")
    after = recorded(plan, after.replace(changes=(earlier, back)), "Budget cut\nin fall", EXAMPLE_DAY)
    section = made(after, "text").split("GOALPOSTS THAT MOVED\n\n")[1].split("\n\n\n")[0]
    assert section.split("\n\n") == [
        f"1.1  {moved.title}\n     Target 70, was 65 until 12 Nov: Budget cut in fall.",
        f"1.2  {dropped.title}\n     Dropped on 12 Nov: Budget cut in fall.",
        f"- {gone.title}\n  Target 6, was 8 until 20 Oct: Fewer partners.\n  Removed on 12 Nov: Budget cut in fall.",
        "1.4  Win 5 analysts\n     Added on 12 Nov: Budget cut in fall.",
        "- The quarter\n  Back to planning on 1 Nov: New budget.",
    ]
    assert "target 70, was 65 until 12 Nov: Budget cut in fall" in "\n".join(show_lines(stand(after, EXAMPLE_DAY)))


def test_what_was_accepted_on_purpose_stands_there_with_its_reason() -> None:
    plan = example()
    second = plan.objectives[1]
    activation = second.key_results[1].replace(accepted={"kr-percentage": "The report only shows\nthe rate"})
    changed = second.replace(key_results=(second.key_results[0], activation, *second.key_results[2:]))
    text = made(plan.replace(objectives=(plan.objectives[0], changed, *plan.objectives[2:])), "md")
    assert "## Accepted on purpose\n\n- **2.2 Raise trial activation from 24 % to 31 %**\n" in text
    assert "  Accepted: The report only shows the rate\n" in text


def test_one_objective_alone_keeps_its_number_and_leaves_the_others_out() -> None:
    plan = example()
    found = update_of(stand(plan, EXAMPLE_DAY), None, plan.objectives[1].id)
    for name in FORMATS:
        text = rendered(found, name)
        assert "Turn more trials into paying customers" in text
        assert "Clean 38,000" not in text and "partners for joint" not in text and "brochures" not in text
    assert rendered(found, "md").startswith("# 2026-Q4, objective 2: update of 12 Nov 2026\n")
    assert "- **2.4 Win 90" in rendered(found, "md") and "podcast" in rendered(found, "md")


def test_long_lists_end_where_nobody_reads_on() -> None:
    actions = tuple(Action(id=f"a{number}", title=f"Do {number}", due=TODAY) for number in range(40))
    text = made(of(ON.replace(actions=actions)), "md", TODAY)
    assert text.count("(Thu 12 Nov, for 1.1)") == 15 and "\nAnd 25 more.\n" in text


@pytest.mark.parametrize(
    ("value", "words"),
    [("4542.9", "4,543"), ("0.71", "0.71"), ("-7.0", "7"), ("0.0361", "0.036"), ("0", "0"), ("99.96", "100")],
)
def test_worked_out_amounts_are_said_as_one_would_say_them(value: str, words: str) -> None:
    assert about(Decimal(value)) == words


@settings(max_examples=12)
@given(plans)
def test_any_plan_has_its_update_in_every_format(plan: Plan) -> None:
    found = update(plan, TODAY)
    for name in FORMATS:
        text = rendered(found, name)
        assert not set(text) & {chr(code) for code in (*range(9), *range(11, 13), *range(14, 32), 0x7F, 0x9B, 0x202E)}
        assert text.endswith("\n")


def big_file() -> bytes:
    """A quarter file of 20 objectives, 400 key results and 1,600 actions."""
    days = ("10-05", "10-12", "10-19", "10-26", "11-02", "11-09")
    check_ins = ", ".join(f"{{ date = 2026-{day}, value = {value} }}" for value, day in enumerate(days))
    actions = ", ".join("{ title = 'Step', due = 2026-11-12 }" for _ in range(4))
    key_result = (
        f"title = 'Win 20 leads'\nbaseline = 0\ntarget = 20\ncheck_ins = [{check_ins}]\nactions = [{actions}]\n"
    )
    objective = "[[objectives]]\ntitle = 'Go'\n" + 20 * f"[[objectives.key_results]]\n{key_result}"
    head = "schema = 1\nquarter = '2026-Q4'\nstart = 2026-10-01\nend = 2026-12-31\nphase = 'active'\n"
    return (head + 20 * objective).encode()


def test_2000_items_are_told_in_less_than_a_second() -> None:
    # held against the reading, a sixteenth of a second: that is not to be measured by how busy the machine is
    begin = time.process_time()
    plan = decode(big_file(), Path("2026-Q4.toml"))
    read = time.process_time()
    assert made(plan, "html", TODAY).count("Win 20 leads") > 400
    assert time.process_time() - read < 14 * (read - begin)


def test_texts_of_the_plan_never_stand_wider_than_a_mail() -> None:
    from okrtui.model.widths import cell_width

    for plan in (example(), everywhere(HOSTILE)):
        assert max(map(cell_width, made(plan, "text").splitlines())) <= 72
