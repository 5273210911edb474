"""The screen around the views: one header, one footer, one plan. It applies what the views ask for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from okrtui.model.edits import ChangeQuarter, Edit, ReplacePlan
from okrtui.model.quarter import Quarter
from okrtui.model.text import display
from okrtui.open_plan import OpenPlan, Outcome
from okrtui.report.standing import Standing
from okrtui.storage.atomic import write_file
from okrtui.storage.codec import decode, encode
from okrtui.storage.drafts import Draft
from okrtui.storage.errors import FileError
from okrtui.tui import commands
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.dialogs.help import Help
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.editor import EditorError, edit_text
from okrtui.tui.forms.item_form import ItemForm
from okrtui.tui.messages import Do, Keys, Say
from okrtui.tui.views.plan import PlanView
from okrtui.tui.widgets.header import Header
from okrtui.tui.widgets.lines import KeyLine, StatusLine
from okrtui.tui.widgets.plan_tree import PlanTree
from okrtui.tui.world import World


class MainScreen(Screen[None]):
    """Shows one open plan and mediates between its views and the files."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings("app")]

    @dataclass
    class QuarterWanted(Message):
        """Another quarter is to be opened; None asks which."""

        current: Quarter
        quarter: Quarter | None

    def __init__(self, open_plan: OpenPlan, world: World) -> None:
        """Works on this plan."""
        super().__init__()
        self._open_plan = open_plan
        self._world = world
        self._standing: Standing = world.stand(open_plan.plan)
        self._header = Header(world.glyphs, world.place)
        self._view = PlanView(world)
        self._status = StatusLine()
        self._key_line = KeyLine([])

    def compose(self) -> ComposeResult:
        """Header, view, status, keys."""
        yield self._header
        yield self._view
        yield self._status
        yield self._key_line

    def on_mount(self) -> None:
        """Show the plan."""
        self._show(None)
        if not self._is_locked():
            self._status.say(f"{self._open_plan.plan.quarter} is open; every change is saved at once")
            self._offer_drafts()

    def on_do(self, event: Do) -> None:
        """Apply an edit, save it, show what came of it."""
        event.stop()
        self._act(event.edit, event.cursor_id)

    def on_say(self, event: Say) -> None:
        """Show a line as the status."""
        event.stop()
        self._status.say(event.text, event.colour)

    def on_keys(self, event: Keys) -> None:
        """Show the keys that matter now."""
        event.stop()
        self._key_line.show(event.entries)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._report(self._open_plan.undo(), None)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._report(self._open_plan.redo(), None)

    def action_save_again(self) -> None:
        """Try to save what could not be saved."""
        if self._open_plan.not_saved:
            self._report(self._open_plan.save(), None)
        else:
            self._status.say("everything is saved already", "$success")

    def action_edit_quarter(self) -> None:
        """Open the quarter's own form."""
        if not self._is_locked():
            self._open_quarter_form(Draft(self._open_plan.plan.quarter, "quarter", "", "", 0, {}))

    def action_previous_quarter(self) -> None:
        """Open the quarter before."""
        self._step_quarter(-1)

    def action_next_quarter(self) -> None:
        """Open the quarter after."""
        self._step_quarter(1)

    def action_quarters(self) -> None:
        """Ask which quarter to open."""
        self.post_message(self.QuarterWanted(self._open_plan.plan.quarter, None))

    def action_edit_file(self) -> None:
        """Edit the file by hand; what cannot be read comes back with its error."""
        if not self._is_locked():
            self._edit_file(encode(self._open_plan.plan).decode())

    def action_help(self) -> None:
        """Show the keys and the marks."""
        self.app.push_screen(Help(self._world.glyphs))

    def action_palette(self) -> None:
        """Find a command by name and run it."""
        rows = [*commands.in_scope("pane", "plan", "app"), *commands.in_scope("tree")]
        choices = [
            Choice(row.id, row.help, " ".join(map(commands.key_name, row.keys)), row.label)
            for row in rows
            if row.id != "palette"
        ]

        def run(command_id: str | None) -> None:
            if command_id:
                self.call_later(self._run_command, command_id)

        self.app.push_screen(Pick("Commands", choices), run)

    def action_suspend_process(self) -> None:
        """Go back to the shell."""
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        """Leave; ask only where something is not on disk."""
        if not self._open_plan.not_saved:
            self.app.exit()
            return
        answers = [("s", "try to save again"), ("w", "write it to another file"), ("d", "leave and lose it")]
        self.app.push_screen(Ask(f"Not saved: {self._open_plan.not_saved}", answers), self._leave)

    # Inside

    def _open_quarter_form(self, draft: Draft) -> None:
        def keep(fields: dict[str, Any] | None) -> None:
            if fields:
                self._act(ChangeQuarter(fields), None)

        self.app.push_screen(ItemForm(self._open_plan.plan, self._standing, None, self._world, draft), keep)

    def _offer_drafts(self) -> None:
        """What was being written when the program ended is offered again, one after the other."""
        drafts = self._world.drafts().left_behind(self._open_plan.plan.quarter)
        if not drafts:
            return
        draft = drafts[0]

        def decide(answer: str | None) -> None:
            if answer == "d":
                self._world.writing.forget(draft)
                self._offer_drafts()
            elif answer == "o" and draft.kind == "quarter":
                self._world.writing.adopt(draft)
                self._open_quarter_form(draft)
            elif answer == "o":
                self._view.reopen(draft)

        words = display(" / ".join(draft.texts.values()), 200)
        question = f"This was being written when okrtui ended ({draft.kind}): {words}"
        answers = [("o", "open it again"), ("d", "throw it away")]
        self.app.push_screen(Ask(question, answers, leave="ask again next time"), decide)

    def _act(self, edit: Edit, cursor_id: str | None) -> None:
        self._report(self._open_plan.apply(edit), cursor_id)

    def _report(self, outcome: Outcome, cursor_id: str | None) -> None:
        """Show the plan as it is now, and say what was done and whether it is on disk."""
        self._show(cursor_id)
        if outcome.conflicts:
            names = ", ".join(sorted({conflict.field for conflict in outcome.conflicts}))
            self._status.say(f"kept what another window wrote meanwhile: {names}; look again", "$warning")
        elif outcome.saved:
            self._status.say(f"saved: {outcome.label}", "$success")
        elif outcome.label:
            self._status.say(f"not saved: {outcome.problem} ({outcome.label})", "$error")
        else:
            self._status.say(outcome.problem, "$warning")

    def _show(self, cursor_id: str | None) -> None:
        self._standing = self._world.stand(self._open_plan.plan)
        self._header.show(self._standing)
        locked = self._open_plan.read_only and f"read-only: {self._open_plan.read_only}"
        self._view.show(self._standing, cursor_id, locked)

    def _is_locked(self) -> bool:
        if self._open_plan.read_only:
            self._status.say(f"read-only: {self._open_plan.read_only}", "$warning")
        return bool(self._open_plan.read_only)

    def _step_quarter(self, by: int) -> None:
        here = self._open_plan.plan.quarter
        others = [q for q in self._world.repository.quarters() if (q > here if by > 0 else q < here)]
        if others:
            self.post_message(self.QuarterWanted(here, others[0] if by > 0 else others[-1]))
        else:
            which = "later" if by > 0 else "earlier"
            self._status.say(f"no {which} quarter here; Q lists them and starts a new one")

    def _edit_file(self, text: str) -> None:
        quarter, repository = self._open_plan.plan.quarter, self._world.repository
        try:
            edited = edit_text(self.app, text, ".toml", repository.directory, self._world.environ)
        except EditorError as error:
            self._status.say(f"nothing changed: {error}", "$error")
            return
        if edited == text:
            self._status.say("nothing changed in the editor")
            return
        try:
            plan = decode(edited.encode(), repository.path(quarter))
        except FileError as error:
            answers = [("e", "edit it again"), ("d", "throw the changes away")]
            again = Ask(f"It cannot be read. {error}", answers)
            self.app.push_screen(again, lambda answer: self._edit_file(edited) if answer == "e" else None)
            return
        self._act(ReplacePlan(plan), None)

    def _leave(self, answer: str | None) -> None:
        if answer == "s":
            self._report(self._open_plan.save(), None)
            if not self._open_plan.not_saved:
                self.app.exit()
        elif answer == "w":
            prompt = Prompt("Write the plan to", "a path, such as ~/plan.toml", check=self._write_elsewhere)
            self.app.push_screen(prompt, lambda path: self.app.exit() if path else None)
        elif answer == "d":
            self.app.exit()

    def _write_elsewhere(self, path: str) -> str:
        """Write the plan to a new file; what is wrong where it cannot be."""
        target = Path(path).expanduser()
        if not path:
            return "write a path, or leave with esc"
        if target.exists():
            return "there is a file of that name already"
        try:
            write_file(target, encode(self._open_plan.plan))
        except (OSError, FileError) as error:
            return f"that did not work either: {getattr(error, 'strerror', None) or error}"
        return ""

    async def _run_command(self, command_id: str) -> None:
        scope = commands.command(command_id).scope
        owner = {
            "tree": self._view.query_one(PlanTree),
            "pane": self._view.pane,
            "plan": self._view,
            "app": self,
        }[scope]
        await self.app.run_action(command_id, default_namespace=owner)
