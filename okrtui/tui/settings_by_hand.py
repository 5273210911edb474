"""The settings file in the person's own editor: it takes the place of the old one once it is right."""

from collections.abc import Callable

from textual.app import App

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.i18n_lists import joined
from okrtui.report.settings_told import commented
from okrtui.storage.advice import reason
from okrtui.storage.errors import FileError
from okrtui.storage.paths import config_file
from okrtui.storage.settings import Settings, read_settings, settings_in
from okrtui.storage.settings_change import write_settings
from okrtui.tui.check_settings import check_file
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.editor import Editor, EditorError
from okrtui.tui.messages import Say
from okrtui.tui.world import World


@frozen
class SettingsByHand:
    """One person's editing of the settings file."""

    app: App[None]
    world: World
    take: Callable[[Settings, str], object]
    """Is given the settings as they are then, and what to say."""

    def begin(self) -> None:
        """Open the editor on the file, or on one with all in comments where there is none."""
        try:
            text = read_settings(config_file(self.world.environ)).text
        except FileError as error:
            self._say(str(error))
            return
        self._edit((commented() if text is None else text).encode())

    def _edit(self, given: bytes) -> None:
        path = config_file(self.world.environ)
        try:
            edited = Editor(self.world.repository.directory, ".toml", self.world.environ).edit(self.app, given)
        except EditorError as error:
            self._say(tr("nothing changed: {reason}", reason=error))
            return
        try:
            file = settings_in(edited, path)
            check_file(file)
            write_settings(path, edited)
        except FileError as error:
            self._ask(edited, str(error))
        except OSError as error:
            self._ask(edited, tr("not saved: {reason}", reason=reason(error)))
        else:
            self.take(file.settings, tr("saved: {setting}", setting=self.world.shown(path)))

    def _ask(self, edited: bytes, problem: str) -> None:
        def decide(answer: str | None) -> None:
            if answer == "e":
                self._edit(edited)
            else:
                self._say(tr("nothing changed"))

        answers = [("e", tr("edit it again"))]
        question = joined([tr("It cannot be taken."), problem])
        self.app.push_screen(Ask(question, answers, leave=tr("throw the changes away")), decide)

    def _say(self, text: str) -> None:
        self.app.screen.post_message(Say(text, "$warning"))
