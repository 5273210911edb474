"""The form of an item: every field in sight, judged as it is written, with the method's questions beside it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from okrtui.coach.findings import Finding, Letter, On, check_item, smart
from okrtui.coach.questions import questions_for
from okrtui.model.edits import cleaned, kind_of
from okrtui.model.plan import KeyResult, Node, Plan
from okrtui.report.standing import Standing
from okrtui.storage.drafts import Draft
from okrtui.tui import commands
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.editor import EditorError, edit_text
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.form_line import FormLine
from okrtui.tui.forms.reading import Days
from okrtui.tui.forms.specs import SPECS
from okrtui.tui.messages import Say
from okrtui.tui.widgets.lines import SEVERITY_MARK, KeyLine, StatusLine
from okrtui.tui.widgets.marked import PAUSE, marks
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER

WIDE = 100
"""From this many columns on, the questions stand beside the fields; below, under them."""

TALL = 30
"""From this many lines on, the groups stand apart."""
NARROW = 72
"""Below this many columns, fields that share a line stand below each other."""


class ItemForm(ModalScreen[dict[str, Any] | None]):
    """Gives the fields that were changed, or None where nothing is to be kept."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("form")]

    def __init__(
        self,
        item: Node | Plan,
        standing: Standing,
        parent: Plan | Node | None,
        world: World,
        draft: Draft,
    ) -> None:
        """``draft`` is what this form is about, with what was written already and is not in the item."""
        super().__init__()
        self._item = item
        self._standing = standing
        self._parent_item = parent
        self._world = world
        self._draft = draft
        self._keeping: Timer | None = None
        self._refused: dict[Field, str] = {}
        self._is_new = not isinstance(item, Plan) and item.id not in standing.places
        days = Days(standing.plan.start, standing.plan.end, world.today())
        self._lines = [
            FormLine(
                line,
                [Field(spec, getattr(item, spec.name), days, beside=at > 0) for at, spec in enumerate(line.fields)],
            )
            for line in SPECS[type(item)]
        ]
        self._badge = Static("", id="form-badge", markup=False)
        self._questions = Static("", id="questions", markup=False)
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """Head, fields with questions, status, keys."""
        with Vertical(id="form"):
            with Horizontal(id="form-head"):
                yield Static(Content.assemble((self._heading(), "bold $primary")), id="form-title")
                yield self._badge
            with Horizontal(id="form-body"):
                with VerticalScroll(id="form-fields", can_focus=False):
                    yield from self._lines
                yield self._questions
            yield self._status
            yield KeyLine([("tab", "next"), *commands.footer_entries("form")])

    def on_mount(self) -> None:
        """Begin at the first field; what was there before is judged at once."""
        if not self._is_new:
            for field in self._all_fields():
                field.touched = True
        for field in self._all_fields():
            if field.spec.name in self._draft.texts:
                field.text = self._draft.texts[field.spec.name]
        self._world.writing.begin(self._as_draft)
        self._judging = self.set_interval(PAUSE, self._judge_typed, pause=True)
        self._all_fields()[0].control.focus()
        self._place_questions()
        self._judge()

    def on_resize(self) -> None:
        """Put the questions where there is room."""
        self._place_questions()

    def on_field_changed(self) -> None:
        """Judge what is written after a pause, and keep it soon."""
        self._refused = {}
        self._judging.reset()
        self._judging.resume()
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def on_field_left(self) -> None:
        """Judge in sight what was left."""
        self._judge()

    def on_descendant_focus(self) -> None:
        """Ask the questions of the group that is being written."""
        self._ask()

    def on_input_submitted(self) -> None:
        """Enter goes on to the next field."""
        self.focus_next()

    def on_say(self, event: Say) -> None:
        """Say something at the foot of the form."""
        event.stop()
        self._status.say(event.text, event.colour)

    def action_save(self) -> None:
        """Keep what is written, unless a field cannot be read."""
        values, wrong = self._values()
        if wrong:
            for field in wrong:
                field.touched = True
            self._judge()
            next(iter(wrong)).control.focus()
            self._status.say("not saved yet: one field cannot be read", "$error")
            return
        changed = {field.spec.name: values[field.spec.name] for field in self._all_fields() if field.is_changed}
        try:
            self._item.replace(**cleaned(changed))
        except ValidationError as error:
            first = error.errors()[0]
            self._refuse(str(first["loc"][0]), first["msg"].removeprefix("Value error, "))
            return
        self._close(changed)

    def action_leave(self) -> None:
        """Leave; ask where something would be lost."""
        if not self._is_dirty():
            self._close(None)
            return

        def decide(answer: str | None) -> None:
            if answer == "s":
                self.action_save()
            elif answer == "d":
                self._close(None)

        answers = [("s", "save and leave"), ("d", "leave without what was written")]
        self.app.push_screen(Ask("This form is not saved.", answers), decide)

    def action_external(self) -> None:
        """Write the field in one's own editor."""
        field = self._focused_field()
        if field is None or field.spec.reading not in {"line", "prose"}:
            self._status.say("ctrl+e is for fields of text", "$warning")
            return
        directory, environ = self._world.repository.directory, self._world.environ
        try:
            field.text = edit_text(self.app, field.text, ".txt", directory, environ).rstrip("\n")
        except EditorError as error:
            self._status.say(str(error), "$error")

    # Inside

    def _judge_typed(self) -> None:
        self._judging.pause()
        self._judge()

    def _close(self, fields: dict[str, Any] | None) -> None:
        self._world.writing.end()
        self.dismiss(fields)

    def _keep(self) -> None:
        self._keeping = None
        self._world.writing.keep()

    def _as_draft(self) -> Draft | None:
        texts = {field.spec.name: field.text for field in self._all_fields() if field.is_changed}
        return replace(self._draft, texts=texts) if texts else None

    def _heading(self) -> str:
        if isinstance(self._item, Plan):
            return f"Quarter {self._item.quarter}"
        kind = kind_of(self._item)
        return f"New {kind}" if self._is_new else f"{kind.capitalize()} {self._standing.position(self._item.id)}"

    def _all_fields(self) -> list[Field]:
        return [field for line in self._lines for field in line.fields]

    def _focused_field(self) -> Field | None:
        return next((field for field in self._all_fields() if field.has_focus_within), None)

    def _is_dirty(self) -> bool:
        return any(field.is_changed for field in self._all_fields())

    def _values(self) -> tuple[dict[str, Any], dict[Field, str]]:
        """What is written, and the fields that cannot be read, with why; those count as they were."""
        values: dict[str, Any] = {}
        wrong: dict[Field, str] = {}
        for field in self._all_fields():
            try:
                values[field.spec.name] = field.value()
            except ValueError as error:
                wrong[field] = str(error)
                values[field.spec.name] = getattr(self._item, field.spec.name)
        return values, wrong

    def _judge(self) -> None:
        """Light the letters, and put the first finding of each line below it."""
        values, wrong = self._values()
        wrong |= self._refused
        try:
            item = self._item.replace(**cleaned(values))
        except ValidationError:
            item = self._item
        findings = [
            finding for finding in check_item(item, self._parent_item, self._standing.plan) if not finding.accepted
        ]
        for line in self._lines:
            line.show_message(None)
            for field in line.fields:
                own = [finding for finding in findings if finding.field == field.spec.name]
                if field.spec.name == "title":
                    field.mark(marks(own, field.text))
                if not field.touched:
                    own = [finding for finding in own if marks([finding], field.text)]
                if field in wrong and field.touched:
                    line.show_message(field, wrong[field])
                elif own:
                    line.show_message(field, own[0].message, SEVERITY_MARK[own[0].severity][1], own[0].code)
                else:
                    continue
                break
        if isinstance(item, KeyResult):
            self._light(findings)

    def _light(self, findings: Sequence[Finding]) -> None:
        lit = smart(findings)
        parts: list[tuple[str, str]] = []
        for line in self._lines:
            if line.letter:
                line.light(lit[line.letter])
        for letter, is_lit in lit.items():
            shown = letter if is_lit else self._world.glyphs.unlit
            parts.append((f"{shown} ", "bold $success" if is_lit else "$faint"))
        self._badge.update(Content.assemble(*parts), layout=False)

    def _place_questions(self) -> None:
        self.set_class(self.app.size.width >= WIDE, "-wide")
        self.set_class(self.app.size.width < NARROW, "-narrow")
        self.set_class(self.app.size.height >= TALL, "-tall")
        self._ask()

    def _ask(self) -> None:
        """The questions of the group that is written now; where there is room, all of them, these lit."""
        kind: On = "quarter" if isinstance(self._item, Plan) else kind_of(self._item)
        letter = self._focused_letter()
        now = questions_for(kind, letter)
        if not self.has_class("-wide"):
            lines = [Content.assemble(("? ", "bold $accent"), (question, "$quiet")) for question in now]
        else:
            lines = [Content.assemble(("Ask yourself", "bold $primary"))] if now else []
            for question in questions_for(kind):
                lit = question in now
                mark = ("? ", "bold $accent" if lit else "$faint")
                lines += [Content(""), Content.assemble(mark, (question, "" if lit else "$quiet"))]
        self._questions.update(Content("\n").join(lines), layout=False)

    def _focused_letter(self) -> Letter | None:
        """The letter of the group that holds the focused field."""
        letter: Letter | None = None
        for line in self._lines:
            letter = line.letter or letter
            if any(field.has_focus_within for field in line.fields):
                return letter
        return None

    def _refuse(self, name: str, message: str) -> None:
        """A value that fits its field and not the others: say so until a field changes."""
        field = next((field for field in self._all_fields() if field.spec.name == name), self._all_fields()[0])
        self._refused = {field: message}
        field.touched = True
        field.control.focus()
        self._judge()
        self._status.say(f"not saved yet: {field.spec.label} {message}", "$error")
