"""Decimal amounts, exact as typed: ``0.1`` stays ``0.1`` and 1250 reads as ``1,250``."""

import re
import unicodedata
from decimal import Decimal

MAX_DIGITS = 15
"""The most digits an amount may have; what spreadsheets and people can still compare exactly."""

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SPACED = re.compile(r"(?<=\d)[ _'’\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)")
_MAGNITUDE = {"k": Decimal(1_000), "m": Decimal(1_000_000)}


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
        ValueError: it is no number; the message says what to write instead.
    """
    plain = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", text.strip().replace("−", "-").replace("٫", "."))
    )
    if plain.endswith(("%", "٪")):
        raise ValueError("write the number alone; the unit has a field of its own")
    factor = _MAGNITUDE.get(plain[-1:].lower(), Decimal(1))
    digits = _SPACED.sub("", plain[:-1].rstrip() if factor != 1 else plain)
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")  # 2,5 as most of Europe writes it
    if not _PLAIN.fullmatch(digits):
        raise ValueError("is no number; write it like 30, 1,250 or 2.5")
    number = Decimal(digits)
    if factor != 1:
        number = Decimal(f"{(number * factor).normalize():f}")
    return check_amount(number)


def format_amount(value: Decimal) -> str:
    """The amount with thousands separators and exactly the decimals that were typed: ``1,250``, ``2.50``."""
    return f"{value:,f}"


def format_short(value: Decimal, width: int) -> str:
    """The amount in at most ``width`` columns where that can be: ``1,250``, else ``18.4k``, else ``1.2M``."""
    full = format_amount(value)
    if len(full) <= width:
        return full
    for size, suffix in ((Decimal(1_000_000), "M"), (Decimal(1_000), "k")):
        if abs(value) >= size:
            for places in ("0.1", "1"):
                short = f"{value / size:.{1 if places == '0.1' else 0}f}".removesuffix(".0") + suffix
                if len(short) <= width:
                    return short
            return short
    return f"{value:.1f}"
