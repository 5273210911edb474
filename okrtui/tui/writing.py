"""What is being written right now: kept as a draft on disk, so that a dropped line loses no word."""

import contextlib
from collections.abc import Callable, Iterator

from okrtui.frozen import replace
from okrtui.storage.drafts import Draft, Drafts
from okrtui.storage.errors import FileError

REASON = "reason"
"""The kind of draft that a reason is; it waits on disk until the same is asked again."""

KEEP_AFTER = 1.0
"""Seconds after the first new letter until the draft is on disk."""


class Writing:
    """At most one thing is written at a time: a form, or a title in the tree."""

    def __init__(self, drafts: Drafts) -> None:
        """Nothing is being written; ``drafts`` are where it is kept."""
        self.drafts = drafts
        self._describe: Callable[[], Draft | None] | None = None
        self._kept: Draft | None = None
        self._handed_over: list[Draft] = []

    def begin(self, describe: Callable[[], Draft | None]) -> None:
        """From now on ``describe`` says what is written; None where that is nothing yet."""
        self._describe = describe

    def adopt(self, draft: Draft, *left: Draft) -> None:
        """Go on with a draft in place of those that were left behind, itself where none is named.

        It is this session's from now on, and goes when this does.
        """
        self._kept = draft
        with contextlib.suppress(OSError, FileError):
            self.drafts.take_over(draft, left or (draft,))
            self._kept = replace(draft, file="")

    def set_down(self) -> Callable[[], None]:
        """Keep what is written while something else is; what this gives takes it up again, once that has ended."""
        self.keep()
        describe, kept = self._describe, self._kept
        self._describe = self._kept = None

        def take_up() -> None:
            self._describe, self._kept = describe, kept

        return take_up

    @contextlib.contextmanager
    def meanwhile(self, describe: Callable[[], Draft | None]) -> Iterator[None]:
        """While this lasts ``describe`` says what is written; then what was written before goes on."""
        take_up = self.set_down()
        self.begin(describe)
        try:
            yield
        finally:
            self.end()
            take_up()

    def keep(self) -> None:
        """Put what is written on disk, now. Where that fails the program goes on: nobody was promised a draft."""
        draft = self._describe() if self._describe else None
        if draft is not None and draft != self._kept:
            with contextlib.suppress(OSError, FileError):
                self.drafts.keep(draft)
                self._kept = draft

    def hand_over(self) -> None:
        """What is written goes into the plan: its draft stays until that is on disk, as power may fail before."""
        if self._kept is not None:
            with contextlib.suppress(OSError):  # then it is offered again, and nothing is lost
                self._handed_over.append(self.drafts.set_apart(self._kept))
        self._describe = self._kept = None

    def arrived(self) -> None:
        """The plan is on disk with all that was handed over."""
        done, self._handed_over = self._handed_over, []
        for draft in done:
            self._drop(draft)

    def end(self) -> None:
        """It was saved, or thrown away on purpose."""
        self._describe = None
        if self._kept is not None:
            self.forget(self._kept)

    def forget(self, draft: Draft) -> None:
        """Take a draft off the disk."""
        self._kept = None
        self._drop(draft)

    def _drop(self, draft: Draft) -> None:
        with contextlib.suppress(OSError):
            self.drafts.drop(draft)
