"""The third step of the close: three questions of the retrospective, saved as each is left."""

from collections.abc import Mapping

from textual.app import ComposeResult

from okrtui.i18n import mark, tr
from okrtui.model.closing import QUESTIONS
from okrtui.model.edits import Edit
from okrtui.model.lifecycle import SetRetrospective
from okrtui.model.text import clean_prose
from okrtui.tui.close.step import Step
from okrtui.tui.forms.field import ProseInput
from okrtui.tui.keys_in_use import typing_key
from okrtui.tui.messages import Do
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.world import World

_HINTS = {
    "went_well": mark("what to do again"),
    "went_badly": mark("what cost more than it brought"),
    "change_next": mark("one thing, to be tried at once"),
}


class LookingBackStep(Step):
    """Reads three answers; tab goes from one to the next, and on."""

    DEFAULT_CSS = """
    LookingBackStep { height: 1fr; padding: 0 1; overflow-y: auto; scrollbar-size-vertical: 1; }
    LookingBackStep Prose { color: $primary; text-style: bold; }
    LookingBackStep ProseInput { height: 1fr; min-height: 2; margin-bottom: 1; background: $surface; padding: 0; }
    LookingBackStep ProseInput:focus { background: $panel; }
    """

    def __init__(self, world: World) -> None:
        """Three empty answers."""
        super().__init__(world)
        self._inputs = {name: ProseInput("", tr(_HINTS[name])) for name in QUESTIONS}
        self._known: dict[str, str] = dict.fromkeys(QUESTIONS, "")
        """What the plan holds, or will hold when what was sent has arrived."""

    def compose(self) -> ComposeResult:
        """Each question above its answer."""
        for name, question in QUESTIONS.items():
            yield Prose(tr(question), markup=False)
            yield self._inputs[name]

    def refresh_step(self) -> None:
        """Show the plan's answers, but for one that is being written."""
        assert self.standing is not None
        for name, field in self._inputs.items():
            answer = getattr(self.standing.plan.retrospective, name)
            is_untouched = clean_prose(field.text) == self._known[name]
            self._known[name] = clean_prose(answer)
            if is_untouched and clean_prose(field.text) != self._known[name]:
                field.text = self._known[name]

    def enter(self) -> None:
        """Begin at the first question without an answer."""
        names = [name for name, field in self._inputs.items() if not field.text.strip()]
        self._inputs[names[0] if names else next(iter(self._inputs))].focus()

    def unsaved(self) -> Edit | None:
        """What was written since it was saved."""
        changed = self.half_typed()
        self._known |= changed
        return SetRetrospective(changed) if changed else None

    def on_descendant_blur(self) -> None:
        """An answer that is left is saved."""
        if (edit := self.unsaved()) is not None:
            self.post_message(Do(edit))

    def half_typed(self) -> dict[str, str]:
        """The answer that is being written."""
        return {name: text for name, text in self._texts().items() if text != self._known[name]}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put half-written answers back, and go on with the first of them."""
        written = [name for name in self._inputs if name in texts]
        for name in written:
            self._inputs[name].text = clean_prose(texts[name])
            self._inputs[name].move_cursor(self._inputs[name].document.end)
        if written:
            self._inputs[written[0]].focus()

    def turn(self, by: int) -> None:
        """Go to the question after or before, and out of the step behind the last and before the first."""
        fields = list(self._inputs.values())
        at = next((at for at, field in enumerate(fields) if field.has_focus), -1) + by
        if 0 <= at < len(fields):
            fields[at].focus()
        else:
            self.post_message(self.Passed(by))

    def words(self) -> str:
        """What this is for."""
        return tr("Three questions, a line or two each; an answer is saved when you leave it.")

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [
            ("tab", tr("next question, then the summary")),
            ("enter", tr("new line")),
            ("shift+tab", tr("back")),
            (typing_key("leave_close"), tr("leave")),
        ]

    def _texts(self) -> dict[str, str]:
        return {name: clean_prose(field.text) for name, field in self._inputs.items()}
