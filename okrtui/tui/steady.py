"""A screen that is laid out once for a size and drawn once for a change."""

from textual.events import ScreenResume
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType

from okrtui.tui.compositing import TightCompositor
from okrtui.tui.widgets.lines import KeyLine


class SteadyScreen(Screen[ScreenResultType]):
    """Does once what Textual's own does again, to the same effect, while a screen comes up.

    Another kind of screen has this one behind it among its bases: style follows the first.
    """

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        """What Textual's own screens are given."""
        super().__init__(name, id, classes)
        self._is_in_sight = False
        self._compositor = TightCompositor()

    def on_screen_suspend(self) -> None:
        """Name no keys while something is above."""
        for line in self.query(KeyLine):
            line.keys_act(False)

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Name the keys again, which act again."""
        for line in self.query(KeyLine):
            line.keys_act(True)

    def draw_first(self) -> None:
        """Lay out and draw, in one go, what has come up."""
        self._layout_required, self._repaint_required = True, False
        self._on_timer_update()

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size; for its first one that was done when it came up."""
        if size != self._compositor.size:
            super()._screen_resized(size)

    def _pop_result_callback(self) -> None:
        """Forget whom to give a result to; for the first screen there is nobody."""
        if self._result_callbacks:
            super()._pop_result_callback()

    def _compositor_refresh(self) -> None:
        """Draw what changed; not while that would be thrown away."""
        if self.app._batch_count:
            return
        if place := getattr(self.focused, "cursor_screen_offset", None):  # there an input method shows what it composes
            self.app.cursor_position = place
        super()._compositor_refresh()
        if not self._is_in_sight:
            self._is_in_sight = True
            self.come_into_sight()

    def come_into_sight(self) -> None:
        """Begin what waits until the screen was drawn for the first time; nothing where a screen has none."""
