"""One go through the key results whose check-in is due: whose turn it is, what is half typed, what is done."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from okrtui.model.plan import CheckIn, KeyResult
from okrtui.model.reading_values import Entry, Typed, entry_on
from okrtui.report.standing import Standing

State = Literal["open", "half typed", "checked in", "skipped"]
"""How far a key result is in the round."""


class Round:
    """The round on one day. It changes nothing of the plan and follows what becomes of it."""

    def __init__(self, today: dt.date, typed: Mapping[str, Typed], day: dt.date | None = None) -> None:
        """``typed`` is what was half typed before, by id; ``day`` the day that the values are from, where not today."""
        self.began = today
        """The day on which it was begun."""
        self.day = day or today
        """The day that the values are from."""
        self.ids: list[str] = []
        """The key results it goes through, in the order of the plan."""
        self.typed: dict[str, Typed] = dict(typed)
        """What stands in the fields and is not in the plan, by id."""
        self.skipped: set[str] = set()
        """Those that were skipped on purpose."""
        self.everything = False
        """Whether it goes through those that are not due, too."""
        self._days: dict[str, dt.date] = {}
        self._sent: dict[str, CheckIn] = {}
        self._key_results: dict[str, KeyResult] = {}

    def take(self, standing: Standing) -> None:
        """Follow the plan: what arrived in it is no longer half typed, what was deleted drops out."""
        self._key_results = {
            item_id: placed.node for item_id, placed in standing.places.items() if isinstance(placed.node, KeyResult)
        }
        for item_id, check_in in self._sent.items():
            found = self._key_results.get(item_id)
            written = {(known.date, known.value, known.confidence) for known in found.check_ins} if found else set()
            if (check_in.date, check_in.value, check_in.confidence) in written:
                self.typed.pop(item_id, None)
                self._days[item_id] = check_in.date
        self._sent.clear()
        wanted = {*standing.numbers.due, *self._days, *self.typed, *self.skipped}
        self.ids = [
            item_id
            for item_id, found in self._key_results.items()
            if item_id in wanted or (self.everything and found.dropped_on is None)
        ]

    def recall(self, before: "Round", standing: Standing) -> None:
        """Be about what the day has brought already: its own check-ins, and those of a round before on the same day."""
        if before.began == self.began:
            self._days |= before._days
        for item_id, found in self._key_results.items():
            if any(known.date == self.began for known in found.check_ins):
                self._days.setdefault(item_id, self.began)
        self.take(standing)

    @property
    def is_waiting(self) -> bool:
        """Whether a check-in is on its way into the plan."""
        return bool(self._sent)

    def entry(self, item_id: str) -> Entry:
        """What is to be written of a key result."""
        return entry_on(self._key_results[item_id], self._days.get(item_id, self.day))

    def fields(self, item_id: str) -> Typed:
        """What stands in its fields."""
        return self.typed.get(item_id) or self.entry(item_id).written

    def note_typed(self, item_id: str, typed: Typed) -> None:
        """Keep what stands in the fields now."""
        if typed == self.entry(item_id).written:
            self.typed.pop(item_id, None)
        else:
            self.typed[item_id] = typed
            self.skipped.discard(item_id)

    def skip(self, item_id: str) -> None:
        """Leave one out this time."""
        self.typed.pop(item_id, None)
        self.skipped.add(item_id)

    def sent(self, item_id: str, check_in: CheckIn) -> None:
        """A check-in is on its way into the plan."""
        self.skipped.discard(item_id)
        self._sent[item_id] = check_in

    def state(self, item_id: str) -> State:
        """How far it is."""
        if item_id in self._sent:
            return "checked in"
        if item_id in self.typed:
            return "half typed"
        if item_id in self.skipped:
            return "skipped"
        return "checked in" if self.entry(item_id).corrects else "open"

    def checked_in(self) -> list[str]:
        """Those that are checked in, in order."""
        return [item_id for item_id in self.ids if self.state(item_id) == "checked in"]

    def left(self) -> list[str]:
        """Those that are neither checked in nor skipped, in order."""
        return [item_id for item_id in self.ids if self.state(item_id) in {"open", "half typed"}]

    def next_left(self, item_id: str) -> str | None:
        """The next one to be done after this one, round and round; None where all are done."""
        left = self.left()
        place = {known: at for at, known in enumerate(self.ids)}
        return next((known for known in left if place[known] > place.get(item_id, -1)), left[0] if left else None)
