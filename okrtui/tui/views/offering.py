"""What was being written and is not taken yet: offered again, one after the other."""

from collections.abc import Callable

from textual.screen import Screen

from okrtui.i18n import tr, tr_as
from okrtui.i18n_lists import row_of
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.model.tree import find
from okrtui.storage.drafts import Draft
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.guide import place
from okrtui.tui.views import hand_edit
from okrtui.tui.widgets import check_in_drafts
from okrtui.tui.world import World
from okrtui.tui.writing import REASON

_MOST_WORDS, _MOST_TITLE = 200, 60
"""Characters of what was written, and of the title that it is about."""


def offer_drafts(screen: Screen[None], plan: Plan, world: World, reopen: Callable[[Draft], object]) -> None:
    """Ask what becomes of each draft that a session left behind; ``reopen`` goes on with one.

    What this session has half typed itself waits in its place, in the guide or in the round of check-ins.
    """
    drafts = world.drafts()
    # the guide goes on by itself where it was left, and a reason when the same is asked again
    left = [it for it in drafts.left_behind(plan.quarter) if it.kind not in (place.KIND, REASON)]
    offered = [it for it in left if it.kind != check_in_drafts.KIND or not drafts.is_own(it)]
    if not offered:
        return
    draft = offered[0]

    def decide(answer: str | None) -> None:
        if answer == "d":
            world.writing.forget(draft)
            offer_drafts(screen, plan, world, reopen)
        elif answer == "o":
            reopen(draft)

    answers = [("o", tr("open it again")), ("d", tr("throw it away"))]
    question = _question(draft, plan, is_own=drafts.is_own(draft))
    screen.app.push_screen(Ask(question, answers, leave=tr("ask again next time")), decide)


def _question(draft: Draft, plan: Plan, *, is_own: bool) -> str:
    """What was being written, with its words."""
    if draft.kind == hand_edit.KIND:
        # for translators: the file of the plan was edited by hand, and the change is not taken yet
        own = tr("The file was edited by hand, and that is not taken yet")
        # for translators: the file of the plan was being edited by hand
        return own if is_own else tr("This was being written when okrtui ended the file, by hand")
    words = display(_words(draft, plan), _MOST_WORDS)
    # for translators: the end of a quarter, as a noun
    kind = tr_as("noun", "close") if draft.kind == "close" else tr(draft.kind)
    # for translators: kind is objective, key result, action, check-in or the like; words are what was written
    own = tr("This is written and not taken yet ({kind}): {words}", kind=kind, words=words)
    # for translators: kind is objective, key result, action, check-in or the like; words are what was written
    ended = tr("This was being written when okrtui ended ({kind}): {words}", kind=kind, words=words)
    return own if is_own else ended


def _words(draft: Draft, plan: Plan) -> str:
    """What was written; of check-ins for each key result what it is about."""
    if draft.kind != check_in_drafts.KIND:
        return " / ".join(draft.texts.values())
    written = check_in_drafts.read(draft.texts).typed
    return " / ".join(
        tr("{key_result}: {words}", key_result=_title(about, plan), words=row_of(vars(typed).values()))
        for about, typed in written.items()
    )


def _title(about: str, plan: Plan) -> str:
    """The title of the key result that a half-typed check-in is about."""
    placed = find(plan, about.partition("@")[0])
    return display(placed.node.title, _MOST_TITLE) if placed else tr("(no title yet)")
