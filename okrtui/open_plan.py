"""The plan being worked on: apply, undo, redo, save. The only thing in the program that changes in place.

Every edit is saved at once. There is no unsaved state but after a failed save, and then the plan in memory is
the one that counts: it is merged into the file again with the next edit, or when asked to.
"""

from dataclasses import dataclass

from okrtui.model.edits import Edit, EditError
from okrtui.model.merge import Conflict, merge
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import same_plan
from okrtui.storage.errors import FileError
from okrtui.storage.repository import Repository, Stored


@dataclass(frozen=True)
class Outcome:
    """What came of an act."""

    label: str
    """What was done, in the past tense; empty where nothing was."""
    problem: str = ""
    """Why it is not on disk, or was not done; empty when it is saved."""
    conflicts: tuple[Conflict, ...] = ()
    """Fields that another window changed meanwhile; the file's values were kept."""

    @property
    def saved(self) -> bool:
        """Whether what was done is on disk."""
        return bool(self.label) and not self.problem


@dataclass(frozen=True)
class _Step:
    """One edit to go back over: the plans before and after it."""

    label: str
    before: Plan
    after: Plan


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
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self.not_saved = ""
        """Why the plan in memory is not on disk; empty when it is."""

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def read_only(self) -> str:
        """Why the plan cannot be changed; empty when it can."""
        return self._stored.read_only

    def apply(self, edit: Edit) -> Outcome:
        """Do an edit and save it."""
        if self.read_only:
            return Outcome("", f"nothing changed: {self.read_only}")
        before = self._plan
        try:
            label, after = edit.label(before), edit.apply(before)
        except EditError as error:
            return Outcome("", f"not done: {error}")
        if same_plan(after, before):
            return Outcome("")
        self._undo.append(_Step(label, before, after))
        self._redo.clear()
        return self._go_to(after, label)

    def undo(self) -> Outcome:
        """Take the last edit back, and only it: what others changed meanwhile stays."""
        if not self._undo:
            return Outcome("", "nothing to undo")
        step = self._undo.pop()
        self._redo.append(step)
        merged = merge(base=step.after, ours=step.before, theirs=self._plan)
        return self._go_to(merged.plan, f"undid: {step.label}", merged.conflicts)

    def redo(self) -> Outcome:
        """Do again what was undone last."""
        if not self._redo:
            return Outcome("", "nothing to redo")
        step = self._redo.pop()
        self._undo.append(step)
        merged = merge(base=step.before, ours=step.after, theirs=self._plan)
        return self._go_to(merged.plan, f"did again: {step.label}", merged.conflicts)

    def save(self) -> Outcome:
        """Try to save again after a save that failed."""
        return self._go_to(self._plan, "your changes")

    def _go_to(self, plan: Plan, label: str, conflicts: tuple[Conflict, ...] = ()) -> Outcome:
        """Make this the plan, in memory first and then on disk, merged with what is there."""
        self._plan = plan
        found: list[Conflict] = list(conflicts)

        def merged_with(disk: Plan) -> Plan:
            result = merge(base=self._stored.plan, ours=plan, theirs=disk)
            found.extend(result.conflicts)
            return result.plan

        try:
            self._stored = self._repository.update(plan.quarter, merged_with, known=self._stored)
        except FileError as error:
            self.not_saved = str(error)
        except OSError as error:
            self.not_saved = _reason(error)
        else:
            self._plan = self._stored.plan
            self.not_saved = ""
        return Outcome(label, self.not_saved, tuple(found))


def _reason(error: OSError) -> str:
    """Why the system did not write, in words, and what helps."""
    what = (error.strerror or str(error)).lower()
    return f"{what}; free some space or mend the folder, then press ctrl+s to save again"
