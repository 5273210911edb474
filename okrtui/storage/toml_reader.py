"""Bytes of a TOML file to plain values, with every way in which they can be wrong said in plain words."""

import codecs
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from okrtui.i18n import mark, tr
from okrtui.patterns import pattern
from okrtui.storage.errors import FileError
from okrtui.storage.locate import MAX_NESTING, deep_key_line

_CONFLICT = pattern(rb"^(?:<{7}|>{7}|\|{7})(?: |\r?$)", re.MULTILINE)
_POSITION = pattern(r" \(at line (\d+), column (\d+)\)$")
_LONG_NUMBER = pattern(r"[0-9_]{400,}")

_PLAIN_WORDS: tuple[tuple[str, str, str], ...] = (
    # for translators: what is wrong in a line of a file, and what to do; as in the lines that follow
    ("Unterminated string", mark("a text is not closed"), mark('put a " at its end')),
    ('Expected \'"""\'', mark("a text of several lines is not closed"), mark('put """ at its end')),
    ("Expected \"'", mark("a text is not closed"), mark("put a ' at its end")),
    ("Illegal character '\\n'", mark("a text is not closed"), mark('put a " at its end, on the same line')),
    (
        "Illegal character",
        mark("holds an invisible control character"),
        mark("delete the character or type the line again"),
    ),
    ("Found invalid character", mark("holds an invisible control character"), mark("delete it or type the line again")),
    (
        "Expected '=' after a key",
        mark("is no line of the form name = value"),
        mark('write it like title = "Grow MQLs"'),
    ),
    (
        "Invalid initial character for a key",
        mark("does not begin with a name"),
        mark('write it like title = "Grow MQLs"'),
    ),
    ("Invalid statement", mark("does not begin with a name or a ["), mark('write it like title = "Grow MQLs"')),
    (
        "Invalid value",
        mark("the value cannot be read"),
        mark("write texts in quotes, numbers like 2.5 and dates like 2026-12-31"),
    ),
    ("Invalid date", mark("there is no such date"), mark("write it like 2026-12-31")),
    (
        "Expected newline",
        mark("goes on after the value has ended"),
        mark('write texts in quotes, with \\" for a quote inside, and one name = value a line'),
    ),
    ("Cannot overwrite a value", mark("this name stands twice in the same item"), mark("delete one of the two")),
    ("Duplicate inline table key", mark("a name stands twice between { and }"), mark("delete one of the two")),
    (
        "Cannot declare",
        mark("this heading stands twice"),
        mark("write it as [[objectives]], with two brackets, where there are several"),
    ),
    ("Cannot mutate", mark("adds to something that is closed already"), mark("put the lines of one item together")),
    ("Cannot redefine", mark("this heading stands twice"), mark("put the lines of one item together")),
    ("Expected ']", mark("the heading is not closed"), mark("write it like [[objectives]]")),
    ("Unclosed array", mark("a list is not closed"), mark("put a ] at its end")),
    ("Unclosed inline table", mark("a { is not closed"), mark("put a } at its end, on the same line")),
    ("Unescaped", mark("a backslash stands in a text"), mark("write it twice: \\\\")),
    ("Invalid hex", mark("a backslash stands in a text"), mark("write it twice: \\\\")),
    ("Escaped character", mark("a text names a character that does not exist"), mark("delete it")),
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
            # for translators: of two versions of a file, by git
            tr("unresolved merge"),
            tr("keep one of the two versions there and delete the lines with <<<<<<<, ======= and >>>>>>>"),
            line=_line(data, conflict.start()),
        )
    text = _text(data, path)
    if (deep := deep_key_line(text)) is not None:
        raise _too_deep(path, deep)
    values = _parsed(text, path)
    if _nesting(values) > MAX_NESTING:
        raise _too_deep(path)
    return values, text


def _too_deep(path: Path, line: int | None = None) -> FileError:
    do = tr("no more than {most} levels are read; take the inner ones out", most=MAX_NESTING)
    # for translators: said of a file, or of a line of it
    return FileError(path, tr("is nested too deep"), do, line=line)


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        raise FileError(
            path,
            # for translators: said of a file, or of a line of it
            tr("is not UTF-8 text"),
            tr("save it as UTF-8 in your editor"),
            line=None if utf16 else _line(data, error.start),
        ) from None


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _in_plain_words(str(error), text, path) from None
    except RecursionError:
        raise _too_deep(path) from None
    except (ValueError, ArithmeticError):  # from int() and Decimal(), which tomllib lets through
        number = _LONG_NUMBER.search(text)
        raise FileError(
            path,
            # for translators: said of a file, or of a line of it
            tr("holds a number that is too long"),
            tr("write numbers with at most 15 digits"),
            line=None if number is None else text.count("\n", 0, number.start()) + 1,
        ) from None


def _in_plain_words(message: str, text: str, path: Path) -> FileError:
    position = _POSITION.search(message)
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    line, column = (int(position[1]), int(position[2])) if position else (len(lines), len(lines[-1]) + 1)
    for start, what, do in _PLAIN_WORDS:
        if message.startswith(start):
            return FileError(path, tr(what), tr(do), line=line, column=column)
    # for translators: said of a line of a file
    what, do = tr("cannot be read"), tr("compare the line with the ones around it")
    return FileError(path, what, do, line=line, column=column)


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
