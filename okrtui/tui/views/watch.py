"""The file of an open plan, watched: what others write appears, and what could not be saved is tried again."""

import datetime as dt
from collections.abc import Callable
from threading import Thread
from typing import Final

from okrtui.i18n import mark, tr
from okrtui.open_plan import OpenPlan, Outcome
from okrtui.tui.widgets.header import opening_words
from okrtui.tui.widgets.lines import StatusLine

LOOK_AFTER: Final = 1.0
"""Seconds from one turn to the next."""
TURNS_BETWEEN_TRIES: Final = 5
"""How many turns pass from one try to save to the next."""

_COMMENTS = mark("the comments in this file are kept in the history: the first change takes them out")
_NO_LOCKS = mark("this file system has no locks; two windows are told apart by what they write")


class Watch:
    """Takes its turn once a second, while nothing is being typed."""

    def __init__(
        self,
        open_plan: OpenPlan,
        status: StatusLine,
        show: Callable[[str | None], None],
        tell: Callable[[Outcome], None],
    ) -> None:
        """``show`` draws the plan again; ``tell`` says what came of a save, and asks where it has to."""
        self._open_plan = open_plan
        self._status = status
        self._show = show
        self._tell = tell
        self._turns = 0
        self._told_of_locks = False
        self._is_ready = False

    def begin(self, today: dt.date) -> None:
        """Say what there is to know of the plan that was just opened."""
        if self._open_plan.has_comments:
            self._status.say(tr(_COMMENTS), "$warning")
        else:
            self._status.say(opening_words(self._open_plan.plan, today))

    def turn(self) -> None:
        """Look at the file, or try again to save; at the first turn, when the start is over, prepare the first save."""
        if not self._is_ready:
            self._is_ready = True
            Thread(target=self._open_plan.get_ready, daemon=True).start()
        if not self._open_plan.locking and not self._told_of_locks:
            self._told_of_locks = True
            self._status.say(tr(_NO_LOCKS), "$warning")
        if self._open_plan.is_saving:
            return
        if self._open_plan.not_saved:
            self._try_again()
        else:
            self._turns = 0
            self._look()

    def _try_again(self) -> None:
        self._turns += 1
        if self._turns % TURNS_BETWEEN_TRIES == 0:
            outcome = self._open_plan.try_again()
            if outcome.label:
                self._tell(outcome)

    def _look(self) -> None:
        outcome = self._open_plan.look()
        if outcome.label:
            self._show(None)
            # for translators: change is such as: what another window or command changed
            self._status.say(tr("here is {change}", change=outcome.label), "$primary")
        elif outcome.problem:
            self._show(None)
            self._status.say(outcome.problem, "$warning")
