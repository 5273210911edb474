import datetime as dt
import os
import stat
from pathlib import Path

import pytest

from okrtui import __version__
from okrtui.cli.situation import Situation
from okrtui.cli.verbs import VERBS, Verb
from okrtui.model.quarter import Quarter
from okrtui.storage.settings import Settings
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan

WRONG = {
    "an unknown word": (["foo"], "foo is neither a quarter nor a command"),
    "help on no command": (["help", "foo"], "foo is no command; see: okrtui --help"),
    "an empty word": ([""], "an empty word is neither"),
    "an unknown option": (["list", "--frobnicate"], "not understood: --frobnicate; see: okrtui list --help"),
    "an unknown option alone": (["-x"], "not understood: -x; see: okrtui --help"),
    "an option cut short": (["list", "--tod", "2026-11-12"], "not understood: --tod"),
    "an option without its value": (["list", "--data"], "--data needs a value after it; see: okrtui list --help"),
    "a value that is not asked for": (["list", "--help=x"], "--help takes no value; see: okrtui list --help"),
    "an empty directory": (["list", "--data", ""], "--data names no directory"),
    "no quarter where one is needed": (["new"], "missing: QUARTER; see: okrtui new --help"),
    "two quarters": (["show", "2026-Q4", "2026-Q3"], "not understood: 2026-Q3"),
    "a format that there is not": (
        ["show", "--format", "xml"],
        "--format cannot be xml; write one of text, json; see: okrtui",
    ),
    "a format of another command": (["show", "--format", "jsonl"], "--format cannot be jsonl; write one of text, json"),
    "no quarter": (["show", "../../etc/passwd"], "../../etc/passwd is no quarter"),
    "a quarter that looks like an option": (["new", "--", "-Q1"], "-Q1 is no quarter"),
    "a day that does not exist": (["--today", "2026-13-01", "list"], "--today: 2026-13-01 is no date; write it like"),
    "a day in words": (["list", "--today", "tomorrow"], "tomorrow is no date"),
    "a day without dashes": (["list", "--today", "20261112"], "is no date"),
    "a week": (["list", "--today", "2026-W46-4"], "is no date"),
    "a day in digits of another script": (["list", "--today", "٢٠٢٦-١١-١٢"], "is no date"),
    "a day in a year without quarters": (["list", "--today", "9999-12-31"], "is no date"),
    "no day at all": (["list", "--today", ""], "nothing is no date"),
    "a very long word": (["list", "x" * 100_000], "not understood: xxx"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use_is_said_in_one_short_line(okrtui: CommandLine, name: str) -> None:
    words, expected = WRONG[name]
    line = okrtui.refuses(*words)
    assert expected in line
    assert len(line) < 300


def test_the_common_options_go_before_and_after_any_command(okrtui: CommandLine, example: Path) -> None:
    okrtui.environ["OKRTUI_DATA"] = "/nowhere"
    okrtui.environ["OKRTUI_TODAY"] = "2020-01-01"
    common = ["--data", str(okrtui.data), "--today", "2026-11-12"]
    for verb in ("list", "show", "check"):
        said = [
            okrtui(*words)
            for words in (
                [*common, verb],
                [verb, *common],
                [*common[:2], verb, *common[2:]],
                [f"--data={okrtui.data}", verb, "--today=2026-11-12"],
            )
        ]
        assert said[0].out
        assert "2026-Q4" in said[0].out
        assert all(one == said[0] for one in said)


def test_the_day_is_the_option_else_the_variable_else_the_real_one(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    assert "week 7 of 13" in okrtui("show", "2026-Q4").out
    assert "week 1 of 13" in okrtui("show", "2026-Q4", "--today", "2026-10-01").out
    environ = {"OKRTUI_TODAY": ""}
    before = dt.date.today()
    assert before <= Situation.of(None, None, environ).today() <= dt.date.today()
    assert Situation.of(None, None, environ).clock().tzinfo is dt.UTC


def test_a_bad_day_in_the_environment_is_named_by_its_variable(okrtui: CommandLine) -> None:
    okrtui.environ["OKRTUI_TODAY"] = "soon"
    assert okrtui.refuses("check") == "okrtui: OKRTUI_TODAY: soon is no date; write it like 2026-11-12"


def test_the_current_quarter_is_the_one_that_today_lies_in(okrtui: CommandLine) -> None:
    okrtui.put(small_plan().replace(quarter=Quarter(2026, 3)))
    assert okrtui("show", "--today", "2026-09-30").lines[0].startswith("2026-Q3")


def test_without_the_current_quarter_the_next_one_is_shown_else_the_last_one(okrtui: CommandLine) -> None:
    assert "2026-Q4.toml: does not exist; make it with: okrtui new 2026-Q4" in okrtui.refuses("show")
    okrtui.put(small_plan().replace(quarter=Quarter(2026, 3)))
    assert okrtui("show").lines[0].startswith("2026-Q3")
    okrtui.put(small_plan().replace(quarter=Quarter(2027, 2)))
    assert okrtui("show").lines[0].startswith("2027-Q2")
    assert "2026-Q4.toml" in okrtui.refuses("show", "2026-Q4")


def test_the_help_has_an_example_for_every_command(okrtui: CommandLine) -> None:
    for words in (["--help"], ["-h"], ["--data", "x", "--help"]):
        said = okrtui(*words)
        assert (said.code, said.err) == (0, "")
        assert all(verb.examples[0] in said.out and verb.does in said.out for verb in VERBS)
        assert max(map(len, said.lines)) <= 80


def test_what_the_commands_do_stands_in_one_column(okrtui: CommandLine) -> None:
    lines = okrtui("--help").lines
    columns = {line.rindex(verb.does) for verb in VERBS for line in lines if line.endswith(f" {verb.does}")}
    assert columns == {lines[lines.index("commands, with an example for each:") + 1].index(VERBS[0].does)}


def test_help_is_a_command_too(okrtui: CommandLine) -> None:
    assert okrtui("help") == okrtui("--help")
    for verb in VERBS:
        if verb.name:
            assert okrtui("help", verb.name) == okrtui(verb.name, "--help")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name or "open")
def test_each_command_has_a_help_of_its_own_with_examples(okrtui: CommandLine, verb: Verb) -> None:
    said = okrtui(*verb.name.split(), "--help")
    assert (said.code, said.err) == (0, "")
    assert verb.examples[0] in said.out
    assert "--today DATE" in said.out


def test_the_version_is_told_without_anything_else(okrtui: CommandLine) -> None:
    assert okrtui("--version").out == f"okrtui {__version__}\n"
    assert okrtui("list", "--version").out == f"okrtui {__version__}\n"


def test_an_error_inside_shows_where_it_is_and_no_word_of_the_plan(
    okrtui: CommandLine, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise KeyError("a secret title")

    monkeypatch.setattr(Settings, "bands", broken)
    said = okrtui("list")
    assert (said.code, said.out) == (70, "")
    first, second = said.err.splitlines()
    assert first.startswith("okrtui: an error inside the program (KeyError in okrtui.cli.quarters, line ")
    assert second.startswith("okrtui: please report")
    assert "secret" not in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141)])
def test_being_interrupted_is_quiet(
    okrtui: CommandLine, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], code: int
) -> None:
    def ended(*_: object) -> int:
        raise error

    monkeypatch.setattr(Settings, "bands", ended)
    said = okrtui("list")
    assert (said.code, said.out, said.err) == (code, "", "")


def test_whatever_is_made_is_for_its_owner_alone(okrtui: CommandLine) -> None:
    os.umask(0)
    okrtui("new", "2027-Q1")
    assert os.umask(0o022) == 0o077
    made = [path for path in okrtui.data.rglob("*")]
    assert made
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in made)
