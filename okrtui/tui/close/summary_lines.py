"""The summary of a quarter as lines: what came out of it, item by item, and what was learned."""

from collections.abc import Iterator

from textual.content import Content

from okrtui.model.closing import QUESTIONS, Band, ToClose, ToScore, band
from okrtui.model.dates import format_date
from okrtui.model.plan import Objective
from okrtui.model.text import one_line
from okrtui.report.standing import Standing
from okrtui.tui.close.score_words import BAND_COLOURS, BELOW_WORD, score_cell, score_words, titled
from okrtui.tui.plain import content, prose
from okrtui.tui.widgets.glyphs import Glyphs

_BANDS: tuple[Band, ...] = ("delivered", "partly", "little")
_HEADS: dict[Band, str] = {"delivered": "Delivered", "partly": "Partly delivered", "little": "Little"}


def summary_lines(closing: ToClose, standing: Standing, glyphs: Glyphs, width: int) -> Iterator[Content]:
    """The lines at a width, safe to show: the quarter, its objectives, its key results by band, the answers.

    Args:
        closing: what the close has.
        standing: the plan on the day.
        glyphs: marks.
        width: columns.
    """
    yield _head(closing, standing)
    if left := _left_open(closing, standing):
        yield from _wrapped(f"? {left}", width, 1, "$warning")
    yield Content("")
    for number, objective in enumerate(standing.plan.objectives, 1):
        yield _objective(number, objective, standing, glyphs, width)
    for word in _BANDS:
        rows = [row for row in closing.rows if row.score is not None and band(row.score) == word]
        yield from _group(_HEADS[word], BAND_COLOURS[word], rows, width)
    yield from _group("Not scored", "$quiet", [row for row in closing.rows if row.score is None], width)
    for name, question in QUESTIONS.items():
        if answer := getattr(standing.plan.retrospective, name).strip():
            yield Content("")
            yield content(f" {question}", "bold $primary")
            for line in prose(answer).split("\n"):
                yield from _wrapped(line, width, 3)


def _head(closing: ToClose, standing: Standing) -> Content:
    plan = standing.plan
    if closing.score is None:
        return content(f" {plan.quarter}: nothing to score yet", "bold")
    words = (score_words(closing.score), f"bold {BAND_COLOURS[band(closing.score)]}")
    since = ""
    if plan.phase == "closed" and plan.closed_on is not None:
        since = f"   closed on {format_date(plan.closed_on, plan.start, plan.end)}"
    return Content.assemble((f" {plan.quarter}: score ", "bold"), words, (since, "$quiet"))


def _left_open(closing: ToClose, standing: Standing) -> str:
    """What is missing; nothing of it has to be there."""
    parts = [
        (len(closing.without_final_value), "key result without a final value", "key results without a final value"),
        (len(closing.without_reason), "without a reason why it fell short", "without a reason why they fell short"),
    ]
    if standing.plan.phase != "closed":
        parts.append((len(closing.unanswered), "question not answered", "questions not answered"))
    words = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in parts if number)
    if not words or standing.plan.phase != "active":
        return words if standing.plan.phase == "closed" else ""
    return f"still open: {words}. It can be closed like that."


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
        score = "" if row.score is None else f"  {row.score:.1f}{BELOW_WORD}"
        title = titled(row.position, row.key_result.title, width - len(score))
        yield Content.assemble(title, (score, colour))
        if note := one_line(row.key_result.score_note).strip():
            yield from _wrapped(note, width, 7, "$quiet")


def _wrapped(text: str, width: int, indent: int, style: str = "") -> Iterator[Content]:
    room = max(1, width - indent - 1)
    for part in content(text, style).wrap(room) or [Content("")]:
        yield Content.assemble(" " * indent, part)
