"""What was being written when the program ended: offered again, one after the other."""

from collections.abc import Callable

from textual.screen import Screen

from okrtui.i18n import tr, tr_as
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

    answers = [("o", tr("open it again")), ("d", tr("throw it away"))]
    screen.app.push_screen(Ask(_question(draft), answers, leave=tr("ask again next time")), decide)


def _question(draft: Draft) -> str:
    """What was being written, with its words."""
    if draft.kind == hand_edit.KIND:
        # for translators: the file of the plan was being edited by hand
        return tr("This was being written when okrtui ended the file, by hand")
    words = display(" / ".join(draft.texts.values()), 200)
    # for translators: the end of a quarter, as a noun
    kind = tr_as("noun", "close") if draft.kind == "close" else tr(draft.kind)
    # for translators: kind is objective, key result, action, check-in or the like; words are what was written
    return tr("This was being written when okrtui ended ({kind}): {words}", kind=kind, words=words)
