"""What only the interface knows to be right or wrong in the settings: themes and keys."""

from collections.abc import Mapping
from difflib import get_close_matches

from okrtui.i18n import tr
from okrtui.storage.paths import config_file
from okrtui.storage.settings import Settings, SettingsFile, read_settings


def check_settings(settings: Settings, environ: Mapping[str, str]) -> None:
    """Refuse settings with a theme that is none or keys that cannot be; quick where neither is set.

    Raises:
        FileError: what is wrong, by line and name.
    """
    if settings.theme is not None or settings.keys:
        check_file(read_settings(config_file(environ)))


def check_file(file: SettingsFile) -> None:
    """Refuse a settings file with a theme that is none or keys that cannot be.

    Raises:
        FileError: what is wrong, by line and name.
    """
    theme = file.settings.theme
    if theme is not None and theme not in theme_names():
        near = get_close_matches(theme, theme_names(), 1) or theme_names()[:1]
        raise file.error(tr("is no theme"), tr("write {name}?", name=near[0]), "theme")
    if file.settings.keys:
        from okrtui.tui.key_check import KeyChoiceError, understood

        try:
            understood(file.settings.keys)
        except KeyChoiceError as error:
            raise file.error(error.what, error.do, "keys", error.command) from None


def theme_names() -> list[str]:
    """The themes that there are, our own first."""
    from textual.theme import BUILTIN_THEMES

    from okrtui.tui.styles import DARK, LIGHT

    return [DARK.name, LIGHT.name, *BUILTIN_THEMES]


def usual_keys(settings: Settings) -> dict[str, list[str]]:
    """The usual keys of the commands that have others in the settings, as people write them."""
    from okrtui.tui.commands import COMMANDS
    from okrtui.tui.key_names import key_name

    return {row.name: [key_name(key) for key in row.keys] for row in reversed(COMMANDS) if row.name in settings.keys}
