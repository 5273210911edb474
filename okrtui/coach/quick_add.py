"""One sentence to the fields of a key result or an action: *Increase MQLs from 20 to 30 by 15 Dec*."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from okrtui.coach.change import KEPT, Level, baseline_and_target, either_way, is_part, kept, with_words
from okrtui.coach.direction import direction
from okrtui.coach.language import readings
from okrtui.coach.quantities import MEASURES, SHARES, Quantity
from okrtui.coach.reading import Reading
from okrtui.coach.said_due import SaidDue, said_due, said_in_time, said_last
from okrtui.coach.said_owner import as_known, without_owner
from okrtui.model.numbers import check_amount
from okrtui.model.plan import Action, KeyResult, Plan

_MOST_UNIT_WORDS = 3
_MOST_ENDING_WORDS = 5
"""The most of them where they end a part of the sentence: *500 refer a friend sign ups*."""


def quick_fields(item: KeyResult | Action, sentence: str, plan: Plan, today: dt.date) -> Mapping[str, Any]:
    """The fields that a sentence fills, the title among them; the title alone where it says nothing else.

    The due date and the owner, ``@ben`` at the end or before the date there, go into their fields and leave the
    sentence; numbers stay in it. A date or a number that could be two fills nothing. Weekdays count from ``today``, and
    so do *in 3 weeks* and *tomorrow* at the end of an action: of a key result they may be what is measured.
    """
    owner, unowned = without_owner(sentence, plan)
    said = said_due(unowned, plan, today)
    if said is None and owner and (said := said_due(sentence, plan, today)):
        owner = ""  # 2/5 is a day because of the owner before it: @鈴木 2/5
    else:
        sentence = unowned
    if said is None and isinstance(item, Action):
        said = said_in_time(sentence, plan, today) or said_last(sentence, plan, today)
    due, title = _without_due(sentence, said, plan)
    if not owner:
        owner, title = without_owner(title, plan)
    fields: dict[str, Any] = {"title": title}
    if owner:
        fields["owner"] = as_known(owner, plan)
    if due is not None:
        fields["due"] = due
    if isinstance(item, KeyResult):
        fields |= _numbers(sentence, readings(sentence, plan.language)[0])
    return fields


def fields_written_anew(item: KeyResult | Action, sentence: str, plan: Plan, today: dt.date) -> Mapping[str, Any]:
    """What the sentence of an item that is there fills: the title, and of the other fields those that are empty.

    The words of a date and an owner leave the sentence once both stand in their fields.
    """
    said = quick_fields(item, sentence, plan, today)
    taken = {name: value for name, value in said.items() if getattr(item, name) in (None, "")}
    if "target" in taken and "kind" in said:
        taken["kind"] = said["kind"]
    leaves = all(name in taken for name in ("due", "owner") if name in said)
    return {**taken, "title": said["title"] if leaves else sentence}


def _without_due(sentence: str, said: SaidDue | None, plan: Plan) -> tuple[dt.date | None, str]:
    """The due date, and the sentence without it and the words that say it."""
    if said is None:
        return None, sentence
    try:
        due = said.day(plan)
    except ValueError:
        return None, sentence
    return due, said.left_of(sentence)


def _numbers(sentence: str, reading: Reading) -> Mapping[str, Any]:
    """Baseline, target, unit and kind, as far as the sentence counts anything."""
    start, target = baseline_and_target(reading)
    amounts = _amounts(reading, start, target)
    if not amounts or reading.find(reading.words.change["between"]):
        return {}
    if target is None:
        return {**amounts, "unit": _unit(sentence, reading, start) if start else ""}
    change = reading.words.change
    rate = _rate(sentence, reading)
    counted = _unit(sentence, reading, target) or (_unit(sentence, reading, start) if start else "")
    unit = {"unit": _with_rate(sentence, counted, rate)}
    if start is None and (kind := kept(reading, target)) and not _is_reached_once(reading, target, kind):
        return {**amounts, "kind": kind, **unit}
    moves = is_part(reading, target, "goal") or reading.find(change["up"]) or reading.find(change["down"])
    if start is None and not moves and rate:
        return {**amounts, "kind": "at_least", **unit}
    if start is None and not moves and target.type not in SHARES and _is_done(reading, target):
        amounts["baseline"] = Decimal(0)  # what somebody does is counted from none; "12k readers" may be there already
    return {**amounts, **unit}


def _is_done(reading: Reading, target: Quantity) -> bool:
    """Whether a verb says that somebody does what is counted, or one word that may be one: *sign* 5 contracts."""
    return direction(reading) == "said" or sum(token[1] <= target.start for token in reading.tokens) == 1


def _is_reached_once(reading: Reading, target: Quantity, kind: Level) -> bool:
    """Whether *at least 3* are to be there once and not each week: *send at least 3 newsletters*.

    Nothing says that they are kept, and what is counted stands behind the number, with no more than a verb before it.
    """
    first, _ = with_words(reading, target, "at_least")
    before = [token for token in reading.tokens if token[1] <= first]
    is_whole = target.value is not None and target.value == target.value.to_integral_value()
    counts = kind == "at_least" and is_whole and bool(_counted(reading, target))
    is_led = len(before) <= 1 and all(_is_verb(reading, *token) for token in before)
    return counts and is_led and not reading.find(reading.words.change["keep"])


def _amounts(reading: Reading, start: Quantity | None, target: Quantity | None) -> dict[str, Decimal]:
    """Baseline and target, as far as each is one number that a field can hold."""
    said = {name: _amount(reading, it) for name, it in (("target", target), ("baseline", start)) if it is not None}
    return {name: amount for name, amount in said.items() if amount is not None}


def _amount(reading: Reading, quantity: Quantity) -> Decimal | None:
    if quantity.value is None or either_way(reading, quantity):
        return None
    try:
        return check_amount(Decimal(f"{quantity.value.normalize():f}"))
    except ValueError:
        return None


def _unit(sentence: str, reading: Reading, target: Quantity) -> str:
    """What is counted: the unit behind the number, the words after it, or what is said to change."""
    own = _said(sentence, reading, target.number_end, target.end) if target.number_end else ""
    if target.type != "count" or own:
        return own.strip(" -") or _money(sentence, reading, target)
    after = _counted(reading, target)
    nouns = _up_to_noun(reading, after) if reading.words.capital_nouns else after
    if nouns:
        return _said_of(sentence, reading, nouns)
    verb_last = reading.words.verb_last or bool(after) or direction(reading) != "said"
    return _object(sentence, reading, verb_last=verb_last) or _said_of(sentence, reading, after)


def _rate(sentence: str, reading: Reading) -> str:
    """The words that say that something is counted anew each week; empty where none do."""
    found = reading.find(reading.words.change["weekly"])
    return _said(sentence, reading, *found) if found else ""


def _with_rate(sentence: str, unit: str, rate: str) -> str:
    """The unit with the rate, where that stands right behind it: *blog posts per week*."""
    both = f"{unit.removesuffix(' ' + rate.split()[0]) if rate else unit} {rate}"  # "times per" is a unit by itself
    return both if unit and rate and both in sentence else unit


def _money(sentence: str, reading: Reading, target: Quantity) -> str:
    """The currency that stands before the number."""
    cased = reading.folded.cased[target.start : target.number_end]
    before = next((at for at, char in enumerate(cased) if char.isdecimal()), 0)
    return _said(sentence, reading, target.start, target.start + before) if target.type == "money" else ""


def _counted(reading: Reading, target: Quantity) -> list[tuple[int, int]]:
    """The noun after a number, and after the words that keep it at a level: 40 or more *customers*."""
    return _words_after(reading, max(with_words(reading, target, kind)[1] for kind in KEPT))


def _words_after(reading: Reading, at: int) -> list[tuple[int, int]]:
    """The noun after a number: up to the word that begins the next part."""
    words = [token for token in reading.tokens if token[0] >= at]
    if not words or reading.folded.text[at : words[0][0]].strip():
        return []
    taken: list[tuple[int, int]] = []
    for token in words:
        if _begins_next_part(reading, token[0]) or (taken and reading.folded.text[taken[-1][1] : token[0]] != " "):
            break
        taken.append(token)
    return _shortened(taken)


def _shortened(words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """All words up to where a part of the sentence ends, or the first of too many."""
    return words if len(words) <= _MOST_ENDING_WORDS else words[:_MOST_UNIT_WORDS]


def _up_to_noun(reading: Reading, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words without those in small letters at their end, which are no nouns but the verb: *12 Kunden gewinnen*."""
    nouns = [number for number, (start, end) in enumerate(words, 1) if not reading.folded.cased[start:end].islower()]
    return words[: max(nouns, default=0)]


