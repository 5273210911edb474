"""Exact shares: held within their bounds, averaged, rounded."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from okrtui.i18n_forms import forms

_ZERO, _ONE = Fraction(0), Fraction(1)


def clamp(share: Fraction) -> Fraction:
    """The share held within 0 to 1."""
    return max(_ZERO, min(_ONE, share))


def percent(share: Fraction) -> int:
    """The share in whole per cent, halves away from zero: ``125``, ``-25``."""
    return whole(share * 100)


def format_share(share: Fraction) -> str:
    """The share as the language writes it: ``71 %``."""
    return forms().share.format(percent(share))


def mean(values: Iterable[tuple[Fraction, Fraction | Decimal | int | None]]) -> Fraction | None:
    """The weighted mean of the values that are there; None where no weight is left."""
    known = [(weight, Fraction(value)) for weight, value in values if value is not None]
    total = sum((weight for weight, _ in known), _ZERO)
    return sum((weight * value for weight, value in known), _ZERO) / total if total else None


def whole(number: Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    nearest = int(abs(number) + Fraction(1, 2))
    return nearest if number >= 0 else -nearest


def rounded(number: Fraction, places: int) -> Decimal:
    """The number with so many decimals, halves away from zero, whatever the decimal context holds."""
    digits = whole(number * 10**places)
    return Decimal((int(digits < 0), tuple(map(int, str(abs(digits)))), -places))
