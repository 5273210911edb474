"""Carrying over: what becomes of each objective, and what the next quarter will hold because of it."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from okrtui.coach.findings import check_item
from okrtui.i18n import mark, tr, tr_n
from okrtui.model.carry import Decision, carry_over, default_decisions, fate
from okrtui.model.edits import EditError
from okrtui.model.ledger import Asked, due_again
from okrtui.model.plan import Action, Objective, Plan
from okrtui.report.carried import carried_lines
from okrtui.report.columns import wrap
from okrtui.storage.around import read_earlier
from okrtui.tui import commands
from okrtui.tui.close.into_next import Next, next_quarter, write_next
from okrtui.tui.close.score_words import score_cell, titled
from okrtui.tui.close.seen_first import SeenFirstView
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Go, Say
from okrtui.tui.plain import content
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.reading import Reading
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.world import World

DECISIONS: tuple[Decision, ...] = get_args(Decision)
"""What can become of an objective, in the order in which the keys go through it."""

_MEANINGS = {
    # for translators: what the decision "keep" means for an objective
    "keep": mark("keep: goes on as it is, from its last values"),
    # for translators: what the decision "change" means for an objective
    "change": mark("change: goes on with every target open, to be set anew"),
    # for translators: what the decision "abandon" means for an objective
    "abandon": mark("abandon: stays behind"),
}
_SCORE_FROM = 78


class CarryView(SeenFirstView):
    """A line an objective with its decision, and the next quarter as it would be; enter writes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("carry")]
    DEFAULT_CSS = """
    CarryView { height: 1fr; layout: vertical; }
    CarryView > Prose { padding: 0 0 0 1; }
    CarryView RowList { height: auto; max-height: 45%; background: $background; overflow-x: hidden;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; scrollbar-color: $edge;
        scrollbar-background: $background; }
    CarryView Reading { border-top: solid $edge; padding-left: 1; }
    """

    def __init__(self, world: World) -> None:
        """Empty until it is turned to."""
        super().__init__(world)
        self._head = Prose()
        self._list = RowList()
        self._preview = Reading()
        self._decisions: dict[str, Decision] = {}
        self._takes_actions = False
        self._next: Next | None = None
        self._asked: list[Asked] = []

    def compose(self) -> ComposeResult:
        """Head, the objectives, the preview."""
        yield self._head
        yield self._list
        yield self._preview

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the plan's objectives with what was decided; usual decisions for those that are new."""
        assert self.standing is not None
        usual = default_decisions(self.standing.plan, self.standing.numbers)
        self._decisions = {item_id: self._decisions.get(item_id, word) for item_id, word in usual.items()}
        self._draw(cursor_id)

    def enter(self) -> None:
        """Read the next quarter, and what asks to be looked at again in it."""
        assert self.standing is not None
        old = self.standing.plan
        self._next = next_quarter(self.world, old)
        self._asked = due_again(self._next.plan, [old, *read_earlier(self.world.repository, old.quarter)])
        self._draw(None)
        self.show_anew()
        self._list.focus()
        self.tell_keys()

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        if self._next is None or self._next.refused:
            return [(shown_key("leave_carry"), tr("leave")), *commands.footer_entries("app")]
        taken = tr("leave actions") if self._takes_actions else tr("actions too")
        decide, carry_on, with_actions, leave = commands.footer_entries("carry", with_actions=taken)
        return [decide, with_actions, ("tab", tr("scroll")), carry_on, leave]

    def action_decide(self) -> None:
        """Take the next decision for the objective under the cursor."""
        self._step(1)

    def action_decide_back(self) -> None:
        """Take the decision before."""
        self._step(-1)

    def action_with_actions(self) -> None:
        """Take unfinished actions along, or leave them."""
        self._takes_actions = not self._takes_actions
        self._draw(None)
        self.tell_keys()

    def action_carry_on(self) -> None:
        """Write it into the next quarter, and open that."""
        if self.standing is None or self._next is None:
            return
        if self._next.refused:
            self.post_message(Say(self._next.refused, "$warning"))
            return
        old, quarter = self.standing.plan, self._next.plan.quarter
        try:
            written = write_next(self.world, old, quarter, self._decisions, unfinished_actions=self._takes_actions)
        except EditError as error:
            self.post_message(Say(tr("not carried over: {problem}", problem=error), "$error"))
        else:
            self.post_message(written)

    def action_leave_carry(self) -> None:
        """Go back to the plan; nothing was written."""
        self.post_message(Say(tr("nothing was carried over")))
        self.post_message(Go("plan"))

    # Inside

    def _step(self, by: int) -> None:
        item_id = self._list.cursor_id
        if item_id in self._decisions and self._next is not None and not self._next.refused:
            at = DECISIONS.index(self._decisions[item_id]) + by
            self._decisions[item_id] = DECISIONS[at % len(DECISIONS)]
            self._draw(None)
            self.post_message(Say(tr(_MEANINGS[self._decisions[item_id]])))

    def _draw(self, cursor_id: str | None) -> None:
        assert self.standing is not None
        self._list.show(list(self._rows()), cursor_id)
        found = self._next
        if found is None:
            return
        old, into = self.standing.plan, found.plan
        what = tr("Carry over from {quarter} into {next_quarter}", quarter=old.quarter, next_quarter=into.quarter)
        # for translators: said of the next quarter, which is named right before it
        new = "" if found.is_there else tr(", which is made now")
        whole = Content.assemble((what, "bold"), (new, "$quiet"))
        lines = [whole if whole.cell_length < self.app.size.width else Content.styled(what, "bold")]
        lines.append(content(found.refused, "$warning") if found.refused else self._actions_line(old))
        self._head.update(Content("\n").join(lines))
        self._preview.display = not found.refused
        self._preview.show(lambda width: map(content, self._preview_lines(old, into, width)))

    def _rows(self) -> Iterator[ListRow]:
        assert self.standing is not None
        there = {found.carried_from for found in self._next.plan.objectives} if self._next else set()
        for number, objective in enumerate(self.standing.plan.objectives, 1):
            if objective.id in there:
                yield ListRow("", partial(self._there, number, objective))
            else:
                yield ListRow(objective.id, partial(self._row, number, objective))
        if not self.standing.plan.objectives:
            words = content(tr("There is no objective to carry over."), "$quiet")
            yield plain_row(Content.assemble(" ", words))

    def _there(self, number: int, objective: Objective, width: int) -> Content:
        words = Content.assemble("  ", (tr("carried over already"), "$quiet"), " ")
        title = titled(f"{number}", objective.title, width - words.cell_length, strong=True)
        return Content.assemble(title, words)

    def _row(self, number: int, objective: Objective, width: int) -> Content:
        assert self.standing is not None
        chosen = self._decisions.get(objective.id, "abandon")
        words = [(f"[{tr(it)}]", "bold $primary") if it == chosen else (f" {tr(it)} ", "$faint") for it in DECISIONS]
        choices = Content.assemble("  ", words[0], " ", words[1], " ", words[2], " ")
        score = Content("  ")
        if width >= _SCORE_FROM:
            is_scored = self.standing.plan.phase != "planning"
            found = self.standing.objective(objective.id).score if is_scored else None
            score = score.append(score_cell(found, 0, self.world.glyphs))
        room = width - choices.cell_length - score.cell_length
        return Content.assemble(titled(f"{number}", objective.title, room, strong=True), score, choices)

    def _actions_line(self, old: Plan) -> Content:
        number = sum(
            action.status in ("todo", "doing")
            for objective in old.objectives
            if self._decisions.get(objective.id, "abandon") != "abandon"
            for key_result in objective.key_results
            if fate(key_result) == "goes on"
            for action in key_result.actions
        )
        if not number:
            return content(tr("There are no unfinished actions to take along."), "$quiet")
        if self._takes_actions:
            return content(
                tr_n(
                    "{n} unfinished action will come along; {key} leaves it behind.",
                    "{n} unfinished actions will come along; {key} leaves them behind.",
                    number,
                    key=shown_key("with_actions"),
                )
            )
        return content(
            tr_n(
                "{n} unfinished action will stay behind; {key} takes it along.",
                "{n} unfinished actions will stay behind; {key} takes them along.",
                number,
                key=shown_key("with_actions"),
            )
        )

    def _preview_lines(self, old: Plan, into: Plan, width: int) -> Iterator[str]:
        """What the next quarter will hold beside what is there."""
        there = {found.carried_from for found in into.objectives}
        decisions = {item_id: word for item_id, word in self._decisions.items() if item_id not in there}
        empty = into.replace(objectives=())
        new = carry_over(old, empty, decisions, unfinished_actions=self._takes_actions)
        lines = [*carried_lines(old, new, decisions, self._asked, width)]
        if number := _naming_old_numbers(new):
            said = tr_n(
                "{n} title still names old numbers; it is marked in {quarter}",
                "{n} titles still name old numbers; they are marked in {quarter}",
                number,
                quarter=into.quarter,
            )
            yield from wrap(said, width, "", "  ")
        yield from lines[:-1] if new.objectives else lines  # the last one is for whoever does it by a command
        actions: list[Action] = [it for o in new.objectives for kr in o.key_results for it in kr.actions]
        if actions:
            yield tr_n("with {n} unfinished action", "with {n} unfinished actions", len(actions))
        if new.objectives:
            yield tr("each key result needs a new confidence and due date there")
        if self._asked:
            yield tr("view 5 of {quarter} decides on what was parked", quarter=into.quarter)


def _naming_old_numbers(new: Plan) -> int:
    """How many titles of what was carried over say other numbers than its new baseline and its target."""
    return sum(
        found.code == "kr-sentence-disagrees"
        for objective in new.objectives
        for key_result in objective.key_results
        for found in check_item(key_result, objective, new)
    )
