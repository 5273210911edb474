"""A spreadsheet's bytes from the disk; the one way for the command line and the interface."""

from pathlib import Path

from okrtui.i18n import tr
from okrtui.report.importing.decoding import MAX_BYTES
from okrtui.storage.advice import reason
from okrtui.storage.atomic import read_file
from okrtui.storage.errors import FileError


def spreadsheet_bytes(path: Path) -> bytes:
    """The bytes of a spreadsheet.

    Raises:
        FileError: it cannot be read, or is too large.
    """
    try:
        return read_file(path, MAX_BYTES)
    except (OSError, ValueError) as error:  # a path with a NUL in it is a ValueError
        why = reason(error) if isinstance(error, OSError) else tr("the system gives no reason")
        what = tr("cannot be read: {reason}", reason=why)
        raise FileError(path, what, tr("see that the name is right and the file yours")) from error
