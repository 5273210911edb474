"""The plan being worked on: apply, undo, redo, save. The only thing in the program that changes in place.

Every edit is saved at once. There is no unsaved state but after a failed save, and then the plan in memory is
the one that counts: it is merged into the file again with the next edit, when asked to, and by itself.

A save takes as long as the disk does. Who draws the plan lets it run beside: an act then tells at once what was done,
and :meth:`OpenPlan.settle` what came of saving it.
"""

from collections.abc import Callable
from contextlib import suppress

from okrtui.frozen import frozen, replace
from okrtui.i18n import tr
from okrtui.model.edits import Edit, EditError
from okrtui.model.lifecycle import refusal
from okrtui.model.merge import Conflict, merge
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.model.tree import first_brought
from okrtui.save import Save
from okrtui.storage.advice import advice
from okrtui.storage.codec import encode
from okrtui.storage.document import same_plan
from okrtui.storage.errors import FileError, MissingError
from okrtui.storage.lock import WAIT
from okrtui.storage.repository import Repository, Stored


@frozen
class Outcome:
    """What came of an act."""

    label: str
    """What was done, in the past tense; empty where nothing was."""
    problem: str = ""
    """Why it is not on disk, or was not done; empty when it is saved."""
    conflicts: tuple[Conflict, ...] = ()
    """Fields that another window changed meanwhile; the file has their values, the history a plan with one's own."""
    is_saving: bool = False
    """Whether it is on its way to the disk, and the rest comes when the act is settled."""
    item_id: str = ""
    """What undo or redo brought back or changed; empty where that is no item of the plan."""

    @property
    def saved(self) -> bool:
        """Whether what was done is on disk."""
        return bool(self.label) and not self.problem and not self.is_saving


Beside = Callable[[Callable[[], None]], object]
"""Has a function run at once, beside what goes on."""


@frozen
class _Step:
    """One edit to go back over: the plans before and after it."""

    label: str
    before: Plan
    after: Plan


@frozen
class _Contested:
    """A merge in which the file's values were kept, so that one's own can still be put in their place."""

    base: Plan
    ours: Plan
    conflicts: tuple[Conflict, ...]


@frozen
class _UnderWay:
    """A plan that is shown already and on its way to the disk."""

    label: str
    save: Save
    contested: _Contested | None
    took_place: Callable[[], None]
    """Notes the act as done, once it is known that no other window closed the quarter meanwhile."""


