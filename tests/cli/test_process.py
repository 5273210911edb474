import os
import subprocess
import sys
from pathlib import Path

import pytest

from okrtui.examples import EXAMPLE_QUARTER, example_bytes
from okrtui.storage.repository import Repository
from tests.support.desk import clock
from tests.support.plans import small_plan
from tests.terminal.session import in_terminal

Called = subprocess.CompletedProcess[bytes]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment of its own, with the example in its data directory."""
    data = tmp_path / "plans"
    data.mkdir(mode=0o700)
    (data / f"{EXAMPLE_QUARTER}.toml").write_bytes(example_bytes())
    return {
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", ""),
        "OKRTUI_DATA": str(data),
        "OKRTUI_TODAY": "2026-11-12",
        "TERM": "xterm-256color",
    }


def call(environ: dict[str, str], *words: str, stdout: int = subprocess.PIPE) -> Called:
    return subprocess.run(
        [sys.executable, "-m", "okrtui", *words],
        env=environ,
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def test_the_exit_code_reaches_the_shell(environ: dict[str, str]) -> None:
    assert call(environ, "list").returncode == 0
    assert call(environ, "check").returncode == 1
    bad = call(environ, "show", "2020-Q1")
    assert bad.returncode == 2
    assert bad.stderr == b"okrtui: 2020-Q1.toml: does not exist; make it with: okrtui new 2020-Q1\n"


def test_a_bad_file_shows_no_stack_trace(environ: dict[str, str]) -> None:
    Path(environ["OKRTUI_DATA"], "2026-Q4.toml").write_bytes(b"\xff\xfe\x00")
    for words in (["list"], ["show"], ["check"]):
        said = call(environ, *words)
        assert said.returncode == 2
        assert said.stderr.count(b"\n") == 1
        assert b"Traceback" not in said.stderr


def test_opening_without_a_terminal_ends_at_once(environ: dict[str, str]) -> None:
    for words in ([], ["demo"]):
        said = call(environ, *words)
        assert said.returncode == 2
        assert said.stderr.count(b"\n") == 1
        assert b"okrtui show" in said.stderr


def test_a_reader_that_leaves_early_gets_no_complaint(environ: dict[str, str]) -> None:
    for words in (["show"], ["--help"]):
        reading, writing = os.pipe()
        os.close(reading)
        try:
            said = call(environ, *words, stdout=writing)
        finally:
            os.close(writing)
        assert (said.returncode, said.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_output_that_does_not_fit_is_said_to_be_missing(environ: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        said = call(environ, "show", stdout=full.fileno())
    assert said.returncode == 2
    assert said.stderr == (
        b"okrtui: the output cannot be written: no space left on device; write it to another place\n"
    )


def test_bytes_that_are_no_text_in_an_argument_are_shown_as_marks(environ: dict[str, str]) -> None:
    said = call(environ, os.fsdecode(b"\xff\x1b[2J"))
    assert said.returncode == 2
    assert said.stderr.decode().startswith("okrtui: ‹DCFF›␛[2J is neither")


def test_an_old_encoding_of_the_terminal_stops_nothing(environ: dict[str, str]) -> None:
    for words in (["show"], ["show", "--format", "json"]):
        said = call({**environ, "PYTHONIOENCODING": "ascii"}, *words)
        assert (said.returncode, said.stderr) == (0, b"")
        assert said.stdout.isascii()


def test_a_pipe_gets_whole_titles_even_where_no_locale_is_set_as_in_cron(environ: dict[str, str]) -> None:
    del environ["LANG"]
    said = call({**environ, "PYTHONUTF8": "1"}, "show")
    assert said.returncode == 0
    assert "·" in said.stdout.decode()


def test_a_terminal_that_is_not_known_to_show_more_gets_ascii(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "plans", clock)
    repository.create(small_plan().replace(focus="新しい"))
    with in_terminal(tmp_path, "show", size=(100, 60), LANG="C", PYTHONUTF8="1") as session:
        session.wait_for("Focus: \\u65b0")
        assert session.wait_for_end() == 0
        assert session.sent_by_program.isascii()
