"""Three-way merge of plans, by id and field.

Two windows, a hand edit and git all meet here, and undo does: what changed from ``base`` to ``ours`` is
put on top of ``theirs``. An item is found by its id wherever it was moved to; its parent counts as one of
its fields. Check-ins are told apart by date, accepted findings by code, unknown keys by name.

What both sides changed differently is a conflict: the plan takes their value (the one on disk), and both
are listed until a person chooses. An item that one side deleted and the other changed is kept.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from okrtui.frozen import frozen
from okrtui.model.plan import MAX_DAYS, Action, CheckIn, Item, KeyResult, Objective, Parked, Plan, Retrospective
from okrtui.model.record_fields import REQUIRED, Field

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_Entry = Objective | KeyResult | Action | Parked
_Key = tuple[type[_Entry], str]
_Place = tuple[str, type[_Entry]]
"""Where a list of items is: id of the parent (empty for the plan), and the kind of its items."""

_CHILDREN: Final[dict[type[Item], tuple[tuple[str, type[_Entry]], ...]]] = {
    Plan: (("objectives", Objective), ("not_now", Parked)),
    Objective: (("key_results", KeyResult),),
    KeyResult: (("actions", Action),),
}
_PARENTS: Final[dict[type[_Entry], type[_Entry]]] = {KeyResult: Objective, Action: KeyResult}
_LISTS: Final = {"objectives", "not_now", "key_results", "actions", "check_ins", "changes", "conflicts"}
_APART: Final = {"id", "accepted", "retrospective"} | _LISTS
"""Fields that are not merged as one value."""
_MISSING: Final = object()


@frozen
class Conflict:
    """Something that both sides changed differently."""

    item_id: str
    """The item; empty for the quarter itself."""
    field: str
    """Its field, such as ``title``, ``parent`` (the values are ids), ``deleted`` (True on the side that
    did), ``accepted.kr-percentage``, ``check_ins.2026-11-09`` or ``check_ins.2026-11-09.value``."""
    base: Any
    """The value that both sides began with; None where there was none."""
    ours: Any
    """Our value; None where we removed it."""
    theirs: Any
    """Their value; None where they removed it."""


@frozen
class Merged:
    """A merged plan, and what a person has still to choose."""

    plan: Plan
    conflicts: tuple[Conflict, ...]


def merge(base: Plan, ours: Plan, theirs: Plan, keep_ours: Collection[tuple[str, str]] = ()) -> Merged:
    """The plan with the changes of both sides; it never fails.

    Args:
        base: the plan that both sides began with.
        ours: the plan of this window.
        theirs: the plan on disk.
        keep_ours: conflicts, as item id and field, that a person settled for our value; they are not
            listed again.
    """
    if _same(base, theirs) or _same(ours, theirs):
        return Merged(ours, ())
    if _same(base, ours):
        return Merged(theirs, ())
    choices = _Choices(keep_ours)
    sides = (_Side.of(base), _Side.of(ours), _Side.of(theirs))
    fields = _quarter_fields(choices, base, ours, theirs)
    children = _Build(choices, sides, _homes(choices, *sides)).children("", Plan)
    return Merged(Plan.read({**fields, **children}), tuple(choices.conflicts))


@dataclass
class _Choices:
    """Settles values one by one, and collects the conflicts on the way."""

    keep_ours: Collection[tuple[str, str]]
    conflicts: list[Conflict] = field(default_factory=list)

    def value(self, item_id: str, name: str, base: Any, ours: Any, theirs: Any) -> Any:
        """The value to take; what one side removed and the other changed stays."""
        if ours == theirs:
            return theirs if _same(ours, base) else ours
        if theirs == base:
            return ours
        if ours == base:
            return theirs
        if self.is_ours(item_id, name, base, ours, theirs):
            return ours
        return ours if theirs is _MISSING else theirs

    def is_ours(self, item_id: str, name: str, base: Any, ours: Any, theirs: Any) -> bool:
        """Whether a person settled this conflict for our value; else it is listed."""
        if (item_id, name) in self.keep_ours:
            return True
        base, ours, theirs = (None if value is _MISSING else value for value in (base, ours, theirs))
        conflict = Conflict(item_id, name, base, ours, theirs)
        if conflict not in self.conflicts:
            self.conflicts.append(conflict)
        return False

    def fields(self, item_id: str, prefix: str, base: Item | None, ours: Item, theirs: Item) -> dict[str, Any]:
        """The plain fields and the unknown keys of an item that both sides have."""
        merged: dict[str, Any] = {}
        for name, known in ours.FIELDS.items():
            if name in _APART:
                continue
            old = _empty(known) if base is None else getattr(base, name)
            merged[name] = self.value(item_id, prefix + name, old, getattr(ours, name), getattr(theirs, name))
        extras = [side.extra if side else {} for side in (base, ours, theirs)]
        return merged | self.keyed(item_id, prefix, *extras)

    def keyed(
        self, item_id: str, prefix: str, base: Mapping[K, V], ours: Mapping[K, V], theirs: Mapping[K, V]
    ) -> dict[K, V]:
        """Values by key, such as accepted findings by their code."""
        merged: dict[K, V] = {}
        for key in {**theirs, **ours}:
            found = (side.get(key, _MISSING) for side in (base, ours, theirs))
            value = self.value(item_id, f"{prefix}{key}", *found)
            if value is not _MISSING:
                merged[key] = value
        return merged

    def check_ins(
        self, item_id: str, base: KeyResult | None, ours: KeyResult, theirs: KeyResult
    ) -> tuple[CheckIn, ...]:
        """The check-ins of both sides by date; corrections of one are merged field by field."""
        numbered = [
            _numbered(side.check_ins if side else (), lambda check_in: check_in.date) for side in (base, ours, theirs)
        ]
        merged: dict[tuple[Hashable, int], CheckIn] = {}
        for key in {**numbered[2], **numbered[1]}:
            old, mine, other = (found.get(key) for found in numbered)
            name = f"check_ins.{key[0]}"
            if mine is not None and other is not None:
                merged[key] = CheckIn.read(self.fields(item_id, f"{name}.", old, mine, other))
                continue
            value = self.value(item_id, name, *(found.get(key, _MISSING) for found in numbered))
            if value is not _MISSING:
                merged[key] = value
        return tuple(merged[key] for key in _ordered(merged, *map(list, numbered)))


@frozen
class _Side:
    """One plan, taken apart."""

    items: dict[_Key, _Entry]
    parents: dict[_Key, str]
    lists: dict[_Place, list[_Key]]

    @classmethod
    def of(cls, plan: Plan) -> "_Side":
        """The plan's items by kind and id; a second one of the same kind and id gets an id of its own."""
        side = cls({}, {}, defaultdict(list))
        taken: dict[type[_Entry], set[str]] = defaultdict(set)

        def take(parent: Item, parent_id: str) -> None:
            for name, kind in _CHILDREN.get(type(parent), ()):
                for item in getattr(parent, name):
                    own_id = _free_id(item.id, taken[kind])
                    key = (kind, own_id)
                    side.items[key] = item
                    side.parents[key] = parent_id
                    side.lists[parent_id, kind].append(key)
                    take(item, own_id)

        take(plan, "")
        return side


