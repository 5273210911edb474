"""The pictures of the README and what the screens have to show: each a few keys on the example quarter."""

import datetime as dt
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from okrtui.model.plan import Plan
from tests.support.desk import LARGE, SMALL, Desk, at_desk
from tests.support.example_year import LAST_DAY, PLANNED_ON, closed, ended, planned
from tests.support.plans import TODAY
from tests.support.utc import in_utc

_WORD = re.compile(r"'[^']*'|\S+")

_TRACKER = """\
Ziel,Schlüsselergebnis,Ausgangswert,Zielwert,Aktuell,Fällig,Team,Maßnahme,Status
Win back customers,Bring 12 customers back,0,12,4,15.12.2026,Field,Call all who left,erledigt
,,,,,,,Write the mail,
,Hold 40 interviews,5,40,7,10.12.2026,Field,,
"""
"""A spreadsheet as somebody keeps it, saved as CSV."""

_SENTENCE = "'Boost newsletter readers by 50 %'"


@dataclass(frozen=True)
class Story:
    """How to come to a screen."""

    name: str
    keys: str
    """Names of keys, with spaces between them; what stands in quotes is typed."""
    example: bool = True
    """Whether the example is open where there is no plan; an empty directory otherwise."""
    shows: str = ""
    """What the screen is waited for to show, where it takes a moment."""
    plan: Callable[[], Plan] | None = None
    """Makes the plan that is open in place of the example."""
    today: dt.date = TODAY


STORIES = (
    Story("plan", "j"),
    Story("key-result-form", "j f e"),
    Story("find", "slash 'mail'"),
    Story("help", "question_mark"),
    Story("first-start", "", example=False),
    Story("empty-plan", "enter", example=False),
    Story("check-in", "2"),
    Story("progress", "3 j"),
    Story("actions", "4 j"),
    Story("not-now", "5"),
    Story("report", "6", shows="# 2026-Q4: update of"),
    Story("guide", f"p right right {_SENTENCE}", shows="hides how many", plan=planned, today=PLANNED_ON),
    Story("review", "X", plan=planned, today=PLANNED_ON),
    Story("close", "Z", plan=ended, today=LAST_DAY),
    Story("carry-over", "greater_than_sign", plan=closed, today=LAST_DAY),
    Story("versions", "j j space j j j space V", shows="to do again:"),
    Story("import", "down down down enter '~/tracker.csv' enter", example=False, shows="2 key results"),
    Story("settings", "comma"),
)
SIZES = {"80x24": SMALL, "120x36": LARGE}
TOLD = [(f"{story.name}-{words}", story, size) for story in STORIES for words, size in SIZES.items()]
"""Every story at both sizes, with the name of its files."""


@asynccontextmanager
async def told(story: Story, size: tuple[int, int], directory: Path) -> AsyncIterator[Desk]:
    """The desk at the end of a story."""
    (directory / "tracker.csv").write_text(_TRACKER, encoding="utf-8")
    plan = story.plan() if story.plan else None
    example = story.example and plan is None
    with in_utc():
        async with at_desk(directory, plan, example=example, size=size, today=story.today) as desk:
            for word in _WORD.findall(story.keys):
                if word.startswith("'"):
                    await desk.type(word.strip("'"))
                else:
                    await desk.press(word)
            await desk.until(lambda: story.shows in desk.screen)
            await desk.pilot.pause()  # whatever else is still to come is there, a scrollbar for example
            yield desk
