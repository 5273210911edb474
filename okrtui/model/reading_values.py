"""What a person types when they check in: a value, a confidence, a day; with what was known before at hand."""

import datetime as dt
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from okrtui.frozen import frozen
from okrtui.i18n import Code, tr, tr_n
from okrtui.i18n_forms import FORMS, Forms, forms
from okrtui.model.dates import parse_date
from okrtui.model.measure import USUAL_BANDS, Bands
from okrtui.model.near_days import is_weekday
from okrtui.model.numbers import check_amount, format_amount, format_count, parse_amount, parse_tenths, without_unit
from okrtui.model.plan import CheckIn, KeyResult, Plan
from okrtui.model.text import clean_prose, one_line

Direction = Literal["better", "worse", "no change", "kept", "missed", "changed"]
"""What a new value means, to be shown with ``tr``: a falling number can be better; of a level, whether it is kept."""

FAR = 10
"""A value this many times the last one, or this many times the whole way outside it, is asked about."""

_DASHES = str.maketrans("−–—", "---")


@frozen
class Typed:
    """What stands in the three fields."""

    value: str = ""
    confidence: str = ""
    note: str = ""
    """One sentence."""


class NoLastValueError(ValueError):
    """What was typed counts from the last value, and there is none; the message is a sentence of its own."""


NOTHING_TYPED = Typed()
"""Three empty fields."""


