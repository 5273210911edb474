"""The head of the walk: the steps, and which one this is."""

from collections.abc import Container

from textual.content import Content

from okrtui.coach.findings import Finding, blocking
from okrtui.i18n import tr, tr_as
from okrtui.model.plan import Action, KeyResult, Node, Objective
from okrtui.report.standing import Standing
from okrtui.tui.guide.place import STEPS, WRITTEN_IN, StepName
from okrtui.tui.plain import content
from okrtui.tui.widgets.glyphs import Glyphs

_WRITE: dict[type[Node], StepName] = {Objective: "objectives", KeyResult: "key results", Action: "actions"}
"""The steps in which items are written."""


def steps_line(step: StepName, left: Container[StepName], width: int, glyphs: Glyphs) -> Content:
    """The steps in one line: the present one marked, those behind ticked but for the ones that are ``left``.

    Where not all fit, the present one with its number.
    """
    at = STEPS.index(step)
    parts: list[Content] = []
    for place, name in enumerate(STEPS):
        is_done = place < at and name not in left
        mark = glyphs.holds if is_done else str(place + 1)
        colour = "bold $primary reverse" if place == at else "$success" if is_done else "$quiet"
        parts.append(Content.assemble((f" {mark} {step_words(name)} ", colour)))
    line = Content("").join(parts)
    if line.cell_length < width:
        return line
    # for translators: which step of the planning guide this is: "3 of 6: key results"
    words = tr("{number} of {count}: {step}", number=at + 1, count=len(STEPS), step=step_words(step))
    return Content.assemble((f" {words} ", "bold $primary"))


def unfinished(standing: Standing) -> frozenset[StepName]:
    """The steps in which something has to be written or mended before the commit, and those in which nothing is."""
    plan = standing.plan
    key_results = [key_result for objective in plan.objectives for key_result in objective.key_results]
    written: dict[StepName, bool] = {
        "focus": bool(plan.focus),
        "objectives": bool(plan.objectives),
        "key results": bool(key_results),
        "actions": any(key_result.actions for key_result in key_results),
    }
    empty = [step for step, holds in written.items() if not holds]
    return frozenset([*empty, *(_step_of(finding, standing) for finding in blocking(standing.findings))])


def _step_of(finding: Finding, standing: Standing) -> StepName:
    if finding.code in WRITTEN_IN:
        return WRITTEN_IN[finding.code]
    placed = standing.places.get(finding.item_id)
    return "focus" if placed is None else _WRITE[type(placed.node)]


def step_words(step: StepName) -> str:
    """What a step is called."""
    match step:
        case "focus":
            return tr_as("step of the planning guide", "focus")
        case "objectives":
            return tr_as("step of the planning guide", "objectives")
        case "key results":
            return tr_as("step of the planning guide", "key results")
        case "actions":
            return tr_as("step of the planning guide", "actions")
        case "review":
            return tr_as("step of the planning guide", "review")
        case "commit":
            return tr_as("step of the planning guide", "commit")


def heading(text: str, note: str = "") -> Content:
    """A heading in a list, with a quiet word behind it."""
    return Content.assemble(content(f" {text}", "bold"), content(f"  {note}" if note else "", "$quiet"))
