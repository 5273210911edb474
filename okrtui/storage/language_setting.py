"""The language of the interface, found before anything is said: without pydantic, and without a complaint."""

from collections.abc import Mapping
from pathlib import Path

from okrtui.i18n import Code, language_of
from okrtui.model.language import CODES, Language
from okrtui.storage.atomic import read_file
from okrtui.storage.errors import FileError
from okrtui.storage.toml_reader import read_toml

_MAX_BYTES = 200_000


def wished_language(path: Path) -> Language:
    """What the settings file says of the language; ``auto`` too where it says none that there is, or cannot be read.

    What is wrong with the file is told by who reads all of it.
    """
    try:
        values, _ = read_toml(read_file(path, _MAX_BYTES), path)
    except (OSError, FileError):
        return "auto"
    wished = values.get("language")
    return next((code for code in CODES if code == wished), "auto")


def to_speak(wished: Language, environ: Mapping[str, str]) -> Code:
    """The language to speak: the one that is wished for, else the one that the environment asks for."""
    return language_of(environ) if wished == "auto" else wished