@dataclass(frozen=True)
class Entry:
    """One check-in to be written: a key result on a day."""

    key_result: KeyResult
    date: dt.date
    """The day that the value is from."""
    corrects: CheckIn | None = None
    """The check-in whose place it takes: the one of that date, or one of another date that was wrong."""
    written_in: Code | None = None
    """The language that its value is typed in; None for the one that is spoken."""
    last: CheckIn | None = field(init=False)
    """The latest check-in before the day, but for the one that is corrected."""

    def __post_init__(self) -> None:
        earlier = [known for known in self.key_result.check_ins if known.date < self.date and known != self.corrects]
        object.__setattr__(self, "last", max(earlier, key=lambda known: known.date, default=None))

    @property
    def last_value(self) -> Decimal | None:
        """What it stood at before the day: the last check-in's value, else the baseline."""
        return self.last.value if self.last else self.key_result.baseline

    @property
    def usual_value(self) -> Decimal | None:
        """What an empty field means: no change."""
        return self.corrects.value if self.corrects else self.last_value

    @property
    def usual_confidence(self) -> int | None:
        """What an empty field means: as sure as before. A correction that empties the field states none."""
        if self.corrects:
            return None
        stated = [
            known for known in self.key_result.check_ins if known.date < self.date and known.confidence is not None
        ]
        return max(stated, key=lambda known: known.date).confidence if stated else self.key_result.confidence

    @property
    def written(self) -> Typed:
        """What stands in the fields before anything is typed."""
        if self.corrects is None:
            return NOTHING_TYPED
        known = self.corrects
        confidence = "" if known.confidence is None else str(known.confidence)
        return Typed(as_typed(known.value), confidence, _in_one_line(known.note))

    def value(self, text: str) -> Decimal:
        """The value that was typed: ``1,250``, ``10k``, ``+3`` and ``-2`` from the last one, ``=-5`` below zero.

        The target may stand behind it: ``26/30``.

        Raises:
            ValueError: it is none; the message says what to write.
        """
        plain = self._without_target(without_unit(_plain(text), self.key_result.unit))
        if not plain:
            if self.usual_value is None:
                raise NoLastValueError(tr("there is no last value yet; write the first one, or - to skip"))
            return self.usual_value
        if plain.startswith("="):
            return parse_amount(plain[1:], self.written_in)
        if plain[0] not in "+-":
            return parse_amount(plain, self.written_in)
        if plain[1:].strip()[:1] in {"", "+", "-"}:
            raise ValueError(tr("is no number; write it like 30, +3 or -2"))
        step = parse_amount(plain[1:], self.written_in)
        if self.last_value is None:
            example = f"={plain}"
            raise NoLastValueError(
                tr("there is no last value to count from; write the value itself, such as {example}", example=example)
            )
        return check_amount(self.last_value + (step if plain[0] == "+" else -step))

    def confidence(self, text: str) -> int | None:
        """The confidence that was typed, 0 to 10; None where it was never stated.

        ``+1`` and ``-2`` count from the one that is corrected, else from the last one.

        Raises:
            ValueError: it is no such number; the message goes on with what was typed.
        """
        plain = _plain(text)
        if plain[:1] not in {"+", "-"}:
            return parse_tenths(plain) if plain else self.usual_confidence
        step = parse_tenths(plain[1:])
        last = self.corrects.confidence if self.corrects else self.usual_confidence
        if last is None:
            raise ValueError(tr("counts from the last confidence, and there is none; write 0 to 10"))
        now = last + (step if plain[0] == "+" else -step)
        if not 0 <= now <= 10:
            # for translators: goes on behind what was typed: "+4" from a confidence of 7
            raise ValueError(tr("makes {amount} of {last}; write 0 to 10", amount=now, last=last))
        return now

    def check_in(self, typed: Typed) -> CheckIn:
        """The check-in that the fields make.

        Raises:
            ValueError: value or confidence cannot be read.
        """
        note = "" if is_skip(typed.note) else clean_prose(typed.note)
        if self.corrects and note == _in_one_line(self.corrects.note):
            note = self.corrects.note  # several lines, from a file, stay several
        fields = {"date": self.date, "value": self.value(typed.value), "confidence": self.confidence(typed.confidence)}
        old = self.corrects or CheckIn(date=self.date, value=Decimal(0))
        return old.replace(**fields, note=note)

    def doubt(self, value: Decimal) -> str:
        """What makes the value look mistyped, as ``10 times the last value``; empty where nothing does."""
        if value == self.usual_value:
            return ""
        target = self.key_result.target
        if value == target:
            return ""
        if value < 0 and self._counts_up_from_zero():
            # for translators: said of a value of something that is counted from 0 up: "that is below zero"
            return tr("below zero")
        if self.last_value:
            far_back = "" if self._far_back(self.last_value) else self._far_back(value)
            return _apart(value, self.last_value) or self._outside(value) or far_back
        if target and abs(value) >= FAR * abs(target):
            times, usual = int(abs(value) / abs(target)), format_amount(target)
            return tr_n(
                "{times} time the target, {target}",
                "{times} times the target, {target}",
                times,
                times=format_count(times),
                target=usual,
            )
        if target and self.key_result.kind == "at_least" and FAR * abs(value) <= abs(target):
            return tr("far below the target, {target}", target=format_amount(target))
        return self._outside(value)

    def _without_target(self, plain: str) -> str:
        value, slash, whole = plain.rpartition("/")
        try:
            is_target = bool(slash) and parse_amount(whole, self.written_in) == self.key_result.target
        except ValueError:
            return plain
        return value.rstrip() if is_target else plain

    def _counts_up_from_zero(self) -> bool:
        """Whether nothing that is known of the key result was ever below zero."""
        key_result = self.key_result
        ends = [end for end in (key_result.baseline, key_result.target) if end is not None]
        return bool(ends) and min(*ends, *(known.value for known in key_result.check_ins), 0) == 0

    def _far_back(self, value: Decimal) -> str:
        """Whether the value lies the whole way or more behind the baseline, and is twice as bad: a digit too few."""
        baseline, target = self.key_result.baseline, self.key_result.target
        if self.key_result.kind != "reach" or not baseline or target is None or baseline == target:
            return ""
        behind, rises = (baseline - value if target > baseline else value - baseline), target > baseline
        is_twice = 2 * abs(value) <= abs(baseline) if rises else abs(value) >= 2 * abs(baseline)
        if behind < abs(target - baseline) or not is_twice:
            return ""
        return tr("far behind the baseline, {baseline}", baseline=format_amount(baseline))

    def _outside(self, value: Decimal) -> str:
        """Whether the value lies ten times the whole way or more outside of it."""
        baseline, target = self.key_result.baseline, self.key_result.target
        if self.key_result.kind != "reach" or baseline is None or target is None or baseline == target:
            return ""
        low, high = sorted((baseline, target))
        beyond = max(low - value, value - high)
        if beyond < FAR * (high - low):
            return ""
        return tr("far outside {low} to {high}", low=format_amount(low), high=format_amount(high))


