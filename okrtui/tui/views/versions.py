"""Earlier versions of the plan: what was changed after each, the plan as it was then, and the way back to it."""

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from okrtui.i18n import tr, tr_n
from okrtui.model.edits import BringBack
from okrtui.model.plan import Plan
from okrtui.report.differences import differences, in_one_line
from okrtui.report.version_words import changed_then, moment, unreadable
from okrtui.storage.errors import FileError
from okrtui.storage.history import Version
from okrtui.storage.versions import Versions
from okrtui.tui import commands
from okrtui.tui.messages import Do, Go, Say
from okrtui.tui.plain import content, stable
from okrtui.tui.views.view import View
from okrtui.tui.widgets.beside import WIDE
from okrtui.tui.widgets.cells import filled, two_sided, widest, wrapped
from okrtui.tui.widgets.reading import Reading
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.widgets.rows import build_row
from okrtui.tui.world import World

_MOST = 8
"""The most differences that are shown one by one."""
_UNTIL_LEAST, _UNTIL_MOST = 18, 30
"""Columns of until when a version was the plan."""


class VersionsView(View):
    """The versions, newest first; beside or below, the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("versions")]
    DEFAULT_CSS = """
    VersionsView { height: 1fr; layout: vertical; }
    VersionsView.-wide { layout: horizontal; }
    VersionsView RowList {
        height: auto; max-height: 45%; width: 1fr; background: $background;
        overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
    }
    VersionsView.-wide RowList { height: 1fr; max-height: 100%; }
    VersionsView Reading { border-top: solid $edge; height: 1fr; }
    VersionsView.-wide Reading { border-top: none; border-left: solid $edge; width: 50%; }
    """

    def __init__(self, world: World) -> None:
        """Nothing is read before it is turned to."""
        super().__init__(world)
        self._list = RowList()
        self._reading = Reading()
        self._versions: Versions | None = None
        self._changes: dict[Version, Sequence[str]] = {}
        self._until_width = _UNTIL_LEAST

    def compose(self) -> ComposeResult:
        """The list and one version."""
        yield self._list
        yield self._reading

    def on_mount(self) -> None:
        """Follow the cursor."""
        self._place()
        self.watch(self._list, "cursor_id", self._show_version, init=False)

    def on_resize(self) -> None:
        """Put the version beside the list where there is room."""
        self._place()

    def refresh_view(self, cursor_id: str | None) -> None:  # noqa: ARG002
        """List what the history holds by now; every change of the plan has made a version."""
        assert self.standing is not None
        self._versions = Versions(self.world.repository, self.standing.plan.quarter, self.standing.plan)
        self._changes = {}
        self._list.show(list(self._rows(self._versions)))
        self._show_version()
        self._read(self._versions)

    def show_saved(self) -> None:
        """What the save replaced is a version now."""
        self.refresh_view(None)

    def enter(self) -> None:
        """The list takes the keys."""
        self._list.focus()
        self.tell_keys()

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        bring_back, *others = commands.footer_entries("versions", "app")
        return [bring_back, ("↑ ↓", tr("another version")), ("tab", tr("scroll")), *others]

    def action_bring_back(self) -> None:
        """Make the version under the cursor the present plan."""
        found = self._under_cursor()
        if found is None:
            self.post_message(Say(tr("there is no earlier version to bring back"), "$warning"))
            return
        version, plan = found
        if isinstance(plan, FileError):
            # for translators: problem is such as: cannot be read: line 12, a text is not closed
            words = tr("nothing changed: that version {problem}", problem=unreadable(plan.what, plan.line))
            self.post_message(Say(words, "$warning"))
        elif not self._difference(plan, version):
            self.post_message(Say(tr("nothing changed: the plan is like that already")))
        else:
            self.post_message(Do(BringBack(plan, self._when(version))))

    def action_leave_versions(self) -> None:
        """Go back to the plan."""
        self.post_message(Go("plan"))

    # Inside

    def _place(self) -> None:
        self.set_class(self.app.size.width >= WIDE, "-wide")

    @work(exclusive=True, group="versions")
    async def _read(self, versions: Versions) -> None:
        """Read one version after the other, away from the keys, and say what was changed after it."""
        for version in versions.found:
            self._changes[version] = await asyncio.to_thread(_changed, version, versions)
            self._list.refresh()

    def _rows(self, versions: Versions) -> Iterator[ListRow]:
        yield plain_row(_heading(tr("Earlier versions of {quarter}", quarter=versions.quarter)))
        if not versions.found:
            yield plain_row(_note(tr("there is none yet; every save keeps one")))
        self._until_width = widest(list(map(self._until, versions.found)), _UNTIL_MOST, _UNTIL_LEAST) + 2
        for version in versions.found:
            yield ListRow(version.name, partial(self._row, version))

    def _row(self, version: Version, width: int) -> Content:
        until = _note(filled(self._until(version), self._until_width))
        changed = in_one_line(self._changes.get(version, ["…"]), width - until.cell_length)
        return Content.assemble(until, content(stable(changed)))

    def _until(self, version: Version) -> str:
        return tr("until {moment}", moment=self._when(version))

    def _when(self, version: Version) -> str:
        assert self.standing is not None
        return moment(version.at, self.standing.today)

    def _under_cursor(self) -> tuple[Version, Plan | FileError] | None:
        """The version under the cursor with its plan, or why that cannot be read."""
        if self._versions is None:
            return None
        version = next((it for it in self._versions.found if it.name == self._list.cursor_id), None)
        return None if version is None else (version, self._versions.read(version))

    def _difference(self, plan: Plan, version: Version) -> list[str]:
        """What bringing an earlier plan back would change."""
        assert self.standing is not None
        present = self.standing.plan
        return differences(present, BringBack(plan, self._when(version)).apply(present))

    def _show_version(self) -> None:
        found = self._under_cursor()
        self._reading.display = found is not None
        if found is None:
            return
        version, plan = found
        if isinstance(plan, FileError):
            # for translators: an earlier version of the plan; problem is such as: cannot be read: a text is not closed
            words = tr("It {problem}.", problem=unreadable(plan.what, plan.line))
            self._reading.show(lambda width: wrapped(content(f" {words}", "$warning"), width))
        else:
            self._reading.show(partial(self._lines, version, plan))
        self._reading.scroll_home(animate=False)

    def _lines(self, version: Version, plan: Plan, width: int) -> Iterator[Content]:
        """What bringing it back would change, then the plan as it was."""
        found = self._difference(plan, version)
        # for translators: a heading; what would be changed stands below it
        change = tr("Bringing it back would change")
        yield _heading(change if found else tr("The plan is like that now"))
        for line in found[:_MOST]:
            yield from (Content.assemble("   ", part) for part in wrapped(content(stable(line)), width - 4))
        if len(found) > _MOST:
            yield _note(tr_n("and {n} more", "and {n} more", len(found) - _MOST))
        yield Content("")
        yield _heading(tr("The plan until {moment}", moment=self._when(version)))
        yield from self._outline(plan, width)

    def _outline(self, plan: Plan, width: int) -> Iterator[Content]:
        """Every item with its value, as in the tree."""
        standing, glyphs = self.world.stand(plan), self.world.glyphs
        if not standing.places:
            yield _note(tr("nothing was planned yet"))
        for placed in standing.places.values():
            row = build_row(placed, standing, (), glyphs)
            lead = f" {'  ' * row.depth}{row.marker} {row.position or ''}".rstrip()
            title = content(row.title or tr("(no title yet)"), "bold" if not row.depth else "$quiet" if row.out else "")
            left = Content.assemble((f"{lead} ", "$quiet"), title)
            yield two_sided(left, content(row.value or (row.due if row.depth > 1 else ""), "$quiet"), width)


def _changed(version: Version, versions: Versions) -> Sequence[str]:
    """What was changed after a version, or that it cannot be read."""
    plan = versions.read(version)
    if isinstance(plan, FileError):
        return [unreadable(plan.what, plan.line)]
    return changed_then(plan, versions.after(version))


def _heading(text: str) -> Content:
    return content(f" {text}", "bold $primary")


def _note(text: str) -> Content:
    return content(f"   {text}", "$quiet")
