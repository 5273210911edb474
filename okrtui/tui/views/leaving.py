"""Leaving a plan, for another quarter or for good: asks only where something is not on disk."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from textual.screen import Screen

from okrtui.i18n import mark, tr
from okrtui.open_plan import OpenPlan
from okrtui.storage.advice import reason
from okrtui.storage.atomic import create_file
from okrtui.storage.codec import encode
from okrtui.storage.errors import FileError
from okrtui.tui.world import World

_ANSWERS = (
    ("s", mark("try to save again")),
    ("w", mark("write it to another file")),
    ("d", mark("leave and lose it")),
)
_NEEDED = 4_000_000
"""Free bytes of a place that is suggested: twice the largest plan."""


def leave(screen: Screen[None], open_plan: OpenPlan, world: World, go: Callable[[], object]) -> None:
    """Go, at once where everything is on disk; else when the person has decided what becomes of the rest."""
    if not open_plan.not_saved:
        go()
        return
    from okrtui.tui.dialogs.ask import Ask
    from okrtui.tui.dialogs.prompt import Prompt

    def written(path: str | None) -> None:
        if path:
            go()
        else:
            leave(screen, open_plan, world, go)

    def decide(answer: str | None) -> None:
        if answer == "s":
            open_plan.save()
            open_plan.settle()
            leave(screen, open_plan, world, go)
        elif answer == "w":
            check = partial(_write, open_plan, world)
            # for translators: a path to a new file is written below it
            title, hint = tr("Write the plan to"), tr("a path, such as ~/plan.toml")
            prompt = Prompt(title, hint, _suggested(open_plan, world), check)
            screen.app.push_screen(prompt, written)
        elif answer == "d":
            go()

    question = tr("Not saved: {reason}", reason=open_plan.not_saved)
    screen.app.push_screen(Ask(question, [(key, tr(label)) for key, label in _ANSWERS]), decide)


def _write(open_plan: OpenPlan, world: World, path: str) -> str:
    """Write the plan to a new file; what is wrong where it cannot be."""
    if not path:
        return tr("write a path, or leave with esc")
    try:
        create_file(world.path(path), encode(open_plan.plan))
    except FileExistsError:
        return tr("there is a file of that name already")
    except OSError as error:
        return tr("that did not work either: {reason}", reason=reason(error))
    except (ValueError, FileError) as error:
        return tr("that did not work either: {reason}", reason=error)
    return ""


def _suggested(open_plan: OpenPlan, world: World) -> str:
    """A new file in the first place that can be written and has room; empty where there is none."""
    for place in _places(world):
        target = place / f"{open_plan.plan.quarter}-rescued.toml"
        if os.access(place, os.W_OK | os.X_OK) and _room(place) >= _NEEDED and not os.path.lexists(target):
            return world.shown(target)
    return ""


def _places(world: World) -> Iterator[Path]:
    """Where a person looks for a file: at home, here, and where programs of theirs keep what is for now."""
    named = (world.environ.get("HOME"), ".", world.environ.get("XDG_RUNTIME_DIR"))
    return (Path(place).absolute() for place in named if place)


def _room(place: Path) -> int:
    """Free bytes; none where the system does not tell."""
    try:
        disk = os.statvfs(place)
    except OSError:
        return 0
    return disk.f_bavail * disk.f_frsize
