"""Cells that hold a number, as people and spreadsheets write it: ``1.234,5``, ``20 %``, ``$1,2M``, ``1 250``.

What ``1.250`` is depends on the file: one cell such as ``2,5`` tells how all are written.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.numbers import check_amount, format_amount
from okrtui.patterns import pattern
from okrtui.report.importing.problems import both_ways, cell_on_line
from okrtui.report.importing.words import vocabulary

Decimals = Literal["comma", "point"]
"""What stands before the decimals of a number."""

_LONGEST = 80
"""The most characters of a cell that may hold a number."""
_MOST_DIGITS = 30
"""The most digits and marks that are looked at; less than these, but more than a plan can hold, say so themselves."""
_CELL = pattern(
    r"(?P<negative>\()?(?P<sign>[+-])?(?P<before>[^\d+\-.,(]*)(?P<late_sign>[+-])?"
    r"(?P<core>(?:\d(?:[\d.,' \u066b\u066c]*\d)?|[.,]\d+))(?P<after>[^\d]*)"
)
_SAME = str.maketrans("−–‐’‘`_\u00a0\u2009\u202f٪", "---'''    %", "\u200e\u200f\u061c")
"""Signs that people use for one another, and marks of direction, which say nothing."""
_SPACED = pattern(r"\d{1,3}(?:([' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_GROUPED = {
    ",": pattern(r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?"),
    ".": pattern(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
}
_EITHER = pattern(r"[1-9]\d{0,2}[.,]\d{3}")
_MOST_UNIT = 30


@frozen
class Amount:
    """A number with what stands around it."""

    readings: tuple[tuple[Decimals | None, Decimal], ...]
    """What it can be; with what it needs before decimals, or None where that does not matter. At most two."""
    unit: str
    """``%``, a currency or the word behind it; empty where there is none."""

    @property
    def shows(self) -> Decimals | None:
        """What the file writes before decimals, as far as this number alone tells it."""
        return self.readings[0][0] if len(self.readings) == 1 else None


@frozen
class Marks:
    """How the numbers of a file are written."""

    decimals: Decimals | None = None
    """None where nothing tells it."""
    because: str = ""
    """What tells it: ``as in 2,5 on line 4``; empty where nothing does."""
    chosen: bool = False
    """Whether the person said it."""
    guess: Decimals | None = None
    """What the file's language and delimiter suggest; good enough to read thousands by, not decimals."""


@lru_cache(maxsize=4_096)
def scan(text: str) -> Amount | None:
    """The number in a cell; None where it is none."""
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return None
    plain = unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME).strip().removeprefix("'")
    if not plain.isascii():
        plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in plain)
    found = _CELL.fullmatch(plain)
    if found is None or bool(found["negative"]) != plain.endswith(")"):
        return None
    after = found["after"].removesuffix(")") if found["negative"] else found["after"]
    factor, behind = _magnitude(after)
    before = found["before"].strip()
    if (before and not _is_currency(before)) or not _is_unit(behind) or (before and behind and before != behind):
        return None
    signs = [sign for sign in (found["negative"], found["sign"], found["late_sign"]) if sign]
    if len(signs) > 1:
        return None
    negative = bool(signs) and signs[0] in "(-"
    if len(found["core"]) > _MOST_DIGITS:
        return None
    readings = tuple((mark, _worth(digits, factor, negative)) for mark, digits in _readings(found["core"]))
    return Amount(readings, before or behind) if readings else None


def decide(cells: Iterable[tuple[int, str]], chosen: Decimals | None, guess: Decimals | None) -> Marks:
    """How the numbers of a file are written, from all of its cells.

    Args:
        cells: the cells of the columns that hold numbers, each with its line.
        chosen: what the person said, if anything.
        guess: what the file's language and delimiter suggest, if anything.
    """
    if chosen:
        return Marks(chosen, chosen=True)
    seen: dict[Decimals, str] = {}
    for line, text in cells:
        amount = scan(text)
        if amount and amount.shows:
            seen.setdefault(amount.shows, cell_on_line(text, line))
    if len(seen) == 1:
        ((decimals, where),) = seen.items()
        # for translators: why something was read so: "as in 2,5 on line 4"
        return Marks(decimals, tr("as in {where}", where=where))
    if not seen:
        return Marks(guess=guess)
    return Marks(None, both_ways(seen["comma"], seen["point"]))


