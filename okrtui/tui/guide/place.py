"""Where one is in the guide, kept on disk: whoever leaves it, or loses the line, comes back to the same screen."""

import contextlib
from typing import Literal, get_args

from okrtui.coach.findings import is_live
from okrtui.frozen import frozen
from okrtui.model.plan import Action, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.tree import Placed
from okrtui.storage.drafts import Draft
from okrtui.storage.errors import FileError
from okrtui.tui.world import World

StepName = Literal["focus", "objectives", "key results", "actions", "review", "commit"]
"""The steps of the walk."""

STEPS: tuple[StepName, ...] = get_args(StepName)
"""The steps, in order."""

WRITTEN_IN: dict[str, StepName] = {
    "objective-count": "objectives",
    "kr-count": "key results",
    "kr-all-lagging": "key results",
    "kr-no-action": "actions",
}
"""The steps in which findings are mended that ask for something to be written below their item, by their codes."""

KIND = "guide"
"""The kind of draft that holds a place."""

TO_THE_END = 1_000_000
"""More screens than any walk has: behind its last one lies the review."""

_LINE, _ASKED = "line", "asked"


@frozen
class Place:
    """One screen of the walk."""

    step: StepName
    item_id: str = ""
    """The objective whose key results are written, or the key result whose actions are; else empty."""
    line: str = ""
    """What is half written there."""
    left: bool = False
    """Whether the person has left the guide on purpose."""
    asked: str = ""
    """The key result and its field that the line asks for, with a space between them; empty for a new item."""


def walk(plan: Plan) -> list[Place]:
    """The screens of the guide for a plan, in order; the review comes after them."""
    key_results = [(o.id, kr.id) for o in plan.objectives for kr in o.key_results if is_live(kr)]
    return [
        Place("focus"),
        Place("objectives"),
        *[Place("key results", objective.id) for objective in plan.objectives],
        *[Place("actions", kr_id) for _, kr_id in key_results],
    ]


def index_of(place: Place, places: list[Place]) -> int:
    """Where a place lies in the walk; where its item is gone, the last screen of its step or of one before."""
    for at, known in enumerate(places):
        if (known.step, known.item_id) == (place.step, place.item_id):
            return at
    reached = STEPS.index(place.step)
    return max(at for at, known in enumerate(places) if STEPS.index(known.step) <= reached)


class Places:
    """The place in one quarter's guide, on disk among the drafts."""

    def __init__(self, world: World, quarter: Quarter) -> None:
        """Nothing is read yet."""
        self._world = world
        self._quarter = quarter

    def load(self) -> Place | None:
        """Where the person was; None where they have not begun. What another session left is this one's from now on."""
        drafts = self._world.drafts()
        found = [it for it in drafts.left_behind(self._quarter) if it.kind == KIND and 0 <= it.index < len(STEPS)]
        if not found:
            return None
        draft = next((it for it in reversed(found) if it.texts.get(_LINE)), found[-1])
        with contextlib.suppress(OSError, FileError):
            drafts.take_over(draft, [it for it in found if it is draft or not it.texts.get(_LINE)])
        texts = draft.texts
        return Place(
            STEPS[draft.index], draft.parent_id, texts.get(_LINE, ""), texts.get("left") == "yes", texts.get(_ASKED, "")
        )

    def as_draft(self, place: Place) -> Draft:
        """The place as it is kept."""
        written = {_LINE: place.line, "left": "yes" if place.left else "", _ASKED: place.asked}
        texts = {name: text for name, text in written.items() if text}
        return Draft(self._quarter, KIND, KIND, place.item_id, STEPS.index(place.step), texts)

    def keep(self, place: Place) -> None:
        """Put the place on disk. Where that fails the walk goes on: the plan itself is saved elsewhere."""
        with contextlib.suppress(OSError, FileError):
            self._world.drafts().keep(self.as_draft(place))

    def forget(self) -> None:
        """Take it off the disk: the walk is over."""
        with contextlib.suppress(OSError):
            self._world.drafts().drop(self.as_draft(Place("focus")))


def place_below(placed: Placed | None) -> Place:
    """Where what hangs on an item is written; where nothing hangs on it, the screen of the objectives."""
    if placed is None or isinstance(placed.node, Action):
        return Place("objectives")
    return Place("key results" if isinstance(placed.node, Objective) else "actions", placed.node.id)
