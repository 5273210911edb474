"""The lines of the agenda: an action with what it is for, who does it and when it is due."""

from collections.abc import Callable, Sequence

from textual.content import Content

from okrtui.report.agenda import GROUPS, Entry, Group, due_words
from okrtui.report.standing import Standing
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cell, widest
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.lines import finding_parts

WIDE = 100
"""From this many columns on, the key result's title stands beside its position."""

_HEADS: dict[Group, tuple[str, str]] = {
    "late": ("Late", "$error"),
    "this week": ("This week", "$warning"),
    "later": ("Later", "$primary"),
    "no date": ("No date", "$quiet"),
    "done": ("Done", "$success"),
}
"""The heading of each group with its colour."""

_NO_TITLE = "(no title yet)"
_OWNER_MOST, _FOR_MOST, _OWNER_FROM = 14, 34, 64


class AgendaLines:
    """Draws entries in columns that all of them share."""

    def __init__(self, entries: Sequence[Entry], standing: Standing, glyphs: Glyphs) -> None:
        """``entries`` are all that are shown."""
        self._standing = standing
        self._marks = {"todo": glyphs.todo, "doing": glyphs.doing, "done": glyphs.done, "dropped": glyphs.dropped}
        self._position = widest([entry.key_result_position for entry in entries], 6)
        self._owner = widest([entry.owner for entry in entries], _OWNER_MOST)
        self._due = widest([self._due_of(entry) for entry in entries], 14)

    def heading(self, group: Group) -> Content:
        """The line above a group."""
        name, colour = _HEADS[group]
        return Content.assemble((f" {name}", f"bold {colour}"))

    def drawer(self, entry: Entry) -> Callable[[int], Content]:
        """What draws an entry at a width."""
        return lambda width: self._draw(entry, width)

    def _draw(self, entry: Entry, width: int) -> Content:
        done, late = entry.group == "done", entry.group == "late"
        begun = entry.action.status == "doing"
        quiet = "$faint" if done else "$quiet"
        what_for = f"{entry.key_result_position:<{self._position}}"
        for_width = self._position
        if width >= WIDE:
            what_for = f"{what_for} {entry.key_result.title}"
            for_width = self._position + 1 + _FOR_MOST
        right = [cell(what_for, for_width, quiet)]
        if self._owner and width >= _OWNER_FROM:
            right.append(cell(entry.owner, self._owner, quiet if entry.action.owner else "$faint"))
        if self._due:
            colour = "$error" if late else "$success" if done else "$warning" if entry.group == "this week" else quiet
            right.append(cell(self._due_of(entry), self._due, colour))
        room = width - 6 - sum(column.cell_length + 2 for column in right)
        mark = (f"   {self._marks[entry.action.status]} ", "$accent" if begun else "$success" if done else "")
        title = cell(entry.action.title or _NO_TITLE, max(1, room), "$faint" if done or not entry.action.title else "")
        return Content.assemble(mark, title, *[part for column in right for part in ("  ", column)], " ")

    def _due_of(self, entry: Entry) -> str:
        return due_words(entry.action, self._standing.plan, self._standing.today)


def head(entries: Sequence[Entry], only: str, width: int) -> Content:
    """How many entries each group holds, and at the right what is shown alone."""
    counted = {group: sum(entry.group == group for entry in entries) for group in GROUPS}
    parts = [
        (f"{number} {_HEADS[group][0].lower()}   ", _HEADS[group][1]) for group, number in counted.items() if number
    ]
    left = Content.assemble(*parts)
    if not only:
        return left
    tail = Content.assemble(("  esc: all", "$quiet"))
    room = max(0, width - left.cell_length - tail.cell_length)
    shown = Content.assemble(("only ", "bold $accent"), content(only, "bold $accent"))
    fitted = shown.truncate(room, ellipsis=True)
    gap = " " * max(0, room - fitted.cell_length)
    return Content.assemble(left, gap, fitted, tail)


def foot(entry: Entry | None, standing: Standing, width: int) -> Content:
    """The whole title of an entry, and below it what is wrong with it, or what it is a step to."""
    if entry is None:
        return Content("")
    found = [finding for finding in standing.findings_of.get(entry.action.id, ()) if not finding.accepted]
    first = Content.assemble((f"{entry.position} ", "bold $primary"), content(entry.action.title or _NO_TITLE))
    if found:
        second = Content.assemble(*finding_parts(found[0]))
    else:
        goal = content(entry.key_result.title or _NO_TITLE, "$quiet")
        second = Content.assemble((f"for {entry.key_result_position} ", "$quiet"), goal)
    return Content("\n").join([line.truncate(width, ellipsis=True) for line in (first, second)])
