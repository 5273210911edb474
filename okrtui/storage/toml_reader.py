"""Bytes of a TOML file to plain values, with every way in which they can be wrong said in plain words."""

import codecs
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from okrtui.storage.errors import FileError
from okrtui.storage.locate import MAX_NESTING, deep_key_line

_CONFLICT = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: |\r?$)", re.MULTILINE)
_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")
_LONG_NUMBER = re.compile(r"[0-9_]{400,}")
_FLATTEN = f"no more than {MAX_NESTING} levels are read; take the inner ones out"

_PLAIN_WORDS: tuple[tuple[str, str, str], ...] = (
    ("Unterminated string", "a text is not closed", 'put a " at its end'),
    ('Expected \'"""\'', "a text of several lines is not closed", 'put """ at its end'),
    ("Expected \"'", "a text is not closed", "put a ' at its end"),
    ("Illegal character '\\n'", "a text is not closed", 'put a " at its end, on the same line'),
    (
        "Illegal character",
        "holds an invisible control character",
        "delete the character or type the line again",
    ),
    ("Found invalid character", "holds an invisible control character", "delete it or type the line again"),
    ("Expected '=' after a key", "is no line of the form name = value", 'write it like title = "Grow MQLs"'),
    (
        "Invalid initial character for a key",
        "does not begin with a name",
        'write it like title = "Grow MQLs"',
    ),
    ("Invalid statement", "does not begin with a name or a [", 'write it like title = "Grow MQLs"'),
    (
        "Invalid value",
        "the value cannot be read",
        "write texts in quotes, numbers like 2.5 and dates like 2026-12-31",
    ),
    ("Invalid date", "there is no such date", "write it like 2026-12-31"),
    (
        "Expected newline",
        "goes on after the value has ended",
        'write texts in quotes, with \\" for a quote inside, and one name = value a line',
    ),
    ("Cannot overwrite a value", "this name stands twice in the same item", "delete one of the two"),
    ("Duplicate inline table key", "a name stands twice between { and }", "delete one of the two"),
    (
        "Cannot declare",
        "this heading stands twice",
        "write it as [[objectives]], with two brackets, where there are several",
    ),
    ("Cannot mutate", "adds to something that is closed already", "put the lines of one item together"),
    ("Cannot redefine", "this heading stands twice", "put the lines of one item together"),
    ("Expected ']", "the heading is not closed", "write it like [[objectives]]"),
    ("Unclosed array", "a list is not closed", "put a ] at its end"),
    ("Unclosed inline table", "a { is not closed", "put a } at its end, on the same line"),
    ("Unescaped", "a backslash stands in a text", "write it twice: \\\\"),
    ("Invalid hex", "a backslash stands in a text", "write it twice: \\\\"),
    ("Escaped character", "a text names a character that does not exist", "delete it"),
)


def read_toml(data: bytes, path: Path) -> tuple[dict[str, Any], str]:
    """The values of a TOML file, decimals exact, and its text without a byte order mark.

    Raises:
        FileError: the bytes are no TOML that a person would write; ``path`` is named in it.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if conflict := _CONFLICT.search(data):
        raise FileError(
            path,
            "unresolved merge",
            "keep one of the two versions there and delete the lines with <<<<<<<, ======= and >>>>>>>",
            line=_line(data, conflict.start()),
        )
    text = _text(data, path)
    if (deep := deep_key_line(text)) is not None:
        raise FileError(path, "is nested too deep", _FLATTEN, line=deep)
    values = _parsed(text, path)
    if _nesting(values) > MAX_NESTING:
        raise FileError(path, "is nested too deep", _FLATTEN)
    return values, text


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        raise FileError(
            path,
            "is not UTF-8 text",
            "save it as UTF-8 in your editor",
            line=None if utf16 else _line(data, error.start),
        ) from None


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _in_plain_words(str(error), text, path) from None
    except RecursionError:
        raise FileError(path, "is nested too deep", _FLATTEN) from None
    except (ValueError, ArithmeticError):  # from int() and Decimal(), which tomllib lets through
        number = _LONG_NUMBER.search(text)
        raise FileError(
            path,
            "holds a number that is too long",
            "write numbers with at most 15 digits",
            line=None if number is None else text.count("\n", 0, number.start()) + 1,
        ) from None


def _in_plain_words(message: str, text: str, path: Path) -> FileError:
    position = _POSITION.search(message)
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    line, column = (int(position[1]), int(position[2])) if position else (len(lines), len(lines[-1]) + 1)
    for start, what, do in _PLAIN_WORDS:
        if message.startswith(start):
            return FileError(path, what, do, line=line, column=column)
    return FileError(path, "cannot be read", "compare the line with the ones around it", line=line, column=column)


def _nesting(values: Mapping[str, Any]) -> int:
    """How deep tables and lists are nested, counted level by level, since recursion could run out."""
    depth = 0
    level: list[Any] = [values]
    while level and depth <= MAX_NESTING:
        depth += 1
        inner = [v for box in level for v in (box.values() if isinstance(box, dict) else box)]
        level = [v for v in inner if isinstance(v, dict | list)]
    return depth


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
