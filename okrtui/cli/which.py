"""Which quarter a command means."""

from typing import TYPE_CHECKING

from okrtui.cli.situation import Situation, named_quarter

if TYPE_CHECKING:
    from okrtui.model.quarter import Quarter
    from okrtui.storage.settings import Settings


def current(situation: Situation, settings: "Settings") -> "Quarter":
    """The quarter that today lies in."""
    from okrtui.model.quarter import Quarter

    return Quarter.of(situation.today(), settings.fiscal_year_starts)


def wanted(name: str | None, situation: Situation, settings: "Settings") -> "Quarter | None":
    """The quarter of that name, else the one that today lies in, or the nearest to it; None where there is none.

    Raises:
        UsageError: the name is none of a quarter.
        FileError: the directory cannot be read.
    """
    from okrtui.model.quarter import nearest
    from okrtui.storage.names import quarters_in
    from okrtui.storage.paths import data_directory

    if name is not None:
        return named_quarter(name)
    try:
        there = quarters_in(data_directory(situation.data, situation.environ))
    except OSError:
        there = situation.repository().quarters()  # says what is wrong
    return nearest(there, current(situation, settings))
