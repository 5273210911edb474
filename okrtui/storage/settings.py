"""What a user set in ``config.toml``; everything has a default."""

from pathlib import Path
from typing import Annotated

from okrtui.model.language import Language
from okrtui.model.measure import Bands
from okrtui.model.record import Invalid, Record
from okrtui.model.record_fields import Exact, Limits, Reader
from okrtui.storage.atomic import read_file
from okrtui.storage.errors import FileError
from okrtui.storage.toml_reader import read_toml

MAX_BYTES = 200_000
"""The largest settings file that is read."""


def _whole(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("is no whole number; write it like 10, without quotes")
    return value


Switch = Annotated[bool, Exact(bool)]


class Settings(Record):
    """The settings, checked; see the README for what each does."""

    theme: str | None = None
    """Name of a colour theme; the program's own where not set."""
    language: Language = "auto"
    """Language of new quarters, which the coach reads them in."""
    fiscal_year_starts: Annotated[int, Limits(ge=1, le=12), Reader(_whole)] = 1
    """The month in which the fiscal year begins."""
    on_track_points: Annotated[int, Limits(ge=0, le=100), Reader(_whole)] = 10
    """Points behind the expected progress up to which a key result is on track."""
    at_risk_points: Annotated[int, Limits(ge=0, le=100), Reader(_whole)] = 25
    """Points behind the expected progress up to which a key result is at risk."""
    check_in_days: Annotated[int, Limits(ge=1, le=92), Reader(_whole)] = 7
    """Days after which the next check-in is due."""
    ascii: Switch = False
    """True draws with plain ASCII characters."""
    thin_output: Switch = True
    """True sends the terminal only the cells that changed; False sends all that is drawn."""

    def bands(self) -> Bands:
        """The person's own thresholds between one pace and the next."""
        return Bands(on_track=self.on_track_points, at_risk=self.at_risk_points, check_in_days=self.check_in_days)


def load_settings(path: Path) -> Settings:
    """The settings in a file; all defaults where it does not exist.

    Raises:
        FileError: it cannot be read, or a setting is unknown or wrong.
    """
    try:
        data = read_file(path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return Settings.made()
    except OSError as error:
        reason = (error.strerror or "the system gives no reason").lower()
        raise FileError(path, f"cannot be read: {reason}", "see that the file is yours and can be read") from error
    values, text = read_toml(data, path)
    try:
        settings = Settings.read(values)
    except Invalid as error:
        from okrtui.storage.explain import explain

        raise explain(error, path, text) from None
    if settings.at_risk_points < settings.on_track_points:
        raise FileError(path, "is less than on_track_points", "write a larger number", field="at_risk_points")
    return settings