def _object(sentence: str, reading: Reading, *, verb_last: bool) -> str:
    """What is said to change: the first term in capitals, or the words behind the verb up to the next part."""
    tokens = reading.tokens
    dates = [(quantity.start, quantity.end) for quantity in reading.quantities if quantity.type == "date"]
    until = min((quantity.start for quantity in reading.of_types(MEASURES)), default=len(reading.folded.text))
    before = [token for token in tokens if token[1] <= until and not any(at <= token[0] < end for at, end in dates)]
    for start, end in before:
        if (
            end - start > 1
            and reading.folded.cased[start : start + 2].isupper()
            and not _has_digit(reading, start, end)
        ):
            kinds = reading.folded.kinds
            last = next((at for at in range(start, end) if kinds[at] not in (kinds[start], ".")), end)
            return _said(sentence, reading, start, last)
    taken = _label(reading, before)
    if not taken:
        for token in _from_noun(reading, before, verb_last=verb_last or _is_verb_behind(reading, before)):
            if _begins_next_part(reading, token[0]):
                break
            taken.append(token)
        taken = _shortened(taken)
    nouns = _up_to_noun(reading, taken) if reading.words.capital_nouns else []
    return _said_of(sentence, reading, nouns or taken)


def _label(reading: Reading, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The few words that a colon ends: *Members: 300 to 450*."""
    text = reading.folded.text
    ends = (number for number, (_, end) in enumerate(words, 1) if text[end : end + 2].strip()[:1] == ":")
    number = next(ends, 0)
    return words[:number] if number <= _MOST_UNIT_WORDS else []


def _has_digit(reading: Reading, start: int, end: int) -> bool:
    """Whether it is a name such as G2, which nobody counts."""
    return any(map(str.isdecimal, reading.folded.text[start:end]))


def _is_verb_behind(reading: Reading, words: list[tuple[int, int]]) -> bool:
    """Whether a verb in small letters follows the first word, which is a noun then: *Leads gewinnen, mindestens 40*."""
    cased = reading.folded.cased
    behind = (token for token in words[1:] if cased[slice(*token)].islower())
    return reading.words.capital_nouns and any(_is_verb(reading, *token) for token in behind)


def _from_noun(reading: Reading, words: list[tuple[int, int]], *, verb_last: bool) -> list[tuple[int, int]]:
    """The words without the verbs before the noun and what leads to either: *help grow the number of* subscribers."""
    folded, change = reading.folded, reading.words.change
    is_verb_next = not verb_last
    while words:
        at = words[0][0]
        led = change["number_of"].match(folded, at)
        if led is None and (is_verb_next or verb_last):
            led = reading.words.objective["softeners"].match(folded, at)
        if led:
            words = [token for token in words if token[0] >= led[0]]
        elif is_verb_next:
            helps = change["helpers"].match(folded, at) is not None
            words = words[1:]
            is_verb_next = helps and bool(words) and _is_verb(reading, *words[0])
        elif reading.words.objective["describing"].match(folded, at):
            words = words[1:]
        else:
            break
    return words


def _is_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether the word may say what is to happen."""
    lists = (reading.words.objective["first"], reading.words.change["up"], reading.words.change["down"])
    known = any(verbs.match(reading.folded, start) for verbs in lists)
    return known or reading.folded.text[start:end].endswith(reading.words.endings["first_endings"])


def _begins_next_part(reading: Reading, at: int) -> bool:
    change = reading.words.change
    names = ("start", "goal", "step", *KEPT, *(f"{kind}_after" for kind in KEPT), "until", "weekly")
    parts = (reading.words.objective["cut"], *(change[name] for name in names))
    starts = {quantity.start for quantity in reading.quantities}
    return at in starts or any(part.match(reading.folded, at) for part in parts)


def _said_of(sentence: str, reading: Reading, words: list[tuple[int, int]]) -> str:
    return _said(sentence, reading, words[0][0], words[-1][1]) if words else ""


def _said(sentence: str, reading: Reading, start: int, end: int) -> str:
    first, last = reading.folded.span(start, end)
    return sentence[first:last].strip()
