"""What a second window or a command writes appears by itself, and nothing is overwritten."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from okrtui.model.edits import ChangeFields
from okrtui.model.plan import CheckIn
from okrtui.model.quarter import Quarter
from okrtui.model.week_edits import RecordCheckIn
from tests.support.desk import at_desk
from tests.support.plans import small_plan


async def test_a_check_in_from_a_second_shell_appears_in_the_open_window(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        edit = RecordCheckIn("kr0001", CheckIn(date=dt.date(2026, 11, 12), value=Decimal(29)))
        desk.repository.update(Quarter(2026, 4), edit.apply)
        await desk.until(lambda: "29/30" in desk.screen)
        assert "another window" in desk.status
        await desk.press("g", "enter")
        await desk.type(" now")
        desk.repository.update(Quarter(2026, 4), ChangeFields("ob0002", {"title": "Theirs"}).apply)
        await desk.press("enter")
        first, second = desk.plan.objectives
        assert first.title.endswith(" now")
        assert second.title == "Theirs"
        assert "29/30" in desk.screen
