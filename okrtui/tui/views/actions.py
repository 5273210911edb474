"""View 4: every action of the plan by when it is due, to tick and to put off."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from okrtui.i18n import mark, tr
from okrtui.model.action_edits import Begin, PutOff
from okrtui.model.edits import ChangeFields, Edit, Tick, kind_of
from okrtui.report.agenda import GROUPS, Entry, Only, agenda, due_words, group_of, later_date, owners
from okrtui.storage.drafts import Draft
from okrtui.tui import commands
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.example_days import late_day
from okrtui.tui.forms.item_form import ItemForm
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Do, Go, Say
from okrtui.tui.plain import content
from okrtui.tui.views.view import View
from okrtui.tui.widgets.agenda_lines import AgendaLines, foot, head
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.row_list import ListRow, RowList, plain_row
from okrtui.tui.world import World

_OBJECTIVE, _OWNER = "objective ", "owner "

_NONE_LEFT = (mark("No action is left here."), mark("{key} shows all of them again."))
_NO_ACTIONS = (
    mark("No actions yet."),
    mark(
        "An action is a step towards a key result. Press {plan} for the plan and go to a key result: "
        "{below} adds one below it."
    ),
)


class ActionsView(View):
    """Shows the agenda; what is done with an action goes up as an edit."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("actions")]
    DEFAULT_CSS = """
    ActionsView { height: 1fr; layout: vertical; }
    ActionsView #agenda-head { height: 1; padding: 0 1; }
    ActionsView #agenda-words { height: auto; padding: 1 1 0 1; }
    ActionsView RowList {
        height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $edge; scrollbar-background: $background;
    }
    ActionsView #agenda-foot { height: 2; background: $surface; padding: 0 1; }
    """

    def __init__(self, world: World) -> None:
        """An empty agenda, of everything."""
        super().__init__(world)
        self._entries: list[Entry] = []
        """All of them, whatever is shown."""
        self._shown: dict[str, Entry] = {}
        """Those that are shown, by id."""
        self._only = Only()
        self._list = RowList()
        self._head = Static("", id="agenda-head", markup=False)
        self._words = Prose(id="agenda-words", markup=False)
        self._foot = Static("", id="agenda-foot", markup=False)

    def compose(self) -> ComposeResult:
        """How many there are, the agenda, the whole title of the one under the cursor."""
        yield self._head
        yield self._words
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Follow the cursor, in the same frame."""
        self.watch(self._list, "cursor_id", self._show_entry, init=False)

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self._show_head)

    def enter(self) -> None:
        """Take the keys."""
        self._list.focus()
        self.tell_keys()

    def refresh_view(self, cursor_id: str | None) -> None:
        """Show the agenda of the plan as it stands."""
        assert self.standing is not None
        self._entries = agenda(self.standing)
        self._show(cursor_id)

    def keys(self) -> list[tuple[str, str]]:
        """What the footer says here."""
        entry = self._current()
        if entry is None:
            narrowed = [commands.command("show_all")] if self._is_narrowed else [commands.command("view('plan')")]
            return [*commands.entries(narrowed), *commands.footer_entries("app")]
        narrow = tr("show all") if self._is_narrowed else tr("filter")
        if self.standing is not None and self.standing.plan.phase == "closed":
            rows = [commands.command(name) for name in ("narrow", "show_in_plan")]
            return [*commands.entries(rows, narrow=narrow), *commands.footer_entries("app")]
        return commands.footer_entries(
            "actions",
            "app",
            tick_action=tr("to do again") if entry.group == "done" else tr("done"),
            begin=tr("to do") if entry.action.status == "doing" else tr("being done"),
            narrow=narrow,
        )

    # What the keys do

    def action_tick_action(self) -> None:
        """Tick the action, and go on to the one that stood near it."""
        if entry := self._to_change():
            ticked: Edit = Tick(entry.action.id, self.world.today())
            self.post_message(Do(ticked, self._near(entry)))

    def action_begin(self) -> None:
        """Say that the action is being done, or that it is to do."""
        if entry := self._to_change():
            leaves = entry.group == "done"
            self.post_message(Do(Begin(entry.action.id), self._near(entry) if leaves else None))

    def action_put_off(self) -> None:
        """Ask for another date."""
        entry = self._to_change()
        if entry is None or self.standing is None:
            return
        action, plan, today = entry.action, self.standing.plan, self.world.today()
        if entry.group == "done":
            self.post_message(Say(tr("it is done already; {key} makes it to do again", key=shown_key("tick_action"))))
            return

        def wrong(text: str) -> str:
            try:
                later_date(text, action.due, plan, today)
            except ValueError as error:
                # for translators: what was typed, and what is wrong with it: "3 Nov is past; write a day from today on"
                return tr("{typed} {problem}", typed=text or tr("nothing"), problem=error)
            return ""

        def keep(text: str | None) -> None:
            if text:
                due = later_date(text, action.due, plan, today)
                leaves = group_of(action.replace(due=due), plan, today) != entry.group
                self.post_message(Do(PutOff(action.id, due), self._near(entry) if leaves else action.id))

        title = tr("Put off: {title}", title=action.title or tr("(no title yet)"))
        until_now = due_words(action, plan, today) or tr("no date yet")
        # for translators: examples of what may be typed, as dates are written in this language; and the date until now
        hint = tr("+1w, friday, next week or {day} ({date})", day=late_day(plan.start, plan.end), date=until_now)
        self.app.push_screen(Prompt(title, hint, check=wrong), keep)

    def action_edit_action(self) -> None:
        """Open the action's form."""
        entry = self._to_change()
        if entry is None or self.standing is None:
            return
        action, placed = entry.action, self.standing.places[entry.action.id]

        def keep(fields: dict[str, Any] | None) -> None:
            if fields:
                self.post_message(Do(ChangeFields(action.id, fields, self.world.today()), action.id))

        draft = Draft(self.standing.plan.quarter, kind_of(action), action.id, entry.key_result.id, placed.index, {})
        self.app.push_screen(ItemForm(action, self.standing, entry.key_result, self.world, draft), keep)

    def action_add_action(self) -> None:
        """Say where an action is added."""
        plan, below = shown_key("view('plan')"), shown_key("add_child")
        words = tr("an action is added in the plan ({plan}): {below} on its key result", plan=plan, below=below)
        self.post_message(Say(words))

    def action_show_in_plan(self) -> None:
        """Go to the action in the tree."""
        if entry := self._current():
            self.post_message(Go("plan", entry.action.id))

    def action_copy(self) -> None:
        """Send the action to the clipboard as one line."""
        self.copy_item(self._list.cursor_id)

    def action_narrow(self) -> None:
        """Ask for an objective or an owner to show alone; show everything again where it is so already."""
        if self._is_narrowed or not self._entries:
            self.action_show_all()
            return
        assert self.standing is not None
        with_actions = {entry.objective.id for entry in self._entries}
        choices = [
            Choice(f"{_OBJECTIVE}{item_id}", placed.node.title or tr("(no title yet)"), placed.position)
            for item_id, placed in self.standing.places.items()
            if item_id in with_actions
        ]
        # for translators: "who" stands before names of people, where objectives have their numbers
        choices += [Choice(f"{_OWNER}{name}", name, tr("who")) for name in owners(self._entries)]

        def narrow(chosen: str | None) -> None:
            if chosen:
                is_owner = chosen.startswith(_OWNER)
                name = chosen.removeprefix(_OWNER if is_owner else _OBJECTIVE)
                self._only = Only(owner=name) if is_owner else Only(objective_id=name)
                self._show(None)

        self.app.push_screen(Pick(tr("Show only the actions of"), choices), narrow)

    def action_show_all(self) -> None:
        """Show every action again."""
        self._only = Only()
        self._show(None)

    # Inside

    def _show(self, cursor_id: str | None) -> None:
        """Draw what is shown of the entries."""
        assert self.standing is not None
        self._shown = {entry.action.id: entry for entry in self._entries if self._only.holds(entry)}
        entries = list(self._shown.values())
        lines = AgendaLines(entries, self.standing, self.world.glyphs)
        rows: list[ListRow] = []
        for group in GROUPS:
            own = [ListRow(entry.action.id, lines.drawer(entry)) for entry in entries if entry.group == group]
            rows += [plain_row(lines.heading(group)), *own] if own else []
        nothing = _NONE_LEFT if self._entries else _NO_ACTIONS
        keys = {"key": shown_key("show_all"), "plan": shown_key("view('plan')"), "below": shown_key("add_child")}
        self._words.update(Content("\n").join([content(tr(line, **keys)) for line in nothing]))
        self._words.display, self._head.display = not rows, bool(self._entries)
        self._list.show(rows, cursor_id)
        self._show_head()

    def _show_head(self) -> None:
        if self.standing is not None:
            width = self.app.size.width - 2
            self._head.update(head(list(self._shown.values()), self._only_words(), width), layout=False)
            self._show_entry()

    def _show_entry(self) -> None:
        """What the foot and the keys say of the entry under the cursor."""
        if self.standing is not None:
            self._foot.update(foot(self._current(), self.standing, self.app.size.width - 2), layout=False)
            self.tell_keys()

    def _only_words(self) -> str:
        """What is shown alone; empty where everything is."""
        if self._only.owner:
            return self._only.owner
        if not self._only.objective_id or self.standing is None:
            return ""
        placed = self.standing.places.get(self._only.objective_id)
        return f"{placed.position} {placed.node.title}" if placed else tr("an objective that is gone")

    @property
    def _is_narrowed(self) -> bool:
        return self._only != Only()

    def _current(self) -> Entry | None:
        return self._shown.get(self._list.cursor_id)

    def _to_change(self) -> Entry | None:
        """The entry under the cursor, where it may be changed."""
        if self.is_sealed():
            return None
        entry = self._current()
        if entry is None:
            self.post_message(Say(tr("there is no action here")))
        return entry

    def _near(self, entry: Entry) -> str:
        """Where the cursor goes when an entry leaves its group: on to the next, else back, else along with it."""
        shown = list(self._shown.values())
        for found in ([other for other in shown if other.group == entry.group], shown):
            at = found.index(entry)
            if near := [*found[at + 1 : at + 2], *found[:at][-1:]]:
                return near[0].action.id
        return entry.action.id
