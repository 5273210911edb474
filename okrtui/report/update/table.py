"""An update as CSV for spreadsheets (RFC 4180): one row a key result, and one for an objective that has none.

It begins with a byte order mark: without it Excel takes UTF-8 for an old Western encoding and breaks every accent;
LibreOffice, Numbers and Google Sheets read it either way. Programs that read the file say ``utf-8-sig``, or take JSON.

No cell can become a formula: a text that begins like one gets an apostrophe in front. Numbers stand as they are, with
a point before decimals, so that -5 stays a number. Positions stand in two columns: spreadsheets take 1.10 for 1.1.
"""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from okrtui.model.shares import percent
from okrtui.patterns import pattern
from okrtui.report.update.content import KeyResultUpdate, ObjectiveUpdate, Update
from okrtui.report.update.phrases import paragraphs

MARK = "\ufeff"
"""The byte order mark."""

Cell = object
"""A text, a number, a date, or None for an empty cell."""

_FORMULA = pattern(r"\s*'*[=+\-@＝＋－＠]")
"""How a text begins that a spreadsheet may take for a formula; with the apostrophe that says that it is none."""

_OBJECTIVE: dict[str, Callable[[ObjectiveUpdate], Cell]] = {
    "Objective number": lambda it: it.position,
    "Objective": lambda it: it.node.title,
    "Why": lambda it: it.node.why,
}

_KEY_RESULT: dict[str, Callable[[KeyResultUpdate], Cell]] = {
    "Key result number": lambda it: it.position.rpartition(".")[2],
    "Key result": lambda it: it.node.title,
    "Kind": lambda it: it.node.kind.replace("_", " "),
    "Baseline": lambda it: it.node.baseline,
    "Target": lambda it: it.node.target,
    "Current": lambda it: it.numbers.current,
    "Unit": lambda it: it.node.unit,
    "Current on": lambda it: it.latest.date if it.latest else None,
    "Change": lambda it: it.change,
    "Progress %": lambda it: _percent(it.numbers.progress),
    "Expected %": lambda it: _percent(it.numbers.expected),
    "Pace": lambda it: it.numbers.pace if it.live else "dropped",
    "Pace before": lambda it: it.before.pace if it.live else None,
    "Needed a week": lambda it: it.numbers.needed_per_week,
    "Forecast": lambda it: it.numbers.forecast,
    "Confidence": lambda it: it.numbers.confidence,
    "Confidence before": lambda it: it.before.confidence,
    "Score": lambda it: it.score,
    "Score note": lambda it: it.node.score_note,
    "Start date": lambda it: it.node.start,
    "Due date": lambda it: it.node.due,
    "Owner": lambda it: it.node.owner,
    "Definition": lambda it: it.node.definition,
    "Realistic": lambda it: it.node.realistic,
    "Source": lambda it: it.node.source,
    "Indicator": lambda it: it.node.indicator,
    "Ambition": lambda it: it.node.ambition,
    "Weight": lambda it: it.node.weight,
    "SMART": lambda it: it.smart,
    "Check-in note": lambda it: it.latest.note if it.latest else None,
    "Notes": lambda it: it.node.notes,
    "Dropped on": lambda it: it.node.dropped_on,
    "Id": lambda it: it.node.id,
}

COLUMNS = ("Quarter", *_OBJECTIVE, *_KEY_RESULT)
"""The names of the columns."""


def table(update: Update) -> str:
    """The whole file, its lines ended by CR LF."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    quarter = str(update.plan.quarter)
    for objective in update.objectives:
        head = [quarter, *(_cell(read(objective)) for read in _OBJECTIVE.values())]
        for found in objective.key_results:
            writer.writerow([*head, *(_cell(read(found)) for read in _KEY_RESULT.values())])
        if not objective.key_results:
            writer.writerow([*head, *[""] * len(_KEY_RESULT)])
    return MARK + written.getvalue()


def _cell(value: Cell) -> str:
    """The cell's text; one of the plan never begins like a formula."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if not isinstance(value, str):
        return str(value)
    text = "\n".join(line.text for line in paragraphs(value))
    return f"'{text}" if _FORMULA.match(text) else text


def _percent(share: Fraction | None) -> int | None:
    return None if share is None else percent(share)
