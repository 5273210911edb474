"""What is given to a person's own editor lies in the control directory meanwhile: private, and one file a session."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from okrtui.storage.sessions import is_running, own_name

_FOLDER = "edit"
_KEPT = dt.timedelta(days=7)
"""How long what a killed session left stays: an editor may have saved something into it."""


def edit_file(control: Path, suffix: str) -> Path:
    """Where this session's text is to be; ``suffix`` says to the editor what kind of text it is."""
    return control / _FOLDER / f"{own_name()}{suffix}"


def clear_left(control: Path, now: dt.datetime) -> None:
    """Delete what sessions left that were killed a week ago or earlier."""
    for path in control.glob(f"{_FOLDER}/*@*"):
        with suppress(OSError):
            is_old = now.timestamp() - path.stat().st_mtime > _KEPT.total_seconds()
            if is_old and is_running(path.stem) is False:
                path.unlink()
