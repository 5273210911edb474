"""How the program looks, by the settings and the environment: its theme, its marks, and whether there are colours."""

from collections.abc import Mapping

from textual.app import App
from textual.theme import Theme

from okrtui.storage.settings import Settings
from okrtui.tui import styles
from okrtui.tui.key_names import spell_arrows
from okrtui.tui.terminal import plain_marks
from okrtui.tui.widgets.glyphs import ASCII
from okrtui.tui.world import glyphs_for


def is_colourless(settings: Settings, environ: Mapping[str, str]) -> bool:
    """Whether nothing is to be coloured: by the setting, or by NO_COLOR where the setting leaves it to that."""
    return settings.colours == "none" or (settings.colours == "auto" and bool(environ.get("NO_COLOR")))


def dress(app: App[None], settings: Settings, environ: Mapping[str, str]) -> None:
    """Give the program the marks, the theme and the colours of the settings."""
    is_plain = glyphs_for(settings, environ) is ASCII
    spell_arrows(is_plain)
    app._filters = plain_marks.filters(app._filters, plain_marks.encoding_of(environ) if is_plain else None)
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
    if wished not in {theme.name for theme in themes}:
        from okrtui.tui.styles.borrowed import borrowed

        themes = (*themes, borrowed(wished))
    for theme in themes:
        app.register_theme(theme)
    app.set_reactive(App.theme, wished)
    app.mutate_reactive(App.theme)  # put on even where Textual's own of that name is on already
