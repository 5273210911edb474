"""The fields of one check-in: value, confidence and one sentence; enter leads from one to the next."""

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from okrtui.model.dates import format_date
from okrtui.model.numbers import format_amount
from okrtui.model.plan import CheckIn
from okrtui.model.reading_values import Entry, Typed, as_typed, is_skip
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets.line_input import LineInput

FieldName = Literal["value", "confidence", "note"]
"""The fields, in their order."""

HEIGHT = 3
"""Lines that the fields take."""

_ORDER: tuple[FieldName, ...] = ("value", "confidence", "note")
_UNIT_WIDTH = 30


class CheckInField(LineInput):
    """A line that leaves ctrl+d, which deletes in other lines, to what it stands in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+d", "hand_on", show=False)]

    def insert_text_at_cursor(self, text: str) -> None:
        """Put a text, such as a paste, in the place of what is selected."""
        self.replace(text, *self.selection)

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
        self._asked = ""
        self._problem: Content | None = None
        self._fields: dict[FieldName, CheckInField] = {name: CheckInField(id=f"check-in-{name}") for name in _ORDER}
        self._known = Static("", classes="check-in-known", markup=False)
        self._message = Static("", classes="check-in-message", markup=False)

    def compose(self) -> ComposeResult:
        """Value with what it was; confidence and sentence; what is to be said."""
        for name, field in self._fields.items():
            field.add_class(f"check-in-{name}")
        with Horizontal():
            yield Static("value", classes="check-in-label", markup=False)
            yield self._fields["value"]
            yield self._known
        with Horizontal():
            yield Static("confidence", classes="check-in-label", markup=False)
            yield self._fields["confidence"]
            yield Static(" of 10   sentence ", markup=False)
            yield self._fields["note"]
        yield self._message

    @property
    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(*(self._fields[name].value for name in _ORDER))

    def show(self, entry: Entry, typed: Typed, span: tuple[dt.date, dt.date]) -> None:
        """Be about a check-in.

        ``typed`` is what stands in the fields at first, ``span`` the first and the last day of the quarter.
        """
        self._entry = entry
        self._asked = ""
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
        self._fields["note"].placeholder = "what moved it, what comes next"
        self._known.update(_known(entry, span), layout=False)
        self._hint()

    def take_keys(self, field: FieldName = "value") -> None:
        """Go on in a field."""
        self._fields[field].focus()

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
            self.post_message(self.Written(self._entry.check_in(self.typed)))
        else:
            self._write_out()
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """Go to the field after or before, without a look at what is written."""
        self._problem = None
        at = next((at for at, name in enumerate(_ORDER) if self._fields[name].has_focus), 0) + by
        if 0 <= at < len(_ORDER):
            self._fields[_ORDER[at]].focus()
        else:
            self.post_message(self.Passed(by, "value" if by > 0 else "note"))

    def action_pass_on(self, by: int) -> None:
        """Go to another row."""
        self.post_message(self.Passed(by, "value"))

    # Inside

    def _is_value_fine(self) -> bool:
        """Whether the value can be read and is meant; else the person is told, and asked once."""
        assert self._entry is not None
        text = self.typed.value
        try:
            doubt = self._entry.doubt(self._entry.value(text))
        except ValueError as error:
            self._complain("value", _sentence(text, str(error)))
            return False
        if doubt and self._asked != text:
            self._asked = text
            self._complain("value", f"that is {doubt}: enter again keeps it", "?", "$warning")
            return False
        return True

    def _write_out(self) -> None:
        """Put the value itself in the place of one that counts from the last, so that it is seen before it is saved."""
        assert self._entry is not None
        field = self._fields["value"]
        if field.has_focus and field.value.strip():
            self._asked = as_typed(self._entry.value(field.value))
            field.value = self._asked

    def _is_confidence_fine(self) -> bool:
        assert self._entry is not None
        try:
            self._entry.confidence(self.typed.confidence)
        except ValueError as error:
            self._complain("confidence", f"confidence {error}")
            return False
        return True

    def _complain(self, field: FieldName, text: str, mark: str = "!", colour: str = "$error") -> None:
        self._problem = Content.assemble((f"{mark} ", f"bold {colour}"), content(text, colour))
        self._fields[field].focus()
        self._hint()

    def _hint(self) -> None:
        """What is wrong, else what the keys do in the field that has them."""
        if self._entry is not None:
            hint = self._other_hint(self._entry) if self._is_past_value() else self._value_hint(self._entry)
            self._message.update(self._problem or hint, layout=False)

    def _is_past_value(self) -> bool:
        return any(self._fields[name].has_focus for name in _ORDER[1:])

    def _value_hint(self, entry: Entry) -> Content:
        text = self.typed.value.strip()
        try:
            read = format_amount(entry.value(text)) if text else ""
        except ValueError:
            return Content("")
        if read and read != text:
            return content(f"reads as {read} {entry.key_result.unit}", "$quiet")
        keys = [("enter", f"keeps {format_amount(entry.usual_value)}")] if entry.usual_value is not None else []
        if text:
            keys = [("enter", "goes on")]
        if entry.last_value is not None:
            keys.append(("+3 -2", f"from {format_amount(entry.last_value)}"))
        return _keys([*keys, ("-", "skips")] if entry.corrects is None else keys)

    def _other_hint(self, entry: Entry) -> Content:
        if self._fields["note"].has_focus:
            return _keys([("enter", "saves, with or without a sentence")])
        target = entry.key_result.target
        words = f"how sure are you of {format_amount(target)}?" if target is not None else "how sure are you?"
        kept = entry.usual_confidence
        return _keys([("enter", f"keeps {kept}" if kept is not None else "goes on")], f"0 to 10: {words}")


def _known(entry: Entry, span: tuple[dt.date, dt.date]) -> Content:
    """What it was, and where it is to go."""
    key_result = entry.key_result
    if entry.last is not None:
        was = f"was {format_amount(entry.last.value)} on {format_date(entry.last.date, *span)}"
    elif key_result.baseline is not None:
        was = f"baseline {format_amount(key_result.baseline)}"
    else:
        was = "no value yet"
    words = {"reach": "target", "at_least": "at least", "at_most": "at most"}[key_result.kind]
    goal = f", {words} {format_amount(key_result.target)}" if key_result.target is not None else ""
    unit = content(f" {stable(key_result.unit)[:_UNIT_WIDTH]}") if key_result.unit else Content("")
    return Content.assemble((was, "bold"), goal, unit)


def _keys(entries: list[tuple[str, str]], before: str = "") -> Content:
    """Keys with what they do, in a row."""
    parts = [part for key, does in entries for part in ((key, "bold $primary"), (f" {does}   ", "$quiet"))]
    return Content.assemble((f"{before}   " if before else "", "$quiet"), *parts)


def _sentence(text: str, problem: str) -> str:
    """What is wrong with a value, about the words that were typed."""
    if problem.startswith("write the number alone"):
        return "write the number alone"  # there is no other field for its unit here
    return f'"{text.strip()}" {problem}' if problem.split()[0] in {"is", "could", "has"} else problem
