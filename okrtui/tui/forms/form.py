"""What every form does: fields in lines, saving and leaving, and nothing that was typed is lost."""

import gc
from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.css.query import QueryType
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea

from okrtui.frozen import replace
from okrtui.i18n import mark, tr
from okrtui.model.edits import cleaned
from okrtui.model.plan import Item
from okrtui.model.record import Invalid
from okrtui.storage.drafts import Draft
from okrtui.tui import commands
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.editor import EditorError
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.field_in_editor import FieldInEditor
from okrtui.tui.forms.form_head import FormHead
from okrtui.tui.forms.form_line import FormLine
from okrtui.tui.keys_in_use import shown_key, typing_key
from okrtui.tui.messages import Say, TakeBack
from okrtui.tui.steady import SteadyScreen
from okrtui.tui.widgets.lines import KeyLine, StatusLine
from okrtui.tui.widgets.marked import PAUSE
from okrtui.tui.widgets.prose import Questions
from okrtui.tui.world import World
from okrtui.tui.writing import KEEP_AFTER

WIDE = 100
"""From this many columns on, the questions stand beside the fields; below, under them."""

TALL = 30
"""From this many lines on, the groups stand apart."""
NARROW = 72
"""Below this many columns, fields that share a line stand below each other."""
_SWEPT_AFTER = 0.5
"""Seconds until what a form has left behind is looked for, which takes about 0.01."""
_THROW_AWAY = "ctrl+d"
"""What gives up all that was written: no letter, for whoever types on without having seen the question."""
_EXPLAINS = mark("say what this field asks")
"""What help does in a form."""
_TEXT = frozenset({"line", "prose"})
"""Fields that can be written in one's own editor."""


