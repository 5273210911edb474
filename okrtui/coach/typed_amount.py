"""The number that a person typed into a field, in digits or in the words of the language that is spoken."""

from decimal import Decimal

from okrtui.coach.folding import fold
from okrtui.coach.lexicon import lexicon
from okrtui.coach.numerals import read_number
from okrtui.i18n import spoken
from okrtui.model.numbers import check_amount, parse_amount


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


def _in_words(text: str) -> Decimal | None:
    """The number that the words are, all of them; None where they are none or more than that."""
    folded = fold(text.strip())
    if not folded.text:
        return None
    number = read_number(folded, 0, lexicon(spoken()))
    return number.value if number and number.in_words and number.end == len(folded.text) else None
