"""The close of a quarter: four calm screens that can be left at any of them and gone on with."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import DescendantFocus
from textual.timer import Timer

from okrtui.i18n import mark, tr
from okrtui.model.lifecycle import Reopen
from okrtui.storage.drafts import Draft
from okrtui.tui import commands
from okrtui.tui.close.looking_back import LookingBackStep
from okrtui.tui.close.scores import ScoresStep
from okrtui.tui.close.seen_first import SeenFirstView
from okrtui.tui.close.step import Step
from okrtui.tui.close.summary import SummaryStep
from okrtui.tui.close.values import ValuesStep
from okrtui.tui.dialogs.reason import Reason, reason_for
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Do, Go, Say
from okrtui.tui.plain import content
from okrtui.tui.widgets.check_in_drafts import put_away
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER

KIND = "close"
"""What a draft of the close is called."""

VALUES, SCORES, LOOKING_BACK, SUMMARY = range(4)
"""The steps, in their order."""

_STEPS_FROM = 70
"""Columns from which on all steps are named, where their names fit."""
_NAMES = (
    # for translators: a step of the close: the final value of each key result
    mark("Values"),
    # for translators: a step of the close: a score for each key result
    mark("Scores"),
    # for translators: a step of the close: three questions on how the quarter went
    mark("Looking back"),
    # for translators: the last step of the close
    mark("Summary"),
)


class CloseView(SeenFirstView):
    """Walks through the close. Each answer is an edit and saved at once; what is half typed is a draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings("close"),
        Binding("tab", "turn(1)", "Next", show=False),
        Binding("shift+tab", "turn(-1)", "Back", show=False),
    ]
    DEFAULT_CSS = """
    CloseView { height: 1fr; layout: vertical; }
    CloseView > Prose { height: 3; padding: 0 1; }
    CloseView > Container { height: 1fr; }
    """

    def __init__(self, world: World) -> None:
        """Empty until :meth:`show`."""
        super().__init__(world)
        self._head = Prose()
        self._steps: list[Step] = [ValuesStep(world), ScoresStep(world), LookingBackStep(world), SummaryStep(world)]
        self._at = SUMMARY
        self._is_begun = False
        self._is_entered = False
        self._kept: Draft | None = None
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """Head and one step at a time."""
        yield self._head
        with Container():
            yield from self._steps

    def on_mount(self) -> None:
        """No step is in sight before one is turned to."""
        for number, step in enumerate(self._steps):
            step.display = number == self._at

    def refresh_view(self, cursor_id: str | None) -> None:  # noqa: ARG002
        """Show the plan in the step that is in sight."""
        assert self.standing is not None
        if not self._open_steps(self._at):
            self._turn_to(SUMMARY)
        self._step.show(self.standing)
        self._draw_head()
        self.tell_keys()
        if self._is_entered and self._as_draft() is None:
            self.world.writing.end()
            self.world.writing.begin(self._as_draft)

    def enter(self) -> None:
        """Go on where it was left; the first time, where something is missing."""
        if not self._is_begun:
            self._is_begun = True
            self._at = self._first()
        self._is_entered = True
        if self._kept is not None:
            self.world.writing.adopt(self._kept)
            self._kept = None
        self.world.writing.begin(self._as_draft)
        self._turn_to(self._at if self._open_steps(self._at) else SUMMARY)

    def leave(self) -> None:
        """Save what can be saved, and keep what is half typed."""
        self._is_entered = False
        self._save()
        self._kept = self._as_draft()
        put_away(self.world, self._kept)

    def reopen(self, draft: Draft) -> None:
        """Go on with what was half typed when the program ended."""
        self.world.writing.adopt(draft)
        for number, step in enumerate(self._steps):
            if self._open_steps(number) and self.standing is not None:
                step.show(self.standing)
                step.restore(draft.texts)
                if step.half_typed():
                    self._turn_to(number)
                    step.restore(draft.texts)
                    return
        self.post_message(Say(tr("it is closed; it said: {text}", text=" / ".join(draft.texts.values())), "$warning"))

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do in the step."""
        return [("↑ ↓", tr("scroll")), (shown_key("leave_close"), tr("leave"))] if self.locked else self._step.keys()

    @property
    def is_typed_into(self) -> bool:
        """Whether something is half typed in the step."""
        return bool(self._step.half_typed())

    def on_resize(self) -> None:
        """Name the steps that have room."""
        if self.standing is not None:
            self._draw_head()

    def on_step_passed(self, event: Step.Passed) -> None:
        """Go to another step."""
        event.stop()
        self._turn_by(event.by)

    def on_input_changed(self) -> None:
        """Keep what is half typed, soon."""
        self._keep_soon()

    def on_text_area_changed(self) -> None:
        """Keep what is half typed, soon."""
        self._keep_soon()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The keys at the foot are those of the step."""
        event.stop()
        self.tell_keys()

    def action_turn(self, by: int) -> None:
        """Go to the next step or the one before; where several things are written, to the next of them."""
        step = self._step
        if isinstance(step, LookingBackStep):
            step.turn(by)
        else:
            self._turn_by(by)

    def action_leave_close(self) -> None:
        """Go back to the plan; nothing is lost."""
        self.post_message(Go("plan"))

    def action_reopen_quarter(self) -> None:
        """Take the close back, with a reason."""
        assert self.standing is not None
        plan = self.standing.plan
        if plan.phase != "closed" or self.locked:
            self.post_message(Say(self.locked or tr("it is not closed"), "$warning"))
            return

        def decide(reason: str | None) -> None:
            if reason:
                self.post_message(Do(Reopen(self.world.today(), reason)))

        question = tr("Reopen {quarter}. Why?", quarter=plan.quarter)
        hint, draft = tr("kept with the plan, and in the report"), reason_for(plan.quarter, "reopen")
        self.app.push_screen(Reason(question, hint, self.world, draft), decide)

    # Inside

    @property
    def _step(self) -> Step:
        """The step in sight."""
        return self._steps[self._at]

    def _open_steps(self, number: int) -> bool:
        """Whether a step can be worked on: in a closed quarter scores and the summary, in a draft the summary."""
        assert self.standing is not None
        if self.locked or self.standing.plan.phase == "planning":
            return number == SUMMARY
        return self.standing.plan.phase == "active" or number != LOOKING_BACK

    def _first(self) -> int:
        """The first step with something to do."""
        assert self.standing is not None
        if self.standing.plan.phase != "active" or self.locked:
            return SUMMARY
        self._steps[VALUES].show(self.standing)
        closing = self._steps[VALUES].closing
        if closing.without_final_value:
            return VALUES
        if closing.without_reason or self.standing.plan.retrospective == type(self.standing.plan.retrospective)():
            return SCORES
        return LOOKING_BACK if closing.unanswered else SUMMARY

    def _turn_by(self, by: int) -> None:
        at = self._at + by
        while 0 <= at < len(self._steps) and not self._open_steps(at):
            at += by
        if 0 <= at < len(self._steps):
            self._turn_to(at)

    def _turn_to(self, number: int) -> None:
        assert self.standing is not None
        if number != self._at:
            self._save()
        self._at = number
        for other, step in enumerate(self._steps):
            step.display = other == number
        self._step.show(self.standing)
        self._draw_head()
        if self._is_entered:
            self.show_anew()
            self._step.enter()
            self.tell_keys()

    def _save(self) -> None:
        """Save what the step has written. The view asks for it: what a step posted now would end at the view."""
        if (edit := self._step.unsaved()) is not None:
            self.post_message(Do(edit))

    def _draw_head(self) -> None:
        assert self.standing is not None
        plan = self.standing.plan
        # for translators: what is being done: closing the quarter
        what = tr("Close {quarter}", quarter=plan.quarter)
        if plan.phase == "closed":
            # for translators: the quarter is closed
            what = tr("Closed {quarter}", quarter=plan.quarter)
        there = [at for at in range(len(_NAMES)) if self._open_steps(at)]
        steps = [
            (f"{number} {tr(_NAMES[at])}   ", "bold $primary" if at == self._at else "$quiet")
            for number, at in enumerate(there, 1)
        ]
        words = content(self.locked, "$warning") if self.locked else content(self._step.words())
        quarter = Content.styled(f"{what}     ", "bold")
        head = Content.assemble(quarter, *steps)
        if len(there) == 1:
            head = quarter
        elif self.size.width < max(_STEPS_FROM, head.cell_length):
            place = tr("{number} of {count}", number=there.index(self._at) + 1, count=len(there))
            head = Content.assemble(quarter, (f"{place}  {tr(_NAMES[self._at])}", "bold $primary"))
        lines = [head, words, Content("")]
        self._head.update(Content("\n").join(lines), layout=False)

    def _keep_soon(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def _keep(self) -> None:
        self._keeping = None
        if self._is_entered:
            self.world.writing.keep()

    def _as_draft(self) -> Draft | None:
        """What is half typed in the step; None where all of it is saved."""
        assert self.standing is not None
        texts = self._step.half_typed()
        return Draft(self.standing.plan.quarter, KIND, KIND, "", 0, texts) if texts else None
