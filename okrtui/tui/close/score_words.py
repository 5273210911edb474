"""How scores look: a bar, the number, and its band in a word with a colour."""

from decimal import Decimal

from textual.content import Content

from okrtui.i18n import tr
from okrtui.i18n_lists import row_of
from okrtui.model.closing import Band, band
from okrtui.model.numbers import format_amount
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets.cells import TITLE_MOST, cut, filled, widest
from okrtui.tui.widgets.glyphs import Glyphs, bar

BAND_COLOURS: dict[Band, str] = {"delivered": "$success", "partly": "$warning", "little": "$error"}
"""The colour of each band; its word always stands beside it."""

_BAR = 10
_MOST_WORD = 16
"""The most columns of a band's word."""
_BAR_FROM = 62
"""Columns from which on a bar stands before the score."""


def score_cell(score: Decimal | None, width: int, glyphs: Glyphs) -> Content:
    """``▓▓▓▓▓▓░░░░  0.6  partly`` in columns that align, whatever the score; no bar where ``width`` is small."""
    wide = width >= _BAR_FROM
    if score is None:
        return Content.assemble((f"{' ' * (_BAR + 2) if wide else ''}{glyphs.dash:>3}{below_word()}", "$faint"))
    word = band(score)
    drawn = f"{bar(float(score), _BAR, glyphs)}  " if wide else ""
    return Content.assemble((f"{drawn}{score_number(score)}  {filled(tr(word), _word_width())}", BAND_COLOURS[word]))


def below_word() -> str:
    """What stands after a score without its band, where it is to stand below scores that have one."""
    return " " * (_word_width() + 2)


def score_number(score: Decimal) -> str:
    """``0.6``, with one decimal always."""
    return format_amount(Decimal(f"{score:.1f}"))


def score_words(score: Decimal | None) -> str:
    """``0.6, partly``, or that there is none."""
    return tr("not scored") if score is None else row_of([score_number(score), tr(band(score))])


def titled(position: str, title: str, width: int, *, strong: bool = False) -> Content:
    """An item's position and title in just so many columns."""
    lead = f" {position} " if strong else f"   {position} "
    words = content(stable(title) or tr("(no title yet)"), "bold" if strong else "")
    return cut(Content.assemble((lead, "$quiet"), words), min(TITLE_MOST, width), pad=True)


def _word_width() -> int:
    return widest([tr(word) for word in BAND_COLOURS], _MOST_WORD)
