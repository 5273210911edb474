"""Ask for a reason. What is typed is a draft: after a dropped line it stands there again when the same is asked."""

from textual.await_complete import AwaitComplete
from textual.timer import Timer

from okrtui.frozen import replace
from okrtui.model.quarter import Quarter
from okrtui.storage.drafts import Draft
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER, REASON

_TEXT = "reason"


def reason_for(quarter: Quarter, *about: str) -> Draft:
    """The draft of a reason; ``about`` tells what it is for from all else that is asked in the quarter."""
    return Draft(quarter, REASON, " ".join(about), "", 0, {})


class Reason(Prompt):
    """Gives the reason, or None."""

    def __init__(self, title: str, placeholder: str, world: World, draft: Draft, given: str = "") -> None:
        """``draft`` is what :func:`reason_for` gives; ``given`` stands there at first where nothing is left of it."""
        left = world.drafts().left_behind(draft.quarter)
        self._left = [it for it in left if (it.kind, it.item_id) == (REASON, draft.item_id)]
        super().__init__(title, placeholder, self._left[-1].texts.get(_TEXT, "") if self._left else given)
        self._world = world
        self._draft = draft
        self._keeping: Timer | None = None

    def on_mount(self) -> None:
        """What is written below the window waits meanwhile."""
        self._take_up = self._world.writing.set_down()
        if self._left:
            self._world.writing.adopt(self._left[-1], *self._left)
        else:
            self.query_one(LineInput).select_all()  # a reason given before is kept by enter, or written anew
        self._world.writing.begin(self._as_draft)

    def on_input_changed(self) -> None:
        """Keep what is typed, soon."""
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Close the window: the reason is taken, or thrown away on purpose."""
        self._world.writing.end()
        self._take_up()
        return super().dismiss(result)

    def _keep(self) -> None:
        self._keeping = None
        self._world.writing.keep()

    def _as_draft(self) -> Draft | None:
        text = self.query_one(LineInput).value
        return replace(self._draft, texts={_TEXT: text}) if text.strip() else None
