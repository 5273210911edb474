"""What every screen is given: the files, the settings, the day, the marks. Screens ask the world for nothing."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from okrtui.frozen import frozen, replace
from okrtui.model.past_steps import NOTHING_BEFORE, Past
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.model.text import locale_is_utf8
from okrtui.report.standing import Before, Standing, measure, stand
from okrtui.storage.drafts import Drafts
from okrtui.storage.repository import Repository
from okrtui.storage.settings import Settings
from okrtui.tui.widgets.glyphs import ASCII, UNICODE, Glyphs
from okrtui.tui.writing import Writing


@frozen
class World:
    """The world around the interface."""

    repository: Repository
    settings: Settings
    today: Callable[[], dt.date]
    environ: Mapping[str, str]
    glyphs: Glyphs
    writing: Writing
    """What is being written right now."""
    before: Before
    """What was worked out of the plan the last time."""
    place: str = ""
    """A word for where this is, such as *example*; empty for one's own plans."""

    def with_settings(self, settings: Settings) -> "World":
        """The same world by other settings."""
        return replace(self, settings=settings, glyphs=glyphs_for(settings, self.environ))

    def quarter(self) -> Quarter:
        """The quarter that today lies in."""
        return Quarter.of(self.today(), self.settings.fiscal_year_starts)

    def measure(self, plan: Plan) -> Standing:
        """Where a plan stands today by its numbers alone."""
        return measure(plan, self.today(), self.settings.bands(), self.before)

    def stand(self, plan: Plan, past: Past = NOTHING_BEFORE) -> Standing:
        """Where a plan stands today, by the person's own bands and beside what the quarters before did."""
        return stand(plan, self.today(), self.settings.bands(), past, self.before)

    def drafts(self) -> Drafts:
        """What was being written here when the program ended, and what it has put away itself since it runs."""
        return self.writing.drafts

    def shown(self, path: Path) -> str:
        """A path as people write it, with ``~`` for their home."""
        home = self.environ.get("HOME")
        return f"~/{path.relative_to(home)}" if home and path.is_relative_to(home) else str(path)

    def path(self, text: str) -> Path:
        """The path that somebody wrote, ``~`` being their home; the other way round from :meth:`shown`."""
        home = self.environ.get("HOME")
        return Path(home, text[2:]) if home and text.startswith("~/") else Path(text)


def glyphs_for(settings: Settings, environ: Mapping[str, str]) -> Glyphs:
    """The marks that the terminal can show, or that the person wants. The console's font has few beside ASCII."""
    is_console = environ.get("TERM") == "linux"
    return ASCII if settings.ascii or is_console or not locale_is_utf8(environ) else UNICODE
