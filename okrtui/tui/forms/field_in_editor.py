"""One field of a form in the person's own editor."""

from textual.app import App

from okrtui.i18n import tr
from okrtui.tui.editor import Editor, EditorError
from okrtui.tui.forms.field import Field
from okrtui.tui.world import World


class FieldInEditor:
    """A field's text while it is written elsewhere; what the editor saved and is not taken over waits here."""

    def __init__(self, field: Field, world: World, last: "FieldInEditor | None" = None) -> None:
        """``last`` is the time before: where it was about the same field and failed, this one goes on with it."""
        self._field = field
        self._editor = Editor(world.repository.directory, ".txt", world.environ)
        self.aside: bytes | None = last.aside if last is not None and last._field is field else None
        """What the editor saved before it failed; None where it saved nothing."""

    def edit(self, app: App[None]) -> str:
        """What the person made of the field's text.

        Raises:
            EditorError: nothing is to be taken over.
        """
        given = self.aside if self.aside is not None else self._field.text.encode()
        try:
            edited = self._editor.edit(app, given)
        except EditorError as error:
            self.aside = self.aside if error.left is None else error.left
            raise
        try:
            return edited.decode().rstrip("\n")
        except UnicodeDecodeError:
            self.aside = edited
            problem = tr("what the editor saved is not UTF-8 text; nothing was taken over")
            raise EditorError(problem, edited) from None

    def so_far(self) -> dict[str, str]:
        """What is to be kept should the line drop now, by the field's name."""
        saved = self._editor.so_far() or self.aside
        return {} if saved is None else {self._field.spec.name: saved.decode(errors="replace").rstrip("\n")}
