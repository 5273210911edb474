"""What a terminal shows that turns right-to-left text round: the rules of Unicode's annex 9 that our lines need.

The line itself is read from the left, as such terminals take it unless they are told otherwise.
"""

import unicodedata
from itertools import groupby

_LEFT_MARK, _BEGIN, _END = "\u200e", "\u202b", "\u202c"


def seen(line: str) -> str:
    """The characters of a line from the left of the screen to the right, without marks."""
    chars = [(char, level) for char, level in _levels(line) if char not in (_LEFT_MARK, _BEGIN, _END)]
    for least in range(max((level for _, level in chars), default=0), 0, -1):
        chars = _turned(chars, least)
    return "".join(char for char, _ in chars)


def _turned(chars: list[tuple[str, int]], least: int) -> list[tuple[str, int]]:
    """The stretches of at least this depth turned round."""
    runs = [(deep, list(run)) for deep, run in groupby(chars, lambda char: char[1] >= least)]
    return [char for deep, run in runs for char in (reversed(run) if deep else run)]


def _levels(line: str) -> list[tuple[str, int]]:
    """Each character with its depth: odd where it is read from the right."""
    depths, depth = [], 0
    for char in line:
        depth = {_BEGIN: 1, _END: 0}.get(char, depth)
        depths.append(depth)
    kinds = _without_neutral(_without_weak([unicodedata.bidirectional(char) for char in line], depths), depths)
    return [(char, _level(kind, depth)) for char, kind, depth in zip(line, kinds, depths, strict=True)]


def _level(kind: str, depth: int) -> int:
    if kind == "N":
        return 2
    return depth + (kind == "L") * depth + (kind == "R") * (1 - depth)


def _without_weak(kinds: list[str], depths: list[int]) -> list[str]:
    """Letters as L and R, numbers within right-to-left text as N, other numbers as L, all else as a blank."""
    strong, out = "L", []
    for at, kind in enumerate(kinds):
        if at and depths[at] != depths[at - 1]:
            strong = "R"
        if kind in {"L", "R", "AL"}:
            strong = "L" if kind == "L" else "R"
        out.append({"L": "L", "R": "R", "AL": "R", "EN": "L" if strong == "L" else "N"}.get(kind, " "))
    for at in range(1, len(out) - 1):
        if kinds[at] == "CS" and kinds[at - 1] == kinds[at + 1] == "EN":
            out[at] = out[at - 1]
    return out


def _without_neutral(kinds: list[str], depths: list[int]) -> list[str]:
    """What is between two of a kind as they are, and else as what is around it all."""
    out = list(kinds)
    for at, kind in enumerate(kinds):
        if kind == " ":
            sides = {_side(kinds, depths, range(at - 1, -1, -1)), _side(kinds, depths, range(at + 1, len(kinds)))}
            out[at] = sides.pop() if len(sides) == 1 else ("R" if depths[at] else "L")
    return out


def _side(kinds: list[str], depths: list[int], places: range) -> str:
    start = places.start - places.step
    for at in places:
        if depths[at] != depths[start]:
            return "R"
        if kinds[at] != " ":
            return "L" if kinds[at] == "L" else "R"
    return "R" if depths[start] else "L"
