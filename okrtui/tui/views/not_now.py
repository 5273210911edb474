"""View 5: what was asked for and declined, with a polite answer, and what asks to be looked at again."""

import asyncio
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from okrtui.i18n import mark, tr
from okrtui.model.edits import Edit
from okrtui.model.ledger import AdoptEarlier, Asked, after, due_again, taken_along
from okrtui.model.plan import Action, KeyResult, Node, Objective, Parked, Plan
from okrtui.model.tree import ids, new_id
from okrtui.model.week_edits import Adopt, ChangeRequest, Park, RemoveRequest
from okrtui.report.polite import answer
from okrtui.storage.around import read_earlier
from okrtui.storage.drafts import Draft
from okrtui.tui import clipboard, commands
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.forms.request_form import RequestForm
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Do, Go, Say
from okrtui.tui.plain import content
from okrtui.tui.views.view import View
from okrtui.tui.widgets.ledger_lines import WIDE, LedgerLines, foot, head
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.world import World

KIND = "request"
"""What a draft of this view's form is called."""

_NO_REQUESTS = (
    mark("Nothing was declined yet."),
    mark(
        "Focus means saying not now, and remembering it. Press {add} to write down a request that has to wait: who "
        "asked, why not now, and when to look at it again. {copy} then copies a polite answer."
    ),
)
_MOST_READ = 110
"""Columns of the foot: longer lines are hard to follow with the eyes."""
_FOOT, _FOOT_WIDE = 9, 7
"""Lines of the foot, in narrow windows and in wide ones; fewer where the window is low."""
_AGAIN = mark("Asked to be looked at again in this quarter: {park} parks one here, {adopt} adopts it")


