"""The words of an update: sentences of ours that quote texts of the plan, and amounts as one says them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from okrtui.model.dates import MONTHS, format_date
from okrtui.model.numbers import format_amount
from okrtui.model.plan import KeyResult, Plan
from okrtui.model.text import display
from okrtui.report.columns import cell_width

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_DIGITS = 2
"""Digits that a worked-out amount has at least, where it is not whole."""
_UNTITLED = "(no title yet)"


@dataclass(frozen=True)
class Quote:
    """A text of the plan, on one line and safe to print; every format keeps it literal."""

    text: str


Words = tuple[str | Quote, ...]
"""A sentence: words of ours, and texts of the plan between them."""


def quote(text: str) -> Quote:
    """A text of the plan, its line breaks turned into spaces."""
    return Quote(display(" ".join(text.split())))


def title(text: str) -> str | Quote:
    """A title, or what is said where there is none."""
    found = quote(text)
    return found if found.text else _UNTITLED


def short_title(text: str, width: int) -> Words:
    """A title in quotation marks, in at most so many columns: cut after a word where it is longer."""
    whole = title(text)
    if isinstance(whole, str):
        return ("one without a title",)
    if cell_width(whole.text) <= width:
        return ('"', whole, '"')
    kept = ""
    for char in whole.text:
        if cell_width(kept + char) > width - 1:
            break
        kept += char
    words = kept.rpartition(" ")[0]
    return ('"', Quote(f"{words if len(words) > len(kept) // 2 else kept}…"), '"')


def paragraphs(text: str) -> tuple[Quote, ...]:
    """The lines of a longer text of the plan that hold anything."""
    return tuple(found for line in text.splitlines() if (found := quote(line)).text)


def labelled(label: str, text: str) -> tuple[Words, ...]:
    """A longer text of the plan, a paragraph each, the first behind a word of ours; nothing where it is empty."""
    found = paragraphs(text)
    return tuple((line,) if place else (label, line) for place, line in enumerate(found))


def plain(words: Words) -> str:
    """The sentence without marks."""
    return "".join(part if isinstance(part, str) else part.text for part in words)


def joined(parts: Iterable[Words]) -> Words:
    """Several as one would list them: ``one, two and three``."""
    listed = list(parts)
    said: list[str | Quote] = []
    for place, part in enumerate(listed):
        if place:
            said.append(" and " if place == len(listed) - 1 else ", ")
        said.extend(part)
    return tuple(said)


def amount(value: Decimal, node: KeyResult) -> str:
    """A value exactly as typed, with the key result's unit where there is one."""
    return f"{format_amount(value)} {display(node.unit)}".rstrip()


def about(value: Decimal) -> str:
    """A worked-out amount, without its sign, as one would say it: ``4,543``, ``1.7``, ``0.036``."""
    size = abs(value)
    places = max(0, _DIGITS - 1 - size.adjusted()) if size else 0
    rounded = f"{_EXACT.quantize(size, Decimal(1).scaleb(-places)):,f}"
    return rounded.rstrip("0").rstrip(".") if "." in rounded else rounded


def changed_by(change: Decimal) -> str:
    """A change of a value: ``up 2``, ``down 0.5``, ``unchanged``."""
    if not change:
        return "unchanged"
    return f"{'up' if change > 0 else 'down'} {format_amount(abs(change))}"


def day(date: dt.date, plan: Plan) -> str:
    """``31 Dec``, with the year where that is not plain from the quarter."""
    return format_date(date, plan.start, plan.end)


def full_day(date: dt.date) -> str:
    """``12 Nov 2026``."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def many(number: int, noun: str) -> str:
    """``1 action``, ``2 actions``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    return sentence_end(f"{text[:1].upper()}{text[1:]}")


def sentence_end(text: str) -> str:
    """The text with a full stop, where it has none or another sign at its end."""
    return text if text.endswith((".", "!", "?", "…", "。")) else f"{text}."
