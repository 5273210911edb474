"""Lines to write on without colours: a rule below what is still free, as on paper."""

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

_RULE = Style(underline=True)


def ruled(line: Strip) -> Strip:
    """A line with a rule below what is empty at its end."""
    written = cell_len(line.text.rstrip())
    return Strip.join([line.crop(0, written), line.crop(written).apply_style(_RULE)])
