"""Editing the quarter's file by hand: what cannot be read comes back with its error, and nothing of it is lost."""

from collections.abc import Callable
from contextlib import suppress

from textual.screen import Screen

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.i18n_lists import joined
from okrtui.model.edits import ReplacePlan
from okrtui.model.merge import Conflict, merge
from okrtui.model.plan import Plan
from okrtui.open_plan import OpenPlan
from okrtui.storage.codec import decode, encode, is_newer
from okrtui.storage.drafts import Draft
from okrtui.storage.errors import FileError
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.editor import Editor, EditorError
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say
from okrtui.tui.world import World

KIND = "file"
"""What a draft of a file edited by hand is called."""


@frozen
class _Text:
    """What the editor is given."""

    text: bytes
    before: Plan
    """The plan that it was made from, so that what others change meanwhile is kept."""


@frozen
class Ways:
    """What the screen around does when it is asked."""

    apply: Callable[[ReplacePlan], None]
    """Applies the edit that came of it."""
    ask_whose: Callable[[tuple[Conflict, ...], Callable[[bool], None]], None]
    """Asks who is right where others changed the same; True for the person's own."""


class HandEdit:
    """One person's editing of one plan's file."""

    def __init__(self, screen: Screen[None], open_plan: OpenPlan, world: World, ways: Ways) -> None:
        """``ways`` lead back to the screen."""
        self._screen = screen
        self._open_plan = open_plan
        self._world = world
        self._ways = ways
        self._aside: _Text | None = None
        """What was edited last and not taken; the next time goes on from there."""

    def begin(self) -> None:
        """Open the editor on the plan, or on what was not taken the last time."""
        try:
            given = self._aside or self._fresh()
            edited = self._edit(given)
        except EditorError as error:
            said = tr("nothing changed: {reason}", reason=error)
            if error.left is not None:
                self._put_aside(_Text(error.left, given.before))
                said = tr(
                    "nothing changed: {reason}; {key} goes on with what it saved",
                    reason=error,
                    key=shown_key("edit_file"),
                )
            self._say(said, "$error")
            return
        except FileError as error:
            self._say(tr("nothing changed: {reason}", reason=error), "$error")
            return
        if edited == encode(given.before):
            self._drop()
            self._say(tr("nothing changed in the editor"))
        else:
            self._read(_Text(edited, given.before))

    def resume(self, draft: Draft) -> None:
        """Go on with what was being edited when the program ended."""
        quarter = self._open_plan.plan.quarter
        before = self._open_plan.plan
        with suppress(FileError, KeyError):
            before = decode(draft.texts["before"].encode(), self._world.repository.path(quarter))
        self._world.writing.adopt(draft)
        self._put_aside(_Text(draft.texts.get("text", "").encode(), before))
        self.begin()

    def set_aside(self, plan: Plan) -> None:
        """Keep a plan that was edited and not taken: the next time goes on from there."""
        self._put_aside(_Text(encode(plan), self._open_plan.plan))

    # Inside

    def _fresh(self) -> _Text:
        return _Text(encode(self._open_plan.plan), self._open_plan.plan)

    def _edit(self, given: _Text) -> bytes:
        """What the person makes of it; what is saved in the editor is kept should the line drop meanwhile."""
        editor = Editor(self._world.repository.directory, ".toml", self._world.environ)

        def so_far() -> Draft | None:
            saved = editor.so_far()
            return None if saved is None else self._draft(_Text(saved, given.before))

        with self._world.writing.meanwhile(so_far):
            return editor.edit(self._screen.app, given.text)

    def _read(self, edited: _Text) -> None:
        try:
            plan = decode(edited.text, self._world.repository.path(self._open_plan.plan.quarter))
        except FileError as error:
            self._put_aside(edited)
            self._ask(str(error))
            return
        self._drop()
        if is_newer(plan):
            self._say(tr("nothing changed: leave the schema as it was"), "$error")
        else:
            self._take(edited.before, plan)

    def _take(self, before: Plan, plan: Plan) -> None:
        """Apply it on top of what others changed since the editor was opened."""
        now = self._open_plan.plan
        merged = merge(base=before, ours=plan, theirs=now)
        if not merged.conflicts:
            self._ways.apply(ReplacePlan(merged.plan))
            return
        keys = {(conflict.item_id, conflict.field) for conflict in merged.conflicts}
        own = merge(base=before, ours=plan, theirs=now, keep_ours=keys).plan
        self._ways.ask_whose(
            merged.conflicts, lambda is_own: self._ways.apply(ReplacePlan(own if is_own else merged.plan))
        )

    def _put_aside(self, text: _Text) -> None:
        self._aside = text
        with suppress(OSError, FileError):
            self._world.drafts().keep(self._draft(text))

    def _drop(self) -> None:
        """Nothing is set aside any more."""
        if self._aside is not None:
            with suppress(OSError):
                self._world.drafts().drop(self._draft(self._aside))
            self._aside = None

    def _draft(self, text: _Text) -> Draft:
        texts = {"text": text.text.decode(errors="replace"), "before": encode(text.before).decode()}
        return Draft(self._open_plan.plan.quarter, KIND, KIND, "", 0, texts)

    def _ask(self, problem: str) -> None:
        def decide(answer: str | None) -> None:
            if answer == "e":
                self.begin()
            elif answer == "d":
                self._drop()
                self._say(tr("nothing changed"))
            else:
                self._say(tr("your edit is kept; {key} goes on with it", key=shown_key("edit_file")), "$warning")

        question = joined([tr("It cannot be read."), problem])
        answers = [("e", tr("edit it again")), ("d", tr("throw the changes away"))]
        self._screen.app.push_screen(Ask(question, answers, leave=tr("leave it for later")), decide)

    def _say(self, text: str, colour: str = "") -> None:
        self._screen.post_message(Say(text, colour))
