"""What is done to a plan: shown at once, saved in a thread beside, and told once that is known.

No key waits for the disk but one that does the next thing to the plan, or leaves it.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from rich.cells import cell_len
from textual.screen import Screen
from textual.timer import Timer

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.edits import Edit, Remove
from okrtui.model.goalposts import WithReason
from okrtui.model.merge import Conflict
from okrtui.open_plan import OpenPlan, Outcome
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.widgets.lines import StatusLine

_LONG = 0.3
"""Seconds after which a save is said to be under way."""


@frozen
class Ways:
    """What the screen around does when it is asked."""

    show: Callable[[str | None], None]
    """Shows the plan as it is now, with the cursor on an item."""
    show_saved: Callable[[], None]
    """Shows whether the plan is on disk, and the plan where the disk had another one."""
    is_writing: Callable[[], bool]
    """Whether something is being typed; then nothing is asked."""
    ask_whose: Callable[[tuple[Conflict, ...], Callable[[bool], None]], None]
    """Asks who is right where others changed the same; True for the person's own."""


class Acts:
    """Does one thing after the other to an open plan."""

    def __init__(self, screen: Screen[None], open_plan: OpenPlan, status: StatusLine, ways: Ways) -> None:
        """From now on the plan's saves run beside this screen."""
        self._screen = screen
        self._open_plan = open_plan
        self._status = status
        self._ways = ways
        self._to_ask: tuple[Conflict, ...] = ()
        self._saying: Timer | None = None
        self._takes_away = False
        self._begun = 0
        """How many saves were begun."""
        open_plan.beside = self._begin

    def do(self, act: Callable[[], Outcome], cursor_id: str | None = None, *, takes_away: bool = False) -> None:
        """Do something and show it; what came of the save is told later. What was done before is settled first.

        What ``takes_away`` something is told with the key that brings it back.
        """
        self.settle()
        self._takes_away = takes_away
        outcome = act()
        self._ways.show(cursor_id or outcome.item_id or None)
        if outcome.is_saving:
            self._saying = self._screen.set_timer(_LONG, lambda: self._say_saving(outcome.label))
        else:
            self._tell(outcome)

    def apply(self, edit: Edit, cursor_id: str | None) -> None:
        """Apply an edit, with the cursor on an item afterwards."""
        wanted = edit.edit if isinstance(edit, WithReason) else edit
        self.do(lambda: self._open_plan.apply(edit), cursor_id, takes_away=isinstance(wanted, Remove))

    def settle(self) -> None:
        """Wait for the save that is under way, and tell what came of it; nothing where none is."""
        if self._saying is not None:
            self._saying.stop()
            self._saying = None
        if self._open_plan.is_saving:
            self.told(self._open_plan.settle())

    def told(self, outcome: Outcome) -> None:
        """Tell what came of a save."""
        self._ways.show_saved()
        self._tell(outcome)

    def ask(self) -> None:
        """Ask what there is to choose, once nothing is being typed."""
        if self._to_ask and not self._ways.is_writing():
            conflicts, self._to_ask = self._to_ask, ()
            self._ways.ask_whose(conflicts, self._insist)

    # Inside

    def _begin(self, write: Callable[[], None]) -> None:
        """Run a save in a thread of its own, which the end of the program waits for."""
        self._begun += 1
        number = self._begun

        def run() -> None:
            write()
            with suppress(RuntimeError):  # the program has left; what it saved needs no telling
                self._screen.call_later(self._written, number)

        Thread(target=run).start()

    def _written(self, number: int) -> None:
        """Settle a save that is through; where the next was begun meanwhile, it is settled, and that goes on."""
        if number == self._begun:
            self.settle()

    def _say_saving(self, label: str) -> None:
        self._saying = None
        self._status.say(tr("saving: {act}", act=label))

    def _tell(self, outcome: Outcome) -> None:
        """Say what was done and whether it is on disk."""
        is_taken_away, self._takes_away = self._takes_away, False
        if outcome.label and outcome.problem:
            self._status.say(tr("not saved: {problem} ({act})", problem=outcome.problem, act=outcome.label), "$error")
        elif outcome.saved:
            words = tr("saved: {act}", act=outcome.label)
            longer = tr("saved: {act}; {key} brings it back", act=outcome.label, key=shown_key("undo"))
            has_room = cell_len(longer) < self._screen.size.width - 1
            self._status.say(longer if is_taken_away and has_room else words, "$success")
        else:
            self._status.say(outcome.problem, "$warning")
        if outcome.conflicts:
            self._to_ask = outcome.conflicts
            self.ask()

    def _insist(self, is_own: bool) -> None:
        if is_own:
            self.do(self._open_plan.insist)
