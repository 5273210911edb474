"""The head of the walk: the steps, and which one this is."""

from textual.content import Content

from okrtui.i18n import tr, tr_as
from okrtui.tui.guide.place import STEPS, StepName
from okrtui.tui.plain import content
from okrtui.tui.widgets.glyphs import Glyphs


def steps_line(step: StepName, width: int, glyphs: Glyphs) -> Content:
    """The steps in one line: those behind ticked, the present one marked; numbers alone where not all fit."""
    at = STEPS.index(step)
    parts: list[Content] = []
    for place, name in enumerate(STEPS):
        mark = glyphs.done if place < at else str(place + 1)
        colour = "bold $primary reverse" if place == at else "$success" if place < at else "$quiet"
        parts.append(Content.assemble((f" {mark} {step_words(name)} ", colour)))
    line = Content("").join(parts)
    if line.cell_length < width:
        return line
    # for translators: which step of the planning guide this is: "3 of 6: key results"
    words = tr("{number} of {count}: {step}", number=at + 1, count=len(STEPS), step=step_words(step))
    return Content.assemble((f" {words} ", "bold $primary"))


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
