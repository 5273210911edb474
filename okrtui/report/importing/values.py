"""One cell to the value of a field: amounts, dates, texts, statuses, confidences."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import clauses, row_of
from okrtui.model.dates import month_day
from okrtui.model.numbers import format_count
from okrtui.model.text import LINE_LIMIT, PROSE_LIMIT, clean_prose, is_clean, one_line
from okrtui.patterns import pattern
from okrtui.report.importing import amounts, days
from okrtui.report.importing.amounts import Marks
from okrtui.report.importing.days import DayOrder
from okrtui.report.importing.headers import CHOICES, DATES, NUMBERS, Column, Heading
from okrtui.report.importing.options import Options
from okrtui.report.importing.problems import cell_on_line, shown
from okrtui.report.importing.table import Row
from okrtui.report.importing.words import fold, vocabulary

PROSE = ("why", "definition", "realistic", "notes", "check_in_note")
"""Fields that may hold several lines."""

_GUARDED = pattern(r"'(?=\s*'*[=+\-@＝＋－＠])")
"""What our own export, and others, put before a text that a spreadsheet would take for a formula."""
_BROKEN = pattern(r"#(?:REF!|DIV/0!|N/A|NV|NAME\?|VALUE!|WERT!|NUM!|NULL!|BEZUG!|ERROR!|SPILL!)", re.IGNORECASE)
_DASHES = frozenset({"-", "–", "—", "−", "--", "---", "?", "/"})
_SHARE = pattern(r"(.+?)(?:/|of|von|sur) ?(5|10|100)")


@frozen
class Reader:
    """How the cells of one file are read; told from all of them."""

    marks: Marks
    order: DayOrder
    options: Options
    shares: bool
    """Whether bare confidences are from 0 to 100."""
    fractions: bool
    """Whether bare confidences are from 0 to 1."""

    @classmethod
    def of(cls, rows: Sequence[Row], heading: Heading, options: Options, guess: amounts.Decimals | None) -> "Reader":
        """The reader for the rows below the heading."""
        bare = [
            value
            for _, cell in _cells(rows, heading, ("confidence",))
            if "%" not in cell and (value := _bare_number(cell)) is not None
        ]
        marks = amounts.decide(_cells(rows, heading, NUMBERS), options.decimal, guess)
        if heading.own and not marks.because and not marks.chosen:
            marks = Marks("point")
        return cls(
            marks,
            days.decide(_cells(rows, heading, DATES), options.day_order),
            options,
            shares=bool(bare) and max(bare) > 10 and all(value == 0 or value > 10 for value in bare),
            fractions=any(0 < value < 1 for value in bare) and max(bare) <= 1,
        )

    def value(self, column: Column, text: str) -> Any:
        """What a cell says for its column's field: text, amount with its unit, date, status, kind.

        Raises:
            ValueError: it says nothing that the field can hold; the message says what to write.
        """
        if column.field in DATES:
            return self._day(text)
        if column.field in ("baseline", "target", "current"):
            _refuse_broken(text)
            amount, unit = amounts.read_amount(text, self.marks)
            return amount, unit or column.sign
        if column.field == "confidence":
            try:
                return self._confidence(text)
            except ValueError as error:
                option = f'--map "{shown(column.header)}=ignore"'
                leave = tr("write one, or leave the column out with {option}", option=option)
                raise ValueError(clauses([str(error), leave])) from None
        if column.field == "status":
            return status(text)
        if column.field == "weight":
            return self._weight(text)
        if column.field in CHOICES:
            choices = vocabulary().choices[column.field]
            if (chosen := choices.get(fold(text))) is None:
                words = row_of(choice.replace("_", " ") for choice in dict.fromkeys(choices.values()))
                # for translators: said of a cell, which stands before it; the words are those to write in the file
                raise ValueError(tr("is none of {words}", words=words))
            return chosen
        return text

    def _weight(self, text: str) -> Decimal:
        weight, _ = amounts.read_amount(text, self.marks)
        if weight < 0:
            # for translators: said of a cell, which stands before it
            raise ValueError(tr("is less than 0, and a weight is not"))
        return weight

    def _day(self, text: str) -> dt.date:
        return days.read_day(text, self.order, self.options.quarter, self.options.start, self.options.end)

    def doubt(self, column: Column, text: str, value: Any, line: int) -> str:
        """How a cell was read, as ``14.000 on line 5 as 14000, as in 2,5 on line 4``; empty where it is plain."""
        where = cell_on_line(text, line)
        if column.field in ("baseline", "target", "current"):
            amount = amounts.scan(text)
            if amount and len(amount.readings) > 1:
                # for translators: why something was read so
                usual = tr("as you said") if self.marks.chosen else tr("as such a file writes thousands")
                return _read_as(where, f"{value[0]:f}", self.marks.because or usual)
        elif column.field in DATES:
            day = days.scan(text)
            if day and day.order is None:
                return _read_as(where, month_day(value), self.order.because or tr("as you said"))
        elif column.field == "confidence":
            return self._doubt_of_confidence(text)
        return ""

    def _doubt_of_confidence(self, text: str) -> str:
        """On which other scale confidences are; empty where they are from 0 to 10."""
        if "%" in text:
            # for translators: how something was read
            return tr("confidences in % as 0 to 10")
        if self.shares:
            # for translators: how something was read
            return tr("confidences from 0 to 100 as 0 to 10")
        # for translators: how something was read
        return tr("confidences from 0 to 1 as 0 to 10") if self.fractions else ""

    def _confidence(self, text: str) -> int:
        """A confidence from 0 to 10, as ``7``, ``7/10``, ``70 %`` or, where the whole column is so, ``0.7``."""
        plain = unicodedata.normalize("NFKC", text).replace("٪", "%").strip()
        whole = _SHARE.fullmatch(plain)
        number = whole[1] if whole else plain
        if amounts.scan(number) is None:
            raise _no_confidence()
        amount, unit = amounts.read_amount(number, self.marks)
        if whole:
            amount = amount * 10 / Decimal(whole[2])
        elif unit == "%" or (self.shares and not unit):
            amount = amount / 10
        elif self.fractions and not unit:
            amount = amount * 10
        elif amount != amount.to_integral_value():
            raise _no_confidence()
        if not 0 <= amount <= 10 or unit not in ("", "%"):
            raise _no_confidence()
        return int(amount.to_integral_value(ROUND_HALF_UP))


@frozen
class Cleaned:
    """A cell's text, fit for a plan."""

    text: str
    stripped: bool
    """Whether something was taken out that a terminal might obey or a reader cannot see."""


