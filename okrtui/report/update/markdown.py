"""An update as Markdown: it reads well in a plain mail, and renders on GitHub; texts of the plan stay literal."""

from collections.abc import Iterator

from okrtui.i18n_lists import row_of
from okrtui.patterns import pattern
from okrtui.report.update.page import Page, Point, Section
from okrtui.report.update.phrases import Words, plain
from okrtui.report.words import full_stop

_MARKS = pattern(r"([\\`*_\[\]<|~#]|&(?=#?\w+;)|(?<=\S)\$)")
"""What means something anywhere in a line; a dollar sign only where it could end a formula."""
_STARTS = pattern(r"([=>]|[-+](?=[-+\s]|$)|\d{1,9}(?=[.)](?:\s|$)))")
"""What means something at the start of a line."""


def markdown(page: Page) -> Iterator[str]:
    """The lines of the update, a paragraph or a list item each."""
    yield f"# {page.title}"
    for line in page.lead:
        yield from ("", _line(line))
    yield from ("", f"**{_line(page.headline)}**")
    if page.counts:
        yield from ("", full_stop(row_of(words for words, _ in page.counts)))
    for section in page.sections:
        yield from _section(section)


def literal(words: Words, *, at_start: bool = False) -> str:
    """The words so that Markdown changes nothing in them.

    Args:
        words: ours and the plan's.
        at_start: whether they stand at the start of a line or a list item.
    """
    said = _MARKS.sub(r"\\\1", plain(words))
    if at_start and (found := _STARTS.match(said)):
        digits = found[1] if found[1].isdigit() else ""
        return f"{digits}\\{said[len(digits) :]}"
    return said


def _line(words: Words) -> str:
    return literal(words, at_start=True)


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {section.heading}")
    for line in section.lines:
        yield from ("", _line(line))
    if section.points:
        yield ""
    for place, point in enumerate(section.points):
        if point.points or section.name == "key results":
            yield from _chapter(point, first=not place)
        else:
            yield from _item(point)
    if section.more:
        yield from ("", section.more)


def _chapter(point: Point, *, first: bool) -> Iterator[str]:
    """An objective with its key results."""
    yield from () if first else ("",)
    yield f"### {point.position} {literal(point.title)}"
    for line in point.lines:
        yield from ("", _line(line))
    if point.points:
        yield ""
    for below in point.points:
        yield from _item(below)


def _item(point: Point) -> Iterator[str]:
    """A list item: its title with what belongs to it, and below what there is to say."""
    name = literal(point.title, at_start=not point.position)
    if point.position or point.lines:
        name = f"**{point.position} {name}**" if point.position else f"**{name}**"
    beside = row_of([point.tag, literal(point.aside)])
    yield f"- {name} ({beside})" if beside else f"- {name}"
    for line in point.lines:
        yield f"  {_line(line)}"
