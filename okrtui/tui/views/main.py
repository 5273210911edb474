"""The screen around the views: one header, one footer, one plan. It applies what the views ask for."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from okrtui.i18n import tr
from okrtui.model.edits import ChangeQuarter, ReplacePlan
from okrtui.model.merge import Conflict
from okrtui.model.past_steps import NOTHING_BEFORE
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.report.standing import Standing
from okrtui.storage.around import read_past
from okrtui.storage.drafts import Draft
from okrtui.storage.settings import Settings
from okrtui.tui import commands
from okrtui.tui.messages import Do, Go, OpenQuarter, Say, SettingsChanged
from okrtui.tui.scopes import Scope, acting, view_for
from okrtui.tui.steady import SteadyScreen
from okrtui.tui.views.acts import Acts, Ways
from okrtui.tui.views.leaving import leave
from okrtui.tui.views.making import make_view
from okrtui.tui.views.view import View
from okrtui.tui.views.watch import LOOK_AFTER, Watch
from okrtui.tui.widgets.header import Header
from okrtui.tui.widgets.lines import KeyLine, StatusLine
from okrtui.tui.world import World

if TYPE_CHECKING:
    from okrtui.report.importing import AddImported
    from okrtui.tui.views.hand_edit import HandEdit
    from okrtui.tui.views.left_open import LeftOpen
    from okrtui.tui.views.lifecycle import Lifecycle


class MainScreen(SteadyScreen[None]):
    """Shows one open plan and mediates between its views and the files."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("app")]

    @dataclass
    class QuarterWanted(Message):
        """Another quarter is to be opened; None asks which."""

        current: Quarter
        wanted: OpenQuarter | None

    def __init__(self, open_plan: OpenPlan, world: World, first: Scope = "plan") -> None:
        """Works on this plan; ``first`` is the view that it begins with."""
        super().__init__()
        self._open_plan = open_plan
        self._world = world
        self._past = NOTHING_BEFORE
        self._standing: Standing = world.measure(open_plan.plan)
        self._header = Header(world.glyphs, world.place)
        self._views: dict[Scope, View] = {"plan": make_view("plan", world)}
        self._shown: Scope = "plan"
        self._came_from: Scope = "plan"
        self._status = StatusLine()
        self._first = first
        ways = Ways(self._show, self._show_saved, lambda: self._is_writing, self._ask_whose)
        self._acts = Acts(self, open_plan, self._status, ways)
        self._watch = Watch(open_plan, self._status, self._show, self._acts.told)

    def compose(self) -> ComposeResult:
        """Header, view, status, keys."""
        yield self._header
        yield from self._views.values()
        yield self._status
        yield KeyLine([])

    def on_mount(self) -> None:
        """Show the plan by its numbers; the rest comes once it is in sight."""
        self._draw(None)
        if not self._is_locked():
            self._watch.begin(self._world.today())

    def come_into_sight(self) -> None:
        """Go on with what waits until the plan is in sight."""
        self.call_later(self._begin)

    def _begin(self) -> None:
        """Judge the plan, and go on with what was left."""
        from okrtui.tui.views.offering import offer_drafts

        self._show(None)
        if not self._open_plan.read_only:
            if not self._lifecycle.resume() and self._first != "plan":
                self.post_message(Go(self._first))
            self._left_open.show_new()
            offer_drafts(self, self._open_plan.plan, self._world, self._go_on_with)
        self._read_past()
        self.set_interval(LOOK_AFTER, self._look)

    def on_unmount(self) -> None:
        """What is on its way to the disk gets there."""
        self._open_plan.settle()

    def on_do(self, event: Do) -> None:
        """Apply an edit, save it, show what came of it; where it moves a goalpost, ask for the reason first."""
        event.stop()
        self._lifecycle.do(event.edit, event.cursor_id)

    def on_say(self, event: Say) -> None:
        """Show a line as the status."""
        event.stop()
        self._status.say(event.text, event.colour)

    async def on_go(self, event: Go) -> None:
        """Turn to another view, with the cursor on an item."""
        event.stop()
        await self._turn_to(event.view or self._came_from, event.cursor_id)

    def on_open_quarter(self, event: OpenQuarter) -> None:
        """Open another quarter."""
        event.stop()
        self._want_quarter(event)

    async def action_view(self, name: Scope) -> None:
        """Turn to a view; what the last act did was said in the one before."""
        self._status.say("")
        await self._turn_to(name, None)

    def action_copy_report(self) -> None:
        """Send the report to the clipboard, in its usual format."""
        self._view.copy_report()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._acts.do(self._open_plan.undo)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._acts.do(self._open_plan.redo)

    def action_save_again(self) -> None:
        """Try to save what could not be saved."""
        self._acts.settle()
        if self._open_plan.not_saved:
            self._acts.do(self._open_plan.save)
        else:
            self._status.say(tr("everything is saved already"), "$success")

    def action_edit_quarter(self) -> None:
        """Open the quarter's own form."""
        if not self._view.is_sealed():
            self._open_quarter_form(Draft(self._open_plan.plan.quarter, "quarter", "", "", 0, {}))

    def action_previous_quarter(self) -> None:
        """Open the quarter before."""
        self._step_quarter(-1)

    def action_next_quarter(self) -> None:
        """Open the quarter after."""
        self._step_quarter(1)

    def action_quarters(self) -> None:
        """Ask which quarter to open."""
        self._want_quarter(None)

    def action_guide(self) -> None:
        """Walk through planning the quarter."""
        if not self._is_locked():
            self._lifecycle.guide()

    def action_commit(self) -> None:
        """Commit the quarter, or show what is in the way."""
        self._lifecycle.commit()

    def action_back_to_planning(self) -> None:
        """Take the commit back."""
        if not self._is_locked():
            self._lifecycle.back_to_planning()

    def action_import_file(self) -> None:
        """Read a spreadsheet into the plan, after a look at what would come of it."""
        from okrtui.tui.importing.way import ask_import

        plan = self._open_plan.plan
        if plan.phase == "closed":
            self._status.say(tr("{quarter} is closed, and nothing is added to it", quarter=plan.quarter), "$warning")
        elif not self._is_locked():
            ask_import(self.app, plan, self._world, self._take_import)

    def action_settle(self) -> None:
        """Choose between both sides of a git merge."""
        self._left_open.show()

    def action_edit_file(self) -> None:
        """Edit the file by hand."""
        if not self._is_locked():
            self._hand_edit.begin()

    def action_help(self) -> None:
        """Explain what is asked here; else show the keys and the marks."""
        from okrtui.tui.dialogs.help import Help

        keys = Help(self._world.glyphs, *acting(self._shown), "move", "tree", "app")
        self.app.push_screen(self._view.explanation() or keys)

    def action_palette(self) -> None:
        """Find a command by name and run it."""
        from okrtui.tui.views.by_name import find_by_name
        from okrtui.tui.views.idle import why_not

        if self._view.unfinished:
            self._status.say(self._view.unfinished)
            return
        find_by_name(self, self._view, self._shown, why_not(self._open_plan))

    def action_settings(self, at: str = "") -> None:
        """Show the settings, with the cursor on one; change one, and what is half typed here waits meanwhile."""
        from okrtui.tui.settings_choice import ask_setting

        def take(settings: Settings, said: str, changed: str) -> None:
            self._view.leave()
            self._acts.settle()
            self.post_message(SettingsChanged(settings, said, changed, self._open_plan, self._shown))

        ask_setting(self.app, self._world, take, at)

    def action_suspend_process(self) -> None:
        """Go back to the shell; a save that is stopped half-way would keep other windows from saving."""
        self._acts.settle()
        self.app.action_suspend_process()

    async def action_redraw(self) -> None:
        """Draw the screen anew."""
        await self.app.run_action("app.redraw")

    async def action_mouse(self) -> None:
        """Let the mouse put the cursor, or leave it to the terminal."""
        await self.app.run_action("app.mouse")

    def action_quit(self) -> None:
        """Leave; ask only where something is not on disk."""
        self._world.writing.keep()
        self._acts.settle()
        leave(self, self._open_plan, self._world, self.app.exit)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys are letters while something is typed, and commands everywhere else; some have a key that is none."""
        return action in {"quit", "help", "palette", "suspend_process"} or not self._takes_letters

    # What is seldom asked for, and brings its modules along when it is

    @cached_property
    def _lifecycle(self) -> "Lifecycle":
        from okrtui.tui.views.lifecycle import Lifecycle, Ways

        ways = Ways(self._acts.apply, self._reopen, lambda: self._standing)
        return Lifecycle(self, self._open_plan, self._world, ways)

    @cached_property
    def _left_open(self) -> "LeftOpen":
        from okrtui.tui.views.left_open import LeftOpen

        return LeftOpen(self, self._open_plan, self._acts.apply)

    @cached_property
    def _hand_edit(self) -> "HandEdit":
        from okrtui.tui.views.hand_edit import HandEdit, Ways

        return HandEdit(self, self._open_plan, self._world, Ways(self._take_by_hand, self._ask_whose))

    def _ask_whose(self, conflicts: tuple[Conflict, ...], take: Callable[[bool], None]) -> None:
        from okrtui.tui.views.whose import ask_whose

        ask_whose(self.app, self._open_plan.plan, conflicts, take)

    def _open_quarter_form(self, draft: Draft) -> None:
        from okrtui.tui.forms.item_form import ItemForm

        go_on = self._world.writing.set_down()
        if draft.texts:
            self._world.writing.adopt(draft)

        def keep(fields: dict[str, Any] | None) -> None:
            go_on()
            if fields:
                self._acts.apply(ChangeQuarter(fields), None)

        self.app.push_screen(ItemForm(self._open_plan.plan, self._standing, None, self._world, draft), keep)

    # Inside

    def _go_on_with(self, draft: Draft) -> None:
        """Open what was being written where it was written."""
        if draft.kind == "quarter":
            self._open_quarter_form(draft)
        elif draft.kind == "file":
            self._hand_edit.resume(draft)
        else:
            self._reopen(draft)

    @work(group="reopen")
    async def _reopen(self, draft: Draft, said: str = "") -> None:
        """Go on with a draft in the view that it was written in; a word on it stands at the foot of its form."""
        await self._turn_to(view_for(draft.kind, self._shown), None)
        self._view.reopen(draft)
        if said:
            self.app.screen.post_message(Say(said, "$warning"))

    def _take_by_hand(self, edit: ReplacePlan) -> None:
        """Put what was edited by hand in place; it is set aside where a reason is asked for and not given."""
        self._lifecycle.do(edit, None, kept=lambda: self._hand_edit.set_aside(edit.plan))

    @work(group="import")
    async def _take_import(self, edit: "AddImported") -> None:
        """Add what was imported, in sight of the tree."""
        await self._turn_to("plan", None)
        self._lifecycle.do(edit, edit.objectives[0].id if edit.objectives else None)

    def _look(self) -> None:
        """Show what was changed elsewhere, once nothing is being typed."""
        if not self._is_writing:
            if self._standing.plan is not self._open_plan.plan:
                self._show(None)
            self._acts.ask()
            self._watch.turn()
            self._left_open.show_new()

    def _show(self, cursor_id: str | None) -> None:
        self._standing = self._world.stand(self._open_plan.plan, self._past)
        self._draw(cursor_id)

    def _show_saved(self) -> None:
        """Show whether the plan is on disk; where the disk had another one, that, once nothing is being typed."""
        self._header.show(self._standing, self._open_plan.not_saved)
        if not self._open_plan.not_saved:
            self._world.writing.arrived()
        if self._standing.plan is not self._open_plan.plan and not self._is_writing:
            self._show(None)
        else:
            self._view.show_saved()

    def _draw(self, cursor_id: str | None) -> None:
        self._header.show(self._standing, self._open_plan.not_saved)
        self._view.show(self._standing, cursor_id, self._locked)

    @work(group="past")
    async def _read_past(self) -> None:
        """Read the quarters before this one, away from the first look at it; targets are held against them."""
        self._past = await asyncio.to_thread(read_past, self._world.repository, self._open_plan.plan.quarter)
        if self._past != NOTHING_BEFORE and not self._is_writing:
            self._show(None)

    @property
    def _is_writing(self) -> bool:
        """Whether something is being typed; then nothing moves under it."""
        return self.app.screen is not self or self._takes_letters

    @property
    def _takes_letters(self) -> bool:
        return self.focused is not None and self.focused.check_consume_key("a", "a")

    @property
    def _view(self) -> View:
        """The view in sight."""
        return self._views[self._shown]

    @property
    def _locked(self) -> str:
        reason = self._open_plan.read_only
        return reason and tr("read-only: {reason}", reason=reason)

    async def _turn_to(self, name: Scope, cursor_id: str | None) -> None:
        """Bring a view into sight, for the very next key; the others keep their place and follow the plan later."""
        self._view.leave()
        self._view.display = False
        self._came_from, self._shown = self._shown, name
        if name not in self._views:
            self._views[name] = make_view(name, self._world)
            await self.mount(self._views[name], before=self._status)
        self._view.display = True
        self._header.turn_to(name)
        self._view.show(self._standing, cursor_id, self._locked)
        self._view.enter()

    def _is_locked(self) -> bool:
        if self._locked:
            self._status.say(self._locked, "$warning")
        return bool(self._locked)

    def _step_quarter(self, by: int) -> None:
        from okrtui.tui.views.neighbours import neighbour

        self.post_message(neighbour(self._world, self._open_plan.plan.quarter, by))

    def _want_quarter(self, wanted: OpenQuarter | None) -> None:
        message = self.QuarterWanted(self._open_plan.plan.quarter, wanted)
        leave(self, self._open_plan, self._world, lambda: self.post_message(message))
