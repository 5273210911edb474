"""Keys typed ahead arrive where they were meant: each one is handled to its end before the next is given out.

Textual hands a key to the widget that has the focus when the key arrives, while what the key before it does
(open a line to write in, close a form) comes about some messages later. On a slow link whole words arrive at once;
without an order their letters would land in the wrong place, or nowhere.
"""

import asyncio
from collections import deque

from textual import events
from textual.app import App

_PATIENCE = 1.0
"""Seconds after which the next key is given out even where something is still under way."""
_QUICK_TURNS = 200
_PAUSE = 0.005


class KeyOrderApp(App[None]):
    """An app that gives out keys and pastes one at a time."""

    def __init__(self) -> None:
        """Nothing waits yet."""
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._given_out: events.Event | None = None
        self._settling: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; a key waits until the one before it is done with."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._settling is not None and event is not self._given_out:
            self._waiting.append(event)
        else:
            self._given_out = None
            await super().on_event(event)
            if self._settling is None:
                self._settling = asyncio.create_task(self._settle())

    async def _settle(self) -> None:
        """Give out what waits, each when all that the one before it set off has been handled."""
        try:
            await self._until_quiet()
            while self._waiting:
                self._given_out = self._waiting.popleft()
                self.post_message(self._given_out)
                await self._until_quiet()
        finally:
            self._settling = None

    async def _until_quiet(self) -> None:
        """Wait until no message waits anywhere on the screen, and the screen is there."""
        loop = asyncio.get_running_loop()
        end = loop.time() + _PATIENCE
        quiet = turns = 0
        while quiet < 2 and loop.time() < end:
            await asyncio.sleep(0 if turns < _QUICK_TURNS else _PAUSE)
            turns += 1
            quiet = quiet + 1 if self._is_quiet() else 0

    def _is_quiet(self) -> bool:
        if self._given_out is not None or not self.is_running:
            return not self.is_running
        screen = self.screen
        pumps = [self, screen, *screen.walk_children()]
        return screen.is_mounted and all(pump._message_queue.empty() for pump in pumps)
