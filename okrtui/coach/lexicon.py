"""The words of a language, ready to be looked up: its file and the shared one, put together."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from okrtui.coach.folding import fold_list
from okrtui.coach.lexicon_file import Amounts, LexiconError, LexiconFile, ObjectiveWords, Values, read_file
from okrtui.coach.phrases import Phrases
from okrtui.frozen import frozen
from okrtui.model.record import Record

_ENDINGS = frozenset({"not_verbs", *(name for name in ObjectiveWords.FIELDS if name.endswith("_endings"))})
"""The lists of an objective's words that are ends of words."""


@frozen
class Lexicon:
    """A language's words, ready to be looked up; the shared ones are among them."""

    code: str
    head: str
    unspaced: bool
    verb_last: bool
    capital_nouns: bool
    month_first: bool
    scores: Phrases[bool]
    scales: Phrases[bool]
    template: str
    prefixes: tuple[str, ...]
    marks: frozenset[str]
    vote_words: Mapping[str, int]
    """How much each word says that a sentence is in this language: its common words most."""
    glued: bool
    """Whether words may follow each other, or have endings, without a sign in between."""
    decimal: str
    number_words: Phrases[tuple[bool, Decimal]]
    """With whether it multiplies."""
    magnitudes: Phrases[Decimal]
    joins: Phrases[bool]
    articles: frozenset[str]
    before_noun: frozenset[str]
    number_endings: Phrases[bool]
    hedges: Phrases[bool]
    hedges_after: Phrases[bool]
    need_unit: bool
    before: Phrases[str]
    after: Phrases[str]
    follow: Phrases[str]
    whole: Phrases[tuple[str, Decimal | None]]
    months: Phrases[int]
    month_ends: Phrases[bool]
    month_ends_after: Phrases[bool]
    month_middles: Phrases[bool]
    month_middles_after: Phrases[bool]
    quarter_ends: Phrases[bool]
    named_quarter_ends: Phrases[int]
    """With the number of the quarter."""
    this_month_ends: Phrases[bool]
    change: Mapping[str, Phrases[bool]]
    objective: Mapping[str, Phrases[bool]]
    endings: Mapping[str, tuple[str, ...]]
    key_result: Mapping[str, Phrases[bool]]

    @cached_property
    def votes(self) -> Phrases[int]:
        """:attr:`vote_words`, filed when a language is first to be told by them."""
        return Phrases(self.vote_words, open_end=self.glued)


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language, loaded once.

    Raises:
        LexiconError: its file is wrong.
    """
    shared, own = read_file("shared"), read_file(code)
    amounts = own.numbers
    is_open = own.open_end or own.unspaced

    def phrases(values: Mapping[str, Any]) -> Phrases[Any]:
        return Phrases(values, open_end=is_open)

    def listed(words: Iterable[str]) -> Phrases[bool]:
        return phrases(dict.fromkeys(words, True))

    def merged(section: str) -> Phrases[str]:
        return phrases({**_typed(getattr(shared, section)), **_typed(getattr(own, section))})

    return Lexicon(
        code=code,
        head=own.head,
        unspaced=own.unspaced,
        glued=is_open,
        verb_last=own.verb_last,
        capital_nouns=own.capital_nouns,
        month_first=own.month_first,
        scores=listed(own.scores),
        scales=listed((*shared.scales, *own.scales)),
        template=own.change.template,
        prefixes=tuple(sorted(own.prefixes, key=len, reverse=True)),
        marks=frozenset(own.marks),
        vote_words=_votes(own),
        decimal=amounts.decimal,
        number_words=_number_words(amounts.add, amounts.times),
        magnitudes=phrases({**_folded(shared.numbers.magnitudes), **_folded(amounts.magnitudes)}),
        joins=Phrases(dict.fromkeys(amounts.joins, True), open_end=True),
        articles=frozenset(amounts.articles),
        before_noun=frozenset(amounts.before_noun),
        number_endings=listed(amounts.endings),
        hedges=listed((*shared.numbers.hedges, *amounts.hedges)),
        hedges_after=listed(amounts.hedges_after),
        need_unit=amounts.need_unit,
        before=merged("before"),
        after=merged("after"),
        follow=merged("follow"),
        whole=phrases({**_whole(shared), **_whole(own)}),
        months=phrases({entry: number for number, names in enumerate(own.months, 1) for entry in names}),
        month_ends=listed(own.month_ends),
        month_ends_after=listed(own.month_ends_after),
        month_middles=listed(own.month_middles),
        month_middles_after=listed(own.month_middles_after),
        quarter_ends=listed(own.quarter_ends),
        named_quarter_ends=phrases(_of_quarters(own)),
        this_month_ends=listed(own.this_month_ends),
        change={name: listed(words) for name, words in vars(own.change).items() if name != "template"},
        objective={name: listed(words) for name, words in vars(own.objective).items() if name not in _ENDINGS},
        endings={name: getattr(own.objective, name) for name in _ENDINGS} | {"rate_endings": own.change.rate_endings},
        key_result={name: listed(words) for name, words in vars(own.key_result).items()},
    )


def _votes(own: LexiconFile) -> dict[str, int]:
    """How much each word tells the language: a common one 2, any other 1."""
    words = {word: 1 for name, listed in vars(own.objective).items() if name not in _ENDINGS for word in listed}
    return {**words, **dict.fromkeys(own.common, 2)}


def _number_words(add: Amounts, times: Amounts) -> Phrases[tuple[bool, Decimal]]:
    """Number words, with whether each multiplies what stands before it."""
    words = {entry: (False, amount) for entry, amount in _folded(add).items()}
    return Phrases({**words, **{entry: (True, amount) for entry, amount in _folded(times).items()}}, open_end=True)


def _whole(file: LexiconFile) -> dict[str, tuple[str, Decimal | None]]:
    """The phrases that are a quantity by themselves, with what they are and how much."""
    whole: dict[str, tuple[str, Decimal | None]] = {}
    whole |= {entry: (kind, None) for entry, kind in _typed(file.whole).items()}
    whole |= dict.fromkeys(_of_quarters(file), ("date", None))
    whole |= dict.fromkeys(file.value.pair, ("count", Decimal(2)))
    for kind in Values.FIELDS.keys() - {"pair"}:
        whole |= {entry: (kind, amount) for entry, amount in _folded(getattr(file.value, kind)).items()}
    return whole


def _of_quarters(file: LexiconFile) -> dict[str, int]:
    return {entry.replace("#", str(number)): number for entry in file.named_quarter_ends for number in range(1, 5)}


def _typed(section: Record) -> dict[str, str]:
    """Each entry of a section with the name of the list that it stands in.

    Raises:
        LexiconError: an entry stands in two lists.
    """
    typed: dict[str, str] = {}
    for kind, entries in vars(section).items():
        for entry in entries:
            if entry in typed:
                raise LexiconError(f"{entry!r} stands in {typed[entry]} and in {kind}")
            typed[entry] = kind
    return typed


def _folded(amounts: Amounts) -> dict[str, Decimal]:
    return {fold_list(entry): amount for entry, amount in amounts.items()}
