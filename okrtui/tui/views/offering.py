"""What was being written when the program ended: offered again, one after the other."""

from collections.abc import Callable

from textual.screen import Screen

from okrtui.model.quarter import Quarter
from okrtui.model.text import display
from okrtui.storage.drafts import Draft
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.guide import place
from okrtui.tui.views import hand_edit
from okrtui.tui.world import World


def offer_drafts(screen: Screen[None], quarter: Quarter, world: World, reopen: Callable[[Draft], object]) -> None:
    """Ask what becomes of each draft that a session left behind; ``reopen`` goes on with one."""
    # the guide goes on by itself where it was left
    drafts = [it for it in world.drafts().left_behind(quarter) if it.kind != place.KIND]
    if not drafts:
        return
    draft = drafts[0]

    def decide(answer: str | None) -> None:
        if answer == "d":
            world.writing.forget(draft)
            offer_drafts(screen, quarter, world, reopen)
        elif answer == "o":
            reopen(draft)

    words = display(" / ".join(draft.texts.values()), 200)
    about = "the file, by hand" if draft.kind == hand_edit.KIND else f"({draft.kind}): {words}"
    question = f"This was being written when okrtui ended {about}"
    answers = [("o", "open it again"), ("d", "throw it away")]
    screen.app.push_screen(Ask(question, answers, leave="ask again next time"), decide)
