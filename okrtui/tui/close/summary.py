"""The last step of the close: what came out of the quarter, and the close itself. A closed quarter shows it too."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from okrtui.i18n import tr
from okrtui.i18n_lists import joined
from okrtui.model.dates import format_date
from okrtui.model.ledger import after
from okrtui.model.lifecycle import Close
from okrtui.report.uncommitted import uncommitted
from okrtui.tui.close.step import Step
from okrtui.tui.close.summary_lines import summary_lines
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Do, Go, Say
from okrtui.tui.widgets.reading import Reading
from okrtui.tui.world import World


class SummaryStep(Step):
    """Read it; enter closes the quarter, and once it is closed goes on into the next."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "go_on", "Go on", show=False)]
    DEFAULT_CSS = "SummaryStep { height: 1fr; }"

    def __init__(self, world: World) -> None:
        """Empty until it is shown a plan."""
        super().__init__(world)
        self._reading = Reading()

    def compose(self) -> ComposeResult:
        """The lines."""
        yield self._reading

    def refresh_step(self) -> None:
        """Draw the plan as it stands."""
        assert self.standing is not None
        closing, standing, glyphs = self.closing, self.standing, self.world.glyphs
        self._reading.show(lambda width: summary_lines(closing, standing, glyphs, width))

    def enter(self) -> None:
        """The arrows scroll."""
        self._reading.focus()

    def action_go_on(self) -> None:
        """Close the quarter, or carry over from one that is closed, or over without a promise."""
        assert self.standing is not None
        plan = self.standing.plan
        if plan.phase == "closed" or uncommitted(plan, self.standing.today):
            self.post_message(Go("carry"))
        elif plan.phase == "active":
            self.post_message(Do(Close(self.standing.today)))
        else:
            self.post_message(Say(tr("it was never committed; there is nothing to close"), "$warning"))

    def words(self) -> str:
        """What enter does."""
        assert self.standing is not None
        plan, today = self.standing.plan, self.standing.today
        following = after(plan.quarter)
        on = tr("Enter carries over into {quarter}.", quarter=following) if following else ""
        if plan.phase == "closed":
            return joined(
                [on, tr("Late values: shift+tab. {reopen} reopens the quarter.", reopen=shown_key("reopen_quarter"))]
            )
        if uncommitted(plan, today):
            return joined([tr("It was not committed, so nothing is scored."), on])
        if plan.phase == "planning":
            return tr(
                "It is still being planned: a quarter is closed after it was committed. {key} commits it, or shows "
                "what is in the way.",
                key=shown_key("commit"),
            )
        if today < plan.end:
            end = format_date(plan.end, plan.start, plan.end)
            return tr(
                "Enter closes it now, before its last day, {day}; {undo} takes that back.",
                day=end,
                undo=shown_key("undo"),
            )
        return tr("Enter closes the quarter; {undo} takes that back.", undo=shown_key("undo"))

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        assert self.standing is not None
        leave = (shown_key("leave_close"), tr("leave"))
        match self.standing.plan.phase:
            case "active":
                undo = (shown_key("undo"), tr("undo"))
                return [("enter", tr("close it")), ("shift+tab", tr("back")), ("↑ ↓", tr("scroll")), undo, leave]
            case "closed":
                reopen = (shown_key("reopen_quarter"), tr("reopen"))
                return [("enter", tr("carry over")), ("shift+tab", tr("late values, scores")), reopen, leave]
            case _ if uncommitted(self.standing.plan, self.standing.today):
                return [("enter", tr("carry over")), ("↑ ↓", tr("scroll")), leave]
            case _:
                return [leave]