def entry_on(key_result: KeyResult, date: dt.date) -> Entry:
    """What is to be written of a key result on a day; where that day has a check-in, its correction."""
    same_day = [known for known in key_result.check_ins if known.date == date]
    return Entry(key_result, date, same_day[-1] if same_day else None)


def as_typed(value: Decimal) -> str:
    """The text that :meth:`Entry.value` reads as this value, whatever the last one was: ``1,250``, ``=-5``."""
    return f"={format_amount(value)}" if value < 0 else format_amount(value)


def is_skip(text: str) -> bool:
    """Whether a dash alone stands there: no check-in this time."""
    return _plain(text) == "-"


def read_day(text: str, start: dt.date, end: dt.date, today: dt.date, code: Code | None = None) -> dt.date:
    """The day of a check-in, read as :func:`parse_date` does, but that a weekday is the last one and not the next.

    Raises:
        ValueError: it is no date, or has not come yet.
    """
    day = parse_date(text, start, end, today, code)
    if day > today and is_weekday(text, code):
        day -= dt.timedelta(days=7)
    return check_past(day, today)


def check_past(day: dt.date, today: dt.date) -> dt.date:
    """The day itself, where something can have been measured on it.

    Raises:
        ValueError: it has not come yet.
    """
    if day > today:
        raise ValueError(tr("is still to come; a check-in says how things stood on a day that was"))
    return day


def direction(key_result: KeyResult, before: Decimal | None, after: Decimal) -> Direction:
    """What it means that a key result went from one value to another."""
    baseline, target = key_result.baseline, key_result.target
    if key_result.kind != "reach" and target is not None:
        return "kept" if (after >= target if key_result.kind == "at_least" else after <= target) else "missed"
    if before == after:
        return "no change"
    if before is None or baseline is None or target is None or baseline == target:
        return "changed"
    return "better" if (after > before) == (target > baseline) else "worse"


def next_due(plan: Plan, undone: Iterable[KeyResult], today: dt.date, bands: Bands = USUAL_BANDS) -> dt.date | None:
    """The next day after today on which a check-in is due, of those that are not done; None where there is none."""
    days = [_due_on(key_result, key_result.start or plan.start, today, bands) for key_result in undone]
    return min((day for day in days if day > today), default=None)


def _due_on(key_result: KeyResult, start: dt.date, today: dt.date, bands: Bands) -> dt.date:
    """The day on which a key result's next check-in is due, by the rules of :mod:`~okrtui.model.measure`."""
    level = key_result.kind != "reach"
    known = [c.date for c in key_result.check_ins if c.date <= today and not (level and c.date < start)]
    if not known and level:
        return start
    return max(known, default=start) + dt.timedelta(days=bands.check_in_days)


def _apart(value: Decimal, last: Decimal) -> str:
    """``10 times the last value``, ``a tenth of the last value``, where they lie that far apart."""
    size, usual, before = abs(value), abs(last), format_amount(last)
    if size >= FAR * usual:
        times = int(size / usual)
        return tr_n(
            "{times} time the last value, {last}",
            "{times} times the last value, {last}",
            times,
            times=format_count(times),
            last=before,
        )
    if size == 0:
        return tr("0 after {last}", last=before) if usual >= FAR else ""
    if usual < FAR * size:
        return ""
    share = int(usual / size)
    if share == FAR:
        return tr("a tenth of the last value, {last}", last=before)
    # for translators: share is a fraction, such as 1/12
    return tr("{share} of the last value, {last}", share=f"1/{format_count(share)}", last=before)


def _in_one_line(note: str) -> str:
    return one_line(note).strip()


def _plain(text: str) -> str:
    """The text with plain digits and dashes, and with the sign for the word of one before it: *minus 2*."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    words = ((sign, word) for own in (forms(), FORMS["en"]) for sign, listed in _signs(own) for word in listed)
    for sign, word in words:
        number = plain[len(word) :].strip()
        if plain[: len(word)].lower() == word and number[:1].isdecimal():
            return sign + number
    return plain


def _signs(own: Forms) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("+", own.plus), ("-", own.minus)
