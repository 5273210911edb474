"""An error inside the program: where it happened, in a file without a word of the plan."""

import os
import traceback
from pathlib import Path

from okrtui.i18n import tr
from okrtui.storage import paths
from okrtui.storage.atomic import write_file
from okrtui.storage.errors import FileError


def report(error: BaseException | None, directory: Path) -> str:
    """Write down where an error happened, in the control directory of ``directory``; gives two lines for the person.

    The file holds names of files, lines and functions, never values: neither variables nor the error's own message,
    which may quote the plan.
    """
    name = type(error).__name__ if error else "error"
    where = [
        f"{Path(frame.filename).name}, line {frame.lineno}, in {frame.name}"
        for frame in (traceback.extract_tb(error.__traceback__) if error else ())
    ]
    try:
        path = paths.prepare(directory) / f"crash-{os.getpid()}.txt"
        write_file(path, "\n".join([name, *where, ""]).encode())
        kept = tr("Where it happened is in {file}; it holds nothing of your plan.", file=path)
    except (OSError, FileError):
        kept = tr("Where it happened: {place}.", place=where[-1] if where else tr("not known"))
    if isinstance(error, ImportError):  # a part that is loaded when it is first asked for
        again = tr("okrtui was changed while it ran: start it again. Everything that was said to be saved is saved.")
        return f"{again}\n{kept}"
    stopped = tr(
        "okrtui made a mistake and had to stop ({name}). Everything that was said to be saved is saved.", name=name
    )
    return f"{stopped}\n{kept}"
