"""Kill -9 at random moments of an editing script in a real terminal: what was said to be saved is there, and whole."""

import datetime as dt
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode, encode
from okrtui.storage.lock import locked
from okrtui.storage.names import quarter_file
from okrtui.storage.paths import CONTROL
from tests.support.plans import planned_plan
from tests.terminal.session import KEYS, Session, in_terminal

Q4 = Quarter(2026, 4)
MOST_EDITS = 4
"""The most edits that are waited for before the one that the kill falls into."""
LONGEST = 0.4
"""Seconds from the last key of an edit within which the kill comes; a save takes some hundredths."""
MOST_OBJECTIVES = 9
"""From here on objectives are deleted rather than added, so that all stay in sight."""
HOME = "home"
_KEYS = {**KEYS, HOME: b"\x1b[H"}


@dataclass(frozen=True)
class Edit:
    """One edit of the script."""

    keys: tuple[str, ...]
    """What is pressed; a text that ends in ``?`` is waited for."""
    said: str
    """What the screen says once it is on disk."""
    titles: list[str]
    """The objectives' titles after it."""


@dataclass
class Tally:
    """What a campaign saw."""

    kills: int = 0
    edits: int = 0
    """Edits that the screen said were saved."""
    in_flight: Counter[str] = field(default_factory=Counter)
    """What became of the edits that a kill fell into: saved and said so, saved, or not saved."""
    unfinished: int = 0
    """Kills that left an unfinished file, which the next start took away."""

    def __str__(self) -> str:
        fates = ", ".join(f"{count} {fate}" for fate, count in sorted(self.in_flight.items()))
        return (
            f"{self.kills} kills, {self.edits} edits said to be saved and all there; of the edits killed in: {fates}; "
            f"{self.unfinished} unfinished files, all gone after the next start"
        )


def kill_many(directory: Path, kills: int, seed: int, tell: Callable[[str], None]) -> Tally:
    """Run the campaign in a directory; raises AssertionError where a promise is broken, with the seed in its words."""
    chance, tally = random.Random(seed), Tally()
    plans = directory / "plans"
    plans.mkdir(mode=0o700)
    file = quarter_file(plans, Q4)
    file.write_bytes(encode(planned_plan()))
    titles = _titles(file)
    for number in range(kills):
        try:
            titles = _one_kill(directory, file, titles, f"n{number}", chance, tally)
        except AssertionError as error:
            raise AssertionError(f"kill {number + 1} of seed {seed}: {error}") from error
        if tally.kills % 50 == 0:
            tell(str(tally))
    with in_terminal(directory) as session:
        _begin(session, file)
        _expect_clean(plans)
        session.press("q")
        assert session.wait_for_end() == 0
    return tally


def _one_kill(
    directory: Path, file: Path, titles: list[str], mark: str, chance: random.Random, tally: Tally
) -> list[str]:
    """One start, some edits, one kill; gives the titles on disk afterwards."""
    with in_terminal(directory) as session:
        _begin(session, file)
        _expect_clean(file.parent)
        assert _titles(file) == titles, "starting changed the plan"
        said_before = ""
        for count in range(chance.randrange(MOST_EDITS + 1)):
            edit = _next_edit(titles, f"{mark}e{count}", chance, said_before)
            _press(session, edit)
            session.wait_for(edit.said)
            titles, said_before = edit.titles, edit.said
            tally.edits += 1
        edit = _next_edit(titles, f"{mark}last", chance, said_before)
        _press(session, edit)
        _read_for(session, chance.uniform(0, LONGEST))
        os.kill(session.pid, signal.SIGKILL)
        assert session.wait_for_end() == -signal.SIGKILL
        said = edit.said in session.text
    tally.kills += 1
    tally.unfinished += bool(_strays(file.parent))
    return _after_kill(file, titles, edit, said, tally)


def _after_kill(file: Path, before: list[str], edit: Edit, said: bool, tally: Tally) -> list[str]:
    """The titles on disk, which are those before the edit or those after it; the lock is free."""
    found = _titles(file)
    assert found in (before, edit.titles), f"neither before nor after: {found}, not {before} or {edit.titles}"
    assert not said or found == edit.titles, f"{edit.said!r} was on the screen and is not on disk: {found}"
    with locked(file.parent / CONTROL, dt.datetime.now(dt.UTC), wait=0) as held:
        assert held
    if said:
        tally.edits += 1
    fate = "saved and said so" if said else "saved" if found == edit.titles else "not saved"
    tally.in_flight[fate] += 1
    return found


def _begin(session: Session, file: Path) -> None:
    """Wait until the plan is open; what was being written is thrown away, since it was never said to be saved."""
    drafts = list((file.parent / CONTROL / "drafts").glob("*.toml"))
    session.wait_for("every change is saved at once")
    for _ in drafts:
        session.wait_for("This was being written")
        session.press("d")
        while "This was being written" in session.text:
            assert _read_for(session, 20, once=True), "the question stays"


def _next_edit(titles: list[str], mark: str, chance: random.Random, said_before: str) -> Edit:
    """An edit that can be done to these objectives; what is said of it is not what the screen says already."""
    rename = ("g", "enter", HOME, f"{mark} ", "enter")
    edits = [Edit(rename, f'saved: renamed to "{mark}', [f"{mark} {titles[0]}"[:60], *titles[1:]])]
    if len(titles) < MOST_OBJECTIVES:
        add = ("G", "o", "where to go?", mark, "enter", "enter")
        edits.append(Edit(add, f'saved: added "{mark}"', [*titles, mark]))
        edits.append(Edit(("g", "J"), "saved: moved", [titles[1], titles[0], *titles[2:]]))
    else:
        edits.append(Edit(("g", "d"), "saved: deleted", titles[1:]))
    return chance.choice([edit for edit in edits if edit.said != said_before])


def _press(session: Session, edit: Edit) -> None:
    for key in edit.keys:
        if key.endswith("?"):
            session.wait_for(key.removesuffix("?"))
        else:
            session.send(_KEYS.get(key, key.encode()))


def _read_for(session: Session, seconds: float, once: bool = False) -> bool:
    """Show what comes within these seconds, or once; False where nothing came."""
    end, came = time.monotonic() + seconds, False
    while session._read(end):
        came = True
        if once:
            break
    return came


def _titles(file: Path) -> list[str]:
    plan: Plan = decode(file.read_bytes(), file)
    return [objective.title[:60] for objective in plan.objectives]


def _strays(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*.tmp") if path.is_file()]


def _expect_clean(directory: Path) -> None:
    assert _strays(directory) == [], "a start leaves what a killed session left"
