"""Completion in a real bash: commands, options, what they can be, quarters."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from okrtui.cli.verbs import VERBS
from tests.support.command_line import CommandLine

BASH = shutil.which("bash") or ""


@pytest.fixture
def script(okrtui: CommandLine, tmp_path: Path) -> Path:
    """The words for bash, with an ``okrtui`` to call beside them."""
    path = tmp_path / "completion.bash"
    path.write_text(okrtui("completion", "bash").out)
    program = tmp_path / "bin" / "okrtui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okrtui "$@"\n')
    program.chmod(0o700)
    return path


def completed(script: Path, okrtui: CommandLine, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    ask = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _okrtui; printf "%s\\n" "${COMPREPLY[@]}"'
    environ = {
        **okrtui.environ,
        "PATH": f"{script.parent / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run(
        [BASH, "-c", ask, "bash", str(script), "okrtui", *words],
        env=environ,
        cwd=script.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(not BASH, reason="no bash here")
def test_bash_completes_commands_options_and_what_they_can_be(okrtui: CommandLine, script: Path, example: Path) -> None:
    shown = subprocess.run([BASH, "-c", f'source "{script}"; complete -p'], capture_output=True, text=True, check=True)
    assert shown.stdout == "complete -F _okrtui okrtui\n"
    assert {verb.name for verb in VERBS if verb.name} <= {*completed(script, okrtui, "")}
    assert completed(script, okrtui, "sho") == ["show"]
    assert completed(script, okrtui, "show", "--fo") == ["--format"]
    assert completed(script, okrtui, "show", "--format", "j") == ["json"]
    assert completed(script, okrtui, "--data", str(okrtui.data), "coach", "--kind", "") == [
        "key-result",
        "objective",
        "action",
    ]
    assert completed(script, okrtui, "show", "2") == ["2026-Q4"]
    assert completed(script, okrtui, "new", "2027-Q1", "--from", "") == ["2026-Q4"]
    assert completed(script, okrtui, "import", "compl") == ["completion.bash"]
    assert completed(script, okrtui, "checkin", "--note", "x") == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_each_shell_reads_its_words(okrtui: CommandLine, tmp_path: Path, shell: str) -> None:
    said = okrtui("completion", shell)
    assert said.code == 0
    for verb in VERBS:
        assert verb.name in said.out
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    path = tmp_path / "words"
    path.write_text(said.out)
    subprocess.run([program, "-n", str(path)], env={"HOME": str(tmp_path)}, check=True)
