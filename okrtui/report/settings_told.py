"""The settings as they count now: each with its value, what it usually is, and where the value comes from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from okrtui.frozen import frozen
from okrtui.i18n import CODES, language_of, tr, tr_as
from okrtui.model.text import display, locale_is_utf8
from okrtui.model.widths import cell_width, fitted
from okrtui.report.columns import left
from okrtui.report.settings_words import ABOUT, KEYS_ABOUT, OWN_THEME, default
from okrtui.storage.settings import SettingsFile, as_toml

Value = str | int | bool | list[str]

_LONGEST = 40
"""The most columns of a value in the table."""


@frozen
class Told:
    """One setting."""

    name: str
    value: Value
    """The value that counts."""
    default: Value
    """What it is where nobody says otherwise."""
    origin: Literal["default", "file", "environment"]
    line: int | None = None
    """The line of the file, where the value stands there."""
    variable: str = ""
    """The variable of the environment that decides, where one does."""

    @property
    def where(self) -> str:
        """Where the value comes from, in words."""
        if self.origin == "file":
            return tr("line {number}", number=self.line) if self.line else tr("the file")
        return self.variable if self.origin == "environment" else tr("default")


def told(file: SettingsFile, usual_keys: Mapping[str, Sequence[str]], environ: Mapping[str, str]) -> list[Told]:
    """Every setting as it counts in an environment; ``usual_keys`` are those of the commands that are in the file."""
    from_file = file.given
    found = []
    for name in ABOUT:
        value, usual = getattr(file.settings, name), default(name)
        shown = OWN_THEME if value is None else value
        line = file.line(name)
        if decided := _by_environment(name, shown, environ):
            found.append(Told(name, decided[0], usual, "environment", line, decided[1]))
        else:
            found.append(Told(name, shown, usual, "file" if name in from_file else "default", line))
    for name, keys in file.settings.keys.items():
        found.append(Told(f"keys.{name}", [*keys], [*usual_keys.get(name, ())], "file", file.line("keys", name)))
    return found


def _by_environment(name: str, value: object, environ: Mapping[str, str]) -> tuple[Value, str] | None:
    """What the environment makes of a setting that leaves it to that, and the variable; None where it does not."""
    if name == "language" and value == "auto":
        variable = next((name for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
        code = language_of(environ)
        asked = environ.get(variable, "").lower()
        return (code, variable) if variable and asked.startswith(CODES) else None
    if name == "colours" and value == "auto" and environ.get("NO_COLOR"):
        return "none", "NO_COLOR"
    if name == "ascii" and value is False and not locale_is_utf8(environ):
        variable = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), "LANG")
        return True, variable
    return None


def lines(found: Sequence[Told], place: str, exists: bool) -> Iterator[str]:
    """The settings as aligned lines below the name of their file."""
    yield place if exists else tr("{file} is not there yet; okrtui settings --edit makes it", file=place)
    yield ""
    heads = [(tr("setting"), tr("value"), tr("default"), tr_as("origin", "from"))]
    rows = heads + [(display(it.name), _cell(it.value), _cell(it.default), it.where) for it in found]
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(left, row, widths)).rstrip()


def document(found: Sequence[Told], place: str, exists: bool) -> dict[str, object]:
    """The settings for programs."""
    rows = [
        {
            "name": it.name,
            "value": it.value,
            "default": it.default,
            "origin": it.origin,
            "line": it.line,
            "variable": it.variable or None,
        }
        for it in found
    ]
    return {"file": place, "exists": exists, "settings": rows}


def _cell(value: Value) -> str:
    if isinstance(value, list):
        return fitted(display(" ".join(value)), _LONGEST)
    return fitted(display(value), _LONGEST) if isinstance(value, str) else as_toml(value)


def commented() -> str:
    """A settings file in which nothing is set: every setting in a comment, with what it does and what it usually is."""
    words = [tr("# Settings of okrtui. Take the # away from a line to set it; okrtui settings shows what counts.")]
    for name, about in ABOUT.items():
        words += ["", f"# {tr(about)}", f"# {name} = {as_toml(default(name))}"]
    words += ["", f"# {tr(KEYS_ABOUT)}", "# [keys]", '# undo = "U"']
    return "\n".join([*words, '# find = ["slash", "ctrl+g"]', ""])
