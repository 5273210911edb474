"""The number that a person typed into a field, in digits or in the words of the language that is spoken.

A field of a plan takes numbers alone; of a check-in they may be hedged, since what was read somewhere is often a guess.
"""

from decimal import Decimal

from okrtui.coach.folding import Folded, fold
from okrtui.coach.lexicon import lexicon
from okrtui.coach.numerals import read_number
from okrtui.coach.phrases import Phrases
from okrtui.i18n import Code, spoken
from okrtui.model.numbers import check_amount, parse_amount
from okrtui.model.reading_values import Entry, NoLastValueError


def read_amount(text: str) -> Decimal:
    """What :func:`parse_amount` reads, and a number that is written out: ``thirty-eight``.

    Raises:
        EitherWayError: it could be two; the message says what to write instead.
        ValueError: it is no number; the message says what to write instead.
    """
    try:
        return parse_amount(text)
    except ValueError:
        if (amount := _in_words(text)) is None:
            raise
        return check_amount(amount)


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
    """The text with its number in digits and without its hedge; None where it has neither words nor a hedge."""
    folded, words = fold(text.strip()), lexicon(code)
    sign = folded.text[:1] if folded.text[:1] in {"+", "-", "="} else ""
    begins = _past(words.hedges, folded, _past_space(folded, len(sign)))
    number = read_number(folded, begins, words) if begins < len(folded.text) else None
    if number is None:
        return None
    ends = _past(words.hedges_after, folded, _past_space(folded, number.end))
    is_hedged = begins > _past_space(folded, len(sign)) or ends > _past_space(folded, number.end)
    if not is_hedged and not number.in_words:
        return None
    digits = f"{number.value:f}" if number.in_words else folded.text[begins : number.end]
    return f"{sign}{digits} {folded.text[ends:]}".rstrip()


def _past(phrases: Phrases[bool], folded: Folded, at: int) -> int:
    """Where the next word begins behind a phrase; the same place where none stands there."""
    found = phrases.match(folded, at)
    return _past_space(folded, found[0]) if found else at


def _past_space(folded: Folded, at: int) -> int:
    return at + folded.text.startswith(" ", at)


def _in_words(text: str) -> Decimal | None:
    """The number that the words are, all of them; None where they are none or more than that."""
    folded = fold(text.strip())
    if not folded.text:
        return None
    number = read_number(folded, 0, lexicon(spoken()))
    return number.value if number and number.in_words and number.end == len(folded.text) else None
