"""Files that no person would write: an error that is said or literal text, every byte left, and the rest usable."""

import contextlib
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from okrtui.model.quarter import Quarter
from okrtui.model.text import is_clean
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine, Said
from tests.support.hostile_files import LONGEST, SPECIAL, quarter_files, spreadsheets

OTHER = "2026-Q3"
COMMANDS: Sequence[Sequence[str]] = (
    ("show", "2026-Q4"),
    ("show", "2026-Q4", "--format", "json"),
    ("status", "2026-Q4"),
    ("report", "2026-Q4"),
    ("report", "2026-Q4", "--format", "html"),
    ("list",),
    ("coach", "key-result", "Sign 9 partners"),
)
"""Beside ``check``, which every hostile file goes through, and all kinds of special files go through them all."""
FILES, TABLES = list(quarter_files()), list(spreadsheets())
PARTS = 8
"""How many tests share the files, so that several cores can."""


@contextlib.contextmanager
def quickly(what: object) -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < LONGEST, what


@pytest.fixture
def beside(okrtui: CommandLine) -> CommandLine:
    """A command line with a good quarter beside the hostile file."""
    third = Quarter.parse(OTHER)
    start, end = third.dates()
    okrtui.put(clean_plan().replace(quarter=third, start=start, end=end))
    return okrtui


def seen(directory: Path) -> dict[str, tuple[int, int, int]]:
    """What lies in a directory, and whether it was touched."""
    found = {str(path): path.lstat() for path in directory.rglob("*")}
    return {name: (status.st_mode, status.st_size, status.st_mtime_ns) for name, status in found.items()}


def expect_harmless(said: Said, name: object) -> None:
    """An answer without a traceback or anything that a terminal would obey; where it is an error, in words."""
    assert said.code in (0, 1, 2), (name, said.err)
    assert "Traceback" not in said.err
    assert is_clean(said.out.replace("\r\n", "\n")), name
    assert is_clean(said.err), name
    if said.code == 2:
        assert "okrtui: " in said.err, name
        assert max(map(len, said.err.splitlines())) < 1200, name


@pytest.mark.parametrize("part", range(PARTS))
def test_a_hostile_quarter_is_an_error_or_literal_text_and_keeps_every_byte(beside: CommandLine, part: int) -> None:
    assert len(FILES) >= 200
    path = beside.data / "2026-Q4.toml"
    for turn, hostile in enumerate(FILES[part::PARTS]):
        path.write_bytes(hostile.data)
        before = seen(beside.data)
        for words in (("check",), COMMANDS[turn % len(COMMANDS)]):
            with quickly((hostile, words)):
                expect_harmless(beside(*words), (hostile, words))
        with quickly(hostile):
            assert beside("show", OTHER).code == 0, "one bad quarter must not close the others"
        assert (path.read_bytes() == hostile.data, seen(beside.data)) == (True, before), hostile


@pytest.mark.parametrize("kind", SPECIAL)
def test_what_is_no_ordinary_file_keeps_nobody_waiting_and_stays(beside: CommandLine, kind: str) -> None:
    path = beside.data / "2026-Q4.toml"
    SPECIAL[kind](path)
    before = seen(beside.data)
    for words in (("check",), *COMMANDS, ("done", "Call", "--quarter", "2026-Q4"), ("new", "2026-Q4")):
        with quickly((kind, words)):
            expect_harmless(beside(*words), (kind, words))
    assert "2026-Q4.toml" in beside("show", "2026-Q4").err
    assert beside("show", OTHER).code == 0
    after = seen(beside.data)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("part", range(PARTS))
def test_a_hostile_spreadsheet_is_taken_whole_or_not_at_all(beside: CommandLine, tmp_path: Path, part: int) -> None:
    assert len(TABLES) >= 60
    path = tmp_path / "table.csv"
    plan = beside.data / "2026-Q4.toml"
    for hostile in TABLES[part::PARTS]:
        path.write_bytes(hostile.data)
        with quickly(hostile):
            preview = beside("import", str(path), "--quarter", "2026-Q4", "--dry-run")
            expect_harmless(preview, hostile)
        assert not plan.exists(), "a preview writes nothing"
        with quickly(hostile):
            expect_harmless(beside("import", str(path), "--quarter", "2026-Q4"), hostile)
        if plan.exists():
            assert beside("show", "2026-Q4").code == 0, hostile
            plan.unlink()
        assert path.read_bytes() == hostile.data


@pytest.mark.parametrize("kind", SPECIAL)
def test_a_spreadsheet_that_is_no_ordinary_file_is_refused(beside: CommandLine, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "table.csv"
    SPECIAL[kind](path)
    with quickly(kind):
        expect_harmless(beside("import", str(path), "--quarter", "2026-Q4"), kind)
    assert not (beside.data / "2026-Q4.toml").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../2026-Q4",
        "2026-Q4/../2026-Q3",
        "/etc/passwd",
        "-rf",
        "2026-Q5",
        "２０２６-Q4",
        "2026-Q4\n",
        "\x1b[2J",
        "",
        "1899-Q1",
    ],
)
def test_a_name_that_is_no_quarter_is_refused_and_makes_nothing(beside: CommandLine, name: str) -> None:
    before = seen(beside.data.parent)
    for verb in ("new", "show", "status", "report"):
        said = beside(verb, "--", name)
        assert said.code == 2, verb
        expect_harmless(said, verb)
    assert seen(beside.data.parent) == before
    assert [path.name for path in beside.data.iterdir()] == [f"{OTHER}.toml"]
