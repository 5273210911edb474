"""An update as a page to read: headings, points and sentences in their order, the same in every format."""

from typing import Literal

from okrtui.frozen import frozen
from okrtui.model.closing import State
from okrtui.report.update.content import KeyResultUpdate, ObjectiveUpdate
from okrtui.report.update.phrases import Words

Tone = Literal["plain", "good", "careful", "bad"]
"""What a tag means, for formats with colours; the words say the same."""

BAND_TONES: dict[State, Tone] = {"delivered": "good", "partly": "careful", "little": "bad"}
"""What each score means, the best first."""

TONES: dict[State, Tone] = {
    "off track": "bad",
    "stale": "careful",
    "at risk": "careful",
    "not started": "plain",
    "on track": "good",
    "done": "good",
    **BAND_TONES,
}
"""What it means how a key result or an objective stands."""


@frozen
class Point:
    """One thing that is told of."""

    title: Words
    position: str = ""
    """``2.1``; empty where it has none, or stands under another's."""
    tag: str = ""
    """A word or two of ours: its pace, or a day."""
    tone: Tone = "plain"
    aside: Words = ()
    """What belongs to the title: who does it, and for what."""
    lines: tuple[Words, ...] = ()
    """What there is to say of it, a paragraph each."""
    about: KeyResultUpdate | ObjectiveUpdate | None = None
    """What a picture beside it shows."""
    points: tuple["Point", ...] = ()
    """What stands below it."""


@frozen
class Section:
    """A heading with what stands under it."""

    name: str
    """What it is, whatever the heading says: ``attention``."""
    heading: str
    points: tuple[Point, ...] = ()
    lines: tuple[Words, ...] = ()
    """Paragraphs before the points."""
    more: str = ""
    """What is said of points that were left out; empty where none was."""


@frozen
class Page:
    """The whole update."""

    title: str
    lead: tuple[Words, ...]
    """When it is, and what it is about."""
    headline: Words
    counts: tuple[tuple[str, Tone], ...]
    """How many key results have each pace, or at the close each score: ``10 on track``."""
    sections: tuple[Section, ...]
    language: str
    """The code of the language that the plan's texts are in."""
