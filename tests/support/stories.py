"""The pictures of the README and what the screens have to show: each a few keys on the example quarter."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.desk import LARGE, SMALL, Desk, at_desk


@dataclass(frozen=True)
class Story:
    """How to come to a screen."""

    name: str
    keys: str
    """Names of keys, with spaces between them; a word in quotes is typed."""
    example: bool = True
    """Whether the example is open; an empty directory otherwise."""
    shows: str = ""
    """What the screen is waited for to show, where it takes a moment."""


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
)
SIZES = {"80x24": SMALL, "120x36": LARGE}
TOLD = [(f"{story.name}-{words}", story, size) for story in STORIES for words, size in SIZES.items()]
"""Every story at both sizes, with the name of its files."""


@asynccontextmanager
async def told(story: Story, size: tuple[int, int], directory: Path) -> AsyncIterator[Desk]:
    """The desk at the end of a story."""
    async with at_desk(directory, example=story.example, size=size) as desk:
        for word in story.keys.split():
            if word.startswith("'"):
                await desk.type(word.strip("'"))
            else:
                await desk.press(word)
        await desk.until(lambda: story.shows in desk.screen)
        yield desk
