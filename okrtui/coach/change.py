"""The numbers of a change in a sentence: where it starts, where it ends, by how much, until when."""

from itertools import pairwise
from typing import Literal, cast

from okrtui.coach.direction import direction
from okrtui.coach.quantities import MEASURES, SHARES, Quantity
from okrtui.coach.reading import Reading
from okrtui.i18n import Code, tr
from okrtui.model.numbers import EitherWayError, parse_amount
from okrtui.patterns import pattern

Part = Literal[
    "start",
    "goal",
    "step",
    "level",
    "until",
    "through",
    "ahead",
    "week",
    "week_of",
    "since",
    "deadline",
    "at_least",
    "at_most",
]
"""What a word right before or behind a number makes of it."""

_DIGITS = pattern(r"\d[\d.,]*(?<=\d)")
_FURTHEST = 5
"""How many words a phrase before a number may begin back."""
_GAPS = ("", " ", ":", ": ", " :", " : ")
"""What may stand between the two, as in *due: 15 Dec*."""

Level = Literal["at_least", "at_most"]
KEPT: tuple[Level, ...] = ("at_least", "at_most")
"""The levels that a number may be kept at."""

_MOST_COUNTED = 3
"""How far behind a number *more* may stand: as the third word."""


def start_and_goal(reading: Reading) -> tuple[Quantity | None, Quantity | None]:
    """The measured numbers of a change, where it starts and where it ends, as far as the sentence says."""
    return _start_and_goal(reading, reading.of_types(MEASURES))


def _start_and_goal(reading: Reading, numbers: tuple[Quantity, ...]) -> tuple[Quantity | None, Quantity | None]:
    start = next((quantity for quantity in numbers if _is_start(reading, quantity)), None)
    start = start or _start_before_goal(reading, numbers)
    goals = [quantity for quantity in numbers if quantity is not start]
    goal = next((quantity for quantity in goals if is_part(reading, quantity, "goal")), None)
    if start and goal is None:
        goal = next((quantity for quantity in goals if quantity.start > start.end), None)
    return start, goal


def _start_before_goal(reading: Reading, numbers: tuple[Quantity, ...]) -> Quantity | None:
    """The first number of *MQLs 20 to 30*, which says where it starts without a word for it.

    Only what is counted stands before it, and nothing but the goal behind it: *win 20 to 30 customers* only says about
    how many, and *grow sales 10 % to 20 %* by about how much.
    """
    for first, second in pairwise(numbers):
        if with_words(reading, second, "goal")[0] != _behind(reading, first.end) or first.value is None:
            continue
        before = [token for token in reading.tokens if token[1] <= first.start]
        if before and all(_is_way(reading, token) for token in before):
            continue
        falls = second.value is not None and second.value < first.value
        moves, counts = _way(reading) is not None, _counts(reading, second)
        if falls or (not counts and not moves if second.type in SHARES else not counts or moves):
            return first
    return None


def _counts(reading: Reading, quantity: Quantity) -> bool:
    """Whether a unit or a noun stands behind the number, rather than its end or the date that it is due.

    How often stands behind what is counted, too, where a verb says that somebody does it: *publish 2 to 3 a week*.
    """
    behind = _behind(reading, quantity.end)
    if quantity.own_unit and quantity.type in MEASURES:
        return True
    if any(time.start == behind for time in reading.quantities if time.type == "date"):
        return direction(reading) == "said"
    is_due = reading.words.change["until"].match(reading.folded, behind) is not None
    return reading.folded.text[behind : behind + 1].isalpha() and not is_due


def _way(reading: Reading) -> tuple[int, int] | None:
    """The word that says that something grows or falls."""
    return reading.find(reading.words.change["up"]) or reading.find(reading.words.change["down"])


def _is_way(reading: Reading, token: tuple[int, int]) -> bool:
    change = reading.words.change
    return any(change[way].match(reading.folded, token[0]) for way in ("up", "down"))


def _behind(reading: Reading, at: int) -> int:
    """Where the next word begins."""
    return at + reading.folded.text.startswith(" ", at)


def baseline_and_target(reading: Reading) -> tuple[Quantity | None, Quantity | None]:
    """The numbers that the fields of a key result take from a sentence; of one that says a share, only its levels."""
    if reading.of_types(SHARES):
        return _levels(reading)
    measured = [quantity for quantity in reading.of_types(MEASURES) if quantity.value is not None]
    if not measured:
        return None, None
    start, goal = start_and_goal(reading)
    return start, goal or next((quantity for quantity in measured if quantity is not start), None)


def _levels(reading: Reading) -> tuple[Quantity | None, Quantity | None]:
    """The shares of *from 31 % to 40 %*, *to 40 %*, *below 3 %* or *a rate of 40 %*; none of a change by so much.

    Every share has to be one of them, so that *by 5 % to 10 %* is none, and nothing else may be measured.
    """
    shares = reading.of_types(SHARES)
    is_rate = len(shares) == 1 and _is_rate(reading, shares[0])
    start, goal = (None, shares[0]) if is_rate else _start_and_goal(reading, shares)
    goal = goal or (shares[0] if kept(reading, shares[0]) else None)
    if goal is None or reading.of_types(MEASURES) or len(shares) > (2 if start else 1):
        return None, None
    if any(share.type != "percentage" or share.value is None or _is_step(reading, share) for share in shares):
        return None, None
    follows = start is not None and _behind(reading, with_words(reading, start, "start")[1]) == goal.start
    is_said = is_rate or follows or is_part(reading, goal, "goal") or (start is None and kept(reading, goal))
    return (start, goal) if is_said else (None, None)


