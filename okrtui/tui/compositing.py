"""What of a screen is drawn again when a widget changes: that widget where it changed, nothing beside or behind it."""

from itertools import pairwise
from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.strip import Strip


class TightCompositor(Compositor):
    """Knows how much of each widget is in sight, and asks it for the lines that changed there.

    Textual's own knows what a widget stands in, and asks all that stands there for every line between the first and
    the last that changed: a letter in a form, or a key in the tree, had the whole screen drawn to keep a few cells.
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

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed since the last time, for the terminal; None where nothing did."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not regions:
            return None
        spans = list(self._regions_to_spans(regions))
        cuts = self.cuts
        wanted: dict[int, set[int]] = {}
        for y, left, right in spans:
            starts = wanted.setdefault(y, set())
            starts.update(start for start, end in pairwise(cuts[y]) if start < right and end > left)
        drawn: list[dict[int, Strip | None]] = [
            dict.fromkeys(cut[:-1]) if y in wanted else {} for y, cut in enumerate(cuts)
        ]
        for widget, (region, seen) in self.visible_widgets.items():
            lines = [y for y in seen.line_range if any(seen.x <= x < seen.right for x in wanted.get(y, ()))]
            if lines:
                top = lines[0]
                height = lines[-1] + 1 - top
                strips = widget.render_lines(Region(seen.x - region.x, top - region.y, seen.width, height))
                for y in lines:
                    pieces = [x for x in cuts[y] if seen.x <= x <= seen.right]
                    parts = strips[y - top].divide([x - seen.x for x in pieces[1:]])
                    for x, part in zip(pieces, parts, strict=False):
                        if x in wanted[y]:
                            wanted[y].remove(x)  # what stands in front is there first
                            drawn[y][x] = part
        return ChopsUpdate(drawn, spans, [cut[1:] for cut in cuts])
