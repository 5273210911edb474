"""Changes to a quarter from the command line: made to the plan as it is by now, or refused with a word."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError
from okrtui.i18n import tr

if TYPE_CHECKING:
    from okrtui.model.plan import Plan
    from okrtui.model.quarter import Quarter
    from okrtui.storage.repository import Repository


def save(repository: "Repository", quarter: "Quarter", change: "Callable[[Plan], Plan]") -> None:
    """Change the plan as it is on the disk by now, so that nothing another window did is lost.

    Raises:
        UsageError: the quarter is closed, or the change is refused.
        FileError: the quarter cannot be read or written.
    """
    from okrtui.model.edits import EditError
    from okrtui.model.lifecycle import refusal

    def allowed(plan: "Plan") -> "Plan":
        after = change(plan)
        if why := refusal(plan, after):
            raise UsageError(why)
        return after

    with told(repository.path(quarter)):
        try:
            repository.update(quarter, allowed)
        except EditError as error:
            raise UsageError(str(error)) from error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Write a file within this, and what the system has against it becomes a message.

    Raises:
        FileError: it is not written.
    """
    from okrtui.storage.advice import reason
    from okrtui.storage.errors import FileError

    try:
        yield
    except OSError as error:
        # for translators: the problem is what the system says
        raise FileError(
            path, tr("not saved: {problem}", problem=reason(error)), tr("mend that and try again")
        ) from error
