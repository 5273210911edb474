"""The fields of each form, as data: what they are called, how they are read, and where they stand."""

from typing import Literal

from okrtui.coach.findings import Letter
from okrtui.frozen import frozen, replace
from okrtui.i18n import CODES, mark, tr
from okrtui.model.plan import Action, Item, KeyResult, Objective, Plan

Reading = Literal["line", "prose", "amount", "tenths", "date", "choice"]
"""How what is typed becomes a value."""


@frozen
class FieldSpec:
    """One field of a form."""

    name: str
    """The field of the item."""
    label: str
    reading: Reading = "line"
    hint: str = ""
    """Shown while the field is empty; of a choice, at the foot of the form while one chooses."""
    width: int = 0
    """Columns of the field itself; 0 takes the rest of the line."""
    anew: bool = False
    """Whether it is written anew when tab leads to it, as those with a width are."""
    options: tuple[tuple[str, str], ...] = ()
    """For a choice: values with their words. An empty value means none."""


@frozen
class Line:
    """Fields that stand side by side."""

    fields: tuple[FieldSpec, ...]
    letter: Letter | None = None
    """The SMART letter of the group that begins with this line."""


_USUAL_DATE = "the usual one"
"""Stands for the hint of a date, which :func:`okrtui.tui.forms.reading.hint` takes from the quarter."""

_DEFINITION = FieldSpec(
    "definition",
    # for translators: the name of a field, at most 12 columns: what is counted and what is not
    mark("what counts"),
    "prose",
    mark("what makes one count, so that everyone agrees"),
)
_REALISTIC = FieldSpec(
    "realistic",
    # for translators: the name of a field, at most 12 columns: why a key result can be reached
    mark("feasible"),
    "prose",
    mark("how it moves the objective, what makes it feasible"),
)
# for translators: the name of a field, at most 12 columns: who does it or answers for it
_OWNER = FieldSpec("owner", mark("owner"), width=18)
# for translators: the name of a field, at most 12 columns
_NOTES = FieldSpec("notes", mark("notes"), "prose")

# Labels, hints and words of options stand here in English; said() puts them into the language that is spoken.

KEY_RESULT = (
    # for translators: the name of a field, at most 12 columns: the title of a key result; then an example of one
    Line((FieldSpec("title", mark("result"), hint=mark("Increase MQLs from inbound marketing from 20 to 30")),), "S"),
    Line((_DEFINITION,)),
    Line(
        (
            FieldSpec(
                "kind",
                # for translators: the name of a field, at most 12 columns: whether a target is reached or a level kept
                mark("kind"),
                "choice",
                options=(
                    # for translators: what a key result does with its number: it reaches a target
                    ("reach", mark("reach")),
                    # for translators: what a key result does with its number: it stays at that level or above
                    ("at_least", mark("keep at least")),
                    # for translators: what a key result does with its number: it stays at that level or below
                    ("at_most", mark("keep at most")),
                ),
            ),
        ),
        "M",
    ),
    Line(
        (
            # for translators: the name of a field, at most 12 columns: the number that a key result starts from
            FieldSpec("baseline", mark("from"), "amount", width=14),
            # for translators: the name of a field: the number that a key result is to reach
            FieldSpec("target", mark("to"), "amount", width=14),
            # for translators: the name of a field: what is counted, such as customers; then what to write there
            FieldSpec("unit", mark("unit"), hint=mark("what is counted"), anew=True),
        )
    ),
    # for translators: the name of a field, at most 12 columns: where the number is read; then what to write there
    Line((FieldSpec("source", mark("read from"), hint=mark("the report or system that gives the number")),)),
    Line(
        (
            FieldSpec(
                "indicator",
                # for translators: the name of a field, at most 12 columns: whether it is leading or lagging
                mark("indicator"),
                "choice",
                options=(
                    # for translators: an indicator that tells early whether the result will come
                    ("leading", mark("leading")),
                    # for translators: an indicator that tells only afterwards whether the result came
                    ("lagging", mark("lagging")),
                    # for translators: nobody has said whether an indicator is leading or lagging
                    ("", mark("not said")),
                ),
            ),
        )
    ),
    Line(
        (
            # for translators: the name of a field, at most 12 columns: how sure one is, from 0 to 10
            FieldSpec("confidence", mark("confidence"), "tenths", "0-10", 10),
            FieldSpec(
                "ambition",
                # for translators: the name of a field, at most 12 columns: whether it is committed or aspirational
                mark("ambition"),
                "choice",
                # for translators: said while one chooses between committed and aspirational, at most 78 columns
                mark("committed: this one is promised in full; aspirational: set high on purpose"),
                options=(
                    # for translators: a key result that is a promise and has to be kept
                    ("committed", mark("committed")),
                    # for translators: a key result whose target is set high on purpose
                    ("aspirational", mark("aspirational")),
                ),
            ),
        ),
        "A",
    ),
    Line((_REALISTIC,), "R"),
    Line(
        (
            # for translators: the name of a field, at most 12 columns: the day on which a key result begins
            FieldSpec("start", mark("start"), "date", _USUAL_DATE, 18),
            # for translators: the name of a field, at most 12 columns: the day by which it is to be done
            FieldSpec("due", mark("due"), "date", _USUAL_DATE, 18),
        ),
        "T",
    ),
    # for translators: the name of a field: how much a key result counts for its objective
    Line((_OWNER, FieldSpec("weight", mark("weight"), "amount", "1", 8))),
    Line((_NOTES,)),
)

