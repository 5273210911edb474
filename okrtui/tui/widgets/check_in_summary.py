"""What a round came to: what moved and which way, what is behind, what was left out."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from textual.content import Content

from okrtui.frozen import frozen
from okrtui.i18n import mark, tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.levels import weeks_kept
from okrtui.model.measure import PACE_ORDER
from okrtui.model.numbers import format_amount
from okrtui.model.plan import KeyResult
from okrtui.model.reading_values import Direction, direction
from okrtui.model.shares import percent
from okrtui.report.standing import Standing
from okrtui.report.words import weeks_words
from okrtui.tui.plain import content, stable
from okrtui.tui.widgets.cells import cut, filled, widest
from okrtui.tui.widgets.check_in_round import Round, State
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.row_list import ListRow, plain_row
from okrtui.tui.widgets.states import colour_of

_COLOUR: dict[Direction, str] = {
    "better": "$success",
    "kept": "$success",
    "worse": "$error",
    "missed": "$error",
    "no change": "$quiet",
    "changed": "",
}
_BEHIND = ("off track", "at risk")
_LEFT: dict[State, str] = {
    # for translators: how far a check-in is: nothing was written yet
    "open": mark("not yet"),
    # for translators: how far a check-in is: something stands in its fields and is not saved
    "half typed": mark("half typed"),
    # for translators: a check-in that was left out on purpose
    "skipped": mark("skipped"),
    # for translators: a check-in that is written
    "checked in": mark("checked in"),
}
_WORD_LEAST, _WORD_MOST = 13, 18
"""Columns of the word at the end of a line."""
_BLANK = plain_row(Content(""))


@frozen
class Moved:
    """What a check-in said of a key result."""

    item_id: str
    before: Decimal | None
    after: Decimal
    direction: Direction

    @property
    def is_news(self) -> bool:
        """Whether it is worth a line."""
        return self.before != self.after or self.direction == "missed"


def moved(done: Round) -> list[Moved]:
    """What the check-ins of a round said, in order."""
    entries = {item_id: done.entry(item_id) for item_id in done.checked_in()}
    return [
        Moved(
            item_id,
            entry.last_value,
            entry.corrects.value,
            direction(entry.key_result, entry.last_value, entry.corrects.value),
        )
        for item_id, entry in entries.items()
        if entry.corrects is not None
    ]


@frozen
class Summary:
    """Draws what a round came to; the ids of its lines end in the key result's id."""

    round: Round
    standing: Standing
    glyphs: Glyphs

    def head(self, saved: bool) -> Content:
        """The round in a line; ``saved`` says whether its check-ins are on disk."""
        done, every = len(moved(self.round)), len(self.round.ids)
        checked_in = tr_n("{n} key result checked in", "{n} key results checked in", done)
        # for translators: so many key results were left out of the check-in
        left_out = tr_n("{n} left out", "{n} left out", every - done) if every > done else ""
        words = (row_of([checked_in, left_out]), "bold")
        if not done:
            return Content.assemble(" ", words)
        # for translators: {words} is such as "3 key results checked in, 1 left out"
        how = tr("{words}; saved", words=SLOT) if saved else tr("{words}; not saved yet", words=SLOT)
        return Content.assemble(" ", around(how, words, "$success" if saved else "bold $error"))

    def rows(self) -> Iterator[ListRow]:
        """What moved, what is behind, what was left out."""
        said = moved(self.round)
        news = [one for one in said if one.is_news]
        yield from _heading(tr("What moved"))
        for one in news:
            yield ListRow(f"moved {one.item_id}", partial(self._moved, one))
        if same := len(said) - len(news):
            # for translators: so many key results have the same value as before
            words = tr_n("{n} did not change", "{n} did not change", same) if news else tr("nothing changed")
            yield _plain(words, "$quiet")
        elif not news:
            yield _plain(tr("nothing was checked in"), "$quiet")
        yield from self._behind_rows()
        if left := [item_id for item_id in self.round.ids if self.round.state(item_id) != "checked in"]:
            yield from _heading(tr("Left out this time"))
            for item_id in left:
                yield ListRow(f"left {item_id}", partial(self._left, item_id))

    def _behind_rows(self) -> Iterator[ListRow]:
        live = [
            placed.node.id
            for placed in self.standing.places.values()
            if isinstance(placed.node, KeyResult) and placed.node.dropped_on is None
        ]
        numbers = self.standing.key_result
        behind = [one for one in live if numbers(one).pace in _BEHIND or numbers(one).disagreement]
        yield from _heading(tr("What is behind"))
        for item_id in sorted(behind, key=lambda one: PACE_ORDER.index(numbers(one).pace)):
            yield ListRow(f"behind {item_id}", partial(self._behind, item_id))
        if not behind:
            yield _plain(tr("nothing: all that is checked in keeps its pace"), "$success")

    def _moved(self, one: Moved, width: int) -> Content:
        after = format_amount(one.after)
        if one.before is None:
            words = tr("first value {value}", value=after)
        else:
            # for translators: a value that went from one to another: "20 to 26"
            words = tr("{before} to {after}", before=format_amount(one.before), after=after)
        return self._line(one.item_id, words, tr(one.direction), _COLOUR[one.direction], width)

    def _behind(self, item_id: str, width: int) -> Content:
        numbers = self.standing.key_result(item_id)
        if numbers.pace in _BEHIND and (weeks := self._weeks(item_id)):
            words = weeks_words(weeks)
            if missing := weeks.count(None):
                # for translators: {weeks} is such as: kept in 1 of 3 weeks; {n} of the others have no check-in
                words = tr_n("{weeks}, {n} without a value", "{weeks}, {n} without a value", missing, weeks=words)
        elif numbers.disagreement and numbers.pace == "on track":
            words = tr("confidence only {confidence} of 10", confidence=numbers.confidence)
        elif numbers.disagreement:
            # for translators: somebody is sure of a key result that is off track
            words = tr("confidence still {confidence} of 10", confidence=numbers.confidence)
        elif numbers.progress is not None and numbers.expected is not None:
            # for translators: how far it has come, and how far it should have by now: "20 %, expected 46 %"
            words = tr(
                "{progress} %, expected {expected} %",
                progress=percent(numbers.progress),
                expected=percent(numbers.expected),
            )
        else:
            words = ""
        pace = f"{self.glyphs.states[numbers.pace]} {tr(numbers.pace)}"
        return self._line(item_id, words, pace, colour_of(numbers.pace), width)

    def _weeks(self, item_id: str) -> tuple[bool | None, ...]:
        """Of a level whether each week kept it, which is why it may be behind although it is kept now."""
        node, plan = self.standing.places[item_id].node, self.standing.plan
        assert isinstance(node, KeyResult)
        return weeks_kept(node, plan.start, plan.end, self.standing.today) if node.kind != "reach" else ()

    def _left(self, item_id: str, width: int) -> Content:
        word = tr(_LEFT[self.round.state(item_id)])
        return self._line(item_id, "", word, "$quiet", width)

    def _line(self, item_id: str, words: str, word: str, colour: str, width: int) -> Content:
        placed = self.standing.places[item_id]
        right = Content.assemble(f"  {words}", (f"  {filled(word, _word_width())}", colour))
        left = Content.assemble(
            (f"   {placed.position} ", "$primary"), content(stable(placed.node.title) or tr("(no title yet)"))
        )
        room = max(0, width - right.cell_length)
        return Content.assemble(cut(left, room, pad=True), right)


def _word_width() -> int:
    """Columns of the widest word that may end a line."""
    words = [*map(tr, _COLOUR), *map(tr, _LEFT.values()), *(f"  {tr(pace)}" for pace in PACE_ORDER)]
    return widest(words, _WORD_MOST, _WORD_LEAST)


def _plain(text: str, style: str) -> ListRow:
    return plain_row(content(f"   {text}", style))


def _heading(text: str) -> Iterator[ListRow]:
    yield _BLANK
    yield plain_row(Content.assemble((f" {text}", "bold $primary")))
