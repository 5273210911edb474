"""How the program looks, by the settings and the environment: its theme, and whether there are colours at all."""

from collections.abc import Mapping

from textual.app import App
from textual.theme import Theme

from okrtui.storage.settings import Settings
from okrtui.tui import styles


def is_colourless(settings: Settings, environ: Mapping[str, str]) -> bool:
    """Whether nothing is to be coloured: by the setting, or by NO_COLOR where the setting leaves it to that."""
    return settings.colours == "none" or (settings.colours == "auto" and bool(environ.get("NO_COLOR")))


def dress(app: App[None], settings: Settings, environ: Mapping[str, str]) -> None:
    """Give the program the theme and the colours of the settings."""
    colourless = is_colourless(settings, environ)
    if colourless or app.no_color:
        from okrtui.tui.terminal.colourless import filters

        app._filters = filters(app._filters, colourless=colourless)
    app.no_color = colourless
    wished = "okrtui-colourless" if colourless else settings.theme or styles.DARK.name
    themes: tuple[Theme, ...] = styles.themes(sixteen=app.console.color_system == "standard")
    if wished not in {theme.name for theme in themes}:
        from okrtui.tui.styles.terminal_themes import TERMINAL_THEMES

        themes = (*themes, *TERMINAL_THEMES)
    for theme in themes:
        app.register_theme(theme)
    app.theme = wished
