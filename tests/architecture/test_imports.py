"""The command line must be there at once: each command loads what it needs, and none but two the interface."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from okrtui.examples import EXAMPLE_QUARTER, example_bytes

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "version": ["--version"],
    "help": ["--help"],
    "list": ["list"],
    "status": ["status"],
    "a check-in": ["checkin", "1.1", "54"],
    "an action done": ["done", "1.1.1"],
    "show": ["show"],
    "show json": ["show", "--format", "json"],
    "history": ["history"],
    "restore": ["restore", "2026-Q4", "a3f9"],
    "merge": ["merge", "base.toml", "ours.toml", "theirs.toml"],
    "check": ["check"],
    "check json": ["check", "--format", "json"],
    "new": ["new", "2027-Q1"],
    "report": ["report"],
    "report html": ["report", "--format", "html"],
    "import": ["import", "-", "--quarter", "2027-Q1"],
    "nonsense": ["foo"],
    "no terminal": [],
    "demo without a terminal": ["demo"],
}
PROGRAM = """
import sys
from okrtui.cli import main
code = main(sys.argv[1:])
sys.stderr.write("\\nmodules " + " ".join(sys.modules))
"""
IMPORT = re.compile(rb"^import time:.*\| +(\S+)$", re.MULTILINE)


def run(tmp_path: Path, *words: str) -> bytes:
    data = tmp_path / "plans"
    data.mkdir(mode=0o700, exist_ok=True)
    (data / f"{EXAMPLE_QUARTER}.toml").write_bytes(example_bytes())
    environ = {
        "HOME": str(tmp_path),
        "PATH": os.environ.get("PATH", ""),
        "OKRTUI_DATA": str(data),
        "OKRTUI_TODAY": "2026-11-12",
        "TERM": "xterm",
    }
    said = subprocess.run(
        [sys.executable, *words],
        env=environ,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in said.stderr
    return said.stderr


def loaded(tmp_path: Path, *words: str) -> set[str]:
    names = run(tmp_path, "-c", PROGRAM, *words).decode().rpartition("\nmodules ")[2]
    assert "okrtui.cli.entry" in names
    return set(names.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_script_does_not_wait_for_the_interface_to_load(tmp_path: Path, name: str) -> None:
    packages = {module.partition(".")[0] for module in loaded(tmp_path, *COMMANDS[name])}
    assert not packages & {"textual", "rich", "asyncio", "hypothesis", "platformdirs"}


def test_the_list_as_python_counts_it_loads_no_textual(tmp_path: Path) -> None:
    names = {found.decode() for found in IMPORT.findall(run(tmp_path, "-X", "importtime", "-m", "okrtui", "list"))}
    assert {"okrtui.cli.quarters", "okrtui.model.plan"} <= names
    assert not {name for name in names if name.partition(".")[0] in {"textual", "rich", "pydantic"}}


def test_each_command_loads_only_what_it_needs(tmp_path: Path) -> None:
    for words in (["--version"], ["--help"], ["foo"]):
        assert not {"okrtui.model.plan", "tomllib", "okrtui.storage.codec"} & loaded(tmp_path, *words)
    assert "okrtui.coach" not in loaded(tmp_path, "list")
    assert "okrtui.storage.repository" not in loaded(tmp_path, "check", f"plans/{EXAMPLE_QUARTER}.toml")
