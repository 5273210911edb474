import datetime as dt
import io
import os
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from okrtui.cli.interface import tame_size
from okrtui.model.quarter import Quarter
from okrtui.storage.settings import Settings
from tests.support.command_line import CommandLine


class Interface(types.ModuleType):
    """Stands in for the interface and keeps what it was asked to open."""

    def __init__(self) -> None:
        super().__init__("okrtui.tui.launch")
        self.opened: list[tuple[Any, ...]] = []
        self.code = 0
        self.columns: str | None = None

    def launch(self, *arguments: Any) -> int:
        self.opened.append(arguments)
        self.columns = os.environ.get("COLUMNS")
        return self.code

    launch_example = launch


@pytest.fixture
def interface(monkeypatch: pytest.MonkeyPatch) -> Interface:
    stand_in = Interface()
    monkeypatch.setitem(sys.modules, "okrtui.tui.launch", stand_in)
    return stand_in


class Stream:
    """A standard stream of which only one thing is asked."""

    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal
        self.closed = False

    def isatty(self) -> bool:
        return self.terminal

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> types.SimpleNamespace:
    """The standard streams are a terminal."""
    streams = types.SimpleNamespace(stdin=Stream(True), stdout=Stream(True), stderr=Stream(True))
    monkeypatch.setattr("okrtui.cli.interface.sys", streams)
    return streams


def test_without_a_word_the_current_quarter_is_opened(
    okrtui: CommandLine, interface: Interface, terminal: types.SimpleNamespace
) -> None:
    assert okrtui().code == 0
    ((directory, quarter, settings, today, clock, environ),) = interface.opened
    assert (directory, quarter, settings) == (okrtui.data, None, Settings())
    assert today() == dt.date(2026, 11, 12)
    assert clock().tzinfo is not None
    assert environ == okrtui.environ


def test_a_quarter_by_name_is_opened(
    okrtui: CommandLine, interface: Interface, terminal: types.SimpleNamespace
) -> None:
    okrtui("--data", "elsewhere", "2027-q1", "--today", "2027-01-05")
    ((directory, quarter, _, today, _, _),) = interface.opened
    assert (directory, quarter, today()) == (Path("elsewhere"), Quarter(2027, 1), dt.date(2027, 1, 5))


def test_the_example_is_opened_apart_from_ones_own_plans_on_its_own_day(
    okrtui: CommandLine, interface: Interface, terminal: types.SimpleNamespace, tmp_path: Path
) -> None:
    del okrtui.environ["OKRTUI_TODAY"]
    assert okrtui("demo").code == 0
    okrtui("demo", "--today", "2026-12-01", "--data", "elsewhere")
    (directory, _, today, _, _), (other, _, given, _, _) = interface.opened
    assert (directory, today) == (tmp_path / ".local" / "share" / "okrtui-demo", None)
    assert (other, given()) == (Path("elsewhere"), dt.date(2026, 12, 1))


@pytest.mark.parametrize("words", [[], ["2026-Q4"], ["demo"]])
@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_without_a_terminal_the_way_to_plain_lines_is_shown(
    okrtui: CommandLine,
    interface: Interface,
    terminal: types.SimpleNamespace,
    words: list[str],
    stream: str,
) -> None:
    getattr(terminal, stream).terminal = False
    line = okrtui.refuses(*words)
    assert "there is no terminal" in line
    assert "okrtui show" in line
    setattr(terminal, stream, None)
    assert okrtui.refuses(*words) == line
    assert interface.opened == []


@pytest.mark.parametrize("words", [[], ["demo"]])
@pytest.mark.parametrize(("term", "said"), [("dumb", "(TERM=dumb)"), ("", "(TERM is not set)"), (None, "(TERM is not")])
def test_a_terminal_that_shows_plain_lines_only_is_sent_to_them(
    okrtui: CommandLine,
    interface: Interface,
    terminal: types.SimpleNamespace,
    words: list[str],
    term: str | None,
    said: str,
) -> None:
    del okrtui.environ["TERM"]
    if term is not None:
        okrtui.environ["TERM"] = term
    line = okrtui.refuses(*words)
    assert said in line
    assert "okrtui show" in line
    assert interface.opened == []


def test_an_unknown_word_is_said_to_be_one_even_without_a_terminal(okrtui: CommandLine, interface: Interface) -> None:
    assert "foo is neither a quarter nor a command" in okrtui.refuses("foo")


def test_what_cannot_be_used_is_said_before_the_screen_is_taken(
    okrtui: CommandLine, interface: Interface, terminal: types.SimpleNamespace
) -> None:
    okrtui.data.chmod(0o777)
    assert "run: chmod go-w" in okrtui.refuses()
    assert "run: chmod go-w" in okrtui.refuses("demo", "--data", str(okrtui.data))
    assert interface.opened == []


def test_an_interface_that_broke_is_not_mistaken_for_something_due(
    okrtui: CommandLine, interface: Interface, terminal: types.SimpleNamespace
) -> None:
    interface.code = 1
    assert okrtui().code == 70
    assert okrtui("demo").code == 70
    interface.code = 129
    assert okrtui().code == 129


def test_a_terminal_size_that_cannot_be_does_not_hang_the_screen(
    okrtui: CommandLine, interface: Interface, terminal: types.SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100000")
    okrtui()
    assert interface.columns is None
    for wrong in ("100000", "1001", "0", "-5", "", "x", "９０", "9" * 5000):
        sizes = {"COLUMNS": wrong, "LINES": "24", "HOME": "x"}
        tame_size(sizes)
        assert sizes == {"LINES": "24", "HOME": "x"}
    sizes = {"COLUMNS": "1000", "LINES": "1"}
    tame_size(sizes)
    assert sizes == {"COLUMNS": "1000", "LINES": "1"}
