"""Every quantity in a sentence, as a typed span: the one scanner that the rules on numbers ask.

From left to right, the longest match wins; of equal ones names come before dates, dates before numbers.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from okrtui.coach.deadlines import read_date, read_year
from okrtui.coach.folding import Folded
from okrtui.coach.lexicon import Lexicon
from okrtui.coach.numerals import Numeral, read_number

Type = Literal[
    "count",
    "money",
    "duration",
    "limit",
    "percentage",
    "factor",
    "fraction",
    "date",
    "ordinal",
    "rank",
    "name",
    "placeholder",
    "vague",
]
"""What a quantity is. A *duration* is measured; a *limit* is a time of hours or less within which something
happens; a longer one is a *date*, as are periods and deadlines."""

MEASURES: frozenset[Type] = frozenset({"count", "money", "duration", "limit"})
"""What a key result can be measured by."""

SHARES: frozenset[Type] = frozenset({"percentage", "factor", "fraction"})
"""What only compares."""

_PLACEHOLDER = re.compile(
    r"\[[^\]\[]{0,20}\]|<[^<>]{1,20}>|\{[^{}]{0,20}\}|_{2,}|\?{2,}|#{2,}|(?<![A-Za-z])(?:X{2,}|N{2,}|TBD)(?![a-zA-Z])"
    r"|[○〇●◯]{2,}|(?<![A-Za-z])[XN](?= ?%)"
)
_NAME = re.compile(r"[a-z]+(?:[-/.&]?\d+[\w]*)+(?:[.-]\d+)*|\d+[a-z]\w*|\d+(?:[-/]\d+){2,}|\d+:\d+|\d{1,3}°")
_VERSION = re.compile(r"[A-Z]\w+ \d{1,2}\.0(?![\d%])")
_SPAN_NAME = re.compile(r"-[a-zäöüß][\w-]*")
_FACTOR = re.compile(r"x ?\d{1,2}(?:[.,]\d+)?(?!\w)|\d+(?:[.,]\d+)? ?[x×](?!\w)|×\d+")
_RATIO = re.compile(r"(\d{1,3})[/⁄](\d{1,3})(?![/\d])")
_DASHED = re.compile(r" ?[-~] ?(?=\d)")
_SIGNED = "+-±~<>≥≤≈"


@dataclass(frozen=True)
class Quantity:
    """A quantity and where it stands."""

    type: Type
    start: int
    """First character in the folded sentence."""
    end: int
    """The one past the last."""
    value: Decimal | None = None
    """How much, in its unit; None where it says no amount."""
    day: tuple[int | None, int, int] | None = None
    """Of a date that is one day: year where given, month, day of the month."""
    small: bool = False
    """A number word that hardly counts: *one*, or *the two*."""
    number_end: int = 0
    """Where the number itself ends and its unit begins."""
    own_unit: bool = True
    """Whether the type was told by words of its own, rather than taken for a count."""


def scan(folded: Folded, words: Lexicon, starts: list[int]) -> tuple[Quantity, ...]:
    """The quantities in the order in which they stand; they do not overlap."""
    found: list[Quantity] = []
    past = 0
    for at in starts:
        if at < past:
            continue
        best = _longest(folded, at, words)
        if best:
            past = best.end
            found.append(best)
    return tuple(_alike(found, folded, words))


def _longest(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    best: Quantity | None = None
    for read in (_read_placeholder, _read_name, _read_whole, _read_date, _read_led, _read_year, _read_amount):
        quantity = read(folded, at, words)
        if quantity and (best is None or quantity.end > best.end):
            best = quantity
    return best


def _read_placeholder(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    found = _PLACEHOLDER.match(folded.cased, at)
    if found is None:
        return None
    unit = words.after.match(folded, _past_space(folded.text, found.end()))
    if unit and unit[1] in {"percentage", "factor"}:
        return _typed(unit[1], at, unit[0])
    return Quantity("placeholder", at, found.end())


def _read_name(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    if found := _FACTOR.match(folded.text, at):
        digits = "".join(char for char in found[0].replace(",", ".") if char.isdecimal() or char == ".")
        counted = words.after.match(folded, found.end() - 1)
        if counted and counted[1] == "count":
            return Quantity("count", at, counted[0], Decimal(digits))
        return Quantity("factor", at, found.end(), Decimal(digits))
    found = _VERSION.match(folded.cased, at) or _NAME.match(folded.text, at)
    if found is None or words.before.match(folded, at) or not folded.is_start(found.end()):
        return None
    if folded.text[at].isdecimal() and _has_unit(folded, at, words):
        return None
    return Quantity("name", at, found.end())


def _has_unit(folded: Folded, at: int, words: Lexicon) -> bool:
    number = read_number(folded, at, words)
    return number is not None and (folded.is_start(number.end) or words.after.match(folded, number.end) is not None)


def _read_whole(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    matched = words.whole.match(folded, at)
    if matched is None:
        return None
    end, (kind, amount) = matched
    return _typed(kind, at, end, amount)


def _read_date(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    date = read_date(folded, at, words)
    return Quantity("date", at, date.end, day=date.day) if date else None


def _read_year(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    """A year; what is taken for a count must be longer."""
    year = read_year(folded.text, at) if folded.text[at].isdecimal() else None
    amount = _read_amount(folded, at, words) if year else None
    if year is None or (amount and amount.own_unit):
        return None
    return Quantity("date", at, year.end)


def _read_led(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    """A number that the word before it makes something of: top 3, € 500, within 2 days."""
    lead = words.before.match(folded, at)
    if lead is None:
        return None
    here = _past_space(folded.text, lead[0])
    if here >= len(folded.text):
        return None
    number = read_number(folded, here, words)
    if number is None:
        return None
    kind = lead[1]
    if kind == "period":
        amount = _read_amount(folded, here, words)
        if amount is None or amount.type not in {"duration", "limit"}:
            return None
        return replace(amount, start=at, type="limit" if _is_clock(folded, amount, words) else "date")
    end = number.end
    unit = words.after.match(folded, _past_space(folded.text, end))
    if unit and unit[1] in {"money", "percentage"} and kind in {"money", "percentage"}:
        end = unit[0]
    return _typed(kind, at, end, number.value, number_end=number.end)


def _read_amount(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    """A number with the unit behind it, if it has one."""
    text = folded.text
    if at and text[at - 1] in ".,'" and at > 1 and text[at - 2].isdecimal():
        return None
    number = read_number(folded, at, words)
    if number is None:
        return None
    if ratio := _read_ratio(folded, at, number, words):
        return ratio
    dashed = _DASHED.match(text, number.end)
    if dashed and (second := read_number(folded, dashed.end(), words)):
        number = Numeral(second.end, second.value, second.in_words, second.decimals)
    return _with_unit(folded, at, number, words)


def _with_unit(folded: Folded, at: int, number: Numeral, words: Lexicon) -> Quantity | None:
    text, end = folded.text, number.end
    unit = words.after.match(folded, end) or words.after.match(folded, _past_space(text, end))
    small = number.in_words and (number.value <= 1 or _is_definite(folded, at, words))
    if unit is None:
        if named := _SPAN_NAME.match(text, end):
            return Quantity("name", at, named.end())
        if not number.in_words and text[end : end + 1].isalpha() and not folded.is_start(end):
            return None
        return Quantity("count", at, end, number.value, small=small, number_end=end, own_unit=False)
    kind = unit[1]
    followed = words.follow.match(folded, unit[0]) or words.follow.match(folded, _past_space(text, unit[0]))
    if followed and kind in {"duration", "clock"}:
        if followed[1] == "name":
            return Quantity("name", at, followed[0])
        return _typed("limit" if kind == "clock" else "date", at, followed[0], number.value, number_end=end)
    if kind in {"duration", "clock"}:
        if text[end : end + 1] == "-":
            named = _SPAN_NAME.match(text, end)
            return Quantity("date", at, named.end() if named else unit[0])
        kind = "duration"
    return Quantity(_type(kind), at, unit[0], number.value, small=small and kind == "count", number_end=end)


def _read_ratio(folded: Folded, at: int, number: Numeral, words: Lexicon) -> Quantity | None:
    """So many of so many: 1/2, 9 out of 10, 10人中9人, 3分の1. A mark with decimals is a count: 4.5 of 5."""
    if found := _RATIO.match(folded.text, at):
        first, second = int(found[1]), int(found[2])
        if 0 < first < second:
            return Quantity("fraction", at, found.end(), Decimal(first) / second)
    unit = words.after.match(folded, _past_space(folded.text, number.end))
    for end in (number.end, unit[0] if unit else number.end):
        link = words.after.match(folded, end) or words.after.match(folded, _past_space(folded.text, end))
        if link and link[1] == "fraction":
            second_number = (
                read_number(folded, here, words)
                if (here := _past_space(folded.text, link[0])) < len(folded.text)
                else None
            )
            if second_number is None:
                return Quantity("fraction", at, link[0])
            if number.decimals or second_number.value > 100:
                return Quantity("count", at, second_number.end, number.value, number_end=number.end)
            return Quantity("fraction", at, second_number.end)
    return None


def _is_definite(folded: Folded, at: int, words: Lexicon) -> bool:
    """Whether the word before the number only points at what is known: the two brands."""
    before = folded.text.rfind(" ", 0, max(0, at - 1)) + 1
    matched = words.change["definite"].match(folded, before)
    return matched is not None and _past_space(folded.text, matched[0]) == at


def _is_clock(folded: Folded, amount: Quantity, words: Lexicon) -> bool:
    unit = words.after.match(folded, _past_space(folded.text, amount.number_end))
    return amount.type == "limit" or (unit is not None and unit[1] == "clock")


def _alike(found: list[Quantity], folded: Folded, words: Lexicon) -> list[Quantity]:
    """Two numbers of one change are of one type: from 20 to 30 %."""
    for i in range(len(found) - 1):
        first, second = found[i], found[i + 1]
        if "count" not in {first.type, second.type} or not _is_linked(folded, first.end, second.start, words):
            continue
        if first.type == "count" and not first.own_unit and second.type in {"percentage", "money", "duration"}:
            found[i] = replace(first, type=second.type)
        elif second.type == "count" and first.type in {"percentage", "money", "duration"} and _is_bare(folded, second):
            found[i + 1] = replace(second, type=first.type)
        elif first.type == "date" and first.day is None and folded.text[first.start : first.end].isdecimal():
            found[i] = replace(first, type="count", value=Decimal(folded.text[first.start : first.end]))
    return found


def _is_bare(folded: Folded, quantity: Quantity) -> bool:
    """Whether nothing stands behind the number that it could count."""
    behind = _past_space(folded.text, quantity.end)
    return not quantity.own_unit and not folded.text[behind : behind + 1].isalpha()


def _is_linked(folded: Folded, start: int, end: int, words: Lexicon) -> bool:
    here = _past_space(folded.text, start)
    matched = words.change["links"].match(folded, here)
    return matched is not None and _past_space(folded.text, matched[0]) == end


def _typed(kind: str, start: int, end: int, value: Decimal | None = None, number_end: int = 0) -> Quantity:
    return Quantity(_type(kind), start, end, value, number_end=number_end)


def _type(kind: str) -> Type:
    return "date" if kind == "period" else "duration" if kind == "clock" else kind  # type: ignore[return-value]


def _past_space(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at
