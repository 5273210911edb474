"""Decimal amounts, exact as typed: ``0.1`` stays ``0.1`` and 1250 reads as ``1,250``.

They are written and read as in the language that is spoken; the examples here are English.
"""

import unicodedata
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

from okrtui.i18n import Code, spoken, tr, tr_n
from okrtui.i18n_forms import FORMS, Forms, forms
from okrtui.patterns import pattern

MAX_DIGITS = 15
"""The most digits an amount may have; what spreadsheets and people can still compare exactly."""

_GROUPED = pattern(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_DOTS = pattern(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_EITHER_WAY = pattern(r"([+-]?[1-9]\d{0,2})\.(\d{3})")
_SPACED = pattern(r"(?<=\d)[ _'’\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_SIGNS = str.maketrans({"−": "-", "٫": ".", "٬": ","})
_PLAIN = pattern(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)")
_IN_WORDS = pattern(r"[^\d.,+-]*+[+-]?[\d.,\s_'’]*\d[^\d]*")
_RANGE = pattern(r"(\d{1,2}) ?[-‐–—~〜] ?(\d{1,2})")
_MAGNITUDE = {"k": Decimal(1_000), "m": Decimal(1_000_000)}
_SAME_UNITS = (
    {"€", "eur", "euro", "euros", "ユーロ", "유로", "يورو"},
    {"$", "us$", "usd", "dollar", "dollars", "us-dollar", "ドル", "달러", "دولار"},
    {"£", "gbp", "pound", "pounds", "pfund", "livre", "livres", "ポンド", "파운드", "جنيه"},
    {"¥", "jpy", "yen", "円", "엔", "ين"},
    {"₩", "krw", "won", "ウォン", "원", "وون"},
    {"chf", "fr.", "franken", "franc", "francs"},
    {"%", "percent", "per cent", "prozent", "pour cent", "パーセント", "퍼센트", "بالمئة"},
)
"""What people write for one another beside a number, in lower case."""
_EXACT = Context(prec=100, rounding=ROUND_HALF_UP)


class UnitTypedError(ValueError):
    """A number was typed with more beside it, such as its unit, which has a field of its own."""


class EitherWayError(ValueError):
    """A number was typed that could be either of two: ``1.250``."""


def check_amount(value: Decimal) -> Decimal:
    """The value itself, when a plan can hold it.

    Raises:
        ValueError: it is not finite or has more than 15 digits.
    """
    if not value.is_finite():
        raise ValueError(tr("is not a number that can be counted"))
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    assert isinstance(exponent, int)
    if max(len(digits) + max(exponent, 0), -exponent) > MAX_DIGITS:
        raise ValueError(tr_n("has more than {n} digit", "has more than {n} digits", MAX_DIGITS))
    return abs(value) if value.is_zero() else value


def parse_amount(text: str, code: Code | None = None) -> Decimal:
    """The number that a person typed: ``1250``, ``1,250``, ``1 250``, ``2.5``, ``2,5``, ``10k``, ``٥٠``.

    Where the language writes a decimal comma, ``1,250`` is a little more than one; where it groups with dots, ``1.250``
    is a thousand and more, and ``2.5`` is two and a half in each.

    Args:
        text: what was typed.
        code: the language that it is written in; None for the one that is spoken.

    Raises:
        EitherWayError: it could be two; the message says what to write instead.
        ValueError: it is no number; the message says what to write instead.
    """
    plain = "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in unicodedata.normalize("NFKC", text.strip().translate(_SIGNS))
    )
    factor = _MAGNITUDE.get(plain[-1:].lower(), Decimal(1))
    typed, own = _SPACED.sub("", plain[:-1].rstrip() if factor != 1 else plain), FORMS[code or spoken()]
    if (either := _EITHER_WAY.fullmatch(typed)) and own.thousands != ".":
        raise _ambiguous(either[1], either[2], plain[-1] if factor != 1 else "")
    digits = _with_point(typed, own)
    if not _PLAIN.fullmatch(digits):
        if _IN_WORDS.fullmatch(plain) and any(map(_is_of_a_unit, plain)):
            raise _not_alone(plain)
        grouped, decimal = format_amount(Decimal(1250)), format_amount(Decimal("2.5"))
        raise ValueError(tr("is no number; write it like 30, {grouped} or {decimal}", grouped=grouped, decimal=decimal))
    number = Decimal(digits)
    if factor != 1:
        number = Decimal(f"{(number * factor).normalize():f}")
    return check_amount(number)


def parse_tenths(text: str, read: Callable[[str], Decimal] = parse_amount) -> int:
    """The confidence that a person typed, from 0 to 10: ``6``, ``6/10``, ``60 %``, ``6割``.

    Args:
        text: what was typed.
        read: how a number is read.

    Raises:
        ValueError: it is none, or a range; the message says what to write instead.
    """
    plain = unicodedata.normalize("NFKC", text).replace("٪", "%").strip()
    share = plain.removesuffix("%")
    number = share.removesuffix("/10").removesuffix("割").rstrip()
    try:
        amount = read(number) / (1 if share == plain else 10)
    except ValueError:
        amount = Decimal(-1)
    if amount == amount.to_integral_value() and 0 <= amount <= 10:
        return int(amount)
    if (ends := _RANGE.fullmatch(number)) and (first := int(ends[1])) < (last := int(ends[2])) <= 10:
        # for translators: goes on behind what was typed: "5-6" is a range
        raise ValueError(tr("is a range; pick one: {first} or {last}", first=first, last=last))
    raise ValueError(tr("is no whole number from 0 to 10"))


def without_unit(text: str, unit: str) -> str:
    """The text without the unit beside its number, which many write there: ``45 %``; a text with another as it is.

    A currency may be written as a sign or as a word, also where the unit says more: ``98 euro`` for *€ per lead*. Of
    other units a word or its beginning will do: ``38 customers`` for *lost customers*, ``36h`` for *hours*.
    """
    plain, own = (unicodedata.normalize("NFKC", each).replace("٪", "%").strip().casefold() for each in (text, unit))
    same = {name for names in _SAME_UNITS if own.split()[:1] and own.split()[0] in names for name in names}
    for name in sorted(same | {own}, key=len, reverse=True):
        if name and not name[0].isdecimal() and plain.endswith(name):
            return plain[: -len(name)].rstrip() or text
        if name in same and plain.startswith(name):
            return plain[len(name) :].lstrip() or text
    behind = plain[max((at for at, char in enumerate(plain, 1) if char.isdecimal()), default=0) :].strip()
    is_of_it = behind and behind not in _MAGNITUDE and any(word.startswith(behind) for word in own.split())
    return plain.removesuffix(behind).rstrip() or text if is_of_it else text


def format_amount(value: Decimal) -> str:
    """The amount with thousands separators and exactly the decimals that were typed: ``1,250``, ``2.50``.

    :func:`parse_amount` reads it back as the same amount.
    """
    return amount_in(spoken(), value)


def amount_in(code: Code, value: Decimal) -> str:
    """The amount as a language writes it that need not be the one that is spoken."""
    return _written(f"{value:,f}", code)


def with_unit(amount: str, unit: str) -> str:
    """An amount with its unit: ``30 MQLs``; an East Asian counter stands right behind its number: ``30件``."""
    if unit == "%":
        return forms().share.format(amount)
    gap = "" if unit and unicodedata.east_asian_width(unit[0]) in "WF" else " "
    return f"{amount}{gap}{unit}".rstrip()


def format_trimmed(value: Decimal) -> str:
    """The amount without zeros at the end of its decimals: ``2.5`` for 2.50."""
    text = f"{value:,f}"
    return _written(text.rstrip("0").rstrip(".") if "." in text else text, spoken())


def format_count(number: int) -> str:
    """A whole number with thousands separators: ``1,250``."""
    return _written(f"{number:,}", spoken())


def format_short(value: Decimal, width: int) -> str:
    """The amount in at most ``width`` letters where that can be: ``1,250``, else ``18.4k``, ``1.2M``, ``0.035``.

    A letter may be two columns wide: ``1.8万``. What is not zero never reads as zero: the smallest amounts read
    ``1e-7``.
    """
    return _written(_short(value, width, forms()), spoken())


def _written(english: str, code: Code) -> str:
    """A number that is written as in English, with the separators of the language."""
    own = FORMS[code]
    if own.decimal == ".":
        return english
    return english.translate({ord("."): own.decimal, ord(","): own.thousands})


def _with_point(digits: str, own: Forms) -> str:
    """The digits with a point before their decimals and nothing between groups, as the language means them."""
    if own.thousands == "." and _GROUPED_BY_DOTS.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    is_grouped = _GROUPED.fullmatch(digits) is not None
    if digits.count(",") == 1 and "." not in digits and (own.decimal == "," or not is_grouped):
        return digits.replace(",", ".")  # 2,5 as most of Europe writes it
    return digits.replace(",", "") if is_grouped else digits


def _short(value: Decimal, width: int, own: Forms) -> str:
    full = f"{value:,f}"
    if len(full) <= width:
        return full
    if abs(value) < 1:
        return _short_share(value, width)
    for places in (1, 0):
        fewer = f"{_rounded(value, places, 0):,f}".removesuffix(".0")
        if len(fewer) <= width:
            return fewer
    for times, suffix in enumerate(("", *own.magnitudes)):
        zeros = own.left_out * times
        whole = _rounded(value, 0, zeros)
        if abs(whole) < 10**own.left_out:
            exact = f"{_rounded(value, 1, zeros):,f}".removesuffix(".0") + suffix
            return exact if len(exact) <= width else f"{whole:,f}{suffix}"
    return f"{whole:,f}{suffix}"


def _short_share(value: Decimal, width: int) -> str:
    """An amount between -1 and 1, other than 0, with as many decimals as fit."""
    for places in range(width - 2 - (value < 0), 0, -1):
        if short := _rounded(value, places, 0):
            return f"{short:f}".rstrip("0").rstrip(".")
    return f"{value:.0e}" if value else "0"


def _rounded(value: Decimal, places: int, zeros: int) -> Decimal:
    """The amount without so many of its digits, with so many decimals, halves away from zero."""
    return _EXACT.quantize(_EXACT.scaleb(value, -zeros), Decimal(1).scaleb(-places))


def _ambiguous(whole: str, decimals: str, factor: str) -> EitherWayError:
    """The error for ``1.250``, which is a thousand and more in half of Europe; with ways to write it that are not."""
    sign, code = whole.removeprefix("+"), spoken()
    exact = f"{sign}.{decimals}".rstrip("0").rstrip(".")
    unmistakable = f"{exact}0" if decimals[-1] != "0" else exact
    return EitherWayError(
        # for translators: a number that somebody typed could be either of two; both are written in another way, too
        tr(
            "could be {one} or {other}; write {plain_one} or {plain_other}",
            one=f"{_written(f'{sign},{decimals}', code)}{factor}",
            other=f"{_written(exact, code)}{factor}",
            plain_one=f"{sign}{decimals}{factor}",
            plain_other=f"{_written(unmistakable, code)}{factor}",
        )
    )


def _not_alone(plain: str) -> UnitTypedError:
    """The error for ``20 MQLs``, and for ``about 20``, in which no unit is to be seen."""
    behind = plain[max(at for at, char in enumerate(plain, 1) if char.isdecimal()) :].strip()
    is_counted = any(map(_is_of_a_unit, behind)) and behind.lower() not in _MAGNITUDE
    if is_counted or any(unicodedata.category(char) == "Sc" for char in plain):
        return UnitTypedError(tr("has more in it than the number; the unit has a field of its own"))
    return UnitTypedError(tr("has more in it than the number; write that alone"))


def _is_of_a_unit(char: str) -> bool:
    return char.isalpha() or char in "%٪~" or unicodedata.category(char) == "Sc"
