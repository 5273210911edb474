"""Where the quarter stands, seen by keys alone: the list, the words and the chart of what is under the cursor."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from okrtui.model.plan import CheckIn, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import encode
from okrtui.storage.repository import Repository
from okrtui.storage.settings import Settings
from tests.support.desk import LARGE, SMALL, Desk, at_desk, clock
from tests.support.plans import small_plan


def line(desk: Desk, start: str) -> str:
    return next(found for found in desk.lines if found.lstrip().startswith(start))


def beside(desk: Desk) -> str:
    """What stands beside the list, as one would read it out."""
    return " ".join(found.partition("│")[2].strip() for found in desk.lines)


async def test_the_quarter_is_seen_at_a_glance_and_each_key_result_in_words_and_as_a_chart(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, size=LARGE) as desk:
        await desk.press("3")
        assert "53 % of the way, 46 % of the days" in desk.screen
        assert "58 %  ● on track     7.3" in line(desk, "1 Build")
        assert "6,200/38k   16 %  ✗ off track  ≠   8" in line(desk, "3.1 Clean")
        assert "3/7   43 %  ? stale" in line(desk, "3.4 Connect")
        assert "58 % of the way, 48 % expected going by" in beside(desk), "the objective under the cursor"
        await desk.press("j")
        assert "● on track  53 of 65 demo requests. Expected 52" in beside(desk)
        assert "values  ⠄ ⠄ ideal pace" in desk.screen
        await desk.press("G")
        assert "At most 450 in 5 of 6" in beside(desk)
        assert "✓ met ✗ missed" in beside(desk)
        await desk.resize(SMALL)
        assert "405 euros now. At most 450 in 5 of 6 weeks." in desk.screen, "below the list where it is narrow"
        assert "✓ met  ✗ missed" in desk.screen
        assert "4.4 Keep the cost" in line(desk, "4.4"), "the cursor is in view"
        await desk.resize((50, 12))
        assert "4.4 Keep" in desk.screen and "◐ at risk  405 euros" in desk.screen


async def test_from_what_one_sees_one_goes_to_it_in_the_plan_and_comes_back(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan().replace(phase="planning")) as desk:
        await desk.press("3", "j", "j", "enter")
        assert "1.2 Train 5 people on the CRM" in desk.screen and "A add below" in desk.screen
        await desk.press("d", "3")
        assert "1.2 Train" not in desk.screen, "what was changed there is seen here"
        await desk.press("u")
        assert "1.2 Train" in desk.screen
        await desk.press("g", "e")
        assert "A add below" in desk.screen


async def test_falling_is_good_where_it_should_fall_and_doubt_is_marked_in_the_tree(tmp_path: Path) -> None:
    def days(item_id: str, value: str, confidence: int) -> KeyResult:
        seen = CheckIn(date=dt.date(2026, 11, 9), value=Decimal(value), confidence=confidence)
        sought = {"baseline": Decimal(9), "target": Decimal(4), "unit": "days"}
        return KeyResult(id=item_id, title=f"Cut {item_id} days", check_ins=(seen,), **sought)  # type: ignore[arg-type]

    cuts = (days("kr0001", "6.5", 6), days("kr0002", "6.5", 2), days("kr0003", "9.5", 9))
    plan = small_plan().replace(objectives=(Objective(id="ob0001", title="Be quicker", key_results=cuts),))
    async with at_desk(tmp_path, plan) as desk:
        assert " ●  50 %" in line(desk, "▷ 1.1") and "≠●  50 %" in line(desk, "▷ 1.2")
        assert "≠✗ -10 %" in line(desk, "▷ 1.3") and "≠✗" in line(desk, "▼ 1 ")
        await desk.press("3", "j", "j")
        assert "6.5 days, from 9 down to 4" in desk.screen
        assert "≠ Confidence is 2 of 10 although it is on track: look again." in desk.screen
        assert "● on track   ≠   2" in line(desk, "1.2") and "✗ off track  ≠   9" in line(desk, "1.3")
        assert _colour(desk, "1.1", "on track") == desk.app.theme_variables["success"].lower()
        assert _colour(desk, "1.3", "off track") == desk.app.theme_variables["error"].lower()


async def test_the_mark_of_doubt_in_the_tree_is_said_in_words_at_the_foot(tmp_path: Path) -> None:
    (first, *others) = small_plan().objectives
    (sound, *drafts) = first.key_results
    latest = sound.check_ins[-1].replace(confidence=2)
    doubted = sound.replace(check_ins=(*sound.check_ins[:-1], latest))
    plan = small_plan().replace(objectives=(first.replace(key_results=(doubted, *drafts)), *others))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("j")
        assert "≠●" in line(desk, "▼ 1.1")
        assert "confidence 2 of 10 while on track" in desk.lines[-3]


def _colour(desk: Desk, start: str, words: str) -> str:
    """The colour of words in the line that begins so."""
    strips = desk.app.screen._compositor.render_strips()
    strip = next(strip for strip in strips if strip.text.lstrip().startswith(start))
    style = next(segment.style for segment in strip if words in segment.text)
    assert style is not None and style.color is not None and style.color.triplet is not None
    return style.color.triplet.hex


async def test_where_there_is_nothing_to_see_it_says_what_will_be_and_what_to_press(tmp_path: Path) -> None:
    empty = Plan.empty(Quarter(2026, 4))
    async with at_desk(tmp_path / "empty", empty) as desk:
        await desk.press("3")
        assert "1 turns to the plan; o writes the first objective." in desk.screen
        await desk.press("j", "enter")
        assert desk.status == "nothing is planned yet; 1 turns to the plan"
    (objective, _) = small_plan().objectives
    bare = objective.replace(key_results=tuple(found.replace(check_ins=()) for found in objective.key_results))
    planned = small_plan().replace(objectives=(bare,), phase="planning")
    async with at_desk(tmp_path / "planned", planned) as desk:
        await desk.press("3", "j")
        assert "This quarter is being planned: 1 goes on with it." in desk.screen
        assert "Not checked in yet. By 31 Dec" in desk.screen
        assert "⠄ ⠄ ideal pace" in desk.screen


async def test_plain_characters_draw_it_too_and_a_file_to_read_only_is_shown(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "plans", clock)
    repository.create(small_plan())
    path = repository.path(Quarter(2026, 4))
    path.write_bytes(encode(small_plan()).replace(b"schema = 1", b"schema = 2"))
    async with at_desk(tmp_path, settings=Settings(ascii=True)) as desk:
        await desk.press("3", "j")
        assert "read-only" in desk.lines[2]
        assert "= on track" in line(desk, "1.1")
        assert "*** values  . . ideal pace" in desk.screen
        chart = desk.lines[desk.lines.index(line(desk, "30 +")) : -2]
        assert "\n".join(chart).isascii()


async def test_key_results_without_room_are_counted(tmp_path: Path) -> None:
    """A lone "…" stood there, of one line or of ten."""
    (objective, *others) = small_plan().objectives
    many = tuple(KeyResult(id=f"kr{number:04d}", title=f"Win {number}") for number in range(20))
    plan = small_plan().replace(objectives=(objective.replace(key_results=many), *others))
    async with at_desk(tmp_path, plan) as desk:
        await desk.press("3")
        assert "Its key results have no target yet." in desk.screen
        assert "Press 2 to check the first values in" in desk.screen
        shown = [found for found in desk.lines if found.startswith(" ? stale")]
        assert f" {20 - len(shown)} more key results" in desk.lines


async def test_a_value_reads_as_it_was_typed_where_it_has_room(tmp_path: Path) -> None:
    """115.50 in the check-in and the report was 115.5 here."""
    (objective, *others) = small_plan().objectives
    (first, *rest) = objective.key_results
    seen = CheckIn(date=dt.date(2026, 11, 9), value=Decimal("115.50"))
    spent = first.replace(baseline=Decimal(0), target=Decimal(90), check_ins=(seen,))
    plan = small_plan().replace(objectives=(objective.replace(key_results=(spent, *rest)), *others))
    async with at_desk(tmp_path, plan) as desk:
        assert "115.50/90" in line(desk, "▼ 1.1")
        await desk.press("3")
        assert "115.50/90" in line(desk, "1.1")
