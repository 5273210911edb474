"""What a terminal like xterm answers to what programs ask it."""

import re
from collections.abc import Callable

_QUESTION = re.compile(rb"\x1b\[(?:([>?]?)([0-9;]*)(\$p|[cnqu]))")
_UNFINISHED = re.compile(rb"\x1b(?:\[[<-?]?[0-9;]*\$?)?\Z")
_FIXED = {
    (b"", b"", b"c"): b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    (b">", b"", b"c"): b"\x1b[>41;379;0c",
    (b"", b"5", b"n"): b"\x1b[0n",
    (b">", b"", b"q"): b"\x1bP>|XTerm(379)\x1b\\",
}
_MODES = {b"1004", b"2004", b"1049", b"25", b"7"}
"""Modes that it knows; 2026 and 2048 it does not."""


class Answers:
    """Finds the questions in what a program sends, also those that come in two parts."""

    def __init__(self, cursor: Callable[[], tuple[int, int]]) -> None:
        """``cursor`` gives its line and column, counted from 1; asked only where a program asks."""
        self._cursor = cursor
        self._rest = b""

    def to(self, data: bytes) -> bytes:
        """What to answer to the questions in the data; nothing where there are none."""
        if b"\x1b" not in data and not self._rest:
            return b""
        asked = self._rest + data
        unfinished = _UNFINISHED.search(asked)
        self._rest = unfinished.group() if unfinished else b""
        return b"".join(self._answer(*question) for question in _QUESTION.findall(asked))

    def _answer(self, private: bytes, number: bytes, kind: bytes) -> bytes:
        if kind == b"$p" and private == b"?":
            return b"\x1b[?%s;%d$y" % (number, 2 if number in _MODES else 0)
        if kind == b"n" and number == b"6":
            return b"\x1b[%d;%dR" % self._cursor()
        return _FIXED.get((private, number.strip(b"0"), kind), b"")
