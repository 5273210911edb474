"""An update into a file: whole, for its owner alone, and never among the plans."""

import os
from collections.abc import Callable
from pathlib import Path

from okrtui.i18n import tr
from okrtui.storage.advice import reason
from okrtui.storage.atomic import create_file, write_file
from okrtui.storage.errors import FileError


def save(text: str, path: Path, plans: Path, otherwise: str) -> None:
    """Put the text in place of the file, or make it, all at once.

    Args:
        text: the update in its format.
        path: of the file.
        plans: the directory that plans are kept in.
        otherwise: what to do where it cannot be written, such as ``name another file``.

    Raises:
        FileError: it is a plan's file, or cannot be written; what stood there is as it was.
    """
    _put(write_file, text, path, plans, otherwise)


def save_new(text: str, path: Path, plans: Path, otherwise: str) -> None:
    """Make a file of the text, all at once; the arguments are those of :func:`save`.

    Raises:
        FileExistsError: something has that name already.
        FileError: it would be a plan's file, or cannot be written.
    """
    _put(create_file, text, path, plans, otherwise)


def _put(write: Callable[[Path, bytes], None], text: str, path: Path, plans: Path, otherwise: str) -> None:
    try:
        if _is_a_plans(path, plans):
            raise FileError(path, tr("is where plans are kept"), otherwise)
        write(path, text.encode())
    except FileExistsError:
        raise
    except OSError as error:
        raise FileError(path, tr("cannot be written: {reason}", reason=reason(error)), otherwise) from error


def _is_a_plans(path: Path, plans: Path) -> bool:
    """Whether it is a quarter's file, or among what belongs to one."""
    target, directory = Path(os.path.realpath(path)), Path(os.path.realpath(plans))
    within = target.relative_to(directory).parts if target.is_relative_to(directory) else ()
    return bool(within) and (target.suffix == ".toml" or within[0] == ".okrtui")
