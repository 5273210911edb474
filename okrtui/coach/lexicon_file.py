"""What a lexicon's file holds, list by list, and the reading of it. The words themselves stand in ``lexicons/``.

How a file is written, and how to add a language, stands in CONTRIBUTING. The examples at the end of each
file are its tests and are not read here.
"""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from okrtui.coach.folding import fold_list
from okrtui.model.record import Invalid, Record
from okrtui.model.record_fields import Reader

EXAMPLES_BEGIN = "\n[[example]]"
"""Where the examples of a lexicon's file begin; they stand last."""

_FOLDER = Path(__file__).with_name("lexicons")


class LexiconError(Exception):
    """A lexicon's file is wrong: which file, where, what."""


def _entries(text: Any) -> tuple[str, ...]:
    """Phrases separated by commas or line breaks, folded as sentences are."""
    if isinstance(text, tuple):
        return text
    if not isinstance(text, str):
        raise ValueError("is no text; write the words in one text, with commas between them")
    entries = tuple(entry for part in fold_list(text.replace("\n", ",")).split(",") if (entry := part.strip()))
    if len(set(entries)) < len(entries):
        doubled = sorted({entry for entry in entries if entries.count(entry) > 1})
        raise ValueError(f"holds twice: {', '.join(doubled)}")
    return entries


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("is no number")
    return Decimal(value)


Entries = Annotated[tuple[str, ...], Reader(_entries)]
Amounts = dict[str, Annotated[Decimal, Reader(_number)]]


_NONE: Amounts = {}


class Numbers(Record):
    """How numbers are written."""

    decimal: Literal[".", ","] = "."
    """What stands before the decimals; the other one groups thousands where it is followed by three digits."""
    add: Amounts = _NONE
    """Number words that are added to what stands before them: one, two, twenty."""
    times: Amounts = _NONE
    """Number words that multiply what stands before them: hundred, thousand."""
    magnitudes: Amounts = _NONE
    """What multiplies digits and is no word of its own: k, bn, Mio."""
    joins: Entries = ()
    """What may stand between two number words: and."""
    articles: Entries = ()
    """Number words that alone are articles or too common to count."""
    before_noun: Entries = ()
    """Number words that only count where a word follows, as they mean something else as well."""
    endings: Entries = ()
    """What may be glued behind a number word."""
    hedges: Entries = ()
    """Before a number that is not quite sure: about."""
    hedges_after: Entries = ()
    """The same behind the number: or so."""
    need_unit: bool = False
    """Whether a short number word only counts before a unit, as other words begin with the same sign."""


class Before(Record):
    """What makes something of the number after it."""

    money: Entries = ()
    percentage: Entries = ()
    factor: Entries = ()
    factor_after_verb: Entries = ()
    """Makes a factor where a verb of multiplying stands before it."""
    date: Entries = ()
    period: Entries = ()
    """Makes a period of a measured time: within, every, in the next."""
    ordinal: Entries = ()
    rank: Entries = ()
    name: Entries = ()


class After(Record):
    """What makes something of the number before it."""

    money: Entries = ()
    percentage: Entries = ()
    points: Entries = ()
    """A share, or a count where something is measured on a scale of points."""
    factor: Entries = ()
    fraction: Entries = ()
    """Alone, or with a second number behind it: thirds, 分の."""
    ratio: Entries = ()
    """Between two numbers: 9 out of 10. Without a second number it makes nothing."""
    ratio_apart: Entries = ()
    """The same, also with what is counted before it: 9 clients sur 10."""
    times: Entries = ()
    """A count, and a factor behind a word that something grows or falls: مرات."""
    noun: Entries = ()
    """Nouns that are counted; a name before the number is still a name."""
    duration: Entries = ()
    """Days and longer."""
    clock: Entries = ()
    """Hours and shorter: as a period, they still are a measure."""
    count: Entries = ()
    """Counters and everything else that is counted, where it must be told from the types around."""
    date: Entries = ()
    ordinal: Entries = ()
    rank: Entries = ()
    name: Entries = ()
    vague: Entries = ()


class Follow(Record):
    """What makes something of the number and the unit before it."""

    period: Entries = ()
    name: Entries = ()


