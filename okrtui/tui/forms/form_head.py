"""The head of a form: what it is about, and at the right how far it has come."""

from textual.content import Content

from okrtui.tui.widgets.strips import Lines

_BADGE_WIDTH = 10


class FormHead(Lines):
    """One line."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        super().__init__()
        self._heading = ""
        self._badge = Content("")

    def show_heading(self, heading: str) -> None:
        """Say what the form is about."""
        self._heading = heading
        self._draw()

    def show_badge(self, badge: Content) -> None:
        """Show this at the right."""
        self._badge = badge
        self._draw()

    def on_resize(self) -> None:
        """Use the new width."""
        self._draw()

    def _draw(self) -> None:
        room = max(0, self.size.width - 2 - max(_BADGE_WIDTH, self._badge.cell_length))
        heading = Content.assemble((self._heading, "bold $primary")).truncate(room, pad=True)
        self.draw([Content.assemble(" ", heading, self._badge)])
