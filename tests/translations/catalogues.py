"""What the code and the plans that come with it say, and how the catalogues say it."""

import datetime as dt
import io
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import okrtui.examples
from okrtui.examples.words import prose
from okrtui.i18n import CODES, FOLDER, Code, Domain
from tests.translations.messages import messages_in

OTHERS: tuple[Code, ...] = tuple(code for code in CODES if code != "en")
"""The languages that have a catalogue."""

CATALOGUES: tuple[tuple[Code, Domain], ...] = tuple((code, domain) for code in OTHERS for domain in get_args(Domain))
"""Every catalogue, by its language and what it translates."""

_PACKAGE = FOLDER.parent
_CALLS = {"tr": None, "tr_n": (1, 2), "tr_as": ((1, "c"), 2), "tr_n_as": ((1, "c"), 2, 3), "mark": None}
_DAY = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""No day of making in the files: it would change without a change of words."""


@cache
def extracted(domain: Domain) -> Catalog:
    """Every message of a domain, with the files that say it."""
    found = Catalog(project="okrtui", charset="utf-8")
    if domain == "examples":
        _add_plans(found)
    else:
        _add_code(found)
    return found


def _add_code(found: Catalog) -> None:
    for file, _line, message, comments, context in extract_from_dir(
        _PACKAGE,
        method_map=[("**.py", messages_in)],  # type: ignore[list-item]
        keywords=_CALLS,
        comment_tags=("for translators:",),
        strip_comment_tags=True,
    ):
        found.add(message, None, [(file, 1)], auto_comments=comments, context=context)


def _add_plans(found: Catalog) -> None:
    for path in sorted(Path(okrtui.examples.__file__).parent.glob("*.toml")):
        for text, field in prose(tomllib.loads(path.read_text())):
            found.add(text, None, [(f"examples/{path.name}", 1)], auto_comments=[field])


def place(code: Code, domain: Domain) -> Path:
    """The catalogue's file to write in, ``.po``; what is compiled from it stands beside it."""
    return FOLDER / code / "LC_MESSAGES" / f"{domain}.po"


def read(code: Code, domain: Domain) -> Catalog:
    """The catalogue as it is written; without a message where there is no file."""
    file = place(code, domain)
    if not file.exists():
        return Catalog(locale=code, project="okrtui", charset="utf-8", fuzzy=False)
    return read_po(io.BytesIO(file.read_bytes()), locale=code, abort_invalid=True)


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


def renewed(code: Code, domain: Domain) -> Catalog:
    """The catalogue with the messages as they are now: new ones empty, those that are gone left out."""
    catalogue = read(code, domain)
    catalogue.update(deepcopy(extracted(domain)), no_fuzzy_matching=True)
    return catalogue


def texts(message: Message) -> list[str]:
    """What a message is said with: one text, or one for each form of the plural; empty where there is none yet."""
    said = message.string or ""
    return [said] if isinstance(said, str) else list(said)
