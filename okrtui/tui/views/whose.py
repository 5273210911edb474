"""Both changed the same thing: what each has is shown, and the person chooses."""

from collections.abc import Callable

from textual.app import App

from okrtui.model.merge import Conflict
from okrtui.model.plan import Plan
from okrtui.report.conflict_words import conflict_words
from okrtui.tui.dialogs.ask import Ask

_MOST_SHOWN = 3


def ask_whose(app: App[None], plan: Plan, conflicts: tuple[Conflict, ...], take: Callable[[bool], None]) -> None:
    """Show both sides; ``take`` is told whether the person's own counts."""
    lines = [conflict_words(conflict, plan) for conflict in conflicts[:_MOST_SHOWN]]
    if len(conflicts) > _MOST_SHOWN:
        lines.append(f"and {len(conflicts) - _MOST_SHOWN} more")
    question = "Another window changed the same thing meanwhile.\n" + "\n".join(lines)
    ask = Ask(question, [("y", "take yours")], leave="keep what is there now")
    app.push_screen(ask, lambda answer: take(answer == "y"))
