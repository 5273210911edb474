"""What a program under test is spared, so that the suite stays quick: each gives what it would give, with less work."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.message_pump import MessagePump
from textual.pilot import Pilot

_MOST_WAITED = 30.0
"""Seconds."""

_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_parse, _draw = Stylesheet._parse_rules, Compositor.render_update


@contextmanager
def spared() -> Iterator[None]:
    """Run programs without the work that no test looks at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _parse_once)
        patch.setattr(Pilot, "_wait_for_screen", _wait_for_the_busy)
        patch.setattr(Compositor, "render_update", _draw_when_asked)
        yield


def _parse_once(sheet: Stylesheet, *source: Any, **where: Any) -> list[RuleSet]:
    """The rules of a style sheet, parsed once for all programs that the tests start: nobody changes a rule."""
    key = (*source, *where.items(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *source, **where)
    return _parsed[key]


def _draw_when_asked(compositor: Compositor, full: bool = False, **how: Any) -> object:
    """What to send to the terminal: nothing, since there is none. A picture of the whole screen is made as ever."""
    if full:
        return _draw(compositor, full=True, **how)
    compositor._dirty_regions.clear()
    return None


async def _wait_for_the_busy(pilot: Pilot[Any], timeout: float = _MOST_WAITED) -> bool:
    """Wait until everything on the screen is done with the messages that it has.

    Textual's own sends one more to each widget; here only those get it that are not at rest already.
    """
    app = pilot.app
    if not app._screen_stack:
        return False
    busy = [app, *(node for node in app.screen.walk_children(with_self=True) if not _is_at_rest(node))]
    done, left = asyncio.Event(), 0

    def one_is_done() -> None:
        nonlocal left
        left -= 1
        if not left:
            done.set()

    left = sum(node.call_later(one_is_done) for node in busy)
    if not left:
        return True
    waits = [asyncio.ensure_future(event.wait()) for event in (done, app._exception_event)]
    ended, others = await asyncio.wait(waits, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for wait in others:
        wait.cancel()
    assert ended, "the program was not done with its messages in time"
    return left <= 0


def _is_at_rest(node: MessagePump) -> bool:
    """Whether a widget has no message and waits for the next."""
    ready: asyncio.Event = node._message_queue.ready_event
    return not ready.is_set() and bool(ready._waiters)
