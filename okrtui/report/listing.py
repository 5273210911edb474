"""All quarters in a table of plain lines, one a quarter."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from okrtui.i18n import tr, tr_as
from okrtui.model.closing import quarter_score
from okrtui.model.measure import Bands, Pace, measure_plan
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.model.shares import format_share
from okrtui.model.widths import cell_width
from okrtui.report.columns import left, right
from okrtui.report.outcome import phase_word
from okrtui.report.words import score_words

_COUNTED: tuple[Pace, ...] = ("not started", "on track", "at risk", "off track", "stale", "done")
"""Every pace in the order of the columns, so that the counts add up to the key results."""
_NONE = "–"
_LEFT = 2
"""How many columns stand at their left edge; the others, with numbers, at their right."""


@dataclass(frozen=True)
class Listed:
    """One quarter in the list."""

    quarter: Quarter
    phase: str = ""
    has_begun: bool = True
    objectives: int = 0
    key_results: int = 0
    """Those that were not dropped."""
    actions: int = 0
    """Those that were not dropped, of any key result that was not."""
    done: int = 0
    """Actions that are done."""
    paces: dict[Pace, int] = field(default_factory=dict)
    """How many key results have each pace; empty once the quarter is closed, when there is no pace any more."""
    progress: Fraction | None = None
    score: Decimal | None = None
    """The quarter's, 0 to 1 with one decimal; None until it is closed."""
    unreadable: bool = False
    """Whether its file says nothing; then the rest is empty."""


def count(plan: Plan, today: dt.date, bands: Bands) -> Listed:
    """A plan's row on a day."""
    numbers = measure_plan(plan, today, bands)
    live = [found for objective in plan.objectives for found in objective.key_results if found.dropped_on is None]
    actions = [action for found in live for action in found.actions if action.status != "dropped"]
    return Listed(
        quarter=plan.quarter,
        phase=plan.phase,
        has_begun=plan.start <= today,
        objectives=len(plan.objectives),
        key_results=len(live),
        actions=len(actions),
        done=sum(action.status == "done" for action in actions),
        paces={} if plan.phase == "closed" else dict(numbers.paces),
        progress=numbers.progress,
        score=quarter_score(plan, numbers) if plan.phase == "closed" else None,
    )


def table(rows: Sequence[Listed]) -> Iterator[str]:
    """A heading and one line a quarter, the columns aligned."""
    readable = [_cells(row) for row in rows if not row.unreadable]
    heads = _heads()
    widths = [max(map(cell_width, column)) for column in zip(heads, *readable, strict=True)]
    yield _line(heads, widths)
    for row in rows:
        # for translators: a file that cannot be read
        yield f"{row.quarter}  {tr('cannot be read')}" if row.unreadable else _line(_cells(row), widths)


def _heads() -> tuple[str, ...]:
    return (
        tr("quarter"),
        tr_as("head of a narrow column", "phase"),
        # for translators: objectives
        tr_as("head of a narrow column", "obj"),
        # for translators: key results
        tr_as("head of a narrow column", "KRs"),
        tr_as("head of a narrow column", "actions"),
        # for translators: key results that are not started
        tr_as("head of a narrow column", "new"),
        # for translators: key results that are on track
        tr_as("head of a narrow column", "on"),
        # for translators: key results that are at risk
        tr_as("head of a narrow column", "risk"),
        # for translators: key results that are off track
        tr_as("head of a narrow column", "off"),
        # for translators: key results that have had no number for too long
        tr_as("head of a narrow column", "stale"),
        tr_as("head of a narrow column", "done"),
        tr_as("head of a narrow column", "progress"),
    )


def _cells(row: Listed) -> tuple[str, ...]:
    return (
        str(row.quarter),
        phase_word(row.phase, has_begun=row.has_begun),
        str(row.objectives),
        str(row.key_results),
        f"{row.done}/{row.actions}",
        *(str(row.paces[pace]) if row.paces else _NONE for pace in _COUNTED),
        _outcome(row),
    )


def _outcome(row: Listed) -> str:
    """How far it is, or how it came out."""
    if row.score is not None:
        return score_words(row.score)
    return _NONE if row.progress is None else format_share(row.progress)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        (left if number < _LEFT else right)(cell, width)
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded)
