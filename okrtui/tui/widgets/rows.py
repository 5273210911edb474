"""The lines of the tree: from a plan and what is folded to rows of words, before any width or colour."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Literal

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_as, tr_n
from okrtui.model import tree
from okrtui.model.closing import State
from okrtui.model.dates import short_full_date
from okrtui.model.goalposts import changes_of
from okrtui.model.numbers import format_amount, format_short
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.widths import cell_width
from okrtui.report.standing import Standing
from okrtui.tui.plain import stable
from okrtui.tui.widgets.glyphs import Glyphs

Tone = Literal["", "good", "bad", "quiet"]
"""What a word's colour says, beside the word itself."""

VALUE_WIDTH = 11
"""Columns that the value may take."""
DUE_WIDTH = 6
"""Columns that a day of the quarter takes."""


@frozen
class Row:
    """One line of the tree."""

    id: str
    depth: int
    """0 for an objective, 1 for a key result, 2 for an action."""
    marker: str
    """One column: folded or not, or an action's status."""
    position: str
    """``2.1``; empty for an action."""
    title: str
    badge: str = ""
    """``SM·RT`` for a key result."""
    value: str = ""
    """``26/30``, current and target."""
    progress: Fraction | None = None
    """Unclamped; None where there is nothing to measure."""
    score: Decimal | None = None
    """0 to 1, once the quarter is closed."""
    state: State | None = None
    disagreement: bool = False
    """Whether confidence and pace contradict each other."""
    due: str = ""
    due_tone: Tone = ""
    moved: bool = False
    """Whether what it is measured by was changed since the commit."""
    out: bool = False
    """Dropped, or done: no longer asks for anything."""


def visible(standing: Standing, folded: Collection[str], only: Collection[str] | None = None) -> list[tree.Placed]:
    """The nodes that the tree shows, in order.

    Those below a folded one are left out. Where ``only`` is given, folding does not count: just these ids are
    shown.
    """
    shown: list[tree.Placed] = []
    hidden_below: int | None = None
    for placed in standing.places.values():
        if only is not None:
            if placed.node.id in only:
                shown.append(placed)
            continue
        if hidden_below is not None and placed.depth > hidden_below:
            continue
        hidden_below = placed.depth if placed.node.id in folded else None
        shown.append(placed)
    return shown


def build_row(placed: tree.Placed, standing: Standing, folded: Collection[str], glyphs: Glyphs) -> Row:
    """One node as a line of the tree."""
    node = placed.node
    if isinstance(node, Action):
        return _action_row(node, standing, glyphs)
    marker = glyphs.childless if not tree.children(node) else glyphs.folded if node.id in folded else glyphs.open
    closed = standing.plan.phase == "closed"
    if isinstance(node, Objective):
        numbers = standing.objective(node.id)
        return Row(
            node.id,
            0,
            marker,
            placed.position,
            stable(node.title),
            progress=numbers.progress,
            score=numbers.score if closed else None,
            state=standing.state(node.id),
            disagreement=standing.disagrees(node.id),
        )
    return _key_result_row(node, placed.position, marker, standing, glyphs)


def _key_result_row(node: KeyResult, position: str, marker: str, standing: Standing, glyphs: Glyphs) -> Row:
    numbers = standing.key_result(node.id)
    dropped, closed = node.dropped_on is not None, standing.plan.phase == "closed"
    return Row(
        node.id,
        1,
        glyphs.dropped if dropped else marker,
        position,
        stable(node.title),
        badge=standing.badges[node.id].replace("·", glyphs.unlit),
        value=value_of_target(node, numbers.current, glyphs),
        progress=None if dropped else numbers.progress,
        score=numbers.score if closed and not dropped else None,
        state=None if dropped else standing.state(node.id),
        disagreement=standing.disagrees(node.id) and not dropped,
        due=tr("dropped") if dropped else _short(node.due, standing),
        due_tone="quiet",
        moved=bool(changes_of(standing.plan, node.id)),
        out=dropped,
    )


def value_of_target(node: KeyResult, current: Decimal | None, glyphs: Glyphs) -> str:
    """``26/30``; for a level to keep ``97 ≥95``; empty where there is no target yet."""
    if (target := node.target) is None:
        return ""
    known = current if node.check_ins else None
    between = "/" if node.kind == "reach" else f" {glyphs.at_least if node.kind == 'at_least' else glyphs.at_most}"

    def beside(written: Callable[[Decimal], str]) -> str:
        return f"{glyphs.dash if known is None else written(known)}{between}{written(target)}"

    whole = beside(format_amount)  # as it was typed, and as it reads everywhere else
    return whole if len(whole) <= VALUE_WIDTH else beside(lambda amount: format_short(amount, VALUE_WIDTH // 2))


def value_width(standing: Standing | None, glyphs: Glyphs) -> int:
    """Columns that the widest value of the plan takes, at least 7 so that a bar says something."""
    if standing is None:
        return VALUE_WIDTH
    values = (value_of_target(it, standing.key_result(it.id).current, glyphs) for it in _key_results(standing))
    return max(7, *map(cell_width, values), 0)


def due_width(standing: Standing | None) -> int:
    """Columns that the due dates of key results take, at least those of a day of the quarter."""
    if standing is None:
        return DUE_WIDTH
    return max(DUE_WIDTH, *(len(_short(it.due, standing)) for it in _key_results(standing)), 0)


def _key_results(standing: Standing) -> Iterator[KeyResult]:
    return chain.from_iterable(objective.key_results for objective in standing.plan.objectives)


def _action_row(node: Action, standing: Standing, glyphs: Glyphs) -> Row:
    marker = {
        "todo": glyphs.todo,
        "doing": glyphs.doing,
        "done": glyphs.done,
        "dropped": glyphs.dropped,
    }[node.status]
    key_result = standing.places[node.id].parent
    given_up = isinstance(key_result, KeyResult) and key_result.dropped_on is not None  # nobody waits for it any more
    is_over = node.status in {"done", "dropped"}
    due, tone = _action_due(node, standing) if is_over or not given_up else ("", "quiet")
    out = given_up or is_over
    return Row(node.id, 2, marker, "", stable(node.title), due=due, due_tone=tone, out=out)


def _action_due(node: Action, standing: Standing) -> tuple[str, Tone]:
    if node.status == "dropped":
        # for translators: stands beside an action, in a column, so keep it short
        return tr_as("an action", "dropped"), "quiet"
    if node.status == "done":
        done = tr("done {date}", date=_short(node.done_on, standing)) if node.done_on else tr_as("an action", "done")
        return done, "good"
    if node.due is None:
        return "", ""
    late = (standing.today - node.due).days
    if late > 0 and standing.plan.phase != "closed":
        return tr_n("late {n} day", "late {n} days", late), "bad"
    return _short(node.due, standing), "quiet"


def _short(date: dt.date | None, standing: Standing) -> str:
    return short_full_date(date, standing.plan.start, standing.plan.end) if date else ""
