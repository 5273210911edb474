"""The review: the whole plan's findings before the commit, each one key away from being mended."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from okrtui.coach.findings import Finding, blocking
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import clauses, row_of
from okrtui.model.plan import Plan
from okrtui.model.shown_words import counted
from okrtui.report.standing import Standing
from okrtui.tui import commands
from okrtui.tui.guide.head import steps_line, unfinished
from okrtui.tui.guide.mending import MendingView
from okrtui.tui.guide.place import WRITTEN_IN, Place, Places, StepName, walk
from okrtui.tui.guide.review_lines import GOES_BACK, review_rows, row_id, shown
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Go, Say
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut
from okrtui.tui.widgets.row_list import RowList
from okrtui.tui.world import World

_MENDED_IN = {"due-unclear": "due"}
"""The field that mends a finding about another, by its code: a date that a title says is written where dates stand."""


class ReviewView(MendingView):
    """Shows what is in the way; what is mended goes up as an edit."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("review")]
    DEFAULT_CSS = """
    ReviewView { height: 1fr; layout: vertical; }
    ReviewView #review-head { height: 6; padding: 1 1 0 1; }
    ReviewView RowList {
        height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
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
        finding = self._found.get(self._list.cursor_id)
        acts = {
            "mend": finding is not None,
            "review_fix": finding is not None and finding.fix is not None,
            "review_accept": finding is not None and finding.acceptable,
            "commit": self._is_ready,
            "review_back": True,
            "review_leave": True,
        }
        rows = [commands.command(name) for name, is_offered in acts.items() if is_offered]
        return [*commands.entries(rows), *commands.footer_entries("app")]

    # What the keys do

    async def action_mend(self) -> None:
        """Go to where the finding is mended; where nothing is found, commit."""
        finding = self._found.get(self._list.cursor_id)
        if finding is None:
            await self.run_action("screen.commit")
        elif finding.code in WRITTEN_IN:
            self.post_message(Go("guide", finding.item_id))
        elif placed := self.placed(finding.item_id):
            self.open_form(placed.node, {}, _MENDED_IN.get(finding.code, finding.field or ""))
        else:
            self.post_message(Say(tr("{key} opens the quarter's form", key=shown_key("edit_quarter"))))

    def action_review_fix(self) -> None:
        """Apply the fix that is offered."""
        self.apply_fix(self._here())

    def action_review_accept(self) -> None:
        """Accept the finding."""
        self.accept(self._here())

    async def action_review_next(self) -> None:
        """Go on to the commit, the step behind this one."""
        await self.run_action("screen.commit")

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
            self.post_message(
                Say(
                    tr(
                        "{guide} comes back to the review, {commit} commits",
                        guide=shown_key("guide"),
                        commit=shown_key("commit"),
                    )
                )
            )

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
        step: StepName = "commit" if self._is_ready else "review"
        steps = steps_line(step, unfinished(self.standing), width, self.world.glyphs)
        lines = [
            steps,
            Content(""),
            Content.assemble(" ", self._verdict(plan)),
            Content.assemble((f" {self._counted(plan, self.standing)}", "$quiet")),
        ]
        self._head.update(Content("\n").join([cut(line, width) for line in lines]), layout=False)

    def _verdict(self, plan: Plan) -> Content:
        """What is in the way, or that nothing is."""
        errors, others = self._blocking, len(self._found) - self._blocking
        if not plan.objectives:
            key = shown_key("review_back")
            none_yet = tr("There is no objective yet: {key} goes back to write the first one.", key=key)
            return content(none_yet, "$warning")
        if errors:
            said = tr_n("{n} to mend before the commit", "{n} to mend before the commit", errors)
            # for translators: goes on behind "2 to mend before the commit"
            rest = tr_n(", {n} more to look at", ", {n} more to look at", others) if others else ""
            return Content.assemble((said, "bold $error"), (rest, "$warning"))
        # for translators: "{key} commits it" goes on behind it, with what is left to look at between the two
        key = shown_key("commit")
        said, rest = tr("Nothing is in the way"), tr(": {key} commits it.", key=key)
        if others:
            rest = tr_n(
                "; {n} more to look at if you like: {key} commits it.",
                "; {n} more to look at if you like: {key} commits it.",
                others,
                key=key,
            )
        return Content.assemble((said, "bold $success"), rest)

    def _counted(self, plan: Plan, standing: Standing) -> str:
        """``3 objectives, 9 key results; 1 accepted on purpose``."""
        key_results = sum(len(it.key_results) for it in plan.objectives)
        items = row_of([counted("objective", len(plan.objectives)), counted("key result", key_results)])
        accepted = sum(bool(it.accepted) for it in standing.findings)
        # for translators: so many findings of the coach were accepted
        told = tr_n("{n} accepted on purpose", "{n} accepted on purpose", accepted) if accepted else ""
        return clauses([items, told])

    def _show_foot(self) -> None:
        """The whole finding, and what mends it."""
        finding = self._found.get(self._list.cursor_id)
        lines = [Content("")]
        if finding is not None:
            lines = [content(finding.message)]
            if finding.fix:
                key = f"{shown_key('review_fix')} "
                lines.append(Content.assemble((key, "bold $primary"), content(finding.fix.label, "$quiet")))
            step = WRITTEN_IN.get(finding.code)
            where = tr(GOES_BACK[step]) if step else tr("opens the form")
            lines.append(Content.assemble((f"{shown_key('mend')} ", "bold $primary"), (where, "$quiet")))
        self._foot.update(Content("\n").join(lines), layout=False)
        self.tell_keys()
