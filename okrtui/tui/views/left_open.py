"""What a git merge left open in the file: shown when the plan is opened, and chosen between one after the other."""

from collections.abc import Callable

from textual.screen import Screen

from okrtui.i18n import tr, tr_n
from okrtui.model.edits import Edit
from okrtui.model.plan import Unsettled
from okrtui.model.settling import KeepTheirs, TakeOurs, as_conflict, asked_first
from okrtui.open_plan import OpenPlan
from okrtui.report.conflict_words import conflict_words
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say


class LeftOpen:
    """The conflicts of one open plan."""

    def __init__(self, screen: Screen[None], open_plan: OpenPlan, act: Callable[[Edit, None], None]) -> None:
        """``act`` applies an edit and shows what came of it."""
        self._screen = screen
        self._open_plan = open_plan
        self._act = act
        self._shown: tuple[Unsettled, ...] = ()

    def show_new(self) -> None:
        """Ask about what was not shown yet; nothing happens where there is nothing new."""
        conflicts = self._open_plan.plan.conflicts
        if conflicts != self._shown and not self._open_plan.read_only:
            self._shown = conflicts
            if conflicts:
                self._ask()

    def show(self) -> None:
        """Ask about what is open, or say that nothing is."""
        if self._open_plan.plan.conflicts:
            self._ask()
        else:
            self._screen.post_message(Say(tr("no merge left anything open here")))

    def _ask(self) -> None:
        plan = self._open_plan.plan
        first = asked_first(plan)

        def decide(answer: str | None) -> None:
            if answer:
                self._act(TakeOurs(first) if answer == "y" else KeepTheirs(first), None)
                if len(self._open_plan.plan.conflicts) < len(plan.conflicts):
                    self.show_new()
            else:
                # for translators: settle is the name of a command
                self._screen.post_message(
                    Say(tr("it stays open; {key} finds it again: settle", key=shown_key("palette")), "$warning")
                )

        found = tr("A merge by git found the same thing changed on both sides.")
        if len(plan.conflicts) > 1:
            found = tr_n(
                "A merge by git found the same thing changed on both sides, {n} to choose.",
                "A merge by git found the same thing changed on both sides, {n} to choose.",
                len(plan.conflicts),
            )
        lines = [conflict_words(as_conflict(conflict), plan) for conflict in first]
        answers = [("y", tr("take yours")), ("t", tr("keep what is there now"))]
        self._screen.app.push_screen(Ask("\n".join([found, *lines]), answers, leave=tr("decide later")), decide)
