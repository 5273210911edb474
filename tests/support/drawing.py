"""What our own drawing has to look like: cell by cell what Textual's own way gives."""

from rich.segment import Segment
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

from okrtui.tui.app import OkrtuiApp
from okrtui.tui.compositing import TightCompositor
from okrtui.tui.widgets.bare import Bare

Cells = list[tuple[str, str, str]]
"""Characters with their style, told by what is to be seen of it."""


def drawn_alike(app: OkrtuiApp) -> None:
    """Hold what the screen's bare widgets and its compositor draw against Textual's own way."""
    for widget in app.screen.query(Bare):
        crop = widget.outer_size.region
        if crop and widget.display and widget.is_on_screen:
            stock = widget._styles_cache
            stock.clear()
            own, theirs = widget.render_lines(crop), stock.render_widget(widget, crop)
            for y, (one, other) in enumerate(zip(own, theirs, strict=True)):
                assert _cells(one) == _cells(other), (widget, y)
    compositor = app.screen._compositor
    if isinstance(compositor, TightCompositor):
        for y in range(0, app.size.height, 3):
            _partly_drawn_alike(compositor, Region(y % 7, y, app.size.width - y % 11, 2).intersection(app.size.region))


def _partly_drawn_alike(compositor: TightCompositor, dirty: Region) -> None:
    compositor._dirty_regions = {dirty}
    own = compositor.render_partial_update()
    compositor._dirty_regions = {dirty}
    theirs = Compositor.render_partial_update(compositor)
    assert own is not None and theirs is not None
    assert own.spans == theirs.spans and own.chop_ends == theirs.chop_ends
    for y, left, right in own.spans:
        for (x, strip), other in zip(own.chops[y].items(), theirs.chops[y].values(), strict=True):
            if x < right and strip is not None:
                assert other is not None and _cells(strip) == _cells(other), (x, y)
            assert strip is not None or x >= right or x + (other.cell_length if other else 0) <= left, (x, y)


def _cells(strip: Strip) -> Cells:
    cells: Cells = []
    for text, style, _ in Segment.simplify(strip):
        bare = style.without_color if style else ""
        colours = f"{style.color and style.color.name} on {style.bgcolor and style.bgcolor.name}" if style else ""
        cells += [(char, colours, str(bare)) for char in text]
    return cells
