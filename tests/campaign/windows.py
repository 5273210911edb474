"""Two windows that edit the same quarter at once: both end with the same plan, and no edit is silently gone."""

import multiprocessing
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

from okrtui.model import tree
from okrtui.model.edits import Add, ChangeFields, Edit, Move, Remove
from okrtui.model.plan import Action, KeyResult, Node, Objective, Plan
from okrtui.open_plan import OpenPlan, Outcome
from okrtui.storage.codec import encode
from okrtui.storage.repository import Repository
from tests.storage.saving import Q4, clock
from tests.support.plans import planned_plan

_FEWEST, _MOST = 8, 60
"""Items between which things are both added and deleted."""
_CONTESTED = 0.3
"""How often both go for the first item, so that they get in each other's way."""
_LONGEST_WAIT = 600.0

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.campaign.windows"])


@dataclass
class Told:
    """What one window did and was shown."""

    written: set[str] = field(default_factory=set)
    """Texts that it wrote and was told are saved; no two are alike."""
    shown: list[str] = field(default_factory=list)
    """The conflicts that it was shown."""
    taken: set[str] = field(default_factory=set)
    """Texts that it had before it and wrote over, deleted or took back."""
    problems: list[str] = field(default_factory=list)
    plan: bytes = b""
    """The plan at its end."""


@dataclass(frozen=True)
class Seen:
    """What came of it all."""

    edits: int
    conflicts: int
    kept: int
    """Texts that are in the plan at the end."""

    def __str__(self) -> str:
        return (
            f"{self.edits} edits in two windows at once, {self.conflicts} conflicts shown, both ended with the same "
            f"plan; {self.kept} of the texts are in it, each of the others was written over by who saw it, or shown"
        )


def edit_at_once(directory: Path, edits: int, seed: int) -> Seen:
    """Let two windows do so many edits each; raises AssertionError where one lost something."""
    repository = Repository(directory, clock)
    repository.create(planned_plan())
    barrier = processes.Barrier(2)
    ends, children = [], []
    for name in ("red", "blue"):
        mine, theirs = processes.Pipe(duplex=False)
        child = processes.Process(target=_window, args=(str(directory), name, edits, seed, barrier, theirs))
        child.start()
        theirs.close()
        ends.append(mine)
        children.append(child)
    told: list[Told] = [end.recv() for end in ends]
    for child in children:
        child.join()
    return _check(repository, told, edits)


def _check(repository: Repository, told: list[Told], edits: int) -> Seen:
    """Hold what both windows were told against what is on disk."""
    problems = [problem for one in told for problem in one.problems]
    assert problems == [], problems[:3]
    data = repository.path(Q4).read_bytes()
    assert told[0].plan == told[1].plan == data, "the windows do not end with the plan that is on disk"
    versions = "".join(version.path.read_text(encoding="utf-8") for version in repository.versions(Q4))
    final, shown = set(_texts(repository.load(Q4).plan)), "\n".join(told[0].shown + told[1].shown)
    written, taken = told[0].written | told[1].written, told[0].taken | told[1].taken
    gone = sorted(text for text in written - final - taken if text not in shown)
    assert gone == [], f"silently gone: {gone}"
    nowhere = sorted(text for text in written - final if text not in versions)
    assert nowhere == [], f"in no earlier version either: {nowhere}"
    return Seen(2 * edits, len(told[0].shown) + len(told[1].shown), len(written & final))


def _window(directory: str, name: str, edits: int, seed: int, barrier: Barrier, end: Connection) -> None:
    """One window: edits, looks, takes back and settles, at random."""
    chance, told = random.Random(f"{seed} {name}"), Told()
    window = OpenPlan(Repository(Path(directory), clock), Q4)
    undoable: list[set[str]] = []
    barrier.wait(_LONGEST_WAIT)
    for number in range(edits):
        if chance.random() < 0.3:
            window.look()
        before = window.plan
        if undoable and chance.random() < 0.1:
            told.taken |= undoable.pop()
            outcome = window.undo()
        else:
            text = f"{name}{number}"
            edit = _edit(before, text, chance)
            after = set(_texts(edit.apply(before)))
            told.taken |= set(_texts(before)) - after
            outcome = window.apply(edit)
            if outcome.label:
                undoable.append(after - set(_texts(before)))
                told.written |= undoable[-1]
        _note(outcome, told)
        if outcome.conflicts and chance.random() < 0.5:
            there = set(_texts(window.plan))
            _note(window.insist(), told)
            told.taken |= there - set(_texts(window.plan))
            undoable.append(set())
    barrier.wait(_LONGEST_WAIT)
    window.look()
    told.plan = encode(window.plan)
    end.send(told)


def _note(outcome: Outcome, told: Told) -> None:
    told.shown += map(repr, outcome.conflicts)
    if outcome.problem:
        told.problems.append(outcome.problem)


def _edit(plan: Plan, text: str, chance: random.Random) -> Edit:
    """An edit that can be done to the plan; what it writes is the text."""
    nodes: list[Node] = [placed.node for placed in tree.walk(plan)]
    add: Edit = Add(Objective(id=text, title=text), "", 0)
    parents = [node for node in nodes if not isinstance(node, Action)]
    if parents and chance.random() < 0.7:
        parent = chance.choice(parents)
        kind = KeyResult if isinstance(parent, Objective) else Action
        add = Add(kind(id=text, title=text), parent.id, chance.randrange(3))
    if len(nodes) < _FEWEST:
        return add
    node = nodes[0] if chance.random() < _CONTESTED else chance.choice(nodes)
    name = chance.choice(["title", "title", "notes"])
    others: list[Edit] = [ChangeFields(node.id, {name: text})] * 3
    others.append(Remove(node.id) if len(nodes) > _MOST or chance.random() < 0.3 else add)
    objectives = [one.id for one in plan.objectives]
    if isinstance(node, KeyResult):
        others.append(Move(node.id, chance.choice(objectives), 0))
    return chance.choice(others)


def _texts(plan: Plan) -> Iterator[str]:
    """The titles and notes of all items."""
    for placed in tree.walk(plan):
        yield from (text for text in (placed.node.title, placed.node.notes) if text)
