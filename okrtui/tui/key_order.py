"""Keys typed ahead arrive where they were meant: each one is handled to its end before the next is given out.

Textual hands a key to the widget that has the focus when the key arrives, while what the key before it does
(open a line to write in, close a form) comes about some messages later. On a slow link whole words arrive at once;
without an order their letters would land in the wrong place, or nowhere.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.message_pump import MessagePump
from textual.widget import Widget

from okrtui.tui.latin_keys import narrow

_QUICK_TURNS = 200
"""Turns of the loop that are waited through at once; after that with a pause in between."""
_MOST_TURNS = 400
"""Turns after which the next key is given out even where something is still under way."""
_PAUSE = 0.005
_REST = 0.03
"""Seconds that a key has for itself, and for its picture, while no other waits."""


class KeyOrderApp(App[None]):
    """An app that gives out keys and pastes one at a time."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        """Nothing waits yet; ``driver_class`` is Textual's own where not given."""
        super().__init__(driver_class=driver_class)
        self._waiting: deque[events.Event] = deque()
        self._given_out: events.Event | None = None
        self._came_by: list[MessagePump] = []
        self._settling: asyncio.Task[None] | None = None
        self._another = asyncio.Event()

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; a key waits until the one before it is done with."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._settling is not None and event is not self._given_out:
            self._waiting.append(event)
            self._another.set()
        else:
            self._given_out = None
            self._came_by = self._way()
            if isinstance(event, events.Key) and self._is_for_commands(event):
                await self._command(event)
            else:
                await super().on_event(event)
            if self._settling is None:
                self._settling = asyncio.create_task(self._settle())

    def _is_for_commands(self, key: events.Key) -> bool:
        """Whether nothing that a key passes through on its way to the app takes it itself."""
        way = self._came_by[:-1]
        return self.screen.maximized is None and not any(_takes(type(pump), key.key) for pump in way)

    async def _command(self, key: events.Key) -> None:
        """Do what the key is bound to, as the app does once it has come there, by the queues of all in between."""
        self.app_focus = True
        key = narrow(key)
        if not await self._check_bindings(key.key, priority=True) and not await self._check_bindings(key.key):
            self.pass_by(key)

    def pass_by(self, key: events.Key) -> None:
        """Called with a key that does nothing here."""

    async def _settle(self) -> None:
        """Give out what waits, each when all that the one before it set off has been handled."""
        try:
            self._another.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._another.wait(), _REST)
            await self.until_quiet(self._pumps)
            while self._waiting and self.is_running:
                self._given_out = self._waiting.popleft()
                self.post_message(self._given_out)
                await self.until_quiet(self._pumps)
        finally:
            self._settling = None

    async def until_quiet(self, of: Callable[[], list[MessagePump]]) -> None:
        """Wait until all ``of`` these have come to the end of their messages and set off no new ones."""
        turns = 0
        quiet = False
        while not quiet and turns < _MOST_TURNS and self.is_running:
            pumps = of()
            pending = set(pumps)
            for pump in pumps:
                pump.post_message(events.Callback(callback=_Arrival(pending, pump).arrive))
            while turns < _MOST_TURNS and (self._given_out is not None or any(map(_is_alive, pending))):
                await asyncio.sleep(0 if turns < _QUICK_TURNS else _PAUSE)
                turns += 1
            quiet = of() == pumps and all(pump._message_queue.empty() for pump in pumps)
            quiet = quiet and self.screen.is_mounted
            turns += 1

    def _pumps(self) -> list[MessagePump]:
        """What the next key passes through, and what the last one did: a field says that it was left once it is."""
        way = self._way()
        return [*way, *(pump for pump in self._came_by if pump not in way and _is_alive(pump))]

    def _way(self) -> list[MessagePump]:
        """What a key passes through: the widget that has the focus, all that it stands in, the app."""
        screen = self.screen
        return list((screen.focused or screen).ancestors_with_self)


class _Arrival:
    """The end of what a pump has to do. A method, since Textual looks at the parameters of any other callback anew."""

    def __init__(self, pending: set[MessagePump], pump: MessagePump) -> None:
        self._pending, self._pump = pending, pump

    def arrive(self) -> None:
        self._pending.discard(self._pump)


@lru_cache(maxsize=2_048)
def _takes(kind: type[MessagePump], key: str) -> bool:
    """Whether a kind of widget does something with a key but by its bindings; Textual's screen does with escape."""
    own = {name for parent in kind.__mro__ if parent not in Widget.__mro__ for name in vars(parent)}
    return not own.isdisjoint({"on_key", "_on_key", f"key_{key}", f"_key_{key}"})


def _is_alive(pump: MessagePump) -> bool:
    return not pump._closing and not pump._closed
