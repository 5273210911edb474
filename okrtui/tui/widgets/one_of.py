"""One of several things with long names: only the chosen one is in sight; left, right and its number change it."""

from textual import events
from textual.content import Content

from okrtui.i18n import tr
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut
from okrtui.tui.widgets.choice import Choice


class OneOf(Choice):
    """Shows the chosen option, and how to change it while the keys are here."""

    def on_key(self, event: events.Key) -> None:
        """A number chooses the option in that place, from 0."""
        if event.character and event.character.isdecimal() and int(event.character) < len(self._options):
            event.stop()
            event.prevent_default()  # it is taken: nothing is to be said of it
            self._begin_anew()
            self.value = self._options[int(event.character)][0]

    def _draw(self) -> None:
        word = dict(self._options).get(self.value, tr("something that is gone"))
        style = "bold reverse" if self.has_focus else "bold $primary" if self.value else "$quiet"
        hint = Content.assemble("  ", (tr("left, right: another"), "$faint")) if self.has_focus else Content("")
        room = max(1, self.size.width - hint.cell_length) if self.size.width else 40
        self.update(Content.assemble(cut(content(word, style), room), hint), layout=False)

    def on_resize(self) -> None:
        """Use the new width."""
        self._draw()
