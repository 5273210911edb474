"""The command line as tests use it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from okrtui.model.plan import Plan
from okrtui.storage.codec import encode

Main = Callable[[Sequence[str] | None, Mapping[str, str] | None], int]
"""The program's main function."""


@dataclass(frozen=True)
class Said:
    """What one call gave."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on standard output."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        """Standard output as JSON, whose numbers are texts as they were written."""
        return json.loads(self.out, parse_float=str)


@dataclass(frozen=True)
class CommandLine:
    """A shell in which only ``okrtui`` can be called."""

    environ: dict[str, str]
    data: Path
    """The data directory."""
    main: Main
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str) -> Said:
        """Call the program with these words."""
        self.capsys.readouterr()
        code = self.main(words, self.environ)
        out, err = self.capsys.readouterr()
        return Said(code, out, err)

    def refuses(self, *words: str) -> str:
        """Call the program and expect exit code 2, nothing on standard output, and one line, which is given."""
        said = self(*words)
        assert (said.code, said.out) == (2, ""), said
        (line,) = said.err.splitlines()
        assert line.startswith("okrtui: ")
        return line

    def put(self, plan: Plan) -> Path:
        """Save a plan in the data directory."""
        path = self.data / f"{plan.quarter}.toml"
        path.write_bytes(encode(plan))
        return path
