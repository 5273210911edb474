"""From a line of words to what a widget draws line by line."""

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


def strip_of(line: Content, style: Style, widget: Widget) -> Strip:
    """The line on the widget's screen; ``style`` is what its words have where they say nothing else."""
    parts = line.render(style, end="", parse_style=widget.app.stylesheet.parse_style)
    return Strip.join([Strip([*Content.styled(text, part).render_segments()]) for text, part in parts])