def _homes(choices: _Choices, base: _Side, ours: _Side, theirs: _Side) -> dict[_Key, str]:
    """Every item that stays, with the id of its parent."""
    homes: dict[_Key, str] = {}
    revived: set[_Key] = set()
    gone: set[_Key] = set()
    keys = {**theirs.items, **ours.items}
    for key in (key for kind in (Objective, KeyResult, Action, Parked) for key in keys if key[0] is kind):
        kind, item_id = key
        if key in ours.items and key in theirs.items:
            found = (side.parents.get(key, _MISSING) for side in (base, ours, theirs))
            homes[key] = choices.value(item_id, "parent", *found)
            continue
        side = ours if key in ours.items else theirs
        parent = (_PARENTS.get(kind, kind), side.parents[key])
        if parent in gone:
            gone.add(key)
        elif key not in base.items:
            homes[key] = side.parents[key]
        elif parent in revived:  # it was deleted along with its parent, and comes back along with it
            revived.add(key)
            homes[key] = side.parents[key]
        elif _worked_on(key, base, side, theirs if side is ours else ours):
            we_deleted = side is theirs
            if choices.is_ours(item_id, "deleted", False, we_deleted, not we_deleted) and we_deleted:
                gone.add(key)
            else:
                revived.add(key)
                homes[key] = side.parents[key]
    _house(homes, theirs, ours)
    return homes


def _worked_on(key: _Key, base: _Side, worker: _Side, deleter: _Side) -> bool:
    """Whether one side changed or moved an item, or what the other deleted below it, or put something there."""
    if base.parents.get(key) != worker.parents[key]:
        return True
    if not _same(_own_fields(base.items[key]), _own_fields(worker.items[key])):
        return True
    kind, item_id = key
    return any(
        base.parents.get(child) != item_id or (child not in deleter.items and _worked_on(child, base, worker, deleter))
        for _, child_kind in _CHILDREN.get(kind, ())
        for child in worker.lists.get((item_id, child_kind), ())
    )


def _own_fields(item: Item) -> dict[str, Any]:
    """The item without those below it."""
    below = {name for name, _ in _CHILDREN.get(type(item), ())}
    values = {**item.__dict__, **item.extra}
    return {name: value for name, value in values.items() if name not in below}


def _house(homes: dict[_Key, str], *sides: _Side) -> None:
    """Bring back the parents of items that stay, so that none is lost with its parent."""
    for kind in (Action, KeyResult):
        for home in {home: None for key, home in homes.items() if key[0] is kind}:
            parent = (_PARENTS[kind], home)
            if parent not in homes:
                homes[parent] = next(side.parents[parent] for side in sides if parent in side.parents)


