"""The plan being worked on: undo and redo take one back to the very plan, and two windows lose nothing."""

import datetime as dt
import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.coach.committing import Commit
from okrtui.model.edits import Add, ChangeFields, Edit, Move, Remove
from okrtui.model.goalposts import WithReason
from okrtui.model.lifecycle import Close, Reopen
from okrtui.model.plan import CheckIn, Objective, Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.week_edits import RecordCheckIn
from okrtui.open_plan import OpenPlan
from okrtui.storage.codec import encode
from okrtui.storage.document import same_plan
from okrtui.storage.repository import Repository
from tests.model.random_edits import edits_of, grown_plan
from tests.support.clean import clean_plan
from tests.support.desk import clock
from tests.support.plans import TODAY, maybe_dates, parked, small_plan, typed

Q4 = Quarter(2026, 4)


@contextmanager
def stored(plan: Plan) -> Iterator[Repository]:
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(Path(folder) / "plans", clock)
        repository.create(plan)
        yield repository


@settings(max_examples=25)
@given(st.data())
def test_undoing_any_row_of_edits_restores_the_plan_and_redoing_repeats_it(data: st.DataObject) -> None:
    with stored(grown_plan()) as repository:
        window = OpenPlan(repository, Q4)
        done = 0
        for edit in data.draw(edits_of(grown_plan())):
            done += bool(window.apply(edit).label)
        after = window.plan
        for _ in range(done):
            assert window.undo().saved
        assert same_plan(window.plan, grown_plan())
        assert same_plan(repository.load(Q4).plan, grown_plan())
        assert window.undo().problem == "nothing to undo"
        for _ in range(done):
            assert window.redo().saved
        assert same_plan(repository.load(Q4).plan, after)


def test_an_edit_in_one_window_does_not_overwrite_another_windows() -> None:
    with stored(small_plan()) as repository:
        one, other = OpenPlan(repository, Q4), OpenPlan(repository, Q4)
        one.apply(ChangeFields("ob0001", {"why": "Revenue"}))
        outcome = other.apply(ChangeFields("ob0001", {"title": "A new title"}))
        assert outcome.saved and not outcome.conflicts
        first = repository.load(Q4).plan.objectives[0]
        assert (first.why, first.title) == ("Revenue", "A new title")


def test_undo_takes_back_ones_own_edit_and_not_the_other_windows() -> None:
    with stored(small_plan()) as repository:
        one, other = OpenPlan(repository, Q4), OpenPlan(repository, Q4)
        one.apply(Add(Objective(id="mine00", title="Mine")))
        other.apply(Add(Objective(id="theirs", title="Theirs")))
        one.undo()
        assert [o.id for o in repository.load(Q4).plan.objectives] == ["ob0001", "ob0002", "theirs"]


def test_where_both_changed_one_field_the_file_wins_and_it_is_said() -> None:
    with stored(small_plan()) as repository:
        one, other = OpenPlan(repository, Q4), OpenPlan(repository, Q4)
        one.apply(ChangeFields("kr0001", {"target": Decimal(40)}))
        outcome = other.apply(ChangeFields("kr0001", {"target": Decimal(50)}))
        (conflict,) = outcome.conflicts
        assert (conflict.field, conflict.ours, conflict.theirs) == ("target", Decimal(50), Decimal(40))
        assert other.plan.objectives[0].key_results[0].target == Decimal(40)


@pytest.mark.parametrize(
    "edit", [Remove("gone00"), Move("ob0001", "kr0001", 0), ChangeFields("kr0001", {"confidence": 11})]
)
def test_what_cannot_be_done_is_said_and_changes_nothing(edit: Edit) -> None:
    with stored(small_plan()) as repository:
        window = OpenPlan(repository, Q4)
        before = repository.path(Q4).read_bytes()
        outcome = window.apply(edit)
        assert outcome.problem.startswith("not done: ")
        assert repository.path(Q4).read_bytes() == before
        assert window.undo().problem == "nothing to undo"


def test_a_full_disk_keeps_the_edits_in_memory_and_saves_them_once_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with stored(small_plan()) as repository:
        window = OpenPlan(repository, Q4)
        with monkeypatch.context() as world:
            world.setattr("os.fsync", full)
            outcome = window.apply(ChangeFields("ob0001", {"title": "First"}))
            assert "no space left" in outcome.problem
            window.apply(ChangeFields("ob0002", {"title": "Second"}))
            assert window.not_saved
            assert same_plan(repository.load(Q4).plan, small_plan())
        assert window.save().saved
        assert not window.not_saved
        assert [o.title for o in repository.load(Q4).plan.objectives] == ["First", "Second"]


def test_a_file_that_vanished_is_not_made_again_behind_ones_back() -> None:
    with stored(small_plan()) as repository:
        window = OpenPlan(repository, Q4)
        repository.path(Q4).unlink()
        outcome = window.apply(ChangeFields("ob0001", {"title": "First"}))
        assert not outcome.saved
        assert not repository.exists(Q4)
        assert window.plan.objectives[0].title == "First"


def test_a_number_typed_with_other_decimals_is_a_change() -> None:
    with stored(small_plan()) as repository:
        window = OpenPlan(repository, Q4)
        assert window.apply(ChangeFields("kr0001", {"target": Decimal("30.0")})).saved
        assert b"target = 30.0\n" in repository.path(Q4).read_bytes()
        assert window.undo().saved
        assert repository.path(Q4).read_bytes() == encode(small_plan())


