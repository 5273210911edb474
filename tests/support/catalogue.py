"""A catalogue of a language for tests: some words, in a folder of their own."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from okrtui import i18n
from tests.translations.catalogues import compiled


def speak_some(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str, words: dict[str, str]) -> None:
    """Have the program find these words of a language, and no others."""
    catalogue = Catalog(locale=code)
    for message, said in words.items():
        catalogue.add(message, said)
    place = folder / code / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "okrtui.mo").write_bytes(compiled(catalogue))
    monkeypatch.setattr(i18n, "FOLDER", folder)
