"""Text to the person's clipboard, through the terminal. Nobody can know whether it arrived."""

import subprocess
from collections.abc import Mapping

from textual.app import App

from okrtui.frozen import frozen
from okrtui.i18n import mark, tr, tr_n
from okrtui.model.numbers import format_count
from okrtui.model.text import one_line
from okrtui.model.widths import cell_width
from okrtui.tui.messages import Say

LIMIT = 74_994
"""The most bytes that are sent: 100,000 as base64 with its frame, beyond which terminals drop a text without a word."""

_EDGES = 2
"""Columns of the status line that hold no words."""


@frozen
class Said:
    """What to tell the person of one kind of text, ``tr`` shows it."""

    sent: str
    """It was given to the terminal."""
    through_tmux: str
    """It was given to the terminal through tmux."""
    too_long: str
    """It was not sent."""


ITEM = Said(
    mark("copied through the terminal"),
    mark("copied through tmux"),
    mark("too long for the clipboard of a terminal"),
)
"""Of an item of the plan."""

ANSWER = Said(
    mark("answer copied through the terminal"),
    mark("answer copied through tmux"),
    mark("answer too long for the clipboard of a terminal"),
)
"""Of the answer to a request."""


def copy(app: App[object], text: str, environ: Mapping[str, str], said: Said = ITEM) -> str:
    """Send text to the terminal's clipboard (OSC 52, or through tmux) and give what to tell the person."""
    cleaned = _cleaned(text)
    if _is_too_long(cleaned):
        return tr(said.too_long)
    return tr(said.through_tmux if _send(app, cleaned, environ) else said.sent)


def copy_report(app: App[object], text: str, environ: Mapping[str, str], otherwise: str) -> Say:
    """Send a report to the terminal's clipboard and give what to tell the person.

    ``otherwise`` is how to get it where it does not arrive: ``w writes it to a file``.
    """
    cleaned = _cleaned(text)
    if _is_too_long(cleaned):
        size = len(cleaned.encode())
        # for translators: otherwise is a clause, such as: w writes it to a file
        words = tr_n(
            "{size} bytes are too much for a terminal's clipboard; {otherwise}",
            "{size} bytes are too much for a terminal's clipboard; {otherwise}",
            size,
            size=format_count(size),
            otherwise=otherwise,
        )
        return Say(words, "$warning")
    # for translators: otherwise is a clause, such as: w writes it to a file
    through_tmux = tr("report copied through tmux; if pasting gives nothing, {otherwise}", otherwise=otherwise)
    straight = tr("report copied; if pasting gives nothing, {otherwise}", otherwise=otherwise)
    words = through_tmux if _send(app, cleaned, environ) else straight
    if cell_width(words) > app.size.width - _EDGES:
        # for translators: the same in at most 56 columns, for a narrow window; otherwise is a clause as above
        words = tr("copied; if nothing pastes, {otherwise}", otherwise=otherwise)
    return Say(words)


def _cleaned(text: str) -> str:
    return "\n".join(map(one_line, text.strip().splitlines()))


def _is_too_long(text: str) -> bool:
    return len(text.encode()) > LIMIT


def _send(app: App[object], text: str, environ: Mapping[str, str]) -> bool:
    """Send it; whether it went through tmux."""
    if environ.get("TMUX") and _through_tmux(text, environ):
        return True
    app.copy_to_clipboard(text)
    return False


def _through_tmux(text: str, environ: Mapping[str, str]) -> bool:
    # tmux keeps OSC 52 to itself by default; its own buffer with -w goes on to the outer terminal.
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],
            input=text.encode(),
            env=dict(environ),
            capture_output=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
