"""In every language a person reads whole screens in it: nothing too wide, no English left, the keys at the foot."""

from pathlib import Path
from typing import get_args

import pytest

from okrtui.i18n import Code, Domain, speak, tr, tr_n
from okrtui.model.dates import format_date
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.model.widths import cell_width
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.plans import TODAY
from tests.translations.catalogues import OTHERS, read, texts

WIDTH = SMALL[0]
WALK = (
    *("1", "2", "3", "4", "5", "6", "1 e", "escape m", "escape comma", "escape question_mark", "escape ctrl+p"),
    *("escape slash", "escape V", "escape O", "escape X"),
)
"""Keys to one screen after the other."""


def english_words(code: Code) -> set[str]:
    """What the program and its example say in English and in other words in this language."""
    messages = [message for domain in get_args(Domain) for message in read(code, domain)]
    said = " ".join(text for message in messages for text in texts(message))
    ids = {message.id for message in messages if isinstance(message.id, str) and "{" not in message.id}
    return {words for words in ids if " " in words.strip() and words not in said}


def check_screen(desk: Desk, english: set[str], keys: str) -> None:
    lines = desk.lines
    for line in lines:
        assert cell_width(line) <= WIDTH, (keys, line)
    shown = "\n".join(lines)
    assert [words for words in english if words in shown] == [], keys


@pytest.mark.parametrize("code", OTHERS)
async def test_every_view_is_in_the_language_and_fits(tmp_path: Path, code: Code) -> None:
    speak(code)
    english = english_words(code)
    async with at_desk(tmp_path, example=True) as desk:
        for keys in WALK:
            await desk.press(*keys.split())
            check_screen(desk, english, keys)


@pytest.mark.parametrize("code", OTHERS)
async def test_carrying_over_names_its_key(tmp_path: Path, code: Code) -> None:
    speak(code)
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("greater_than_sign")
        await desk.until(lambda: f"enter {tr('carry over')}" in desk.lines[-1])


@pytest.mark.parametrize("code", OTHERS)
async def test_the_first_hints_are_read_to_their_end(tmp_path: Path, code: Code) -> None:
    speak(code)
    async with at_desk(tmp_path) as desk:
        await desk.press("enter")
        words = tr(
            "{below} then adds a key result below it, and an action below that. {help} shows the keys.",
            below="A",
            help="?",
        )
        assert "".join(words.split()) in "".join(desk.screen.split())


async def test_no_line_of_the_first_page_begins_with_a_stop_or_comma(tmp_path: Path) -> None:
    speak("ja")
    async with at_desk(tmp_path, size=(60, 20)) as desk:
        lines = [line.strip() for line in desk.lines]
        assert any(line.endswith("、") or "。" in line for line in lines)
        assert [line for line in lines if line.startswith(("。", "、", "」", "）"))] == []


async def test_what_is_cut_ends_at_its_last_letter_where_letters_are_wide(tmp_path: Path) -> None:
    speak("ja")
    async with at_desk(tmp_path, example=True) as desk:
        shown = []
        for view in ("2", "3", "4", "5"):
            await desk.press(view)
            shown += desk.lines[:-1]
        assert any("…" in line for line in shown)
        assert [line for line in shown if " …" in line] == []


@pytest.mark.parametrize("code", OTHERS)
async def test_a_pace_and_the_confidence_that_disagrees_with_it_stand_apart(tmp_path: Path, code: Code) -> None:
    speak(code)
    async with at_desk(tmp_path, example=True, size=LARGE) as desk:
        await desk.press("3")
        marked = [line for line in desk.lines if "≠" in line]
        assert marked and all(" ≠" in line for line in marked)


def test_arabic_counts_days_in_the_form_for_their_number() -> None:
    speak("ar")
    told = {n: tr_n("{date}, {n} days ago", "{date}, {n} days ago", n, date="x") for n in (3, 17, 100)}
    assert told == {3: "x، قبل 3 أيام", 17: "x، قبل 17 يومًا", 100: "x، قبل 100 يوم"}


@pytest.mark.parametrize("code", OTHERS)
async def test_the_day_of_a_request_is_read_to_the_end_of_its_year(tmp_path: Path, code: Code) -> None:
    speak(code)
    plan = Plan.empty(Quarter(2027, 1))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("5", "a")
        assert format_date(TODAY, plan.start, plan.end) in desk.screen


@pytest.mark.parametrize("code", ["de", "fr"])
async def test_choices_without_room_say_that_there_are_more_and_the_chosen_one_is_whole(
    tmp_path: Path, code: Code
) -> None:
    speak(code)
    async with at_desk(tmp_path, example=True, size=(60, 20)) as desk:
        await desk.press("j", "e", "tab", "tab")
        kinds = next(line for line in desk.lines if line.startswith(" M  "))
        assert kinds.endswith("…"), "keep at most is there, too"
        await desk.press("left")
        kinds = next(line for line in desk.lines if line.startswith(" M  "))
        assert f"({tr('keep at most')})" in kinds and "…" in kinds
