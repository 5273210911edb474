"""The second step of the close: a score for each key result, and why where it fell short."""

from collections.abc import Mapping
from decimal import Decimal

from textual.content import Content

from okrtui.i18n import tr, tr_n
from okrtui.model.closing import ToScore
from okrtui.model.levels import weeks_kept
from okrtui.model.lifecycle import SetScore
from okrtui.model.numbers import UnitTypedError, format_amount, parse_amount, with_unit
from okrtui.model.text import clean_line, one_line
from okrtui.report.words import kept_words
from okrtui.tui.close.asking import SCORE, WHY, AskingStep
from okrtui.tui.close.score_words import score_cell, score_number, score_words
from okrtui.tui.key_names import spelled
from okrtui.tui.keys_in_use import typing_key
from okrtui.tui.messages import Do
from okrtui.tui.widgets.cells import filled, widest
from okrtui.tui.widgets.rows import value_of_target
from okrtui.tui.world import World

_SCORE = "score"
"""What a half-typed score is called in a draft."""
_SHARES = "%％٪"
_GAP = "  "
"""Before what a score is marked with."""
_MOST_MARK = 10
"""The most columns of a word behind the score."""


class ScoresStep(AskingStep):
    """Proposes what follows from the values. The line takes a score first, and then why, where that is asked."""

    name_of_draft = "why"
    DEFAULT_CSS = """
    ScoresStep LineInput { width: 8; }
    """

    def __init__(self, world: World) -> None:
        """Scores are asked first."""
        super().__init__(world)
        self._is_why = False
        self._by_hand: Decimal | None = None
        """The score that the reason will be saved with; None for the one that follows from the values."""

    def words(self) -> str:
        """What a score means, and what is asked for."""
        left = len(self.closing.without_reason)
        if left:
            return tr_n(
                "Score 0 to 1. {n} committed key result is not at 1.0: say what was missing.",
                "Score 0 to 1. {n} committed key results are not at 1.0: say what was missing.",
                left,
            )
        return tr("Score 0 to 1: below 0.4 little, below 0.7 partly, from there delivered.")

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do here."""
        return [
            ("enter", tr("takes it")),
            ("↑ ↓", tr("rows")),
            ("shift+tab", tr("values")),
            ("tab", tr("looking back")),
            (typing_key("leave_close"), tr("leave")),
        ]

    def begins_at(self) -> str:
        """The first one that asks for a reason."""
        return next((row.key_result.id for row in self.closing.without_reason), "")

    def enter(self) -> None:
        """Ask for scores again, unless a reason is half written or waits for a score that was set."""
        if not self.line.value.strip() and self._by_hand is None:
            self._ask_score()
        super().enter()

    def restore(self, texts: Mapping[str, str]) -> None:
        """A half-typed reason goes on as one; see :meth:`AskingStep.restore`."""
        for row in self.closing.rows:
            score = texts.get(f"{_SCORE} {row.key_result.id}", "")
            why = texts.get(f"{self.name_of_draft} {row.key_result.id}")
            if not score and why is None:
                continue
            self.list.cursor_id = row.key_result.id
            if why is None:
                self.write(score)
                continue
            try:
                self._ask_why(parse_amount(score) if score else row.key_result.score, why)
            except ValueError:  # a draft that was edited by hand
                self._ask_why(row.key_result.score, why)

    def half_typed(self) -> dict[str, str]:
        """The line, and the score that a reason is being written for."""
        row, text = self.row, self.line.value
        if row is None:
            return {}
        item_id, written = row.key_result.id, {}
        if self._is_why and self._by_hand is not None and self._by_hand != row.key_result.score:
            written[f"{_SCORE} {item_id}"] = format_amount(self._by_hand)
        if text.strip():
            written[f"{self.name_of_draft if self._is_why else _SCORE} {item_id}"] = text
        return written

    def cells(self, row: ToScore, width: int) -> Content:
        """``26/30  ▓▓▓▓▓▓░░░░  0.6  partly  why?``."""
        last = row.last.value if row.last else None
        wide = width >= 76
        value = f" {value_of_target(row.key_result, last, self.world.glyphs):>11}  " if wide else " "
        # for translators: behind a score: a reason for it is asked for
        why = tr("why?")
        # for translators: behind a score: you have set it, it does not follow from the values
        yours = tr("yours")
        marked = widest([why, yours], _MOST_MARK)
        if row.lacks_reason:
            mark_cell = Content.styled(f"{_GAP}{filled(why, marked)}", "bold $warning")
        elif row.key_result.score is not None:
            mark_cell = Content.styled(f"{_GAP}{filled(yours, marked)}", "$quiet")
        else:
            mark_cell = Content(_GAP + " " * marked)
        return Content.assemble((value, "$quiet"), score_cell(row.score, width, self.world.glyphs), mark_cell)

    def prompt(self, row: ToScore) -> tuple[str, str, str, str]:
        """The score that is proposed, or why it came out so."""
        if self._is_why:
            # for translators: stand in an empty line in which one writes why a key result has its score
            fell_short, other = tr("what was missing, and why"), tr("what the number does not say")
            return tr(WHY), fell_short if self._by_hand is None else other, "", self._keys_of_why(row)
        shown = "" if row.score is None else score_number(row.score)
        note = one_line(row.key_result.score_note).strip()
        known = tr("why: {reason}", reason=note) if note else self._basis(row)
        hints = [
            tr("enter keeps {score}", score=shown) if shown else tr("enter leaves it without a score"),
            tr("0 to 1 sets another"),
        ]
        return tr(SCORE), shown, known, "   ".join([*hints, tr("words change why")] if note else hints)

    def submit(self, row: ToScore, text: str) -> str:
        """Keep the score, set another, or write why."""
        if self._is_why and not (self._by_hand is None and _is_score(text)):
            return self._take_reason(row, text)
        if not text.strip():
            return self._keep(row)
        if text.strip()[0].isalpha():
            self.post_message(Do(SetScore(row.key_result.id, row.key_result.score, text)))
            self._go_on(row)
            return ""
        wrong = tr("a score is a number from 0 to 1, such as {score}", score=score_number(Decimal("0.7")))
        try:
            score = _as_score(text.strip())
        except UnitTypedError:
            return wrong
        except ValueError as error:
            # for translators: what was typed, and what is wrong with it: "abc" is no number; write it like 30
            return tr('"{text}" {problem}', text=text.strip(), problem=error)
        if not 0 <= score <= 1:
            return wrong
        if score == row.proposed:
            return self._back_to_proposal(row)
        self._ask_why(score, one_line(row.key_result.score_note).strip())
        return ""

    def action_row(self, by: int) -> None:
        """Go to another row; from a reason that is not begun back to the score."""
        if self._is_why and (by < 0 or not self.line.value.strip()):
            kept = self.line.value.strip()
            if self._by_hand is not None or not kept:
                self._ask_score()
                return
        super().action_row(by)

    # Inside

    def _basis(self, row: ToScore) -> str:
        """What the proposed score follows from: ``26 of 30 MQLs: 0.6, partly``."""
        assert self.standing is not None
        key_result = row.key_result
        if row.proposed is None:
            return tr("there is no baseline or target to score it by")
        score = score_words(row.proposed)
        if row.last is None:
            return tr("never checked in: {score}", score=score)
        if weeks := self._weeks(row):
            # for translators: {weeks} is such as: kept in 11 of 13 weeks
            return tr("{weeks}: {score}", weeks=weeks, score=score)
        assert key_result.target is not None
        target = with_unit(format_amount(key_result.target), key_result.unit)
        return tr("{value} of {target}: {score}", value=format_amount(row.last.value), target=target, score=score)

    def _weeks(self, row: ToScore) -> str:
        """In how many weeks a level was kept; empty of what goes to a target, and of what was never checked in."""
        assert self.standing is not None
        if row.key_result.kind == "reach":
            return ""
        plan = self.standing.plan
        weeks = weeks_kept(row.key_result, plan.start, plan.end, self.standing.today)
        return kept_words(weeks) if weeks else ""

    def _keys_of_why(self, row: ToScore) -> str:
        """What the keys do while a reason is written."""
        if self._by_hand is None and (weeks := self._weeks(row)):
            return tr("{weeks}. Why not in all of them? A few words do; an empty line leaves it open", weeks=weeks)
        if self._by_hand is None:
            # for translators: the key result's ambition is committed, and it was not reached
            return tr("committed: why not all of it? A few words do; an empty line leaves it open")
        score = score_number(self._by_hand)
        if row.proposed is None:
            return spelled(tr("why {score} and not left open? A few words are needed; ↑ takes it back", score=score))
        words = tr(
            "why {score} and not {proposal}? A few words are needed; ↑ takes it back",
            score=score,
            proposal=score_number(row.proposed),
        )
        return spelled(words)

    def _keep(self, row: ToScore) -> str:
        """The score stays; where it is short of what was committed, ask why."""
        if row.lacks_reason:
            self._ask_why(row.key_result.score, "")
        else:
            self._go_on(row)
        return ""

    def _back_to_proposal(self, row: ToScore) -> str:
        if row.key_result.score is not None:
            self.post_message(Do(SetScore(row.key_result.id, None, row.key_result.score_note)))
        falls_short = row.key_result.ambition == "committed" and row.proposed is not None and row.proposed < 1
        if falls_short and not row.key_result.score_note.strip():
            self._ask_why(None, "")
        else:
            self._go_on(row)
        return ""

    def _take_reason(self, row: ToScore, text: str) -> str:
        note, old = clean_line(text), row.key_result.score_note
        if note == one_line(old).strip():
            note = old  # several lines, from a file, stay several
        if not note and self._by_hand is not None:
            return _say_why(row, self._by_hand)
        if note:
            self.post_message(Do(SetScore(row.key_result.id, self._by_hand, note)))
        self._go_on(row)
        return ""

    def _go_on(self, row: ToScore) -> None:
        self._is_why, self._by_hand = False, None
        self.line.remove_class("-long")
        self.go_to(self.after(row))

    def _ask_why(self, by_hand: Decimal | None, text: str) -> None:
        self._is_why, self._by_hand = True, by_hand
        self.line.add_class("-long")
        self.write(text)

    def _ask_score(self) -> None:
        self._is_why, self._by_hand = False, None
        self.line.remove_class("-long")
        self.write("")


def _as_score(text: str) -> Decimal:
    """The number that was typed, or the share: ``0.8``, ``80 %``."""
    share = text.rstrip(_SHARES)
    return parse_amount(text) if share == text else parse_amount(share.rstrip()) / 100


def _is_score(text: str) -> bool:
    """Whether a score was typed, which is no reason for another one."""
    try:
        return 0 <= _as_score(text.strip()) <= 1
    except ValueError:
        return False


def _say_why(row: ToScore, score: Decimal) -> str:
    """That a score that was set by hand needs a reason."""
    if row.proposed is None:
        words = tr("say why it is {score} and not left open; ↑ goes back to the score", score=score_number(score))
        return spelled(words)
    words = tr(
        "say why it is {score} and not {proposal}; ↑ goes back to the score",
        score=score_number(score),
        proposal=score_number(row.proposed),
    )
    return spelled(words)