class OpenPlan:
    """A quarter's plan, opened from a repository."""

    def __init__(self, repository: Repository, quarter: Quarter) -> None:
        """Read the quarter.

        Raises:
            FileError: the file cannot be read.
        """
        self._repository = repository
        self._stored: Stored = repository.load(quarter)
        self._plan = self._stored.plan
        self._stamp = repository.stamp(quarter)
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._contested: _Contested | None = None
        self._under_way: _UnderWay | None = None
        self.beside: Beside | None = None
        """What a save is given to; then each act is settled before the next is begun. Without it, acts settle."""
        self.not_saved = ""
        """Why the plan in memory is not on disk; empty when it is."""

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def has_comments(self) -> bool:
        """Whether the file holds comments, which go into the history with the first save."""
        return self._stored.has_comments

    @property
    def locking(self) -> bool:
        """False once the file system turned out to have no locks."""
        return self._repository.locking

    @property
    def read_only(self) -> str:
        """Why the plan cannot be changed; empty when it can."""
        return self._stored.read_only

    def get_ready(self) -> None:
        """Prepare the first save, which would else take as long as the plan is large; for a thread beside."""
        with suppress(FileError):
            encode(self._stored.plan)

    def apply(self, edit: Edit) -> Outcome:
        """Do an edit and save it."""
        if self.read_only:
            return Outcome("", tr("nothing changed: {reason}", reason=self.read_only))
        before = self._plan
        try:
            label, after = edit.label(before), edit.apply(before)
        except EditError as error:
            return Outcome("", _not_done(str(error)))
        if same_plan(after, before):
            return Outcome("")
        if problem := refusal(before, after):
            return Outcome("", _not_done(problem))

        def took_place() -> None:
            self._undo.append(_Step(label, before, after))
            self._redo.clear()

        return self._go_to(after, label, took_place)

    def undo(self) -> Outcome:
        """Take the last edit back, and only it: what others changed meanwhile stays."""
        if not self._undo:
            return Outcome("", tr("nothing to undo"))
        step = self._undo[-1]
        label = tr("undid: {edit}", edit=step.label)
        return self._back_to(step.before, step.after, label, lambda: self._redo.append(self._undo.pop()))

    def redo(self) -> Outcome:
        """Do again what was undone last."""
        if not self._redo:
            return Outcome("", tr("nothing to redo"))
        step = self._redo[-1]
        label = tr("did again: {edit}", edit=step.label)
        return self._back_to(step.after, step.before, label, lambda: self._undo.append(self._redo.pop()))

    def insist(self) -> Outcome:
        """Put one's own values in the place of those that another window wrote, after a conflict."""
        if self._contested is None:
            return Outcome("", tr("nothing to choose between"))
        contested, self._contested = self._contested, None
        before = self._plan
        keys = {(conflict.item_id, conflict.field) for conflict in contested.conflicts}
        merged = merge(base=contested.base, ours=contested.ours, theirs=before, keep_ours=keys)
        label = tr("put your version in place")
        return self._go_to(merged.plan, label, lambda: self._undo.append(_Step(label, before, merged.plan)))

    def save(self) -> Outcome:
        """Try to save again after a save that failed; a file that vanished is written again."""
        try:
            if not self._repository.exists(self._plan.quarter):
                self._stored = self._repository.write_again(self._plan)
        except (FileError, OSError) as error:
            self.not_saved = advice(error)
            return Outcome(_unsaved(), self.not_saved)
        return self._go_to(self._plan, _unsaved())

    def try_again(self) -> Outcome:
        """Save what could not be saved, without waiting; nothing while what was in the way still is.

        A file that vanished is not made again: that is for the person to say.
        """
        if not self.not_saved:
            return Outcome("")
        begun = self._go_to(self._plan, _unsaved(), wait=0)
        outcome = self.settle() if begun.is_saving else begun
        return outcome if outcome.saved else Outcome("")

    def look(self) -> Outcome:
        """Take in what another window or a command wrote meanwhile; nothing where all is as it was.

        What is not saved yet stays: it is merged with the next save. A file that cannot be read is told once, and the
        plan stays as it was.
        """
        if self.is_saving:
            return Outcome("")
        stamp = self._repository.stamp(self._plan.quarter)
        before, self._stamp = self._stamp, stamp
        if self.not_saved or (stamp == before and stamp is not None):
            return Outcome("")
        if stamp is None and before is not None:
            return Outcome("")  # an editor that saves may take the file away for a moment
        try:
            newer = self._repository.load_newer(self._stored)
        except MissingError as error:
            self.not_saved = advice(error)
            return Outcome("", tr("not on disk any more: {problem}", problem=error))
        except FileError as error:
            return Outcome("", tr("changed outside, and not shown here: {problem}", problem=error))
        if newer is None:
            return Outcome("")
        self._stored, self._plan = newer, newer.plan
        # for translators: stands behind "here is"
        return Outcome(tr("what another window or command changed"))

    def settle(self) -> Outcome:
        """Take on what came of the save that is under way, waiting for it; nothing where none is."""
        if self._under_way is None:
            return Outcome("")
        act, self._under_way = self._under_way, None
        act.save.write()  # does nothing but wait where it runs beside
        self._stored, self.not_saved = act.save.stored, act.save.problem
        if not act.save.problem:
            self._plan = self._stored.plan
        if act.save.refused:
            return Outcome("", _not_done(act.save.refused))
        act.took_place()
        contested = act.contested
        if act.save.conflicts:
            contested = _Contested(act.save.base, act.save.plan, act.save.conflicts)
        if contested is not None:
            self._contested = contested
        return Outcome(act.label, self.not_saved, contested.conflicts if contested else ())

    @property
    def is_saving(self) -> bool:
        """Whether a save is under way and waits to be settled."""
        return self._under_way is not None

    def _back_to(self, wanted: Plan, left: Plan, label: str, took_place: Callable[[], None]) -> Outcome:
        """Go from one plan back to another, keeping what came in between; not into what another window closed."""
        merged = merge(base=left, ours=wanted, theirs=self._plan)
        if problem := refusal(self._plan, merged.plan):
            return Outcome("", _not_done(problem))
        contested = _Contested(left, wanted, merged.conflicts) if merged.conflicts else None
        brought = first_brought(self._plan, merged.plan)
        return replace(self._go_to(merged.plan, label, took_place, contested), item_id=brought)

    def _go_to(
        self,
        plan: Plan,
        label: str,
        took_place: Callable[[], None] = lambda: None,
        contested: _Contested | None = None,
        wait: float = WAIT,
    ) -> Outcome:
        """Make this the plan, in memory first and then on disk, merged with what is there."""
        assert self._under_way is None, "an act is begun before the one before it was settled"
        save = Save(self._repository, self._stored, plan, contested.ours if contested else None, wait)
        self._plan = plan
        self._under_way = _UnderWay(label, save, contested, took_place)
        if self.beside is None:
            return self.settle()
        self.beside(save.write)
        return Outcome(label, is_saving=True)


def _not_done(problem: str) -> str:
    return tr("not done: {problem}", problem=problem)


def _unsaved() -> str:
    """What is done where a save is tried once more."""
    # for translators: stands behind "saved:"
    return tr("your changes")
