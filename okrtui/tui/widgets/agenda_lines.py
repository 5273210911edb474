"""The lines of the agenda: an action with what it is for, who does it and when it is due."""

from collections.abc import Callable, Sequence

from textual.content import Content

from okrtui.i18n import mark, tr, tr_n, tr_n_as
from okrtui.report.agenda import GROUPS, Entry, Group, due_words
from okrtui.report.standing import Standing
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import TITLE_MOST, cell, cut, title_column, widest
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.lines import finding_mark

WIDE = 100
"""From this many columns on, the key result's title stands beside its position."""

_HEADS: dict[Group, tuple[str, str]] = {
    # for translators: a heading above actions that are past their date
    "late": (mark("Late"), "$error"),
    # for translators: a heading above actions that are due this week
    "this week": (mark("This week"), "$warning"),
    # for translators: a heading above actions that are due after this week
    "later": (mark("Later"), "$primary"),
    # for translators: a heading above actions without a date
    "no date": (mark("No date"), "$quiet"),
    # for translators: a heading above actions that were not done when the quarter was closed
    "left undone": (mark("Not done"), "$quiet"),
    # for translators: a heading above actions that are done
    "done": (mark("Done"), "$success"),
}
"""The heading of each group with its colour."""

_COUNTS: dict[Group, Callable[[int], str]] = {
    # for translators: so many actions are past their date
    "late": lambda n: tr_n("{n} late", "{n} late", n),
    # for translators: so many actions are due this week
    "this week": lambda n: tr_n("{n} this week", "{n} this week", n),
    # for translators: so many actions are due after this week
    "later": lambda n: tr_n("{n} later", "{n} later", n),
    # for translators: so many actions have no date
    "no date": lambda n: tr_n("{n} no date", "{n} no date", n),
    # for translators: so many actions were not done when the quarter was closed
    "left undone": lambda n: tr_n("{n} not done", "{n} not done", n),
    # for translators: so many actions are done; the same of key results is a message of its own
    "done": lambda n: tr_n_as("actions", "{n} done", "{n} done", n),
}
"""How many there are of each group, in words."""

_OWNER_MOST, _DUE_MOST, _OWNER_FROM = 14, 18, 64
_FOR_LEAST, _FOR_MOST = 30, 80
"""Columns of the key result's title: what the action's own leaves, within these."""


class AgendaLines:
    """Draws entries in columns that all of them share."""

    def __init__(self, entries: Sequence[Entry], standing: Standing, glyphs: Glyphs) -> None:
        """``entries`` are all that are shown."""
        self._standing = standing
        self._marks = {"todo": glyphs.todo, "doing": glyphs.doing, "done": glyphs.done, "dropped": glyphs.dropped}
        self._position = widest([entry.key_result_position for entry in entries], 6)
        self._owner = widest([entry.owner for entry in entries], _OWNER_MOST)
        self._due = widest([self._due_of(entry) for entry in entries], _DUE_MOST)
        titles = [entry.action.title for entry in entries]
        self._longest, self._title = widest(titles, TITLE_MOST), title_column(titles)
        self._for = widest([entry.key_result.title for entry in entries], _FOR_MOST, _FOR_LEAST)

    def heading(self, group: Group) -> Content:
        """The line above a group."""
        name, colour = _HEADS[group]
        return Content.assemble((f" {tr(name)}", f"bold {colour}"))

    def drawer(self, entry: Entry) -> Callable[[int], Content]:
        """What draws an entry at a width."""
        return lambda width: self._draw(entry, width)

    def _draw(self, entry: Entry, width: int) -> Content:
        done, late = entry.group == "done", entry.group == "late"
        begun = entry.action.status == "doing"
        quiet = "$faint" if done else "$quiet"
        what_for = f"{entry.key_result_position:<{self._position}}"
        right: list[Content] = []
        if self._owner and width >= _OWNER_FROM:
            right.append(cell(entry.owner, self._owner, quiet if entry.action.owner else "$faint"))
        if self._due:
            colour = "$error" if late else "$success" if done else "$warning" if entry.group == "this week" else quiet
            right.append(cell(self._due_of(entry), self._due, colour))
        room = width - 8 - self._position - sum(column.cell_length + 2 for column in right)
        for_width = self._position
        if width >= WIDE:
            what_for = f"{what_for} {entry.key_result.title}"
            for_title = min(self._for, max(_FOR_LEAST, room - 1 - self._longest))
            for_width, room = self._position + 1 + for_title, room - 1 - for_title
        right.insert(0, cell(what_for, for_width, quiet))
        room = min(self._title, room)
        mark = (f"   {self._marks[entry.action.status]} ", "$accent" if begun else "$success" if done else "")
        title = cell(
            entry.action.title or tr("(no title yet)"), max(1, room), "$faint" if done or not entry.action.title else ""
        )
        return Content.assemble(mark, title, *[part for column in right for part in ("  ", column)], " ")

    def _due_of(self, entry: Entry) -> str:
        return due_words(entry.action, self._standing.plan, self._standing.today)


def head(entries: Sequence[Entry], only: str, width: int) -> Content:
    """How many entries each group holds, and at the right what is shown alone."""
    counted = {group: sum(entry.group == group for entry in entries) for group in GROUPS}
    parts = [(f"{_COUNTS[group](number)}   ", _HEADS[group][1]) for group, number in counted.items() if number]
    left = Content.assemble(*parts)
    if not only:
        return cut(left, width)
    # for translators: what the key does: it shows all actions again
    tail = Content.assemble("  ", (tr("{key}: all", key=shown_key("show_all")), "$quiet"))
    room = max(0, width - left.cell_length - tail.cell_length)
    # for translators: only these actions are shown; {only} is the title of an objective, or a person's name
    shown = content(tr("only {only}", only=only), "bold $accent")
    fitted = cut(shown, room)
    gap = " " * max(0, room - fitted.cell_length)
    return Content.assemble(left, gap, fitted, tail)


def foot(entry: Entry | None, standing: Standing, width: int) -> Content:
    """The whole title of an entry, and below it what is wrong with it, or what it is a step to."""
    if entry is None:
        return Content("")
    found = standing.open_findings_of(entry.action.id)
    first = Content.assemble(
        (f"{entry.position} ", "bold $primary"), content(entry.action.title or tr("(no title yet)"))
    )
    if found:
        second = Content.assemble(finding_mark(found[0]), content(found[0].message))
    else:
        title = entry.key_result.title or tr("(no title yet)")
        # for translators: the key result that an action is a step to, with its number, such as 2.1
        words = tr("for {position} {title}", position=entry.key_result_position, title=title)
        second = content(words, "$quiet")
    return Content("\n").join([cut(line, width) for line in (first, second)])
