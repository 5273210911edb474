"""An error inside the program: where it happened, in a file without a word of the plan."""

import os
import sys
import traceback
from pathlib import Path

from okrtui.storage import paths
from okrtui.storage.atomic import write_file
from okrtui.storage.errors import FileError


def report(directory: Path) -> str:
    """Write down where the error being handled happened; gives two lines for the person.

    The file holds names of files, lines and functions, never values: neither variables nor the error's own message,
    which may quote the plan.
    """
    kind, _, trace = sys.exc_info()
    frames = traceback.extract_tb(trace)
    where = "\n".join(f"{Path(frame.filename).name}, line {frame.lineno}, in {frame.name}" for frame in frames)
    name = kind.__name__ if kind else "error"
    try:
        path = paths.prepare(directory) / f"crash-{os.getpid()}.txt"
        write_file(path, f"{name}\n{where}\n".encode())
        kept = f"Where it happened is in {path}; it holds nothing of your plan."
    except (OSError, FileError):
        kept = f"Where it happened: {where.rpartition(chr(10))[2]}."
    return f"okrtui made a mistake and had to stop ({name}). Everything that was said to be saved is saved.\n{kept}"
