"""The command that says in one line how the quarter stands. It is there at once: a login waits for it."""

import argparse
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from okrtui.cli.output import write_lines
from okrtui.cli.situation import Situation, require_ours
from okrtui.cli.which import current, wanted
from okrtui.i18n import tr

if TYPE_CHECKING:
    from okrtui.report.status import Part, Tone

_FINE, _DUE = 0, 1
_COLOURS: "Mapping[Tone, str]" = {"good": "32", "careful": "33", "bad": "31", "due": "1"}
"""What the terminal is told for each meaning; the words say the same."""


def status(options: argparse.Namespace, situation: Situation) -> int:
    """Print one line on the quarter; 1 where something is due. Where there is no quarter, nothing, but on a terminal.

    Raises:
        UsageError: the name is none of a quarter.
        FileError: the quarter or the settings cannot be read.
    """
    from okrtui.model.measure import measure_plan
    from okrtui.report.status import CLOSE_KEY, is_anything_due, status_line
    from okrtui.storage.paths import data_directory

    settings = situation.settings()
    directory = data_directory(situation.data, situation.environ)
    require_ours(directory)
    quarter = wanted(options.quarter, situation, settings)
    if quarter is None:
        if _on_terminal():
            start = f"okrtui new {current(situation, settings)}"
            write_lines([tr("no quarter yet; start one with: {command}", command=start)], situation.environ)
        return _FINE
    plan = situation.repository().load(quarter).plan
    today = situation.today()
    numbers = measure_plan(plan, today, settings.bands())
    close_key = settings.keys.get("view_close", (CLOSE_KEY,))[0]
    line = status_line(plan, numbers, today, _width(), close_key)
    write_lines([_painted(line, situation.environ)], situation.environ)
    return _DUE if is_anything_due(numbers) else _FINE


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _width() -> int:
    """The columns for the line: those of the terminal where they are fewer than usual."""
    from okrtui.report.status import WIDTH

    try:
        return min(WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH) if _on_terminal() else WIDTH
    except OSError:
        return WIDTH


def _painted(parts: "list[Part]", environ: Mapping[str, str]) -> str:
    """The line, in colours where a person looks at it who wants them."""
    from okrtui.report.status import text

    if not _on_terminal() or environ.get("NO_COLOR") or environ.get("TERM", "dumb") == "dumb":
        return text(parts)
    return "".join(
        f"\x1b[{_COLOURS[part.tone]}m{part.text}\x1b[0m" if part.tone in _COLOURS else part.text for part in parts
    )
