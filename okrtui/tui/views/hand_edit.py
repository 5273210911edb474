"""Editing the quarter's file by hand: what cannot be read comes back with its error, and nothing of it is lost."""

from collections.abc import Callable

from textual.screen import Screen

from okrtui.model.edits import ReplacePlan
from okrtui.model.plan import Plan
from okrtui.open_plan import OpenPlan
from okrtui.storage.codec import decode, encode, is_newer
from okrtui.storage.errors import FileError
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.editor import EditorError, edit_text
from okrtui.tui.messages import Say
from okrtui.tui.world import World


class HandEdit:
    """One person's editing of one plan's file."""

    def __init__(
        self, screen: Screen[None], open_plan: OpenPlan, world: World, apply: Callable[[ReplacePlan], None]
    ) -> None:
        """``apply`` does the edit that comes of it."""
        self._screen = screen
        self._open_plan = open_plan
        self._world = world
        self._apply = apply
        self._unread = ""
        """What was edited last and could not be read; the next time goes on from there."""

    def begin(self) -> None:
        """Open the editor on the plan, or on what could not be read the last time."""
        try:
            before = encode(self._open_plan.plan).decode()
            text = self._unread or before
            directory = self._world.repository.directory
            edited = edit_text(self._screen.app, text, ".toml", directory, self._world.environ)
            if edited == before:
                self._unread = ""
                self._say("nothing changed in the editor")
                return
            plan = decode(edited.encode(), self._world.repository.path(self._open_plan.plan.quarter))
        except EditorError as error:
            self._say(f"nothing changed: {error}", "$error")
        except FileError as error:
            self._unread = edited
            self._ask(str(error))
        else:
            self._unread = ""
            if is_newer(plan):
                self._say("nothing changed: leave the schema as it was", "$error")
            else:
                self._apply(ReplacePlan(plan))

    def set_aside(self, plan: Plan) -> None:
        """Keep what was edited and not taken: the next time goes on from there."""
        self._unread = encode(plan).decode()

    def _ask(self, problem: str) -> None:
        def decide(answer: str | None) -> None:
            if answer == "e":
                self.begin()
            elif answer == "d":
                self._unread = ""
                self._say("nothing changed")
            else:
                self._say("your edit is kept until you leave; E goes on with it", "$warning")

        answers = [("e", "edit it again"), ("d", "throw the changes away")]
        self._screen.app.push_screen(Ask(f"It cannot be read. {problem}", answers, leave="leave it for later"), decide)

    def _say(self, text: str, colour: str = "") -> None:
        self._screen.post_message(Say(text, colour))
