"""On which line of a TOML file a value stands.

``tomllib`` forgets lines, and a person with a file of 400 lines needs them. The text is known to be
valid TOML when its lines are looked up, so headers and ``key =`` lines are all that must be understood.
"""

import re
from collections.abc import Mapping, Sequence

from okrtui.i18n import mark, tr
from okrtui.i18n_lists import row_of
from okrtui.patterns import pattern

Place = tuple[int | str, ...]
"""Keys and list positions from the top of the file, as pydantic gives them: ``("objectives", 1, "due")``."""

MAX_NESTING = 16
"""The deepest nesting of a file; a plan needs 7."""

_TOKENS = pattern(
    r'"""(?:\\.|[^\\])*?(?:"""(?:"{0,2})|\Z)'
    r"|'''.*?(?:'''(?:'{0,2})|\Z)"
    r'|"(?:\\.|[^"\\\n])*"?'
    r"|'[^'\n]*'?"
    r"|\#[^\n]*",
    re.DOTALL,
)
_NAME = pattern(r"[\w-]+")
_PATH = r"[\w-]+(?:\s*\.\s*[\w-]+)*"
_HEADER = pattern(rf"\s*(?P<open>\[\[?)\s*(?P<path>{_PATH})\s*\]\]?\s*")
_KEY = pattern(rf"\s*(?P<path>{_PATH})\s*=")
_DEEP = pattern(rf"(?<![\w-])[\w-]+(?:\s*\.\s*[\w-]+){{{MAX_NESTING}}}")


_ITEMS = {
    # for translators: the place of an error in a file; so are those that follow
    "objectives": mark("objective {number}"),
    "key_results": mark("key result {number}"),
    "actions": mark("action {number}"),
    "check_ins": mark("check-in {number}"),
    # for translators: what somebody asked for and was told to wait with
    "not_now": mark("not-now request {number}"),
    # for translators: the record of a goalpost that moved
    "changes": mark("change {number}"),
    # for translators: what two people changed differently
    "conflicts": mark("conflict {number}"),
}


def has_comments(text: str) -> bool:
    """Whether a line of the TOML text holds a comment."""
    return "#" in text and any(match[0].startswith("#") for match in _TOKENS.finditer(text))


def deep_key_line(text: str) -> int | None:
    """The line of a key with more dots than a plan may be deep, or None.

    Asked before parsing: a key of some thousand dots takes the parser seconds and all memory.
    """
    if not any(line.count(".") >= MAX_NESTING for line in text.split("\n")):
        return None
    skeleton = _skeleton(text)
    found = _DEEP.search(skeleton)
    return None if found is None else skeleton.count("\n", 0, found.start()) + 1


def line_of(lines: Mapping[Place, int], place: Sequence[int | str]) -> int | None:
    """The line of a value by the index of its file, or of the nearest table around it.

    None where the value would stand at the top of the file and is not there.
    """
    for end in range(len(place), 0, -1):
        line = lines.get(tuple(place[:end]))
        if line is not None:
            return line
    return None


def index_lines(text: str) -> dict[Place, int]:
    """The line, from 1, of each key and each header in valid TOML text."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    depth = 0  # of brackets that are still open from the lines before
    for number, line in enumerate(_skeleton(text).split("\n"), 1):
        value = line
        if not depth:
            if header := _HEADER.fullmatch(line):
                table = _enter(header, counts)
                lines.setdefault(table, number)
                lines.setdefault(tuple(table[:-1]), number)
                continue
            if key := _KEY.match(line):
                lines.setdefault(table + tuple(_NAME.findall(key["path"])), number)
                value = line[key.end() :]
        depth += value.count("[") + value.count("{") - value.count("]") - value.count("}")
    return lines


def _enter(header: re.Match[str], counts: dict[Place, int]) -> Place:
    """The place of the table that a header opens; counts the tables of each list."""
    *parents, last = _NAME.findall(header["path"])
    place: Place = ()
    for name in parents:
        place += (name,)
        if place in counts:
            place += (counts[place] - 1,)
    place += (last,)
    if header["open"] == "[[":
        counts[place] = counts.get(place, 0) + 1
        place += (counts[place] - 1,)
    return place


def _skeleton(text: str) -> str:
    """The text, line for line, without comments and with strings reduced to a word without brackets."""
    return _TOKENS.sub(_reduced, text.replace("\r\n", "\n"))


def _reduced(token: re.Match[str]) -> str:
    found = token[0]
    if found.startswith("#"):
        return ""
    inside = found[1:-1]
    return inside if _NAME.fullmatch(inside) else "s" + "\n" * found.count("\n")


def words(place: Sequence[int | str]) -> str:
    """A place in a file as people say it: ``due of objective 2, key result 1``."""
    items: list[str] = []
    names: list[str] = []
    for index, part in enumerate(place):
        if isinstance(part, int):
            continue
        position = place[index + 1] if index + 1 < len(place) else None
        if part in _ITEMS and isinstance(position, int):
            items.append(tr(_ITEMS[part], number=position + 1))
        else:
            names.append(part if position is None or isinstance(position, str) else f"{part} {position + 1}")
    field, item = " ".join(names), row_of(items)
    # for translators: a value's name in a file, and the item that it belongs to: due of objective 2, key result 1
    return tr("{field} of {item}", field=field, item=item) if field and item else field or item
