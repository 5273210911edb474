"""Columns of a line: texts cut or filled up to a width, whatever script they are in."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from okrtui.model.widths import start_of
from okrtui.report.columns import line_spans
from okrtui.tui.plain import content, stable

TITLE_MOST = 90
"""Columns of a title with other columns beside it: across more, the eye does not find the rest of the line."""
_TITLE_LEAST = 60


def title_column(titles: Sequence[str]) -> int:
    """Columns that titles take where there is plenty of room: hardly more than they fill."""
    return widest(titles, TITLE_MOST, _TITLE_LEAST)


def cut(text: Content, width: int, *, pad: bool = False) -> Content:
    """A text in at most so many columns: where it is cut, ``…`` stands right behind its last letter.

    Left to itself Textual puts a blank before the ``…`` where only half of a wide character had room. With ``pad`` the
    text has just so many columns.
    """
    if width > 0 and text.cell_length > width:
        kept = start_of(text.plain, width - 1).rstrip() if width > 1 else ""
        text = Content(f"{kept}…", list(text[: len(kept) + 1].spans), strip_control_codes=False)
    return text.truncate(max(0, width), pad=pad)


def cell(text: str, width: int, style: str = "", *, right: bool = False) -> Content:
    """A text in just so many columns, at their left edge or at their right."""
    fitted = cut(Content(stable(text)), width, pad=not right)
    if right:
        fitted = fitted.pad_left(width - fitted.cell_length)
    return fitted.stylize(style) if style else fitted


def filled(text: str, width: int, *, right: bool = False) -> str:
    """A text filled up to so many columns, with blanks behind it or, at the right, before it; a wider one stays."""
    blanks = " " * (width - cell_len(text))
    return f"{blanks}{text}" if right else f"{text}{blanks}"


def two_sided(left: Content, right: Content, width: int) -> Content:
    """A line with something at its right end; what is at the left is cut where both do not fit."""
    return Content.assemble(cut(left, room_beside(right, width), pad=True), " ", right, " ")


def room_beside(right: Content, width: int) -> int:
    """Columns that are left for what is at the left of a line with something at its right end."""
    return max(0, width - right.cell_length - 2)


def widest(texts: Sequence[str], most: int, least: int = 0) -> int:
    """Columns that the widest text takes, within bounds."""
    return max(least, min(most, max((Content(stable(text)).cell_length for text in texts), default=0)))


def wrapped(text: Content, width: int) -> list[Content]:
    """A text in lines of at most so many columns, broken where its script and its language break lines."""
    room = max(1, width)
    return [
        line[start:end]
        for line in text.split("\n", allow_blank=True)
        for start, end in line_spans(line.plain, room, room)
    ]


def hanging(text: Content, width: int, indent: int) -> list[Content]:
    """The same, with further lines so many columns to the right of the first: below the words behind a mark."""
    return [
        line[start:end].pad_left(indent if start else 0)
        for line in text.split("\n", allow_blank=True)
        for start, end in line_spans(line.plain, max(1, width), max(1, width - indent))
    ]


def labelled(label: Content, text: str, width: int, lines: int, style: str = "") -> list[Content]:
    """A text behind its label on at most so many lines, those after the first below its beginning."""
    room = max(1, width - label.cell_length)
    one_line = " ".join(filter(None, map(str.strip, text.splitlines())))
    parts = wrapped(content(one_line, style), room)
    if len(parts) > lines:
        rest = Content(" ").join(parts[lines - 1 :])
        parts = [*parts[: lines - 1], cut(rest, room)]
    indent = Content(" " * label.cell_length)
    return [Content.assemble(indent if at else label, part) for at, part in enumerate(parts)]
