"""Ask for a file; tab completes its name."""

import os
from collections.abc import Callable
from itertools import islice, takewhile
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from okrtui.i18n import tr
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.plain import content
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.prose import Prose
from okrtui.tui.widgets.window_keys import WindowKeys
from okrtui.tui.world import World

_MOST_NAMES = 2_000
"""The most names of a directory that are looked at."""
_SHOWN = 12
"""The most names that are shown where several fit."""


class PathPrompt(Prompt):
    """Gives the path that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False, priority=True)]

    def __init__(self, title: str, placeholder: str, world: World, check: Callable[[str], str]) -> None:
        """``check`` says what is wrong with a path; empty where it may be taken."""
        super().__init__(title, placeholder, check=check)
        self._world = world

    def on_mount(self) -> None:
        """Say that tab completes."""
        self.query_one(WindowKeys).show(tr("enter reads it   tab completes   esc leaves"))

    def mend(self) -> None:
        """Leave the path as it is: it is long, and mostly right."""

    def action_complete(self) -> None:
        """Write as much of the name as is plain, and show what it could be."""
        line = self.query_one(LineInput)
        folder, slash, begun = line.value.rpartition("/")
        names = _names(self._world.path(folder + slash or "."), begun)
        if names:
            with self.prevent(Input.Changed):  # told of it later, the window would forget what the name could be
                line.value = folder + slash + _common_begin(names)
            line.cursor_position = len(line.value)
        said = "  ".join(names[:_SHOWN]) + ("  …" if len(names) > _SHOWN else "")
        several = said if len(names) > 1 else "" if names else tr("nothing begins like that")
        self.query_one("#problem", Prose).update(content(several, "$quiet"))


def _common_begin(names: list[str]) -> str:
    """What sorted names have in common; those far apart have no more in common than all of them."""
    pairs = zip(names[0], names[-1], strict=False)
    return "".join(char for char, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _names(folder: Path, begun: str) -> list[str]:
    """What stands in a directory and begins so, directories with a slash; hidden ones only where asked for."""
    try:
        with os.scandir(folder) as entries:
            found = [
                f"{entry.name}{'/' if entry.is_dir() else ''}"
                for entry in islice(entries, _MOST_NAMES)
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            ]
    except (OSError, ValueError):
        return []
    return sorted(found)
