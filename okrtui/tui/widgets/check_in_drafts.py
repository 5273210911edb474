"""Half-typed check-ins on disk: one draft a quarter and session, which the round and the small dialog share."""

import contextlib
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from okrtui.model.quarter import Quarter
from okrtui.model.reading_values import Typed
from okrtui.storage.drafts import Draft
from okrtui.storage.errors import FileError
from okrtui.tui.world import World

KIND = "check-in"
"""What such a draft is called."""

_ITEM = "checkins"
_DAY = "day"


@dataclass
class HalfTyped:
    """What was half typed, by what it is about: a key result's id, or ``id@date`` for a check-in being corrected."""

    typed: dict[str, Typed] = field(default_factory=dict)
    day: dt.date | None = None
    """The day that the round was set to; None for today."""


def load(world: World, quarter: Quarter) -> HalfTyped:
    """What sessions before and this one have left half typed; it is this session's from now on.

    Where two of them wrote about the same key result, the newer one comes first and the other one waits on disk.
    """
    found, taken = HalfTyped(), []
    for draft in reversed(world.drafts().left_behind(quarter)):
        half = read(draft.texts) if draft.kind == KIND else HalfTyped()
        if half.typed and not half.typed.keys() & found.typed.keys():
            found = HalfTyped(half.typed | found.typed, found.day or half.day)
            taken.append(draft)
    merged = as_draft(quarter, found)
    if merged is not None:
        world.writing.adopt(merged, *taken)
    return found


def as_draft(quarter: Quarter, half: HalfTyped) -> Draft | None:
    """The draft that keeps it; None where nothing is half typed."""
    texts = {
        f"{about} {name}": text
        for about, typed in half.typed.items()
        for name, text in vars(typed).items()
        if text.strip()
    }
    if not texts:
        return None
    if half.day is not None:
        texts[_DAY] = half.day.isoformat()
    return Draft(quarter, KIND, _ITEM, "", 0, texts)


def put_away(world: World, draft: Draft | None) -> bool:
    """Leave a draft on disk while other things are written; whether that worked."""
    world.writing.end()
    if draft is not None:
        try:
            world.drafts().keep(draft)
        except (OSError, FileError):
            return False
    return True


def read(texts: Mapping[str, str]) -> HalfTyped:
    """What the texts of such a draft say; what they hold beside that is left out."""
    half = HalfTyped()
    for key, text in texts.items():
        about, _, name = key.rpartition(" ")
        if key == _DAY:
            with contextlib.suppress(ValueError):
                half.day = dt.date.fromisoformat(text)
        elif name in Typed.__match_args__:
            half.typed[about] = Typed(**{**vars(half.typed.get(about, Typed())), name: text})
    return half
