"""The commands that open the interface, and what has to be true of a terminal before they do."""

import argparse
import gc
import os
import sys
from collections.abc import Mapping, MutableMapping

from okrtui.cli.output import UsageError, silence
from okrtui.cli.situation import Situation, named_quarter, require_ours
from okrtui.i18n import tr
from okrtui.model.text import display

WIDEST = 1_000
"""The most columns or lines that a terminal is believed to have."""

_DEPTHS = {"16": "standard", "256": "256", "truecolor": "truecolor"}
"""What Textual calls the numbers of colours that can be set."""

_CRASHED, _INTERNAL, _SIGNAL = 1, 70, 128


def open_quarter(options: argparse.Namespace, situation: Situation) -> int:
    """Open the quarter that is named, else the one that today lies in.

    Raises:
        UsageError: the word is none of a quarter, or there is no terminal.
        FileError: the settings cannot be read or the data directory cannot be used.
    """
    quarter = None
    if options.quarter is not None:
        try:
            quarter = named_quarter(options.quarter)
        except UsageError:
            raise UsageError(_neither(display(options.quarter, 60))) from None
    require_terminal(situation.environ)
    gc.disable()  # loading makes no garbage worth a tenth of the start; the interface turns it on again
    settings, repository = situation.settings(), situation.repository()
    tame_size(os.environ)
    choose_depth(settings.colours, os.environ)

    from okrtui.tui.launch import launch

    code = launch(repository.directory, quarter, settings, situation.today, situation.clock, situation.environ)
    return _exit_code(code)


def open_demo(_: argparse.Namespace, situation: Situation) -> int:
    """Open the example quarter in a directory of its own, on its own day unless one was given.

    Raises:
        UsageError: there is no terminal.
        FileError: the settings cannot be read or the directory cannot be used.
    """
    require_terminal(situation.environ)
    gc.disable()
    from okrtui.storage.paths import demo_directory

    settings = situation.settings()
    directory = situation.data or demo_directory(situation.environ)
    require_ours(directory)
    tame_size(os.environ)
    choose_depth(settings.colours, os.environ)

    from okrtui.tui.launch import launch_example

    today = situation.today if situation.given_day else None
    code = launch_example(directory, settings, today, situation.clock, situation.environ)
    return _exit_code(code)


def _neither(word: str) -> str:
    """What is said of a word that is no quarter and no command; it may be empty."""
    if not word:
        return tr(
            "an empty word is neither a quarter nor a command; write a quarter like 2026-Q4, or see: okrtui --help"
        )
    return tr(
        "{word} is neither a quarter nor a command; write a quarter like 2026-Q4, or see: okrtui --help", word=word
    )


def _exit_code(code: int) -> int:
    """The exit code for what the interface gave; where a signal ended it, the terminal may be gone."""
    if code > _SIGNAL:
        silence(sys.stdout, sys.stderr)
    return _INTERNAL if code == _CRASHED else code


def require_terminal(environ: Mapping[str, str]) -> None:
    """Refuse to open the interface where nobody could see it or type.

    Raises:
        UsageError: there is no terminal, or it is one that shows plain lines only.
    """
    for stream in (sys.stdin, sys.stderr):
        if stream is None or stream.closed or not stream.isatty():
            raise UsageError(
                tr("there is no terminal to open the plan in; print it with: okrtui show, or see: okrtui --help")
            )
    terminal = environ.get("TERM", "")
    if terminal in {"", "dumb"}:
        # for translators: TERM is a variable of the environment
        named = f"TERM={terminal}" if terminal else tr("TERM is not set")
        raise UsageError(
            # for translators: why is such as: TERM is not set
            tr(
                "this terminal shows plain lines only ({why}); print the plan with: okrtui show, or see: okrtui --help",
                why=named,
            )
        )


def choose_depth(colours: str, environ: MutableMapping[str, str]) -> None:
    """Have Textual, which reads it when it is loaded, draw with so many colours; for other words it finds out."""
    if colours in _DEPTHS:
        environ["TEXTUAL_COLOR_SYSTEM"] = _DEPTHS[colours]


def tame_size(environ: MutableMapping[str, str]) -> None:
    """Drop COLUMNS and LINES where they are no size of a terminal, since screens of any size would be drawn."""
    for name in ("COLUMNS", "LINES"):
        value = environ.get(name)
        if value is not None and not (value.isascii() and value.isdigit() and 0 < int(value[:9]) <= WIDEST):
            del environ[name]
