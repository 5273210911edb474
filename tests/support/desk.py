"""A person at the program: presses keys, reads the screen, looks into the file."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from textual import events
from textual._context import visible_screen_stack
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character
from textual.pilot import Pilot

from okrtui.examples import EXAMPLE_DAY, EXAMPLE_QUARTER, example, example_bytes
from okrtui.i18n import Code, spoken
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode, encode
from okrtui.storage.repository import Repository
from okrtui.storage.settings import Settings
from okrtui.tui.app import OkrtuiApp
from okrtui.tui.launch import example_world, make_world
from okrtui.tui.views.main import MainScreen
from okrtui.tui.widgets.lines import StatusLine
from okrtui.tui.widgets.plan_tree import PlanTree
from tests.support.plans import TODAY

SMALL, LARGE = (80, 24), (120, 36)
"""The two sizes at which every screen is looked at."""

_TYPED_BY_KEY = 2
_DRAWN, _MOST_DRAWN = 2, 10
"""Times that are drawn after a key: what it changed, and what that changes; more while anything does."""
_REST, _MOST_RESTS = 0.005, 2_000
_MOMENT = 0.05
_MOST_PRESSES = 40
_NAMES = {" ": "space", "/": "slash", ".": "full_stop", ",": "comma", "-": "minus", "%": "percent_sign"}


def clock() -> dt.datetime:
    """The time at which tests save."""
    return dt.datetime(2026, 11, 12, 9, 0, tzinfo=dt.UTC)


class Desk:
    """The running program with the files it works on."""

    def __init__(self, app: OkrtuiApp, pilot: Pilot[None], repository: Repository) -> None:
        self.app = app
        self.pilot = pilot
        self.repository = repository

    async def press(self, *keys: str) -> None:
        """Press keys, each once all that the one before it set off has been done, and wait until all is on disk."""
        for key in keys:
            await self.press_on(key)
        await self.settled()

    async def press_until(self, key: str, holds: Callable[[], bool]) -> None:
        """Press a key again and again until this holds."""
        for _ in range(_MOST_PRESSES):
            if holds():
                return
            await self.press(key)
        raise AssertionError(f"{key} leads nowhere:\n{self.screen}")

    async def settled(self) -> None:
        """Wait until all that was set off has been done and drawn, and is on disk."""
        await self._until_handled()
        for drawn in range(_MOST_DRAWN):
            self.app.screen._on_timer_update()
            await self.pilot._wait_for_screen()
            if drawn >= _DRAWN and not self._is_to_be_drawn():
                break
        while self._is_soon_to_change() or self._is_busy_beside() or self._is_new():
            await self._rest()

    async def press_on(self, key: str) -> None:
        """Press a key and see what it does at once, whatever the disk does."""
        self.app.post_message(_pressed(key))
        await self._until_handled()
        self.app.screen._on_timer_update()  # what it changed is drawn before the next
        if self.app.screen._callbacks:  # and what waits for that is done
            await self.pilot._wait_for_screen()

    async def press_ahead(self, *keys: str) -> None:
        """Press keys that arrive all at once, as from a slow link."""
        for key in keys[:-1]:
            self.app.post_message(_pressed(key))
        await self.press(keys[-1])

    async def _until_handled(self) -> None:
        """Wait until the program would give out the next key, without the rest that it takes for its picture."""
        await self.pilot._wait_for_screen()
        while settling := self.app._settling:
            self.app._another.set()
            await asyncio.wait({settling})

    async def _rest(self) -> None:
        """Leave what runs beside the screen a moment, and see what it brought."""
        await asyncio.sleep(_REST)
        await self.pilot._wait_for_screen()
        self.app.screen._on_timer_update()

    def _is_to_be_drawn(self) -> bool:
        """Whether the screen shows something else than it is to."""
        screen = self.app.screen
        return bool(screen._layout_required or screen._repaint_required or screen._dirty_widgets or screen._callbacks)

    def _is_new(self) -> bool:
        """Whether a window was put up just now, such as by a save that came through, and is not laid out yet."""
        return not self.app.screen._compositor.size

    def _is_soon_to_change(self) -> bool:
        """Whether something is to be done once after a moment, as the judging of a plan that was just opened."""
        timers = [*self.app._timers, *self.app.screen._timers]
        return any(
            timer._repeat == 0 and timer._interval <= _MOMENT and timer._task and not timer._task.done()
            for timer in timers
        )

    def _is_busy_beside(self) -> bool:
        """Whether what was done is on its way to the disk, or something is read from there."""
        mains = (screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))
        return any(main._open_plan.is_saving for main in mains) or any(it.is_running for it in self.app.workers)

    async def type(self, text: str) -> None:
        """Type a text: the end of it a key a character, what comes before at once, since keys take their time here."""
        pasted = text[:-_TYPED_BY_KEY].rstrip() if not text.startswith(" ") else ""
        if pasted:
            self.app.post_message(events.Paste(pasted))
            await self._rest()
        await self.press(*(_NAMES.get(char, char) for char in text[len(pasted) :]))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Rest until something holds, such as what was typed being judged."""
        for _ in range(_MOST_RESTS):
            if holds():
                return
            await self._rest()
        raise AssertionError(f"it never came to hold; the screen shows:\n{self.screen}")

    async def resize(self, size: tuple[int, int]) -> None:
        await self.pilot.resize_terminal(*size)
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line, with the screens that it lies on."""
        visible_screen_stack.set(self.app._background_screens)
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def screen(self) -> str:
        """What the screen shows."""
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        """What the status line says."""
        return self.app.screen.query_one(StatusLine).text.strip()

    @property
    def cursor(self) -> str:
        """Position and title of the item under the cursor of the tree."""
        shown = self.app.screen.query_one(PlanTree)
        placed = shown.outline.standing.places[shown.cursor_id] if shown.outline.standing else None
        return f"{placed.position} {placed.node.title}" if placed else ""

    @property
    def plan(self) -> Plan:
        """What is on disk."""
        path = self.repository.path(Quarter(2026, 4))
        return decode(path.read_bytes(), path)


@asynccontextmanager
async def at_desk(
    directory: Path,
    plan: Plan | None = None,
    *,
    example: bool = False,
    size: tuple[int, int] = SMALL,
    settings: Settings | None = None,
    quarter: Quarter | None = None,
    today: dt.date = TODAY,
) -> AsyncIterator[Desk]:
    """Start the program on a directory, with a plan in it, the example, or nothing."""
    repository = Repository(directory / "plans", clock)
    world = make_world(repository, settings or Settings(), lambda: today, {"HOME": str(directory), "LANG": "C.UTF-8"})
    if example:
        repository.directory.mkdir(mode=0o700)
        repository.path(EXAMPLE_QUARTER).write_bytes(_example_file(spoken()))
        world = example_world(directory / "plans", world, clock)
    if plan is not None:
        repository.create(plan)
    app = OkrtuiApp(world, quarter, lambda: example_world(directory / "example", world, clock))
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot, repository)
        await desk.settled()
        yield desk


def _pressed(name: str) -> events.Key:
    """The event that a key becomes, by its name or the character that it types."""
    key = _character_to_key(name) if len(name) == 1 and not name.isalnum() else name
    return events.Key(key, key_to_character(REPLACED_KEYS.get(key, key)))


@cache
def _example_file(code: Code) -> bytes:
    """The file that the program makes of the example; once for all tests, since it is read back while it is made."""
    return encode(example(code).replace(language="auto"))


def example_plan() -> Plan:
    """The example quarter."""
    return decode(example_bytes(), Path(f"{EXAMPLE_QUARTER}.toml"))


assert EXAMPLE_DAY == TODAY, "the tests look at the example on its own day"
