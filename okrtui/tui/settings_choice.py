"""The settings in the interface: pick one, say what it is to be; it is written into the file and taken at once."""

from collections.abc import Callable, Sized

from textual.app import App

from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.model.language import CODES
from okrtui.model.text import display
from okrtui.model.widths import cell_width
from okrtui.report.columns import left
from okrtui.report.settings_told import Told, told
from okrtui.report.settings_words import ABOUT, LANGUAGES
from okrtui.storage.advice import reason
from okrtui.storage.errors import FileError
from okrtui.storage.paths import config_file
from okrtui.storage.settings import Settings, as_toml, range_of, read_settings
from okrtui.storage.settings_change import change_setting
from okrtui.tui.check_settings import theme_names
from okrtui.tui.dialogs.pick import Choice, Pick
from okrtui.tui.dialogs.prompt import Prompt
from okrtui.tui.messages import Say
from okrtui.tui.settings_by_hand import SettingsByHand
from okrtui.tui.world import World

_LATER = frozenset({"mouse", "thin_output"})
"""What counts from the next start on; the number of colours too, but for none."""

Value = str | int | bool
Take = Callable[[Settings, str, str], object]
"""Is given the settings as they are now, what to say, and the row that was changed."""

_KEYS = "keys"
"""The row of the keys, which are written by hand."""


def ask_setting(app: App[None], world: World, take: Take, at: str = "") -> None:
    """Show the settings with their values; ask for another value of the one that is picked, and write it.

    ``at`` is the row that the cursor is on at first.
    """
    _Asking(app, world, take).ask(at)


@frozen
class _Asking:
    app: App[None]
    world: World
    take: Take

    def ask(self, at: str = "") -> None:
        try:
            file = read_settings(config_file(self.world.environ))
        except FileError as error:
            self.app.screen.post_message(Say(str(error), "$error"))
            return
        found = {it.name: it for it in told(file, {}, self.world.environ) if it.name in ABOUT}
        width = max(map(cell_width, found))
        choices = [
            Choice(it.name, tr(ABOUT[it.name]), f"{left(it.name, width)}  {_shown(it.value)}") for it in found.values()
        ]
        place = display(self.world.shown(file.path))
        words = tr("keys of your own for commands; enter opens {file} in your editor", file=place)
        choices.append(Choice(_KEYS, words, f"{left(_KEYS, width)}  {_number_of(file.settings.keys)}"))

        def picked(name: str | None) -> None:
            if name == _KEYS:
                by_hand = SettingsByHand(self.app, self.world, lambda settings, said: self.take(settings, said, _KEYS))
                by_hand.begin()
            elif name is not None:
                self._ask_value(found[name])

        self.app.push_screen(Pick(tr("Settings"), choices, at), picked)

    def _ask_value(self, setting: Told) -> None:
        heading = f"{setting.name}: {tr(ABOUT[setting.name])}"
        if values := _values(setting.name):
            texts = {as_toml(value): value for value in values}
            choices = [Choice(text, _shown(value), also=text) for text, value in texts.items()]
            current = as_toml(setting.value) if not isinstance(setting.value, list) else ""

            def picked(text: str | None) -> None:
                if text is not None:
                    self._write(setting.name, texts[text])
                else:
                    self.ask(setting.name)

            self.app.push_screen(Pick(heading, choices, current), picked)
            return
        low, high = range_of(setting.name)

        def wrong(text: str) -> str:
            fine = text.isascii() and text.isdigit() and low <= int(text[:9]) <= high
            return "" if fine else tr("write a whole number from {low} to {high}", low=low, high=high)

        def written(text: str | None) -> None:
            if text is not None:
                self._write(setting.name, int(text))
            else:
                self.ask(setting.name)

        self.app.push_screen(Prompt(heading, str(setting.default), str(setting.value), wrong), written)

    def _write(self, name: str, value: Value) -> None:
        try:
            file = change_setting(config_file(self.world.environ), name, value)
        except FileError as error:
            self._refuse(name, str(error))
        except OSError as error:
            self._refuse(name, reason(error))
        else:
            line = f"{name} = {as_toml(value)}"
            later = name in _LATER or (name == "colours" and value not in {"none", "auto"})
            said = tr("saved: {setting}; it counts from the next start on", setting=line)
            self.take(file.settings, said if later else tr("saved: {setting}", setting=line), name)

    def _refuse(self, name: str, why: str) -> None:
        self.app.screen.post_message(Say(tr("not saved: {reason}", reason=why), "$error"))
        self.ask(name)


def _values(name: str) -> list[Value]:
    """What a setting can be, where that is one of a few."""
    match name:
        case "theme":
            return [*theme_names()]
        case "colours":
            return ["auto", "none", "16", "256", "truecolor"]
        case "language" | "plan_language":
            return ["auto", *CODES]
        case "ascii" | "mouse" | "thin_output":
            return [True, False]
        case "fiscal_year_starts":
            return [*range(1, 13)]
        case _:
            return []


def _number_of(keys: Sized) -> str:
    """How many commands have keys of the person's own."""
    # for translators: so many commands have other keys than the usual ones
    return tr_n("{n} set", "{n} set", len(keys)) if keys else tr("none set")


def _shown(value: object) -> str:
    """A value as the lists show it."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return LANGUAGES.get(str(value), str(value))
