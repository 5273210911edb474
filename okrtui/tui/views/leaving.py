"""Leaving a plan, for another quarter or for good: asks only where something is not on disk."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.screen import Screen

from okrtui.open_plan import OpenPlan
from okrtui.storage.atomic import write_file
from okrtui.storage.codec import encode
from okrtui.storage.errors import FileError
from okrtui.tui.dialogs.ask import Ask
from okrtui.tui.dialogs.prompt import Prompt

_ANSWERS = (("s", "try to save again"), ("w", "write it to another file"), ("d", "leave and lose it"))


def leave(screen: Screen[None], open_plan: OpenPlan, go: Callable[[], None]) -> None:
    """Go, at once where everything is on disk; else when the person has decided what becomes of the rest."""
    if not open_plan.not_saved:
        go()
        return

    def decide(answer: str | None) -> None:
        if answer == "s":
            open_plan.save()
            leave(screen, open_plan, go)
        elif answer == "w":
            prompt = Prompt("Write the plan to", "a path, such as ~/plan.toml", check=partial(_write, open_plan))
            screen.app.push_screen(prompt, lambda path: go() if path else leave(screen, open_plan, go))
        elif answer == "d":
            go()

    screen.app.push_screen(Ask(f"Not saved: {open_plan.not_saved}", _ANSWERS), decide)


def _write(open_plan: OpenPlan, path: str) -> str:
    """Write the plan to a new file; what is wrong where it cannot be."""
    if not path:
        return "write a path, or leave with esc"
    try:
        target = Path(path).expanduser()
        if target.exists():
            return "there is a file of that name already"
        write_file(target, encode(open_plan.plan))
    except (OSError, RuntimeError, ValueError, FileError) as error:
        return f"that did not work either: {getattr(error, 'strerror', None) or error}"
    return ""
