"""Every quantity in a sentence, as a typed span: the one scanner that the rules on numbers ask.

From left to right, the longest match wins; of equal ones names come before dates, dates before numbers.
"""

from decimal import Decimal
from typing import Literal

from okrtui.coach.deadlines import past_weekday, read_date, read_year
from okrtui.coach.folding import Folded
from okrtui.coach.lexicon import Lexicon
from okrtui.coach.numerals import Numeral, read_number
from okrtui.coach.phrases import Phrases
from okrtui.frozen import frozen, replace
from okrtui.patterns import pattern

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

_PLACEHOLDER = pattern(
    r"\[[^\]\[]{0,20}\]|<[^<>]{1,20}>|\{[^{}]{0,20}\}|_{2,}|\?{2,}|#{2,}|(?<![A-Za-z])(?:X{2,}|N{2,}|TBD)(?![a-zA-Z])"
    r"|[○〇●◯]{2,}|(?<![A-Za-z])[XN](?= ?%)"
)
_W = "[a-z0-9\u00df-\u024f]"
_NAME = pattern(rf"[a-z]+(?:[-/.&]?\d+{_W}*)+(?:[.-]\d+)*|\d+[a-z]{_W}*|\d+(?:[-/]\d+){{2,}}|\d+:\d+|\d{{1,3}}°")
_VERSION = pattern(r"[A-Z]\w+ \d{1,2}\.0(?![\d%])")
_SPAN_NAME = pattern(rf"-[a-z\u00df-\u024f](?:{_W}|-)*")
_FACTOR = pattern(rf"x ?\d{{1,2}}(?:[.,]\d+)?(?!{_W})|\d+(?:[.,]\d+)? ?[x×](?!{_W})|×\d+")
_RATIO = pattern(r"(\d{1,3})[/⁄](\d{1,3})(?![/\d])")
_DASHED = pattern(r" ?[-~] ?(?=\d)")
_COUNTED = frozenset({"count", "noun", "times", "duration", "clock"})
"""Units that may stand before the link of a ratio."""

_MOST_BETWEEN = 3
"""How many words may stand between the two numbers of a ratio."""


@frozen
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
    """Of a date: year where given, month, day of the month, ``LAST_DAY`` or ``WHOLE_MONTH``."""
    slashed: tuple[int | None, int, int] | None = None
    """Of a date such as 15/3: year where given, day and month as they stand."""
    week: tuple[int | None, int] | None = None
    """Of a calendar week: year where given, number."""
    small: bool = False
    """A number word that hardly counts: *one*, or *the two*."""
    number_end: int = 0
    """Where the number itself ends and its unit begins."""
    in_words: bool = False
    """Whether the number is written in words."""
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
    for read in (_read_placeholder, _read_whole, _read_date, _read_name, _read_led, _read_year, _read_amount):
        quantity = read(folded, at, words)
        if quantity and (best is None or (quantity.end > best.end and not _is_in_name(quantity, best))):
            best = quantity
    return best


def _is_in_name(quantity: Quantity, best: Quantity) -> bool:
    """Whether what looks like a number word is only the beginning of a word: 구조 is no 구 조."""
    return best.type == "name" and quantity.in_words and best.end >= quantity.number_end


