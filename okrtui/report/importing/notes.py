"""What was left out of a spreadsheet, or read in a way that one should know of; each reason said once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from okrtui.i18n import tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.numbers import format_count
from okrtui.report.importing.problems import shown

_NAMED = 3
"""Lines that are named before they are only counted."""
_MOST = 20
"""Words from the file that are named before they are only counted."""


@dataclass
class Notes:
    """Reasons, with the lines that each is about."""

    _left: dict[str, list[int]] = field(default_factory=dict)
    _read: dict[str, list[int]] = field(default_factory=dict)

    def leave_out(self, what: str, line: int) -> None:
        """Note what stands on a line and not in the plan; ``what`` is a phrase that a list of lines can follow."""
        self._left.setdefault(what, []).append(line)

    def read(self, what: str, line: int | None = None) -> None:
        """Note how something was read, ``tbd as no value``, and on which line where ``what`` does not say it."""
        self._read.setdefault(what, []).extend([] if line is None else [line])

    def left_out(self) -> tuple[str, ...]:
        """One phrase a reason: ``the status of key results (lines 4, 7, 9 and 12 more)``, safe to print."""
        return _said(self._left)

    def read_as(self) -> tuple[str, ...]:
        """The same for how things were read."""
        return _said(self._read)


def some_of(words: Sequence[str]) -> str:
    """Words from the file with commas between them, safe to print."""
    return _and_more(row_of(map(shown, words[:_MOST])), len(words) - _MOST)


def _said(reasons: Mapping[str, list[int]]) -> tuple[str, ...]:
    return tuple(_placed(reason, list(dict.fromkeys(lines))) for reason, lines in reasons.items())


def _placed(reason: str, lines: list[int]) -> str:
    """The reason with the lines that it is about, where it does not say them itself."""
    if not lines:
        return reason
    named = _and_more(row_of(map(str, lines[:_NAMED])), len(lines) - _NAMED)
    # for translators: what was left out, or how something was read, with the lines of the file: "4, 7 and 2 more"
    return tr_n("{what} (line {lines})", "{what} (lines {lines})", len(lines), what=reason, lines=named)


def _and_more(named: str, more: int) -> str:
    """A list of which only the first are named."""
    if more <= 0:
        return named
    # for translators: the end of a list that is cut: "a, b and 3 more"
    return tr_n("{words} and {count} more", "{words} and {count} more", more, words=named, count=format_count(more))
