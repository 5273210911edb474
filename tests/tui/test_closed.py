"""A closed quarter: every view says what the key results came to, and offers what can still be done."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.closing import State
from okrtui.model.measure import PACE_ORDER
from okrtui.model.plan import CheckIn, KeyResult, Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import encode
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.plans import small_plan

QUARTER, LATER = Quarter(2026, 4), dt.date(2027, 1, 8)
NARROW = (60, 20)


def closed_plan() -> Plan:
    """At the close one key result is behind and delivered all the same, one is hardly begun, one not measured."""
    (first, *others) = small_plan().objectives
    (mqls, draft) = first.key_results

    def ended(item_id: str, title: str, value: int) -> KeyResult:
        seen = CheckIn(date=dt.date(2026, 12, 30), value=Decimal(value), confidence=9)
        return mqls.replace(id=item_id, title=title, target=Decimal(40), check_ins=(seen,), actions=())

    key_results = (ended("kr0003", "Win customers", 34), ended("kr0004", "Win partners", 22), draft)
    plan = small_plan().replace(objectives=(first.replace(key_results=key_results), *others))
    return plan.replace(phase="closed", closed_on=dt.date(2026, 12, 31))


def paces_on(desk: Desk) -> list[State]:
    """The paces that the screen shows."""
    return [pace for pace in PACE_ORDER if pace in desk.screen]


@pytest.mark.parametrize("size", [SMALL, LARGE, NARROW])
async def test_what_was_delivered_is_nowhere_called_off_track_once_the_quarter_is_closed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_desk(tmp_path, closed_plan(), size=size, quarter=QUARTER, today=LATER) as desk:
        await desk.press("j")
        assert desk.lines[0].endswith("1 delivered  1 little"), "the header counts what the report counts"
        assert "✓   0.7" in _line(desk, "▷ 1.1") and "✗   0.1" in _line(desk, "▷ 1.2")
        assert "≠" not in desk.screen, "nobody has to look again at what is over"
        if size == LARGE:
            assert "Score       0.7 delivered" in desk.screen and "by today" not in desk.screen
        await desk.press("3", "j")
        assert "✓ 0.7 delivered" in _line(desk, "1.1") and "✗ 0.1 little" in _line(desk, "1.2")
        assert "not scored" in _line(desk, "1.3")
        assert "✓ delivered  34 of 40 MQLs" in desk.screen
        assert paces_on(desk) == [] or paces_on(desk) == ["done"], "a share that is done may be"
        await desk.press("k")
        assert desk.screen.count("✗ 0.1 little") == 2, "in the list, and below the objective"


async def test_the_foot_offers_only_what_a_closed_quarter_takes(tmp_path: Path) -> None:
    """A key that is offered and then refused costs what was typed in between."""
    first, plan = small_plan().objectives[0], closed_plan()
    plan = plan.replace(objectives=(*plan.objectives, first.replace(id="ob0003", key_results=first.key_results[:1])))
    async with at_desk(tmp_path, plan, size=LARGE, quarter=QUARTER, today=LATER) as desk:
        assert desk.lines[-1].split("  ")[:3] == [" space fold", "Z the close", "/ find"]
        await desk.press("j")
        assert desk.lines[-1].startswith(" space fold  c check in  Z the close  / find")
        await desk.press("c", "escape", "G")
        assert "add" not in desk.lines[-1] and "edit" not in desk.lines[-1] and "tick" not in desk.lines[-1]
        await desk.press("4")
        assert desk.lines[-1].startswith(" w filter  enter in the plan")
        await desk.press("5")
        assert "add" not in desk.lines[-1]


@pytest.mark.parametrize("keys", ["a", "A", "o", "enter", "e", "m", "i", "4 e", "4 p", "5 a", "5 e", "5 enter"])
async def test_a_key_that_would_change_a_closed_quarter_says_why_it_does_not(tmp_path: Path, keys: str) -> None:
    """A form that opens and is refused once it is filled in costs all that was written."""
    request = Parked(id="pk0001", request="A podcast")
    plan = small_plan().replace(phase="closed", closed_on=dt.date(2026, 12, 31), not_now=(request,))
    async with at_desk(tmp_path, plan, quarter=QUARTER, today=LATER) as desk:
        *way, key = keys.split()
        await desk.press("j", "j", "j", "1", *way, key)
        assert len(desk.app.screen_stack) == 1, "nothing opened"
        assert "2026-Q4 is closed; late values still go in, Z reopens it" in desk.status
        assert desk.app.focused is not None and not desk.app.focused.check_consume_key("x", "x"), "nothing is typed in"


async def test_a_command_that_would_change_a_closed_quarter_is_found_with_the_reason(tmp_path: Path) -> None:
    async with at_desk(tmp_path, closed_plan(), size=LARGE, quarter=QUARTER, today=LATER) as desk:
        await desk.press("colon")
        await desk.type("open the form")
        assert "it is closed; reopen it first" in desk.screen


async def test_what_was_being_written_when_the_quarter_was_closed_elsewhere_can_still_be_read(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("e")
        await desk.type(" and beyond")
        desk.app.keep_writing()
        desk.repository.path(QUARTER).write_bytes(encode(desk.plan.replace(phase="closed", closed_on=LATER)))
    async with at_desk(tmp_path, quarter=QUARTER, today=LATER) as desk:
        await desk.press("o")
        assert "and beyond" in desk.screen


def _line(desk: Desk, start: str) -> str:
    return next(found for found in desk.lines if found.lstrip().startswith(start))
