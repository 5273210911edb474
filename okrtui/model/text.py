"""One-line and prose text: what is kept of what a person types, and how text from a file is shown.

Terminals obey control characters, so data must never reach one raw. What is typed or imported is
cleaned once, on the way into the plan. What a file already holds is kept to the byte and only
*shown* with visible marks.
"""

import unicodedata
from collections.abc import Mapping

LINE_LIMIT = 500
"""The most characters kept of a one-line text."""

PROSE_LIMIT = 20_000
"""The most characters kept of a text of several lines."""

_COERCED = {"C.UTF-8", "C.utf8", "UTF-8"}
"""What Python sets ``LC_CTYPE`` to in the C locale (PEP 538)."""

_SPACES = {"\n", "\r", "\t", "\v", "\f", "\x85", "\u2028", "\u2029"}
_KEPT_FORMAT = {"\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\u00ad"}
# joiners that Persian, Hindi and emoji need, and plain direction marks; no overrides, no isolates


def _is_unsafe(char: str) -> bool:
    """Whether a terminal may act on this character, or a reader cannot see that it is there."""
    if " " <= char <= "~" or char in _KEPT_FORMAT:
        return False
    return (
        char in _SPACES
        or unicodedata.category(char) in {"Cc", "Cf", "Cs"}
        or (ord(char) & 0xFFFE) == 0xFFFE  # noncharacters at the end of each plane
        or 0xFDD0 <= ord(char) <= 0xFDEF
    )


def one_line(text: str) -> str:
    """The text on one line: line breaks and tabs become spaces, unsafe characters go."""
    spaced = "".join(" " if char in _SPACES else char for char in text)
    return "".join(char for char in spaced if not _is_unsafe(char))


def clean_line(text: str) -> str:
    """One line as it is kept: :func:`one_line` without spaces at its ends, at most ``LINE_LIMIT`` long."""
    return one_line(text).strip()[:LINE_LIMIT].rstrip()


def clean_prose(text: str) -> str:
    r"""Several lines as they are kept: breaks become ``\n``, unsafe characters go, ends are trimmed."""
    unified = text.replace("\r\n", "\n").replace("\t", "    ")
    lines = ("\n" if char in _SPACES else char for char in unified)
    return "".join(c for c in lines if c == "\n" or not _is_unsafe(c)).strip()[:PROSE_LIMIT].rstrip()


def is_clean(text: str) -> bool:
    """Whether nothing in the text would be dropped or shown as a mark; line breaks are allowed."""
    return not any(_is_unsafe(char) for char in text if char != "\n")


def display(text: str, limit: int | None = None) -> str:
    """One line that is safe to print: unsafe characters become visible marks such as ``␛`` or ``‹202E›``.

    ``limit`` is the most characters of the result; what is cut ends in ``…``.
    """
    shown = text if text.isascii() and text.isprintable() else "".join(map(_mark, text))
    return shown if limit is None or len(shown) <= limit else shown[: max(0, limit - 1)] + "…"


def _mark(char: str) -> str:
    if not _is_unsafe(char):
        return char
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹{code:04X}›"


_NO_ACCENTS = dict.fromkeys(range(0x300, 0x370))
"""Deletes the accents of Latin letters, which people leave out where they search: *lea* for *Léa*."""


def search_key(text: str) -> str:
    """The form in which texts are compared: without case, accents, width or compatibility differences."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).translate(_NO_ACCENTS)
    return unicodedata.normalize("NFC", apart).casefold()


def locale_is_utf8(environ: Mapping[str, str]) -> bool:
    """Whether the locale says that the terminal shows any character.

    ``LC_ALL`` counts before ``LC_CTYPE`` before ``LANG``; without any of them it is not known to. Python itself
    cannot be asked: in the C locale it writes UTF-8 all the same, and sets ``LC_CTYPE`` to one of three names
    that say so, which therefore say nothing.
    """
    named = [environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if named[1] in _COERCED:
        named[1] = ""
    return "utf8" in next(filter(None, named), "").lower().replace("-", "")