def test_what_another_window_wrote_is_seen_and_undo_takes_back_only_ones_own() -> None:
    with stored(small_plan()) as repository:
        one, other = OpenPlan(repository, Q4), OpenPlan(repository, Q4)
        one.apply(ChangeFields("ob0001", {"title": "Mine"}))
        assert one.look().label == ""
        other.apply(ChangeFields("ob0002", {"title": "Theirs"}))
        assert one.look().label
        assert [o.title for o in one.plan.objectives] == ["Mine", "Theirs"]
        assert one.look().label == ""
        assert one.undo().saved
        assert [o.title for o in one.plan.objectives] == [small_plan().objectives[0].title, "Theirs"]


def test_a_file_spoilt_by_an_editor_is_told_once_and_what_was_open_can_be_brought_back() -> None:
    with stored(small_plan()) as repository:
        window = OpenPlan(repository, Q4)
        good = repository.path(Q4).read_bytes()
        repository.path(Q4).write_text("schema = 1\nquarter = [", encoding="utf-8")
        assert "line 2" in window.look().problem
        assert window.look().problem == ""
        assert same_plan(window.plan, small_plan())
        repository.path(Q4).write_bytes(good.replace(b"Inbound before outbound", b"By hand"))
        assert window.look().label
        assert window.plan.focus == "By hand"
        assert [repository.load_version(version).focus for version in repository.versions(Q4)] == [small_plan().focus]


@settings(max_examples=15)
@given(focus=typed, requests=st.lists(parked, max_size=2, unique_by=lambda it: it.id).map(tuple), before=maybe_dates)
def test_committing_and_undoing_it_gives_the_plan_before(
    focus: str, requests: tuple[Parked, ...], before: dt.date | None
) -> None:
    plan = clean_plan().replace(focus=focus, not_now=requests, committed_on=before)
    with stored(plan) as repository:
        window = OpenPlan(repository, Q4)
        assert window.apply(Commit(TODAY)).label == "committed 2026-Q4"
        assert repository.load(Q4).plan.phase == "active"
        assert window.undo().saved
        assert same_plan(repository.load(Q4).plan, plan)


def test_undo_takes_the_record_of_a_moved_goalpost_along() -> None:
    with stored(small_plan()) as repository:
        window = OpenPlan(repository, Q4)
        edit = ChangeFields("kr0001", {"target": Decimal(40)})
        assert window.apply(WithReason(edit, "", TODAY)).problem.startswith("not done: it changes what was committed")
        assert window.apply(WithReason(edit, "Budget cut", TODAY)).saved
        assert repository.load(Q4).plan.changes[0].reason == "Budget cut"
        assert window.undo().saved
        assert repository.path(Q4).read_bytes() == encode(small_plan())


def test_a_closed_quarter_is_left_as_it_is_but_for_late_values_until_undo_or_a_reason_opens_it() -> None:
    with stored(small_plan()) as repository:
        window = OpenPlan(repository, Q4)
        assert window.apply(Close(TODAY)).saved
        rename = ChangeFields("ob0001", {"title": "What we did reach"})
        assert window.apply(rename).problem == (
            "not done: 2026-Q4 is closed; check-ins and scores can be corrected, for all else reopen it"
        )
        assert window.apply(RecordCheckIn("kr0001", CheckIn(date=TODAY, value=Decimal(27)))).saved
        assert window.undo().saved
        assert window.undo().label == "undid: closed 2026-Q4"
        assert same_plan(repository.load(Q4).plan, small_plan())
        assert window.redo().saved
        assert window.apply(Reopen(TODAY, "An invoice was missing")).saved
        assert window.apply(rename).saved


def test_an_edit_does_not_land_in_a_quarter_that_another_window_closed_meanwhile() -> None:
    with stored(small_plan()) as repository:
        one, other = OpenPlan(repository, Q4), OpenPlan(repository, Q4)
        assert other.apply(Close(TODAY)).saved
        outcome = one.apply(ChangeFields("ob0001", {"title": "Too late"}))
        assert (outcome.label, one.not_saved) == ("", "")
        assert outcome.problem.startswith("not done: 2026-Q4 is closed")
        assert same_plan(one.plan, other.plan) and same_plan(repository.load(Q4).plan, other.plan)
        assert one.undo().problem == "nothing to undo"
        late = RecordCheckIn("kr0001", CheckIn(date=TODAY, value=Decimal(29)))
        assert one.apply(late).saved, "a late value is taken"
        kept = [repository.load_version(version) for version in repository.versions(Q4)]
        assert any(plan.objectives[0].title == "Too late" for plan in kept), "what was written is in the history"


def test_undo_does_not_reach_into_a_quarter_that_another_window_closed() -> None:
    with stored(small_plan()) as repository:
        one, other = OpenPlan(repository, Q4), OpenPlan(repository, Q4)
        one.apply(ChangeFields("ob0001", {"title": "Mine"}))
        other.apply(Close(TODAY))
        one.look()
        assert one.undo().problem.startswith("not done: 2026-Q4 is closed")
        assert repository.load(Q4).plan.objectives[0].title == "Mine"
        other.undo()
        one.look()
        assert one.undo().saved, "the step is still there once the quarter is open again"
        assert same_plan(repository.load(Q4).plan, small_plan())
