"""Enter confirms what was seen: one that was pressed before that was on the screen is no answer to it."""

from math import inf

from textual.events import Key
from textual.message import Message

from okrtui.tui.views.view import View
from okrtui.tui.world import World


class SeenFirstView(View):
    """A view whose enter writes what nobody takes back lightly."""

    def __init__(self, world: World) -> None:
        """Not seen yet."""
        super().__init__(world)
        self._seen_from = inf
        """When what is shown was first drawn."""

    @property
    def is_typed_into(self) -> bool:
        """Whether something is half typed, which enter takes whenever it was pressed."""
        return False

    def show_anew(self) -> None:
        """What is shown now is something else than before: it counts once it is drawn."""
        self._seen_from = inf
        self.call_after_refresh(self._see)

    def on_key(self, event: Key) -> None:
        """Let an enter that was pressed before confirm nothing."""
        if event.key == "enter" and event.time < self._seen_from and not self.is_typed_into:
            event.stop()

    def _see(self) -> None:
        self._seen_from = Message().time  # of the clock that keys have theirs from
