"""Words on as many lines as they need; left to itself Textual puts the comma of a Japanese line on the next one."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from okrtui.tui.widgets.cells import hanging, wrapped

_MARK = 2
"""Columns of the mark before a question, with its blank."""


class Prose(Static):
    """Content in lines that are broken where its script and its language break lines."""

    DEFAULT_CSS = "Prose { width: 100%; height: auto; }"

    def lines(self, width: int) -> list[Content]:
        """What it says, in lines of at most so many columns."""
        assert isinstance(self.visual, Content), "it is given nothing else"
        return wrapped(self.visual, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the words need."""
        return len(self.lines(width))

    def render(self) -> RenderResult:
        """The words at the width that they have."""
        return Content("\n").join(self.lines(self.content_size.width))


class Questions(Prose):
    """Lines that each begin with a mark; what goes on is below the words."""

    def lines(self, width: int) -> list[Content]:
        """What it asks, in lines of at most so many columns."""
        assert isinstance(self.visual, Content), "it is given nothing else"
        return hanging(self.visual, width, _MARK)
