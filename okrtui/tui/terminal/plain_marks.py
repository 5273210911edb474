"""The screen in ASCII: our marks by the nearest plain character, a column for a column, whoever drew them.

Widgets choose among :data:`okrtui.tui.widgets.glyphs.ASCII` what says something; what is left are borders, scroll
bars, dots at the end of what was cut, and what Textual draws by itself.
"""

import sys
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rich.cells import split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from okrtui.model.text import locale_is_utf8

_NEAREST = {
    "─━═╌┄╍": "-",
    "│┃║┊┆╎▏▕▌▐": "|",
    "┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬": "+",
    "▀▄█▓▒": "#",
    "▁▂▃▅▆▇▔░\u00a0\u202f": " ",
    "…": "~",
    "·•●◐◔○": ".",
    "–—−‐": "-",
    "×✗": "x",
    "✓": "+",
    "→▶▷›»≥": ">",
    "←‹«≤": "<",
    "↑": "^",
    "↓▼": "v",
    "↷": "*",
    "≠": "!",
    "‘’": "'",
    "“”„": '"',
}
_MARKS = str.maketrans({mark: plain for marks, plain in _NEAREST.items() for mark in marks})
_UNKNOWN = "?"


class PlainMarks(LineFilter):
    """Draws our marks in ASCII; what else the terminal's encoding does not hold as well."""

    def __init__(self, encoding: str) -> None:
        """``encoding`` is what the terminal takes, by Python's name for it."""
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments with each character in as many columns as before."""
        return [Segment(_plain(text, self._encoding), style, control) for text, style, control in segments]


def filters(before: Iterable[LineFilter], encoding: str | None) -> list[LineFilter]:
    """An app's filters with marks for this encoding; None leaves the marks as they are."""
    others = [known for known in before if not isinstance(known, PlainMarks)]
    return others if encoding is None else [*others, PlainMarks(encoding)]


def encoding_of(environ: Mapping[str, str]) -> str:
    """What the terminal takes: ASCII where the locale is not UTF-8 and Python, which overlooks that, says it is."""
    own = (sys.__stderr__.encoding if sys.__stderr__ else "ascii").lower()  # where Textual draws
    return "ascii" if own == "utf-8" and not locale_is_utf8(environ) else own


@lru_cache(maxsize=2048)
def _plain(text: str, encoding: str) -> str:
    if text.isascii():
        return text
    text = text.translate(_MARKS)
    if _holds(encoding, text):
        return text
    return "".join(_nearest(text[start:end], width, encoding) for start, end, width in split_graphemes(text)[0])


def _nearest(grapheme: str, width: int, encoding: str) -> str:
    """A character with its marks by what the encoding holds: itself, the letter without its marks, or ``?``."""
    if _holds(encoding, grapheme):
        return grapheme
    bare = "".join(char for char in unicodedata.normalize("NFKD", grapheme) if not unicodedata.combining(char))
    return bare if len(bare) == width and _holds(encoding, bare) else _UNKNOWN * width


def _holds(encoding: str, text: str) -> bool:
    return text.encode(encoding, "ignore").decode(encoding) == text
