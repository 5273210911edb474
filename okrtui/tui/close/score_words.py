"""How scores look: a bar, the number, and its band in a word with a colour."""

from decimal import Decimal

from textual.content import Content

from okrtui.model.closing import Band, band
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets.glyphs import Glyphs, bar

BAND_COLOURS: dict[Band, str] = {"delivered": "$success", "partly": "$warning", "little": "$error"}
"""The colour of each band; its word always stands beside it."""

_BAR, _WORD = 10, 9
BELOW_WORD = " " * (_WORD + 2)
"""What stands after a score without its band, where it is to stand below scores that have one."""
_BAR_FROM = 62
"""Columns from which on a bar stands before the score."""


def score_cell(score: Decimal | None, width: int, glyphs: Glyphs) -> Content:
    """``▓▓▓▓▓▓░░░░  0.6  partly`` in columns that align, whatever the score; no bar where ``width`` is small."""
    wide = width >= _BAR_FROM
    if score is None:
        return Content.assemble((f"{' ' * (_BAR + 2) if wide else ''}{glyphs.dash:>3}  {'':{_WORD}}", "$faint"))
    word = band(score)
    drawn = f"{bar(float(score), _BAR, glyphs)}  " if wide else ""
    return Content.assemble((f"{drawn}{score:.1f}  {word:<{_WORD}}", BAND_COLOURS[word]))


def score_words(score: Decimal | None) -> str:
    """``0.6, partly``, or that there is none."""
    return "not scored" if score is None else f"{score:.1f}, {band(score)}"


def titled(position: str, title: str, width: int, *, strong: bool = False) -> Content:
    """An item's position and title in just so many columns."""
    lead = f" {position} " if strong else f"   {position} "
    words = content(stable(title) or "(no title yet)", "bold" if strong else "")
    return Content.assemble((lead, "$quiet"), words).truncate(max(0, width), ellipsis=True, pad=True)