OBJECTIVE = (
    # for translators: the name of a field, at most 12 columns; then an example of an objective
    Line((FieldSpec("title", mark("objective"), hint=mark("Build a new demand generation channel")),)),
    # for translators: the name of a field, at most 12 columns: what an objective is good for
    Line((FieldSpec("why", mark("serves"), "prose", mark("the company goal that it moves")),)),
    Line((_NOTES,)),
)

ACTION = (
    # for translators: the name of a field, at most 12 columns; then an example of an action
    Line((FieldSpec("title", mark("action"), hint=mark("Draft the nurture plan by {day}")),)),
    Line(
        (
            FieldSpec(
                "status",
                # for translators: the name of a field, at most 12 columns: how an action stands
                mark("status"),
                "choice",
                options=(
                    # for translators: an action that nobody has begun
                    ("todo", mark("to do")),
                    # for translators: an action that somebody is working on
                    ("doing", mark("doing")),
                    ("done", mark("done")),
                    ("dropped", mark("dropped")),
                ),
            ),
        )
    ),
    Line(
        (
            FieldSpec("due", mark("due"), "date", _USUAL_DATE, 18),
            # for translators: the name of a field: the day on which an action was done
            FieldSpec("done_on", mark("done on"), "date", "", 18),
        )
    ),
    Line((_OWNER,)),
    Line((_NOTES,)),
)

QUARTER = (
    # for translators: the name of a field, at most 12 columns; then what to write there
    Line((FieldSpec("focus", mark("focus"), hint=mark("what this quarter is about, in one line")),)),
    # for translators: names of fields, at most 12 columns
    Line((FieldSpec("start", mark("first day"), "date", "", 14), FieldSpec("end", mark("last day"), "date", "", 14))),
    Line(
        (
            FieldSpec(
                "language",
                # for translators: the name of a field, at most 12 columns: the language that a plan is written in
                mark("language"),
                "choice",
                options=(
                    # for translators: the language is told by what is written
                    ("auto", mark("auto")),
                    *((code, code) for code in CODES),
                ),
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


def said(lines: tuple[Line, ...], day: str) -> tuple[Line, ...]:
    """The fields of a form with their labels, hints and options in the language that is spoken.

    ``day`` is the one that a hint gives as an example.
    """
    return tuple(replace(line, fields=tuple(_said(spec, day) for spec in line.fields)) for line in lines)


def _said(spec: FieldSpec, day: str) -> FieldSpec:
    options = tuple((value, tr(word)) for value, word in spec.options)
    hint = tr(spec.hint, day=day) if spec.hint else ""
    return replace(spec, label=tr(spec.label), hint=hint, options=options)


def names(lines: tuple[Line, ...]) -> list[str]:
    """The fields of a form, in order."""
    return [spec.name for line in lines for spec in line.fields]
