"""The bytes of a spreadsheet to its text: which encodings they can be in."""

import codecs

from okrtui.frozen import frozen
from okrtui.i18n import mark, tr
from okrtui.i18n_lists import clauses
from okrtui.report.importing.problems import TableError

MAX_BYTES = 5_000_000
"""The largest file that is read."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_NO_TABLES = (
    # for translators: what a file is: "is a workbook and no CSV"
    (b"PK\x03\x04", mark("a workbook")),
    # for translators: what a file is: "is an old Excel workbook and no CSV"
    (b"\xd0\xcf\x11\xe0", mark("an old Excel workbook")),
    # for translators: what a file is: "is a PDF and no CSV"
    (b"%PDF", mark("a PDF")),
    # for translators: what a file is: "is a text document and no CSV"
    (b"{\\rtf", mark("a text document")),
    # for translators: what a file is: "is a picture and no CSV"
    (b"\x89PNG", mark("a picture")),
    # for translators: what a file is: "is a packed file and no CSV"
    (b"\x1f\x8b", mark("a packed file")),
)
_OLD = (
    ("cp1252", mark("Windows-1252 (Western European)")),
    ("cp932", mark("Shift-JIS (Japanese)")),
    ("cp949", mark("EUC-KR (Korean)")),
    ("cp1256", mark("Windows-1256 (Arabic)")),
)
_MOST_CONTROLS = 0.02
"""The share of control characters above which something is no text."""
# for translators: what to do about a file
_SAVE = mark("save it as CSV (UTF-8) in the spreadsheet program")


@frozen
class Decoded:
    """The bytes read in one encoding."""

    text: str
    encoding: str
    """As a person knows it, shown with ``tr``; empty where the bytes themselves say it."""


def decodings(data: bytes) -> list[Decoded]:
    """The texts that the bytes can be, the likeliest first; one alone where they say it themselves.

    Raises:
        TableError: they are too many, or no text.
    """
    if len(data) > MAX_BYTES:
        # for translators: said of the file, which is named before it
        raise TableError(tr("is larger than {size} MB; import it in smaller parts", size=MAX_BYTES // 1_000_000))
    for begin, kind in _NO_TABLES:
        if data.startswith(begin):
            # for translators: said of the file, which is named before it
            raise TableError(clauses([tr("is {kind} and no CSV", kind=tr(kind)), tr(_SAVE)]))
    for sign, encoding, name in _MARKS:
        if data.startswith(sign):
            return [_marked(data[len(sign) :], encoding, name)]
    if encoding := _unmarked_wide(data):
        return [_marked(data, encoding, "UTF-16")]
    try:
        return [Decoded(_text(data.decode("utf-8")), "")]
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data, error.start)
    return _old(data)


def _marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(_text(data.decode(encoding)), "")
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "ignore").count("\n") + 1
        # for translators: said of the file, which is named before it
        said = tr("is not the {encoding} text that its beginning says", encoding=name)
        raise TableError(clauses([said, tr(_SAVE)]), line) from None


def _unmarked_wide(data: bytes) -> str:
    """UTF-16 without its mark, told by the zeros that Western letters have in it; empty where it is none."""
    half = len(data) // 2
    zeros = data.count(0)
    if len(data) % 2 or half == 0 or zeros * 4 < len(data):
        return ""
    behind = data[1::2].count(0)
    return "utf-16-le" if behind > zeros * 0.9 else "utf-16-be" if behind < zeros * 0.1 else ""


def _refuse_broken_utf8(data: bytes, at: int) -> None:
    """Refuse what is UTF-8 but for some places: read in an old encoding, all its accents would be wrong.

    Raises:
        TableError: it is.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(not char.isascii() for char in text) > 2 * broken:
        # for translators: said of a line of the file, which is named before it
        said = tr("is not UTF-8 text, as the rest of the file is")
        raise TableError(clauses([said, tr(_SAVE)]), data.count(b"\n", 0, at) + 1)


def _old(data: bytes) -> list[Decoded]:
    found: list[Decoded] = []
    for encoding, name in _OLD:
        try:
            found.append(Decoded(_text(data.decode(encoding)), name))
        except UnicodeDecodeError:
            if encoding == "cp1252":
                found.append(Decoded(_text(data.decode("latin-1")), mark("Latin-1 (Western European)")))
        except TableError:
            continue
    if not found:
        raise _no_text()
    return found


def _text(text: str) -> str:
    """The text itself.

    Raises:
        TableError: it is empty, or what only looks like text.
    """
    if not text.strip("\ufeff\x00 \t\r\n,;"):
        raise empty()
    controls = sum(char < " " and char not in "\t\r\n" for char in text) if not text.isprintable() else 0
    if controls > 4 and controls > len(text) * _MOST_CONTROLS:
        raise _no_text()
    return text.removeprefix("\ufeff")


def empty() -> TableError:
    """What is wrong with a file that holds nothing."""
    # for translators: said of the file, which is named before it
    return TableError(tr("is empty; it needs a row with the names of the columns, and rows below it"))


def _no_text() -> TableError:
    # for translators: said of the file, which is named before it
    return TableError(clauses([tr("is no text"), tr(_SAVE)]))
