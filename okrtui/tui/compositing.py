"""What of a screen is drawn again when one widget changes: that widget and what it stands in, not its neighbours."""

from textual._compositor import Compositor
from textual.geometry import Region
from textual.widget import Widget


class TightCompositor(Compositor):
    """Knows how much of each widget is in sight.

    Textual's own only knows what a widget stands in, and draws all that stands there anew at each letter of a form.
    """

    @property
    def visible_widgets(self) -> dict[Widget, tuple[Region, Region]]:
        """The place of each widget, with what of it is in sight."""
        if self._visible_widgets is None:
            self._visible_widgets = {
                widget: (region, region.intersection(clip))
                for widget, (region, clip) in super().visible_widgets.items()
            }
        return self._visible_widgets
