"""The words of the plans that come with the program, in the language that a plan is written in."""

from collections.abc import Callable
from typing import Any

from okrtui.i18n import catalogue, spoken
from okrtui.model.language import Language

PROSE = frozenset(
    {
        "asked_by",
        "definition",
        "focus",
        "note",
        "notes",
        "owner",
        "realistic",
        "reason",
        "request",
        "source",
        "title",
        "unit",
        "why",
    }
)
"""The fields that hold words of the person's own."""

Document = dict[str, Any]


def in_language(document: Document, language: Language) -> Document:
    """A plan's plain values in a language; with ``auto`` in the one that the program speaks.

    The plan goes by the same name of a language: with ``auto`` the coach tells it by the sentence.
    """
    words = catalogue(spoken() if language == "auto" else language, "examples")
    said: Document = _said(document, lambda text, _: words.gettext(text))
    return {**said, "language": language}


def prose(document: Document) -> list[tuple[str, str]]:
    """Every text that there is to translate, with its field, in order; the same text may come again."""
    found: list[tuple[str, str]] = []

    def keep(text: str, field: str) -> str:
        found.append((text, field))
        return text

    _said(document, keep)
    return found


def _said(value: Any, say: Callable[[str, str], str], field: str = "") -> Any:
    """The value with its prose said by ``say``, which is given a text and its field."""
    if isinstance(value, dict):
        return {key: _said(inner, say, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_said(inner, say, field) for inner in value]
    return say(value, field) if field in PROSE and isinstance(value, str) and value else value
