"""The person's own editor, started on a file. Data never becomes a command."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from okrtui.i18n import tr


class NoEditorError(Exception):
    """No editor can be told from the environment; the message says why, for the person."""


def editor(environ: Mapping[str, str]) -> list[str]:
    """The words that start ``$VISUAL`` or ``$EDITOR``, else nano, which says how it is left, or vi.

    Raises:
        NoEditorError: they cannot be told apart, or there are none.
    """
    try:
        words = shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or _usual(environ))
    except ValueError:
        raise NoEditorError(tr("EDITOR cannot be read: a quote in it is not closed")) from None
    if not words:
        raise NoEditorError(tr("no editor is set; set EDITOR to its name"))
    return words


def _usual(environ: Mapping[str, str]) -> str:
    folders = environ.get("PATH", "").split(os.pathsep)
    return "nano" if any(Path(folder, "nano").is_file() for folder in folders) else "vi"


def edited(words: list[str], file: Path) -> int | OSError:
    """Wait while an editor has the terminal; its exit code, negative for a signal, or why it could not be started."""
    with _left_to_the_editor():
        try:
            return subprocess.run([*words, str(file)], check=False).returncode
        except OSError as error:
            return error


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Keys that interrupt are the editor's while it has the terminal; the system sends them to both of us."""
    # A function, not SIG_IGN, which the editor would inherit.
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
