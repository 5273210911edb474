"""A question with a few answers, each one key."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from okrtui.i18n import tr
from okrtui.tui.latin_keys import narrow
from okrtui.tui.plain import content
from okrtui.tui.widgets.prose import Prose

_KEY_WIDTH = 4
"""The least columns of a key before what it does."""


class Ask(ModalScreen[str | None]):
    """Gives the key of the answer, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Leave", show=False)]

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], leave: str = "") -> None:
        """``answers`` are keys with what they do; ``leave`` is what escape does where it does not go back.

        What cannot be taken back is best answered by a key that is no letter, such as ``ctrl+d``: whoever has not seen
        the question types on.
        """
        super().__init__()
        self._question = question
        self._answers = answers
        self._leave = leave or tr("go back")

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog"):
            lines = [content(line, "" if place else "bold") for place, line in enumerate(self._question.split("\n"))]
            yield Prose(Content("\n").join(lines), classes="dialog-title")
            width = max(_KEY_WIDTH, *(len(key) for key, _ in self._answers))
            for key, label in [*self._answers, ("esc", self._leave)]:
                yield Prose(Content.assemble((f"{key:>{width}}  ", "bold $primary"), content(label)))

    def on_key(self, event: events.Key) -> None:
        """Take an answer."""
        key = narrow(event)
        pressed = key.character if key.is_printable else key.key
        if pressed in {key for key, _ in self._answers}:
            event.stop()
            self.dismiss(pressed)