def clean(text: str, field: str) -> Cleaned:
    """A cell's text without control characters, direction overrides and the guard against formulas.

    Raises:
        ValueError: it is longer than the field can hold.
    """
    plain = (text[1:] if _GUARDED.match(text) else text).replace("\r\n", "\n").replace("\t", " ")
    limit = PROSE_LIMIT if field in PROSE else LINE_LIMIT
    if len(plain) > limit and field != "action":
        raise ValueError(too_long(len(plain), format_count(limit)))
    if plain.isascii() and plain.isprintable():
        return Cleaned(plain.strip(), stripped=False)
    kept = clean_prose(plain) if field in (*PROSE, "action") else one_line(plain).strip()
    return Cleaned(kept, not is_clean(plain))


def is_blank(text: str, field: str) -> bool:
    """Whether a cell says that there is nothing yet: empty, a dash, and but for longer texts *n/a*, *tbd*."""
    if not text or text in _DASHES:
        return True
    word = fold(text)
    return field not in PROSE and word in vocabulary().blanks and word not in vocabulary().statuses


def status(text: str) -> str:
    """The status of an action: ``todo``, ``doing``, ``done`` or ``dropped``.

    Raises:
        ValueError: the words are not known.
    """
    words = vocabulary()
    if sign := next((words.status_signs[char] for char in text if char in words.status_signs), None):
        return sign
    if found := words.statuses.get(fold(text)):
        return found
    amount = amounts.scan(text)
    if amount and amount.unit == "%" and len(amount.readings) == 1:
        share = amount.readings[0][1]
        return "todo" if share <= 0 else "done" if share >= 100 else "doing"
    # for translators: said of a cell, which stands before it; the words are those to write in the file
    said = tr(
        "is no status that is known; write {todo}, {doing}, {done} or {dropped}",
        todo="to do",
        doing="doing",
        done="done",
        dropped="dropped",
    )
    raise ValueError(said)


def too_long(length: int, most: str) -> str:
    """That a cell has so many characters."""
    # for translators: said of a cell, which stands before it
    return tr_n(
        "has {count} character, and may have {most}; shorten it",
        "has {count} characters, and may have {most}; shorten it",
        length,
        count=format_count(length),
        most=most,
    )


def _read_as(where: str, value: str, reason: str) -> str:
    # for translators: how a cell was read, and why: "14.000 on line 5 as 14000, as in 2,5 on line 4"
    return tr("{where} as {value}, {reason}", where=where, value=value, reason=reason)


def _no_confidence() -> ValueError:
    # for translators: said of a cell, which stands before it
    return ValueError(tr("is no whole number from 0 to 10"))


def _cells(rows: Sequence[Row], heading: Heading, fields: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The cells of these fields that are not empty, each with its line."""
    wanted = [column.index for column in heading.columns if column.field in fields]
    return ((row.line, cell) for row in rows for index in wanted if (cell := row.cell(index)))


def _bare_number(cell: str) -> Decimal | None:
    amount = amounts.scan(cell)
    return amount.readings[0][1] if amount else None


def _refuse_broken(text: str) -> None:
    if _BROKEN.search(text):
        # for translators: said of a cell, which stands before it
        raise ValueError(tr("is an error of the spreadsheet; mend the formula and save it again"))
