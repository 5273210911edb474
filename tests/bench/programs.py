"""The programs that are measured, and where: a terminal of some size, or tmux inside it."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.plans import TODAY, beginnings, make_plan, outline, write_quarters
from tests.bench.terminal import Terminal

TREE_ALONE = (80, 24)
"""A size at which the program shows no detail beside the tree."""
_ROOT = Path(__file__).resolve().parents[2]
_TMUX = """\
set -g status off
set -s escape-time 0
set -g default-terminal tmux-256color
"""


@dataclass(frozen=True)
class Running:
    """A program in a terminal."""

    terminal: Terminal
    pid: int
    """Of the program itself, where tmux stands between it and the terminal too."""
    beginnings: Sequence[str]
    """How the titles of the plan's rows begin."""


@dataclass(frozen=True)
class Bench:
    """How much is measured, and where."""

    size: tuple[int, int]
    """Columns and lines."""
    rounds: int
    """Runs of each, taken in turn."""
    keys: int
    """Keys in a round."""
    idle: float
    """Seconds of looking at a program that does nothing."""
    in_tmux: bool = False

    def small(self) -> "Bench":
        """The same where the tree stands alone."""
        return replace(self, size=TREE_ALONE)

    @contextlib.contextmanager
    def ours(self, nodes: int = 125, quarters: int = 1) -> Iterator[Running]:
        """The program on a plan of that size, in a directory of its own."""
        with tempfile.TemporaryDirectory() as name:
            write_quarters(Path(name) / "plans", nodes, quarters)
            with self._running([sys.executable, "-m", "okrtui"], Path(name), nodes) as running:
                yield running

    @contextlib.contextmanager
    def floor(self, nodes: int = 125, *words: str) -> Iterator[Running]:
        """The floor with the same nodes."""
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "outline.json"
            path.write_text(json.dumps(outline(make_plan(nodes))))
            command = [sys.executable, "-m", "tests.bench.floor", str(path), *words]
            with self._running(command, Path(name), nodes) as running:
                yield running

    @contextlib.contextmanager
    def _running(self, command: list[str], home: Path, nodes: int) -> Iterator[Running]:
        environ = environment(home)
        tmux = ["tmux", "-f", str(home / "tmux.conf")]
        (home / "tmux.conf").write_text(_TMUX)
        wrapped = [str(shutil.which("tmux")), *tmux[1:], "new-session", *command] if self.in_tmux else command
        terminal = Terminal(wrapped, environ, self.size)
        try:
            rows = beginnings(make_plan(nodes))
            terminal.wait_for(rows[0])
            yield Running(terminal, _pane(tmux, environ) if self.in_tmux else terminal.pid, rows)
        finally:
            terminal.close()
            if self.in_tmux:
                subprocess.run([*tmux, "kill-server"], env=environ, capture_output=True, check=False)


def environment(home: Path) -> dict[str, str]:
    """What a login over ssh gives, with a home and a tmux of its own."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(_ROOT),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TMUX_TMPDIR": str(home),
        "OKRTUI_DATA": str(home / "plans"),
        "OKRTUI_TODAY": str(TODAY),
    }


def _pane(tmux: list[str], environ: dict[str, str]) -> int:
    """The id of the program in tmux's only pane."""
    found = subprocess.run(
        [*tmux, "list-panes", "-a", "-F", "#{pane_pid}"], env=environ, capture_output=True, text=True, check=True
    )
    return int(found.stdout)
