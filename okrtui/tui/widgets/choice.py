"""One of a few words, all of them in sight: left, right and space change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from okrtui.i18n import tr
from okrtui.tui.messages import Say


class Choice(Static, can_focus=True):
    """Shows its options side by side, the chosen one marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "step(1)", "Next", show=False),
        Binding("left", "step(-1)", "Previous", show=False),
    ]

    value: reactive[str] = reactive("", init=False)
    """The chosen option."""

    @dataclass
    class Changed(Message):
        """Another option was chosen."""

        choice: "Choice"

        @property
        def control(self) -> "Choice":
            """The widget itself."""
            return self.choice

    def __init__(self, options: Sequence[tuple[str, str]], value: str) -> None:
        """``options`` are values with their words."""
        super().__init__("", markup=False)
        self._options = options
        self.set_reactive(Choice.value, value)

    def on_mount(self) -> None:
        """Show the options."""
        self._draw()

    def watch_value(self) -> None:
        """Show what was chosen."""
        self._draw()
        self.post_message(self.Changed(self))

    def on_focus(self, event: events.Focus) -> None:  # noqa: ARG002
        """Show where the keys go."""
        self._draw()

    def on_blur(self, event: events.Blur) -> None:  # noqa: ARG002
        """Show that the keys went elsewhere."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Say how one chooses where somebody types."""
        if event.is_printable and event.key != "space":
            event.stop()
            self.post_message(Say(tr("nothing is typed here: ← and → choose, tab goes on"), "$warning"))

    def action_step(self, by: int) -> None:
        """Choose the next option, or the one before."""
        values = [value for value, _ in self._options]
        self.value = values[(values.index(self.value) + by) % len(values)]

    def _draw(self) -> None:
        parts: list[tuple[str, str]] = []
        for value, word in self._options:
            chosen = value == self.value
            style = ("bold reverse" if self.has_focus else "bold $primary") if chosen else "$quiet"
            parts += [(f"({word})" if chosen else f" {word} ", style), (" ", "")]
        self.update(Content.assemble(*parts), layout=False)
