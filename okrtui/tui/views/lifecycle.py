"""What a quarter's phase asks for: a reason where a goalpost moves, a look before the commit, the way back."""

from collections.abc import Callable

from textual.screen import Screen

from okrtui.coach.committing import Commit, what_blocks
from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.i18n_lists import listed
from okrtui.model.edits import Add, ChangeFields, Edit, EditError, kind_of
from okrtui.model.goalposts import WithReason, given_reason, moved, to_explain
from okrtui.model.lifecycle import BackToPlanning
from okrtui.model.plan import Plan
from okrtui.model.shown_words import counted
from okrtui.model.tree import find
from okrtui.open_plan import OpenPlan
from okrtui.report.standing import Standing
from okrtui.storage.drafts import Draft
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.dialogs.goalpost_reason import GoalpostReason
from okrtui.tui.dialogs.reason import Reason, reason_for
from okrtui.tui.forms.reading import Days, texts
from okrtui.tui.forms.specs import SPECS
from okrtui.tui.guide.place import Place, Places
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Go, Say
from okrtui.tui.scopes import Scope
from okrtui.tui.views.idle import why_not_in_phase
from okrtui.tui.world import World


@frozen
class Ways:
    """What the screen around does when it is asked."""

    act: Callable[[Edit, str | None], None]
    """Applies an edit and shows what came of it."""
    reopen: Callable[[Draft, str], object]
    """Opens the form of a draft in the plan, with a word at its foot."""
    standing: Callable[[], Standing]
    """Where the plan stands."""


