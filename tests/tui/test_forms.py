"""The forms: letters light as they become true, nothing wrong is kept, nothing typed is lost."""

import asyncio
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from textual import events

from okrtui.coach.field_help import asked
from okrtui.model.plan import KeyResult
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.field_window import FieldWindow
from okrtui.tui.forms.specs import ACTION, KEY_RESULT, OBJECTIVE, QUARTER, Line, names
from tests.support.desk import LARGE, Desk, at_desk, example_plan
from tests.support.plans import planned_plan


def key_result(desk: Desk, index: int) -> KeyResult:
    return desk.plan.objectives[0].key_results[index]


def written(desk: Desk) -> dict[str, str]:
    """What stands in the fields of the form."""
    return {field.spec.name: field.text for field in desk.app.screen.query(Field)}


def badge(desk: Desk) -> str:
    return desk.lines[0].split("  ")[-1].replace(" ", "")


async def test_each_letter_lights_as_its_group_becomes_true(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("G", "k", "e")  # 1.2, a draft
        assert badge(desk) == "·····"
        await desk.press("tab")
        await desk.type("Passed the course")
        await desk.press("tab")
        assert badge(desk) == "S····"
        await desk.press("tab")
        await desk.type("0")
        await desk.press("tab")
        await desk.type("5")
        await desk.press("tab")
        await desk.type("people")
        await desk.press("tab")
        assert badge(desk) == "SM···"
        await desk.press("tab", "tab")
        await desk.type("6")
        await desk.press("tab")
        assert badge(desk) == "SMA··"
        await desk.press("tab")
        await desk.type("Two courses are booked")
        await desk.press("tab")
        assert badge(desk) == "SMAR·"
        await desk.press("tab")
        await desk.type("15 Dec")
        await desk.until(lambda: badge(desk) == "SMART")
        await desk.press("ctrl+s")
        kept = key_result(desk, 1)
        assert (kept.definition, kept.baseline, kept.target, kept.unit) == (
            "Passed the course",
            Decimal(0),
            Decimal(5),
            "people",
        )
        assert (kept.confidence, kept.realistic, str(kept.due)) == (6, "Two courses are booked", "2026-12-15")
        assert desk.status == 'saved: changed "Train 5 people on the CRM"'


async def test_a_new_items_errors_appear_only_after_a_field_was_left(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("A")
        await desk.type("Win 9 partners")
        await desk.press("tab")
        assert "New key result" in desk.lines[0]
        assert "Win 9 partners" in desk.screen
        assert "nothing says what counts" not in desk.screen
        await desk.press("tab", "tab")
        assert "nothing says what counts" in desk.screen
        assert "kr-no-due" not in desk.screen


async def test_a_wrong_date_is_said_under_its_field_and_keeps_the_form_open(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "j", "e", "tab", "tab")
        await desk.type("31.13.")
        await desk.press("ctrl+s")
        assert "not saved yet" in desk.status
        due = next(index for index, line in enumerate(desk.lines) if "31.13." in line)
        assert 'due: "31.13." has no month 13' in desk.lines[due + 1]
        assert desk.plan == planned_plan()


async def test_the_sentence_of_a_new_item_fills_the_empty_fields_of_its_form_and_each_can_be_undone(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "j", "a", "tab")
        assert "New key result" in desk.lines[0]
        await desk.type("Newsletter subscribers from 200 to 300 by 15 Dec")
        await desk.press("tab")
        assert desk.status == "filled in: from 200 to 300 Newsletter subscribers, due 15 Dec"
        texts = written(desk)
        assert [texts[name] for name in ("baseline", "target", "unit", "due")] == [
            *("200", "300", "Newsletter subscribers", "15 Dec")
        ]
        assert texts["title"] == "Newsletter subscribers from 200 to 300"
        await desk.press("shift+tab", "ctrl+z", *["tab"] * 3, "ctrl+z", "tab", *"350", "shift+tab")
        assert written(desk)["title"] == "Newsletter subscribers from 200 to 300 by 15 Dec", "what was typed comes back"
        assert (written(desk)["baseline"], written(desk)["target"]) == ("", "350"), "and is not read a second time"
        await desk.press("ctrl+s")
        kept = key_result(desk, 1)
        assert (kept.baseline, kept.target, str(kept.due)) == (None, Decimal(350), "2026-12-15")


async def test_a_sentence_writes_over_nothing_that_was_typed_or_chosen_before_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "j", "a", "tab", *["tab"] * 2, "right", "tab", "tab", *"25", *["shift+tab"] * 4)
        await desk.type("Keep churn below 30 customers @ben")
        await desk.press("tab")
        texts = written(desk)
        assert (texts["kind"], texts["target"], texts["unit"]) == ("at_least", "25", "customers")
        assert (texts["owner"], texts["title"]) == ("ben", "Keep churn below 30 customers")


async def test_the_sentence_of_a_new_action_fills_its_due_date_and_owner_even_when_it_is_saved_at_once(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "j", "A", "tab")
        await desk.type("Call the printer by 15 Dec @ben")
        await desk.press("ctrl+s")
        kept = key_result(desk, 0).actions[-1]
        assert (kept.title, str(kept.due), kept.owner) == ("Call the printer", "2026-12-15", "ben")


async def test_what_a_sentence_fills_in_at_last_hides_no_word_of_what_keeps_it_from_being_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "j", "a", "tab", *["tab"] * 3, *"abc", *["shift+tab"] * 3)
        await desk.type("Win 30 readers by 15 Dec")
        await desk.press("ctrl+s")
        assert 'not saved yet: from "abc" is no number' in desk.status
        assert (written(desk)["target"], written(desk)["due"]) == ("30", "15 Dec")