def read_amount(text: str, marks: Marks) -> tuple[Decimal, str]:
    """The number in a cell, with its unit.

    Raises:
        ValueError: it is none, or could be two.
    """
    amount = scan(text)
    if amount is None:
        # for translators: said of a cell, which stands before it
        raise ValueError(tr("is no number; write it like 30, 1250 or 2.5"))
    if len(amount.readings) == 1:
        ((shows, value),) = amount.readings
        if marks.chosen and shows not in (None, marks.decimals):
            # for translators: said of a cell, which stands before it
            said = tr("does not go with {option}; write it as the other numbers", option=f"--decimal {marks.decimals}")
            raise ValueError(said)
        return check_amount(value), amount.unit
    values = dict(amount.readings)
    if marks.decimals:
        return check_amount(values[marks.decimals]), amount.unit
    thousands = max(values.values(), key=abs)
    if marks.guess and values[marks.guess] == thousands:
        return check_amount(thousands), amount.unit
    one, other = (f"{format_amount(value.normalize())} (--decimal {mark})" for mark, value in amount.readings)
    if marks.because:
        # for translators: said of a cell, which stands before it; {reason} is "this file has both … and …"
        raise ValueError(tr("could be two numbers, as {reason}; write them all in one way", reason=marks.because))
    # for translators: said of a cell, which stands before it: "could be 1,250 (--decimal point) or 1.25 (…); …"
    raise ValueError(tr("could be {one} or {other}; say which with that option", one=one, other=other))


def _readings(core: str) -> list[tuple[Decimals | None, str]]:
    """The digits of a number as Python reads them, for each way in which they can be meant."""
    if "\u066b" in core or "\u066c" in core:  # the Arabic marks mean one thing each
        western = core.replace("\u066c", "'").replace("\u066b", ".")
        return [] if set(core) & set(".,' ") else [(None, digits) for _, digits in _readings(western)[:1]]
    if any(mark in core for mark in "' "):
        if not _SPACED.fullmatch(core):
            return []
        core = re.sub("[' ]", "", core)
        mark = next((mark for mark in ".," if mark in core), "")
        return [(_name(mark), core.replace(",", "."))]
    if core.isdecimal():
        return [(None, core)]
    if _EITHER.fullmatch(core):
        return [("point", core.replace(",", "")), ("comma", core.replace(",", "."))] if "," in core else _dotted(core)
    for group, decimal in ((",", "."), (".", ",")):
        if _GROUPED[group].fullmatch(core):
            return [(_name(decimal), core.replace(group, "").replace(decimal, "."))]
    if core.count(".") + core.count(",") == 1:
        return [(_name(next(mark for mark in ".," if mark in core)), core.replace(",", "."))]
    return []


def _dotted(core: str) -> list[tuple[Decimals | None, str]]:
    return [("comma", core.replace(".", "")), ("point", core)]


def _name(mark: str) -> Decimals | None:
    return {",": "comma", ".": "point"}.get(mark)  # type: ignore[return-value]


def _worth(digits: str, factor: Decimal, negative: bool) -> Decimal:
    number = Decimal(digits)
    if factor != 1:
        number = Decimal(f"{(number * factor).normalize():f}")
    return -number if negative else number


def _magnitude(after: str) -> tuple[Decimal, str]:
    """What the words behind a number multiply it by, and what is left of them."""
    words = after.strip()
    if not words or words == "%":
        return Decimal(1), words
    for name, factor in vocabulary().magnitudes:
        exact = len(name) == 1
        if not (words.startswith(name) if exact else words.casefold().startswith(name.casefold())):
            continue
        rest = words[len(name) :]
        if not rest or not rest[0].isalpha() or _is_currency(rest.strip()):
            return factor, rest.strip()
    return Decimal(1), words


def _is_currency(text: str) -> bool:
    return all(unicodedata.category(char) == "Sc" for char in text) or text in vocabulary().currencies


def _is_unit(text: str) -> bool:
    """Whether this can stand behind a number: a sign, a currency or words."""
    if not text or text == "%" or _is_currency(text):
        return True
    return len(text) <= _MOST_UNIT and (text[0].isalpha() or text[0] == "%") and not set(text) & set("()/:;<>=+")
