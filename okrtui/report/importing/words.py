"""The words of spreadsheets in six languages, as ``words.toml`` holds them, in one loose spelling."""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from okrtui.frozen import frozen

_FILE = Path(__file__).with_name("words.toml")
_LETTERS = {"ى": "ي", "ة": "ه"}
"""Letters that Arabic writes for one another at the end of a word."""


@frozen
class Vocabulary:
    """What a word means in a spreadsheet. All keys are folded."""

    fields: tuple[str, ...]
    """Every field that a column can hold; of two that a name can mean, the first is the likelier."""
    columns: Mapping[str, tuple[str, ...]]
    """The fields that a column of this name can hold, the likeliest first."""
    languages: Mapping[str, frozenset[str]]
    """The languages in which a column is called so."""
    statuses: Mapping[str, str]
    """``todo``, ``doing``, ``done`` or ``dropped``."""
    status_signs: Mapping[str, str]
    """The same for signs that stand alone."""
    choices: Mapping[str, Mapping[str, str]]
    """By field, what a word chooses: ``at_least`` among the kinds, ``leading`` among the indicators."""
    blanks: frozenset[str]
    totals: frozenset[str]
    fillers: frozenset[str]
    ors: tuple[str, ...]
    """What stands between two names of one column, as it is written."""
    weekdays: frozenset[str]
    before_dates: frozenset[str]
    currencies: tuple[str, ...]
    """As they are written, the longest first."""
    magnitudes: tuple[tuple[str, Decimal], ...]
    """As they are written, the longest first, with what they multiply by."""


@lru_cache(maxsize=4_096)
def fold(text: str) -> str:
    """The text without case, accents, width, spaces, punctuation, plural s and Arabic article."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(
        _LETTERS.get(char, char) if char.isalnum() else " " for char in apart if unicodedata.category(char) != "Mn"
    )
    return unicodedata.normalize("NFC", "".join(map(_stem, plain.split())))


def _stem(word: str) -> str:
    if word.startswith("ال") and len(word) > 4:
        return word[2:]
    return word[:-1] if len(word) > 3 and word.isascii() and word[-1] == "s" and word[-2] != "s" else word


@cache
def vocabulary() -> Vocabulary:
    """The words of ``words.toml``, read once."""
    found = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    columns: dict[str, tuple[str, ...]] = {}
    languages: dict[str, frozenset[str]] = {}
    order = list(found["columns"]["en"])
    for language, fields in found["columns"].items():
        for field, names in fields.items():
            for name in _folded(names):
                columns[name] = tuple(sorted({*columns.get(name, ()), field}, key=order.index))
                languages[name] = languages.get(name, frozenset()) | {language}
    other = found["other"]
    return Vocabulary(
        fields=tuple(order),
        columns=columns,
        languages=languages,
        statuses={
            name: status
            for status, by_language in found["status"].items()
            for names in by_language.values()
            for name in _folded(names)
        },
        status_signs={sign: status for status, signs in found["status_signs"].items() for sign in signs.split()},
        choices={
            field: {name: choice for choice, names in found[field].items() for name in _folded(names)}
            for field in ("kind", "indicator", "ambition")
        },
        blanks=frozenset(_folded(other["blank"])),
        totals=frozenset(_folded(other["total"])),
        fillers=frozenset(_folded(other["filler"])),
        ors=tuple(name.strip() for name in other["or"].split(",")),
        weekdays=frozenset(_folded(other["weekday"])),
        before_dates=frozenset(_folded(other["by"])),
        currencies=tuple(sorted((name.strip() for name in other["currency"].split(",")), key=len, reverse=True)),
        magnitudes=tuple(
            sorted(
                ((name, Decimal(factor)) for name, factor in found["magnitude"].items()),
                key=lambda pair: len(pair[0]),
                reverse=True,
            )
        ),
    )


def _folded(names: str) -> Iterable[str]:
    return filter(None, (fold(name) for name in names.split(",")))
