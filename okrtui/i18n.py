"""What the program says, in the person's language.

The code holds the English words. The other languages stand in gettext catalogues, ``locale/<code>/LC_MESSAGES``,
which ``python -m tests.translations`` brings up to date from the code. A process speaks one language, chosen once at
its start.

A whole sentence is one message, so that each language may order it; what changes in it has a name in braces.
"""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Literal, TypeVar, get_args

Code = Literal["en", "de", "fr", "ja", "ko", "ar"]
"""A language by its code."""

CODES: tuple[Code, ...] = get_args(Code)
"""Every language."""

LATIN: tuple[Code, ...] = ("en", "de", "fr")
"""Those that can still be read where a terminal shows nothing but ASCII."""

Domain = Literal["okrtui", "examples"]
"""What is translated apart: the program, and the plans that come with it, which a start does not read."""

FOLDER = Path(__file__).parent / "locale"
"""Where the catalogues are."""

Words = TypeVar("Words", bound=str)

_spoken: Code = "en"
_catalogue = NullTranslations()


def speak(code: Code) -> None:
    """Say everything in this language from now on."""
    global _spoken, _catalogue
    _spoken, _catalogue = code, catalogue(code, "okrtui")


def catalogue(code: Code, domain: Domain) -> NullTranslations:
    """The words of a language in one domain; English says what stands in the code and in the files."""
    if code == "en":
        return NullTranslations()
    with (FOLDER / code / "LC_MESSAGES" / f"{domain}.mo").open("rb") as file:
        return GNUTranslations(file)


def spoken() -> Code:
    """The language that is spoken now."""
    return _spoken


def language_of(environ: Mapping[str, str]) -> Code:
    """The language that the environment asks for messages in; English where it asks for none of ours."""
    asked = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return next((code for code in CODES if asked.lower().replace("-", "_").split("_")[0].split(".")[0] == code), "en")


def tr(message: str, /, **values: object) -> str:
    """The message in the language that is spoken, with the values in place of their names in braces."""
    said = _catalogue.gettext(message) if message else ""
    return _filled(said, values) if values else said


def tr_n(one: str, many: str, n: int, /, **values: object) -> str:
    """The message in the form for this number: ``tr_n("{n} action", "{n} actions", 3)``; ``n`` is among the values."""
    return _filled(_catalogue.ngettext(one, many, n), {"n": n, **values})


def tr_as(context: str, message: str, /, **values: object) -> str:
    """The message as it is said in a context, where an English word has two meanings: ``tr_as("verb", "close")``."""
    said = _catalogue.pgettext(context, message)
    return _filled(said, values) if values else said


def tr_n_as(context: str, one: str, many: str, n: int, /, **values: object) -> str:
    """The same for a number, where other languages say it otherwise of other things: ``{n} done`` of actions."""
    return _filled(_catalogue.npgettext(context, one, many, n), {"n": n, **values})


def mark(message: Words) -> Words:
    """The message itself: to be extracted here, and said with ``tr`` where it is shown."""
    return message


def _filled(said: str, values: Mapping[str, object]) -> str:
    """The message with its values. The full stop of an abbreviation, as in *15. Dez.*, ends the sentence as well."""
    if _spoken != "en":
        for name, value in values.items():
            if isinstance(value, str) and value.endswith("."):
                said = said.replace(f"{{{name}}}.", f"{{{name}}}")
    return said.format(**values)
