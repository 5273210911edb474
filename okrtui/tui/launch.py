"""From a directory and a day to the running interface."""

import contextlib
import datetime as dt
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from okrtui.examples import EXAMPLE_DAY, EXAMPLE_QUARTER, example, is_in, is_untouched
from okrtui.i18n import tr
from okrtui.model.language import Language
from okrtui.model.quarter import Quarter
from okrtui.report.standing import Before
from okrtui.storage import paths
from okrtui.storage.drafts import Drafts
from okrtui.storage.errors import FileError
from okrtui.storage.repository import Repository
from okrtui.storage.settings import Settings
from okrtui.tui.app import OkrtuiApp
from okrtui.tui.check_settings import check_settings
from okrtui.tui.lifecycle import guarded
from okrtui.tui.plain import prose
from okrtui.tui.world import World, glyphs_for
from okrtui.tui.writing import Writing

Clock = Callable[[], dt.datetime]
"""Gives the time, with its zone."""


def launch(
    directory: Path,
    quarter: Quarter | None,
    settings: Settings,
    today: Callable[[], dt.date],
    clock: Clock,
    environ: Mapping[str, str],
) -> int:
    """Run the interface on a data directory until the person leaves; gives the exit code."""
    check_settings(settings, environ)
    world = make_world(Repository(directory, clock), settings, today, environ)
    world.repository.tidy()
    app = OkrtuiApp(world, quarter, lambda: example_world(paths.demo_directory(environ), world, clock))
    return _run(app)


def launch_example(
    directory: Path,
    settings: Settings,
    today: Callable[[], dt.date] | None,
    clock: Clock,
    environ: Mapping[str, str],
) -> int:
    """Run the interface on the example in a directory of its own, on the example's day unless told otherwise."""
    check_settings(settings, environ)
    plain = make_world(Repository(directory, clock), settings, today or (lambda: EXAMPLE_DAY), environ)
    world = example_world(directory, plain, clock, today)
    app = OkrtuiApp(world, EXAMPLE_QUARTER, lambda: world)
    return _run(app)


def _run(app: OkrtuiApp) -> int:
    # No mouse unless it is asked for: the terminal's own selecting and pasting stay as people know them.
    threading.excepthook = lambda raised: app.break_down_soon(raised.exc_value)
    with guarded(app.keep_writing, app.leave):
        app.run(mouse=app.wants_mouse)
    if app.broken:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{prose(app.broken)}\n")
    return app.return_code or 0


def make_world(
    repository: Repository, settings: Settings, today: Callable[[], dt.date], environ: Mapping[str, str]
) -> World:
    """The world around the interface, with the marks that the terminal can show."""
    glyphs = glyphs_for(settings, environ)
    return World(repository, settings, today, environ, glyphs, Writing(Drafts(repository.directory)), Before())


def example_world(directory: Path, around: World, clock: Clock, today: Callable[[], dt.date] | None = None) -> World:
    """The world of the example: its directory, made where it is missing, on its own day."""
    repository = Repository(directory, clock)
    if repository.exists(EXAMPLE_QUARTER):
        _translate(repository, around.settings.plan_language)
    else:
        repository.create(example(around.settings.plan_language))
    return World(
        repository,
        around.settings,
        today or (lambda: EXAMPLE_DAY),
        around.environ,
        around.glyphs,
        Writing(Drafts(directory)),
        Before(),
        # for translators: at the top of the screen, in place of the name of the program: this is the example
        place=tr("example"),
    )


def _translate(repository: Repository, language: Language) -> None:
    """Put the example that nobody changed into the language of now; what is in the way leaves it as it is."""
    with contextlib.suppress(FileError, OSError):
        if not is_in(language, repository.path(EXAMPLE_QUARTER).read_bytes()):
            repository.update(EXAMPLE_QUARTER, lambda plan: example(language) if is_untouched(plan) else plan)
