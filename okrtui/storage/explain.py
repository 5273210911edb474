"""What was found wrong with a file's values, as one :class:`FileError` in people's words."""

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrtui.model.record import Invalid
from okrtui.storage.errors import FileError
from okrtui.storage.locate import index_lines, line_of, words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_EXAMPLES = {
    "quarter": 'quarter = "2026-Q4"',
    "start": "start = 2026-10-01",
    "end": "end = 2026-12-31",
    "date": "date = 2026-10-12",
    "value": "value = 30",
}
_QUOTED = re.compile(r"'([^']*)'")
_SHOWN = 40
"""The most characters shown of a value that is wrong."""


def explain(error: Invalid, path: Path, text: str) -> FileError:
    """The first error by line, with how many more there are; ``text`` is the file's."""
    found = error.details
    index = index_lines(text)
    lines = [line_of(index, details["loc"]) for details in found]
    first = min(range(len(found)), key=lambda number: lines[number] or 0)
    what, do = _said(found[first])
    return FileError(path, what, do, line=lines[first], field=words(found[first]["loc"]) or None, more=len(found) - 1)


def shown(value: object) -> str:
    """A value from a file as a message shows it, cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a table"
    # a long whole number has no decimal form that Python would make
    full = f"'{value}'" if isinstance(value, str) else hex(value) if isinstance(value, int) else str(value)
    if isinstance(value, int) and abs(value) < 10**_SHOWN:
        full = str(value)
    return full if len(full) <= _SHOWN else full[: _SHOWN - 1] + "…"


def _said(details: "ErrorDetails") -> tuple[str, str]:
    """What is wrong and what to do."""
    kind, value, limits = details["type"], details["input"], details.get("ctx", {})
    name = str(details["loc"][-1]) if details["loc"] else ""
    match kind:
        case "missing":
            example = _EXAMPLES.get(name, f'{name} = "…"')
            return "is missing", f"add a line such as {example}"
        case "literal_error":
            options = _QUOTED.findall(str(limits.get("expected", "")))
            return f"is {shown(value)}", f"write one of {', '.join(options)}"
        case "string_too_long" | "too_long":
            return "is too long", f"write at most {limits['max_length']:,} characters"
        case "greater_than_equal":
            return f"is {shown(value)}", f"write {_plain(limits['ge'])} or more"
        case "less_than_equal":
            return f"is {shown(value)}", f"write {_plain(limits['le'])} or less"
        case "tuple_type":
            heading = ".".join(part for part in details["loc"] if isinstance(part, str))
            return "is no list", f"write [[{heading}]], with two brackets, above each of them"
        case "model_type" | "model_attributes_type" | "dict_type":
            heading = ".".join(part for part in details["loc"] if isinstance(part, str))
            return "is no group of lines", f"write [{heading}] above its lines"
        case "extra_forbidden":
            return "is no setting", "delete the line, or look for a slip of the pen in its name"
        case "bool_type" | "bool_parsing":
            return f"is {shown(value)}", "write true or false, without quotes"
        case "string_type":
            return "is no text", "put it in quotes"
        case _:
            message = details["msg"].removeprefix("Value error, ")
            what, _, do = message.partition("; ")
            return what, do or _remedy(what)


def _remedy(what: str) -> str:
    if "digits" in what:
        return "write a shorter number"
    if "start" in what:
        return "write a later date"
    if "whole" in what:
        return "write it like 7, without quotes"
    return "write it like 30 or 2.5" if "number" in what else "put the value right"


def _plain(limit: Any) -> str:
    return str(int(limit)) if isinstance(limit, Decimal | float) and limit == int(limit) else str(limit)
