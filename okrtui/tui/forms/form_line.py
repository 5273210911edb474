"""One line of a form: the letter of its group, fields side by side, and below what is wrong with them."""

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip

from okrtui.i18n import tr
from okrtui.tui.forms.field import LABEL_WIDTH, Field
from okrtui.tui.forms.specs import Line
from okrtui.tui.plain import content
from okrtui.tui.widgets.bare import Bare
from okrtui.tui.widgets.cells import wrapped
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.strips import strip_of

_INDENT = 4 + LABEL_WIDTH
"""Columns before a message: those of the letter, and of a label."""


class FormLine(Bare):
    """Holds its fields; draws the letter before them and one message below them itself."""

    def __init__(self, line: Line, fields: list[Field]) -> None:
        """``fields`` are those of the line, in order."""
        super().__init__(classes="form-line group" if line.letter else "form-line")
        self.letter = line.letter
        """The SMART letter of the group that begins here."""
        self.fields = fields
        """What stands in the line."""
        self._is_lit = False
        self._message = Content("")

    def compose(self) -> ComposeResult:
        """The fields."""
        yield from self.fields

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of the fields with those of the message."""
        return super().get_content_height(container, viewport, width) + len(self._below(width))

    def render_line(self, y: int) -> Strip:
        """What stands beside the fields, or below them."""
        width, style = self.size.width, self.visual_style
        below = self._below(width)
        at = y - self.size.height + len(below)
        if at >= 0:
            return strip_of(below[at].pad_left(_INDENT).truncate(width, pad=True), style, self)
        if y > 0 or self.letter is None:
            return Strip.blank(width, style.rich_style)
        letter = Content.assemble(" ", (self.letter, "bold $success" if self._is_lit else "bold $faint"))
        return strip_of(letter.truncate(width, pad=True), style, self)

    def light(self, lit: bool) -> None:
        """Light the letter, or not."""
        if lit != self._is_lit:
            self._is_lit = lit
            self.refresh(Region(0, 0, self.size.width, 1))

    def show_message(self, field: Field | None, text: str = "", colour: str = "$error") -> None:
        """Say what is wrong with a field; None says that nothing is."""
        message = Content("")
        if field is not None:
            message = content(text, colour)
            if len(self.fields) > 1:
                # for translators: {field} is the name of a field, {problem} what is wrong with it
                message = around(tr("{field}: {problem}", field=field.spec.label, problem=SLOT), message, "$quiet")
        if not message.is_same(self._message):
            width, height = self.size
            before = len(self._below(width))
            self._message = message
            now = len(self._below(width))
            self.refresh(Region(0, height - now, width, now), layout=now != before or not width)

    def _below(self, width: int) -> list[Content]:
        """The lines of the message where the form line has so many columns."""
        return wrapped(self._message, width - _INDENT - 1) if self._message else []
