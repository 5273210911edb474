"""The fields of each form, as data: what they are called, how they are read, and where they stand."""

from dataclasses import dataclass
from typing import Literal

from okrtui.coach.findings import Letter
from okrtui.model.plan import Action, Item, KeyResult, Objective, Plan

Reading = Literal["line", "prose", "amount", "tenths", "date", "choice"]
"""How what is typed becomes a value."""


@dataclass(frozen=True)
class FieldSpec:
    """One field of a form."""

    name: str
    """The field of the item."""
    label: str
    reading: Reading = "line"
    hint: str = ""
    """Shown while the field is empty."""
    width: int = 0
    """Columns of the field itself; 0 takes the rest of the line."""
    options: tuple[tuple[str, str], ...] = ()
    """For a choice: values with their words. An empty value means none."""


@dataclass(frozen=True)
class Line:
    """Fields that stand side by side."""

    fields: tuple[FieldSpec, ...]
    letter: Letter | None = None
    """The SMART letter of the group that begins with this line."""


KEY_RESULT = (
    Line((FieldSpec("title", "result", hint="Increase MQLs from inbound marketing from 20 to 30"),), "S"),
    Line((FieldSpec("definition", "what counts", "prose", "what makes one count, so that everyone agrees"),)),
    Line(
        (
            FieldSpec(
                "kind",
                "kind",
                "choice",
                options=(("reach", "reach"), ("at_least", "keep at least"), ("at_most", "keep at most")),
            ),
        ),
        "M",
    ),
    Line(
        (
            FieldSpec("baseline", "from", "amount", "20", 14),
            FieldSpec("target", "to", "amount", "30", 14),
            FieldSpec("unit", "unit", hint="MQLs"),
        )
    ),
    Line((FieldSpec("source", "read from", hint="the report or system that gives the number"),)),
    Line(
        (
            FieldSpec(
                "indicator",
                "indicator",
                "choice",
                options=(("leading", "leading"), ("lagging", "lagging"), ("", "not said")),
            ),
        )
    ),
    Line(
        (
            FieldSpec("confidence", "confidence", "tenths", "3-8", 6),
            FieldSpec(
                "ambition",
                "ambition",
                "choice",
                options=(("committed", "committed"), ("aspirational", "aspirational")),
            ),
        ),
        "A",
    ),
    Line(
        (FieldSpec("realistic", "feasible", "prose", "how it moves the objective, what makes it feasible"),),
        "R",
    ),
    Line(
        (
            FieldSpec("start", "start", "date", "quarter's", 14),
            FieldSpec("due", "due", "date", "31 Dec", 14),
        ),
        "T",
    ),
    Line((FieldSpec("owner", "owner", width=18), FieldSpec("weight", "weight", "amount", "1", 8))),
    Line((FieldSpec("notes", "notes", "prose"),)),
)

OBJECTIVE = (
    Line((FieldSpec("title", "objective", hint="Build a new demand generation channel"),)),
    Line((FieldSpec("why", "serves", "prose", "the company goal that it moves"),)),
    Line((FieldSpec("notes", "notes", "prose"),)),
)

ACTION = (
    Line((FieldSpec("title", "action", hint="Draft the nurture plan by 12 October"),)),
    Line(
        (
            FieldSpec(
                "status",
                "status",
                "choice",
                options=(("todo", "to do"), ("doing", "doing"), ("done", "done"), ("dropped", "dropped")),
            ),
        )
    ),
    Line(
        (
            FieldSpec("due", "due", "date", "15 Dec or +2w", 14),
            FieldSpec("done_on", "done on", "date", "", 14),
        )
    ),
    Line((FieldSpec("owner", "owner", width=18),)),
    Line((FieldSpec("notes", "notes", "prose"),)),
)

QUARTER = (
    Line((FieldSpec("focus", "focus", hint="what this quarter is about, in one line"),)),
    Line((FieldSpec("start", "first day", "date", "", 14), FieldSpec("end", "last day", "date", "", 14))),
    Line(
        (
            FieldSpec(
                "language",
                "language",
                "choice",
                options=tuple((code, code) for code in ("auto", "en", "de", "fr", "ja", "ko", "ar")),
            ),
        )
    ),
)

SPECS: dict[type[Item], tuple[Line, ...]] = {
    KeyResult: KEY_RESULT,
    Objective: OBJECTIVE,
    Action: ACTION,
    Plan: QUARTER,
}
"""The form of each kind of item."""


def names(lines: tuple[Line, ...]) -> list[str]:
    """The fields of a form, in order."""
    return [spec.name for line in lines for spec in line.fields]
