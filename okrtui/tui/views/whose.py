"""Both changed the same thing: what each has is shown, and the person chooses."""

from collections.abc import Callable

from textual.app import App

from okrtui.i18n import tr, tr_n
from okrtui.model.merge import Conflict
from okrtui.model.plan import Plan
from okrtui.report.conflict_words import conflict_words
from okrtui.tui.dialogs.ask import Ask

_MOST_SHOWN = 3


def ask_whose(app: App[None], plan: Plan, conflicts: tuple[Conflict, ...], take: Callable[[bool], None]) -> None:
    """Show both sides; ``take`` is told whether the person's own counts."""
    lines = [conflict_words(conflict, plan) for conflict in conflicts[:_MOST_SHOWN]]
    if len(conflicts) > _MOST_SHOWN:
        lines.append(tr_n("and {n} more", "and {n} more", len(conflicts) - _MOST_SHOWN))
    question = "\n".join([tr("Another window changed the same thing meanwhile."), *lines])
    ask = Ask(question, [("y", tr("take yours"))], leave=tr("keep what is there now"))
    app.push_screen(ask, lambda answer: take(answer == "y"))
