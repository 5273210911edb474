"""An update as plain text for a mail: 72 columns, wide characters counted as two."""

from collections.abc import Iterator

from okrtui.i18n_lists import row_of
from okrtui.model.widths import cell_width
from okrtui.report.columns import wrap
from okrtui.report.update.page import Page, Point, Section
from okrtui.report.update.phrases import Words, plain
from okrtui.report.words import full_stop

WIDTH = 72
"""The columns that lines keep to."""

_GAP = 2


def plain_text(page: Page) -> Iterator[str]:
    """The lines of the update."""
    yield page.title
    yield "=" * min(WIDTH, cell_width(page.title))
    for line in page.lead:
        yield from _wrapped(line)
    yield ""
    yield from _wrapped(page.headline)
    if page.counts:
        yield ""
        yield from _wrapped((full_stop(row_of(words for words, _ in page.counts)),))
    for section in page.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from ("", "", section.heading.upper())
    for line in section.lines:
        yield ""
        yield from _wrapped(line)
    apart = True
    for point in section.points:
        tall = bool(point.lines or point.points)
        if apart or tall:
            yield ""
        yield from _point(point)
        apart = tall
    if section.more:
        yield from ("", section.more)


def _point(point: Point) -> Iterator[str]:
    lead = f"{point.position}  " if point.position else "- "
    hanging = " " * cell_width(lead)
    yield from _titled(point, lead, hanging)
    for line in point.lines:
        yield from wrap(plain(line), WIDTH, hanging, hanging)
    for below in point.points:
        yield ""
        yield from _point(below)


def _titled(point: Point, lead: str, hanging: str) -> Iterator[str]:
    """The title with what belongs to it; its tag at the right of the first line."""
    beside = f" ({plain(point.aside)})" if point.aside else ""
    name = f"{plain(point.title)}{beside}"
    if not point.tag:
        yield from wrap(name, WIDTH, lead, hanging)
        return
    first, *rest = wrap(name, WIDTH - cell_width(point.tag) - _GAP, lead, hanging)
    space = WIDTH - cell_width(first) - cell_width(point.tag)
    yield f"{first}{' ' * space}{point.tag}"
    yield from rest


def _wrapped(words: Words) -> Iterator[str]:
    yield from wrap(plain(words), WIDTH, "", "")
