"""Text to the person's clipboard, through the terminal. Nobody can know whether it arrived."""

import subprocess
from collections.abc import Mapping

from textual.app import App

from okrtui.model.numbers import format_amount
from okrtui.model.plan import Action, KeyResult
from okrtui.model.text import clean_prose
from okrtui.model.tree import Placed

LIMIT = 8_192
"""The most bytes that are sent; terminals drop longer ones."""


def copy(app: App[object], text: str, environ: Mapping[str, str]) -> str:
    """Send text to the terminal's clipboard (OSC 52, or through tmux) and give what to tell the person."""
    cleaned = clean_prose(text)
    if len(cleaned.encode()) > LIMIT:
        return "too long for the clipboard of a terminal"
    if environ.get("TMUX") and _through_tmux(cleaned):
        return "sent to the terminal through tmux"
    app.copy_to_clipboard(cleaned)
    return "sent to the terminal"


def _through_tmux(text: str) -> bool:
    # tmux keeps OSC 52 to itself by default; its own buffer with -w goes on to the outer terminal.
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],
            input=text.encode(),
            capture_output=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def as_line(placed: Placed) -> str:
    """An item as one line of Markdown: ``- 2.1 Send 3 newsletters (2 of 3 issues, due 2026-12-31)``."""
    node = placed.node
    title = node.title or "(no title yet)"
    if isinstance(node, Action):
        due = f" (due {node.due})" if node.due and node.status != "done" else ""
        return f"- [{'x' if node.status == 'done' else ' '}] {title}{due}"
    if isinstance(node, KeyResult):
        facts = []
        if node.target is not None:
            values = sorted(node.check_ins, key=lambda check_in: check_in.date)
            now = format_amount(values[-1].value) if values else "nothing yet"
            facts.append(f"{now} of {format_amount(node.target)} {node.unit}".rstrip())
        if node.due:
            facts.append(f"due {node.due}")
        return f"- {placed.position} {title}" + (f" ({', '.join(facts)})" if facts else "")
    return f"- **{placed.position} {title}**"
