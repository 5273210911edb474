"""The words of an update: sentences of ours that quote texts of the plan, and amounts as one says them."""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce
from string import Formatter

from okrtui.coach.said_owner import is_oneself
from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.dates import format_date
from okrtui.model.numbers import format_amount, format_trimmed, with_unit
from okrtui.model.plan import KeyResult, Plan
from okrtui.model.text import display
from okrtui.model.widths import cell_width
from okrtui.report.columns import one_line
from okrtui.report.words import capital, full_stop

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_DIGITS = 2
"""Digits that a worked-out amount has at least, where it is not whole."""


@frozen
class Quote:
    """A text of the plan, on one line and safe to print; every format keeps it literal."""

    text: str


Words = tuple[str | Quote, ...]
"""A sentence: words of ours, and texts of the plan between them."""


def quote(text: str) -> Quote:
    """A text of the plan, its line breaks turned into spaces."""
    return Quote(display(one_line(text)))


def person(name: str) -> Quote:
    """Who answers for something, for others to read; empty where it is only said to be oneself."""
    return quote("" if is_oneself(name) else name)


def title(text: str) -> str | Quote:
    """A title, or what is said where there is none."""
    found = quote(text)
    return found if found.text else tr("(no title yet)")


def short_title(text: str, width: int) -> Words:
    """A title in quotation marks, in at most so many columns: cut after a word where it is longer."""
    whole = title(text)
    if isinstance(whole, str):
        # for translators: stands for an objective or a key result in a sentence
        return (tr("one without a title"),)
    if cell_width(whole.text) <= width:
        return filled(tr('"{title}"'), title=whole)
    kept = ""
    for char in whole.text:
        if cell_width(kept + char) > width - 1:
            break
        kept += char
    words = kept.rpartition(" ")[0]
    return filled(tr('"{title}"'), title=Quote(f"{words if len(words) > len(kept) // 2 else kept}…"))


def paragraphs(text: str) -> tuple[Quote, ...]:
    """The lines of a longer text of the plan that hold anything."""
    return tuple(found for line in text.splitlines() if (found := quote(line)).text)


def filled(sentence: str, **parts: str | Quote | Words) -> Words:
    """A sentence with texts of the plan in place of their names in braces, which each language puts where it likes.

    The full stop of an abbreviation of ours at the end, as in *5. Nov.*, is that of the sentence as well.

    Args:
        sentence: ours, as ``tr`` gives it without values: ``Focus: {focus}``.
        parts: what stands for each name.
    """
    said: list[str | Quote] = []
    for ours, name, _, _ in Formatter().parse(sentence):
        abbreviated = bool(said) and isinstance(said[-1], str) and said[-1].endswith(".")
        said.append(ours.removeprefix(".") if abbreviated else ours)
        part = parts[name] if name is not None else ()
        said.extend(part if isinstance(part, tuple) else (part,))
    return tuple(part for part in said if part != "")


def labelled(sentence: str, text: str) -> tuple[Words, ...]:
    """A longer text of the plan, a paragraph each, the first within words of ours; nothing where it is empty.

    Args:
        sentence: ours: ``Why: {text}``.
        text: the plan's.
    """
    found = paragraphs(text)
    return tuple((line,) if place else filled(sentence, text=line) for place, line in enumerate(found))


def plain(words: Words) -> str:
    """The sentence without marks."""
    return "".join(part if isinstance(part, str) else part.text for part in words)


def listed(parts: Iterable[Words]) -> Words:
    """Several as one would list them: ``one, two and three``; one at least."""
    *most, last = parts
    if not most:
        return last
    words = reduce(lambda first, second: filled(tr("{first}, {second}"), first=first, second=second), most)
    return filled(tr("{words} and {last}"), words=words, last=last)


def sentences(parts: Iterable[Words]) -> Words:
    """Whole sentences, one after the other; one at least."""
    return reduce(lambda first, second: filled(tr("{first} {second}"), first=first, second=second), parts)


def amount(value: Decimal, node: KeyResult) -> str:
    """A value exactly as typed, with the key result's unit where there is one."""
    return with_unit(format_amount(value), display(node.unit))


def about(value: Decimal) -> str:
    """A worked-out amount, without its sign, as one would say it: ``4,543``, ``1.7``, ``0.036``."""
    size = abs(value)
    places = max(0, _DIGITS - 1 - size.adjusted()) if size else 0
    return format_trimmed(_EXACT.quantize(size, Decimal(1).scaleb(-places)))


def changed_by(change: Decimal) -> str:
    """A change of a value: ``up 2``, ``down 0.5``, ``unchanged``."""
    if not change:
        # for translators: a value that did not change
        return tr("unchanged")
    by = format_amount(abs(change))
    # for translators: by how much a value rose
    return tr("up {amount}", amount=by) if change > 0 else tr("down {amount}", amount=by)


def day(date: dt.date, plan: Plan) -> str:
    """``31 Dec``, with the year where that is not plain from the quarter."""
    return format_date(date, plan.start, plan.end)


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop."""
    return sentence_end(capital(text))


def sentence_end(text: str) -> str:
    """The text with a full stop, where it has none or another sign at its end."""
    return text if text.endswith((".", "!", "?", "…", "。")) else full_stop(text)
