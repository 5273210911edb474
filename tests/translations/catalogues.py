"""What the code says, and how the catalogues say it."""

import datetime as dt
import io
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from okrtui.i18n import CODES, FOLDER, Code
from tests.translations.messages import messages_in

OTHERS: tuple[Code, ...] = tuple(code for code in CODES if code != "en")
"""The languages that have a catalogue."""

_PACKAGE = FOLDER.parent
_CALLS = {"tr": None, "tr_n": (1, 2), "tr_as": ((1, "c"), 2), "mark": None}
_DAY = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""No day of making in the files: it would change without a change of words."""


@cache
def extracted() -> Catalog:
    """Every message of the code, with the files that say it."""
    found = Catalog(project="okrtui", charset="utf-8")
    for file, _line, message, comments, context in extract_from_dir(
        _PACKAGE,
        method_map=[("**.py", messages_in)],  # type: ignore[list-item]
        keywords=_CALLS,
        comment_tags=("for translators:",),
        strip_comment_tags=True,
    ):
        found.add(message, None, [(file, 1)], auto_comments=comments, context=context)
    return found


def place(code: Code) -> Path:
    """The catalogue's file to write in, ``.po``; what is compiled from it stands beside it."""
    return FOLDER / code / "LC_MESSAGES" / "okrtui.po"


def read(code: Code) -> Catalog:
    """The catalogue as it is written; without a message where there is no file."""
    if not place(code).exists():
        return Catalog(locale=code, project="okrtui", charset="utf-8", fuzzy=False)
    return read_po(io.BytesIO(place(code).read_bytes()), locale=code, abort_invalid=True)


def written(catalogue: Catalog) -> bytes:
    """The bytes of its ``.po`` file: by file of the code, without lines, so that a moved line changes nothing."""
    catalogue.creation_date = catalogue.revision_date = _DAY
    catalogue.header_comment = "# The words of okrtui; see CONTRIBUTING."
    catalogue.version = catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    file = io.BytesIO()
    write_po(
        file, catalogue, width=120, sort_by_file=True, include_lineno=False, ignore_obsolete=True, omit_header=False
    )
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of its ``.mo`` file, which the program reads."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def renewed(code: Code) -> Catalog:
    """The catalogue with the messages of the code as it is: new ones empty, those that are gone left out."""
    catalogue = read(code)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    return catalogue


def texts(message: Message) -> list[str]:
    """What a message is said with: one text, or one for each form of the plural; empty where there is none yet."""
    said = message.string or ""
    return [said] if isinstance(said, str) else list(said)
