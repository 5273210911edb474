"""The head of the walk: the steps, and which one this is."""

from textual.content import Content

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
        parts.append(Content.assemble((f" {mark} {name} ", colour)))
    line = Content("").join(parts)
    if line.cell_length < width:
        return line
    return Content.assemble((f" {at + 1} of {len(STEPS)}: {step} ", "bold $primary"))


def heading(text: str, note: str = "") -> Content:
    """A heading in a list, with a quiet word behind it."""
    return Content.assemble(content(f" {text}", "bold"), content(f"  {note}" if note else "", "$quiet"))