def _is_rate(reading: Reading, share: Quantity) -> bool:
    """Whether the share is how high a rate is to be, *an open rate of 35 %*, and not by how much something changes."""
    words, text = reading.words, reading.folded.text
    endings = words.endings["rate_endings"]
    named = reading.find(words.change["rates"]) or any(text.endswith(endings, *token) for token in reading.tokens)
    falls_below = reading.find(words.change["down"]) and is_part(reading, share, "at_most")
    starts = is_part(reading, share, "start") and not is_part(reading, share, "level")
    return bool(named) and not starts and (bool(falls_below) or _way(reading) is None)


def _is_start(reading: Reading, quantity: Quantity) -> bool:
    """Whether the words around the number say that it starts there, and are no end of more: *au-dessus de* 300."""
    kept_by = (_level(reading, quantity, kind) for kind in KEPT)
    others = [
        _led(reading, quantity, "goal"),
        *(last - first - quantity.end + quantity.start for first, last in kept_by),
    ]
    return 0 < _led(reading, quantity, "start") >= max(others)


def _is_step(reading: Reading, quantity: Quantity) -> bool:
    """Whether the most words around the number say by how much: by up to 50 %."""
    return _led(reading, quantity, "step") > max(_led(reading, quantity, part) for part in ("start", "goal"))


def said_step(reading: Reading, quantity: Quantity) -> tuple[int, int] | None:
    """The number with the words that say that it is by how much: *by 20*, *1,000 more*; None of any other number."""
    if more := _more_behind(reading, quantity.end):
        return quantity.start, more
    if _is_step(reading, quantity):
        return with_words(reading, quantity, "step")
    return (quantity.start, quantity.end) if is_moved(reading, quantity) else None


def _more_behind(reading: Reading, at: int) -> int | None:
    """Where the *more* ends that stands behind a number, or behind what is counted; None where none does."""
    change, folded = reading.words.change, reading.folded
    ends_count = (change["links"], reading.words.objective["cut"])
    for start, _ in [token for token in reading.tokens if token[0] >= at][:_MOST_COUNTED]:
        if more := change["more"].match(folded, start):
            levels = (change[part].match(folded, here) for part in KEPT for here in range(start, more[0]))
            return None if any(level and level[0] > more[0] for level in levels) else more[0]  # more than 2
        if any(part.match(folded, start) for part in ends_count):
            return None
    return None


def is_moved(reading: Reading, quantity: Quantity) -> bool:
    """Whether the verb stands right behind the number and says that it grows or falls."""
    behind = _behind(reading, quantity.end)
    ways = (reading.words.change["up"], reading.words.change["down"])
    return reading.words.verb_last and any(way.match(reading.folded, behind) for way in ways)


def _led(reading: Reading, quantity: Quantity, part: Part) -> int:
    """How long the words are that give the number this part."""
    first, last = with_words(reading, quantity, part)
    return quantity.start - first + last - quantity.end


def kept(reading: Reading, quantity: Quantity) -> Level | None:
    """Which level the number is that is to be kept; None of one that is only to be reached."""
    spans = {kind: _level(reading, quantity, kind) for kind in KEPT}
    kind = max(KEPT, key=lambda each: spans[each][1] - spans[each][0])  # no higher than 2: the longer words
    first, last = spans[kind]
    way, change = _way(reading), reading.words.change
    never = reading.find(change["never"])
    is_turned = never is not None and never[1] <= first
    moves = way is not None and not first <= way[0] < last
    if moves and not is_turned and not reading.find(change["keep"]):
        return None
    if quantity.type == "limit":
        return "at_most"  # within 4 hours
    if (first, last) == (quantity.start, quantity.end):
        return None
    return next(other for other in KEPT if other != kind) if is_turned else kind


def _level(reading: Reading, quantity: Quantity, kind: Level) -> tuple[int, int]:
    """The number together with the words that keep it at a level, also behind what it counts: 4.5 stars or more."""
    first, last = with_words(reading, quantity, kind)
    ends_count = (reading.words.change["links"], reading.words.objective["cut"])
    for start, _ in [token for token in reading.tokens if token[0] >= last][:_MOST_COUNTED]:
        if found := reading.words.change[f"{kind}_after"].match(reading.folded, start):
            return first, found[0]
        if any(part.match(reading.folded, start) for part in ends_count):
            break
    return first, last


def either_way(reading: Reading, quantity: Quantity) -> str:
    """Why nobody can tell how much a number is: ``"1.250" could be 1,250 or 1.25``; empty for plain ones."""
    found = _DIGITS.search(reading.folded.text, quantity.start, quantity.end)
    try:
        parse_amount(found[0] if found else "0", cast(Code, reading.words.code))
    except EitherWayError as error:
        return tr('"{text}" {problem}', text=found[0] if found else "", problem=error)
    except ValueError:
        return ""
    return ""


def is_part(reading: Reading, quantity: Quantity, part: Part) -> bool:
    """Whether the words around the number give it this part."""
    first, last = with_words(reading, quantity, part)
    return first < quantity.start or last > quantity.end


def with_words(reading: Reading, quantity: Quantity, part: Part) -> tuple[int, int]:
    """The number together with the words that give it this part, as a span of the folded sentence."""
    text, change = reading.folded.text, reading.words.change
    first, last = quantity.start, quantity.end
    near = [at for at in reading.starts if at < quantity.start][-_FURTHEST:]
    for at in near:
        matched = change[part].match(reading.folded, at)
        if matched and text[matched[0] : quantity.start] in _GAPS:
            first = at
            break
    if after := change.get(f"{part}_after"):
        behind = after.match(reading.folded, last) or after.match(reading.folded, last + (text[last : last + 1] == " "))
        last = behind[0] if behind else last
    return first, last
