"""The number that a person typed, in digits or in the words of the language that is spoken, sure of it or not."""

from decimal import Decimal

from okrtui.coach.deadlines import read_date
from okrtui.coach.folding import Folded, fold
from okrtui.coach.lexicon import lexicon
from okrtui.coach.numerals import read_number
from okrtui.coach.phrases import Phrases
from okrtui.i18n import Code, spoken
from okrtui.model.numbers import EitherWayError, parse_amount
from okrtui.model.reading_values import Entry, NoLastValueError
from okrtui.patterns import pattern

_PLAIN = pattern(r"(\d[\d.,' ]*(?<=\d)|\d)(?: ?[km](?!\w))?")
"""Digits, with the letter for thousands that every field reads."""

_SIGNS_OF_MONEY = frozenset("€$£¥")
_SHARE = "%"
_MOST_WORDS = 2
"""Words of a unit that is written behind a number without being asked for."""


def read_amount(text: str) -> Decimal:
    """What :func:`parse_amount` reads, a number in words and one that is hedged: ``thirty-eight``, ``about 5k``.

    Raises:
        EitherWayError: it could be two; the message says what to write instead.
        ValueError: it is no number; the message says what to write instead.
    """
    try:
        return parse_amount(text)
    except EitherWayError:
        raise
    except ValueError:
        if (digits := _in_digits(text, spoken())) is None:
            raise
        return parse_amount(digits)


def counted(text: str) -> str:
    """What the number that was typed counts, in the words behind it: ``1,800 clicks``, ``about 5k readers``, ``€ 98``.

    Empty where nothing does, and where more stands there than a unit.
    """
    folded, words = fold(text.strip()), lexicon(spoken())
    begins = _past(words.hedges, folded, 0)
    before = folded.text[begins : begins + 1]
    if before in _SIGNS_OF_MONEY:
        return before
    number = read_number(folded, begins, words) if begins < len(folded.text) else None
    if number is None or any(read_date(folded, at, words) for at in range(number.end, len(folded.text))):
        return ""
    behind = folded.cased[number.end :].strip()
    parts = behind.split()
    is_hedge = _past(words.hedges_after, folded, len(folded.text) - len(behind)) == len(folded.text)
    is_unit = behind[:1] in _SIGNS_OF_MONEY or all(part.isalpha() or part == _SHARE for part in parts)
    return behind if is_unit and not is_hedge and 0 < len(parts) <= _MOST_WORDS else ""


def read_value(entry: Entry, text: str) -> Decimal:
    """What :meth:`Entry.value` reads, and a number in words or one that is hedged: ``about 30``, ``~30``, ``thirty``.

    Raises:
        ValueError: it is none; the message says what to write.
    """
    try:
        return entry.value(text)
    except NoLastValueError:
        raise
    except ValueError:
        if (digits := _in_digits(text, entry.written_in or spoken())) is None:
            raise
        return entry.value(digits)


def _in_digits(text: str, code: Code) -> str | None:
    """The text with its number in digits and without its hedge; None where it has neither words nor a hedge.

    Raises:
        EitherWayError: the digits before a word such as thousand could be two numbers.
    """
    folded, words = fold(text.strip()), lexicon(code)
    sign = folded.text[:1] if folded.text[:1] in {"+", "-", "="} else ""
    begins = _past(words.hedges, folded, _past_space(folded, len(sign)))
    number = read_number(folded, begins, words) if begins < len(folded.text) else None
    if number is None:
        return None
    ends = _past(words.hedges_after, folded, _past_space(folded, number.end))
    is_hedged = begins > _past_space(folded, len(sign)) or ends > _past_space(folded, number.end)
    written = _PLAIN.match(folded.text, begins, number.end)
    has_words = written is None or written.end() < number.end
    if not is_hedged and not has_words:
        return None
    if written and has_words and (plain := read_number(fold(written[1]), 0, words)):
        factor = number.value / plain.value if plain.value else Decimal(1)
        digits = f"{(parse_amount(written[1], code) * factor).normalize():f}"  # 5 Tsd.
    else:
        digits = f"{number.value:f}" if has_words else folded.text[begins : number.end]
    return f"{sign}{digits} {folded.text[ends:]}".rstrip()


def _past(phrases: Phrases[bool], folded: Folded, at: int) -> int:
    """Where the next word begins behind a phrase; the same place where none stands there."""
    found = phrases.match(folded, at)
    return _past_space(folded, found[0]) if found else at


def _past_space(folded: Folded, at: int) -> int:
    return at + folded.text.startswith(" ", at)
