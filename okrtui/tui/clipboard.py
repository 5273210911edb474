"""Text to the person's clipboard, through the terminal. Nobody can know whether it arrived."""

import subprocess
from collections.abc import Mapping

from textual.app import App

from okrtui.model.text import one_line
from okrtui.tui.messages import Say

LIMIT = 74_994
"""The most bytes that are sent: 100,000 as base64 with its frame, beyond which terminals drop a text without a word."""


def copy(app: App[object], text: str, environ: Mapping[str, str]) -> str:
    """Send text to the terminal's clipboard (OSC 52, or through tmux) and give what to tell the person."""
    return _send(app, _cleaned(text), environ) or "too long for the clipboard of a terminal"


def copy_report(app: App[object], text: str, environ: Mapping[str, str], otherwise: str) -> Say:
    """Send a report to the terminal's clipboard and give what to tell the person.

    ``otherwise`` is how to get it where it does not arrive: ``w writes it to a file``.
    """
    cleaned = _cleaned(text)
    if sent := _send(app, cleaned, environ):
        return Say(f"report {sent}; if nothing came, {otherwise}")
    size = len(cleaned.encode())
    return Say(f"{size:,} bytes are too much for a terminal's clipboard; {otherwise}", "$warning")


def _cleaned(text: str) -> str:
    return "\n".join(map(one_line, text.strip().splitlines()))


def _send(app: App[object], text: str, environ: Mapping[str, str]) -> str:
    """Send it; empty where it is too long."""
    if len(text.encode()) > LIMIT:
        return ""
    if environ.get("TMUX") and _through_tmux(text, environ):
        return "sent to the terminal through tmux"
    app.copy_to_clipboard(text)
    return "sent to the terminal"


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