class _Build:
    """Puts what stays back into a tree."""

    def __init__(self, choices: _Choices, sides: Sequence[_Side], homes: Mapping[_Key, str]) -> None:
        self._choices = choices
        self._sides = sides
        self._members: dict[_Place, list[_Key]] = defaultdict(list)
        for key, home in homes.items():
            self._members[home, key[0]].append(key)
        self._taken: set[str] = set()

    def children(self, parent_id: str, kind: type[Item]) -> dict[str, tuple[_Entry, ...]]:
        """The fields of an item, or of the plan, that hold other items."""
        built: dict[str, tuple[_Entry, ...]] = {}
        for name, child in _CHILDREN.get(kind, ()):
            place = (parent_id, child)
            lists = (side.lists.get(place, []) for side in self._sides)
            built[name] = tuple(map(self._item, _ordered(self._members[place], *lists)))
        return built

    def _item(self, key: _Key) -> _Entry:
        kind, item_id = key
        base, ours, theirs = (side.items.get(key) for side in self._sides)
        own_id = _free_id(item_id, self._taken)
        if ours is not None and theirs is not None:
            fields = self._choices.fields(item_id, "", base, ours, theirs)
        else:
            one = ours or theirs
            assert one is not None  # every key comes from a side
            fields = {**one.__dict__, **one.extra}
        if isinstance(ours, KeyResult) and isinstance(theirs, KeyResult):
            known = base if isinstance(base, KeyResult) else None
            accepted = (side.accepted if side else {} for side in (known, ours, theirs))
            fields["accepted"] = self._choices.keyed(item_id, "accepted.", *accepted)
            fields["check_ins"] = self._choices.check_ins(item_id, known, ours, theirs)
        return kind.read({**fields, **self.children(item_id, kind), "id": own_id})


def _quarter_fields(choices: _Choices, base: Plan, ours: Plan, theirs: Plan) -> dict[str, Any]:
    """The quarter's own fields."""
    fields = choices.fields("", "", base, ours, theirs)
    if not 0 < (fields["end"] - fields["start"]).days <= MAX_DAYS:  # each side moved another end
        settled = [
            choices.is_ours("", name, getattr(base, name), getattr(ours, name), getattr(theirs, name))
            for name in ("start", "end")
        ]
        source = ours if any(settled) else theirs
        fields |= {"start": source.start, "end": source.end}
    reviews = (side.retrospective for side in (base, ours, theirs))
    fields["retrospective"] = Retrospective.read(choices.fields("", "retrospective.", *reviews))
    fields["changes"] = _records(base.changes, ours.changes, theirs.changes)
    fields["conflicts"] = _records(base.conflicts, ours.conflicts, theirs.conflicts)
    return fields


def _records(*sides: Sequence[V]) -> tuple[V, ...]:
    """The entries of both sides; one that a side removed is gone."""
    base, ours, theirs = (_numbered(side, repr) for side in sides)
    both = {**theirs, **ours}
    kept = [key for key in both if (key in ours and key in theirs) or key not in base]
    return tuple(both[key] for key in _ordered(kept, list(base), list(ours), list(theirs)))


def _numbered(values: Iterable[V], key_of: Callable[[V], Hashable]) -> dict[tuple[Hashable, int], V]:
    """The values by key, those with the same key told apart by a count."""
    numbered: dict[tuple[Hashable, int], V] = {}
    for value in values:
        key, count = key_of(value), 0
        while (key, count) in numbered:
            count += 1
        numbered[key, count] = value
    return numbered


def _ordered(members: Collection[K], base: Sequence[K], ours: Sequence[K], theirs: Sequence[K]) -> list[K]:
    """The members in our order where we changed it, else in theirs.

    What only the other side has is put after what it came after there; at the end, where it was last.
    """
    common = set(base) & set(ours) & set(theirs)
    moved = [key for key in ours if key in common] != [key for key in base if key in common]
    first, second = (ours, theirs) if moved else (theirs, ours)
    known = set(members)
    result = [key for key in first if key in known]
    placed = set(result)
    rest = [key for key in second if key in known]
    last_placed = max((index for index, key in enumerate(rest) if key in placed), default=-1)
    for index, key in enumerate(rest):
        if key in placed:
            continue
        before = index - 1
        if index > last_placed:
            result.append(key)
        else:
            result.insert(result.index(rest[before]) + 1 if before >= 0 else 0, key)
        placed.add(key)
    return [*result, *(key for key in members if key not in placed)]


def _free_id(wanted: str, taken: set[str]) -> str:
    """The id, or one made of it where it is taken; it is taken from then on."""
    free, count = wanted, 1
    while free in taken:
        count += 1
        free = f"{wanted}-{count}"
    taken.add(free)
    return free


def _empty(known: Field) -> Any:
    """What a field holds before anybody filled it in."""
    return _MISSING if known.default is REQUIRED else known.default


def _same(one: Any, other: Any) -> bool:
    """Whether both are equal and written the same way, which 0.1 and 0.10 are not."""
    return one is other or (one == other and (isinstance(one, str) or repr(one) == repr(other)))
