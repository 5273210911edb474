"""The summary of a quarter as lines: what came out of it, item by item, and what was learned."""

from collections.abc import Iterator

from textual.content import Content

from okrtui.i18n import mark, tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.closing import QUESTIONS, Band, ToClose, ToScore, band
from okrtui.model.dates import format_date
from okrtui.model.plan import Objective, Plan
from okrtui.model.text import one_line
from okrtui.report.standing import Standing
from okrtui.report.uncommitted import uncommitted
from okrtui.tui.close.score_words import BAND_COLOURS, below_word, score_cell, score_number, score_words, titled
from okrtui.tui.plain import content, prose
from okrtui.tui.widgets.cells import wrapped
from okrtui.tui.widgets.glyphs import Glyphs

_BANDS: tuple[Band, ...] = ("delivered", "partly", "little")
_HEADS: dict[Band, str] = {
    # for translators: heads the key results with a score from 0.7 on
    "delivered": mark("Delivered"),
    # for translators: heads the key results with a score from 0.4 on
    "partly": mark("Partly delivered"),
    # for translators: heads the key results with a score below 0.4
    "little": mark("Little"),
}


def summary_lines(closing: ToClose, standing: Standing, glyphs: Glyphs, width: int) -> Iterator[Content]:
    """The lines at a width, safe to show: the quarter, its objectives, its key results by band, the answers.

    Args:
        closing: what the close has.
        standing: the plan on the day.
        glyphs: marks.
        width: columns.
    """
    if standing.plan.phase == "planning":
        yield from _not_promised(standing, width)
        return
    yield _head(closing, standing)
    if left := _left_open(closing, standing):
        yield from _wrapped(f"? {left}", width, 1, "$warning")
    yield Content("")
    for number, objective in enumerate(standing.plan.objectives, 1):
        yield _objective(number, objective, standing, glyphs, width)
    for word in _BANDS:
        rows = [row for row in closing.rows if row.score is not None and band(row.score) == word]
        yield from _group(tr(_HEADS[word]), BAND_COLOURS[word], rows, width)
    yield from _group(tr("Not scored"), "$quiet", [row for row in closing.rows if row.score is None], width)
    for name, question in QUESTIONS.items():
        if answer := getattr(standing.plan.retrospective, name).strip():
            yield Content("")
            yield content(f" {tr(question)}", "bold $primary")
            for line in prose(answer).split("\n"):
                yield from _wrapped(line, width, 3)


def _not_promised(standing: Standing, width: int) -> Iterator[Content]:
    """What was planned, without a score: only what was committed is scored."""
    plan = standing.plan
    over = uncommitted(plan, standing.today)
    # for translators: {what} is such as: planned but never committed
    said = tr("{quarter}: {what}", quarter=plan.quarter, what=over) if over else _nothing_to_score(plan)
    yield content(f" {said}", "bold")
    yield Content("")
    for number, objective in enumerate(plan.objectives, 1):
        yield titled(f"{number}", objective.title, width, strong=True)
        for place, key_result in enumerate(objective.key_results, 1):
            yield titled(f"{number}.{place}", key_result.title, width)


def _nothing_to_score(plan: Plan) -> str:
    return tr("{quarter}: nothing to score yet", quarter=plan.quarter)


def _head(closing: ToClose, standing: Standing) -> Content:
    plan = standing.plan
    if closing.score is None:
        return content(f" {_nothing_to_score(plan)}", "bold")
    words = (score_words(closing.score), f"bold {BAND_COLOURS[band(closing.score)]}")
    since = Content("")
    if plan.phase == "closed" and plan.closed_on is not None:
        day = format_date(plan.closed_on, plan.start, plan.end)
        since = Content.assemble("   ", (tr("closed on {day}", day=day), "$quiet"))
    # for translators: the score follows: "2026-Q4: score 0.6, partly"
    quarter = tr("{quarter}: score", quarter=plan.quarter)
    return Content.assemble((f" {quarter} ", "bold"), words, since)


def _left_open(closing: ToClose, standing: Standing) -> str:
    """What is missing; nothing of it has to be there."""
    parts = []
    if number := len(closing.without_final_value):
        parts.append(tr_n("{n} key result without a final value", "{n} key results without a final value", number))
    if number := len(closing.without_reason):
        parts.append(tr_n("{n} key result without a reason", "{n} key results without a reason", number))
    if standing.plan.phase == "closed":
        return row_of(parts)
    if number := len(closing.unanswered):
        parts.append(tr_n("{n} question not answered", "{n} questions not answered", number))
    return tr("still open: {what}. Closing works all the same.", what=row_of(parts)) if parts else ""


def _objective(number: int, objective: Objective, standing: Standing, glyphs: Glyphs, width: int) -> Content:
    cells = score_cell(standing.objective(objective.id).score, width, glyphs)
    title = titled(f"{number}", objective.title, width - cells.cell_length - 2, strong=True)
    return Content.assemble(title, "  ", cells)


def _group(head: str, colour: str, rows: list[ToScore], width: int) -> Iterator[Content]:
    if not rows:
        return
    yield Content("")
    yield Content.assemble((f" {head}", f"bold {colour}"))
    for row in rows:
        score = "" if row.score is None else f"  {score_number(row.score)}{below_word()}"
        title = titled(row.position, row.key_result.title, width - len(score))
        yield Content.assemble(title, (score, colour))
        if note := one_line(row.key_result.score_note).strip():
            yield from _wrapped(note, width, 7, "$quiet")


def _wrapped(text: str, width: int, indent: int, style: str = "") -> Iterator[Content]:
    room = max(1, width - indent - 1)
    for part in wrapped(content(text, style), room):
        yield Content.assemble(" " * indent, part)