class NotNowView(View):
    """Shows the ledger; what is decided on a request goes up as an edit."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("not_now")]
    DEFAULT_CSS = """
    NotNowView { height: 1fr; layout: vertical; }
    NotNowView #ledger-head { height: auto; padding: 0 1; }
    NotNowView #ledger-words { height: auto; padding: 1 1 0 1; }
    NotNowView #ledger-columns { height: 1; }
    NotNowView RowList {
        height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
    }
    NotNowView #ledger-foot { background: $surface; padding: 0 1; }
    """

    def __init__(self, world: World) -> None:
        """An empty ledger; earlier quarters are not read yet."""
        super().__init__(world)
        self._earlier: tuple[Plan, ...] | None = None
        """The quarters before; None until they are read."""
        self._shown: dict[str, Asked] = {}
        """The requests by the ids of their rows."""
        self._list = RowList()
        self._head = Static("", id="ledger-head", markup=False)
        self._words = Prose(id="ledger-words", markup=False)
        self._columns = Static("", id="ledger-columns", markup=False)
        self._foot = Static("", id="ledger-foot", markup=False)

    def compose(self) -> ComposeResult:
        """Counts, the ledger, everything about the request under the cursor."""
        yield self._head
        yield self._words
        yield self._columns
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Follow the cursor, in the same frame."""
        self.watch(self._list, "cursor_id", self._show_request, init=False)

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self._show, None)

    def enter(self) -> None:
        """Take the keys."""
        self._list.focus()
        self.tell_keys()

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the ledger of the plan as it stands; read the quarters before it the first time."""
        self._show(cursor_id)
        if self._earlier is None:
            self._earlier = ()
            self._read_earlier()

    def keys(self) -> list[tuple[str, str]]:
        """What the footer says here."""
        asked = self._current()
        if self.sealed:
            rows = [commands.command(name) for name in (["copy_answer"] if asked else [])]
            return [*commands.entries(rows), *commands.footer_entries("app")]
        if asked is None:
            return [*commands.entries([commands.command("add_request")]), *commands.footer_entries("app")]
        if not self._is_own(asked):
            rows = [commands.command(name) for name in ("park_here", "adopt", "copy_answer", "add_request")]
            return [*commands.entries(rows), *commands.footer_entries("app")]
        drop = tr("park again") if asked.request.status == "dropped" else tr("drop")
        return commands.footer_entries("not_now", "app", drop_request=drop)

    def reopen(self, draft: Draft) -> None:
        """Open the form in which a draft was being written."""
        if self.standing is not None:
            self.world.writing.adopt(draft)
            known = {request.id: request for request in self.standing.plan.not_now}
            self._open_form(known.get(draft.item_id) or self._fresh(draft.item_id), draft)

    # What the keys do

    def action_add_request(self) -> None:
        """Write down a request."""
        if self.standing is not None and not self.is_sealed():
            plan = self.standing.plan
            request = self._fresh(new_id(ids(plan)))
            self._open_form(request, Draft(plan.quarter, KIND, request.id, "", len(plan.not_now), {}))

    def action_find_request(self) -> None:
        """Go to a request by its words."""

        def go(row_id: str | None) -> None:
            if row_id:
                self._list.cursor_id = row_id

        choices = [
            Choice(row_id, asked.request.request, also=asked.request.asked_by) for row_id, asked in self._shown.items()
        ]
        if choices:
            self.app.push_screen(Pick(tr("Go to a request"), choices, self._list.cursor_id), go)

    def action_edit_request(self) -> None:
        """Open the request's form."""
        asked = self._own_to_change()
        if asked is not None and self.standing is not None:
            plan = self.standing.plan
            index = [request.id for request in plan.not_now].index(asked.request.id)
            self._open_form(asked.request, Draft(plan.quarter, KIND, asked.request.id, "", index, {}))

    def action_copy_answer(self) -> None:
        """Send the answer to the clipboard; it stands at the foot, too."""
        asked = self._current()
        if asked is not None and self.standing is not None:
            text = answer(asked.request, self.standing.plan, self.standing.today)
            self.post_message(Say(clipboard.copy(self.app, text, self.world.environ, clipboard.ANSWER)))

    def action_drop_request(self) -> None:
        """Drop the request, or park it again."""
        if asked := self._own_to_change():
            status = "parked" if asked.request.status == "dropped" else "dropped"
            self.post_message(Do(ChangeRequest(asked.request.id, {"status": status})))

    def action_delete_request(self) -> None:
        """Delete the request, and go to its neighbour."""
        if asked := self._own_to_change():
            rows = list(self._shown)
            at = rows.index(asked.request.id)
            near = [*rows[at + 1 : at + 2], *rows[:at][-1:], ""][0]
            self.post_message(Do(RemoveRequest(asked.request.id), near))

    def action_park_here(self) -> None:
        """Take a request of an earlier quarter along."""
        asked = self._to_change()
        if asked is None or self.standing is None:
            return
        if self._is_own(asked):
            self.post_message(Say(tr("it is in this quarter's ledger already")))
        else:
            request = taken_along(asked.request, self.standing.plan)
            self.post_message(Do(Park(request), request.id))

    def action_adopt(self) -> None:
        """Ask as what the request is to be taken into the plan, and where."""
        asked = self._to_change()
        if asked is None or self.standing is None:
            return
        if asked.request.status == "adopted":
            self.post_message(Say(tr("it was adopted already; {key} shows the plan", key=shown_key("view('plan')"))))
            return
        places = {kind: self._places(kind) for kind in (Objective, KeyResult)}
        answers = [("o", tr("as an objective"))]
        answers += [("k", tr("as a key result of an objective"))] if places[Objective] else []
        answers += [("a", tr("as an action of a key result"))] if places[KeyResult] else []

        def decide(chosen: str | None) -> None:
            if chosen == "o":
                self._adopt(asked, Objective, "")
            elif chosen == "k":
                self._pick(tr("Which objective does it prove?"), places[Objective], asked, KeyResult)
            elif chosen == "a":
                self._pick(tr("Which key result is it a step to?"), places[KeyResult], asked, Action)

        question = tr("Adopt: {request}", request=asked.request.request or tr("(no words yet)"))
        self.app.push_screen(Ask(question, answers), decide)

    # Inside

    def _pick(self, question: str, choices: list[Choice], asked: Asked, kind: type[Node]) -> None:
        def adopt(parent_id: str | None) -> None:
            if parent_id:
                self._adopt(asked, kind, parent_id)

        self.app.push_screen(Pick(question, choices), adopt)

    def _adopt(self, asked: Asked, kind: type[Node], parent_id: str) -> None:
        assert self.standing is not None
        plan = self.standing.plan
        node = kind(id=new_id(ids(plan)), title=asked.request.request)
        edit: Edit = Adopt(asked.request.id, node, parent_id)
        if not self._is_own(asked):
            edit = AdoptEarlier(taken_along(asked.request, plan), node, parent_id)
        self.post_message(Do(edit))
        self.post_message(Go("plan", node.id))

    def _places(self, kind: type[Node]) -> list[Choice]:
        """Every item of a kind, to hang something on."""
        assert self.standing is not None
        return [
            Choice(item_id, placed.node.title or tr("(no title yet)"), placed.position)
            for item_id, placed in self.standing.places.items()
            if isinstance(placed.node, kind)
        ]

    def _open_form(self, request: Parked, draft: Draft) -> None:
        assert self.standing is not None
        plan = self.standing.plan
        is_new = all(known.id != request.id for known in plan.not_now)

        def keep(fields: dict[str, Any] | None) -> None:
            if is_new and fields is not None:
                self.post_message(Do(Park(request.replace(**fields)), request.id))
            elif fields:
                self.post_message(Do(ChangeRequest(request.id, fields), request.id))

        self.app.push_screen(RequestForm(request, plan, self.world, draft), keep)

    def _fresh(self, request_id: str) -> Parked:
        """A request as the form shows it at first: asked today, to be looked at again in the next quarter."""
        assert self.standing is not None
        return Parked(id=request_id, asked_on=self.world.today(), revisit=after(self.standing.plan.quarter))

    @work(exclusive=True)
    async def _read_earlier(self) -> None:
        """Read the quarters before this one, away from the keys, and show what they say."""
        assert self.standing is not None
        self._earlier = await asyncio.to_thread(read_earlier, self.world.repository, self.standing.plan.quarter)
        self._show(None)

    def _show(self, cursor_id: str | None) -> None:
        if self.standing is None:
            return
        plan, earlier = self.standing.plan, self._earlier or ()
        own = {request.id: Asked(plan.quarter, request) for request in plan.not_now}
        past = {f"{asked.quarter} {asked.request.id}": asked for asked in due_again(plan, earlier)}
        self._shown = own | past
        lines = LedgerLines([asked.request for asked in self._shown.values()], self.standing, self.world.glyphs)
        rows = [ListRow(row_id, lines.drawer(asked.request)) for row_id, asked in own.items()]
        if past:
            words = tr(_AGAIN, park=shown_key("park_here"), adopt=shown_key("adopt"))
            again = content(f" {words}", "bold $primary")
            rows += [plain_row(line) for line in ([Content("")] if own else []) + [again]]
            rows += [ListRow(row_id, lines.drawer(found.request, str(found.quarter))) for row_id, found in past.items()]
        width = self.app.size.width
        self._head.update(head(plan, earlier, width - 2))
        keys = {"add": shown_key("add_request"), "copy": shown_key("copy_answer")}
        nothing = _NO_REQUESTS[:1] if self.sealed else _NO_REQUESTS
        self._words.update(Content("\n").join([content(tr(line, **keys)) for line in nothing]))
        self._words.display = not rows
        self._columns.update(lines.headings(width - 1), layout=False)
        self._columns.display = bool(rows)
        self._list.show(rows, cursor_id)
        self._show_request()

    def _show_request(self) -> None:
        """What the foot and the keys say of the request under the cursor."""
        if self.standing is not None:
            asked = self._current()
            self._foot.display = asked is not None
            if asked is not None:
                size = self.app.size
                height = min(_FOOT_WIDE if size.width >= WIDE else _FOOT, size.height // 2 - 2)
                self._foot.styles.height = height  # the same for every request, so that the list stays as it is
                width = min(_MOST_READ, size.width - 2)
                self._foot.update(foot(asked, self.standing, width, height), layout=False)
            self.tell_keys()

    def _current(self) -> Asked | None:
        return self._shown.get(self._list.cursor_id)

    def _is_own(self, asked: Asked) -> bool:
        assert self.standing is not None
        return asked.quarter == self.standing.plan.quarter

    def _to_change(self) -> Asked | None:
        """The request under the cursor, where anything may be decided."""
        if self.is_sealed():
            return None
        asked = self._current()
        if asked is None:
            self.post_message(Say(tr("there is no request here; {key} writes one down", key=shown_key("add_request"))))
        return asked

    def _own_to_change(self) -> Asked | None:
        """The request under the cursor, where it stands in this quarter's ledger and may be changed."""
        asked = self._to_change()
        if asked is not None and not self._is_own(asked):
            words = tr(
                "it stands in the ledger of {quarter}; {key} parks it here first",
                quarter=asked.quarter,
                key=shown_key("park_here"),
            )
            self.post_message(Say(words))
            return None
        return asked
