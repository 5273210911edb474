"""Where plans and settings live, and that nobody else can change them.

The directories come from the environment that is passed in, so platformdirs, which asks the process, is
not used here.
"""

import os
import shlex
import stat
from collections.abc import Mapping
from pathlib import Path

from okrtui.i18n import tr
from okrtui.storage.atomic import sync_directory, write_file
from okrtui.storage.errors import FileError

CONTROL = ".okrtui"
"""Directory inside the data directory for lock, history and drafts; git ignores it."""


def data_directory(option: Path | None, environ: Mapping[str, str]) -> Path:
    """Where the quarter files are: the option, ``OKRTUI_DATA``, or ``okrtui`` in the XDG data directory."""
    if option is not None:
        return option
    if chosen := environ.get("OKRTUI_DATA"):
        return Path(chosen)
    return _xdg(environ, "XDG_DATA_HOME", ".local/share") / "okrtui"


def demo_directory(environ: Mapping[str, str]) -> Path:
    """Where the example quarter of ``okrtui demo`` is."""
    return _xdg(environ, "XDG_DATA_HOME", ".local/share") / "okrtui-demo"


def config_file(environ: Mapping[str, str]) -> Path:
    """The settings file."""
    return _xdg(environ, "XDG_CONFIG_HOME", ".config") / "okrtui" / "config.toml"


def check(directory: Path) -> None:
    """Refuse a data directory that somebody else can change.

    Raises:
        FileError: it is no directory, belongs to somebody else or others can write in it.
        OSError: it does not exist or cannot be looked at.
    """
    status = directory.stat()
    if not stat.S_ISDIR(status.st_mode):
        # for translators: said of where the quarters are to be kept
        raise FileError(directory, tr("is no directory"), tr("choose another one with --data"))
    if status.st_uid != os.geteuid():
        # for translators: said of a directory
        raise FileError(directory, tr("belongs to another user"), tr("choose a directory of your own with --data"))
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        command = f"chmod go-w {shlex.quote(str(directory))}"
        # for translators: said of a directory, and a command of the shell against it
        raise FileError(directory, tr("can be changed by other users"), tr("run: {command}", command=command))


def prepare(directory: Path) -> Path:
    """Make the data directory and its control directory as far as they are missing; gives the latter.

    Raises:
        FileError: see :func:`check`.
        OSError: it cannot be made.
    """
    make_private(directory)
    check(directory)
    control = directory / CONTROL
    make_inner(control)
    ignore = control / ".gitignore"
    if not ignore.exists():
        write_file(ignore, b"*\n")
    return control


def make_inner(directory: Path) -> None:
    """Make a directory that is the program's own, 0700, or see that an existing one is.

    Raises:
        FileError: a link or a file stands there, or it belongs to somebody else.
        OSError: it cannot be made.
    """
    make_private(directory)
    status = directory.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
        place = shlex.quote(str(directory))
        # for translators: said of a file or a directory of somebody else
        raise FileError(directory, tr("is no directory of yours"), tr("move it away: {place}", place=place))
    if stat.S_IMODE(status.st_mode) & 0o077:
        directory.chmod(stat.S_IMODE(status.st_mode) & 0o700)


def make_private(directory: Path) -> None:
    """Make it with its parents, each 0700, since the umask may take away even the owner's rights."""
    if directory.is_dir():
        return
    if not directory.parent.is_dir():
        make_private(directory.parent)
    try:
        directory.mkdir(0o700)
    except FileExistsError:
        return  # another session was quicker, or it is no directory, which the checks tell
    directory.chmod(0o700)
    sync_directory(directory.parent)


def _xdg(environ: Mapping[str, str], variable: str, fallback: str) -> Path:
    """The base directory that a variable names; the standard says to ignore relative ones."""
    named = Path(environ.get(variable, ""))
    if named.is_absolute():
        return named
    home = environ.get("HOME")
    return (Path(home) if home else Path.home()) / fallback