class Whole(Record):
    """Phrases that are one quantity, or the name of something that looks like one."""

    name: Entries = ()
    date: Entries = ()
    ordinal: Entries = ()
    rank: Entries = ()
    vague: Entries = ()
    placeholder: Entries = ()
    percentage: Entries = ()


class Values(Record):
    """Phrases that are one quantity, with how much."""

    pair: Entries = ()
    """Words that say two of something by their form: حملتين."""
    count: Amounts = _NONE
    factor: Amounts = _NONE
    fraction: Amounts = _NONE
    duration: Amounts = _NONE
    clock: Amounts = _NONE


class Change(Record):
    """Words around the numbers of a change."""

    start: Entries = ()
    """Before the number where it starts: from."""
    start_after: Entries = ()
    """The same behind the number: から."""
    goal: Entries = ()
    """Before the number where it ends: to."""
    goal_after: Entries = ()
    level: Entries = ()
    """Before how high a rate is to be: a rate of 40 %."""
    rates: Entries = ()
    """What a share measures, rather than by how much something changes: open rate."""
    rate_endings: Entries = ()
    """What the words for such end in, where they are written in one: Öffnungsrate."""
    step: Entries = ()
    """Before how much it changes: by."""
    step_after: Entries = ()
    more: Entries = ()
    """Behind a number, alone or with what is counted, that says by how much something changes: 1,000 more visitors."""
    links: Entries = ()
    """All that may stand between the two numbers of a change or a range."""
    until: Entries = ()
    """Before a due date."""
    until_after: Entries = ()
    through: Entries = ()
    """Before the name of a month, the last day of which is the due date: by February."""
    through_after: Entries = ()
    ahead: Entries = ()
    """Before the name of a month, the day before which is the due date: before March."""
    ahead_after: Entries = ()
    weeks: Entries = ()
    """What makes a calendar week of the number behind it: KW."""
    maybe_weeks: Entries = ()
    """The same where words call it due: week."""
    week_owners: Entries = ()
    """Behind such a week, what makes it one of something else: of the campaign."""
    week: Entries = ()
    """Before a calendar week, the Friday of which is the due date: by week 10."""
    till: Entries = ()
    """Before a day and nothing else, so that 15.3 behind it is one."""
    week_of: Entries = ()
    """Before a day, the Friday of whose week is the due date: the week of 25 January."""
    week_of_after: Entries = ()
    since: Entries = ()
    """Before the day on which something begins: from 1 February."""
    since_after: Entries = ()
    deadline: Entries = ()
    """Before a time that has a name and no date: by Friday, before Christmas."""
    deadline_after: Entries = ()
    in_time: Entries = ()
    """Before how many days or weeks from now on something is due: in 3 weeks."""
    in_time_after: Entries = ()
    """The same behind the days or weeks: 3週間後."""
    times_of_day: Entries = ()
    """Behind the name of a day, no more than a part of it: Freitag Mittag."""
    partly: Entries = ()
    """Before the name of a week or a day, only a part of it: late next week."""
    weekly: Entries = ()
    """Words that say that something is counted anew each week."""
    up: Entries = ()
    """Words that say that a number grows."""
    down: Entries = ()
    grows: Entries = ()
    """Of these, what says so of the number itself: *improve* and *boost* can make it smaller."""
    falls: Entries = ()
    helpers: Entries = ()
    """Verbs that stand before the one of the change: help grow, faire passer."""
    number_of: Entries = ()
    """Before what is counted, and no part of it: the number of."""
    template: str = ""
    """How the language says a change: ``from {start} to {goal}{unit}``."""
    multiply: Entries = ()
    """Verbs of multiplying and dividing."""
    keep: Entries = ()
    """Words that say that a number is to stay where it is."""
    between: Entries = ()
    """Before two numbers that something is to stay within, which no single field holds."""
    never: Entries = ()
    """Words before a level that turn it round: never fall below 4."""
    at_least: Entries = ()
    """Words that keep a number above a level."""
    at_least_after: Entries = ()
    """The same behind the number: 40 or more."""
    at_most: Entries = ()
    at_most_after: Entries = ()
    definite: Entries = ()
    """Before a number word that only names things known already: the two brands."""