class Form(ModalScreen[dict[str, Any] | None], SteadyScreen[dict[str, Any] | None]):
    """Gives the fields that were changed, or None where nothing is to be kept.

    A kind of form says what its heading is, what is wrong with what is written, and what to ask beside it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings("form"),
        *commands.bindings_of([commands.command("help"), commands.command("palette")]),
        Binding("down", "focus_next", show=False),
        Binding("up", "focus_previous", show=False),
    ]

    def __init__(self, item: Item, lines: Sequence[FormLine], world: World, draft: Draft, *, is_new: bool) -> None:
        """``draft`` is what this form is about, with what was written already and is not in the item."""
        super().__init__()
        self.item = item
        """What the fields held at first."""
        self.lines = lines
        """The fields, where they stand."""
        self.world = world
        """The files and the day."""
        self.is_new = is_new
        """Whether the item is not in the plan yet."""
        self.begin_at = ""
        """The field in which the writing begins; the first where it is none of these."""
        self._draft = draft
        self._keeping: Timer | None = None
        self._in_editor: FieldInEditor | None = None
        self._refused: dict[Field, str] = {}
        """Values that fit their field and not the others, with why they are not taken, until a field changes."""
        self._complaint = ""
        """What the foot said last of something that was not done."""
        self.head = FormHead()
        """What the form is about."""
        self._questions = Questions(id="questions")
        self._asked = 0
        """How many lines of questions were asked last."""
        self._status = StatusLine()
        self._keys = KeyLine([])

    # What a kind of form says

    def heading(self) -> str:
        """What the form is about."""
        raise NotImplementedError

    def judge(self) -> None:
        """Show what is wrong with what is written, below its field."""
        _, wrong = self.values()
        for line in self.lines:
            field = next((field for field in line.fields if field in wrong and field.touched), None)
            line.show_message(field, wrong[field] if field else "")

    def questions(self, *, wide: bool) -> list[Content]:
        """The lines of questions to ask oneself; ``wide`` where all of them have room."""
        raise NotImplementedError

    def leave_field(self, field: Field) -> None:
        """Do what follows from a field that was left; nothing in most forms."""

    # What they share

    def compose(self) -> ComposeResult:
        """Head, fields with questions, status, keys."""
        self._suit_size()  # before there is anything in it to be styled anew
        self.head.show_heading(self.heading())
        yield self.head
        with Horizontal(id="form-body"):
            with VerticalScroll(id="form-fields", can_focus=False):
                yield from self.lines
            yield self._questions
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Begin at the first field; what was there before is judged at once."""
        if not self.is_new:
            for field in self.fields():
                field.touched = True
        for field in self.fields():
            if field.spec.name in self._draft.texts:
                field.text = self._draft.texts[field.spec.name]
        self.world.writing.begin(self._as_draft)
        self._judging = self.set_interval(PAUSE, self._judge_typed, pause=True)
        first = (field for field in self.fields() if field.spec.name == self.begin_at)
        next(first, self.fields()[0]).control.focus()
        self._ask()
        self.judge()

    def on_unmount(self) -> None:
        """Give its memory back soon: the collector by itself waits until several forms are gone.

        The app is asked to, twice: a timer that is set here, and the message that it comes with, hold this form.
        """
        app = self.app
        app.call_later(app.set_timer, _SWEPT_AFTER, lambda: app.call_later(gc.collect))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Style nothing again: all was styled when it was mounted, and what may open above a form changes no style."""
        event.refresh_styles = False

    def on_resize(self) -> None:
        """Put the questions where there is room."""
        self._suit_size()
        self._ask()

    def on_field_changed(self) -> None:
        """Judge what is written after a pause, and keep it soon."""
        self._refused = {}
        self._take_back()
        self._judging.reset()
        self._judging.resume()
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER, self._keep)

    def on_field_left(self, event: Field.Left) -> None:
        """Judge in sight what was left."""
        self._take_back()
        self.leave_field(event.field)
        self.judge()

    def on_descendant_focus(self) -> None:
        """Ask the questions of the group that is being written, and say what the keys do there."""
        self._ask()
        self._tell_keys()

    def focus_next(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """Go on to the field after; see :meth:`_arrive`."""
        return self._arrive(super().focus_next(selector))

    def focus_previous(self, selector: str | type[QueryType] = "*") -> Widget | None:
        """Go back to the field before; see :meth:`_arrive`."""
        return self._arrive(super().focus_previous(selector))

    def action_focus_next(self) -> None:
        """Go on to the field after, by an arrow as in a sheet."""
        self.focus_next()

    def action_focus_previous(self) -> None:
        """Go back to the field before."""
        self.focus_previous()

    def on_input_submitted(self) -> None:
        """Enter goes on to the next field."""
        self.focus_next()

    def on_say(self, event: Say) -> None:
        """Say something at the foot of the form."""
        event.stop()
        self._status.say(event.text, event.colour)

    def on_take_back(self, event: TakeBack) -> None:
        """Say nothing any more at the foot of the form, where nothing else was said since."""
        event.stop()
        if self._status.text == event.text:
            self._status.say("")

    def action_save(self) -> None:
        """Keep what is written, unless a field cannot be read."""
        values, wrong = self.values()
        if wrong:
            for field in wrong:
                field.touched = True
            self._refuse(*next(iter(wrong.items())))
            return
        changed = {field.spec.name: values[field.spec.name] for field in self.fields() if field.is_changed}
        try:
            self.item.replace(**cleaned(changed))
        except Invalid as error:
            first = error.details[0]
            named = (field for field in self.fields() if field.spec.name == first["loc"][0])
            self._refuse(next(named, self.fields()[0]), first["msg"].removeprefix("Value error, "))
            return
        self._close(changed)

    def action_leave(self) -> None:
        """Leave; ask where something would be lost."""
        if not any(field.is_changed for field in self.fields()):
            self._close(None)
            return

        def decide(answer: str | None) -> None:
            if answer == "s":
                self.action_save()
            elif answer == _THROW_AWAY:
                self._close(None)

        answers = [("s", tr("save and leave")), (_THROW_AWAY, tr("leave without what was written"))]
        self.app.push_screen(Ask(tr("This form is not saved."), answers), decide)

    def action_help(self) -> None:
        """Say what the field asks."""
        from okrtui.tui.forms.field_window import FieldWindow  # few forms are opened for it

        if field := self._focused():
            self.app.push_screen(FieldWindow(self._draft.kind, field.spec))

    def action_palette(self) -> None:
        """Find by name what can be done in a form, and do it."""
        from okrtui.tui.dialogs.palette import Palette  # few forms need it

        def run(command_id: str | None) -> None:
            if command_id:
                self.call_later(self.run_action, command_id)

        explain = replace(commands.command("help"), help=_EXPLAINS)
        self.app.push_screen(Palette([*commands.in_scope("form"), explain], {}), run)

    def action_external(self) -> None:
        """Write the field in one's own editor."""
        field = self._focused()
        if field is None or field.spec.reading not in _TEXT:
            self._complain(tr("{key} is for fields of text", key=shown_key("external")), "$warning")
            return
        self.world.writing.keep()
        self._in_editor = FieldInEditor(field, self.world, self._in_editor)
        try:
            field.text = self._in_editor.edit(self.app)
        except EditorError as error:
            words = str(error)
            if self._in_editor.aside:
                # for translators: {problem} is what went wrong in the person's own editor
                words = tr("{problem}; {key} goes on with what it saved", problem=error, key=shown_key("external"))
            self._status.say(words, "$error")
        else:
            self._in_editor = None

    def fields(self) -> list[Field]:
        """Every field, in order."""
        return [field for line in self.lines for field in line.fields]

    def values(self) -> tuple[dict[str, Any], dict[Field, str]]:
        """What is written, and the fields that cannot be read, with why; those count as they were."""
        values: dict[str, Any] = {}
        wrong: dict[Field, str] = {}
        unit = next((field.text for field in self.fields() if field.spec.name == "unit"), "")
        for field in self.fields():
            field.unit = unit
            try:
                values[field.spec.name] = field.value()
            except ValueError as error:
                wrong[field] = field.quoted(error)
                values[field.spec.name] = getattr(self.item, field.spec.name)
        return values, wrong | self._refused

    # Inside

    def _focused(self) -> Field | None:
        """The field that is written."""
        return next((field for field in self.fields() if field.has_focus_within), None)

    def _arrive(self, control: Widget | None) -> Widget | None:
        """Select what a short field holds, as in a sheet: it is written anew. A sentence is gone on with at its end."""
        field = next((field for field in self.fields() if field.control is control), None)
        if field is not None and (field.spec.width or field.spec.anew) and isinstance(control, Input):
            control.select_all()
        elif isinstance(control, TextArea):
            control.move_cursor(control.document.end)
        return control

    def _tell_keys(self) -> None:
        field = self._focused()
        reading = field.spec.reading if field else None
        save, leave, editor = commands.footer_entries("form")
        own: list[tuple[str, str]] = []
        if reading == "prose":
            # for translators: what the enter key does in a field of several lines
            own = [("enter", tr("new line"))]
        elif reading == "choice":
            # for translators: what the arrows do in a row of words, of which one is chosen
            own = [("← →", tr("choose"))]
        editors = [editor] if reading in _TEXT else []
        by_name, explain = ((typing_key(name), tr(commands.command(name).label)) for name in ("palette", "help"))
        self._keys.show([("tab", tr("next")), save, *own, *editors, by_name, leave, explain])

    def _judge_typed(self) -> None:
        self._judging.pause()
        self.judge()

    def _close(self, fields: dict[str, Any] | None) -> None:
        if fields:
            self.world.writing.hand_over()
        self.world.writing.end()
        self.dismiss(fields)

    def _keep(self) -> None:
        self._keeping = None
        self.world.writing.keep()

    def _as_draft(self) -> Draft | None:
        texts = {field.spec.name: field.text for field in self.fields() if field.is_changed}
        if self._in_editor is not None:
            texts |= self._in_editor.so_far()
        return replace(self._draft, texts=texts) if texts else None

    def _suit_size(self) -> None:
        self.set_class(self.app.size.width >= WIDE, "-wide")
        is_narrow = self.app.size.width < NARROW
        self.set_class(is_narrow, "-narrow")
        for field in self.fields():
            field.label(stacked=is_narrow)
        self.set_class(self.app.size.height >= TALL, "-tall")

    def _ask(self) -> None:
        lines = self.questions(wide=self.has_class("-wide"))
        before, self._asked = self._asked, len(lines)
        is_shown = self._questions.size.width > 0  # before that, all is laid out anyway
        self._questions.update(Content("\n").join(lines), layout=is_shown and before != self._asked)

    def _refuse(self, field: Field, message: str) -> None:
        """Say why a value is not taken, until a field changes."""
        self._refused = {field: message}
        field.touched = True
        field.control.focus()
        self._arrive(field.control)
        self.judge()
        # for translators: {field} is the name of a field, {problem} goes on with the sentence: "is no number"
        words = tr("not saved yet: {field} {problem}", field=field.spec.label, problem=message)
        self._complain(words, "$error")

    def _complain(self, words: str, colour: str) -> None:
        """Say at the foot what was not done."""
        self._complaint = words
        self._status.say(words, colour)

    def _take_back(self) -> None:
        """Say it no more once the writing goes on; why a value is refused stays until a field changes."""
        if self._complaint and not self._refused and self._status.text == self._complaint:
            self._status.say("")