async def test_what_is_typed_after_a_number_was_refused_takes_its_place(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", *["tab"] * 3, *"12.500", "ctrl+s")
        assert 'not saved yet: from "12.500" could be 12,500 or 12.5' in desk.status
        await desk.type("12500")
        assert written(desk)["baseline"] == "12500"


async def test_an_action_is_proposed_for_the_day_of_its_key_result(tmp_path: Path) -> None:
    plan = planned_plan()
    first = plan.objectives[0]
    sooner = first.key_results[0].replace(due=dt.date(2026, 12, 4))
    plan = plan.replace(objectives=(first.replace(key_results=(sooner, *first.key_results[1:])), *plan.objectives[1:]))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("j", "A", "tab")
        assert "due 4 Dec?" in " ".join(desk.screen.split())


async def test_the_sentence_of_an_item_that_is_there_fills_in_what_is_empty_once_it_is_written_anew(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("G", "k", "e")  # 1.2, a draft
        await desk.press("tab", "ctrl+s")
        assert key_result(desk, 1).target is None, "nobody wrote it now"
        await desk.press("e", "end")
        await desk.type(" from 2 to 5 by 15 Dec")
        await desk.press("tab", "ctrl+s")
        kept = key_result(desk, 1)
        assert kept.title == "Train 5 people on the CRM from 2 to 5"
        assert (kept.baseline, kept.target) == (Decimal(2), Decimal(5))
        assert kept.due == dt.date(2026, 12, 15)
        await desk.press("e", "end")
        await desk.type(" or 9 by 20 Dec")
        await desk.press("tab", "ctrl+s")
        again = key_result(desk, 1)
        assert (again.target, again.due) == (Decimal(5), kept.due), "what stands there stays"


async def test_a_start_behind_the_due_date_is_told_at_its_field(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=LARGE) as desk:
        await desk.press("g", "j", "e", *["tab"] * 11)
        await desk.type("20 Dec")
        await desk.press("tab")
        await desk.type("15 Dec")
        await desk.press("tab")
        said = "start: !! starts on 20 Dec 2026, after it is due on 15 Dec 2026"
        await desk.until(lambda: said in desk.screen)
        assert "T" not in badge(desk)


@pytest.mark.parametrize("text", ["end of November", "by end of November", "Ende November", "fin novembre"])
async def test_a_due_date_is_read_as_in_a_sentence(tmp_path: Path, text: str) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", *["tab"] * 12)
        await desk.type(text)  # pasted in the place of the day that tab selects
        await desk.press("ctrl+s")
        assert str(key_result(desk, 0).due) == "2026-11-30", desk.screen


async def test_a_short_field_that_tab_leads_to_is_written_anew_and_a_sentence_gone_on_with(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", *["tab"] * 4, *"45", "ctrl+z")
        assert "to 30 " in desk.screen, "what was there comes back"
        await desk.press("tab", "shift+tab", "space", "tab", "shift+tab", *"40")
        await desk.press("shift+tab", "right", *"5", *["shift+tab"] * 3)
        await desk.type(" soon")
        await desk.press("ctrl+s")
        kept = key_result(desk, 0)
        assert kept.target == Decimal(40), "a space takes nothing away"
        assert kept.baseline == Decimal(205), "an arrow keeps what is selected"
        assert kept.title == "Increase MQLs attributable to inbound marketing from 20 to 30 soon"


async def test_arrows_lead_from_field_to_field_as_in_a_sheet_and_prose_is_gone_on_with_at_its_end(
    tmp_path: Path,
) -> None:
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("j", "e", "down")
        await desk.type(" counted by us")
        await desk.press("up", "up", "up")  # its own lines first
        await desk.type(" now")
        await desk.press("down", "down", "up", "up", "up", "up")
        await desk.type(" and then")
        await desk.press("ctrl+s")
        changed = desk.plan.objectives[0].key_results[0]
        assert changed.title.endswith(" now and then")
        assert changed.definition.endswith(" counted by us"), "whoever goes on into it writes at its end"


async def test_the_foot_says_what_the_keys_do_in_the_field_that_is_written(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e")
        assert "new line" not in desk.lines[-1] and "ctrl+e editor" in desk.lines[-1]
        await desk.press("tab")
        assert "ctrl+s save  enter new line" in desk.lines[-1], "who gets a new line looks here for how to save"
        await desk.press("tab", "tab")
        assert "new line" not in desk.lines[-1] and "editor" not in desk.lines[-1], "no editor for a number"


async def test_f1_says_what_a_field_asks_and_what_its_choices_mean(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", "tab", "tab")
        assert desk.lines[-1].endswith("esc leave  f1 help")
        await desk.press("f1")
        said = " ".join(desk.screen.split())
        assert "keep at least: that number or more; progress counts the weeks that kept it" in said, desk.screen
        await desk.press("f1", *["tab"] * 5, "f1")
        assert "lagging: moves after it and proves the result" in desk.screen
        await desk.press("escape", *["shift+tab"] * 7, "question_mark", "ctrl+s")
        assert key_result(desk, 0).title.endswith("to 30?"), "where somebody writes, a question mark is one"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [(OBJECTIVE, "objective"), (KEY_RESULT, "key result"), (ACTION, "action"), (QUARTER, "quarter")],
)
def test_every_field_is_explained(lines: tuple[Line, ...], kind: str) -> None:
    assert [name for name in names(lines) if not asked(kind, name)] == []


async def test_an_empty_field_for_a_number_looks_empty(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("G", "k", "e")  # 1.2, a draft
        (numbers,) = (line.split() for line in desk.lines if " from " in line and " unit " in line)
        assert numbers == ["from", "to", "unit", "what", "is", "counted"], "an example would pass for the number"
        assert "due 31 Dec?" in desk.screen


async def test_a_choice_says_how_one_chooses_where_somebody_types(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", "tab", "tab")
        assert "← → choose" in desk.lines[-1]
        await desk.press("2")
        assert "← and → choose" in desk.status, "a digit is not swallowed without a word"
        await desk.press("right")
        assert "choose" not in desk.status, "it was understood, and the next key is a good one"
        await desk.press("tab")
        assert "(keep at least)" in desk.screen and "choose" not in desk.lines[-1]
        await desk.press("shift+tab", "2", "tab")
        assert "choose" not in desk.status, "another field is being written"


async def test_only_the_choice_that_has_the_keys_is_reversed(tmp_path: Path) -> None:
    def reversed_words(desk: Desk) -> list[str]:
        strips = desk.app.screen._compositor.render_strips()
        return [it.text for strip in strips for it in strip if it.style and it.style.reverse and "(" in it.text]

    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", "tab", "tab")
        assert reversed_words(desk) == ["(reach)"]
        await desk.press("tab")
        assert reversed_words(desk) == [], "the keys are in the field below"


async def test_what_was_not_done_is_said_only_until_the_writing_goes_on(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", "tab", "tab", "tab", "ctrl+e")
        assert "is for fields of text" in desk.status
        await desk.press("tab")
        assert desk.status == ""
        await desk.type("many")
        await desk.press("ctrl+s")
        assert "not saved yet: to" in desk.status
        await desk.press("ctrl+u", *"40")
        assert desk.status == "", "it is mended, and nothing is left to be said of it"


async def test_what_a_key_says_stays_however_long_the_field_before_takes_to_be_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave = Field.on_descendant_blur

    async def leave_late(field: Field, event: events.DescendantBlur) -> None:
        for _ in range(50):
            await asyncio.sleep(0)
        leave(field, event)

    monkeypatch.setattr(Field, "on_descendant_blur", leave_late)
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", "tab", "tab")
        await desk.press_ahead("tab", "ctrl+e")
        assert "is for fields of text" in desk.status


async def test_the_first_letters_of_a_choice_choose_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", "tab", "tab")
        for typed, chosen in (
            ("k", "(keep at least)"),
            ("k", "(keep at most)"),
            ("r", "(reach)"),
            ("m", "(keep at most)"),
            ("r", "(reach)"),
            ("e", "(reach)"),
            ("space", "(keep at least)"),
            ("R", "(reach)"),
        ):
            await desk.press(typed)
            assert chosen in desk.screen, typed
        await desk.press("x")
        assert desk.status == "nothing here begins with x: ← and → choose, tab goes on"
        await desk.press("k")
        assert "(keep at least)" in desk.screen and desk.status == ""
        await desk.press("?")
        assert isinstance(desk.app.screen, FieldWindow), "a sign that does something here does it"
        await desk.press("escape", "ctrl+s")
        assert key_result(desk, 0).kind == "at_least"


async def test_the_ambition_says_what_is_committed_to_as_the_quarter_is_committed_too(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e")
        await desk.press(*["tab"] * 9)
        assert desk.status == "committed: this one is promised in full; aspirational: set high on purpose"
        await desk.press("x")
        assert "begins with x" in desk.status
        await desk.press("a")
        assert "(aspirational)" in desk.screen and desk.status.startswith("committed: this one")
        await desk.press("tab")
        assert desk.status == ""
        await desk.press("shift+tab", "shift+tab", "ctrl+u")
        await desk.type("11")
        await desk.press("tab", "ctrl+s")
        await desk.until(lambda: "not saved yet: confidence" in desk.status)


async def test_a_draft_with_findings_can_always_be_saved(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("A")
        await desk.type("Something")
        await desk.press("tab", "ctrl+s")
        assert key_result(desk, 2).title == "Something"
        assert "·····" in desk.screen


async def test_leaving_a_changed_form_asks_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("e")
        await desk.type(" soon")
        await desk.press("escape")
        assert "This form is not saved" in desk.screen
        await desk.press("escape")
        assert "channel soon" in desk.screen
        await desk.press("escape", "s")
        assert desk.plan.objectives[0].title.endswith("channel soon")


async def test_leaving_an_unchanged_form_asks_nothing_and_changes_nothing(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        before = desk.repository.path(desk.plan.quarter).read_bytes()
        await desk.press("j", "e", "escape", "j", "e", "ctrl+s", "k", "e", "ctrl+s", "i", "escape")
        assert desk.repository.path(desk.plan.quarter).read_bytes() == before
        assert "Build a new channel" in desk.screen


async def test_what_was_thrown_away_on_purpose_is_gone(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("e")
        await desk.type("xyz")
        await desk.press("escape", "ctrl+d")
        assert desk.plan == planned_plan()


async def test_whoever_types_on_when_the_form_asks_loses_nothing(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("e")
        await desk.type(" by the")
        await desk.press("escape", *"end")
        assert "This form is not saved" in desk.screen
        await desk.press("escape")
        assert "channel by the" in desk.screen


async def test_numbers_stay_as_they_were_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("G", "k", "e", "tab", "tab", "tab")
        await desk.type("0.10")
        await desk.press("tab")
        await desk.type("1,250")
        await desk.press("ctrl+s")
        kept = key_result(desk, 1)
        assert (str(kept.baseline), str(kept.target)) == ("0.10", "1250")


async def test_a_number_may_be_written_out_or_with_the_unit_of_its_key_result(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("G", "k", "e", "tab", "tab", "tab")
        await desk.type("about twenty-five")
        await desk.press("tab")
        await desk.type("2,5%")
        await desk.press("ctrl+s")
        assert '"2,5%" has more in it than the number; the unit has a field' in desk.screen, "no unit is said yet"
        await desk.press("tab")
        await desk.type("%")
        await desk.press("ctrl+s")
        kept = key_result(desk, 1)
        assert (kept.baseline, kept.target, kept.unit) == (Decimal(25), Decimal("2.5"), "%")


async def test_a_number_is_no_unit_and_is_said_to_be_none_where_it_is_typed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("G", "k", "e", *["tab"] * 5)
        for wrong in ("2 000", "60 %", "1.250"):
            await desk.press("ctrl+u")
            await desk.type(wrong)
            await desk.press("ctrl+s")
            assert f'"{wrong}" is a number; write what it counts' in desk.screen
        await desk.press("ctrl+u")
        await desk.type("tonnes of CO2")
        await desk.press("ctrl+s")
        assert key_result(desk, 1).unit == "tonnes of CO2"


async def test_a_number_with_another_unit_is_never_taken(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("G", "k", "e", *["tab"] * 5)
        await desk.type("people")
        await desk.press("shift+tab", "shift+tab")
        for wrong in ("2.5 %", "twenty-five leads", "12 partners"):
            await desk.press("ctrl+u")
            await desk.type(wrong)
            await desk.press("ctrl+s")
            assert f'not saved yet: from "{wrong}"' in desk.screen
        assert key_result(desk, 1).baseline is None


async def test_choices_change_with_the_arrows(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("j", "e", "tab", "tab", "right", "ctrl+s")
        assert key_result(desk, 0).kind == "at_least"


async def test_the_methods_questions_stand_beside_the_fields_or_below(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan(), size=LARGE) as desk:
        await desk.press("j", "e")
        assert "Ask yourself" in desk.screen
        asked = [line.partition("│")[2].removeprefix(" ") for line in desk.lines if "│" in line]
        assert all(not line or line[:2] in {"? ", "  "} for line in asked if line != "Ask yourself"), "below the words"
        assert "Is it a real number" in desk.screen
        await desk.resize((80, 24))
        assert "Ask yourself" not in desk.screen
        assert "Does everyone agree what success looks like?" in desk.screen


async def test_below_the_fields_every_question_of_the_group_is_asked(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        await desk.press("j", "e", "tab", "tab")
        assert "Can it be measured precisely?" in desk.screen
        assert "Is it a real number rather than a percentage?" in desk.screen


async def test_the_quarters_last_day_cannot_be_before_its_first(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("i", "tab", "tab", "ctrl+u")
        await desk.type("2026-09-01")
        await desk.press("ctrl+s")
        assert "not after the start" in desk.screen
        assert desk.plan == planned_plan()


async def test_a_letter_is_dark_while_its_field_holds_what_cannot_be_read(tmp_path: Path) -> None:
    async with at_desk(tmp_path, planned_plan()) as desk:
        await desk.press("g", "j", "e", *["tab"] * 12)
        assert desk.lines[0].rstrip().endswith("T")
        await desk.type("30.02.")
        await desk.press("tab")
        assert 'due: "30.02." is no date' in " ".join(desk.screen.split())
        assert not desk.lines[0].rstrip().endswith("T")
