"""One save of an open plan. What it needs is its own, so that it can run beside all that the plan is shown to."""

from contextlib import suppress
from threading import Lock

from okrtui.model.edits import EditError
from okrtui.model.lifecycle import refusal
from okrtui.model.merge import Conflict, merge
from okrtui.model.plan import Plan
from okrtui.storage.advice import advice
from okrtui.storage.errors import FileError
from okrtui.storage.repository import Repository, Stored


class Save:
    """Writes a plan into its file, merged with what is there by then."""

    plan: Plan
    """What is to be saved."""
    base: Plan
    """What it was made from: the plan that was in the file when it was seen last."""
    stored: Stored
    """What is known to be in the file; once it is written, that."""
    problem: str
    """Why the plan is not on disk, once that was tried; empty where it is."""
    refused: str
    """Why it was given up: another window closed the quarter meanwhile. Then the plan is in the history."""
    conflicts: tuple[Conflict, ...]
    """Fields that another window changed meanwhile; the file has their values, the history the plan."""

    def __init__(self, repository: Repository, known: Stored, plan: Plan, beside: Plan | None, wait: float) -> None:
        """Nothing is written yet.

        Args:
            repository: the files.
            known: the plan as it was last loaded or saved.
            plan: what is to be saved.
            beside: a plan that goes into the history with it, since not all of it could be taken; None for none.
            wait: seconds to wait for another session that is saving.
        """
        self.plan, self.base, self.stored = plan, known.plan, known
        self.problem = self.refused = ""
        self.conflicts = ()
        self._repository = repository
        self._beside = beside
        self._wait = wait
        self._writing = Lock()
        self._is_written = False

    def write(self) -> None:
        """Write it. Whoever comes second, from another thread, waits until it is done and does nothing."""
        with self._writing:
            if not self._is_written:
                self._write()
                self._is_written = True

    def _write(self) -> None:
        try:
            self.stored = self._repository.update(self.plan.quarter, self._merged_with, self.stored, self._wait)
        except EditError as error:
            self._give_way(str(error))
        except (FileError, OSError) as error:
            self.problem = advice(error)
        else:
            self._set_aside(self.plan if self.conflicts else self._beside)

    def _merged_with(self, disk: Plan) -> Plan:
        result = merge(base=self.base, ours=self.plan, theirs=disk)
        if problem := refusal(disk, result.plan):
            raise EditError(problem)
        self.conflicts = result.conflicts
        return result.plan

    def _give_way(self, problem: str) -> None:
        """Take what another window closed meanwhile for what it is; one's own plan goes into the history."""
        self.refused = problem
        self._set_aside(self.plan)
        try:
            self.stored = self._repository.load(self.plan.quarter)
        except FileError as error:
            self.problem = advice(error)

    def _set_aside(self, plan: Plan | None) -> None:
        """Keep it in the history: a choice may never be made, and all values stay."""
        if plan is not None:
            with suppress(FileError, OSError):  # where that fails it is still in memory, and asked about now
                self._repository.set_aside(plan)
