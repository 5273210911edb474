"""The person's own editor, for long texts and for the file itself. Data never becomes a command."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from textual.app import App, SuspendNotSupported

from okrtui.i18n import tr
from okrtui.storage import paths
from okrtui.storage.advice import reason
from okrtui.storage.atomic import read_file, write_file
from okrtui.storage.edit_files import edit_file
from okrtui.storage.errors import FileError
from okrtui.storage.own_editor import NoEditorError, edited, editor

_LIMIT = 2_000_000


class EditorError(Exception):
    """Nothing is to be taken over; the message says why, for the person."""

    def __init__(self, message: str, left: bytes | None = None) -> None:
        """``left`` is what the editor saved all the same; None where it saved nothing new."""
        super().__init__(message)
        self.left = left


class Editor:
    """``$VISUAL`` or ``$EDITOR`` (else nano or vi), on one text at a time.

    Meanwhile the text lies in the control directory of the data ``directory``: private, never in a shared place.
    """

    def __init__(self, directory: Path, suffix: str, environ: Mapping[str, str]) -> None:
        """``suffix`` says to the editor what kind of text it is: ``.toml``."""
        self._directory = directory
        self._path = edit_file(directory / paths.CONTROL, suffix)
        self._environ = environ
        self._given: bytes | None = None

    def edit(self, app: App[None], given: bytes) -> bytes:
        """What the person made of the text.

        Raises:
            EditorError: the editor is not there, was killed or failed.
        """
        words = self._words()
        name, left = Path(words[0]).name, None
        try:
            paths.prepare(self._directory)
            paths.make_inner(self._path.parent)
            write_file(self._path, given)
            self._given = given
            with app.suspend():
                code = edited(words, self._path)  # raises nothing: the terminal would not be taken back
                left = self.so_far()
            if isinstance(code, OSError):
                raise code
            if code:
                killed = tr("{program} was ended from outside; nothing was taken over", program=name)
                failed = tr("{program} ended with an error; nothing was taken over", program=name)
                raise EditorError(killed if code < 0 else failed, left)
            return read_file(self._path, _LIMIT)
        except SuspendNotSupported:
            raise EditorError(tr("this terminal cannot step aside for an editor")) from None
        except FileError as error:
            raise EditorError(str(error), left) from None
        except OSError as error:
            raise EditorError(tr("{program}: {reason}", program=name, reason=reason(error)), left) from None
        finally:
            self._given = None
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def so_far(self) -> bytes | None:
        """What the editor has saved while it is open; None where it is not, or has saved nothing new."""
        if self._given is None:
            return None
        try:
            saved = read_file(self._path, _LIMIT)
        except (OSError, FileError):
            return None
        return saved if saved != self._given else None

    def _words(self) -> list[str]:
        try:
            return editor(self._environ)
        except NoEditorError as error:
            raise EditorError(str(error)) from None
