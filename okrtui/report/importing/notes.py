"""What was left out of a spreadsheet, or read in a way that one should know of; each reason said once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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


def listed(words: Sequence[str]) -> str:
    """Words from the file with commas between them, safe to print."""
    more = len(words) - _MOST
    return ", ".join(map(shown, words[:_MOST])) + (f" and {more:,} more" if more > 0 else "")


def _said(reasons: Mapping[str, list[int]]) -> tuple[str, ...]:
    return tuple(reason + _places(list(dict.fromkeys(lines))) for reason, lines in reasons.items())


def _places(lines: list[int]) -> str:
    if not lines:
        return ""
    named = ", ".join(str(line) for line in lines[:_NAMED])
    more = len(lines) - _NAMED
    return f" (line{'s' if len(lines) > 1 else ''} {named}{f' and {more:,} more' if more > 0 else ''})"
