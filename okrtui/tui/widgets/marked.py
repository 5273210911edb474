"""Words that a finding points at, marked where they stand."""

from collections.abc import Iterable

from rich.highlighter import Highlighter
from rich.text import Text
from textual.content import Content

from okrtui.coach.findings import Finding
from okrtui.tui.plain import content

MARK = "underline"
"""How the words look, beside the message that names them; seen in every palette."""

PAUSE = 0.5
"""Seconds without a key after which what is being typed is judged."""


def marks(findings: Iterable[Finding], title: str) -> list[tuple[int, int]]:
    """The spans of the title to mark; a finding on the whole of it marks nothing."""
    spans = {finding.span for finding in findings if finding.span and not finding.accepted}
    return sorted(span for span in spans if span[1] - span[0] < len(title.strip()))


def marked(title: str, findings: Iterable[Finding], style: str = "") -> Content:
    """A title with the words marked that its findings point at."""
    parts: list[Content] = []
    past = 0
    for start, end in marks(findings, title):
        if start >= past:
            parts += [content(title[past:start], style), content(title[start:end], f"{style} {MARK}".strip())]
            past = end
    return Content.assemble(*parts, content(title[past:], style))


class WordMarker(Highlighter):
    """Marks words in a line that is being written."""

    def __init__(self) -> None:
        """Nothing is marked yet."""
        self.spans: list[tuple[int, int]] = []
        """What to mark."""

    def highlight(self, text: Text) -> None:
        """Mark the words."""
        for start, end in self.spans:
            text.stylize(f"bold {MARK}", start, end)  # in the terminal's own colours the whole field is underlined