class Lifecycle:
    """One plan's way from planning to the commit, and what the commit asks for."""

    def __init__(self, screen: Screen[None], open_plan: OpenPlan, world: World, ways: Ways) -> None:
        """``ways`` lead back to the screen."""
        self._screen = screen
        self._open_plan = open_plan
        self._world = world
        self._ways = ways

    # Goalposts

    def do(self, edit: Edit, cursor_id: str | None, kept: Callable[[], None] | None = None) -> None:
        """Apply an edit; where it moves a goalpost, once there is a reason.

        ``kept`` puts what was written somewhere safe where the person gives none; without it, a form opens again.
        """
        plan, today = self._open_plan.plan, self._world.today()
        try:
            after = edit.apply(plan)
        except EditError:
            after = plan  # applying it says what is wrong
        moves = to_explain(plan, after, today)
        if not moves or self._open_plan.read_only:
            self._ways.act(WithReason(edit, "", today) if moved(plan, after) else edit, cursor_id)
            return
        draft = None if kept else self._as_draft(edit, plan)
        if draft is not None:
            self._world.writing.begin(lambda: draft)
            self._world.writing.keep()

        def decide(reason: str | None) -> None:
            if reason:
                if draft is not None:
                    self._world.writing.end()
                self._ways.act(WithReason(edit, reason, today), cursor_id)
                return
            if kept is not None:
                kept()
            if draft is not None:
                said = tr("nothing changed: that takes a reason now; what you wrote is here")
                self._ways.reopen(draft, said)
            elif kept is not None:
                said = tr(
                    "nothing changed: that takes a reason now; {key} goes on with your edit",
                    key=shown_key("edit_file"),
                )
                self._say(said, "$warning")
            else:
                self._say(tr("nothing changed: that takes a reason now"), "$warning")

        given = given_reason(plan, moves, today)
        self._screen.app.push_screen(GoalpostReason(moves, self._ways.standing(), self._world, given), decide)

    # The commit

    def commit(self) -> None:
        """Commit the quarter, or show what is in the way."""
        plan = self._open_plan.plan
        if self._open_plan.read_only:
            self._say(tr("read-only: {reason}", reason=self._open_plan.read_only), "$warning")
        elif reason := why_not_in_phase(plan).get("commit"):
            self._say(reason)
        elif problem := what_blocks(plan):
            self._screen.post_message(Go("review"))
            self._say(tr("not committed yet; {problem}", problem=problem), "$warning")
        else:
            self._ask_to_commit(plan)

    def back_to_planning(self) -> None:
        """Take the commit back, with a reason."""
        plan = self._open_plan.plan
        if reason := why_not_in_phase(plan).get("back_to_planning"):
            self._say(reason)
            return

        def decide(reason: str | None) -> None:
            if reason:
                self._ways.act(BackToPlanning(self._world.today(), reason), None)

        title = tr("Take {quarter} back to planning. Why?", quarter=plan.quarter)
        hint, draft = tr("kept with the plan, and in the report"), reason_for(plan.quarter, "back to planning")
        self._screen.app.push_screen(Reason(title, hint, self._world, draft), decide)

    # The guide

    def guide(self) -> None:
        """Walk through the planning, from where the person left it."""
        plan = self._open_plan.plan
        if plan.phase == "planning":
            place = Places(self._world, plan.quarter).load()
            self._screen.post_message(Go(_view_of(place)))
        elif plan.phase == "active":
            words = tr(
                "{quarter} is planned and committed; {key} finds the way back to planning",
                quarter=plan.quarter,
                key=shown_key("palette"),
            )
            self._say(words)
        else:
            self._say(tr("{quarter} is planned and closed", quarter=plan.quarter))

    def resume(self) -> bool:
        """Go on in the guide where the program ended within it; whether it did."""
        place = Places(self._world, self._open_plan.plan.quarter).load()
        if place is None or place.left or self._open_plan.plan.phase != "planning":
            return False
        self._screen.post_message(Go(_view_of(place)))
        key = shown_key("guide_leave")
        self._say(tr("planning goes on where you were; {key} leads to the plan", key=key), "$primary")
        return True

    # Inside

    def _ask_to_commit(self, plan: Plan) -> None:
        objectives, key_results = len(plan.objectives), sum(len(found.key_results) for found in plan.objectives)

        def decide(answer: str | None) -> None:
            if answer == "c":
                self._ways.act(Commit(self._world.today()), None)
                if self._open_plan.plan.phase == "active":
                    Places(self._world, plan.quarter).forget()
                    self._screen.post_message(Go("plan"))

        amounts = listed([counted("objective", objectives), counted("key result", key_results)])
        # for translators: "Commit 2026-Q4: 3 objectives and 9 key results"
        head = tr("Commit {quarter}: {counts}", quarter=plan.quarter, counts=amounts)
        promise = tr(
            "From then on it is a promise. You can still change it; what a key result is measured by changes with a "
            "reason, which stays with the plan."
        )
        ask = Ask(f"{head}\n{promise}", [("c", tr("commit it"))], leave=tr("plan on"))
        self._screen.app.push_screen(ask, decide)

    def _as_draft(self, edit: Edit, plan: Plan) -> Draft | None:
        """What was written into a form or a line, so that it can be opened again; None for any other edit."""
        days = Days(plan.start, plan.end, self._world.today())
        fixes = (finding.fix.edit for finding in self._ways.standing().findings if finding.fix)
        if isinstance(edit, ChangeFields) and edit not in fixes and (placed := find(plan, edit.item_id)):
            parent_id = "" if isinstance(placed.parent, Plan) else placed.parent.id
            written = texts(edit.fields, days)
            return Draft(plan.quarter, kind_of(placed.node), edit.item_id, parent_id, placed.index, written)
        if isinstance(edit, Add):
            blank = type(edit.node)(id=edit.node.id)
            names = [spec.name for line in SPECS[type(blank)] for spec in line.fields]
            values = {name: getattr(edit.node, name) for name in names}
            written = texts({name: it for name, it in values.items() if it != getattr(blank, name)}, days)
            return Draft(plan.quarter, kind_of(edit.node), edit.node.id, edit.parent_id, edit.index, written)
        return None

    def _say(self, text: str, colour: str = "") -> None:
        self._screen.post_message(Say(text, colour))


def _view_of(place: Place | None) -> Scope:
    """The view that shows a place of the guide."""
    return "review" if place is not None and place.step == "review" else "guide"
