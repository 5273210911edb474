"""The fields of one check-in: value, confidence and one sentence; enter leads from one to the next."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from okrtui.coach.typed_amount import read_value
from okrtui.frozen import replace
from okrtui.i18n import tr, tr_as
from okrtui.model.numbers import format_amount, parse_amount, with_unit
from okrtui.model.plan import CheckIn
from okrtui.model.reading_values import Entry, Typed, as_typed, is_skip
from okrtui.model.text import display
from okrtui.model.widths import fitted
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import widest
from okrtui.tui.widgets.check_in_words import key_words, known_words, refusal, skip_words
from okrtui.tui.widgets.line_input import LineInput

FieldName = Literal["value", "confidence", "note"]
"""The fields, in their order."""

HEIGHT = 3
"""Lines that the fields take."""

_ORDER: tuple[FieldName, ...] = ("value", "confidence", "note")
_NARROW = 66
"""Columns below which the fields have the room of their labels."""
_LABEL_LEAST, _LABEL_MOST = 10, 20
"""Columns of what stands before the fields of a check-in."""


class CheckInField(LineInput):
    """A line that leaves ctrl+d, which deletes in other lines, to what it stands in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+d", "hand_on", show=False)]

    def action_hand_on(self) -> None:
        """Not done here."""
        raise SkipAction


