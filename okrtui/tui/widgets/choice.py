"""One of a few words, side by side: left, right, space and the letters that a word begins with change it."""

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
from okrtui.model.text import search_key
from okrtui.tui.messages import Say, TakeBack
from okrtui.tui.widgets.cells import cut


class Choice(Static, can_focus=True):
    """Shows its options side by side, the chosen one marked; where not all have room, that there are more."""

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

    def __init__(self, options: Sequence[tuple[str, str]], value: str, hint: str = "") -> None:
        """``options`` are values with their words; ``hint`` is said while one chooses between them."""
        super().__init__("", markup=False)
        self._options = options
        self._hint = hint
        self._typed = ""
        """The letters by which the choice was made, to be gone on with."""
        self._said = ""
        """What was said last, until it is taken back."""
        self.set_reactive(Choice.value, value)

    def on_resize(self) -> None:
        """Show the options in the width that there is."""
        self._draw()

    def watch_value(self) -> None:
        """Show what was chosen."""
        self._draw()
        self.post_message(self.Changed(self))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether the keys are here; when they come, say what there is to choose."""
        super().watch_has_focus(has_focus)
        self._typed = ""
        self._take_back()
        if has_focus and self._hint:
            self._say(self._hint, "$quiet")
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Choose what begins with the letters that are typed; say how one chooses where nothing does."""
        if not event.is_printable or event.key == "space" or event.character is None:
            return
        for typed in (self._typed + event.character, event.character):
            if (value := self._begun_with(typed)) is not None:
                event.stop()
                self._begin_anew()
                self._typed, self.value = typed, value
                return
        if event.key in self.screen.active_bindings:
            return  # a sign such as ? that does something here
        event.stop()
        self._typed = ""
        words = tr("nothing here begins with {text}: ← and → choose, tab goes on", text=event.character)
        self._say(words, "$warning")

    def action_step(self, by: int) -> None:
        """Choose the next option, or the one before."""
        self._begin_anew()
        values = [value for value, _ in self._options]
        here = values.index(self.value) if self.value in values else 0
        self.value = values[(here + by) % len(values)]

    def _begun_with(self, typed: str) -> str | None:
        """The option with a word that begins so, of several with one letter the next; None where there is none."""
        begins = [value for value, word in self._options if f" {search_key(typed)}" in f" {search_key(word)}"]
        if not begins:
            return None
        if self.value not in begins:
            return begins[0]
        return self.value if len(typed) > 1 else begins[(begins.index(self.value) + 1) % len(begins)]

    def _begin_anew(self) -> None:
        """Forget the letters, and take back what was said of them."""
        self._typed = ""
        if self._said != self._hint:
            self._take_back()
            if self._hint:
                self._say(self._hint, "$quiet")

    def _say(self, text: str, colour: str) -> None:
        self._said = text
        self.post_message(Say(text, colour))

    def _take_back(self) -> None:
        if self._said:
            self.post_message(TakeBack(self._said))
            self._said = ""

    def _draw(self) -> None:
        width = self.size.width
        options = [self._option(value, word) for value, word in self._options]
        chosen = next((at for at, (value, _) in enumerate(self._options) if value == self.value), 0)
        for first in range(chosen + 1):
            before = Content.styled("… " if first else "", "$quiet")
            up_to_it = sum(option.cell_length for option in options[first : chosen + 1])
            if before.cell_length + up_to_it + len("…") <= width:
                break
        shown = Content.assemble(before, *options[first:]).rstrip()
        self.update(cut(shown, width) if width else shown, layout=False)

    def _option(self, value: str, word: str) -> Content:
        if value != self.value:
            return Content.styled(f" {word}  ", "$quiet")
        return Content.assemble((f"({word})", "bold reverse" if self.has_focus else "bold $primary"), " ")
