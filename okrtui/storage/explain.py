"""What was found wrong with a file's values, as one :class:`FileError` in people's words."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.numbers import format_count
from okrtui.model.record import Invalid
from okrtui.model.unfit import Unfit
from okrtui.patterns import pattern
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
_QUOTED = pattern(r"'([^']*)'")
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
        # for translators: a value in a file that should be something else; a table is a group of lines with names
        return tr("a list") if isinstance(value, list) else tr("a table")
    # a long whole number has no decimal form that Python would make
    full = f"'{value}'" if isinstance(value, str) else hex(value) if isinstance(value, int) else str(value)
    if isinstance(value, int) and abs(value) < 10**_SHOWN:
        full = str(value)
    return full if len(full) <= _SHOWN else full[: _SHOWN - 1] + "…"


def _said(details: "ErrorDetails") -> tuple[str, str]:
    """What is wrong and what to do."""
    kind, value, limits = details["type"], details["input"], details.get("ctx", {})
    match kind:
        case "missing":
            name = str(details["loc"][-1])
            line = _EXAMPLES.get(name, f'{name} = "…"')
            # for translators: said of a value that a file should have
            return tr("is missing"), tr("add a line such as {line}", line=line)
        case "literal_error":
            options = row_of(_QUOTED.findall(str(limits.get("expected", ""))))
            return _is(value), tr("write one of {options}", options=options)
        case "string_too_long" | "too_long":
            return tr("is too long"), _at_most(limits["max_length"])
        case "greater_than_equal":
            return _is(value), tr("write {number} or more", number=_plain(limits["ge"]))
        case "less_than_equal":
            return _is(value), tr("write {number} or less", number=_plain(limits["le"]))
        case "tuple_type":
            heading = f"[[{_heading(details)}]]"
            do = tr("write {heading}, with two brackets, above each of them", heading=heading)
            # for translators: said of a value in a file
            return tr("is no list"), do
        case "model_type" | "model_attributes_type" | "dict_type":
            do = tr("write {heading} above its lines", heading=f"[{_heading(details)}]")
            # for translators: said of a value in a file
            return tr("is no group of lines"), do
        case "extra_forbidden":
            # for translators: said of a name in the file with the settings
            return tr("is no setting"), tr("delete the line, or look for a slip of the pen in its name")
        case "bool_type" | "bool_parsing":
            # for translators: true and false are what is to be written, in English
            return _is(value), tr("write true or false, without quotes")
        case "string_type":
            return tr("is no text"), tr("put it in quotes")
        case _:
            error = limits.get("error")
            return (error.what, error.do) if isinstance(error, Unfit) else (_is(value), tr("put the value right"))


def _is(value: object) -> str:
    # for translators: said of something in a file whose value is wrong
    return tr("is {value}", value=shown(value))


def _at_most(most: int) -> str:
    return tr_n("write at most {count} character", "write at most {count} characters", most, count=format_count(most))


def _heading(details: "ErrorDetails") -> str:
    return ".".join(part for part in details["loc"] if isinstance(part, str))


def _plain(limit: Any) -> str:
    return str(int(limit)) if isinstance(limit, Decimal | float) and limit == int(limit) else str(limit)
