"""A small window that says what a field asks, and what each of its choices means."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from okrtui.coach.field_help import asked, meaning
from okrtui.i18n import tr
from okrtui.tui.forms.specs import FieldSpec
from okrtui.tui.plain import content
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.window_keys import WindowKeys


class FieldWindow(ModalScreen[None]):
    """Read and leave: the form is as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,f1", "dismiss(None)", "Leave", show=False)]

    DEFAULT_CSS = """
    FieldWindow .choice { margin-top: 1; }
    """

    def __init__(self, kind: str, spec: FieldSpec) -> None:
        """``kind`` is that of the item whose form it is."""
        super().__init__()
        self._kind = kind
        self._spec = spec

    def compose(self) -> ComposeResult:
        """The name of the field, what it asks, its choices, the keys."""
        told = [(word, words) for value, word in self._spec.options if (words := meaning(self._spec.name, value))]
        with Vertical(classes="dialog"):
            yield Prose(content(self._spec.label, "bold $primary"), classes="dialog-title")
            yield Prose(content(asked(self._kind, self._spec.name)))
            for word, words in told:
                # for translators: one of a field's choices, and what it means
                line = tr("{choice}: {meaning}", choice=SLOT, meaning=words)
                yield Prose(around(line, content(word, "bold")), classes="choice")
            # for translators: a key with what it does
            yield WindowKeys(tr("esc leaves"))