def _read_placeholder(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    found = _PLACEHOLDER.match(folded.cased, at)
    if found is None:
        return None
    unit = _unit(folded, found.end(), words)
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
    if words.glued and folded.text[at].isalpha() and folded.text[found.end() - 1].isdecimal():
        unit = words.after.match(folded, found.end())
        if unit and unit[1] not in {"ordinal", "noun"}:
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
    if kind in SHARES and (named := _SPAN_NAME.match(folded.text, end)):
        return Quantity("name", at, named.end())  # half-finished
    return replace(_typed(kind, at, end, amount), small=kind == "count" and _is_definite(folded, at, words))


def _read_date(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    date = read_date(folded, at, words)
    if date is None:
        return None
    end = past_weekday(folded.text, date.end, words) if date.day or date.slashed else date.end
    return Quantity("date", at, end, day=date.day, slashed=date.slashed, week=date.week)


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
    kind = lead[1]
    whole = words.whole.match(folded, here) if kind == "period" else None
    if whole and whole[1][0] in {"duration", "clock"}:
        return _typed("limit" if whole[1][0] == "clock" else "date", at, whole[0], whole[1][1])
    number = read_number(folded, here, words)
    if number is None:
        return None
    if kind == "factor_after_verb":
        if not _stands_before(folded, at, words.change["multiply"]):
            return None
        kind = "factor"
    if kind == "period":
        amount = _read_amount(folded, here, words)
        if amount is None or amount.type not in {"duration", "limit"}:
            return None
        return replace(amount, start=at, type="limit" if _is_clock(folded, amount, words) else "date")
    unit = _unit(folded, number.end, words)
    if kind == "name" and unit and unit[1] not in {"name", "noun", "ordinal", "date", "rank"}:
        return None
    if unit and unit[1] == "percentage":
        return _typed("percentage", at, unit[0], number.value, number_end=number.end)
    dashed = _DASHED.match(folded.text, number.end)
    if dashed and (second := read_number(folded, dashed.end(), words)):
        number, unit = second, _unit(folded, second.end, words)
    end = unit[0] if unit and unit[1] == kind == "money" else number.end
    return _typed(kind, at, end, number.value, number_end=number.end)


def _read_amount(folded: Folded, at: int, words: Lexicon) -> Quantity | None:
    """A number with the unit behind it, if it has one."""
    text = folded.text
    if at and text[at - 1] in ".,'" and at > 1 and text[at - 2].isdecimal():
        return None
    number = read_number(folded, at, words) or _read_article(folded, at, words)
    if number is None:
        return None
    if ratio := _read_ratio(folded, at, number, words):
        return ratio
    if number.in_words and text[at : number.end] in words.articles:
        return None
    dashed = _DASHED.match(text, number.end)
    if dashed and (second := read_number(folded, dashed.end(), words)):
        number = Numeral(second.end, second.value, second.in_words, second.decimals)
    return _with_unit(folded, at, number, words)


def _read_article(folded: Folded, at: int, words: Lexicon) -> Numeral | None:
    """An article as the first number of a ratio: un visiteur sur deux."""
    end = folded.text.find(" ", at)
    return Numeral(end, Decimal(1), in_words=True) if end >= 0 and folded.text[at:end] in words.articles else None


def _with_unit(folded: Folded, at: int, number: Numeral, words: Lexicon) -> Quantity | None:
    text, end = folded.text, number.end
    unit = _unit(folded, end, words)
    if unit and unit[1] == "ordinal" and number.decimals:
        unit = None  # 15.12. is a day; only 15. is an ordinal
    small = number.in_words and (number.value <= 1 or _is_definite(folded, at, words))
    if unit is None:
        if named := _SPAN_NAME.match(text, end):
            return Quantity("name", at, named.end())
        if not number.in_words and text[end : end + 1].isalpha() and not folded.is_start(end):
            return None
        return Quantity(
            "count", at, end, number.value, small=small, number_end=end, in_words=number.in_words, own_unit=False
        )
    kind = _counted(unit[1], folded, at, words)
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
    return Quantity(
        _type(kind),
        at,
        unit[0],
        number.value,
        small=small and kind == "count",
        number_end=end,
        in_words=number.in_words,
    )


def _counted(kind: str, folded: Folded, at: int, words: Lexicon) -> str:
    """What a unit makes of a number, where that hangs on the sentence: three times is a factor behind *increase*."""
    if kind == "points":
        return "count" if _stands_before(folded, at, words.scales) else "percentage"
    if kind == "times":
        grows = any(_stands_before(folded, at, words.change[way]) for way in ("up", "down"))
        return "factor" if grows else "count"
    return "count" if kind == "noun" else kind


def _read_ratio(folded: Folded, at: int, number: Numeral, words: Lexicon) -> Quantity | None:
    """So many of so many: 1/2, 9 out of 10, 10人中9人, 3分の1. A mark is a count: 4.5 of 5, a score of 8 of 10."""
    if found := _RATIO.match(folded.text, at):
        first, second = int(found[1]), int(found[2])
        if 0 < first < second:
            return _ratio(folded, at, found.end(), number, Decimal(second), words)
    unit = _unit(folded, number.end, words)
    ends = [number.end, *([unit[0]] if unit and unit[1] in _COUNTED else [])]
    for end in ends:
        link = words.after.match(folded, end) or words.after.match(folded, _past_space(folded.text, end))
        if link and link[1] in {"fraction", "ratio", "ratio_apart"}:
            whole = _read_whole_of(folded, link[0], number, words)
            if whole is None:
                return Quantity("fraction", at, link[0]) if link[1] == "fraction" and end == number.end else None
            return _ratio(folded, at, whole.end, number, whole.value, words)
    return None if unit and unit[1] not in _COUNTED else _read_ratio_apart(folded, at, number, words)


def _read_ratio_apart(folded: Folded, at: int, number: Numeral, words: Lexicon) -> Quantity | None:
    """The same with what is counted in between: 9 clients sur 10."""
    here = number.end
    for _ in range(_MOST_BETWEEN):
        here = folded.text.find(" ", here + 1)
        if here < 0:
            return None
        link = words.after.match(folded, here + 1)
        if link and link[1] == "ratio_apart":
            whole = _read_whole_of(folded, link[0], number, words)
            behind = _past_space(folded.text, whole.end) if whole else 0
            named = (words.objective[part].match(folded, behind) for part in ("things", "describing"))
            return None if whole is None or any(named) else _ratio(folded, at, whole.end, number, whole.value, words)
    return None


def _read_whole_of(folded: Folded, end: int, number: Numeral, words: Lexicon) -> Numeral | None:
    """The second number of a ratio, and no measured time: the larger one, or the smaller where the verb comes last."""
    here = _past_space(folded.text, end)
    whole = read_number(folded, here, words) if here < len(folded.text) else None
    if whole is None or whole.value == number.value or (whole.value < number.value) != words.verb_last:
        return None
    unit = _unit(folded, whole.end, words)
    return None if unit and unit[1] in {"duration", "clock", "money", "percentage"} else whole


def _ratio(folded: Folded, at: int, end: int, number: Numeral, whole: Decimal, words: Lexicon) -> Quantity:
    if number.decimals or max(whole, number.value) > 100 or _stands_before(folded, at, words.scores):
        return Quantity("count", at, end, number.value, number_end=number.end)
    return Quantity("fraction", at, end)


def _stands_before(folded: Folded, at: int, phrases: Phrases[bool]) -> bool:
    """Whether one of these words stands anywhere before."""
    return any(folded.is_start(start) and phrases.match(folded, start) for start in range(at))


def _unit(folded: Folded, end: int, words: Lexicon) -> tuple[int, str] | None:
    """The unit behind a number, glued or after a space; the link of a ratio is none."""
    for here in dict.fromkeys((end, _past_space(folded.text, end))):
        unit = words.after.match(folded, here)
        if unit and unit[1] not in {"ratio", "ratio_apart"}:
            return unit
    return None


def _is_definite(folded: Folded, at: int, words: Lexicon) -> bool:
    """Whether the word before the number only points at what is known: the two brands."""
    before = folded.text.rfind(" ", 0, max(0, at - 1)) + 1
    matched = words.change["definite"].match(folded, before)
    return matched is not None and _past_space(folded.text, matched[0]) == at


def _is_clock(folded: Folded, amount: Quantity, words: Lexicon) -> bool:
    unit = _unit(folded, amount.number_end, words)
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
