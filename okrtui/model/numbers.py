"""Decimal amounts, exact as typed: ``0.1`` stays ``0.1`` and 1250 reads as ``1,250``."""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal

MAX_DIGITS = 15
"""The most digits an amount may have; what spreadsheets and people can still compare exactly."""

_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_EITHER_WAY = re.compile(r"([+-]?[1-9]\d{0,2})\.(\d{3})")
_SPACED = re.compile(r"(?<=\d)[ _'’\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)")
_IN_WORDS = re.compile(r"[^\d.,+-]*+[+-]?[\d.,\s_'’]*\d[^\d]*")
_MAGNITUDE = {"k": Decimal(1_000), "m": Decimal(1_000_000)}
_SUFFIXES = ("", "k", "M", "B", "T")
"""What stands for each three digits that are left out."""
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)


def check_amount(value: Decimal) -> Decimal:
    """The value itself, when a plan can hold it.

    Raises:
        ValueError: it is not finite or has more than 15 digits.
    """
    if not value.is_finite():
        raise ValueError("is not a number that can be counted")
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    assert isinstance(exponent, int)
    if max(len(digits) + max(exponent, 0), -exponent) > MAX_DIGITS:
        raise ValueError(f"has more than {MAX_DIGITS} digits")
    return abs(value) if value.is_zero() else value


def parse_amount(text: str) -> Decimal:
    """The number that a person typed: ``1250``, ``1,250``, ``1 250``, ``2.5``, ``2,5``, ``10k``, ``٥٠``.

    Raises:
        ValueError: it is no number, or could be two; the message says what to write instead.
    """
    plain = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", text.strip().replace("−", "-").replace("٫", "."))
    )
    factor = _MAGNITUDE.get(plain[-1:].lower(), Decimal(1))
    digits = _SPACED.sub("", plain[:-1].rstrip() if factor != 1 else plain)
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")  # 2,5 as most of Europe writes it
    elif either := _EITHER_WAY.fullmatch(digits):
        raise _ambiguous(either[1], either[2], plain[-1] if factor != 1 else "")
    if not _PLAIN.fullmatch(digits):
        if _IN_WORDS.fullmatch(plain) and any(map(_is_of_a_unit, plain)):
            raise ValueError("write the number alone; the unit has a field of its own")
        raise ValueError("is no number; write it like 30, 1,250 or 2.5")
    number = Decimal(digits)
    if factor != 1:
        number = Decimal(f"{(number * factor).normalize():f}")
    return check_amount(number)


def format_amount(value: Decimal) -> str:
    """The amount with thousands separators and exactly the decimals that were typed: ``1,250``, ``2.50``."""
    return f"{value:,f}"


def format_short(value: Decimal, width: int) -> str:
    """The amount in at most ``width`` columns where that can be: ``1,250``, else ``18.4k``, ``1.2M``, ``0.035``.

    What is not zero never reads as zero: the smallest amounts read ``1e-7``.
    """
    full = format_amount(value)
    if len(full) <= width:
        return full
    if abs(value) < 1:
        return _short_share(value, width)
    for places in (1, 0):
        fewer = f"{_rounded(value, places, 0):,f}".removesuffix(".0")
        if len(fewer) <= width:
            return fewer
    for power, suffix in enumerate(_SUFFIXES):
        whole = _rounded(value, 0, power)
        if abs(whole) < 1_000:
            exact = f"{_rounded(value, 1, power)}".removesuffix(".0") + suffix
            return exact if len(exact) <= width else f"{whole}{suffix}"
    return f"{whole}{suffix}"


def _short_share(value: Decimal, width: int) -> str:
    """An amount between -1 and 1, other than 0, with as many decimals as fit."""
    for places in range(width - 2 - (value < 0), 0, -1):
        if short := _rounded(value, places, 0):
            return f"{short:f}".rstrip("0").rstrip(".")
    return f"{value:.0e}" if value else "0"


def _rounded(value: Decimal, places: int, power: int) -> Decimal:
    """The amount in so many thousands of thousands, with so many decimals, halves away from zero."""
    return _EXACT.quantize(_EXACT.scaleb(value, -3 * power), Decimal(1).scaleb(-places))


def _ambiguous(whole: str, decimals: str, factor: str) -> ValueError:
    """The error for ``1.250``, which is a thousand and more in half of Europe; with ways to write it that are not."""
    sign = whole.removeprefix("+")
    exact = f"{sign}.{decimals}".rstrip("0").rstrip(".")
    unmistakable = f"{exact}0" if decimals[-1] != "0" else exact
    return ValueError(
        f"could be {sign},{decimals}{factor} or {exact}{factor}; "
        f"write {sign}{decimals}{factor} or {unmistakable}{factor}"
    )


def _is_of_a_unit(char: str) -> bool:
    return char.isalpha() or char in "%٪~" or unicodedata.category(char) == "Sc"
