"""An error inside a command: one sentence where it happened, nothing of the plan, and a code that scripts can tell."""

from pathlib import Path

import pytest

from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine

SECRET = "Zwischenfinanzierung"
COMMANDS = {
    "show": ("okrtui.cli.quarters.show", ("show",)),
    "status": ("okrtui.cli.status.status", ("status",)),
    "check": ("okrtui.cli.checking.check", ("check",)),
    "report": ("okrtui.cli.reporting.report", ("report",)),
    "new": ("okrtui.storage.repository.encode", ("new", "2027-Q3")),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_breaks_says_where_and_nothing_of_the_plan(
    okrtui: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    okrtui.put(clean_plan())
    place, words = COMMANDS[name]

    def boom(*_: object, **__: object) -> int:
        secret = SECRET
        raise ZeroDivisionError(secret)

    monkeypatch.setattr(place, boom)
    said = okrtui(*words)
    assert (said.code, said.out) == (70, "")
    assert "an error inside the program (ZeroDivisionError" in said.err
    assert said.err.count("\n") == 2
    assert SECRET not in said.err
    assert "Traceback" not in said.err
