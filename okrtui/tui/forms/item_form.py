"""The form of an item: every field in sight, judged as it is written, with the method's questions beside it."""

from typing import Any, ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from okrtui.coach.findings import Finding, Letter, check_action, check_key_result, check_objective, smart
from okrtui.coach.questions import questions_for
from okrtui.model.edits import cleaned, kind_of
from okrtui.model.plan import Action, KeyResult, Node, Objective, Plan
from okrtui.report.standing import Standing
from okrtui.tui import commands
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.editor import EditorError, edit_text
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.reading import Days
from okrtui.tui.forms.specs import SPECS, Line
from okrtui.tui.messages import Say
from okrtui.tui.widgets.lines import SEVERITY_MARK, KeyLine, StatusLine
from okrtui.tui.world import World

WIDE = 100
"""From this many columns on, the questions stand beside the fields; below, under them."""


class ItemForm(ModalScreen[dict[str, Any] | None]):
    """Gives the fields that were changed, or None where nothing is to be kept."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("form")]

    def __init__(
        self,
        item: Node | Plan,
        standing: Standing,
        parent: Plan | Node | None,
        world: World,
        typed: str | None = None,
    ) -> None:
        """``typed`` is a title that was written already and is not in the item."""
        super().__init__()
        self._item = item
        self._standing = standing
        self._parent_item = parent
        self._world = world
        self._typed = typed
        self._is_new = not isinstance(item, Plan) and item.id not in standing.places
        days = Days(standing.plan.start, standing.plan.end, world.today())
        self._lines = SPECS[type(item)]
        self._fields = [
            [Field(spec, getattr(item, spec.name), days, narrow=place > 0) for place, spec in enumerate(line.fields)]
            for line in self._lines
        ]
        self._lights: dict[Letter, Static] = {
            line.letter: Static(line.letter, classes="light", markup=False) for line in self._lines if line.letter
        }
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
                    for line, fields in zip(self._lines, self._fields, strict=True):
                        yield self._compose_line(line, fields)
                yield self._questions
            yield self._status
            yield KeyLine([("tab", "next"), *commands.footer_entries("form")])

    def on_mount(self) -> None:
        """Begin at the first field; what was there before is judged at once."""
        if not self._is_new:
            for field in self._all_fields():
                field.touched = True
        if self._typed is not None:
            self._all_fields()[0].text = self._typed
        self._all_fields()[0].control.focus()
        self._place_questions()
        self._judge()

    def on_resize(self) -> None:
        """Put the questions where there is room."""
        self._place_questions()

    def on_field_changed(self) -> None:
        """Judge what is written so far."""
        self._judge()

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
            wrong[0].control.focus()
            self._status.say("not saved yet: one field cannot be read", "$error")
            return
        changed = {field.spec.name: values[field.spec.name] for field in self._all_fields() if field.is_changed}
        try:
            self._item.replace(**cleaned(changed))
        except ValidationError as error:
            first = error.errors()[0]
            self._show_refused(str(first["loc"][0]), first["msg"].removeprefix("Value error, "))
            return
        self.dismiss(changed)

    def action_leave(self) -> None:
        """Leave; ask where something would be lost."""
        if not self._is_dirty():
            self.dismiss(None)
            return

        def decide(answer: str | None) -> None:
            if answer == "s":
                self.action_save()
            elif answer == "d":
                self.dismiss(None)

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

    def _compose_line(self, line: Line, fields: list[Field]) -> Horizontal:
        light = self._lights[line.letter] if line.letter else Static("", classes="light")
        return Horizontal(light, *fields, classes="form-line")

    def _heading(self) -> str:
        if isinstance(self._item, Plan):
            return f"Quarter {self._item.quarter}"
        kind = kind_of(self._item)
        return f"New {kind}" if self._is_new else f"{kind.capitalize()} {self._standing.position(self._item.id)}"

    def _all_fields(self) -> list[Field]:
        return [field for line in self._fields for field in line]

    def _focused_field(self) -> Field | None:
        return next((field for field in self._all_fields() if field.has_focus_within), None)

    def _is_dirty(self) -> bool:
        return any(field.is_changed for field in self._all_fields())

    def _values(self) -> tuple[dict[str, Any], list[Field]]:
        """What is written, and the fields that cannot be read; those say why."""
        values: dict[str, Any] = {}
        wrong: list[Field] = []
        for field in self._all_fields():
            try:
                values[field.spec.name] = field.value()
            except ValueError as error:
                wrong.append(field)
                values[field.spec.name] = getattr(self._item, field.spec.name)
                if field.touched or not self._is_new:
                    field.show_message(str(error))
        return values, wrong

    def _judge(self) -> None:
        """Light the letters and put each field's first finding below it."""
        for field in self._all_fields():
            field.show_message("")
        values, wrong = self._values()
        try:
            item = self._item.replace(**cleaned(values))
        except ValidationError:
            return
        findings = self._findings(item)
        for field in self._all_fields():
            own = [f for f in findings if f.field == field.spec.name and not f.accepted]
            if own and field.touched and field not in wrong:
                _, colour = SEVERITY_MARK[own[0].severity]
                field.show_message(own[0].message, colour, own[0].code)
        if isinstance(item, KeyResult):
            self._light(findings)

    def _findings(self, item: Node | Plan) -> tuple[Finding, ...]:
        plan, parent = self._standing.plan, self._parent_item
        match item:
            case KeyResult():
                return check_key_result(item, parent if isinstance(parent, Objective) else None, plan)
            case Objective():
                return check_objective(item, plan)
            case Action():
                return check_action(item, parent if isinstance(parent, KeyResult) else None, plan)
            case Plan():
                return ()

    def _light(self, findings: tuple[Finding, ...]) -> None:
        lit = smart(findings)
        parts: list[tuple[str, str]] = []
        for letter, light in self._lights.items():
            light.set_class(lit[letter], "-lit")
            shown = letter if lit[letter] else self._world.glyphs.unlit
            parts.append((f"{shown} ", "bold $success" if lit[letter] else "$faint"))
        self._badge.update(Content.assemble(*parts), layout=False)

    def _place_questions(self) -> None:
        self.set_class(self.app.size.width >= WIDE, "-wide")
        self._ask()

    def _ask(self) -> None:
        letter = self._focused_letter()
        kind = "quarter" if isinstance(self._item, Plan) else kind_of(self._item)
        if kind == "quarter":
            asked: tuple[str, ...] = ("What would make this quarter a success, in one line?",)
        else:
            asked = questions_for(kind, letter)  # type: ignore[arg-type]
        lines = [Content.assemble(("Ask yourself", "bold")), Content("")] if self.has_class("-wide") else []
        for question in asked:
            lines.append(Content.assemble(("? ", "bold $accent"), (question, "$quiet")))
            if self.has_class("-wide"):
                lines.append(Content(""))
        self._questions.update(Content("\n").join(lines), layout=False)

    def _focused_letter(self) -> Letter | None:
        """The letter of the group that holds the focused field."""
        letter: Letter | None = None
        for line, fields in zip(self._lines, self._fields, strict=True):
            letter = line.letter or letter
            if any(field.has_focus_within for field in fields):
                return letter
        return None

    def _show_refused(self, name: str, message: str) -> None:
        for field in self._all_fields():
            if field.spec.name == name:
                field.show_message(message)
                field.control.focus()
        self._status.say("not saved yet: one field cannot be taken", "$error")
