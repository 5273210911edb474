"""What each setting does, in a line; the README's table, the commented file and the settings screen follow from it."""

from collections.abc import Mapping

from okrtui.i18n import mark
from okrtui.storage.settings import Settings, as_toml

ABOUT: Mapping[str, str] = {
    "theme": mark(
        "the colours: okrtui-dark, okrtui-light, any theme of Textual's, or ansi-dark, ansi-light: the terminal's own"
    ),
    "colours": mark("how many: auto, none, 16, 256 or truecolor; auto draws without any where NO_COLOR is set"),
    "ascii": mark("plain ASCII marks; switched on by itself on the Linux console and where the locale is not UTF-8"),
    "language": mark("language of the program: en, de, fr, ja, ko, ar; auto takes that of the environment"),
    "plan_language": mark("language that new quarters are written in; with auto the coach tells it from each sentence"),
    "fiscal_year_starts": mark(
        "month in which the fiscal year begins; a year is named after the one in which it begins"
    ),
    "on_track_points": mark("points behind the expected progress that still count as on track"),
    "at_risk_points": mark("points behind the expected progress that still count as at risk"),
    "check_in_days": mark("days after which the next check-in is due"),
    "mouse": mark("the mouse puts the cursor and scrolls; the terminal's own selecting then needs shift"),
    "thin_output": mark("send the terminal only what changed on the screen, not all that is drawn"),
}
"""Every setting but ``keys``, in the order in which they are shown."""

KEYS_ABOUT = mark("other keys for commands, by the names in the table of keys")
"""What ``[keys]`` is for."""

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "ja": "日本語",
    "ko": "한국어",
    "ar": "العربية",
}
"""The languages of the interface, each in its own words."""

OWN_THEME = "okrtui-dark"
"""The theme where none is set."""


def default(name: str) -> str | int | bool:
    """What a setting is where nobody sets it."""
    value: str | int | bool | None = Settings.FIELDS[name].default
    return OWN_THEME if value is None else value


def table() -> str:
    """The README's table of settings, in Markdown."""
    rows = ["| setting | default | what it does |", "| --- | --- | --- |"]
    rows += [f"| `{name}` | `{as_toml(default(name))}` | {words} |" for name, words in ABOUT.items()]
    return "\n".join([*rows, f"| `[keys]` |  | {KEYS_ABOUT} |"])


if __name__ == "__main__":
    print(table())
