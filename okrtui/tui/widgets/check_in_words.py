"""What stands in the fields of a check-in and below them: what was, where it is to go, what keys do, what is wrong."""

import datetime as dt
from decimal import Decimal

from textual.content import Content

from okrtui.i18n import tr
from okrtui.model.dates import format_date
from okrtui.model.levels import week_around, weeks_kept
from okrtui.model.numbers import UnitTypedError, format_amount, with_unit
from okrtui.model.plan import KeyResult
from okrtui.model.reading_values import Entry, NoLastValueError
from okrtui.report.words import weeks_words
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets.phrase import SLOT, around

_UNIT_WIDTH = 30


def skip_words(entry: Entry, span: tuple[dt.date, dt.date]) -> str:
    """What leaving a key result out does: of a level, each week counts."""
    if entry.key_result.kind != "reach":
        first, last = (format_date(day, *span) for day in week_around(entry.key_result, *span, entry.date))
        # for translators: what the key before it does: it leaves out a key result of which each week counts
        return tr("skips; {first} to {last} is missed then", first=first, last=last)
    # for translators: what the key before it does: it leaves this key result out
    return tr("skips")


def known_words(entry: Entry, span: tuple[dt.date, dt.date], width: int) -> Content:
    """What it was, and where it is to go; the weeks of a level where they fit, no unit where that does not."""
    key_result = entry.key_result
    if entry.last is not None:
        day = format_date(entry.last.date, *span)
        # for translators: the last value of a key result, and when that was
        was = tr("was {value} on {day}", value=format_amount(entry.last.value), day=day)
    elif key_result.baseline is not None:
        # for translators: the value that a key result started from
        was = tr("baseline {value}", value=format_amount(key_result.baseline))
    else:
        was = tr("no value yet")
    unit = with_unit("", stable(key_result.unit)[:_UNIT_WIDTH])
    if key_result.target is None:
        return Content.assemble((was, "bold"), content(unit))
    target = format_amount(key_result.target)
    whole = around(_towards(key_result, f"{target}{unit}"), (was, "bold"))
    if key_result.kind != "reach" and (weeks := weeks_kept(key_result, *span, entry.date)):
        longer = Content.assemble(whole, (f"   {weeks_words(weeks)}", "$quiet"))
        whole = longer if longer.cell_length <= width else whole
    return whole if whole.cell_length <= width else around(_towards(key_result, target), (was, "bold"))


def _towards(key_result: KeyResult, amount: str) -> str:
    """Where a key result is to go, behind the place for what it was."""
    if key_result.kind == "at_least":
        return tr("{was}, at least {amount}", was=SLOT, amount=amount)
    if key_result.kind == "at_most":
        return tr("{was}, at most {amount}", was=SLOT, amount=amount)
    # for translators: {was} is the last value, {amount} is where it is to go: "was 24 on 2 Nov, target 30 MQLs"
    return tr("{was}, target {amount}", was=SLOT, amount=amount)


def key_words(entries: list[tuple[str, str]], before: str = "") -> Content:
    """Keys with what they do, in a row, behind some words."""
    parts = [Content.assemble((key, "bold $primary"), (f" {does}", "$quiet")) for key, does in entries]
    return Content("   ").join([*([Content.styled(before, "$quiet")] if before else []), *parts])


def refusal(entry: Entry, text: str, error: ValueError) -> str:
    """What is wrong with a value, about the words that were typed."""
    if isinstance(error, UnitTypedError):
        # there is no other field for its unit here
        known = (entry.usual_value, entry.key_result.target, Decimal(30))
        example = format_amount(next(amount for amount in known if amount is not None))
        return tr('"{text}": write the number alone, such as {example}', text=text.strip(), example=example)
    if isinstance(error, NoLastValueError):
        return str(error)
    # for translators: {problem} goes on with the sentence: "is no number; write it like 30, +3 or -2"
    return tr('"{text}" {problem}', text=text.strip(), problem=error)
