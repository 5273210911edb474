"""A closed quarter: every view says what the key results came to, and offers what can still be done."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.closing import State
from okrtui.model.measure import PACE_ORDER
from okrtui.model.plan import CheckIn, KeyResult, Plan
from okrtui.model.quarter import Quarter
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
        assert desk.lines[-1].split("  ")[:3] == [" space fold", "Z reopen", "/ find"]
        await desk.press("j")
        assert desk.lines[-1].startswith(" space fold  c check in  Z reopen  / find")
        await desk.press("c", "escape", "G")
        assert "add" not in desk.lines[-1] and "edit" not in desk.lines[-1] and "tick" not in desk.lines[-1]
        await desk.press("4")
        assert desk.lines[-1].startswith(" w only …  enter in the plan")


def _line(desk: Desk, start: str) -> str:
    return next(found for found in desk.lines if found.lstrip().startswith(start))
