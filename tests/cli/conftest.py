"""A command line to type into: a data directory of its own, a fixed day, an environment that holds nothing else."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrtui.cli import main
from okrtui.examples import EXAMPLE_QUARTER, example_bytes
from tests.support.command_line import CommandLine


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty data directory."""
    directory = tmp_path / "plans"
    directory.mkdir(mode=0o700)
    return directory


@pytest.fixture
def okrtui(tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[CommandLine]:
    """The program, called in this process."""
    environ = {
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "OKRTUI_DATA": str(data),
        "OKRTUI_TODAY": "2026-11-12",
        "TERM": "xterm",
    }
    before = os.umask(0o022)
    yield CommandLine(environ, data, main, capsys)
    os.umask(before)


@pytest.fixture
def example(data: Path) -> Path:
    """The example quarter in the data directory."""
    path = data / f"{EXAMPLE_QUARTER}.toml"
    path.write_bytes(example_bytes())
    return path
