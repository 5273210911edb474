"""The one door to standard output and standard error: nothing raw, nothing that ends in a traceback."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TextIO

from okrtui.i18n import tr
from okrtui.model.reading_order import in_order
from okrtui.model.text import display, locale_is_utf8

_MOST = 2_000
"""The most characters of a message; arguments and texts in a file may be much longer."""

_PLAIN = str.maketrans({"–": "-", "·": ".", "…": "...", "→": "->", "≥": ">=", "≤": "<="})
"""What a terminal without UTF-8 is shown for the marks of our own."""


class UsageError(Exception):
    """Wrong use of the command line; the message says what is wrong and what to do instead."""


def is_utf8(environ: Mapping[str, str]) -> bool:
    """Whether what reads standard output takes any character, as the environment says."""
    return _encoding(sys.stdout, environ) == "utf-8"


def write_lines(lines: Iterable[str], environ: Mapping[str, str]) -> None:
    """Write lines that a person reads to standard output; see :func:`write`.

    On a terminal with the marks that keep the columns of a line apart; see :mod:`okrtui.model.reading_order`.
    """
    if sys.stdout is not None and sys.stdout.isatty() and is_utf8(environ):
        lines = map(in_order, lines)
    write("".join(f"{line}\n" for line in lines), environ)


def write(text: str, environ: Mapping[str, str]) -> None:
    """Write the text to standard output, all of it, now. It must be safe to print already.

    Raises:
        UsageError: standard output takes no more, as on a full disk.
        BrokenPipeError: who reads it has gone.
    """
    if sys.stdout is None:  # closed by whoever started the program
        return
    encoding = _encoding(sys.stdout, environ)
    if encoding != "utf-8":
        text = text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        from okrtui.storage.advice import reason

        said = tr("the output cannot be written: {reason}; write it to another place", reason=reason(error))
        raise UsageError(said) from error


def complain(environ: Mapping[str, str], *messages: object) -> None:
    """Write each message as one line on standard error, made safe; does not fail."""
    if sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        encoding = _encoding(sys.stderr, environ)
        for message in messages:
            line = display(f"okrtui: {message}", _MOST)
            if encoding != "utf-8":
                line = line.translate(_PLAIN)
            sys.stderr.write(f"{line.encode(encoding, 'backslashreplace').decode(encoding)}\n")
        sys.stderr.flush()


def _encoding(stream: TextIO | None, environ: Mapping[str, str]) -> str:
    """The encoding for a stream: its own, but ASCII on a terminal whose locale is not UTF-8, which Python overlooks."""
    encoding = (getattr(stream, "encoding", None) or "ascii").lower()
    if encoding.replace("-", "").replace("_", "") not in {"utf8", "utf8sig"}:
        return encoding
    on_screen = stream is not None and stream.isatty()
    return "ascii" if on_screen and not locale_is_utf8(environ) else "utf-8"


def silence(*streams: TextIO) -> None:
    """Let what is still buffered for these streams go nowhere, so that Python's exit does not fail on it."""
    for stream in streams:
        with suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
