import os
from pathlib import Path

import pytest

from okrtui.examples import example_bytes
from tests.support.command_line import CommandLine

GOOD = example_bytes().decode()

BAD = {
    "a syntax error": (GOOD.replace('phase = "active"', 'phase = "active'), ["line 6", "not closed", 'put a "']),
    "a wrong type": (GOOD.replace("baseline = 40\n", 'baseline = "40"\n'), ["line 22", "baseline of objective 1, key"]),
    "an unknown phase": (
        GOOD.replace('"active"', '"started"'),
        ["line 6, phase: is 'started'", "write one of planning"],
    ),
    "a due date that is no date": (
        GOOD.replace("due = 2026-12-31", 'due = "soon"', 1),
        ["line 24", "due of objective 1, key result 1", "is no date; write it like 2026-12-31"],
    ),
    "a day that does not exist": (GOOD.replace("due = 2026-12-31", "due = 2026-12-32", 1), ["line 24"]),
    "a merge left half done": (
        GOOD.replace("[[objectives]]", "<<<<<<< ours\n[[objectives]]", 1),
        ["unresolved merge", "keep one"],
    ),
    "nothing in it": ("", ["is missing", "add a line"]),
}


def spoil(directory: Path, text: str) -> Path:
    path = directory / "2026-Q4.toml"
    path.write_text(text)
    return path


@pytest.mark.parametrize("words", [("check",), ("show", "2026-Q4"), ("show", "--format", "json"), ("list",)])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_line_field_and_what_to_do_and_left_as_it_is(
    okrtui: CommandLine, name: str, words: tuple[str, ...]
) -> None:
    text, expected = BAD[name]
    path = spoil(okrtui.data, text)
    said = okrtui(*words)
    assert said.code == 2
    (line,) = said.err.splitlines()
    assert line.startswith("okrtui: 2026-Q4.toml, ")
    for part in expected:
        assert part in line
    assert path.read_text() == text
    assert list(okrtui.data.iterdir()) == [path]


def test_a_bad_file_named_on_the_command_line_is_left_as_it_is(okrtui: CommandLine, tmp_path: Path) -> None:
    path = spoil(tmp_path, BAD["an unknown phase"][0])
    assert "line 6, phase" in okrtui.refuses("check", str(path))
    assert path.read_text() == BAD["an unknown phase"][0]


def test_what_is_no_file_to_read_is_said_and_waits_for_nobody(okrtui: CommandLine, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "no such file" in okrtui.refuses("check", str(tmp_path / "gone.toml"))
    assert okrtui.refuses("check", str(tmp_path)).endswith(": is a directory; name the quarter files in it")
    assert "is no ordinary file" in okrtui.refuses("check", str(pipe))
    assert "is no ordinary file" in okrtui.refuses("check", os.devnull)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_named(okrtui: CommandLine, example: Path) -> None:
    example.chmod(0)
    assert "cannot be read: permission denied" in okrtui.refuses("check")


def test_a_directory_that_others_can_change_is_refused_with_the_command_that_mends_it(
    okrtui: CommandLine, example: Path
) -> None:
    okrtui.data.chmod(0o777)
    for words in (["list"], ["show"], ["check"], ["new", "2027-Q1"]):
        assert "run: chmod go-w" in okrtui.refuses(*words)


def test_a_data_directory_that_is_a_file_is_refused(okrtui: CommandLine, example: Path) -> None:
    for words in (["list"], ["show"], ["check"], ["new", "2027-Q1"]):
        assert "is no directory" in okrtui.refuses(*words, "--data", str(example))
        assert "deeper: cannot be looked at" in okrtui.refuses(*words, "--data", str(example / "deeper"))


def test_settings_that_cannot_be_read_are_named_and_checking_does_without(
    okrtui: CommandLine, example: Path, tmp_path: Path
) -> None:
    config = tmp_path / ".config" / "okrtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("fiscal_year_starts = 13\n")
    for words in (["list"], ["show"], ["new", "2027-Q1"]):
        assert "config.toml, line 1, fiscal_year_starts" in okrtui.refuses(*words)
    assert okrtui("check").code == 1


def test_a_quarter_that_is_not_there_says_how_to_make_it(okrtui: CommandLine) -> None:
    assert okrtui.refuses("show") == "okrtui: 2026-Q4.toml: does not exist; make it with: okrtui new 2026-Q4"
    assert "okrtui new 2025-Q1" in okrtui.refuses("show", "2025-Q1")
