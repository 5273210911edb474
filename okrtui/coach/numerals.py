"""Numbers in digits and in words, and how much they are."""

from decimal import Decimal

from okrtui.coach.folding import Folded
from okrtui.coach.lexicon import Lexicon
from okrtui.frozen import frozen
from okrtui.patterns import pattern

_DIGITS = pattern(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.,]\d+")
_MOST_WORDS = 12
"""The most number words in one number."""


@frozen
class Numeral:
    """A number as it stands in a sentence."""

    end: int
    value: Decimal
    in_words: bool
    decimals: bool = False
    """Whether it is written with decimals."""


def read_number(folded: Folded, at: int, words: Lexicon) -> Numeral | None:
    """The number that begins at this place; None where there is none."""
    if folded.text[at].isdecimal():
        number = _read_digits(folded.text, at, words.decimal)
    else:
        number = _read_words(folded, at, words)
    if number is None:
        return None
    end = _past_space(folded.text, number.end)
    if matched := words.magnitudes.match(folded, end):
        number = Numeral(matched[0], number.value * matched[1], number.in_words, number.decimals)
    elif not number.in_words and (more := _scaled(folded, end, number.value, words)):
        number = more
    return number


def _read_digits(text: str, at: int, decimal: str) -> Numeral | None:
    found = _DIGITS.match(text, at)
    if found is None:
        return None
    digits = found[0]
    signs = [char for char in digits if not char.isdecimal()]
    has_decimals = bool(signs) and signs[-1] in ".," and signs.count(signs[-1]) == 1
    if has_decimals and len(signs) == 1:
        behind = len(digits) - digits.index(signs[0]) - 1
        has_decimals = behind != 3 or signs[0] == decimal or digits.startswith("0")
    whole, point, part = digits.rpartition(signs[-1]) if has_decimals else (digits, "", "")
    plain = "".join(filter(str.isdecimal, whole)) + ("." + part if point else "")
    return Numeral(found.end(), Decimal(plain), in_words=False, decimals=has_decimals)


def _scaled(folded: Folded, at: int, value: Decimal, words: Lexicon) -> Numeral | None:
    """Digits that go on in words: 3 million, 2千5百, 5億."""
    stack, end = [value], at
    while matched := words.number_words.match(folded, end):
        times, amount = matched[1]
        if not times and (end == at or not words.unspaced):
            break
        end = matched[0]
        _push(stack, times, amount)
        behind = _past_space(folded.text, end)
        more = _read_digits(folded.text, behind, words.decimal) if words.glued else None
        if more and (words.number_words.match(folded, more.end) or (behind == end and more.value < amount)):
            end = more.end
            stack.append(more.value)
    if end == at or not _ends(folded, end, words):
        return None
    return Numeral(end, sum(stack, Decimal(0)), in_words=False)


def _read_words(folded: Folded, at: int, words: Lexicon) -> Numeral | None:
    stack: list[Decimal] = []
    here, count = at, 0
    end, value, taken = at, Decimal(0), 0
    while count < _MOST_WORDS and (matched := words.number_words.match(folded, here)):
        _push(stack, *matched[1])
        count += 1
        if _ends(folded, matched[0], words):
            end, value, taken = matched[0], sum(stack, Decimal(0)), count
        here = _next_word(folded, matched[0], words)
    if not taken or (taken == 1 and not _counts_alone(folded, at, end, words)):
        return None
    return Numeral(end, value, in_words=True)


def _counts_alone(folded: Folded, at: int, end: int, words: Lexicon) -> bool:
    """Whether a single number word is a number here, and no article or other word."""
    word = folded.text[at:end]
    if word in words.articles:
        return False
    if word in words.before_noun and not folded.text[end + 1 : end + 2].isalpha():
        return False
    return not words.need_unit or end - at > 1 or _has_unit(folded, end, words)


def _push(stack: list[Decimal], times: bool, amount: Decimal) -> None:
    """Add an amount, or multiply what is smaller and stands before it: two hundred fifty thousand."""
    if times:
        smaller = Decimal(0)
        while stack and stack[-1] < amount:
            smaller += stack.pop()
        amount *= smaller or 1
    stack.append(amount)


def _next_word(folded: Folded, end: int, words: Lexicon) -> int:
    """Where the next number word would begin: at once, behind a space or a hyphen, or behind an *and*."""
    here = end
    if here < len(folded.text) and folded.text[here] in " -":
        here += 1
    if (joined := words.joins.match(folded, here)) and not words.number_words.match(folded, here):
        here = _past_space(folded.text, joined[0])
        if folded.text[here : here + 1] == "-":
            here += 1
    return here


def _ends(folded: Folded, end: int, words: Lexicon) -> bool:
    """Whether a number may end here: with the word, or before a unit that is glued to it."""
    if folded.is_start(end) or words.unspaced or words.after.match(folded, end):
        return True
    ending = words.number_endings.match(folded, end)
    return ending is not None and folded.is_start(ending[0])


def _has_unit(folded: Folded, end: int, words: Lexicon) -> bool:
    return words.after.match(folded, _past_space(folded.text, end)) is not None


def _past_space(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at