class ObjectiveWords(Record):
    """What tells whether an objective says a direction."""

    softeners: Entries = ()
    """What may stand before the first word that counts: to, we will, let's."""
    first: Entries = ()
    """Verbs that say a direction where they stand first."""
    either: Entries = ()
    """Verbs that are nouns as well: they count where an opener follows."""
    openers: Entries = ()
    """What follows a verb and hardly a noun: the, our, with."""
    anywhere: Entries = ()
    """Words that say a direction wherever they stand."""
    last: Entries = ()
    """Verbs and verbal nouns that say a direction where they end the sentence."""
    anywhere_endings: Entries = ()
    """Ends of words that say a direction wherever they stand."""
    first_endings: Entries = ()
    last_endings: Entries = ()
    not_verbs: Entries = ()
    """Ends of words that look like verbs and are none."""
    cut: Entries = ()
    """What begins the part of a name that only describes it: for, in, of."""
    things: Entries = ()
    """Nouns that name a field or a thing."""
    thing_endings: Entries = ()
    describing: Entries = ()
    """Words that may stand around a thing and say no direction: new, our, and."""
    alone: Entries = ()
    """What says, alone, that something is to happen, and neither to what nor for whom: grow, growth."""


class KeyResultWords(Record):
    """What gives a key result away that nobody can check."""

    vague: Entries = ()
    activity: Entries = ()


class LexiconFile(Record):
    """What a lexicon's file holds."""

    name: str
    """What the language calls itself."""
    head: Literal["first", "last"] = "last"
    """Where in a name the noun stands that says what it is."""
    unspaced: bool = False
    """Whether words follow each other without spaces."""
    open_end: bool = False
    """Whether any word may have an ending glued to it."""
    verb_last: bool = False
    """Whether the verb ends the sentence, and a change stands before it."""
    prefixes: Entries = ()
    """What may be glued before a word."""
    capital_nouns: bool = False
    """Whether nouns are written with a capital."""
    month_first: bool = False
    """Whether people write the day behind the month, too: December 15."""
    scores: Entries = ()
    """Words before a ratio that is a mark, and counts: score, rating."""
    scales: Entries = ()
    """What is measured in points: NPS."""
    owners: Entries = ()
    """What people write before the name of an owner, in all languages; it stands in the shared file: owner."""
    oneself: Entries = ()
    """What people write as the owner who mean themselves, in all languages; it stands in the shared file: me."""
    marks: str = ""
    """Letters that tell the language from the others in the same script."""
    common: Entries = ()
    """Common words that tell the language."""
    numbers: Numbers = Numbers.made()
    before: Before = Before.made()
    after: After = After.made()
    follow: Follow = Follow.made()
    whole: Whole = Whole.made()
    value: Values = Values.made()
    months: tuple[Entries, ...] = ()
    """The names of the months, January first."""
    month_ends: Entries = ()
    """What makes the month's last day of the name of the month after it: end of."""
    month_ends_after: Entries = ()
    """The same behind the name of the month: 末."""
    month_middles: Entries = ()
    """What makes the middle of the month, its 15th, of the name of the month after it: mid."""
    month_middles_after: Entries = ()
    """The same behind the name of the month: 中旬."""
    quarter_ends: Entries = ()
    """What the end of the quarter is called."""
    named_quarter_ends: Entries = ()
    """The same of a quarter that is named, with # for its number: end of Q#."""
    this_month_ends: Entries = ()
    """What the end of the month that it is now is called."""
    change: Change = Change.made()
    objective: ObjectiveWords = ObjectiveWords.made()
    key_result: KeyResultWords = KeyResultWords.made()


def read_file(name: str) -> LexiconFile:
    """What a lexicon's file holds, checked, without its examples.

    Raises:
        LexiconError: the file is wrong.
    """
    path = _FOLDER / f"{name}.toml"
    text = path.read_text("utf-8").partition(EXAMPLES_BEGIN)[0]
    try:
        return LexiconFile.read(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    except Invalid as error:
        first = error.details[0]
        place = ".".join(map(str, first["loc"]))
        raise LexiconError(f"{path.name}, {place}: {first['msg'].removeprefix('Value error, ')}") from error
