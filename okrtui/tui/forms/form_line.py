"""One line of a form: the letter of its group, fields side by side, and below what is wrong with them."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from okrtui.i18n import tr
from okrtui.tui.forms.field import LABEL_WIDTH, Field
from okrtui.tui.forms.specs import Line
from okrtui.tui.plain import content
from okrtui.tui.widgets.phrase import SLOT, around

_LIGHT_WIDTH = 4


class FormLine(Vertical):
    """Shows its fields and one message."""

    def __init__(self, line: Line, fields: list[Field]) -> None:
        """``fields`` are those of the line, in order."""
        super().__init__(classes="form-line group" if line.letter else "form-line")
        self.letter = line.letter
        """The SMART letter of the group that begins here."""
        self.fields = fields
        """What stands in the line."""
        self._light = Static(line.letter or "", classes="light", markup=False)
        self._message = Static("", classes="field-message", markup=False)

    def compose(self) -> ComposeResult:
        """Letter and fields, the message below."""
        with Horizontal(classes="form-line-row"):
            yield self._light
            with Horizontal(classes="form-line-fields"):
                yield from self.fields
        yield self._message

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        self._message.styles.padding = (0, 1, 0, LABEL_WIDTH + _LIGHT_WIDTH)
        self._message.display = False

    def light(self, lit: bool) -> None:
        """Light the letter, or not."""
        self._light.set_class(lit, "-lit")

    def show_message(self, field: Field | None, text: str = "", colour: str = "$error", code: str = "") -> None:
        """Say what is wrong with a field; None says that nothing is."""
        self._message.display = field is not None
        if field is not None:
            tail = (f" ({code})", "$faint") if code else ("", "")
            words = Content.assemble(content(text, colour), tail)
            if len(self.fields) > 1:
                # for translators: {field} is the name of a field, {problem} what is wrong with it
                words = around(tr("{field}: {problem}", field=field.spec.label, problem=SLOT), words, "$quiet")
            self._message.update(words)
