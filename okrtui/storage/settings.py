"""What a user set in ``config.toml``; everything has a default."""

from pathlib import Path
from typing import Annotated, Literal

from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.language import Language
from okrtui.model.measure import Bands
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.model.record import Invalid, Record
from okrtui.model.record_fields import Exact, Limits, Reader
from okrtui.model.unfit import Unfit
from okrtui.storage.advice import reason
from okrtui.storage.atomic import read_file
from okrtui.storage.errors import FileError
from okrtui.storage.locate import index_lines
from okrtui.storage.toml_reader import read_toml

MAX_BYTES = 200_000
"""The largest settings file that is read."""

Colours = Literal["auto", "none", "16", "256", "truecolor"]
"""How many colours are drawn with; ``auto`` asks the environment."""


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unfit(tr("is no whole number"), tr("write it like 10, without quotes"))
    return value


def _in_quotes(value: object) -> object:
    return str(value) if type(value) is int else value


def _keys(value: object) -> object:
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list | tuple) or not all(isinstance(key, str) for key in named):
        raise Unfit(tr("is no key"), tr('write one in quotes like "g", or several like ["g", "home"]'))
    if not all(named) or not named:
        raise Unfit(tr("has no key"), tr("write one in quotes, or delete the line for the usual ones"))
    return tuple(named)


Switch = Annotated[bool, Exact(bool)]
Keys = Annotated[tuple[str, ...], Reader(_keys)]


_NO_KEYS: dict[str, tuple[str, ...]] = {}


class Settings(Record):
    """The settings, checked; ``okrtui/report/settings_words.py`` says what each does."""

    theme: str | None = None
    """Name of a colour theme; the program's own where not set."""
    colours: Annotated[Colours, Reader(_in_quotes)] = "auto"
    """How many colours the terminal is drawn with."""
    ascii: Switch = False
    """True draws with plain ASCII characters."""
    language: Language = "auto"
    """Language of the interface; ``auto`` is the one that the environment asks for."""
    plan_language: Language = "auto"
    """Language of new quarters, which the coach reads them in."""
    fiscal_year_starts: Annotated[int, Limits(ge=1, le=12), Reader(_whole)] = 1
    """The month in which the fiscal year begins."""
    on_track_points: Annotated[int, Limits(ge=0, le=100), Reader(_whole)] = 10
    """Points behind the expected progress up to which a key result is on track."""
    at_risk_points: Annotated[int, Limits(ge=0, le=100), Reader(_whole)] = 25
    """Points behind the expected progress up to which a key result is at risk."""
    check_in_days: Annotated[int, Limits(ge=1, le=92), Reader(_whole)] = 7
    """Days after which the next check-in is due."""
    mouse: Switch = False
    """True lets the mouse put the cursor and scroll; the terminal's own selecting then needs shift."""
    thin_output: Switch = True
    """True sends the terminal only the cells that changed; False sends all that is drawn."""
    keys: dict[str, Keys] = _NO_KEYS
    """Keys for commands by their names, as people write them, in the place of the usual ones."""

    def empty_plan(self, quarter: Quarter) -> Plan:
        """A plan of a quarter with nothing in it, in the fiscal year and the language of the person."""
        return Plan.empty(quarter, self.fiscal_year_starts).replace(language=self.plan_language)

    def bands(self) -> Bands:
        """The person's own thresholds between one pace and the next."""
        return Bands(on_track=self.on_track_points, at_risk=self.at_risk_points, check_in_days=self.check_in_days)


def as_toml(value: str | int | bool) -> str:
    """A value of a setting as it is written in the file."""
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def range_of(name: str) -> tuple[int, int]:
    """The least and the most of a setting that is a number."""
    (limits,) = (note for note in Settings.FIELDS[name].hint.__metadata__ if isinstance(note, Limits))
    return limits.ge or 0, limits.le or 0


@frozen
class SettingsFile:
    """A settings file as it was read."""

    path: Path
    settings: Settings
    text: str | None
    """What stands in it; None where it does not exist."""
    given: frozenset[str] = frozenset()
    """The names of the settings in it."""

    def line(self, *place: str) -> int | None:
        """The line, from 1, of a setting, or of ``keys`` and a command; None where it does not stand there."""
        return index_lines(self.text or "").get(place)

    def error(self, what: str, do: str, *place: str) -> FileError:
        """What is wrong with a setting, and what to do, with its line."""
        return FileError(self.path, what, do, line=self.line(*place), field=".".join(place))


def load_settings(path: Path) -> Settings:
    """The settings in a file; all defaults where it does not exist.

    Raises:
        FileError: it cannot be read, or a setting is unknown or wrong.
    """
    return read_settings(path).settings


def read_settings(path: Path) -> SettingsFile:
    """A settings file; all defaults where it does not exist.

    Raises:
        FileError: it cannot be read, or a setting is unknown or wrong.
    """
    try:
        data = read_file(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return SettingsFile(path, Settings.made(), None)
    except OSError as error:
        what = tr("cannot be read: {reason}", reason=reason(error))
        raise FileError(path, what, tr("see that the file is yours and can be read")) from error
    return settings_in(data, path)


def settings_in(data: bytes, path: Path) -> SettingsFile:
    """The settings in the bytes of a file; ``path`` is named where they are wrong.

    Raises:
        FileError: a setting is unknown or wrong, or the bytes are no TOML.
    """
    values, text = read_toml(data, path)
    try:
        settings = Settings.read(values)
    except Invalid as error:
        from okrtui.storage.explain import explain

        raise explain(error, path, text) from None
    if settings.at_risk_points < settings.on_track_points:
        raise FileError(path, tr("is less than on_track_points"), tr("write a larger number"), field="at_risk_points")
    return SettingsFile(path, settings, text, frozenset(values))
