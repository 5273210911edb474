"""What every command is told of the world: the directory, the settings, the day. Only here is the clock asked."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError
from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.text import display
from okrtui.patterns import pattern

if TYPE_CHECKING:
    from okrtui.model.quarter import Quarter
    from okrtui.storage.repository import Repository
    from okrtui.storage.settings import Settings

_DATE = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHOWN = 60
"""The most characters shown of a word that is wrong."""


@frozen
class Situation:
    """Where and when a command runs."""

    environ: Mapping[str, str]
    """The environment."""
    data: Path | None
    """The directory that ``--data`` names."""
    given_day: dt.date | None
    """The day that ``--today`` or ``OKRTUI_TODAY`` names."""

    @classmethod
    def of(cls, data: str | None, today: str | None, environ: Mapping[str, str]) -> "Situation":
        """The situation of the common options and the environment.

        Raises:
            UsageError: no directory, or no date.
        """
        if data == "":
            raise UsageError(
                tr("{option} names no directory; write it like {example}", option="--data", example="--data plans")
            )
        day = None
        if today is not None:
            day = _day("--today", today)
        elif environ.get("OKRTUI_TODAY"):
            day = _day("OKRTUI_TODAY", environ["OKRTUI_TODAY"])
        return cls(environ, None if data is None else Path(data), day)

    def today(self) -> dt.date:
        """The day that was given, else the real one."""
        return self.given_day or dt.date.today()

    def clock(self) -> dt.datetime:
        """The real time, whatever day was given."""
        return dt.datetime.now(dt.UTC)

    def settings(self) -> "Settings":
        """The person's settings.

        Raises:
            FileError: they cannot be read.
        """
        from okrtui.storage.paths import config_file
        from okrtui.storage.settings import load_settings

        return load_settings(config_file(self.environ))

    def repository(self) -> "Repository":
        """The quarters.

        Raises:
            FileError: their directory is none, or somebody else can change it.
        """
        from okrtui.storage.paths import data_directory
        from okrtui.storage.repository import Repository

        directory = data_directory(self.data, self.environ)
        require_ours(directory)
        return Repository(directory, self.clock)

    def quarter(self, settings: "Settings") -> "Quarter":
        """The quarter that today lies in."""
        from okrtui.model.quarter import Quarter

        return Quarter.of(self.today(), settings.fiscal_year_starts)


def named_quarter(name: str) -> "Quarter":
    """The quarter of this name, whose letter may be small: ``2026-q4``.

    Raises:
        UsageError: it is none of a quarter.
    """
    from okrtui.model.quarter import Quarter

    try:
        return Quarter.parse(name.replace("q", "Q"))
    except ValueError:
        if not (shown := display(name, _SHOWN)):
            raise UsageError(tr("an empty name is no quarter; write it like 2026-Q4")) from None
        # for translators: name is what somebody typed
        raise UsageError(tr("{name} is no quarter; write it like 2026-Q4", name=shown)) from None


def require_ours(directory: Path) -> None:
    """Refuse a data directory that is none or that somebody else can change; it need not exist yet.

    Raises:
        FileError: what is wrong with it.
    """
    from okrtui.storage.advice import reason
    from okrtui.storage.errors import FileError
    from okrtui.storage.paths import check

    try:
        check(directory)
    except FileNotFoundError:
        return
    except OSError as error:
        # for translators: said of a directory; the reason is what the system says
        what = tr("cannot be looked at: {reason}", reason=reason(error))
        raise FileError(directory, what, tr("choose another one with --data")) from error


def _day(source: str, text: str) -> dt.date:
    """The date in an option or a variable."""
    try:
        if _DATE.fullmatch(text) and 1900 <= int(text[:4]) <= 2199:
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    if not (shown := display(text, _SHOWN)):
        # for translators: option is such as --today
        raise UsageError(tr("{option}: nothing is no date; write it like 2026-11-12", option=source))
    raise UsageError(tr("{option}: {text} is no date; write it like 2026-11-12", option=source, text=shown))
