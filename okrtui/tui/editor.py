"""The person's own editor, for long texts and for the file itself. Data never becomes a command."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from textual.app import App, SuspendNotSupported

from okrtui.storage import paths
from okrtui.storage.atomic import read_file, write_file
from okrtui.storage.errors import FileError

_LIMIT = 2_000_000


class EditorError(Exception):
    """The editor did not give anything back; the message says why, for the person."""


def edit_text(app: App[None], text: str, suffix: str, directory: Path, environ: Mapping[str, str]) -> str:
    """What the person made of the text in ``$VISUAL`` or ``$EDITOR`` (else vi).

    Meanwhile it lies in the control directory of the data ``directory``: private, never in a shared place.

    Raises:
        EditorError: the editor is not there, failed, or left something that is not text.
    """
    words = shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or "vi")
    if not words:
        raise EditorError("no editor is set; set EDITOR to its name")
    try:
        folder = paths.prepare(directory) / "edit"
        paths.make_inner(folder)
        path = folder / f"{os.getpid()}{suffix}"
        write_file(path, text.encode())
        try:
            with app.suspend():
                done = subprocess.run([*words, str(path)], check=False)
            edited = read_file(path, _LIMIT)
        finally:
            path.unlink(missing_ok=True)
    except SuspendNotSupported:
        raise EditorError("this terminal cannot step aside for an editor") from None
    except FileError as error:
        raise EditorError(str(error)) from None
    except OSError as error:
        raise EditorError(f"{words[0]}: {(error.strerror or str(error)).lower()}") from None
    if done.returncode:
        raise EditorError(f"{words[0]} ended with an error; nothing was taken over")
    try:
        return edited.decode()
    except UnicodeDecodeError:
        raise EditorError("what the editor saved is not UTF-8 text; nothing was taken over") from None
