"""One setting written into the settings file; every other line stays as the person wrote it."""

import re
from pathlib import Path

from okrtui.i18n import tr
from okrtui.patterns import pattern
from okrtui.storage.atomic import create_file, read_file, write_file
from okrtui.storage.errors import FileError
from okrtui.storage.paths import make_private
from okrtui.storage.settings import MAX_BYTES, SettingsFile, as_toml, settings_in

_VALUE = pattern(r"(?P<before>\s*[\w-]+\s*=\s*)(?:\"[^\"]*\"|'[^']*'|[^\s#\"']+)(?P<after>\s*(?:#.*)?)")
_HEADER = pattern(r"\s*\[")


def change_setting(path: Path, name: str, value: str | int | bool) -> SettingsFile:
    """Write a setting, in a file that is made where there is none; gives what the file says then.

    Raises:
        FileError: the file cannot be read or changed, or is not right as it would be.
        OSError: it could not be written.
    """
    try:
        data = read_file(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        data = b""
    changed = _with(data.decode("utf-8", "surrogateescape"), name, value).encode("utf-8", "surrogateescape")
    settings = settings_in(changed, path)
    if getattr(settings.settings, name) != value:
        raise FileError(path, tr("is written in a way that only you can change"), tr("edit the file"), field=name)
    write_settings(path, changed)
    return settings


def write_settings(path: Path, data: bytes) -> None:
    """Put bytes in the place of the settings file; it and its directory are made for the person alone.

    Raises:
        FileError: something stands there that must not be replaced.
        OSError: it could not be written.
    """
    make_private(path.parent)
    try:
        create_file(path, data)
    except FileExistsError:
        write_file(path, data)


def _with(text: str, name: str, value: str | int | bool) -> str:
    """The text of a settings file with a setting in its line; a new one goes below its comment, or above the tables."""
    written = as_toml(value)
    lines = text.splitlines(keepends=True)
    top = next((number for number, line in enumerate(lines) if _HEADER.match(line)), len(lines))
    for number, line in enumerate(lines[:top]):
        found = _VALUE.fullmatch(line.rstrip("\r\n"))
        if found and found["before"].split("=")[0].strip() == name:
            lines[number] = f"{found['before']}{written}{found['after']}{_ending(line)}"
            return "".join(lines)
    place = next((number + 1 for number, line in enumerate(lines[:top]) if re.match(rf"#\s*{name}\s*=", line)), top)
    if place and not _ending(lines[place - 1]):
        lines[place - 1] += "\n"
    ending = _ending(lines[place - 1]) if place else "\n"
    lines.insert(place, f"{name} = {written}{ending}")
    return "".join(lines)


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
