"""The review: the whole plan's findings before the commit, each one key away from being mended."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from okrtui.coach.findings import Finding, blocking
from okrtui.tui import commands
from okrtui.tui.guide.head import steps_line
from okrtui.tui.guide.mending import MendingView
from okrtui.tui.guide.place import Place, Places, walk
from okrtui.tui.guide.review_lines import WHERE, review_rows, row_id, shown
from okrtui.tui.messages import Go, Say
from okrtui.tui.plain import content
from okrtui.tui.widgets.row_list import RowList
from okrtui.tui.world import World


class ReviewView(MendingView):
    """Shows what is in the way; what is mended goes up as an edit."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("review")]
    DEFAULT_CSS = """
    ReviewView { height: 1fr; layout: vertical; }
    ReviewView #review-head { height: 6; padding: 1 1 0 1; }
    ReviewView RowList {
        height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $faint; scrollbar-background: $background;
    }
    ReviewView #review-foot { height: 3; background: $surface; padding: 0 1; }
    """

    def __init__(self, world: World) -> None:
        """An empty review."""
        super().__init__(world)
        self._found: dict[str, Finding] = {}
        self._head = Static("", id="review-head", markup=False)
        self._list = RowList()
        self._foot = Static("", id="review-foot", markup=False)

    def compose(self) -> ComposeResult:
        """Steps and counts, the findings, the whole of the one under the cursor."""
        yield self._head
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Follow the cursor, in the same frame."""
        self.watch(self._list, "cursor_id", self._show_foot, init=False)

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self._show_head)

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the findings of the plan as it stands."""
        assert self.standing is not None
        self._found = {row_id(finding): finding for finding in shown(self.standing)}
        self._list.show(review_rows(list(self._found.values()), self.standing), cursor_id)
        self._show_head()
        self._show_foot()

    def enter(self) -> None:
        """Take the keys, and keep where one is."""
        self._keep(left=False)
        self._list.focus()
        self.tell_keys()

    def leave(self) -> None:
        """Come back to the end of the walk."""
        self._keep(left=True)

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        if self._is_ready and not self._found:
            return [("c", "commit"), ("←", "back"), ("esc", "plan"), *commands.footer_entries("app")[-2:]]
        return commands.footer_entries("review", "app")

    # What the keys do

    async def action_mend(self) -> None:
        """Go to where the finding is mended; where nothing is found, commit."""
        finding = self._found.get(self._list.cursor_id)
        if finding is None:
            await self.action_review_commit()
        elif finding.code in WHERE:
            self.post_message(Go("guide", finding.item_id))
        elif placed := self.placed(finding.item_id):
            self.open_form(placed.node, {})
        else:
            self.post_message(Say("i opens the quarter's form"))

    def action_review_fix(self) -> None:
        """Apply the fix that is offered."""
        self.apply_fix(self._here())

    def action_review_accept(self) -> None:
        """Accept the finding."""
        self.accept(self._here())

    async def action_review_commit(self) -> None:
        """Commit, where nothing is in the way."""
        if self._is_ready:
            await self.run_action("screen.commit")
        else:
            count = self._blocking
            self.post_message(Say(f"{count} error{'s are' if count > 1 else ' is'} in the way", "$warning"))

    def action_review_back(self) -> None:
        """Go back to the last screen of the guide."""
        assert self.standing is not None
        last = walk(self.standing.plan)[-1]
        self.post_message(Go("guide", last.item_id))

    def action_review_leave(self) -> None:
        """Leave for the plan, where the cursor's item is."""
        finding = self._found.get(self._list.cursor_id)
        self.post_message(Go("plan", finding.item_id if finding and finding.item_id else None))
        if self.standing is not None and self.standing.plan.phase == "planning":
            self.post_message(Say("p comes back to the review, X commits"))

    # Inside

    @property
    def _blocking(self) -> int:
        return len(blocking(self.standing.findings)) if self.standing else 0

    @property
    def _is_ready(self) -> bool:
        return bool(self.standing and self.standing.plan.objectives and not self._blocking)

    def _here(self) -> list[Finding]:
        finding = self._found.get(self._list.cursor_id)
        return [finding] if finding else []

    def _keep(self, *, left: bool) -> None:
        if self.standing is not None and self.standing.plan.phase == "planning" and not self.locked:
            Places(self.world, self.standing.plan.quarter).keep(Place("review", left=left))

    def _show_head(self) -> None:
        if self.standing is None:
            return
        plan, width = self.standing.plan, self.app.size.width - 2
        steps = steps_line("commit" if self._is_ready else "review", width, self.world.glyphs)
        key_results = sum(len(it.key_results) for it in plan.objectives)
        errors, warnings = self._blocking, len(self._found) - self._blocking
        accepted = sum(bool(it.accepted) for it in self.standing.findings)
        if not plan.objectives:
            words = Content.assemble(("There is no objective yet: ← goes back to write the first one.", "$warning"))
        elif errors:
            words = Content.assemble(
                (f"{_many(errors, 'error')} keep{'s' if errors == 1 else ''} it from being committed", "bold $error"),
                (f", {_many(warnings, 'warning')}" if warnings else "", "$warning"),
            )
        else:
            tail = f"; {_many(warnings, 'warning')} left, which is fine" if warnings else ""
            words = Content.assemble(("Nothing is in the way", "bold $success"), (f"{tail}: c commits it.", ""))
        told = f"; {accepted} accepted on purpose" if accepted else ""
        counted = f"{_many(len(plan.objectives), 'objective')}, {_many(key_results, 'key result')}{told}"
        lines = [steps, Content(""), Content.assemble(" ", words), Content.assemble((f" {counted}", "$quiet"))]
        self._head.update(Content("\n").join([line.truncate(width, ellipsis=True) for line in lines]), layout=False)

    def _show_foot(self) -> None:
        """The whole finding, and what mends it."""
        finding = self._found.get(self._list.cursor_id)
        lines = [Content("")]
        if finding is not None:
            lines = [content(finding.message)]
            if finding.fix:
                lines.append(Content.assemble(("F ", "bold $primary"), content(finding.fix.label, "$quiet")))
            below = WHERE.get(finding.code)
            where = f"goes back to write {below}" if below else "opens the form"
            lines.append(Content.assemble(("enter ", "bold $primary"), (where, "$quiet")))
        self._foot.update(Content("\n").join(lines), layout=False)
        self.tell_keys()


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