class CheckInRow(Vertical):
    """Reads one check-in; what is wrong or odd is said below the fields."""

    DEFAULT_CSS = """
    CheckInRow { width: 100%; height: 3; background: $surface; padding: 0 1 0 5; }
    CheckInRow > Horizontal { height: 1; width: 100%; }
    CheckInRow Static { height: 1; width: auto; }
    CheckInRow .check-in-label { width: 11; color: $quiet; }
    CheckInRow .check-in-known { width: 1fr; margin-left: 2; }
    CheckInRow CheckInField { background: $panel; width: 1fr; }
    CheckInRow .check-in-value { width: 16; }
    CheckInRow .check-in-confidence { width: 3; }
    CheckInRow .check-in-message { width: 100%; }
    CheckInRow.-narrow .check-in-value { width: 8; }
    CheckInRow.-narrow .check-in-sentence { display: none; }
    CheckInRow .check-in-known, CheckInRow .check-in-message { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "step(1)", "Next field", show=False),
        Binding("shift+tab", "step(-1)", "Field before", show=False),
        Binding("down", "pass_on(1)", "Next row", show=False),
        Binding("up", "pass_on(-1)", "Row before", show=False),
        Binding("pagedown", "pass_on(8)", "Rows after", show=False),
        Binding("pageup", "pass_on(-8)", "Rows before", show=False),
    ]

    class Changed(Message):
        """Something was typed; :attr:`CheckInRow.typed` says what stands there now."""

    class Skipped(Message):
        """A dash alone: no check-in this time."""

    @dataclass
    class Written(Message):
        """The last field was left with enter, and all of them can be read."""

        check_in: CheckIn

    @dataclass
    class Passed(Message):
        """The keys want to go elsewhere; nothing is kept."""

        by: int
        """Rows after this one, negative for those before."""
        field: FieldName
        """Where they arrive there."""

    def __init__(self) -> None:
        """Empty until :meth:`show`."""
        super().__init__()
        self._entry: Entry | None = None
        self._span = (dt.date.min, dt.date.max)
        """First and last day of the quarter."""
        self._asked: dict[FieldName, str] = {}
        """What was asked about once, by field."""
        self._problem: Content | None = None
        self._fields: dict[FieldName, CheckInField] = {name: CheckInField(id=f"check-in-{name}") for name in _ORDER}
        self._known = Static("", classes="check-in-known", markup=False)
        self._message = Static("", classes="check-in-message", markup=False)

    def compose(self) -> ComposeResult:
        """Value with what it was; confidence and sentence; what is to be said."""
        for name, field in self._fields.items():
            field.add_class(f"check-in-{name}")
        # for translators: what stands before two fields: the value that is typed, and how sure one is, from 0 to 10
        labels = [tr("value"), tr("confidence")]
        value, confidence = (Static(label, classes="check-in-label", markup=False) for label in labels)
        value.styles.width = confidence.styles.width = widest(labels, _LABEL_MOST, _LABEL_LEAST) + 1
        with Horizontal():
            yield value
            yield self._fields["value"]
            yield self._known
        # for translators: stands behind a field for a number from 0 to 10: "8 of 10"
        of_ten = tr("of 10")
        # for translators: before a field in which one writes a sentence about the check-in
        note = tr_as("what is written", "note")
        with Horizontal():
            yield confidence
            yield self._fields["confidence"]
            yield Static(f" {of_ten} ", markup=False)
            yield Static(f"  {note} ", classes="check-in-sentence", markup=False)
            yield self._fields["note"]
        yield self._message

    @property
    def is_at_value(self) -> bool:
        """Whether the value is what is being written."""
        return not self._is_past_value()

    @property
    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(*(self._fields[name].value for name in _ORDER))

    def show(self, entry: Entry, typed: Typed, span: tuple[dt.date, dt.date]) -> None:
        """Be about a check-in.

        ``typed`` is what stands in the fields at first, ``span`` the first and the last day of the quarter.
        """
        self._entry = entry
        self._asked = {}
        self._problem = None
        with self.prevent(Input.Changed):
            for name, text in zip(_ORDER, (typed.value, typed.confidence, typed.note), strict=True):
                field = self._fields[name]
                field.value = text
                # what stands there already goes with the first letter; what is half typed is gone on with
                whole = typed == entry.written and name != "note"
                field.selection = Selection(0, len(text)) if whole else Selection.cursor(len(text))
        self._fields["value"].placeholder = "" if entry.usual_value is None else format_amount(entry.usual_value)
        confidence = entry.usual_confidence
        self._fields["confidence"].placeholder = "" if confidence is None else str(confidence)
        self._span = span
        self._say_known()
        self._hint()

    def take_keys(self, field: FieldName = "value") -> None:
        """Go on in a field; a number that stands there is written anew."""
        self._fields[field].focus()
        if field != "note":
            self._fields[field].refuse()

    def on_resize(self, event: Resize) -> None:
        """Use the new width."""
        self.set_class(event.size.width < _NARROW, "-narrow")
        self._hint()
        self.call_after_refresh(self._say_known)

    def on_descendant_focus(self) -> None:
        """Say what the keys do in this field."""
        self._hint()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how a value reads; hand on that something was typed."""
        event.stop()
        self._problem = None
        self._hint()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on where the field can be read; from the last one, hand the check-in on."""
        event.stop()
        if self._entry is None:
            return
        if is_skip(self.typed.value):
            self.post_message(self.Skipped())
        elif not self._is_value_fine() or (event.input is not self._fields["value"] and not self._is_confidence_fine()):
            return
        elif event.input is self._fields["note"]:
            if self._is_sentence_fine():
                value = as_typed(read_value(self._entry, self.typed.value))
                self.post_message(self.Written(self._entry.check_in(replace(self.typed, value=value))))
        else:
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """Go to the field after or before, whether or not what is written can be taken."""
        self._problem = None
        self._write_out()
        at = next((at for at, name in enumerate(_ORDER) if self._fields[name].has_focus), 0) + by
        if 0 <= at < len(_ORDER):
            self._fields[_ORDER[at]].focus()
        else:
            self.post_message(self.Passed(by, "value" if by > 0 else "note"))

    def action_pass_on(self, by: int) -> None:
        """Go to another row."""
        self._write_out()
        self.post_message(self.Passed(by, "value"))

    # Inside

    def _is_value_fine(self) -> bool:
        """Whether the value can be read and is meant; else the person is told, and asked once."""
        assert self._entry is not None
        text = self.typed.value
        try:
            doubt = self._entry.doubt(read_value(self._entry, text))
        except ValueError as error:
            self._complain("value", refusal(self._entry, text, error))
            return False
        if doubt and self._asked.get("value") != text:
            self._asked["value"] = text
            self._write_out()
            # for translators: {doubt} is such as "10 times the last value, 26"
            words = tr("that is {doubt}: enter again keeps it", doubt=doubt)
            self._complain("value", words, "?", "$warning")
            return False
        return True

    def _is_sentence_fine(self) -> bool:
        """Whether the sentence is one; a number alone was meant for another field, and the person is asked once."""
        text = self.typed.note
        try:
            parse_amount(text)
        except ValueError:
            return True
        if self._asked.get("note") == text:
            return True
        self._asked["note"] = text
        words = tr("{text} stands in the sentence alone: enter again keeps it there", text=display(text.strip()))
        self._complain("note", words, "?", "$warning")
        return False

    def _write_out(self) -> None:
        """Put the number itself in the place of one that counts from the last: it is seen before it is saved."""
        field = next((self._fields[name] for name in _ORDER[:2] if self._fields[name].has_focus), None)
        if self._entry is None or field is None or not field.value.strip():
            return
        with suppress(ValueError):  # then it stays as it was typed
            text = field.value
            is_value = field is self._fields["value"]
            written = as_typed(read_value(self._entry, text)) if is_value else str(self._entry.confidence(text))
            if is_value and self._asked.get("value") == text:
                self._asked["value"] = written
            with self.prevent(Input.Changed):  # what is asked about it stays in sight
                field.value = written
            field.select_all()  # whoever comes back writes it anew
            self.post_message(self.Changed())

    def _is_confidence_fine(self) -> bool:
        assert self._entry is not None
        try:
            self._entry.confidence(self.typed.confidence)
        except ValueError as error:
            # for translators: what was typed, and what is wrong with it: "77" is no whole number from 0 to 10
            text = self.typed.confidence.strip()
            self._complain("confidence", tr('confidence "{text}" {problem}', text=text, problem=error))
            return False
        return True

    def _complain(self, field: FieldName, text: str, mark: str = "!", colour: str = "$error") -> None:
        self._problem = Content.assemble((f"{mark} ", f"bold {colour}"), content(text, colour))
        self._fields[field].focus()
        self._fields[field].refuse()
        self._hint()

    def _say_known(self) -> None:
        """Say beside the value what it was, and in the empty sentence what it may be, each in the room that it has."""
        if self._entry is not None:
            self._known.update(known_words(self._entry, self._span, self._known.size.width), layout=False)
            note, words = self._fields["note"], tr("what moved it, what comes next")
            note.placeholder = fitted(words, note.content_size.width) if note.content_size.width else words

    def _hint(self) -> None:
        """What is wrong, else what the keys do in the field that has them."""
        if self._entry is not None:
            hint = self._other_hint(self._entry) if self._is_past_value() else self._value_hint(self._entry)
            self._message.update(self._problem or hint, layout=False)

    def _is_past_value(self) -> bool:
        return any(self._fields[name].has_focus for name in _ORDER[1:])

    def _value_hint(self, entry: Entry) -> Content:
        text = self.typed.value.strip()
        if text == "-" and entry.corrects is None:
            return key_words([("enter", skip_words(entry, self._span))])
        try:
            read = format_amount(read_value(entry, text)) if text else ""
        except ValueError:
            return Content("")
        if read and read != text:
            # for translators: how the number that was typed is understood, with its unit
            return content(tr("reads as {amount}", amount=with_unit(read, entry.key_result.unit)), "$quiet")
        keys = []
        if entry.usual_value is not None:
            # for translators: what the key before it does: it takes the value from before
            keys = [("enter", tr("keeps {value}", value=format_amount(entry.usual_value)))]
        if text:
            # for translators: what the key before it does: it goes on to the next field
            keys = [("enter", tr("goes on"))]
        is_skippable = entry.corrects is None and not self.has_class("-narrow")  # where the foot alone has room for it
        if entry.last_value is not None and not (is_skippable and entry.key_result.kind != "reach"):
            # for translators: what "+3 -2" before it does: it counts from the last value
            keys.append(("+3 -2", tr("from {value}", value=format_amount(entry.last_value))))
        if is_skippable:
            keys.append(("- enter", skip_words(entry, self._span)))
        return key_words(keys)

    def _other_hint(self, entry: Entry) -> Content:
        if self._fields["note"].has_focus:
            return key_words([("enter", tr("saves, with or without a sentence"))])
        if text := self.typed.confidence.strip():
            with suppress(ValueError):  # what is wrong is said once it is taken
                if (read := str(entry.confidence(text))) != text:
                    return content(tr("reads as {amount}", amount=read), "$quiet")
        target = entry.key_result.target
        words = tr("0 to 10: how sure are you?")
        if target is not None:
            words = tr("0 to 10: how sure are you of {target}?", target=format_amount(target))
        kept = entry.usual_confidence
        return key_words([("enter", tr("keeps {value}", value=kept) if kept is not None else tr("goes on"))], words)
