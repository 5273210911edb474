"""The formats of an update, by the names that people call them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Literal, get_args

from okrtui.report.update.content import Update

Format = Literal["md", "html", "csv", "json", "text"]
"""The name of a format."""

FORMATS: tuple[Format, ...] = get_args(Format)
"""Every format; the first is the usual one."""

SUFFIXES: Mapping[str, Format] = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
    ".txt": "text",
}
"""How names of files end that hold a format."""


def format_of(path: PurePath) -> Format | None:
    """The format that a file's name tells; None where it tells none."""
    return SUFFIXES.get(path.suffix.lower())


def suffix_of(name: Format) -> str:
    """How the name of a file ends that holds the format: ``.md``."""
    return next(suffix for suffix, known in SUFFIXES.items() if known == name)


def rendered(update: Update, name: Format, *, ascii_only: bool = False) -> str:
    """The update in a format, ending with a line break; safe to print.

    Args:
        update: what to say.
        name: of the format.
        ascii_only: let JSON and HTML, which can, say every other character in ASCII.
    """
    text = _RENDERERS[name](update, ascii_only)
    return text.encode("ascii", "xmlcharrefreplace").decode() if ascii_only and name == "html" else text


def _markdown(update: Update, _: bool) -> str:
    from okrtui.report.update.markdown import markdown
    from okrtui.report.update.sections import page_of

    return _lines(markdown(page_of(update)))


def _html(update: Update, _: bool) -> str:
    from okrtui.report.update.html import html_page
    from okrtui.report.update.sections import page_of

    return html_page(page_of(update), update)


def _csv(update: Update, _: bool) -> str:
    from okrtui.report.update.table import table

    return table(update)


def _json(update: Update, ascii_only: bool) -> str:
    from okrtui.report.exact_json import to_json
    from okrtui.report.update.as_json import update_document

    return f"{to_json(update_document(update), ascii_only=ascii_only, indent=2)}\n"


def _text(update: Update, _: bool) -> str:
    from okrtui.report.update.sections import page_of
    from okrtui.report.update.text import plain_text

    return _lines(plain_text(page_of(update)))


_RENDERERS: Mapping[Format, Callable[[Update, bool], str]] = {
    "md": _markdown,
    "html": _html,
    "csv": _csv,
    "json": _json,
    "text": _text,
}


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
